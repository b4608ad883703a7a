package vn.anttmap.density.classes;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * Upper limits of classes. A value belongs to the first class whose limit is not below it. Zero belongs to none: a map
 * shows it apart, because none and few are not the same.
 */
public final class ClassBreaks {

    public static final int FEWEST_CLASSES = 2;
    public static final int MOST_CLASSES = 9;

    private static final MathContext THREE_DIGITS_UP = new MathContext(3, RoundingMode.CEILING);

    private ClassBreaks() {}

    /**
     * @param values zero, what is below it, and what is no number are left out
     * @param method any but {@link ClassMethod#FIXED}
     * @param wanted how many classes; where values are equal, there may be fewer
     * @return ascending, none twice, the last one the greatest value; empty where no value is positive
     */
    public static double[] limits(double[] values, ClassMethod method, int wanted) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> value > 0 && value < Double.POSITIVE_INFINITY)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return sorted;
        }
        double[] limits =
                switch (method) {
                    case QUANTILE -> quantiles(sorted, wanted);
                    case EQUAL -> equal(sorted, wanted);
                    case JENKS -> NaturalBreaks.limits(sorted, wanted);
                    case FIXED -> throw new IllegalArgumentException("fixed limits are given, not found");
                };
        return Arrays.stream(limits).distinct().toArray();
    }

    /**
     * Limits of a request.
     *
     * @param breaks such as {@code 0.5,2,10}; null is refused as well
     * @throws UserProblem unless they are 1 to {@value #MOST_CLASSES} positive numbers, each above the one before
     */
    public static double[] given(@Nullable String breaks) {
        try {
            double[] limits = breaks == null
                    ? new double[0]
                    : Arrays.stream(breaks.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray();
            boolean ascending = limits.length > 0 && limits.length <= MOST_CLASSES && limits[0] > 0;
            for (int i = 1; ascending && i < limits.length; i++) {
                ascending = limits[i] > limits[i - 1];
            }
            if (ascending && Double.isFinite(limits[limits.length - 1])) {
                return limits;
            }
        } catch (NumberFormatException e) {
            // Told below, with what is wanted.
        }
        throw UserProblem.of(Kind.INVALID, "series-breaks-invalid", MOST_CLASSES)
                .at("breaks", breaks);
    }

    /** @throws UserProblem unless it is {@value #FEWEST_CLASSES} to {@value #MOST_CLASSES} */
    public static void checkCount(int classCount) {
        if (classCount < FEWEST_CLASSES || classCount > MOST_CLASSES) {
            throw UserProblem.of(Kind.INVALID, "number-out-of-range", "classCount", FEWEST_CLASSES, MOST_CLASSES)
                    .at("classCount", classCount);
        }
    }

    /** Rounded up to three digits, so that the number a legend prints is the one that decides. */
    public static double[] printable(double[] limits) {
        return Arrays.stream(limits)
                .map(limit -> BigDecimal.valueOf(limit).round(THREE_DIGITS_UP).doubleValue())
                .distinct()
                .toArray();
    }

    /** Position of the class of a value; -1 for zero, for what is no number, and above the last limit. */
    public static int classOf(double[] limits, double value) {
        if (!(value > 0)) {
            return -1;
        }
        int at = Arrays.binarySearch(limits, value);
        int index = at < 0 ? -at - 1 : at;
        return index < limits.length ? index : -1;
    }

    private static double[] equal(double[] sorted, int wanted) {
        double least = sorted[0];
        double greatest = sorted[sorted.length - 1];
        double[] limits = new double[wanted];
        for (int i = 1; i <= wanted; i++) {
            limits[i - 1] = i == wanted ? greatest : least + (greatest - least) * i / wanted;
        }
        return limits;
    }

    /** Type 7 of Hyndman and Fan 1996: straight between the two values around the rank 1 + (n − 1) p. */
    private static double[] quantiles(double[] sorted, int wanted) {
        double[] limits = new double[wanted];
        for (int i = 1; i <= wanted; i++) {
            double rank = (sorted.length - 1.0) * i / wanted;
            int below = (int) Math.floor(rank);
            int above = Math.min(below + 1, sorted.length - 1);
            limits[i - 1] = sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
        }
        return limits;
    }
}
