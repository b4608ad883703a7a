package vn.anttmap.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.anttmap.incident.IncidentComparison;
import vn.anttmap.incident.LatestMarks;
import vn.anttmap.territory.UnitRef;

/**
 * What a leader sees first.
 *
 * @param within the unit asked for; null for the whole territory of the account
 * @param boundaryDay the day whose areas are listed and counted in
 * @param today the calendar day in Vietnam on which something is late or not
 * @param restrictedLeftOut whether incidents of restricted categories are left out of the figures
 */
public record Overview(
        @Nullable UnitRef within,
        LocalDate from,
        LocalDate to,
        LocalDate boundaryDay,
        LocalDate today,
        boolean restrictedLeftOut,
        IncidentComparison.Result incidents,
        Titles titles,
        Late late,
        List<Trend> trends,
        List<LatestMarks.Mark> latest) {

    /** The titles of one year, by level; a level without areas is left out. */
    public record Titles(int year, List<LevelTitles> levels) {}

    /**
     * Recognised of all, "đạt/tổng".
     *
     * @param windowVerified false where the days of the window have still to be checked
     * @param byStatus areas of each status; statuses without an area are left out
     */
    public record LevelTitles(
            String level,
            LocalDate windowFrom,
            LocalDate windowTo,
            boolean windowVerified,
            int recognised,
            int all,
            Map<String, Integer> byStatus) {}

    /**
     * Areas whose next step is overdue.
     *
     * @param count all of them
     * @param areas the first of them, longest overdue first
     */
    public record Late(int count, List<LateArea> areas) {}

    /**
     * @param step key of the status that the overdue step leads to, such as {@code registered}
     * @param since the last day on which the step was in time
     * @param verified false where the instrument that sets this day has not been read
     */
    public record LateArea(
            long id,
            String fullName,
            @Nullable String parentName,
            String level,
            String status,
            String step,
            LocalDate since,
            boolean verified) {}

    /**
     * How the areas of one level changed against the same period of the year before.
     *
     * @param notCovered areas whose register does not reach over both periods
     * @param most those that rose most
     */
    public record Trend(String level, int rising, int falling, int same, int notCovered, List<Change> most) {}

    /** @param difference {@code count} less {@code before}, above zero */
    public record Change(
            long id, String fullName, @Nullable String parentName, int count, int before, int difference) {}
}
