package vn.anttmap.exchange;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import vn.anttmap.geo.DecimalText;

/** One geometry as KML: longitude, latitude; outer rings counter-clockwise. */
final class KmlGeometry {

    private static final DecimalText DEGREES = new DecimalText(GeoJsonFeatures.DECIMALS);

    private KmlGeometry() {}

    /** @param geometry EPSG:4326, not empty */
    static void append(StringBuilder out, Geometry geometry) {
        if (geometry instanceof Point point) {
            out.append("<Point>");
            coordinates(out, point.getCoordinateSequence(), false);
            out.append("</Point>");
        } else if (geometry instanceof LineString line) {
            out.append("<LineString>");
            coordinates(out, line.getCoordinateSequence(), false);
            out.append("</LineString>");
        } else if (geometry instanceof Polygon polygon) {
            out.append("<Polygon><outerBoundaryIs>");
            ring(out, polygon.getExteriorRing(), true);
            out.append("</outerBoundaryIs>");
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                out.append("<innerBoundaryIs>");
                ring(out, polygon.getInteriorRingN(i), false);
                out.append("</innerBoundaryIs>");
            }
            out.append("</Polygon>");
        } else {
            out.append("<MultiGeometry>");
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                if (!geometry.getGeometryN(i).isEmpty()) {
                    append(out, geometry.getGeometryN(i));
                }
            }
            out.append("</MultiGeometry>");
        }
    }

    private static void ring(StringBuilder out, LinearRing ring, boolean counterClockwise) {
        CoordinateSequence places = ring.getCoordinateSequence();
        out.append("<LinearRing>");
        coordinates(out, places, Orientation.isCCW(places) != counterClockwise);
        out.append("</LinearRing>");
    }

    private static void coordinates(StringBuilder out, CoordinateSequence places, boolean reversed) {
        out.append("<coordinates>");
        for (int i = 0; i < places.size(); i++) {
            int at = reversed ? places.size() - 1 - i : i;
            DEGREES.append(i == 0 ? out : out.append(' '), places.getX(at));
            DEGREES.append(out.append(','), places.getY(at));
        }
        out.append("</coordinates>");
    }
}
