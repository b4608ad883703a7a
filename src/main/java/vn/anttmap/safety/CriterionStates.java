package vn.anttmap.safety;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The criteria of a set as they read at some moment, from their history. */
@Component
class CriterionStates {

    private final JdbcClient jdbc;

    CriterionStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One state of a criterion; see {@link Criterion}. @param delivered whether it came with the service */
    record State(
            long id,
            long version,
            String setCode,
            String code,
            int position,
            String text,
            String judgedBy,
            @Nullable String figure,
            @Nullable String provinceCode,
            boolean optional,
            boolean verified,
            String source,
            boolean active,
            Instant from,
            boolean delivered) {

        YearRules.Needed needed() {
            return new YearRules.Needed(id, code);
        }
    }

    /** All states of all criteria of a set and subject, oldest first. */
    List<State> all(String setCode, CriterionSubject subject) {
        return jdbc.sql("""
                        select h.id, h.version, h.set_code, h.code, h.position, h.text_vi, h.judged_by, h.figure,
                               h.province_code, h.optional, h.verified, h.source, h.active, c.changed_at, c.username
                        from criterion_history h join changeset c on c.id = h.changeset_id
                        where h.set_code = ? and h.subject = ? order by h.changeset_id""")
                .params(setCode, subject.name())
                .query((row, number) -> new State(
                        row.getLong("id"),
                        row.getLong("version"),
                        row.getString("set_code"),
                        row.getString("code"),
                        row.getInt("position"),
                        row.getString("text_vi"),
                        row.getString("judged_by"),
                        row.getString("figure"),
                        row.getString("province_code"),
                        row.getBoolean("optional"),
                        row.getBoolean("verified"),
                        row.getString("source"),
                        row.getBoolean("active"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        "system".equals(row.getString("username"))))
                .list();
    }

    /**
     * The criteria that held before a moment; what came with the service has held since its instrument did.
     *
     * @param provinceCode only those of every province and of this one
     * @param end null for now
     */
    static List<State> holding(List<State> all, @Nullable String provinceCode, @Nullable Instant end) {
        Map<Long, State> last = new HashMap<>();
        for (State state : all) {
            if (end == null || state.from().isBefore(end) || state.delivered()) {
                last.put(state.id(), state);
            }
        }
        List<State> holding = new ArrayList<>(last.values());
        holding.removeIf(state -> !state.active()
                || state.provinceCode() != null && !state.provinceCode().equals(provinceCode));
        holding.sort(Comparator.comparingInt(State::position).thenComparing(State::code));
        return holding;
    }
}
