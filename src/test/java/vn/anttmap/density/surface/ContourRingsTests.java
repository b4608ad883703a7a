package vn.anttmap.density.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import vn.anttmap.geo.CoordinateSystems;

class ContourRingsTests {

    /** Cells of 1 m with their middles at .5. */
    private static MetricGrid grid(int columns, int rows) {
        return new MetricGrid(CoordinateSystems.get("EPSG:5897"), 0, 0, 1, columns, rows);
    }

    /** A single cell of 4 among zeros: the line at 1 runs three quarters of the way out, at 3 a quarter. */
    @Test
    void aPeakIsSurroundedHalfAWayOut() {
        double[] values = new double[25];
        values[12] = 4;

        Envelope low = box(ContourRings.above(grid(5, 5), values, 1).get(0));
        Envelope high = box(ContourRings.above(grid(5, 5), values, 3).get(0));

        assertThat(ContourRings.above(grid(5, 5), values, 1)).hasSize(1).allMatch(Orientation::isCCW);
        assertThat(List.of(low.getMinX(), low.getMaxX(), low.getMinY(), low.getMaxY()))
                .containsExactly(1.75, 3.25, 1.75, 3.25);
        assertThat(List.of(high.getMinX(), high.getMaxX())).containsExactly(2.25, 2.75);
    }

    @Test
    void aHollowIsAHoleTheOtherWayRound() {
        double[] values = new double[25];
        java.util.Arrays.fill(values, 4);
        values[12] = 0;

        List<Coordinate[]> rings = ContourRings.above(grid(5, 5), values, 2);

        assertThat(rings).hasSize(2);
        assertThat(rings).filteredOn(Orientation::isCCW).hasSize(1);
        assertThat(rings)
                .filteredOn(ring -> !Orientation.isCCW(ring))
                .singleElement()
                // A square on its corner with half a metre to each.
                .satisfies(ring -> assertThat(Area.ofRing(ring)).isCloseTo(0.5, within(1e-12)));
    }

    /** Two corners of four above: joined where their middle is above, else apart. */
    @Test
    void aSaddleIsJoinedWhereItsMiddleIsAbove() {
        double[] saddle = {0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0};

        assertThat(ContourRings.above(grid(4, 4), saddle, 1)).hasSize(1);
        assertThat(ContourRings.above(grid(4, 4), saddle, 3)).hasSize(2);
    }

    /** What reaches the edge of the grid goes on beyond it, so that the border of the ground cuts it and not the grid. */
    @Test
    void whatReachesTheEdgeGoesOnBeyondIt() {
        double[] values = {4, 4, 4, 4};

        Envelope box = box(ContourRings.above(grid(2, 2), values, 1).get(0));

        assertThat(box.contains(new Envelope(0, 2, 0, 2))).isTrue();
    }

    @Test
    void ringsOfARoughFieldAreSimpleAndNested() {
        MetricGrid grid = grid(40, 30);
        double[] values = new double[grid.cells()];
        Random random = new Random(5);
        for (int i = 0; i < values.length; i++) {
            // Whole numbers, so that many equal the limits.
            values[i] = random.nextInt(7);
        }
        GeometryFactory factory = new GeometryFactory();
        double before = Double.POSITIVE_INFINITY;
        for (double limit : new double[] {0, 1, 2, 3, 4, 5}) {
            double area = 0;
            for (Coordinate[] ring : ContourRings.above(grid, values, limit)) {
                assertThat(factory.createLinearRing(ring).isSimple()).isTrue();
                area += Area.ofRingSigned(ring) * -1;
            }
            assertThat(area).isPositive().isLessThan(before);
            before = area;
        }
    }

    private static Envelope box(Coordinate[] ring) {
        Envelope box = new Envelope();
        for (Coordinate place : ring) {
            box.expandToInclude(place);
        }
        return box;
    }
}
