package vn.anttmap.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Changeset;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * Removes notes for good, from the record and from every state of its history, and photos where that is asked. What is
 * left says that there was a removal, when, by whom and why. What was removed is on disk as removed before the caller is
 * told so; backups made before still hold it.
 */
@Service
public class NoteRedaction {

    private static final int BATCH = 500;

    private final IncidentRepository incidents;
    private final PhotoTable photos;
    private final NamedParameterJdbcTemplate jdbc;
    private final DraftCheck draftCheck;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoteRedaction(
            IncidentRepository incidents,
            PhotoTable photos,
            NamedParameterJdbcTemplate jdbc,
            DraftCheck draftCheck,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.incidents = incidents;
        this.photos = photos;
        this.jdbc = jdbc;
        this.draftCheck = draftCheck;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What goes with the note.
     *
     * @param reasons the reasons of earlier changes: they are free text, too
     * @param photos all photos of the incident, withdrawn or not: they may show what the note must not say
     */
    public record Extent(boolean reasons, boolean photos) {

        static final Extent NOTE_ONLY = new Extent(false, false);
    }

    /** @param photosLeft how many photos the incident still has */
    public record Redacted(Instant noteRedactedAt, int photosRemoved, int photosLeft) {}

    /**
     * Removes the note of one incident, found by its id alone: administrators see no incidents otherwise.
     *
     * @throws UserProblem if the account is no administrator, gives no reason, or there is no such incident
     */
    public Redacted redact(AccountView account, UUID id, @Nullable String reason, Extent extent) {
        account.require(Right.ADMINISTER);
        String why = draftCheck.reason(reason, null);
        if (why == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", "reason").at("reason", reason);
        }
        return clear(account, id, why, extent, incident -> true)
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "incident-unknown", id));
    }

    /**
     * Removes the notes of all incidents whose handling ended, or that were withdrawn, before an instant.
     *
     * @return how many incidents had one
     */
    public int redactClosedBefore(Instant instant, String reason) {
        int cleared = 0;
        List<UUID> found;
        do {
            found = jdbc.query(
                    """
                    select i.id from incident i
                    where (i.closed_at < :instant or (i.withdrawn = true and i.changed_at < :instant))
                      and (i.note is not null or exists (
                          select 1 from incident_history h where h.id = i.id and h.note is not null))
                    order by i.id limit :batch""",
                    Map.of("instant", instant.atOffset(ZoneOffset.UTC), "batch", BATCH),
                    (row, number) -> row.getObject("id", UUID.class));
            int before = cleared;
            for (UUID id : found) {
                Predicate<Incident> stillEnded = incident -> incident.endedBefore(instant);
                if (clear(AccountView.service(), id, reason, Extent.NOTE_ONLY, stillEnded)
                        .isPresent()) {
                    cleared++;
                }
            }
            // All of them opened again meanwhile: the next day will do.
            if (cleared == before) {
                break;
            }
        } while (found.size() == BATCH);
        return cleared;
    }

    /** The lock keeps a correction on its way from writing the note back: it finds another version and is told. */
    private Optional<Redacted> clear(
            AccountView account, UUID id, String reason, Extent extent, Predicate<Incident> still) {
        return Objects.requireNonNull(transaction.execute(status -> incidents
                .findLocked(id)
                .filter(still)
                .map(incident -> {
                    if (extent.reasons()) {
                        clearReasons(id);
                    }
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    Changeset.because(reason);
                    incident.redactNote(now);
                    Incident saved = incidents.saveAndFlush(incident);
                    jdbc.update(
                            "update incident_history set note = null where id = :id and note is not null",
                            Map.of("id", id));
                    tell(account, saved, IncidentWritten.Change.REDACTED, reason);
                    int there =
                            photos.of(List.of(id)).getOrDefault(id, List.of()).size();
                    int removed = extent.photos() ? photos.removeAll(id, account.username(), now) : 0;
                    // One entry of the trail for each, as where they are removed one by one.
                    for (int photo = 0; photo < removed; photo++) {
                        tell(account, saved, IncidentWritten.Change.PHOTO_REMOVED, reason);
                    }
                    return new Redacted(now, removed, there - removed);
                })));
    }

    private void tell(AccountView account, Incident saved, IncidentWritten.Change change, String reason) {
        events.publishEvent(new IncidentWritten(
                account, saved.getId(), saved.version(), change, saved.registerCommuneId(), saved.category(), reason));
    }

    private void clearReasons(UUID id) {
        jdbc.update("""
                update changeset set reason = null where reason is not null
                  and id in (select h.changeset_id from incident_history h where h.id = :id)""", Map.of("id", id));
    }
}
