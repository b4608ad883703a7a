package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.List;
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
            String code,
            LocalDate validFrom,
            int areaWindowStartMonth,
            int areaWindowStartDay,
            int communeWindowStartMonth,
            int communeWindowStartDay,
            boolean windowsVerified) {}

    /** The window of a level in a year, by the criteria set in force on 1 November of that year. */
    Window of(UnitLevel level, int year) {
        CriteriaSet set = criteriaSet(LocalDate.of(year, 11, 1));
        LocalDate start = level == UnitLevel.COMMUNE
                ? LocalDate.of(year - 1, set.communeWindowStartMonth(), set.communeWindowStartDay())
                : LocalDate.of(year - 1, set.areaWindowStartMonth(), set.areaWindowStartDay());
        return new Window(start, start.plusYears(1).minusDays(1), set.code(), set.windowsVerified());
    }

    private CriteriaSet criteriaSet(LocalDate day) {
        List<CriteriaSet> sets = jdbc.sql("""
                        select code, valid_from, area_window_start_month, area_window_start_day,
                               commune_window_start_month, commune_window_start_day, windows_verified
                        from criteria_set order by valid_from""")
                .query((row, number) -> new CriteriaSet(
                        row.getString("code"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getInt("area_window_start_month"),
                        row.getInt("area_window_start_day"),
                        row.getInt("commune_window_start_month"),
                        row.getInt("commune_window_start_day"),
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
