package vn.anttmap.density.rates;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Exact confidence interval of a count that varies by chance as a Poisson variable does (Garwood 1936): the means under
 * which so few, or so many, would still be seen once in forty times.
 *
 * @param lower smallest mean, cases
 * @param upper largest mean, cases
 */
public record CountInterval(double lower, double upper) {

    private static final double TAIL = 0.025;

    /** Each is computed once: almost all areas have one of these counts, and a quantile takes microseconds. */
    private static final @Nullable CountInterval[] SMALL = new CountInterval[1_000];

    /** The 95 % interval. @param count cases, 0 or more */
    public static CountInterval of(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("a count of " + count);
        }
        if (count >= SMALL.length) {
            return compute(count);
        }
        CountInterval known = SMALL[count];
        if (known == null) {
            known = compute(count);
            SMALL[count] = known;
        }
        return known;
    }

    private static CountInterval compute(int count) {
        double lower = count == 0 ? 0 : GammaDistribution.of(count, 1).inverseCumulativeProbability(TAIL);
        double upper = GammaDistribution.of(count + 1.0, 1).inverseSurvivalProbability(TAIL);
        return new CountInterval(lower, upper);
    }
}
