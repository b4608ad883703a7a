package vn.anttmap.density.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import vn.anttmap.geo.CoordinateSystems;

/**
 * Against spatstat's {@code density.ppp} on the same pixels, points, window, kernel, bandwidth and correction
 * (src/test/resources/density/surface.R). What is compared is every pixel: both put points into the middle of their pixel
 * and sample the kernel there, spatstat by FFT, this service by sums.
 */
class KernelDensityTests {

    private static final double CELL = 25;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Geometry ground = ground();
    private final MetricGrid grid = MetricGrid.around(CoordinateSystems.get("EPSG:5897"), 0, 0, 1000, 800, CELL);
    private final boolean[] window = window(ground);
    private final Spread.Points points = points();

    @ParameterizedTest
    @CsvSource({
        "quartic, 60, uniform",
        "quartic, 60, diggle",
        "quartic, 150, uniform",
        "quartic, 150, diggle",
        "gaussian, 60, uniform",
        "gaussian, 60, diggle",
        "gaussian, 150, uniform",
        "gaussian, 150, diggle"
    })
    void equalsSpatstatInEveryPixel(String kernel, int bandwidth, String correction) {
        double[][] expected = Reference.rows("surface-" + kernel + "-" + bandwidth + "-" + correction + ".csv", false);

        double[] density = density(SurfaceKernel.ofKey(kernel), bandwidth, EdgeCorrection.ofKey(correction));

        double maximum = Arrays.stream(density).max().orElseThrow();
        int compared = 0;
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int cell = row * grid.columns() + column;
                double there = expected[row][column];
                assertThat(window[cell]).as("column %d, row %d", column, row).isEqualTo(!Double.isNaN(there));
                if (window[cell]) {
                    // What spatstat's FFT leaves where there is nothing is about 1e-16 of the maximum.
                    assertThat(density[cell])
                            .as("column %d, row %d", column, row)
                            .isCloseTo(there, within(1e-6 * Math.abs(there) + 1e-13 * maximum));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(900);
    }

    @ParameterizedTest
    @EnumSource(SurfaceKernel.class)
    void correctedAfterDiggleTheSurfaceComesToTheNumberOfIncidents(SurfaceKernel kernel) {
        for (double bandwidth : new double[] {60, 150, 400}) {
            double mass = mass(density(kernel, bandwidth, EdgeCorrection.DIGGLE));

            assertThat(mass).isCloseTo(points.incidents(), relative(points.incidents()));
        }
    }

    @ParameterizedTest
    @EnumSource(SurfaceKernel.class)
    void anEvenDensityStaysEvenUpToTheBorderWithTheUniformCorrection(SurfaceKernel kernel) {
        double[] mass = new double[grid.cells()];
        for (int i = 0; i < mass.length; i++) {
            mass[i] = window[i] ? 3 : 0;
        }

        double[] density = KernelDensity.estimate(
                grid, mass, window, KernelSmoothing.of(kernel, 90, grid), EdgeCorrection.UNIFORM);

        for (int i = 0; i < mass.length; i++) {
            if (window[i]) {
                // 3 in each 625 m²
                assertThat(density[i]).isCloseTo(3 / 625.0, within(1e-12));
            }
        }
    }

    /** One incident in the middle of a cell: 3 / (π h²) per m² there with h² = 8 · 100², and nothing from h = 282.8 m on. */
    @Test
    void aSingleIncidentIsTheKernelItself() {
        MetricGrid wide = MetricGrid.around(CoordinateSystems.get("EPSG:5897"), 0, 0, 1000, 1000, 4);
        boolean[] everywhere = new boolean[wide.cells()];
        Arrays.fill(everywhere, true);
        double[] mass = new double[wide.cells()];
        mass[wide.cellAt(502, 502)] = 1;

        double[] density = KernelDensity.estimate(
                wide, mass, everywhere, KernelSmoothing.of(SurfaceKernel.QUARTIC, 100, wide), EdgeCorrection.DIGGLE);

        assertThat(density[wide.cellAt(502, 502)]).isCloseTo(3 / (Math.PI * 80_000), within(1e-8));
        // 200 m away: (1 − 40,000 / 80,000)² = a quarter of it.
        assertThat(density[wide.cellAt(702, 502)]).isCloseTo(3 / (Math.PI * 80_000) / 4, within(1e-8));
        assertThat(density[wide.cellAt(502, 502 + 284)]).isZero();
        assertThat(density[wide.cellAt(502 - 204, 502 + 200)]).isZero();
    }

    /** Runs of cells that hold the same are spread together: that must change nothing. */
    @ParameterizedTest
    @EnumSource(SurfaceKernel.class)
    void spreadsRunsOfCellsAsItSpreadsEachAlone(SurfaceKernel kernel) {
        double[] ones = new double[grid.cells()];
        double[] alone = new double[grid.cells()];
        KernelSmoothing smoothing = KernelSmoothing.of(kernel, 70, grid);
        for (int i = 0; i < ones.length; i++) {
            if (window[i]) {
                ones[i] = 2;
                double[] one = new double[grid.cells()];
                one[i] = 2;
                double[] spread = smoothing.smooth(one);
                for (int j = 0; j < alone.length; j++) {
                    alone[j] += spread[j];
                }
            }
        }

        assertThat(smoothing.smooth(ones)).containsExactly(alone, within(1e-12));
    }

    @Test
    void scottsRuleEqualsSpatstats() {
        double[] ones = new double[points.x().length];
        Arrays.fill(ones, 1);
        double[] expected = Reference.rows("surface-bandwidth.csv", true)[0];

        assertThat(ones).hasSize((int) expected[0]);
        assertThat(Bandwidth.scottMeters(points.x(), points.y(), ones)).isCloseTo(expected[1], relative(expected[1]));
        assertThat(Bandwidth.scott(points.x(), points.y(), ones)).isEqualTo(new Bandwidth(76, "scott", false));
    }

    /** Places as they stand for several incidents: 4 at one and 2 at another are 6 places. */
    @Test
    void scottsRuleTakesAWeightAsSoManyPlaces() {
        double[] x = {0, 0, 0, 0, 300, 300};
        double[] y = {0, 0, 0, 0, 600, 600};

        assertThat(Bandwidth.scottMeters(new double[] {0, 300}, new double[] {0, 600}, new double[] {4, 2}))
                .isCloseTo(Bandwidth.scottMeters(x, y, new double[] {1, 1, 1, 1, 1, 1}), within(1e-9));
    }

    private double[] density(SurfaceKernel kernel, double bandwidth, EdgeCorrection correction) {
        int[] owner = WindowRaster.areaOfEachCell(grid, List.of(ground));
        return KernelDensity.estimate(
                grid, points.mass(grid, owner), window, KernelSmoothing.of(kernel, bandwidth, grid), correction);
    }

    private double mass(double[] density) {
        double sum = 0;
        for (int i = 0; i < density.length; i++) {
            sum += window[i] ? density[i] * CELL * CELL : 0;
        }
        return sum;
    }

    private boolean[] window(Geometry geometry) {
        int[] owner = WindowRaster.areaOfEachCell(grid, List.of(geometry));
        boolean[] inside = new boolean[owner.length];
        for (int i = 0; i < owner.length; i++) {
            inside[i] = owner[i] == 0;
        }
        return inside;
    }

    private static Offset<Double> relative(double value) {
        return within(1e-6 * value);
    }

    private static Spread.Points points() {
        double[][] rows = Reference.rows("surface-points.csv", true);
        return new Spread.Points(
                Arrays.stream(rows).mapToDouble(row -> row[0]).toArray(),
                Arrays.stream(rows).mapToDouble(row -> row[1]).toArray());
    }

    private static Geometry ground() {
        List<List<Coordinate>> rings = List.of(new ArrayList<>(), new ArrayList<>());
        for (double[] row : Reference.rows("surface-window.csv", true)) {
            rings.get((int) row[0]).add(new Coordinate(row[1], row[2]));
        }
        return FACTORY.createPolygon(ring(rings.get(0)), new LinearRing[] {ring(rings.get(1))});
    }

    private static LinearRing ring(List<Coordinate> places) {
        places.add(places.get(0).copy());
        return FACTORY.createLinearRing(places.toArray(Coordinate[]::new));
    }
}
