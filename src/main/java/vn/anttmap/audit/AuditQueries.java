package vn.anttmap.audit;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the trail and its seals. */
@Component
class AuditQueries {

    private final JdbcClient jdbc;

    AuditQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, older than {@code before} where that is given. */
    List<AuditEntry> search(AuditFilter filter, @Nullable Long before, int limit) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        condition(conditions, values, "e.id < :before", "before", before);
        condition(conditions, values, "e.at >= :from", "from", instant(filter.from()));
        condition(conditions, values, "e.at < :until", "until", instant(filter.until()));
        condition(conditions, values, "e.username = :username", "username", filter.username());
        condition(
                conditions,
                values,
                "e.action = :action",
                "action",
                filter.action() == null ? null : filter.action().key());
        condition(
                conditions,
                values,
                "exists (select 1 from audit_entry_subject s where s.entry_id = e.id and s.subject_id = :incident)",
                "incident",
                filter.incidentId());
        values.put("limit", limit);
        return jdbc.sql("select " + AuditEntry.COLUMNS + " from audit_entry e where " + String.join(" and ", conditions)
                        + " order by e.id desc fetch first :limit rows only")
                .params(values)
                .query(AuditEntry::read)
                .list();
    }

    /** Entries after {@code after} and up to {@code upTo}, oldest first, with their incidents. */
    List<AuditChain.Link> links(long after, long upTo, int limit) {
        List<AuditEntry> entries = jdbc.sql("select " + AuditEntry.COLUMNS
                        + " from audit_entry e where e.id > ? and e.id <= ? order by e.id fetch first ? rows only")
                .params(after, upTo, limit)
                .query(AuditEntry::read)
                .list();
        if (entries.isEmpty()) {
            return List.of();
        }
        Map<Long, List<UUID>> subjects = new HashMap<>();
        jdbc.sql("select entry_id, subject_id from audit_entry_subject where entry_id > ? and entry_id <= ?")
                .params(after, entries.get(entries.size() - 1).id())
                .query((java.sql.ResultSet row) -> {
                    subjects.computeIfAbsent(row.getLong("entry_id"), id -> new ArrayList<>())
                            .add(row.getObject("subject_id", UUID.class));
                });
        return entries.stream()
                .map(entry -> new AuditChain.Link(entry, subjects.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    /** The highest number of an entry that is visible now; empty in a new trail. */
    Optional<Long> newestEntry() {
        return Optional.ofNullable(jdbc.sql("select max(id) as newest from audit_entry")
                .query((row, number) -> row.getObject("newest", Long.class))
                .list()
                .get(0));
    }

    long entriesAfter(long entryId) {
        return jdbc.sql("select count(*) from audit_entry where id > ?")
                .param(entryId)
                .query(Long.class)
                .single();
    }

    Optional<AuditSeal> newestSeal() {
        return jdbc.sql("select " + AuditSeal.COLUMNS + " from audit_seal order by id desc fetch first 1 row only")
                .query(AuditSeal::read)
                .optional();
    }

    List<AuditSeal> sealsAfter(long sealId, int limit) {
        return jdbc.sql("select " + AuditSeal.COLUMNS
                        + " from audit_seal where id > ? order by id fetch first ? rows only")
                .params(sealId, limit)
                .query(AuditSeal::read)
                .list();
    }

    void insert(AuditSeal seal) {
        jdbc.sql("insert into audit_seal (" + AuditSeal.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        seal.id(),
                        seal.firstEntry(),
                        seal.lastEntry(),
                        seal.count(),
                        seal.previousHash(),
                        seal.hash(),
                        seal.sealedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable Object instant(java.time.@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static void condition(
            List<String> conditions, Map<String, Object> values, String text, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(text);
            values.put(name, value);
        }
    }
}
