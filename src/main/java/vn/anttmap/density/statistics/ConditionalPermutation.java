package vn.anttmap.density.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How often the neighbours of an area would sum to as much, or as little, if the values of all other areas were dealt out
 * anew while the area keeps its own.
 *
 * <p>Given the area's own value, Gi, Gi* and local Moran are rising or falling functions of the sum over its neighbours, so one
 * count serves all three. The same hands are dealt to every area, as PySAL does: a hand that holds the area itself gives the
 * one value that no hand holds instead. So the sums of all hands are sorted once for each number of neighbours, and an area
 * costs one search and the few hands that it is in; the cost is permutations × neighbours + areas, not their product. The
 * p-value of each area is that of its own permutations; those of several areas share their hands, as they share the map.
 */
public final class ConditionalPermutation {

    /** Hands × cards that are kept in memory at a time: ten bytes each. */
    public static final int MOST_DRAWS = 6_000_000;

    /** Sums of the same values in another order differ by less than this share. */
    private static final double ROUNDING = 1e-11;

    private static final int[] NONE = {};

    private final int permutations;
    private final int[] atLeast;
    private final int[] atMost;

    private ConditionalPermutation(int permutations, int areas) {
        this.permutations = permutations;
        atLeast = new int[areas];
        atMost = new int[areas];
    }

    /** How one hand is dealt. */
    public enum Dealing {
        /** No area twice in a hand: the conditional permutation as it is defined. */
        WITHOUT_REPLACEMENT,
        /** As R's spdep deals; for comparing with it. */
        WITH_REPLACEMENT
    }

    /**
     * @param values one finite number for each area; at least three
     * @param permutations 1 or more
     * @param seed the same seed gives the same answer, bit for bit
     * @throws IllegalArgumentException if permutations × most neighbours are above {@value #MOST_DRAWS}
     */
    public static ConditionalPermutation of(
            double[] values, SpatialWeights weights, int permutations, long seed, Dealing dealing) {
        int most = weights.mostNeighbours();
        if (values.length < 3
                || permutations < 1
                || most > Short.MAX_VALUE
                || (long) most * permutations > MOST_DRAWS) {
            throw new IllegalArgumentException(
                    permutations + " permutations of " + most + " of " + values.length + " areas");
        }
        ConditionalPermutation result = new ConditionalPermutation(permutations, values.length);
        int[][] hands = new int[most][permutations];
        deal(hands, permutations, values.length - 1, new SplittableRandom(seed), dealing);
        result.count(values, weights, hands, new Holders(hands, values.length));
        return result;
    }

    /** Areas are numbered 0 to n - 2 here: the last one is the one that no hand holds. */
    private static void deal(int[][] hands, int permutations, int others, SplittableRandom random, Dealing dealing) {
        int[] pack = IntStream.range(0, others).toArray();
        for (int hand = 0; hand < permutations; hand++) {
            for (int card = 0; card < hands.length; card++) {
                if (dealing == Dealing.WITH_REPLACEMENT) {
                    hands[card][hand] = random.nextInt(others);
                } else {
                    // The pack stays shuffled from hand to hand: any order is as good to begin with.
                    int at = card + random.nextInt(others - card);
                    int drawn = pack[at];
                    pack[at] = pack[card];
                    pack[card] = drawn;
                    hands[card][hand] = drawn;
                }
            }
        }
    }

    private void count(double[] values, SpatialWeights weights, int[][] hands, Holders holders) {
        int[] byCount = IntStream.range(0, values.length)
                .boxed()
                .sorted((one, other) -> Integer.compare(weights.count(one), weights.count(other)))
                .mapToInt(Integer::intValue)
                .toArray();
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        double[] sums = new double[permutations];
        double[] sorted = sums;
        int cards = 0;
        for (int area : byCount) {
            int wanted = weights.count(area);
            if (wanted == 0) {
                continue;
            }
            if (cards < wanted) {
                for (; cards < wanted; cards++) {
                    for (int hand = 0; hand < permutations; hand++) {
                        sums[hand] += values[hands[cards][hand]];
                    }
                }
                sorted = sums.clone();
                Arrays.sort(sorted);
            }
            count(area, values, weights.sum(area, values), ROUNDING * largest * wanted, sums, sorted, wanted, holders);
        }
    }

    private void count(
            int area,
            double[] values,
            double observed,
            double rounding,
            double[] sums,
            double[] sorted,
            int cards,
            Holders holders) {
        double lowest = observed - rounding;
        double highest = observed + rounding;
        int below = firstNotBelow(sorted, lowest);
        int notAbove = firstNotBelow(sorted, Math.nextUp(highest));
        int least = permutations - below;
        int most = notAbove;
        double instead = area == values.length - 1 ? 0 : values[values.length - 1] - values[area];
        int[] holding = instead == 0 ? NONE : holders.handsWith(area, cards);
        for (int at = 0; at < holding.length; ) {
            int hand = holding[at];
            double sum = sums[hand];
            double changed = sum;
            for (; at < holding.length && holding[at] == hand; at++) {
                changed += instead;
            }
            least += (changed >= lowest ? 1 : 0) - (sum >= lowest ? 1 : 0);
            most += (changed <= highest ? 1 : 0) - (sum <= highest ? 1 : 0);
        }
        atLeast[area] = least;
        atMost[area] = most;
    }

    private static int firstNotBelow(double[] sorted, double limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public int permutations() {
        return permutations;
    }

    /** In how many hands the neighbours sum to at least what they do; 0 for an island. */
    public int atLeast(int area) {
        return atLeast[area];
    }

    /** In how many hands the neighbours sum to at most what they do; 0 for an island. */
    public int atMost(int area) {
        return atMost[area];
    }

    /**
     * Two-sided p-values: twice the smaller tail, ties on both sides, the map as it is counted as one more hand. So none is
     * smaller than 2 / (permutations + 1).
     *
     * @param judged those that are not keep 1
     */
    public double[] p(boolean[] judged) {
        double[] p = new double[atLeast.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = judged[i] ? Math.min(1, 2.0 * (Math.min(atLeast[i], atMost[i]) + 1) / (permutations + 1)) : 1;
        }
        return p;
    }
}
