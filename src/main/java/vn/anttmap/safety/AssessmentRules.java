package vn.anttmap.safety;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Windows and deadlines of the sets, with everything they ever said. Nothing is kept in memory: they are a handful of rows,
 * and another node may have changed them.
 */
@Component
class AssessmentRules {

    private static final String WINDOW_COLUMNS = """
            area_window_start_month, area_window_start_day, commune_window_start_month, commune_window_start_day,
            windows_verified, source""";

    private static final String DEADLINE_COLUMNS = "due_month, due_day, days_after_window, verified, source";

    private static final String SIGNED = "reason, changed_at, changed_by";

    private final JdbcClient jdbc;

    AssessmentRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who changed something, when and why. @param reason null for what came with the service */
    record Signed(Instant at, String by, @Nullable String reason) {}

    /** One state of windows or of a deadline. */
    record State<T>(T content, Signed signed) {}

    Optional<SetWindows> windows(String set) {
        return jdbc.sql("select windows_version version, " + WINDOW_COLUMNS + " from criteria_set where code = ?")
                .param(set)
                .query((row, number) -> windowsOf(row))
                .optional();
    }

    /** Oldest first. */
    List<State<SetWindows>> windowHistory(String set) {
        return jdbc.sql("select version, " + WINDOW_COLUMNS + ", " + SIGNED
                        + " from criteria_window_history where set_code = ? order by version")
                .param(set)
                .query((row, number) -> new State<>(windowsOf(row), signed(row)))
                .list();
    }

    /** @return false where the windows are no longer those of the version before */
    boolean change(String set, SetWindows to, Signed signed) {
        MonthDay area = MonthDay.parse("--" + to.areaStart());
        MonthDay commune = MonthDay.parse("--" + to.communeStart());
        int changed = jdbc.sql("""
                        update criteria_set set area_window_start_month = ?, area_window_start_day = ?,
                            commune_window_start_month = ?, commune_window_start_day = ?, windows_verified = ?,
                            source = ?, windows_version = ?
                        where code = ? and windows_version = ?""")
                .params(area.getMonthValue(), area.getDayOfMonth(), commune.getMonthValue(), commune.getDayOfMonth())
                .params(to.verified(), to.source(), to.version(), set, to.version() - 1)
                .update();
        if (changed == 0) {
            return false;
        }
        jdbc.sql("insert into criteria_window_history (set_code, version, " + WINDOW_COLUMNS + ", " + SIGNED
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(set, to.version(), area.getMonthValue(), area.getDayOfMonth())
                .params(commune.getMonthValue(), commune.getDayOfMonth(), to.verified(), to.source())
                .params(signed.reason(), signed.at().atOffset(ZoneOffset.UTC), signed.by())
                .update();
        return true;
    }

    /** In the order of the year. */
    List<SetDeadline> deadlines(String set) {
        return jdbc
                .sql("select status, version, " + DEADLINE_COLUMNS + " from assessment_deadline where set_code = ?")
                .param(set)
                .query((row, number) -> deadlineOf(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(deadline -> SafetyStatus.ofKey(deadline.status())))
                .toList();
    }

    Optional<SetDeadline> deadline(String set, SafetyStatus status) {
        return deadlines(set).stream()
                .filter(deadline -> deadline.status().equals(status.key()))
                .findFirst();
    }

    /** Oldest first. */
    List<State<SetDeadline>> deadlineHistory(String set, SafetyStatus status) {
        return jdbc.sql("select status, version, " + DEADLINE_COLUMNS + ", " + SIGNED
                        + " from assessment_deadline_history where set_code = ? and status = ? order by version")
                .params(set, status.name())
                .query((row, number) -> new State<>(deadlineOf(row), signed(row)))
                .list();
    }

    /** @return false where the deadline is no longer that of the version before */
    boolean change(String set, SetDeadline to, Signed signed) {
        MonthDay day = to.day() == null ? null : MonthDay.parse("--" + to.day());
        Integer month = day == null ? null : day.getMonthValue();
        Integer dayOfMonth = day == null ? null : day.getDayOfMonth();
        String status = SafetyStatus.ofKey(to.status()).name();
        int changed = jdbc.sql("""
                        update assessment_deadline set due_month = ?, due_day = ?, days_after_window = ?, verified = ?,
                            source = ?, version = ?
                        where set_code = ? and status = ? and version = ?""")
                .param(month)
                .param(dayOfMonth)
                .param(to.daysAfterWindow())
                .params(to.verified(), to.source(), to.version(), set, status, to.version() - 1)
                .update();
        if (changed == 0) {
            return false;
        }
        jdbc.sql("insert into assessment_deadline_history (set_code, status, version, " + DEADLINE_COLUMNS + ", "
                        + SIGNED + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(set, status, to.version())
                .param(month)
                .param(dayOfMonth)
                .param(to.daysAfterWindow())
                .params(to.verified(), to.source())
                .params(signed.reason(), signed.at().atOffset(ZoneOffset.UTC), signed.by())
                .update();
        return true;
    }

    private static SetWindows windowsOf(ResultSet row) throws SQLException {
        return SetWindows.of(
                MonthDay.of(row.getInt("area_window_start_month"), row.getInt("area_window_start_day")),
                MonthDay.of(row.getInt("commune_window_start_month"), row.getInt("commune_window_start_day")),
                row.getBoolean("windows_verified"),
                row.getString("source"),
                row.getLong("version"));
    }

    private static SetDeadline deadlineOf(ResultSet row) throws SQLException {
        Integer month = row.getObject("due_month", Integer.class);
        return new SetDeadline(
                SafetyStatus.valueOf(row.getString("status")).key(),
                month == null ? null : SetWindows.text(MonthDay.of(month, row.getInt("due_day"))),
                row.getObject("days_after_window", Integer.class),
                row.getBoolean("verified"),
                row.getString("source"),
                row.getLong("version"));
    }

    private static Signed signed(ResultSet row) throws SQLException {
        return new Signed(
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                row.getString("reason"));
    }
}
