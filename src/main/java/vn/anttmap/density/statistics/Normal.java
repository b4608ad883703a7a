package vn.anttmap.density.statistics;

/** The normal distribution. */
final class Normal {

    /** Above this the continued fraction converges faster than the series. */
    private static final double SERIES_UP_TO = 2;

    private static final int MOST_TERMS = 500;

    private Normal() {}

    /** How likely a standard normal deviate is at least as far from 0, on either side: erfc(|z| / √2). */
    static double twoSided(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        return x < SERIES_UP_TO ? 1 - series(x) : continuedFraction(x);
    }

    /** erf(x) by its Maclaurin series with positive terms: 2/√π·e^(-x²)·Σ 2ⁿ x^(2n+1) / (1·3·…·(2n+1)). */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; n < MOST_TERMS && term > sum * 1e-17; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }

    /** erfc(x) = e^(-x²)/√π · 1/(x + (1/2)/(x + (2/2)/(x + (3/2)/(x + …)))), from the inside out. */
    private static double continuedFraction(double x) {
        double inner = x;
        for (int n = 100; n > 0; n--) {
            inner = x + n / 2.0 / inner;
        }
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / inner;
    }
}
