package vn.anttmap.density.statistics;

/** What the statistics need of a set of values; two passes, so that a large mean costs no digits. */
final class Values {

    /** Below this share of the largest deviation squared, what is left of a variance is rounding. */
    private static final double ROUNDING = 1e-12;

    private final double mean;
    private final double sumOfSquares;
    private final double largestSquare;
    private final double[] deviations;

    Values(double[] values) {
        double sum = 0;
        double largest = 0;
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a value is " + value);
            }
            sum += value;
            largest = Math.max(largest, Math.abs(value));
        }
        mean = values.length == 0 ? 0 : sum / values.length;
        deviations = new double[values.length];
        double squares = 0;
        double largestDeviation = 0;
        for (int i = 0; i < values.length; i++) {
            deviations[i] = values[i] - mean;
            squares += deviations[i] * deviations[i];
            largestDeviation = Math.max(largestDeviation, Math.abs(deviations[i]));
        }
        sumOfSquares = squares;
        // Values that are equal but for their last digit have no variance either.
        largestSquare =
                largestDeviation <= ROUNDING * largest ? Double.POSITIVE_INFINITY : largestDeviation * largestDeviation;
    }

    int size() {
        return deviations.length;
    }

    double[] deviations() {
        return deviations;
    }

    double mean() {
        return mean;
    }

    /** Sum of squares divided by the number of values. */
    double variance() {
        return sumOfSquares / size();
    }

    /** Whether a variance of some of the values is more than rounding. */
    boolean varies(double someVariance) {
        return someVariance > ROUNDING * largestSquare;
    }
}
