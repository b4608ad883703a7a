package vn.anttmap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import vn.anttmap.density.surface.BenchmarkedSurface;

/**
 * The kernel surface of 10,000 points on 200 × 200 cells against spatstat's {@code density.ppp} on the same points, window,
 * cells, kernel, bandwidth and correction. Both begin with places and boundary and end with the value of each cell; R reads
 * its files before it is timed. Every cell must be the same.
 *
 * <p>{@code mvn test -Dtest=SurfaceBenchmark -DenableAssertions=false}; needs Debian's r-base-core and r-cran-spatstat.
 */
class SurfaceBenchmark {

    private static final int POINTS = 10_000;
    private static final double SIDE = 10_000;
    private static final double CELL = 50;
    private static final int ROUNDS = 21;
    private static final int WARM_UP = 40;

    @TempDir
    private Path folder;

    @Test
    void kernelSurface() throws IOException, InterruptedException {
        Geometry ground = ground();
        double[][] points = points(ground);
        write(ground, points);
        BenchmarkedSurface surface = new BenchmarkedSurface(points[0], points[1], ground, CELL);
        assertThat(surface.cells()).isEqualTo(200 * 200);
        for (String kernel : List.of("quartic", "gaussian")) {
            for (int bandwidth : new int[] {250, 620}) {
                for (String correction : List.of("uniform", "diggle")) {
                    compare(surface, kernel, bandwidth, correction);
                }
            }
        }
    }

    private void compare(BenchmarkedSurface surface, String kernel, int bandwidth, String correction)
            throws IOException, InterruptedException {
        double[] before = spatstat(kernel, bandwidth, correction);
        for (int i = 0; i < WARM_UP; i++) {
            surface.estimate(kernel, bandwidth, correction);
        }
        double[] own = new double[ROUNDS];
        double[] density = new double[0];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            density = surface.estimate(kernel, bandwidth, correction);
            own[i] = (System.nanoTime() - begin) / 1e6;
        }
        // Before and after, so that what else the machine does falls on both.
        double[] after = spatstat(kernel, bandwidth, correction);
        double[] theirs = Arrays.copyOf(before, 2 * ROUNDS);
        System.arraycopy(after, 0, theirs, ROUNDS, ROUNDS);
        checkEqual(density);
        Arrays.sort(own);
        Arrays.sort(theirs);
        System.out.printf(
                Locale.ROOT,
                "%-9s %4d m %-8s service median %6.1f ms, fastest %6.1f ms; spatstat median %6.1f ms, fastest %6.1f ms;"
                        + " ratio %.2f%n",
                kernel,
                bandwidth,
                correction,
                own[ROUNDS / 2],
                own[0],
                theirs[ROUNDS],
                theirs[0],
                own[ROUNDS / 2] / theirs[ROUNDS]);
    }

    private double[] spatstat(String kernel, int bandwidth, String correction)
            throws IOException, InterruptedException {
        Path script = folder.resolve("surface-benchmark.R");
        if (Files.notExists(script)) {
            try (InputStream in = Objects.requireNonNull(
                    SurfaceBenchmark.class.getResourceAsStream("/density/surface-benchmark.R"))) {
                Files.copy(in, script);
            }
        }
        Process process = new ProcessBuilder(
                        "Rscript",
                        script.toString(),
                        kernel,
                        String.valueOf(bandwidth),
                        correction,
                        String.valueOf(ROUNDS))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().mapToDouble(Double::parseDouble).toArray();
    }

    private void checkEqual(double[] density) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("result.txt"));
        double maximum = Arrays.stream(density).filter(Double::isFinite).max().orElseThrow();
        assertThat(lines).hasSize(density.length);
        for (int i = 0; i < density.length; i++) {
            String there = lines.get(i);
            assertThat(Double.isNaN(density[i])).isEqualTo(there.equals("NA"));
            if (!there.equals("NA")) {
                double expected = Double.parseDouble(there);
                assertThat(Math.abs(density[i] - expected))
                        .isLessThanOrEqualTo(1e-6 * Math.abs(expected) + 1e-12 * maximum);
            }
        }
    }

    /** A star of 400 corners that fills its box of 10 × 10 km. */
    private static Geometry ground() {
        int corners = 400;
        Coordinate[] ring = new Coordinate[corners + 1];
        Random random = new Random(3);
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            boolean tip = i % (corners / 4) == 0;
            double radius = tip ? 1 : 0.75 + 0.22 * random.nextDouble();
            // No corner lies on the middle of a cell, where inside and outside are a matter of taste.
            double aside = tip ? 0 : 0.37;
            ring[i] = new Coordinate(
                    Math.rint((1 + radius * Math.cos(angle)) * SIDE / 2) + aside,
                    Math.rint((1 + radius * Math.sin(angle)) * SIDE / 2) + aside);
        }
        ring[corners] = ring[0].copy();
        return new GeometryFactory().createPolygon(ring);
    }

    /** Half of them around 20 centres. */
    private static double[][] points(Geometry ground) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(ground);
        Random random = new Random(5);
        double[][] centres = new double[20][];
        for (int i = 0; i < centres.length; i++) {
            centres[i] =
                    new double[] {SIDE * (0.2 + 0.6 * random.nextDouble()), SIDE * (0.2 + 0.6 * random.nextDouble())};
        }
        double[][] points = new double[2][POINTS];
        int found = 0;
        while (found < POINTS) {
            double x = random.nextDouble() * SIDE;
            double y = random.nextDouble() * SIDE;
            if (found % 2 == 0) {
                double[] centre = centres[random.nextInt(centres.length)];
                x = centre[0] + 400 * random.nextGaussian();
                y = centre[1] + 400 * random.nextGaussian();
            }
            if (locator.locate(new Coordinate(x, y)) == Location.INTERIOR) {
                points[0][found] = x;
                points[1][found++] = y;
            }
        }
        return points;
    }

    private void write(Geometry ground, double[][] points) throws IOException {
        StringBuilder corners = new StringBuilder("x,y\n");
        Coordinate[] ring = ground.getCoordinates();
        for (int i = 0; i + 1 < ring.length; i++) {
            corners.append(ring[i].x).append(',').append(ring[i].y).append('\n');
        }
        Files.writeString(folder.resolve("window.csv"), corners);
        StringBuilder places = new StringBuilder("x,y\n");
        for (int i = 0; i < POINTS; i++) {
            places.append(points[0][i]).append(',').append(points[1][i]).append('\n');
        }
        Files.writeString(folder.resolve("points.csv"), places);
    }
}
