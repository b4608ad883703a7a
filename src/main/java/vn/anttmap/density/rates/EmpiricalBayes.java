package vn.anttmap.density.rates;

/**
 * Rates drawn towards the common one, the more the less they rest on (Marshall 1991, "Mapping disease and mortality rates
 * using empirical Bayes estimators", the global estimator by moments). With few cases the bare rate of a small area jumps
 * between nothing and the top of any list; this one does not.
 */
public final class EmpiricalBayes {

    private EmpiricalBayes() {}

    /**
     * @param counts cases of each area
     * @param exposures what the rate divides by, such as km² × years; above 0, of the same length
     * @return smoothed rates in cases per unit of exposure, of the same length
     */
    public static double[] smoothed(int[] counts, double[] exposures) {
        if (counts.length != exposures.length) {
            throw new IllegalArgumentException(counts.length + " counts, " + exposures.length + " exposures");
        }
        double allCases = 0;
        double allExposure = 0;
        for (int i = 0; i < counts.length; i++) {
            allCases += counts[i];
            allExposure += exposures[i];
        }
        double[] smoothed = new double[counts.length];
        if (allCases == 0) {
            return smoothed;
        }
        double common = allCases / allExposure;
        double spread = 0;
        for (int i = 0; i < counts.length; i++) {
            double deviation = counts[i] / exposures[i] - common;
            spread += exposures[i] * deviation * deviation / allExposure;
        }
        // What is left of the spread once chance alone has had its part; where nothing is left, all areas are alike.
        double between = Math.max(0, spread - common / (allExposure / counts.length));
        for (int i = 0; i < counts.length; i++) {
            double trust = between / (between + common / exposures[i]);
            smoothed[i] = common + trust * (counts[i] / exposures[i] - common);
        }
        return smoothed;
    }
}
