package vn.anttmap.density.surface;

/**
 * How far incidents are smoothed.
 *
 * @param meters standard deviation of the kernel along each axis
 * @param rule {@code scott}, or {@code hand}
 * @param limited whether the rule gave more or less than is allowed
 */
public record Bandwidth(double meters, String rule, boolean limited) {

    /** Finer says where single incidents are, and GPS of phones is not better in a street. */
    public static final double LEAST_METERS = 25;

    public static final double MOST_METERS = 20_000;

    /**
     * Scott's rule for two dimensions with one bandwidth for both: the geometric mean of the two standard deviations times
     * n to the power of −1/6, to whole metres. spatstat's {@code bw.scott(isotropic = TRUE)} without the rounding.
     *
     * @param x metres
     * @param y metres
     * @param weight how many incidents each place stands for
     * @see <a href="https://doi.org/10.1002/9780470316849">Scott 1992, Multivariate Density Estimation, §6.3</a>
     */
    static Bandwidth scott(double[] x, double[] y, double[] weight) {
        double meters = scottMeters(x, y, weight);
        double rounded = Math.rint(Math.max(LEAST_METERS, Math.min(MOST_METERS, meters)));
        return new Bandwidth(rounded, "scott", meters < LEAST_METERS || meters > MOST_METERS);
    }

    static Bandwidth byHand(double meters) {
        return new Bandwidth(meters, "hand", false);
    }

    static double scottMeters(double[] x, double[] y, double[] weight) {
        double n = 0;
        for (double w : weight) {
            n += w;
        }
        return Math.sqrt(deviation(x, weight, n) * deviation(y, weight, n)) * Math.pow(n, -1.0 / 6);
    }

    private static double deviation(double[] values, double[] weight, double n) {
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += weight[i] * values[i] / n;
        }
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            squares += weight[i] * (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(squares / (n - 1));
    }
}
