package vn.anttmap.audit;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.anttmap.access.TrailOnly;

/** Adds to the trail, in the transaction that is under way: what it speaks of happens with its entry or not at all. */
@Component
class AuditTrail {

    private static final int LONGEST_DETAIL = 1000;
    private static final int LONGEST_ADDRESS = 60;

    private final JdbcClient jdbc;
    private final JdbcTemplate statements;
    private final TransactionHorizon horizon;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, JdbcTemplate statements, TransactionHorizon horizon, Clock clock) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.horizon = horizon;
        this.clock = clock;
    }

    @Transactional
    public void add(NewEntry entry) {
        TrailOnly.declare();
        horizon.enter();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into audit_entry
                          (at, username, role, action, subject_kind, subject_id, record_count, detail, address)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                // Milliseconds, so that what is sealed is what is read again on any database.
                .param(clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
                .param(entry.username())
                .param(entry.role() == null ? null : entry.role().name())
                .param(entry.action().key())
                .param(entry.subjectKind())
                .param(entry.subjectId())
                .param(entry.count())
                .param(abridged(entry.detail(), LONGEST_DETAIL))
                .param(abridged(address(), LONGEST_ADDRESS))
                .update(key, "id");
        if (!entry.incidentIds().isEmpty()) {
            addSubjects(java.util.Objects.requireNonNull(key.getKey()).longValue(), entry);
        }
    }

    /** One statement for all: a map shows thousands at a time. */
    private void addSubjects(long entryId, NewEntry entry) {
        statements.execute(connection -> connection.prepareStatement("""
                        insert into audit_entry_subject (entry_id, subject_id)
                        select cast(? as bigint), ids.subject_id
                        from unnest(cast(? as uuid array)) as ids(subject_id)"""), (PreparedStatement insert) -> {
            Array ids = insert.getConnection()
                    .createArrayOf("uuid", entry.incidentIds().toArray(new UUID[0]));
            insert.setLong(1, entryId);
            insert.setArray(2, ids);
            return insert.executeUpdate();
        });
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }

    private static @Nullable String abridged(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
