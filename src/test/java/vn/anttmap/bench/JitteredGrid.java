package vn.anttmap.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import vn.anttmap.geo.Wgs84;

/**
 * Made-up areas that cover a box without gaps or overlaps: the cells of a grid whose lines are crooked. Neighbours share
 * every vertex. A fixed seed makes every run the same.
 */
final class JitteredGrid {

    private static final double WEST = 104;
    private static final double SOUTH = 19;
    private static final double DEGREES = 4;

    private final int columns;
    private final int steps;
    private final double stepDegrees;
    private final double[][][] jitter;

    /**
     * @param columns areas in each direction
     * @param steps pieces of each of an area's four sides; an area has 4 · steps + 1 vertices, the last equal to the first
     */
    JitteredGrid(int columns, int steps) {
        this.columns = columns;
        this.steps = steps;
        this.stepDegrees = DEGREES / columns / steps;
        Random random = new Random(45);
        int lines = columns * steps + 1;
        jitter = new double[lines][lines][];
        for (int i = 0; i < lines; i++) {
            for (int j = 0; j < lines; j++) {
                // Only points on the lines of the grid are ever asked for.
                if (i % steps == 0 || j % steps == 0) {
                    jitter[i][j] = new double[] {random.nextDouble() * 0.6 - 0.3, random.nextDouble() * 0.6 - 0.3};
                }
            }
        }
    }

    List<MultiPolygon> areas() {
        List<MultiPolygon> areas = new ArrayList<>(columns * columns);
        for (int row = 0; row < columns; row++) {
            for (int column = 0; column < columns; column++) {
                Polygon area = Wgs84.FACTORY.createPolygon(ring(column * steps, row * steps));
                areas.add(Wgs84.FACTORY.createMultiPolygon(new Polygon[] {area}));
            }
        }
        return areas;
    }

    /** Points spread evenly, none of them near the edge of the box. */
    static List<Point> points(int count, long seed) {
        Random random = new Random(seed);
        List<Point> points = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            points.add(Wgs84.point(
                    WEST + DEGREES * (0.02 + 0.96 * random.nextDouble()),
                    SOUTH + DEGREES * (0.02 + 0.96 * random.nextDouble())));
        }
        return points;
    }

    private Coordinate[] ring(int left, int bottom) {
        Coordinate[] ring = new Coordinate[4 * steps + 1];
        for (int i = 0; i < steps; i++) {
            ring[i] = place(left + i, bottom);
            ring[steps + i] = place(left + steps, bottom + i);
            ring[2 * steps + i] = place(left + steps - i, bottom + steps);
            ring[3 * steps + i] = place(left, bottom + steps - i);
        }
        ring[4 * steps] = ring[0];
        return ring;
    }

    private Coordinate place(int i, int j) {
        double[] moved = jitter[i][j];
        return new Coordinate(WEST + (i + moved[0]) * stepDegrees, SOUTH + (j + moved[1]) * stepDegrees);
    }
}
