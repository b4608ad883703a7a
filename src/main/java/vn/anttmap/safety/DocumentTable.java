package vn.anttmap.safety;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents as rows. A removed one keeps its row, for what it was, who and when, and loses its content. */
@Component
class DocumentTable {

    /** H2 keeps at most one megabyte in one value. */
    private static final int PIECE_BYTES = 512 * 1024;

    private final JdbcClient jdbc;

    DocumentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first, removed ones too. */
    List<YearDocument> of(long assessmentId) {
        return jdbc.sql("""
                        select id, name, media_type, size_bytes, added_at, added_by, removed_at, removed_by
                        from assessment_document where assessment_id = ? order by added_at, id""")
                .param(assessmentId)
                .query((row, number) -> {
                    OffsetDateTime removed = row.getObject("removed_at", OffsetDateTime.class);
                    return new YearDocument(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getString("media_type"),
                            row.getInt("size_bytes"),
                            row.getObject("added_at", OffsetDateTime.class).toInstant(),
                            row.getString("added_by"),
                            removed == null ? null : removed.toInstant(),
                            row.getString("removed_by"));
                })
                .list();
    }

    Optional<UUID> findSame(long assessmentId, String sha256) {
        return jdbc.sql("""
                        select id from assessment_document
                        where assessment_id = ? and sha256 = ? and removed_at is null""").params(assessmentId, sha256).query(UUID.class).optional();
    }

    void insert(long assessmentId, YearDocument document, String sha256, byte[] content) {
        jdbc.sql("""
                        insert into assessment_document
                          (id, assessment_id, name, media_type, size_bytes, sha256, added_at, added_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        document.id(),
                        assessmentId,
                        document.name(),
                        document.mediaType(),
                        document.sizeBytes(),
                        sha256,
                        document.addedAt().atOffset(ZoneOffset.UTC),
                        document.addedBy())
                .update();
        for (int from = 0, position = 0; from < content.length; from += PIECE_BYTES, position++) {
            jdbc.sql("insert into assessment_document_piece (document_id, position, content) values (?, ?, ?)")
                    .params(
                            document.id(),
                            position,
                            Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE_BYTES)))
                    .update();
        }
    }

    byte[] content(UUID id) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        jdbc.sql("select content from assessment_document_piece where document_id = ? order by position")
                .param(id)
                .query((row, number) -> row.getBytes("content"))
                .list()
                .forEach(content::writeBytes);
        return content.toByteArray();
    }

    void remove(UUID id, String by, Instant at) {
        jdbc.sql("update assessment_document set removed_at = ?, removed_by = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), by, id)
                .update();
        jdbc.sql("delete from assessment_document_piece where document_id = ?")
                .param(id)
                .update();
    }
}
