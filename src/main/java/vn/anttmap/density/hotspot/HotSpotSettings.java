package vn.anttmap.density.hotspot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.anttmap.density.statistics.ConditionalPermutation;
import vn.anttmap.density.statistics.LocalTest;
import vn.anttmap.density.statistics.SpatialWeights;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * How hot spots are looked for.
 *
 * @param distanceM of {@link WeightKind#DISTANCE}; null for the smallest at which every area has a neighbour
 * @param neighbours of {@link WeightKind#NEAREST}
 * @param permutations 0 for p-values of the normal distribution; null for as many as are usual
 * @param basis null for what suits: counts of cells, which are equally large; per km² of areas
 * @param confidence from which percentage on an area is a hot or cold spot, or a cluster: one of {@link #CONFIDENCES}
 */
public record HotSpotSettings(
        LocalTest.Statistic method,
        WeightKind weights,
        @Nullable Double distanceM,
        int neighbours,
        @Nullable Integer permutations,
        long seed,
        boolean falseDiscovery,
        @Nullable Basis basis,
        int confidence) {

    /** Which areas are neighbours. */
    public enum WeightKind {
        /** A common border or corner. */
        QUEEN,
        /** A common border. */
        ROOK,
        /** Middles within a distance. */
        DISTANCE,
        /** The nearest by their middles. */
        NEAREST
    }

    /** What is compared. */
    public enum Basis {
        COUNT,
        PER_SQ_KM,
        PER_1000
    }

    /** Enough for p-values that survive the correction for some thousand areas. */
    static final int USUAL_PERMUTATIONS = 99_999;

    static final int FEWEST_PERMUTATIONS = 99;
    static final int MOST_PERMUTATIONS = 999_999;
    static final int USUAL_NEIGHBOURS = 8;
    static final int MOST_NEIGHBOURS = 50;
    static final long USUAL_SEED = 1;
    static final int USUAL_CONFIDENCE = 95;
    static final List<Integer> CONFIDENCES = List.of(90, 95, 99);

    /** Gi*, border or corner, permutations, false discovery correction. */
    public static final HotSpotSettings USUAL = new HotSpotSettings(
            LocalTest.Statistic.GI_STAR,
            WeightKind.QUEEN,
            null,
            USUAL_NEIGHBOURS,
            null,
            USUAL_SEED,
            true,
            null,
            USUAL_CONFIDENCE);

    /** How many permutations are made with these weights. @throws UserProblem if more are asked for than can be held */
    int permutationsFor(SpatialWeights found) {
        int neighboursAtMost = Math.max(1, found.mostNeighbours());
        int possible = ConditionalPermutation.MOST_DRAWS / neighboursAtMost;
        if (permutations == null && possible >= FEWEST_PERMUTATIONS) {
            return Math.min(USUAL_PERMUTATIONS, possible);
        }
        if (permutations == null || permutations > possible) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "hotspot-too-many-neighbours", neighboursAtMost, possible);
        }
        return permutations;
    }

    /** In answers and parameters: {@code gi-star}. */
    static String key(LocalTest.Statistic method) {
        return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String key(WeightKind weights) {
        return weights.name().toLowerCase(Locale.ROOT);
    }

    static String key(Basis basis) {
        return switch (basis) {
            case COUNT -> "count";
            case PER_SQ_KM -> "perSqKm";
            case PER_1000 -> "per1000";
        };
    }

    /** @throws UserProblem naming the choices */
    static <E> E choice(String parameter, String value, E[] choices, java.util.function.Function<E, String> key) {
        return Arrays.stream(choices)
                .filter(choice -> key.apply(choice).equals(value))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "filter-value-unknown",
                                Arrays.stream(choices).map(key).collect(Collectors.joining(", ")))
                        .at(parameter, value));
    }
}
