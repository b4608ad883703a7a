package vn.anttmap.density.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import vn.anttmap.geo.CoordinateSystems;

/** Hexagons and squares of equal area in a plane. */
class GridShapeTests {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final GridShape.Cell ANY = new GridShape.Cell(1_230, -471);

    @ParameterizedTest
    @EnumSource(GridShape.class)
    void everyCellHasTheAreaOfASquareOfItsSize(GridShape shape) {
        assertThat(outline(shape, ANY).getArea()).isCloseTo(62_500, within(1e-3));
        assertThat(outline(shape, ANY).getCentroid().getCoordinate().distance(shape.middle(ANY, 250)))
                .isLessThan(1e-6);
    }

    @Test
    void theFirstSquareBeginsAtTheOriginAndTheFirstHexagonLiesRoundIt() {
        assertThat(GridShape.SQUARE.at(0, 0, 250)).isEqualTo(new GridShape.Cell(0, 0));
        assertThat(GridShape.SQUARE.at(-0.001, 249.999, 250)).isEqualTo(new GridShape.Cell(-1, 0));
        // An edge of a hexagon of 62,500 m² is 250 · √(2 / 3√3) = 155.10 m, half its width 134.32 m.
        assertThat(GridShape.HEXAGON.at(134.3, 0, 250)).isEqualTo(new GridShape.Cell(0, 0));
        assertThat(GridShape.HEXAGON.at(134.4, 0, 250)).isEqualTo(new GridShape.Cell(1, 0));
        assertThat(GridShape.HEXAGON.at(0, 155.2, 250).row()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(GridShape.class)
    void aPlaceLiesInTheCellThatItIsPutInto(GridShape shape) {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            double x = 400_000 + random.nextDouble() * 200_000;
            double y = 1_000_000 + random.nextDouble() * 1_500_000;
            Point place = FACTORY.createPoint(new Coordinate(x, y));

            assertThat(outline(shape, shape.at(x, y, 250)).distance(place)).isLessThan(1e-6);
        }
    }

    @ParameterizedTest
    @EnumSource(GridShape.class)
    void neighboursHaveTheVeryCornersOfTheCellAndNothingLiesBetween(GridShape shape) {
        Set<Coordinate> own = new HashSet<>(Arrays.asList(shape.ring(ANY, 250)));

        for (GridShape.Cell neighbour : shape.around(ANY, false)) {
            assertThat(Arrays.stream(shape.ring(neighbour, 250)).distinct().filter(own::contains))
                    .hasSize(2);
        }
        assertThat(shape.around(ANY, true)).hasSize(shape == GridShape.HEXAGON ? 6 : 8);
        Geometry all = outline(shape, ANY);
        for (GridShape.Cell neighbour : shape.around(ANY, true)) {
            all = all.union(outline(shape, neighbour));
        }
        assertThat(all.getGeometryType()).isEqualTo("Polygon");
        assertThat(((Polygon) all).getNumInteriorRing()).isZero();
    }

    /** A ground of 1,000 m × 600 m off the grid, as two halves: the shares sum to its area, each place counts once. */
    @ParameterizedTest
    @EnumSource(GridShape.class)
    void theSharesOfTheCellsSumToTheGround(GridShape shape) {
        List<Geometry> ground = List.of(
                FACTORY.toGeometry(new Envelope(500_033, 500_533, 2_200_017, 2_200_617)),
                FACTORY.toGeometry(new Envelope(500_533, 501_033, 2_200_017, 2_200_617)));
        CellGrid grid = CellGrid.of(
                new CoveredGround.ProvinceGround("", CoordinateSystems.get("EPSG:3405"), ground, new Envelope()),
                shape,
                90,
                1_000);
        CoveredCells cells = grid.cells();
        double[] shares =
                IntStream.range(0, cells.count()).mapToDouble(cells::share).toArray();

        assertThat(Arrays.stream(shares).sum() * 90 * 90).isCloseTo(600_000, within(1e-3));
        assertThat(Arrays.stream(shares).boxed())
                .allMatch(share -> share > 0 && share <= 1)
                .contains(1.0);
        CellTally tally = new CellTally(grid);
        assertThat(tally.count(500_533, 2_200_100)).isTrue();
        assertThat(tally.count(500_034, 2_200_018)).isTrue();
        assertThat(tally.count(500_032, 2_200_018)).isFalse();
        assertThat(tally.count(600_000, 2_200_018)).isFalse();
        assertThat(IntStream.range(0, cells.count()).map(tally::places).sum()).isEqualTo(2);
        assertThat(Arrays.stream(cells.order()).sorted().toArray())
                .isEqualTo(IntStream.range(0, cells.count()).toArray());
    }

    @Test
    void moreCellsThanAllowedAreRefused() {
        List<Geometry> ground = List.of(FACTORY.toGeometry(new Envelope(0, 1_000, 0, 1_000)));

        assertThat(new CoveredCells(GridShape.SQUARE, 100, ground, 100).count()).isEqualTo(100);
        assertThatThrownBy(() -> new CoveredCells(GridShape.SQUARE, 100, ground, 99))
                .isInstanceOf(CellGrid.TooManyCells.class);
    }

    private static Polygon outline(GridShape shape, GridShape.Cell cell) {
        return FACTORY.createPolygon(shape.ring(cell, 250));
    }
}
