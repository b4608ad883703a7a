package vn.anttmap.drawing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.drawing.DrawingStore.Kept;
import vn.anttmap.geo.Extent;

/** Residential areas and road segments drawn on the map. */
@RestController
@RequestMapping("/api/drawings")
class DrawingController {

    private final Drawings drawings;
    private final Surroundings surroundings;
    private final CurrentAccount currentAccount;
    private final MessageSource messages;

    DrawingController(
            Drawings drawings, Surroundings surroundings, CurrentAccount currentAccount, MessageSource messages) {
        this.drawings = drawings;
        this.surroundings = surroundings;
        this.currentAccount = currentAccount;
        this.messages = messages;
    }

    /**
     * An area to be stored.
     *
     * @param revision what the look said
     * @param remarks how many remarks the look had
     * @param reason why it is drawn, up to 400 characters
     */
    record AreaSave(
            AreaDraft drawing,
            @Nullable String revision,
            @Nullable Integer remarks,
            @Nullable String reason) {}

    /**
     * A road segment to be stored.
     *
     * @param revision what the look said
     * @param remarks how many remarks the look had
     * @param reason why it is drawn, up to 400 characters
     */
    record RoadSave(
            RoadDraft drawing,
            @Nullable String revision,
            @Nullable Integer remarks,
            @Nullable String reason) {}

    record DrawingView(
            UUID id,
            String kind,
            String name,
            String commune,
            LocalDate validFrom,
            String reason,
            String createdBy,
            Instant createdAt,
            String state,
            List<Long> begun,
            boolean mayTakeBack) {}

    record PastDrawings(List<DrawingView> drawings) {}

    /** Drawings that were stored, newest first, at most fifty. */
    @GetMapping
    PastDrawings list() {
        return new PastDrawings(
                drawings.past(currentAccount.get()).stream().map(this::view).toList());
    }

    /**
     * What lies around a place, with every vertex as stored: to snap to, and to begin from.
     *
     * @param day boundaries of this day
     * @param bbox west, south, east, north in degrees
     */
    @GetMapping("/surroundings")
    Surroundings.View surroundings(@RequestParam LocalDate day, @RequestParam String bbox) {
        return surroundings.around(currentAccount.get(), day, Extent.parse(bbox));
    }

    /** Looks at a residential area and changes nothing. */
    @PostMapping("/residential-areas/look")
    LookView lookAtArea(@RequestBody AreaDraft draft, Locale locale) {
        return LookView.of(drawings.look(currentAccount.get(), draft), messages, locale);
    }

    /** Looks at a road segment and changes nothing. */
    @PostMapping("/road-segments/look")
    LookView lookAtRoad(@RequestBody RoadDraft draft, Locale locale) {
        return LookView.of(drawings.look(currentAccount.get(), draft), messages, locale);
    }

    /** Stores a residential area as it was looked at; the id is the client's, so that what is sent twice is stored once. */
    @PutMapping("/residential-areas/{id}")
    ResponseEntity<DrawingView> saveArea(@PathVariable UUID id, @RequestBody AreaSave save) {
        AccountView account = currentAccount.get();
        return answer(drawings.save(
                account,
                id,
                DrawnFields.required(save.drawing()),
                Decision.of(save.revision(), save.remarks(), save.reason())));
    }

    /** Stores a road segment as it was looked at; the id is the client's, so that what is sent twice is stored once. */
    @PutMapping("/road-segments/{id}")
    ResponseEntity<DrawingView> saveRoad(@PathVariable UUID id, @RequestBody RoadSave save) {
        AccountView account = currentAccount.get();
        return answer(drawings.save(
                account,
                id,
                DrawnFields.required(save.drawing()),
                Decision.of(save.revision(), save.remarks(), save.reason())));
    }

    /** Takes a stored drawing back: what it began goes, what it ended goes on. */
    @PostMapping("/{id}/take-back")
    DrawingView takeBack(@PathVariable UUID id) {
        return view(drawings.takeBack(currentAccount.get(), id));
    }

    private ResponseEntity<DrawingView> answer(Drawings.Saved saved) {
        return ResponseEntity.status(saved.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(view(saved.kept()));
    }

    private DrawingView view(Kept kept) {
        return new DrawingView(
                kept.id(),
                kept.kind(),
                kept.name(),
                drawings.communeName(kept),
                kept.validFrom(),
                kept.reason(),
                kept.createdBy(),
                kept.createdAt(),
                kept.takenBack() ? "taken-back" : "stored",
                kept.begun(),
                !kept.takenBack());
    }
}
