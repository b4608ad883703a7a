package vn.anttmap.exchange.territoryimport;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Area in a plane scaled to metres at the ring: within a few parts in a thousand for anything of the size of a commune, and
 * a hundred times faster than along geodesics. For telling whether something is tiny, never for a figure that is shown.
 */
final class QuickArea {

    private static final double METERS_PER_DEGREE = 111_320;

    private QuickArea() {}

    static double squareMeters(LinearRing ring) {
        CoordinateSequence places = ring.getCoordinateSequence();
        if (places.size() < 4) {
            return 0;
        }
        double x0 = places.getX(0);
        double y0 = places.getY(0);
        double twice = 0;
        for (int i = 1; i < places.size() - 1; i++) {
            twice += (places.getX(i) - x0) * (places.getY(i + 1) - y0)
                    - (places.getX(i + 1) - x0) * (places.getY(i) - y0);
        }
        return Math.abs(twice) / 2 * METERS_PER_DEGREE * METERS_PER_DEGREE * Math.cos(Math.toRadians(y0));
    }

    static double squareMeters(Polygon polygon) {
        double area = squareMeters(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            area -= squareMeters(polygon.getInteriorRingN(i));
        }
        return Math.max(area, 0);
    }
}
