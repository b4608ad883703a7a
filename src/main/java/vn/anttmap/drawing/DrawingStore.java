package vn.anttmap.drawing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what each stored drawing began and ended, so that it can be taken back. */
@Component
class DrawingStore {

    static final String AREA = "area";
    static final String ROAD = "road";

    private static final String COLUMNS =
            "id, kind, created_by, created_at, commune_id, name, valid_from, reason, taken_back, begun_ids, ended_ids";

    private final JdbcClient jdbc;

    DrawingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A stored drawing.
     *
     * @param kind {@link #AREA} or {@link #ROAD}
     * @param communeId the commune it lies in
     * @param begun unit states, or the road segment, that began
     * @param ended unit states, or the road segment, that ended
     */
    record Kept(
            UUID id,
            String kind,
            String createdBy,
            Instant createdAt,
            long communeId,
            String name,
            LocalDate validFrom,
            String reason,
            boolean takenBack,
            List<Long> begun,
            List<Long> ended) {}

    void add(Kept kept) {
        jdbc.sql("insert into territory_drawing (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        kept.id(),
                        kept.kind(),
                        kept.createdBy(),
                        kept.createdAt().atOffset(ZoneOffset.UTC),
                        kept.communeId(),
                        kept.name(),
                        kept.validFrom(),
                        kept.reason(),
                        kept.takenBack(),
                        joined(kept.begun()),
                        joined(kept.ended()))
                .update();
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from territory_drawing where id = ?")
                .param(id)
                .query((row, number) -> kept(row))
                .optional();
    }

    /** Newest first. */
    List<Kept> newest(int limit) {
        return jdbc.sql("select " + COLUMNS + " from territory_drawing order by created_at desc, id limit ?")
                .param(limit)
                .query((row, number) -> kept(row))
                .list();
    }

    /** @return false where somebody else was faster; the row is locked until the end of the transaction */
    boolean takeBack(UUID id) {
        return jdbc.sql("update territory_drawing set taken_back = true where id = ? and taken_back = false")
                        .param(id)
                        .update()
                == 1;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("commune_id"),
                row.getString("name"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("reason"),
                row.getBoolean("taken_back"),
                split(row.getString("begun_ids")),
                split(row.getString("ended_ids")));
    }

    private static String joined(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Long> split(String ids) {
        return ids.isEmpty()
                ? List.of()
                : Arrays.stream(ids.split(",")).map(Long::valueOf).toList();
    }
}
