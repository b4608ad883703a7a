package vn.anttmap.exchange.incidenttable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps tables between the look and the decision, so that any node can take the decision. */
@Component
class IncidentTableStore {

    private final JdbcClient jdbc;

    IncidentTableStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far a table has come. */
    enum State {
        LOOKED_AT,
        STORED,
        TAKEN_BACK
    }

    /**
     * A kept table.
     *
     * @param rowNumbers rows that can be stored, separated by commas
     * @param drafts the incidents of these rows as JSON; null once the decision was taken
     */
    record Kept(
            UUID id,
            String createdBy,
            String fileName,
            State state,
            String rowNumbers,
            @Nullable String drafts) {}

    void add(Kept table, Instant now) {
        jdbc.sql("""
                insert into incident_table (id, created_by, created_at, file_name, state, row_numbers, drafts)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        table.id(),
                        table.createdBy(),
                        now.atOffset(ZoneOffset.UTC),
                        table.fileName(),
                        table.state().name(),
                        table.rowNumbers(),
                        table.drafts())
                .update();
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql("select id, created_by, file_name, state, row_numbers, drafts from incident_table where id = ?")
                .param(id)
                .query((row, number) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getString("created_by"),
                        row.getString("file_name"),
                        State.valueOf(row.getString("state")),
                        row.getString("row_numbers"),
                        row.getString("drafts")))
                .optional();
    }

    /** @return false where somebody else was faster; the row is locked until the end of the transaction */
    boolean move(UUID id, State from, State to) {
        return jdbc.sql("update incident_table set state = ?, drafts = null where id = ? and state = ?")
                        .params(to.name(), id, from.name())
                        .update()
                == 1;
    }

    /** Looks that were never decided hold notes that are in no register. */
    void forgetUndecidedBefore(Instant time) {
        jdbc.sql("delete from incident_table where state = ? and created_at < ?")
                .params(State.LOOKED_AT.name(), time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
