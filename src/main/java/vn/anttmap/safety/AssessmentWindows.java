package vn.anttmap.safety;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/**
 * The period that a year's assessment looks at. It is data of the criteria set: under Thông tư 124/2021, Article 8, from
 * 01/11 of the year before to 31/10 for residential areas and from 16/11 to 15/11 for communes.
 */
@Component
class AssessmentWindows {

    private static final String PRESENT = """
            select code, valid_from, area_window_start_month, area_window_start_day,
                   commune_window_start_month, commune_window_start_day, windows_verified
            from criteria_set order by valid_from""";

    /** What came with the service (version 0) has held since its instrument did. */
    private static final String PAST = """
            select s.code, s.valid_from, h.area_window_start_month, h.area_window_start_day,
                   h.commune_window_start_month, h.commune_window_start_day, h.windows_verified
            from criteria_set s join criteria_window_history h on h.set_code = s.code
            where h.version = (select max(latest.version) from criteria_window_history latest
                               where latest.set_code = s.code and (latest.version = 0 or latest.changed_at < ?))
            order by s.valid_from""";

    private final JdbcClient jdbc;

    AssessmentWindows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param to last day, included
     * @param verified false where the dates have still to be checked
     */
    record Window(LocalDate from, LocalDate to, String criteriaSet, boolean verified) {

        /** The window a year earlier. */
        Window previous() {
            return new Window(from.minusYears(1), from.minusDays(1), criteriaSet, verified);
        }

        /** The last day, or the nearest to it on which the unit stood. */
        LocalDate lastDayOf(Unit unit) {
            LocalDate end = unit.validity().to();
            if (end != null && !to.isBefore(end)) {
                return end.minusDays(1);
            }
            LocalDate begin = unit.validity().from();
            return begin != null && to.isBefore(begin) ? begin : to;
        }
    }

    private record CriteriaSet(
            String code, LocalDate validFrom, MonthDay areaStart, MonthDay communeStart, boolean windowsVerified) {}

    /** The window of a level in a year, by the criteria set in force on 1 November of that year. */
    Window of(UnitLevel level, int year) {
        return of(level, year, null);
    }

    /** @param asOf as the windows were recorded by the end of this day; null for now */
    Window of(UnitLevel level, int year, @Nullable LocalDate asOf) {
        CriteriaSet set = criteriaSet(LocalDate.of(year, 11, 1), asOf);
        LocalDate start = SetWindows.firstDay(level == UnitLevel.COMMUNE ? set.communeStart() : set.areaStart(), year);
        return new Window(start, start.plusYears(1).minusDays(1), set.code(), set.windowsVerified());
    }

    private CriteriaSet criteriaSet(LocalDate day, @Nullable LocalDate asOf) {
        JdbcClient.StatementSpec question = asOf == null
                ? jdbc.sql(PRESENT)
                : jdbc.sql(PAST).param(YearHistory.endOf(asOf).atOffset(ZoneOffset.UTC));
        List<CriteriaSet> sets = question.query((row, number) -> new CriteriaSet(
                        row.getString("code"),
                        row.getObject("valid_from", LocalDate.class),
                        MonthDay.of(row.getInt("area_window_start_month"), row.getInt("area_window_start_day")),
                        MonthDay.of(row.getInt("commune_window_start_month"), row.getInt("commune_window_start_day")),
                        row.getBoolean("windows_verified")))
                .list();
        CriteriaSet found = sets.get(0);
        for (CriteriaSet set : sets) {
            if (!set.validFrom().isAfter(day)) {
                found = set;
            }
        }
        return found;
    }
}
