package vn.anttmap.density.series;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.anttmap.territory.UnitRef;

/**
 * When incidents happened, by month of the year, weekday and hour, over the units whose register covers the whole period.
 *
 * @param from first calendar day in Vietnam
 * @param to last calendar day in Vietnam, included
 * @param within the unit that was asked for; null for all that the account may see
 * @param boundaryDay the day whose units are counted in
 * @param areas how many communes or residential areas are counted in
 * @param uncovered those left out because the register is not complete
 * @param covered false where none is left: all counts are null, "không đủ số liệu"
 * @param total incidents counted
 * @param months 1 to 12
 * @param weekdays 1 is Monday, 7 is Sunday
 * @param hours 0 to 23, of the incidents whose hour is known; days is that of the period
 * @param hourUnknown incidents of which only a span is known
 */
public record TimeProfile(
        LocalDate from,
        LocalDate to,
        int days,
        @Nullable UnitRef within,
        LocalDate boundaryDay,
        int areas,
        List<UnitRef> uncovered,
        boolean covered,
        boolean restrictedExcluded,
        @Nullable Integer total,
        List<Slot> months,
        List<Slot> weekdays,
        List<Slot> hours,
        @Nullable Integer hourUnknown) {

    /**
     * One month, weekday or hour.
     *
     * @param days days of the period that belong to it
     * @param count null without days, and where nothing is covered
     * @param perDay count / days
     */
    public record Slot(
            int number,
            int days,
            @Nullable Integer count,
            @Nullable Double perDay) {}
}
