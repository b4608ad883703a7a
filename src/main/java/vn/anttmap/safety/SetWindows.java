package vn.anttmap.safety;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * When the assessment windows of a set begin. A window is the twelve months that end within the year that is assessed: one
 * that begins on 1 November begins in the year before, one that begins on 1 January is the year itself.
 *
 * @param areaStart month and day as {@code 11-01}, of residential areas
 * @param communeStart the same of communes
 * @param verified false means "cần kiểm tra": not yet compared with the instrument
 * @param communeBeforeAreas whether a commune's window begins before that of its areas, which is allowed but unusual
 * @param version for If-Match
 */
public record SetWindows(
        String areaStart,
        String communeStart,
        boolean verified,
        String source,
        boolean communeBeforeAreas,
        long version) {

    private static final MonthDay FIRST_OF_JANUARY = MonthDay.of(1, 1);

    static SetWindows of(MonthDay areaStart, MonthDay communeStart, boolean verified, String source, long version) {
        return new SetWindows(
                text(areaStart), text(communeStart), verified, source, communeStart.isBefore(areaStart), version);
    }

    /** The first day of the window that ends within a year. */
    static LocalDate firstDay(MonthDay start, int year) {
        return start.atYear(start.equals(FIRST_OF_JANUARY) ? year : year - 1);
    }

    /** As {@code 11-01}. */
    static String text(MonthDay day) {
        return day.toString().substring(2);
    }

    boolean saysTheSame(SetWindows other) {
        return areaStart.equals(other.areaStart)
                && communeStart.equals(other.communeStart)
                && verified == other.verified
                && source.equals(other.source);
    }
}
