package vn.anttmap.density.statistics;

/**
 * Local Moran's I: whether an area and its neighbours lie on the same side of the mean.
 *
 * <p>Equal to {@code localmoran(…, conditional = TRUE)} of R's spdep, the default since its version 1.2: mean and variance of I
 * under permutations of the other areas' values (Sokal, Oden and Thomson 1998), not the total ones of Anselin 1995.
 *
 * @param statistic I of each area; 0 for an island
 * @param figures its standard deviates
 * @param quadrants where the area stands against its neighbours, judged or not
 * @see <a href="https://doi.org/10.1111/j.1538-4632.1998.tb00406.x">Sokal, Oden and Thomson 1998, Local spatial
 *     autocorrelation in a biological model</a>
 */
public record LocalMoran(double[] statistic, LocalFigures figures, Quadrant[] quadrants) {

    /** The area first, its neighbours second, each against the mean; what equals the mean counts as low. */
    public enum Quadrant {
        HIGH_HIGH,
        LOW_LOW,
        HIGH_LOW,
        LOW_HIGH
    }

    /** @param values one finite number for each area */
    public static LocalMoran of(double[] values, SpatialWeights weights) {
        Values all = new Values(values);
        double[] z = all.deviations();
        int n = all.size();
        double m2 = all.variance();
        LocalMoran result =
                new LocalMoran(new double[n], new LocalFigures(new double[n], new boolean[n]), new Quadrant[n]);
        boolean varies = all.varies(m2);
        for (int i = 0; i < n; i++) {
            double w = weights.weight(i);
            double lag = w * weights.sum(i, z);
            result.quadrants[i] = quadrant(z[i] > 0, lag > 0);
            if (!varies) {
                continue;
            }
            result.statistic[i] = z[i] / m2 * lag;
            int count = weights.count(i);
            double sum = w * count;
            double squares = w * w * count;
            double expected = -z[i] * z[i] * sum / ((n - 1) * m2);
            double others = m2 - z[i] * z[i] / (n - 1);
            double spread = Math.pow(z[i] / m2, 2) * (n / (n - 2.0)) * (squares - sum * sum / (n - 1)) * others;
            if (count > 0 && count < n - 1 && all.varies(others) && spread > 0) {
                result.figures.z()[i] = (result.statistic[i] - expected) / Math.sqrt(spread);
                result.figures.judged()[i] = true;
            }
        }
        return result;
    }

    private static Quadrant quadrant(boolean high, boolean among) {
        if (high) {
            return among ? Quadrant.HIGH_HIGH : Quadrant.HIGH_LOW;
        }
        return among ? Quadrant.LOW_HIGH : Quadrant.LOW_LOW;
    }
}
