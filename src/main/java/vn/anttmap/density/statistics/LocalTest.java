package vn.anttmap.density.statistics;

import org.jspecify.annotations.Nullable;
import vn.anttmap.density.statistics.ConditionalPermutation.Dealing;

/**
 * A local statistic of every area with its p-values, decided on.
 *
 * @param figures z; an area without neighbours is not judged, by Gi* neither
 * @param analytic two-sided p-values of the normal distribution
 * @param permuted two-sided p-values of conditional permutations; null without any
 * @param corrected those of the two that decide (permuted where there are any), after false discovery correction if asked for
 * @param directions of Gi and Gi*: 1 for a sum above what is expected, -1 below, 0 where z and permutations do not agree
 * @param quadrants of local Moran; null for the others
 */
public record LocalTest(
        LocalFigures figures,
        double[] analytic,
        double @Nullable [] permuted,
        double[] corrected,
        int[] directions,
        LocalMoran.Quadrant @Nullable [] quadrants) {

    public enum Statistic {
        GI,
        GI_STAR,
        LOCAL_MORAN
    }

    /**
     * @param values one finite number for each area, at least three
     * @param permutations 0 for none
     * @param falseDiscovery whether p-values are corrected for the number of judged areas
     * @throws IllegalArgumentException as {@link ConditionalPermutation#of}
     */
    public static LocalTest of(
            Statistic statistic,
            double[] values,
            SpatialWeights weights,
            int permutations,
            long seed,
            boolean falseDiscovery) {
        LocalMoran moran = statistic == Statistic.LOCAL_MORAN ? LocalMoran.of(values, weights) : null;
        LocalFigures figures = moran != null
                ? moran.figures()
                : statistic == Statistic.GI ? GetisOrd.gi(values, weights) : GetisOrd.giStar(values, weights);
        for (int i = 0; i < values.length; i++) {
            figures.judged()[i] = figures.judged()[i] && weights.count(i) > 0;
        }
        double[] analytic = figures.p();
        ConditionalPermutation dealt = permutations == 0
                ? null
                : ConditionalPermutation.of(values, weights, permutations, seed, Dealing.WITHOUT_REPLACEMENT);
        double[] permuted = dealt == null ? null : dealt.p(figures.judged());
        double[] deciding = permuted == null ? analytic : permuted;
        int[] directions = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int byZ = (int) Math.signum(figures.z()[i]);
            int byHands = dealt == null ? byZ : Integer.compare(dealt.atMost(i), dealt.atLeast(i));
            directions[i] = byZ == byHands ? byZ : 0;
        }
        return new LocalTest(
                figures,
                analytic,
                permuted,
                falseDiscovery ? FalseDiscovery.corrected(deciding, figures.judged()) : deciding.clone(),
                directions,
                moran == null ? null : moran.quadrants());
    }

    /** The p-values that decide, before any correction. */
    public double[] p() {
        return permuted == null ? analytic : permuted;
    }
}
