package vn.anttmap.density;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.anttmap.density.rates.CountInterval;
import vn.anttmap.density.rates.EmpiricalBayes;

/** The rates of all areas of an answer by one denominator. Areas without a count or without a size have none. */
final class RateColumn {

    private final @Nullable RateFigure[] figures;
    private final @Nullable Double common;

    private RateColumn(@Nullable RateFigure[] figures, @Nullable Double common) {
        this.figures = figures;
        this.common = common;
    }

    /**
     * @param counts of each area; null where there is no figure
     * @param sizes km², thousands of inhabitants or km; null where unknown
     * @param years length of the period
     */
    static RateColumn of(List<@Nullable Integer> counts, List<@Nullable Double> sizes, double years) {
        int[] usable = usable(counts, sizes);
        int[] cases = new int[usable.length];
        double[] exposures = new double[usable.length];
        double allCases = 0;
        double allExposure = 0;
        for (int i = 0; i < usable.length; i++) {
            Integer count = counts.get(usable[i]);
            Double size = sizes.get(usable[i]);
            cases[i] = count == null ? 0 : count;
            exposures[i] = size == null ? 0 : size * years;
            allCases += cases[i];
            allExposure += exposures[i];
        }
        boolean comparable = usable.length > 1;
        double[] smoothed = comparable ? EmpiricalBayes.smoothed(cases, exposures) : new double[usable.length];
        double common = usable.length == 0 ? 0 : allCases / allExposure;
        @Nullable RateFigure[] figures = new RateFigure[counts.size()];
        for (int i = 0; i < usable.length; i++) {
            CountInterval interval = CountInterval.of(cases[i]);
            double lower = interval.lower() / exposures[i];
            double upper = interval.upper() / exposures[i];
            figures[usable[i]] = new RateFigure(
                    Rates.perYear(cases[i], exposures[i] / years, years),
                    lower,
                    upper,
                    comparable ? smoothed[i] : null,
                    comparable ? standing(lower, upper, common) : null);
        }
        return new RateColumn(figures, usable.length == 0 ? null : common);
    }

    @Nullable RateFigure at(int index) {
        return figures[index];
    }

    /** All cases by the size of all areas that have figures; null where none has. */
    @Nullable Double common() {
        return common;
    }

    private static int[] usable(List<@Nullable Integer> counts, List<@Nullable Double> sizes) {
        return java.util.stream.IntStream.range(0, counts.size())
                .filter(i -> {
                    Double size = sizes.get(i);
                    return counts.get(i) != null && size != null && size > 0;
                })
                .toArray();
    }

    private static RateFigure.Standing standing(double lower, double upper, double common) {
        if (lower > common) {
            return RateFigure.Standing.HIGHER;
        }
        return upper < common ? RateFigure.Standing.LOWER : RateFigure.Standing.UNCLEAR;
    }
}
