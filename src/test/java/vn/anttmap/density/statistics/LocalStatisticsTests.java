package vn.anttmap.density.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import vn.anttmap.density.statistics.ConditionalPermutation.Dealing;

/** What can be worked out by hand, and what must not happen. */
class LocalStatisticsTests {

    /** Five areas in a row, each neighbour of the next. */
    private static final SpatialWeights ROW = SpatialWeights.of(new int[][] {{1}, {0, 2}, {1, 3}, {2, 4}, {3}});

    private static final double[] VALUES = {1, 1, 1, 4, 8};

    /**
     * Values 1 1 1 4 8: mean 3, variance (4+4+4+1+25)/5 = 7.6. The last: itself and one neighbour sum to 12, 6 above 2 × 3;
     * spread 7.6 · (5·2 − 4)/4 = 11.4; 6/√11.4 = 1.77705.
     */
    @Test
    void giStarByHand() {
        assertThat(GetisOrd.giStar(VALUES, ROW).z()[4]).isCloseTo(1.77705, within(1e-5));
    }

    /**
     * The last: the others 1 1 1 4 have mean 1.75 and variance (3·0.5625 + 5.0625)/4 = 1.6875; the neighbour is 2.25 above;
     * spread 1.6875 · (4·1 − 1)/3 = 1.6875; 2.25/√1.6875 = 1.73205.
     */
    @Test
    void giByHand() {
        assertThat(GetisOrd.gi(VALUES, ROW).z()[4]).isCloseTo(1.73205, within(1e-5));
    }

    /** The last: z 5, its neighbour 1; I = 5/7.6 · 1 = 0.65789. The row's middle lies low between low and high. */
    @Test
    void localMoranByHand() {
        LocalMoran moran = LocalMoran.of(VALUES, ROW);

        assertThat(moran.statistic()[4]).isCloseTo(0.65789, within(1e-5));
        assertThat(moran.quadrants())
                .containsExactly(
                        LocalMoran.Quadrant.LOW_LOW,
                        LocalMoran.Quadrant.LOW_LOW,
                        LocalMoran.Quadrant.LOW_LOW,
                        LocalMoran.Quadrant.HIGH_HIGH,
                        LocalMoran.Quadrant.HIGH_HIGH);
    }

    /** The last has one neighbour, 4; of the four others one is 4 and three are 1: a quarter of the hands reach it. */
    @Test
    void permutationsByHand() {
        ConditionalPermutation permutations =
                ConditionalPermutation.of(VALUES, ROW, 40_000, 7, Dealing.WITHOUT_REPLACEMENT);

        // Three errors of 40,000 hands: 3 · √(0.25·0.75/40,000) = 0.0065.
        assertThat(permutations.atLeast(4) / 40_000.0).isCloseTo(0.25, within(0.0065));
        assertThat(permutations.atMost(4)).isEqualTo(40_000);
        // The second: neighbours 1 and 1, the others 1 1 4 8; one of six pairs is as small.
        assertThat(permutations.atMost(1) / 40_000.0).isCloseTo(1 / 6.0, within(0.0056));
        assertThat(permutations.atLeast(1)).isEqualTo(40_000);
    }

    @Test
    void theSameSeedGivesTheSameAnswerAndAnotherOneAnother() {
        Reference reference = Reference.read("hexagons-queen");
        boolean[] judged = GetisOrd.gi(reference.values(), reference.weights()).judged();

        double[] once = permuted(reference, 1).p(judged);

        assertThat(permuted(reference, 1).p(judged)).isEqualTo(once);
        assertThat(permuted(reference, 2).p(judged)).isNotEqualTo(once);
    }

    private static ConditionalPermutation permuted(Reference reference, long seed) {
        return ConditionalPermutation.of(
                reference.values(), reference.weights(), 9_999, seed, Dealing.WITHOUT_REPLACEMENT);
    }

