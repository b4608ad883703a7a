package vn.anttmap.boundarychange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.boundarychange.ChangeStore.Decision;
import vn.anttmap.boundarychange.ChangeStore.Kept;
import vn.anttmap.boundarychange.ChangeStore.Stamp;

/** Merge, split, rename and boundary change of communes, villages and blocks on a day. */
@RestController
@RequestMapping("/api/boundary-changes")
class BoundaryChangeController {

    private final BoundaryChanges changes;
    private final CurrentAccount currentAccount;
    private final MessageSource messages;

    BoundaryChangeController(BoundaryChanges changes, CurrentAccount currentAccount, MessageSource messages) {
        this.changes = changes;
        this.currentAccount = currentAccount;
        this.messages = messages;
    }

    /**
     * A change that was stored.
     *
     * @param before names of the units that ended
     * @param after names of the units that began
     * @param state stored or taken-back
     * @param changes states that ended and began, residential areas of communes included
     */
    record PastView(
            UUID changeId,
            String kind,
            String level,
            LocalDate day,
            List<String> before,
            List<String> after,
            String state,
            int changes,
            @Nullable String reason,
            @Nullable String decisionNumber,
            @Nullable LocalDate decisionDay,
            @Nullable String storedBy,
            @Nullable Instant storedAt,
            @Nullable String takenBackBy,
            @Nullable Instant takenBackAt) {}

    record Past(List<PastView> changes) {}

    /**
     * @param changes how many states the caller saw end and begin
     * @param reason why units change, as kept with the change
     * @param decisionNumber of the decision or resolution
     */
    record DecisionBody(
            int changes,
            @Nullable String reason,
            @Nullable String decisionNumber,
            @Nullable LocalDate decisionDay) {}

    /** Changes that were stored, newest first, at most a hundred. */
    @GetMapping
    Past past() {
        return new Past(changes.past(currentAccount.get()).stream()
                .map(BoundaryChangeController::view)
                .toList());
    }

    /** Works a change out and changes no boundary. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ChangeView look(@RequestBody ChangeBody body, Locale locale) {
        AccountView account = currentAccount.get();
        account.require(vn.anttmap.access.Right.CHANGE_BOUNDARIES);
        return ChangeView.of(changes.look(account, body.wish()), messages, locale);
    }

    /** Stores what was looked at. */
    @PostMapping(value = "/{changeId}/commit", consumes = MediaType.APPLICATION_JSON_VALUE)
    PastView commit(@PathVariable UUID changeId, @RequestBody DecisionBody body) {
        return view(changes.commit(
                currentAccount.get(),
                changeId,
                body.changes(),
                body.reason(),
                body.decisionNumber(),
                body.decisionDay()));
    }

    /** Takes a stored change back as a whole. */
    @PostMapping("/{changeId}/rollback")
    PastView rollBack(@PathVariable UUID changeId) {
        return view(changes.rollBack(currentAccount.get(), changeId));
    }

    private static PastView view(Kept kept) {
        Decision decision = kept.decision();
        Stamp stored = kept.stored();
        Stamp takenBack = kept.takenBack();
        return new PastView(
                kept.id(),
                kept.kind().key(),
                kept.level().key(),
                kept.day(),
                kept.before(),
                kept.after(),
                kept.state().key(),
                kept.changes(),
                decision == null ? null : decision.reason(),
                decision == null ? null : decision.number(),
                decision == null ? null : decision.day(),
                stored == null ? null : stored.by(),
                stored == null ? null : stored.at(),
                takenBack == null ? null : takenBack.by(),
                takenBack == null ? null : takenBack.at());
    }
}
