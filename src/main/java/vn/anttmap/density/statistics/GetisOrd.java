package vn.anttmap.density.statistics;

/**
 * Getis-Ord Gi and Gi* as standard deviates: whether the values around an area sum to more than their mean would.
 *
 * <p>Gi compares the neighbours with all other areas, Gi* the neighbours and the area itself with all areas. Equal to
 * {@code localG} of R's spdep 1.2-7, for Gi* with {@code include.self}.
 *
 * @see <a href="https://doi.org/10.1111/j.1538-4632.1995.tb00912.x">Ord and Getis 1995, Local spatial autocorrelation
 *     statistics</a>
 */
public final class GetisOrd {

    private GetisOrd() {}

    /**
     * Gi.
     *
     * @param values one finite number for each area
     */
    public static LocalFigures gi(double[] values, SpatialWeights weights) {
        Values all = new Values(values);
        double[] deviations = all.deviations();
        int n = all.size();
        LocalFigures figures = new LocalFigures(new double[n], new boolean[n]);
        for (int i = 0; i < n; i++) {
            int count = weights.count(i);
            // Mean and variance of the others, as deviations from the mean of all.
            double othersMean = -deviations[i] / (n - 1);
            double othersVariance =
                    (all.variance() * n - deviations[i] * deviations[i]) / (n - 1) - othersMean * othersMean;
            // With weight 1 the sum of weights and that of their squares are both the number of neighbours.
            double spread = othersVariance * ((double) (n - 1) * count - (double) count * count) / (n - 2);
            if (count > 0 && count < n - 1 && all.varies(othersVariance)) {
                figures.z()[i] = (weights.sum(i, deviations) - count * othersMean) / Math.sqrt(spread);
                figures.judged()[i] = true;
            }
        }
        return figures;
    }

    /**
     * Gi*. An area without neighbours is compared by its own value.
     *
     * @param values one finite number for each area
     */
    public static LocalFigures giStar(double[] values, SpatialWeights weights) {
        Values all = new Values(values);
        double[] deviations = all.deviations();
        int n = all.size();
        LocalFigures figures = new LocalFigures(new double[n], new boolean[n]);
        for (int i = 0; i < n; i++) {
            int count = weights.count(i) + 1;
            double spread = all.variance() * ((double) n * count - (double) count * count) / (n - 1);
            if (count < n && all.varies(all.variance())) {
                figures.z()[i] = (weights.sum(i, deviations) + deviations[i]) / Math.sqrt(spread);
                figures.judged()[i] = true;
            }
        }
        return figures;
    }
}
