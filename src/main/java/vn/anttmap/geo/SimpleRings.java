package vn.anttmap.geo;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Tells in a fraction of the time of JTS's {@code isValid} that an area is valid, where it is as plain as most are: one ring
 * that neither crosses nor touches itself. Edges are compared by their boxes, in runs of a few; only where boxes meet, the
 * exact side of each end decides. What is not proved so is for {@code isValid} to judge.
 */
public final class SimpleRings {

    /** Edges whose common box is compared first. */
    private static final int RUN = 8;

    private final Coordinate[] places;
    private final int edges;

    private SimpleRings(Coordinate[] places) {
        this.places = places;
        this.edges = places.length - 1;
    }

    /**
     * @param area of any system
     * @return true only for one polygon without holes whose ring is simple; false says nothing
     */
    public static boolean surelyValid(Geometry area) {
        if (area.getNumGeometries() != 1
                || !(area.getGeometryN(0) instanceof Polygon polygon)
                || polygon.isEmpty()
                || polygon.getNumInteriorRing() > 0) {
            return false;
        }
        Coordinate[] places = polygon.getExteriorRing().getCoordinates();
        return places.length >= 4 && places[0].equals2D(places[places.length - 1]) && new SimpleRings(places).simple();
    }

    private boolean simple() {
        for (int i = 0; i < edges; i++) {
            if (!Double.isFinite(places[i].x)
                    || !Double.isFinite(places[i].y)
                    || !goesOn(places[i], places[i + 1], places[i + 2 > edges ? 1 : i + 2])) {
                return false;
            }
        }
        int runs = (edges + RUN - 1) / RUN;
        double[] boxes = new double[4 * runs];
        for (int run = 0; run < runs; run++) {
            box(run, boxes);
        }
        for (int one = 0; one < runs; one++) {
            for (int other = one; other < runs; other++) {
                if (meet(boxes, one, other) && !apart(one, other)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Neighbours share a place, and no more where the way turns, or runs straight on. */
    private static boolean goesOn(Coordinate from, Coordinate at, Coordinate to) {
        return Orientation.index(from, at, to) != 0
                || (at.x - from.x) * (to.x - at.x) + (at.y - from.y) * (to.y - at.y) > 0;
    }

    private void box(int run, double[] boxes) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int i = run * RUN; i <= Math.min(edges, (run + 1) * RUN); i++) {
            west = Math.min(west, places[i].x);
            east = Math.max(east, places[i].x);
            south = Math.min(south, places[i].y);
            north = Math.max(north, places[i].y);
        }
        boxes[4 * run] = west;
        boxes[4 * run + 1] = south;
        boxes[4 * run + 2] = east;
        boxes[4 * run + 3] = north;
    }

    private static boolean meet(double[] boxes, int one, int other) {
        int a = 4 * one;
        int b = 4 * other;
        return boxes[a] <= boxes[b + 2]
                && boxes[b] <= boxes[a + 2]
                && boxes[a + 1] <= boxes[b + 3]
                && boxes[b + 1] <= boxes[a + 3];
    }

    private boolean apart(int one, int other) {
        int end = Math.min(edges, (one + 1) * RUN);
        int otherEnd = Math.min(edges, (other + 1) * RUN);
        for (int i = one * RUN; i < end; i++) {
            for (int j = Math.max(other * RUN, i + 2); j < otherEnd; j++) {
                boolean neighbours = i == 0 && j == edges - 1;
                if (!neighbours && !apart(places[i], places[i + 1], places[j], places[j + 1])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether two edges surely have no place in common. */
    private static boolean apart(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
        if (Math.max(a.x, b.x) < Math.min(c.x, d.x)
                || Math.max(c.x, d.x) < Math.min(a.x, b.x)
                || Math.max(a.y, b.y) < Math.min(c.y, d.y)
                || Math.max(c.y, d.y) < Math.min(a.y, b.y)) {
            return true;
        }
        return Orientation.index(a, b, c) * Orientation.index(a, b, d) > 0
                || Orientation.index(c, d, a) * Orientation.index(c, d, b) > 0;
    }
}
