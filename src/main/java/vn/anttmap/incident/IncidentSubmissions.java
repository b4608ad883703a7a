package vn.anttmap.incident;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Remembers the keys of saves, so that one that is sent again is known for what it is. */
@Component
class IncidentSubmissions {

    /** A phone that was away for longer is told of its mark by the comparison of contents, as before there were keys. */
    static final Duration KEPT = Duration.ofDays(90);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    IncidentSubmissions(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Submission(UUID incidentId, String username, long version) {}

    /**
     * The version that an earlier save with this key made.
     *
     * @throws UserProblem if the key was used for another incident or by another account
     */
    Optional<Long> versionOf(UUID key, UUID incidentId, String username) {
        Optional<Submission> past = jdbc
                .query(
                        "select incident_id, username, version from incident_submission where idempotency_key = ?",
                        (row, number) -> new Submission(
                                row.getObject("incident_id", UUID.class),
                                row.getString("username"),
                                row.getLong("version")),
                        key)
                .stream()
                .findFirst();
        past.filter(submission -> !submission.incidentId().equals(incidentId)
                        || !submission.username().equals(username))
                .ifPresent(foreign -> {
                    throw UserProblem.of(Kind.UNPROCESSABLE, "idempotency-key-reused")
                            .at("Idempotency-Key", key);
                });
        return past.map(Submission::version);
    }

    /** To be called in the transaction that stores the incident: either both are kept or neither. */
    void remember(UUID key, UUID incidentId, String username, long version) {
        jdbc.update(
                "insert into incident_submission (idempotency_key, incident_id, username, version, submitted_at)"
                        + " values (?, ?, ?, ?, ?)",
                key,
                incidentId,
                username,
                version,
                Timestamp.from(clock.instant()));
    }

    /** Forgets old keys. On several nodes it does no harm that each of them tries. */
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "P1D")
    void sweep() {
        jdbc.update(
                "delete from incident_submission where submitted_at < ?",
                Timestamp.from(clock.instant().minus(KEPT)));
    }
}
