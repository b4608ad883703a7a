package vn.anttmap.density.rates;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Whether two periods of one area differ by more than chance: the exact conditional test of two Poisson means (Przyborowski
 * and Wilenski 1940). Of all cases together, those of the later period are a binomial number if nothing changed, with the
 * share that its length has.
 *
 * @param ratio rate of the later period over that of the earlier one; infinite where the earlier one has no case, NaN where
 *     neither has one
 * @param p probability of a split at least as unlikely as this one if nothing changed, two-sided; 1 without any case
 */
public record PeriodComparison(double ratio, double p) {

    /** As R's {@code poisson.test}: splits count as alike within this share of the probability. */
    private static final double ALIKE = 1 + 1e-7;

    /** Below this p-value a change is called clear. */
    public static final double CLEAR = 0.05;

    /**
     * @param later cases of the later period
     * @param laterDays its length, days
     * @param earlier cases of the earlier period
     * @param earlierDays its length, days
     */
    public static PeriodComparison of(int later, int laterDays, int earlier, int earlierDays) {
        if (later < 0 || earlier < 0 || laterDays <= 0 || earlierDays <= 0) {
            throw new IllegalArgumentException(later + " in " + laterDays + ", " + earlier + " in " + earlierDays);
        }
        double ratio = ((double) later / laterDays) / ((double) earlier / earlierDays);
        int cases = later + earlier;
        if (cases == 0) {
            return new PeriodComparison(Double.NaN, 1);
        }
        double share = (double) laterDays / (laterDays + earlierDays);
        return new PeriodComparison(ratio, twoSided(BinomialDistribution.of(cases, share), later, cases * share));
    }

    /** Whether the periods differ clearly. */
    public boolean isClear() {
        return p < CLEAR;
    }

    private static double twoSided(BinomialDistribution split, int seen, double expected) {
        double limit = split.probability(seen) * ALIKE;
        if (seen == expected) {
            return 1;
        }
        int cases = split.getNumberOfTrials();
        if (seen < expected) {
            // Probabilities fall from the expected split outwards: look for the first that is as unlikely on the other
            // side.
            int from = firstAtMost(split, limit, (int) Math.ceil(expected), cases);
            return Math.min(
                    1, split.cumulativeProbability(seen) + (from > cases ? 0 : split.survivalProbability(from - 1)));
        }
        int to = lastAtMost(split, limit, (int) Math.floor(expected));
        return Math.min(1, (to < 0 ? 0 : split.cumulativeProbability(to)) + split.survivalProbability(seen - 1));
    }

    private static int firstAtMost(BinomialDistribution split, double limit, int begin, int end) {
        int low = begin;
        int high = end + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (split.probability(middle) <= limit) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static int lastAtMost(BinomialDistribution split, double limit, int begin) {
        int low = -1;
        int high = begin;
        while (low < high) {
            int middle = (low + high + 1) >> 1;
            if (split.probability(middle) <= limit) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
