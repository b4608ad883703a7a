package vn.anttmap.density.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.anttmap.density.statistics.LocalTest;
import vn.anttmap.density.statistics.PointNeighbours;
import vn.anttmap.density.statistics.SpatialWeights;

/**
 * Maps on which incidents fall anywhere alike show a hot spot in at most one of twenty, with the default settings. 100 maps
 * of each kind; {@code -Danttmap.maps=1000} for more.
 */
class NoClusterTests {

    private static final int MAPS = Integer.getInteger("anttmap.maps", 100);

    @ParameterizedTest(name = "{0} x {1} hexagons, {2} incidents each")
    @CsvSource({"8, 5, 3", "20, 15, 0.2", "20, 15, 1", "20, 15, 5"})
    void fewMapsOfHexagonsWithoutAClusterShowAHotSpot(int columns, int rows, double mean) {
        assertFewHotSpots(
                hexagons(columns, rows),
                IntStream.range(0, columns * rows).mapToDouble(i -> 1).toArray(),
                mean);
    }

    /** Rates of areas some of which are twenty times as large as others. */
    @ParameterizedTest(name = "{0} incidents in an area of mean size")
    @CsvSource({"2", "10"})
    void fewMapsOfUnequalAreasWithoutAClusterShowAHotSpot(double mean) {
        SplittableRandom random = new SplittableRandom(7);
        double[] sizes = IntStream.range(0, 300)
                .mapToDouble(i -> 0.1 * Math.pow(20, random.nextDouble()))
                .toArray();
        assertFewHotSpots(hexagons(20, 15), sizes, mean);
    }

    private static void assertFewHotSpots(SpatialWeights weights, double[] sizes, double mean) {
        SplittableRandom random = new SplittableRandom(20190815);
        HotSpotSettings usual = HotSpotSettings.USUAL;
        int shown = 0;
        for (int map = 0; map < MAPS; map++) {
            double[] rates = IntStream.range(0, sizes.length)
                    .mapToDouble(i -> poisson(mean * sizes[i], random) / sizes[i])
                    .toArray();
            LocalTest test = LocalTest.of(
                    usual.method(),
                    rates,
                    weights,
                    usual.permutationsFor(weights),
                    usual.seed(),
                    usual.falseDiscovery());
            shown += IntStream.range(0, rates.length)
                            .anyMatch(area -> HotSpotClass.of(test, area, usual.confidence())
                                    .hot(usual.confidence()))
                    ? 1
                    : 0;
        }
        assertThat(shown).as("maps of %d that show a hot spot", MAPS).isLessThanOrEqualTo(most());
    }

    /** A twentieth of a thousand maps; of fewer, what a twentieth comes to by chance but once in a thousand times. */
    private static int most() {
        return MAPS >= 1_000 ? MAPS / 20 : BinomialDistribution.of(MAPS, 0.05).inverseCumulativeProbability(0.999);
    }

    /** Knuth's way; the means are small. */
    private static int poisson(double mean, SplittableRandom random) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    private static SpatialWeights hexagons(int columns, int rows) {
        double[] x = new double[columns * rows];
        double[] y = new double[columns * rows];
        for (int i = 0; i < x.length; i++) {
            int row = i / columns;
            x[i] = 100 * (i % columns + (row % 2) / 2.0);
            y[i] = 100 * row * Math.sqrt(3) / 2;
        }
        return new PointNeighbours(x, y).within(101);
    }
}
