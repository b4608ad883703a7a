package vn.anttmap.density.hotspot;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.anttmap.density.statistics.LocalTest;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * The parameters of a request that say how hot spots are looked for.
 *
 * @param method {@code gi-star}, {@code gi} or {@code local-moran}
 * @param weights {@code queen}, {@code rook}, {@code distance} or {@code nearest}
 * @param distanceM of {@code weights=distance}, 1 to 500000 metres; else the smallest at which every area has a neighbour
 * @param neighbours of {@code weights=nearest}, 1 to 50
 * @param permutations 99 to 999999, or 0 for p-values of the normal distribution
 * @param seed of the permutations: the same one gives the same answer
 * @param correction {@code fdr} (Benjamini and Hochberg) or {@code none}
 * @param basis {@code count}, {@code perSqKm} or {@code per1000}; else counts of cells and per km² of areas
 * @param confidence per cent from which an area is a hot or cold spot or a cluster: 90, 95 or 99
 */
record HotSpotQuery(
        @Schema(defaultValue = "gi-star") @Nullable String method,
        @Schema(defaultValue = "queen") @Nullable String weights,
        @Nullable Double distanceM,
        @Schema(defaultValue = "8") @Nullable Integer neighbours,
        @Schema(defaultValue = "99999") @Nullable Integer permutations,
        @Schema(defaultValue = "1") @Nullable Long seed,
        @Schema(defaultValue = "fdr") @Nullable String correction,
        @Nullable String basis,
        @Schema(defaultValue = "95") @Nullable Integer confidence) {

    private static final double LARGEST_DISTANCE_M = 500_000;

    HotSpotSettings settings() {
        HotSpotSettings usual = HotSpotSettings.USUAL;
        if (distanceM != null && !(distanceM >= 1 && distanceM <= LARGEST_DISTANCE_M)) {
            throw outOfRange("distanceM", distanceM, 1, (int) LARGEST_DISTANCE_M);
        }
        if (neighbours != null && (neighbours < 1 || neighbours > HotSpotSettings.MOST_NEIGHBOURS)) {
            throw outOfRange("neighbours", neighbours, 1, HotSpotSettings.MOST_NEIGHBOURS);
        }
        if (permutations != null
                && permutations != 0
                && (permutations < HotSpotSettings.FEWEST_PERMUTATIONS
                        || permutations > HotSpotSettings.MOST_PERMUTATIONS)) {
            throw outOfRange(
                    "permutations",
                    permutations,
                    HotSpotSettings.FEWEST_PERMUTATIONS,
                    HotSpotSettings.MOST_PERMUTATIONS);
        }
        return new HotSpotSettings(
                method == null
                        ? usual.method()
                        : HotSpotSettings.choice("method", method, LocalTest.Statistic.values(), HotSpotSettings::key),
                weights == null
                        ? usual.weights()
                        : HotSpotSettings.choice(
                                "weights", weights, HotSpotSettings.WeightKind.values(), HotSpotSettings::key),
                distanceM,
                neighbours == null ? usual.neighbours() : neighbours,
                permutations,
                seed == null ? usual.seed() : seed,
                correction == null
                        || HotSpotSettings.choice(
                                "correction",
                                correction,
                                new Boolean[] {true, false},
                                corrected -> corrected ? "fdr" : "none"),
                basis == null
                        ? null
                        : HotSpotSettings.choice("basis", basis, HotSpotSettings.Basis.values(), HotSpotSettings::key),
                confidence == null
                        ? usual.confidence()
                        : HotSpotSettings.choice(
                                "confidence",
                                String.valueOf(confidence),
                                HotSpotSettings.CONFIDENCES.toArray(new Integer[0]),
                                String::valueOf));
    }

    private static UserProblem outOfRange(String name, Number value, int least, int most) {
        return UserProblem.of(Kind.INVALID, "number-out-of-range", name, least, most)
                .at(name, value);
    }
}
