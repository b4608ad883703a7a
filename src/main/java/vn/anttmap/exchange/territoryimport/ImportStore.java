package vn.anttmap.exchange.territoryimport;

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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps imports between the look, the decision and a later change of mind, so that any node can take it. */
@Component
class ImportStore {

    private static final String COLUMNS =
            "id, collection, created_by, created_at, file_name, unit_id, valid_from, revision, state, change_count, begun_ids, ended_ids, drawn_ids";

    private final JdbcClient jdbc;
    private final PlanParts plans;

    ImportStore(JdbcClient jdbc, PlanParts plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    enum State {
        LOOKED_AT,
        STORED,
        TAKEN_BACK
    }

    /**
     * @param unitId what the file was brought in for
     * @param revision of the territory that the plan was worked out on
     * @param changes how many areas begin, change or end
     * @param drawn ids of communes that got their first boundary
     */
    record Kept(
            UUID id,
            String collection,
            String createdBy,
            Instant createdAt,
            String fileName,
            long unitId,
            LocalDate validFrom,
            long revision,
            State state,
            int changes,
            List<Long> begun,
            List<Long> ended,
            List<Long> drawn) {}

    void add(Kept kept, PlanParts.Content plan) {
        jdbc.sql(
                        "insert into territory_import (id, collection, created_by, created_at, file_name, unit_id, valid_from, revision,"
                                + " state, change_count) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        kept.id(),
                        kept.collection(),
                        kept.createdBy(),
                        kept.createdAt().atOffset(ZoneOffset.UTC),
                        kept.fileName(),
                        kept.unitId(),
                        kept.validFrom(),
                        kept.revision(),
                        kept.state().name(),
                        kept.changes())
                .update();
        plans.write(kept.id(), plan);
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from territory_import where id = ?")
                .param(id)
                .query((row, number) -> kept(row))
                .optional();
    }

    <T> T plan(UUID id, PlanParts.Reader<T> reader) {
        return plans.read(id, reader);
    }

    /** Keeps the file of an import, so that it can be looked at again on the page. */
    void keepSource(UUID id, byte[] file) {
        plans.writeSource(id, file);
    }

    /** Empty where it was not kept. */
    byte[] source(UUID id) {
        return plans.source(id);
    }

    /** Undecided imports of an account whose file was kept, newest first. */
    List<Kept> drafts(String collection, String username) {
        return jdbc.sql("select " + COLUMNS + " from territory_import i where collection = ? and created_by = ?"
                        + " and state = 'LOOKED_AT' and exists (select 1 from territory_import_part p"
                        + " where p.import_id = i.id and p.part < 0) order by created_at desc, id")
                .params(collection, username)
                .query((row, number) -> kept(row))
                .list();
    }

    void forget(UUID id) {
        plans.forget(List.of(id));
        jdbc.sql("delete from territory_import where id = ? and state = 'LOOKED_AT'")
                .param(id)
                .update();
    }

    /** Imports of a collection that were stored, newest first. */
    List<Kept> decided(String collection, int limit) {
        return jdbc.sql("select " + COLUMNS
                        + " from territory_import where collection = ? and state <> 'LOOKED_AT'"
                        + " order by created_at desc, id limit ?")
                .params(collection, limit)
                .query((row, number) -> kept(row))
                .list();
    }

    /** @return false where somebody else was faster; the row is locked until the end of the transaction */
    boolean move(UUID id, State from, State to) {
        return jdbc.sql("update territory_import set state = ? where id = ? and state = ?")
                        .params(to.name(), id, from.name())
                        .update()
                == 1;
    }

    void stored(UUID id, ImportedLayer.Stored stored) {
        jdbc.sql("update territory_import set plan = null, begun_ids = ?, ended_ids = ?, drawn_ids = ? where id = ?")
                .params(joined(stored.begun()), joined(stored.ended()), joined(stored.drawn()), id)
                .update();
        plans.forget(List.of(id));
    }

    int undecided() {
        return jdbc.sql("select count(*) from territory_import where state = 'LOOKED_AT'")
                .query(Integer.class)
                .single();
    }

    void forgetUndecidedBefore(Instant time) {
        plans.forget(jdbc.sql("select id from territory_import where state = 'LOOKED_AT' and created_at < ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
        jdbc.sql("delete from territory_import where state = 'LOOKED_AT' and created_at < ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("collection"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("file_name"),
                row.getLong("unit_id"),
                row.getObject("valid_from", LocalDate.class),
                row.getLong("revision"),
                State.valueOf(row.getString("state")),
                row.getInt("change_count"),
                split(row.getString("begun_ids")),
                split(row.getString("ended_ids")),
                split(row.getString("drawn_ids")));
    }

    private static String joined(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Long> split(@Nullable String ids) {
        return ids == null || ids.isEmpty()
                ? List.of()
                : Arrays.stream(ids.split(",")).map(Long::valueOf).toList();
    }
}
