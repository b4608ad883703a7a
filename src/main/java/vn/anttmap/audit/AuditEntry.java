package vn.anttmap.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One line of the trail. */
record AuditEntry(
        long id,
        Instant at,
        String username,
        @Nullable String role,
        String action,
        @Nullable String subjectKind,
        @Nullable String subjectId,
        @Nullable Long count,
        @Nullable String detail,
        @Nullable String address) {

    static final String COLUMNS =
            "e.id, e.at, e.username, e.role, e.action, e.subject_kind, e.subject_id, e.record_count, e.detail, e.address";

    static AuditEntry read(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("username"),
                row.getString("role"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getObject("record_count", Long.class),
                row.getString("detail"),
                row.getString("address"));
    }
}
