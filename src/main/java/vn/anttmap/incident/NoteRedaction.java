package vn.anttmap.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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
 * Removes notes for good, from the record and from every state of its history. What is left says that there was a
 * removal, when, by whom and why. What was removed is on disk as removed before the caller is told so; backups made
 * before still hold it.
 */
@Service
public class NoteRedaction {

    private static final int BATCH = 500;

    private final IncidentRepository incidents;
    private final NamedParameterJdbcTemplate jdbc;
    private final DraftCheck draftCheck;
    private final CommitDurability durability;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoteRedaction(
            IncidentRepository incidents,
            NamedParameterJdbcTemplate jdbc,
            DraftCheck draftCheck,
            CommitDurability durability,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.incidents = incidents;
        this.jdbc = jdbc;
        this.draftCheck = draftCheck;
        this.durability = durability;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Removes the note of one incident, found by its id alone: administrators see no incidents otherwise.
     *
     * @param reasonsToo whether the reasons of its earlier changes go as well: they are free text, too
     * @throws UserProblem if the account is no administrator, gives no reason, or there is no such incident
     */
    public void redact(AccountView account, UUID id, @Nullable String reason, boolean reasonsToo) {
        account.require(Right.ADMINISTER);
        String why = draftCheck.reason(reason, null);
        if (why == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", "reason").at("reason", reason);
        }
        if (!clear(account, id, why, reasonsToo, incident -> true)) {
            throw UserProblem.of(Kind.NOT_FOUND, "incident-unknown", id);
        }
        durability.force();
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
                if (clear(AccountView.service(), id, reason, false, incident -> incident.endedBefore(instant))) {
                    cleared++;
                }
            }
            // All of them opened again meanwhile: the next day will do.
            if (cleared == before) {
                break;
            }
        } while (found.size() == BATCH);
        if (cleared > 0) {
            durability.force();
        }
        return cleared;
    }

    /** The lock keeps a correction on its way from writing the note back: it finds another version and is told. */
    private boolean clear(AccountView account, UUID id, String reason, boolean reasonsToo, Predicate<Incident> still) {
        return Boolean.TRUE.equals(transaction.execute(status -> incidents
                .findLocked(id)
                .filter(still)
                .map(incident -> {
                    if (reasonsToo) {
                        clearReasons(id);
                    }
                    Changeset.because(reason);
                    incident.redactNote(clock.instant().truncatedTo(ChronoUnit.MICROS));
                    Incident saved = incidents.saveAndFlush(incident);
                    jdbc.update(
                            "update incident_history set note = null where id = :id and note is not null",
                            Map.of("id", id));
                    events.publishEvent(new IncidentWritten(
                            account,
                            id,
                            saved.version(),
                            IncidentWritten.Change.REDACTED,
                            saved.registerCommuneId(),
                            saved.category(),
                            reason));
                    return true;
                })
                .orElse(false)));
    }

    private void clearReasons(UUID id) {
        jdbc.update("""
                update changeset set reason = null where reason is not null
                  and id in (select h.changeset_id from incident_history h where h.id = :id)""", Map.of("id", id));
    }
}