    /** Against dealing anew for every area: the shared hands are no worse. */
    @Test
    void sharedHandsGiveTheSameTailsAsHandsOfTheAreasOwn() {
        Reference reference = Reference.read("nearest");
        double[] values = reference.values();
        SpatialWeights weights = reference.weights();
        ConditionalPermutation shared =
                ConditionalPermutation.of(values, weights, 99_999, 3, Dealing.WITHOUT_REPLACEMENT);
        java.util.Random random = new java.util.Random(5);

        for (int area : new int[] {0, 1, 17, 79}) {
            List<Integer> others = new java.util.ArrayList<>(IntStream.range(0, values.length)
                    .filter(other -> other != area)
                    .boxed()
                    .toList());
            int reached = 0;
            for (int hand = 0; hand < 20_000; hand++) {
                java.util.Collections.shuffle(others, random);
                double sum = 0;
                for (int card = 0; card < weights.count(area); card++) {
                    sum += values[others.get(card)];
                }
                reached += sum >= weights.sum(area, values) - 1e-9 ? 1 : 0;
            }
            double own = reached / 20_000.0;
            assertThat(shared.atLeast(area) / 99_999.0)
                    .isCloseTo(own, within(3.5 * Math.sqrt(own * (1 - own) * (1 / 20_000.0 + 1 / 99_999.0)) + 1e-4));
        }
    }

    @Test
    void whereNothingVariesNothingIsJudged() {
        double[] equal = {2.1, 2.1, 2.1, 2.1, 2.1};

        for (LocalFigures figures : List.of(
                GetisOrd.gi(equal, ROW),
                GetisOrd.giStar(equal, ROW),
                LocalMoran.of(equal, ROW).figures())) {
            assertThat(figures.judgedCount()).isZero();
            assertThat(figures.z()).containsOnly(0);
            assertThat(figures.p()).containsOnly(1);
        }
    }

    @Test
    void anAreaWithAllOthersAsNeighboursIsNotJudged() {
        SpatialWeights star = SpatialWeights.of(new int[][] {{1, 2, 3, 4}, {0}, {0}, {0}, {0}});

        assertThat(GetisOrd.gi(VALUES, star).judged()[0]).isFalse();
        assertThat(GetisOrd.giStar(VALUES, star).judged()[0]).isFalse();
        assertThat(LocalMoran.of(VALUES, star).figures().judged()[0]).isFalse();
    }

    @Test
    void aValueThatIsNoNumberIsRefused() {
        double[] broken = {1, Double.NaN, 1, 4, 8};

        assertThatThrownBy(() -> GetisOrd.gi(broken, ROW)).isInstanceOf(IllegalArgumentException.class);
    }

    /** 0.01 0.02 0.03 0.5 of four: 0.04, 0.04, 0.04 and 0.5; an island is not counted. */
    @Test
    void falseDiscoveryByHand() {
        double[] corrected = FalseDiscovery.corrected(
                new double[] {0.5, 0.02, 0.001, 0.01, 0.03}, new boolean[] {true, true, false, true, true});

        assertThat(corrected[0]).isCloseTo(0.5, within(1e-15));
        assertThat(corrected[1]).isCloseTo(0.04, within(1e-15));
        assertThat(corrected[2]).isEqualTo(1);
        assertThat(corrected[3]).isCloseTo(0.04, within(1e-15));
        assertThat(corrected[4]).isCloseTo(0.04, within(1e-15));
    }

    /** Borders that are meant to be one lie half a metre apart in data of two sources. */
    @Test
    void aNarrowGapIsNoGap() {
        List<Geometry> three = List.of(box(0, 0, 100, 100), box(100.5, 0, 200, 100), box(100.5, 100.5, 200, 200));

        assertThat(PolygonNeighbours.rook(three, 1).neighboursOf(0)).containsExactly(1);
        assertThat(PolygonNeighbours.queen(three, 1).neighboursOf(0)).containsExactly(1, 2);
        assertThat(PolygonNeighbours.queen(three, 0.1).islands()).isEqualTo(3);
    }

    private static Geometry box(double west, double south, double east, double north) {
        return new GeometryFactory().toGeometry(new Envelope(west, east, south, north));
    }

    /** Places 0, 3, 3 and 10 km east: from the first, two are equally far; the lower number comes first. */
    @Test
    void nearestBreaksTiesByNumberAndDistanceIncludesItsLimit() {
        PointNeighbours places = new PointNeighbours(new double[] {0, 3_000, 3_000, 10_000}, new double[4]);

        assertThat(places.nearest(1).neighboursOf(0)).containsExactly(1);
        assertThat(places.within(3_000).neighboursOf(0)).containsExactly(1, 2);
        assertThat(places.within(3_000).islands()).isEqualTo(1);
        assertThat(places.farthestNearest()).isEqualTo(7_000);
    }
}
