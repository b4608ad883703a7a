package vn.anttmap.safety;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Until when the steps of a year are due. The days are data of the criteria set. */
@Component
class AssessmentDeadlines {

    private static final String PRESENT = """
            select status, due_month, due_day, days_after_window, verified, source
            from assessment_deadline where set_code = ?""";

    /** What came with the service (version 0) has held since its instrument did. */
    private static final String PAST = """
            select h.status, h.due_month, h.due_day, h.days_after_window, h.verified, h.source
            from assessment_deadline_history h
            where h.set_code = ?
              and h.version = (select max(latest.version) from assessment_deadline_history latest
                               where latest.set_code = h.set_code and latest.status = h.status
                                 and (latest.version = 0 or latest.changed_at < ?))""";

    private final JdbcClient jdbc;

    AssessmentDeadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param status key of the step that is due
     * @param due last day, included
     * @param verified false where the day has still to be checked against the instrument
     * @param late whether the day is over and the step not taken
     */
    record Deadline(String status, LocalDate due, boolean verified, String source, boolean late) {}

    record Rule(
            SafetyStatus status,
            @Nullable Integer month,
            @Nullable Integer day,
            @Nullable Integer daysAfterWindow,
            boolean verified,
            String source) {

        LocalDate due(int year, LocalDate windowEnd) {
            return month != null && day != null
                    ? LocalDate.of(year, month, day)
                    : windowEnd.plusDays(daysAfterWindow == null ? 0 : daysAfterWindow);
        }
    }

    /**
     * The deadlines of one level's year, read once for many areas.
     *
     * @param window as of the same day
     * @param asOf as the deadlines were recorded by the end of this day; null for now
     */
    Calendar calendar(int year, AssessmentWindows.Window window, @Nullable LocalDate asOf) {
        return new Calendar(year, window.to(), rules(window.criteriaSet(), asOf));
    }

    /** @param windowEnd last day of the window */
    record Calendar(int year, LocalDate windowEnd, List<Rule> rules) {

        /** @param on the day on which it is asked what is late */
        List<Deadline> of(SafetyStatus status, LocalDate on) {
            return rules.stream()
                    .map(rule -> {
                        LocalDate due = rule.due(year, windowEnd);
                        // Statuses are in the order of the year; an area that is not considered owes nothing.
                        boolean open = status.compareTo(rule.status()) < 0;
                        return new Deadline(
                                rule.status().key(), due, rule.verified(), rule.source(), open && on.isAfter(due));
                    })
                    .toList();
        }
    }

    private List<Rule> rules(String criteriaSet, @Nullable LocalDate asOf) {
        JdbcClient.StatementSpec question = asOf == null
                ? jdbc.sql(PRESENT).param(criteriaSet)
                : jdbc.sql(PAST)
                        .param(criteriaSet)
                        .param(YearHistory.endOf(asOf).atOffset(ZoneOffset.UTC));
        return question
                .query((row, number) -> new Rule(
                        SafetyStatus.valueOf(row.getString("status")),
                        row.getObject("due_month", Integer.class),
                        row.getObject("due_day", Integer.class),
                        row.getObject("days_after_window", Integer.class),
                        row.getBoolean("verified"),
                        row.getString("source")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Rule::status))
                .toList();
    }
}
