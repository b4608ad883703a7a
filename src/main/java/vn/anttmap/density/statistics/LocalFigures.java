package vn.anttmap.density.statistics;

/**
 * A local statistic of each area.
 *
 * @param z standard deviates; 0 where not judged, never NaN
 * @param judged false for an area without neighbours, or where nothing can vary
 */
public record LocalFigures(double[] z, boolean[] judged) {

    /** Two-sided p-values from the normal distribution; 1 where not judged. */
    public double[] p() {
        double[] p = new double[z.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = judged[i] ? Normal.twoSided(z[i]) : 1;
        }
        return p;
    }

    public int judgedCount() {
        int count = 0;
        for (boolean one : judged) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
