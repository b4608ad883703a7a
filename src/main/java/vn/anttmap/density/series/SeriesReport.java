package vn.anttmap.density.series;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts of areas step by step, on the areas of one day, with limits of classes that hold for all steps.
 *
 * @param level as in {@code /api/density/{level}}
 * @param from first calendar day in Vietnam
 * @param to last calendar day in Vietnam, included
 * @param boundaryDay the day whose areas are counted in, for every step
 * @param step {@code month}, {@code quarter} or {@code year}
 * @param measure {@code count}, {@code density} (per km² and year, of roads per km and year) or {@code per-1000} (per
 *     1,000 inhabitants and year)
 * @param total incidents of the period that the account may see
 * @param restrictedExcluded whether incidents of restricted categories are left out
 * @param steps in order
 * @param totals of each step, in the same order
 * @param areas by key of the unit, as the level lists them
 */
public record SeriesReport(
        String level,
        LocalDate from,
        LocalDate to,
        LocalDate boundaryDay,
        String step,
        String measure,
        int total,
        boolean restrictedExcluded,
        List<SeriesStep> steps,
        List<StepTotal> totals,
        Classes classes,
        List<AreaSeries> areas) {

    /**
     * @param areasCovered how many areas have a figure in the step
     * @param count incidents in those; null where none has one: "không đủ số liệu"
     */
    public record StepTotal(int areasCovered, @Nullable Integer count) {}

    /**
     * @param method {@code quantile}, {@code jenks}, {@code equal} or {@code fixed}
     * @param limits upper limit of each class, included, ascending; zero stands apart, and values above the last fixed
     *     limit are one class more
     */
    public record Classes(String method, List<Double> limits) {}

    /**
     * @param areaSource official or measured
     * @param counts one for each step; null where the register does not cover it: "không đủ số liệu"
     * @param values the measure of each step; null as the count, and where there is no size to divide by
     * @param classes position of each value's class; -1 for zero, null without a value
     */
    public record AreaSeries(
            long id,
            String name,
            String fullName,
            String kind,
            String kindLabel,
            @Nullable String parentName,
            @Nullable Double areaSqKm,
            @Nullable String areaSource,
            @Nullable Double lengthKm,
            @Nullable Integer population,
            @Nullable Integer populationYear,
            boolean synthetic,
            List<@Nullable Integer> counts,
            List<@Nullable Double> values,
            List<@Nullable Integer> classes) {}
}
