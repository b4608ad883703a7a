package vn.anttmap.incident;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.problem.VersionTag;

@RestController
@RequestMapping("/api")
class IncidentController {

    private final IncidentRegister register;
    private final IncidentHistory history;
    private final IncidentSteps steps;
    private final NoteRedaction redaction;
    private final IncidentCategories categories;
    private final CurrentAccount currentAccount;

    IncidentController(
            IncidentRegister register,
            IncidentHistory history,
            IncidentSteps steps,
            NoteRedaction redaction,
            IncidentCategories categories,
            CurrentAccount currentAccount) {
        this.register = register;
        this.history = history;
        this.steps = steps;
        this.redaction = redaction;
        this.categories = categories;
        this.currentAccount = currentAccount;
    }

    record Severity(String code, String name, String rule, String source, boolean verified) {}

    record Category(
            String code, String name, String scale, boolean restricted, boolean active, List<Severity> severities) {}

    record Categories(List<Category> categories) {}

    /** The categories the account may see and, where active, use, each with the severity grades of its scale. */
    @GetMapping("/incident-categories")
    Categories categories(Locale locale) {
        boolean english = "en".equals(locale.getLanguage());
        return new Categories(categories.visibleTo(currentAccount.get()).stream()
                .map(category -> new Category(
                        category.code(),
                        category.name(english),
                        category.scale().toLowerCase(Locale.ROOT),
                        category.restricted(),
                        category.active(),
                        category.severities().stream()
                                .map(grade -> new Severity(
                                        grade.code(),
                                        english ? grade.nameEn() : grade.nameVi(),
                                        english ? grade.ruleEn() : grade.ruleVi(),
                                        grade.source(),
                                        grade.verified()))
                                .toList()))
                .toList());
    }

    @GetMapping("/incidents/{id}")
    ResponseEntity<IncidentView> get(@PathVariable UUID id, Locale locale) {
        return answer(HttpStatus.OK, register.get(currentAccount.get(), id, locale));
    }

    /**
     * Marks a new incident, or corrects one: an identical repeat is 200, a change needs If-Match. A repeat of an
     * Idempotency-Key is answered with the present record and writes nothing.
     */
    @PutMapping(value = "/incidents/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<IncidentView> put(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody IncidentDraft draft,
            Locale locale) {
        IncidentRegister.Stored stored =
                register.put(currentAccount.get(), id, draft, VersionTag.read(ifMatch), key, locale);
        ResponseEntity<IncidentView> answer =
                answer(stored.created() ? HttpStatus.CREATED : HttpStatus.OK, stored.incident());
        Long replayed = stored.replayedVersion();
        if (replayed == null) {
            return answer;
        }
        // The record may have gone on since: what the sender bases its next change on is the version it made.
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header("Idempotency-Replayed", "true")
                .header("Idempotency-Version", "\"" + replayed + "\"")
                .body(stored.incident());
    }

    record Reason(@Nullable String reason) {}

    /** Takes a mark back; it stays in the history. Needs If-Match, and a reason where the record is closed. */
    @PostMapping("/incidents/{id}/withdraw")
    ResponseEntity<IncidentView> withdraw(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Reason body,
            Locale locale) {
        String reason = body == null ? null : body.reason();
        return answer(
                HttpStatus.OK, register.withdraw(currentAccount.get(), id, VersionTag.read(ifMatch), reason, locale));
    }

    record History(List<IncidentHistory.Entry> history) {}

    /** Every state the incident had, oldest first. */
    @GetMapping("/incidents/{id}/history")
    History history(@PathVariable UUID id, Locale locale) {
        return new History(history.of(currentAccount.get(), id, locale));
    }

    /** How the handling went: each change of state or handling level, and the steps that may follow. */
    @GetMapping("/incidents/{id}/steps")
    IncidentSteps.Steps steps(@PathVariable UUID id) {
        return steps.of(currentAccount.get(), id);
    }

    record Redaction(
            @Nullable String reason,
            @Nullable Boolean reasons,
            @Nullable Boolean photos) {}

    /**
     * Removes the note for good, history included; with {@code reasons} also those of earlier changes, with {@code
     * photos} also the photos. For administrators.
     */
    @PostMapping(value = "/incidents/{id}/redaction", consumes = MediaType.APPLICATION_JSON_VALUE)
    NoteRedaction.Redacted redact(@PathVariable UUID id, @RequestBody Redaction body) {
        NoteRedaction.Extent extent =
                new NoteRedaction.Extent(Boolean.TRUE.equals(body.reasons()), Boolean.TRUE.equals(body.photos()));
        return redaction.redact(currentAccount.get(), id, body.reason(), extent);
    }

    static ResponseEntity<IncidentView> answer(HttpStatus status, IncidentView incident) {
        return ResponseEntity.status(status)
                .eTag("\"" + incident.version() + "\"")
                .body(incident);
    }
}
