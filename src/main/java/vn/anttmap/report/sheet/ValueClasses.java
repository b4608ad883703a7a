package vn.anttmap.report.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Classes of a choropleth by quantiles of the positive values, with limits rounded to what is printed: the same rule as on
 * the map page ({@code model/classes.js}), so that a sheet and the screen show the same colours.
 */
final class ValueClasses {

    private static final int WANTED = 5;
    private static final int SIGNIFICANT = 2;

    /** {@code min} &lt; value &lt;= {@code max}; the first class includes its {@code min}. */
    record ValueClass(double min, double max) {}

    private final List<ValueClass> classes;

    private ValueClasses(List<ValueClass> classes) {
        this.classes = List.copyOf(classes);
    }

    /**
     * Up to five classes, ascending, none empty; none where no value is positive.
     *
     * @param whole whether the values are counts
     */
    static ValueClasses of(List<Double> values, boolean whole) {
        List<Double> positive =
                values.stream().filter(value -> value > 0).sorted().toList();
        if (positive.isEmpty()) {
            return new ValueClasses(List.of());
        }
        double largest = positive.get(positive.size() - 1);
        TreeSet<Double> limits = new TreeSet<>();
        for (int part = 1; part < WANTED; part++) {
            double quantile = positive.get((int) Math.ceil((double) part / WANTED * positive.size()) - 1);
            limits.add(whole ? Math.rint(quantile) : rounded(quantile, RoundingMode.HALF_UP));
        }
        limits.add(whole ? largest : rounded(largest, RoundingMode.CEILING));
        double min = whole ? positive.get(0) : rounded(positive.get(0), RoundingMode.FLOOR);
        List<ValueClass> classes = new ArrayList<>();
        double below = 0;
        for (double max : limits) {
            double over = below;
            if (positive.stream().anyMatch(value -> value > over && value <= max)) {
                classes.add(new ValueClass(
                        classes.isEmpty()
                                ? min
                                : classes.get(classes.size() - 1).max(),
                        max));
            }
            below = max;
        }
        return new ValueClasses(classes);
    }

    List<ValueClass> list() {
        return classes;
    }

    /** The class of a positive value. */
    int indexOf(double value) {
        for (int index = 0; index < classes.size(); index++) {
            if (value <= classes.get(index).max()) {
                return index;
            }
        }
        throw new IllegalArgumentException(value + " is above all classes");
    }

    /** Spreads few classes over the five colours, so that two differ well; 0 to 4. */
    int colourStep(int index) {
        return classes.size() <= 1 ? 2 : (int) Math.round((double) index / (classes.size() - 1) * (WANTED - 1));
    }

    private static double rounded(double value, RoundingMode how) {
        // Binary dust first, or it would be rounded up.
        return new BigDecimal(value)
                .round(new MathContext(12, RoundingMode.HALF_EVEN))
                .round(new MathContext(SIGNIFICANT, how))
                .doubleValue();
    }
}
