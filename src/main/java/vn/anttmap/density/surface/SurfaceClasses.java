package vn.anttmap.density.surface;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * Classes of a surface, light to dark. Values above one limit up to the next are one class.
 *
 * @param breaks limits between the classes, incidents per km² and year, ascending, at most five
 */
record SurfaceClasses(List<Double> breaks) {

    static final int MOST_BREAKS = 5;

    /** ColorBrewer's YlOrRd: each step is darker than the one before, also for colour-blind eyes and in grey print. */
    private static final List<String> COLOURS =
            List.of("#ffffb2", "#fed976", "#feb24c", "#fd8d3c", "#f03b20", "#bd0026");

    private static final List<String> ROUND = List.of("1", "1.5", "2", "2.5", "3", "4", "5", "6", "8");

    SurfaceClasses {
        breaks = List.copyOf(breaks);
    }

    /**
     * One class.
     *
     * @param from excluded
     * @param to included; null for no upper limit
     */
    record SurfaceClass(double from, @Nullable Double to, String colour) {}

    /** Multiples of the least round number of which six reach the maximum. */
    static SurfaceClasses below(double maximum) {
        if (!(maximum > 0)) {
            return new SurfaceClasses(List.of());
        }
        List<Double> found = new ArrayList<>();
        BigDecimal step = step(maximum / COLOURS.size());
        for (int i = 1; i < COLOURS.size(); i++) {
            double limit = step.multiply(BigDecimal.valueOf(i)).doubleValue();
            if (limit < maximum) {
                found.add(limit);
            }
        }
        return new SurfaceClasses(found);
    }

    private static BigDecimal step(double least) {
        int power = (int) Math.floor(Math.log10(least));
        for (String digits : ROUND) {
            BigDecimal step = new BigDecimal(digits).scaleByPowerOfTen(power);
            if (step.doubleValue() >= least) {
                return step;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(power + 1);
    }

    /**
     * Where the lowest class begins: a twentieth of its end. What is below is as good as nothing; left transparent, it
     * neither tints all of the ground nor ends in the steps of the cells.
     */
    double floor() {
        return breaks.isEmpty() ? 0 : breaks.get(0) / 20;
    }

    /**
     * @param text such as {@code 1,2,5,10}
     * @throws UserProblem if it is no ascending row of one to five positive numbers
     */
    static double[] parse(String text) {
        try {
            double[] breaks = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            boolean ascending = breaks.length <= MOST_BREAKS && breaks[0] > 0;
            for (int i = 1; i < breaks.length; i++) {
                ascending &= breaks[i] > breaks[i - 1];
            }
            if (ascending && DoubleStream.of(breaks).allMatch(Double::isFinite)) {
                return breaks;
            }
        } catch (NumberFormatException e) {
            // Told below, with what is wanted.
        }
        throw UserProblem.of(Kind.INVALID, "surface-breaks-invalid", MOST_BREAKS)
                .at("breaks", text);
    }

    static SurfaceClasses of(double @Nullable [] breaks, double maximum) {
        return breaks == null
                ? below(maximum)
                : new SurfaceClasses(DoubleStream.of(breaks).boxed().toList());
    }

    List<SurfaceClass> list() {
        List<SurfaceClass> classes = new ArrayList<>();
        for (int i = 0; i <= breaks.size(); i++) {
            classes.add(new SurfaceClass(
                    i == 0 ? floor() : breaks.get(i - 1), i == breaks.size() ? null : breaks.get(i), colour(i)));
        }
        return classes;
    }

    /** @return position of the class; -1 below the lowest and for what is no number */
    int classOf(double value) {
        if (!(value > floor())) {
            return -1;
        }
        int index = 0;
        while (index < breaks.size() && value > breaks.get(index)) {
            index++;
        }
        return index;
    }

    /** Few classes are spread over all colours, so that two differ well. */
    String colour(int index) {
        return breaks.isEmpty()
                ? COLOURS.get(2)
                : COLOURS.get((int) Math.round((double) index * (COLOURS.size() - 1) / breaks.size()));
    }

    /** A number as people read it in the language. */
    static String number(double value, Locale locale) {
        java.text.NumberFormat format = java.text.NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(value >= 1 ? 2 : 6);
        return format.format(value);
    }
}
