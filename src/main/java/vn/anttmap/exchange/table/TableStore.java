package vn.anttmap.exchange.table;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps tables between the look and the decision, so that any node can take the decision. */
@Component
public class TableStore {

    private final JdbcClient jdbc;

    TableStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far a table has come. */
    public enum State {
        LOOKED_AT,
        STORED,
        TAKEN_BACK
    }

    /**
     * A kept table.
     *
     * @param register of the movement that the rows go to; null for incidents
     * @param rowNumbers rows that can be stored, separated by commas
     * @param drafts these rows as JSON; null once the decision was taken
     */
    public record Kept(
            UUID id,
            String createdBy,
            @Nullable String register,
            String fileName,
            State state,
            String rowNumbers,
            @Nullable String drafts) {

        /** Made from the table's id and the row, so that a decision sent twice stores nothing twice. */
        public List<UUID> ids() {
            return rowNumbers.isEmpty()
                    ? List.of()
                    : Arrays.stream(rowNumbers.split(","))
                            .map(row -> UUID.nameUUIDFromBytes((id + ":" + row).getBytes(StandardCharsets.US_ASCII)))
                            .toList();
        }
    }

    public void add(Kept table, Instant now) {
        jdbc.sql("""
                insert into incident_table (id, created_by, register, created_at, file_name, state, row_numbers, drafts)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        table.id(),
                        table.createdBy(),
                        table.register(),
                        now.atOffset(ZoneOffset.UTC),
                        table.fileName(),
                        table.state().name(),
                        table.rowNumbers(),
                        table.drafts())
                .update();
    }

    public Optional<Kept> find(UUID id) {
        return jdbc.sql(
                        "select id, created_by, register, file_name, state, row_numbers, drafts from incident_table where id = ?")
                .param(id)
                .query((row, number) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getString("created_by"),
                        row.getString("register"),
                        row.getString("file_name"),
                        State.valueOf(row.getString("state")),
                        row.getString("row_numbers"),
                        row.getString("drafts")))
                .optional();
    }

    /** A table that was stored, and perhaps taken back. @param createdAt when it was looked at */
    public record Decided(Kept table, Instant createdAt) {}

    /** Tables that were stored, newest first. @param register null for incidents */
    public List<Decided> decided(@Nullable String register, int limit) {
        return jdbc.sql("""
                        select id, created_by, register, created_at, file_name, state, row_numbers from incident_table
                        where state <> 'LOOKED_AT' and coalesce(register, '') = :register
                        order by created_at desc, id limit :limit""")
                .param("register", register == null ? "" : register)
                .param("limit", limit)
                .query((row, number) -> new Decided(
                        new Kept(
                                row.getObject("id", UUID.class),
                                row.getString("created_by"),
                                row.getString("register"),
                                row.getString("file_name"),
                                State.valueOf(row.getString("state")),
                                row.getString("row_numbers"),
                                null),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** @return false where somebody else was faster; the row is locked until the end of the transaction */
    public boolean move(UUID id, State from, State to) {
        return jdbc.sql("update incident_table set state = ?, drafts = null where id = ? and state = ?")
                        .params(to.name(), id, from.name())
                        .update()
                == 1;
    }

    /** Looks that were never decided hold notes that are in no register. */
    public void forgetUndecidedBefore(Instant time) {
        jdbc.sql("delete from incident_table where state = ? and created_at < ?")
                .params(State.LOOKED_AT.name(), time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
