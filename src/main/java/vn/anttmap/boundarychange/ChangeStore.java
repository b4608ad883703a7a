package vn.anttmap.boundarychange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.anttmap.territory.UnitLevel;

/** Keeps changes between the look, the decision and a later change of mind, so that any node can take it. */
@Component
class ChangeStore {

    private final JdbcClient jdbc;

    ChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum State {
        LOOKED_AT,
        STORED,
        TAKEN_BACK;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Why units change.
     *
     * @param number of the decision, as it stands on the paper
     * @param day on which it was made
     */
    record Decision(
            String reason,
            @Nullable String number,
            @Nullable LocalDate day) {}

    /** @param by who @param at when */
    record Stamp(String by, Instant at) {}

    /**
     * @param changes states that end or begin
     * @param before names of the units, without their residential areas
     * @param decision null while only looked at
     */
    record Kept(
            UUID id,
            ChangeKind kind,
            UnitLevel level,
            Stamp created,
            LocalDate day,
            long revision,
            State state,
            int changes,
            List<Long> begun,
            List<Long> ended,
            List<String> before,
            List<String> after,
            @Nullable Decision decision,
            @Nullable Stamp stored,
            @Nullable Stamp takenBack) {}

    void add(Kept kept, String plan) {
        jdbc.sql("""
                        insert into boundary_change
                          (id, kind, level, created_by, created_at, valid_from, revision, state, change_count, plan,
                           ended_ids, before_names, after_names)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        kept.id(),
                        kept.kind().name(),
                        kept.level().name(),
                        kept.created().by(),
                        kept.created().at().atOffset(ZoneOffset.UTC),
                        kept.day(),
                        kept.revision(),
                        kept.state().name(),
                        kept.changes(),
                        plan,
                        joined(kept.ended()),
                        String.join("\n", kept.before()),
                        String.join("\n", kept.after()))
                .update();
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql("select * from boundary_change where id = ?")
                .param(id)
                .query((row, number) -> kept(row))
                .optional();
    }

    String plan(UUID id) {
        return jdbc.sql("select plan from boundary_change where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** Changes that were stored, newest first. */
    List<Kept> decided(int limit) {
        return jdbc.sql("select * from boundary_change where state <> 'LOOKED_AT' order by stored_at desc, id limit ?")
                .param(limit)
                .query((row, number) -> kept(row))
                .list();
    }

    /** @return false where somebody else was faster; the row is locked until the end of the transaction */
    boolean move(UUID id, State from, State to) {
        return jdbc.sql("update boundary_change set state = ? where id = ? and state = ?")
                        .params(to.name(), id, from.name())
                        .update()
                == 1;
    }

    void stored(UUID id, List<Long> begun, Decision decision, Stamp stamp) {
        jdbc.sql("""
                        update boundary_change set plan = null, begun_ids = ?, reason = ?, decision_number = ?,
                          decision_day = ?, stored_by = ?, stored_at = ? where id = ?""")
                .params(
                        joined(begun),
                        decision.reason(),
                        decision.number(),
                        decision.day(),
                        stamp.by(),
                        stamp.at().atOffset(ZoneOffset.UTC),
                        id)
                .update();
    }

    void takenBack(UUID id, Stamp stamp) {
        jdbc.sql("update boundary_change set taken_back_by = ?, taken_back_at = ? where id = ?")
                .params(stamp.by(), stamp.at().atOffset(ZoneOffset.UTC), id)
                .update();
    }

    void forgetUndecidedBefore(Instant time) {
        jdbc.sql("delete from boundary_change where state = 'LOOKED_AT' and created_at < ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new Kept(
                row.getObject("id", UUID.class),
                ChangeKind.valueOf(row.getString("kind")),
                UnitLevel.valueOf(row.getString("level")),
                java.util.Objects.requireNonNull(stamp(row, "created")),
                row.getObject("valid_from", LocalDate.class),
                row.getLong("revision"),
                State.valueOf(row.getString("state")),
                row.getInt("change_count"),
                ids(row.getString("begun_ids")),
                ids(row.getString("ended_ids")),
                row.getString("before_names").lines().toList(),
                row.getString("after_names").lines().toList(),
                reason == null
                        ? null
                        : new Decision(
                                reason,
                                row.getString("decision_number"),
                                row.getObject("decision_day", LocalDate.class)),
                stamp(row, "stored"),
                stamp(row, "taken_back"));
    }

    private static @Nullable Stamp stamp(ResultSet row, String what) throws SQLException {
        OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
        return at == null ? null : new Stamp(row.getString(what + "_by"), at.toInstant());
    }

    private static String joined(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Long> ids(@Nullable String joined) {
        return joined == null || joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(",")).map(Long::valueOf).toList();
    }
}
