package vn.anttmap.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.anttmap.node.TrailOnly;

/** Adds to the trail, in the transaction that is under way: what it speaks of happens with its entry or not at all. */
@Component
class AuditTrail {

    private static final int LONGEST_DETAIL = 1000;
    private static final int LONGEST_ADDRESS = 60;
    private static final String INSERT = """
            insert into audit_entry
              (at, username, role, action, subject_kind, subject_id, record_count, detail, address)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate statements;
    private final TransactionHorizon horizon;
    private final Clock clock;

    AuditTrail(JdbcTemplate statements, TransactionHorizon horizon, Clock clock) {
        this.statements = statements;
        this.horizon = horizon;
        this.clock = clock;
    }

    /** An entry with what is known in the thread of the request only. */
    record Stamped(NewEntry entry, Instant at, @Nullable String address) {}

    Stamped stamp(NewEntry entry) {
        // Milliseconds, so that what is sealed is what is read again on any database.
        return new Stamped(entry, clock.instant().truncatedTo(ChronoUnit.MILLIS), address());
    }

    @Transactional
    public void add(NewEntry entry) {
        addAll(List.of(stamp(entry)));
    }

    /** All of them or none. */
    @Transactional
    public void addAll(List<Stamped> entries) {
        TrailOnly.declare();
        horizon.enter();
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        statements.batchUpdate(
                connection -> connection.prepareStatement(INSERT, new String[] {"id"}), new Rows(entries), keys);
        addSubjects(entries, keys);
    }

    /** One statement for all: a map shows thousands at a time. */
    private void addSubjects(List<Stamped> entries, GeneratedKeyHolder keys) {
        List<Long> entryIds = new ArrayList<>();
        List<UUID> subjectIds = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            List<UUID> ids = entries.get(i).entry().incidentIds();
            if (!ids.isEmpty()) {
                Number entryId =
                        (Number) Objects.requireNonNull(keys.getKeyList().get(i).get("id"));
                ids.forEach(id -> entryIds.add(entryId.longValue()));
                subjectIds.addAll(ids);
            }
        }
        if (subjectIds.isEmpty()) {
            return;
        }
        statements.execute(connection -> connection.prepareStatement("""
                        insert into audit_entry_subject (entry_id, subject_id)
                        select ids.entry_id, ids.subject_id
                        from unnest(cast(? as bigint array), cast(? as uuid array)) as ids(entry_id, subject_id)"""), (PreparedStatement insert) -> {
            Connection connection = insert.getConnection();
            insert.setArray(1, connection.createArrayOf("bigint", entryIds.toArray(new Long[0])));
            insert.setArray(2, connection.createArrayOf("uuid", subjectIds.toArray(new UUID[0])));
            return insert.executeUpdate();
        });
    }

    /** The columns of entries. */
    private record Rows(List<Stamped> entries) implements BatchPreparedStatementSetter {

        @Override
        public void setValues(PreparedStatement insert, int i) throws SQLException {
            Stamped stamped = entries.get(i);
            NewEntry entry = stamped.entry();
            insert.setObject(1, stamped.at().atOffset(ZoneOffset.UTC));
            insert.setString(2, entry.username());
            insert.setString(3, entry.role() == null ? null : entry.role().name());
            insert.setString(4, entry.action().key());
            insert.setString(5, entry.subjectKind());
            insert.setString(6, entry.subjectId());
            insert.setObject(7, entry.count(), Types.BIGINT);
            insert.setString(8, abridged(entry.detail(), LONGEST_DETAIL));
            insert.setString(9, abridged(stamped.address(), LONGEST_ADDRESS));
        }

        @Override
        public int getBatchSize() {
            return entries.size();
        }
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
