package vn.anttmap.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A sealed batch.
 *
 * @param id 1, 2, 3 … without a gap
 * @param hash SHA-256 over the batch and the seal before it, in hexadecimal
 */
record AuditSeal(
        long id, long firstEntry, long lastEntry, long count, String previousHash, String hash, Instant sealedAt) {

    static final String COLUMNS = "id, first_entry, last_entry, entry_count, previous_hash, hash, sealed_at";

    static AuditSeal read(ResultSet row, int number) throws SQLException {
        return new AuditSeal(
                row.getLong("id"),
                row.getLong("first_entry"),
                row.getLong("last_entry"),
                row.getLong("entry_count"),
                row.getString("previous_hash"),
                row.getString("hash"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant());
    }
}
