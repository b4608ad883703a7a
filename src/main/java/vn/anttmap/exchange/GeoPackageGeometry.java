package vn.anttmap.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Geometries as GeoPackage keeps them: its header with the bounding box, then WKB, little-endian. Lines and areas are
 * always written as multi-geometries, since a column has one type.
 */
final class GeoPackageGeometry {

    /** Little-endian, with a box of x and y. */
    private static final byte FLAGS_WITH_BOX = 0x03;

    private static final byte FLAGS_WITHOUT_BOX = 0x01;
    private static final int HEADER_BYTES = 8;
    private static final int BOX_BYTES = 32;
    private static final int PART_HEADER_BYTES = 5;
    private static final int BYTES_PER_PLACE = 16;

    private static final int WKB_POINT = 1;
    private static final int WKB_LINE = 2;
    private static final int WKB_POLYGON = 3;

    /** Added for the multi-geometry of the same kind. */
    private static final int WKB_MULTI = 3;

    private final int srid;

    GeoPackageGeometry(int srid) {
        this.srid = srid;
    }

    /** @param geometry not empty, single or multi of one kind, in the system of the number */
    byte[] encode(Geometry geometry, Envelope box) {
        boolean point = geometry instanceof Point;
        int parts = geometry.getNumGeometries();
        int size = HEADER_BYTES + PART_HEADER_BYTES + (point ? 0 : BOX_BYTES + 4);
        for (int i = 0; !point && i < parts; i++) {
            size += partBytes(geometry.getGeometryN(i));
        }
        ByteBuffer out =
                ByteBuffer.allocate(point ? size + BYTES_PER_PLACE : size).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'G').put((byte) 'P').put((byte) 0).put(point ? FLAGS_WITHOUT_BOX : FLAGS_WITH_BOX);
        out.putInt(srid);
        if (point) {
            part(out, geometry);
            return out.array();
        }
        out.putDouble(box.getMinX()).putDouble(box.getMaxX());
        out.putDouble(box.getMinY()).putDouble(box.getMaxY());
        out.put((byte) 1).putInt(WKB_MULTI + type(geometry.getGeometryN(0))).putInt(parts);
        for (int i = 0; i < parts; i++) {
            part(out, geometry.getGeometryN(i));
        }
        return out.array();
    }

    private static int type(Geometry part) {
        return part instanceof Point ? WKB_POINT : part instanceof LineString ? WKB_LINE : WKB_POLYGON;
    }

    private static int partBytes(Geometry part) {
        if (part instanceof Point) {
            return PART_HEADER_BYTES + BYTES_PER_PLACE;
        }
        int rings = part instanceof Polygon polygon ? 1 + polygon.getNumInteriorRing() : 0;
        return PART_HEADER_BYTES + 4 + 4 * rings + BYTES_PER_PLACE * part.getNumPoints();
    }

    private static void part(ByteBuffer out, Geometry part) {
        out.put((byte) 1).putInt(type(part));
        if (part instanceof Point point) {
            out.putDouble(point.getX()).putDouble(point.getY());
        } else if (part instanceof LineString line) {
            places(out, line.getCoordinateSequence());
        } else if (part instanceof Polygon polygon) {
            out.putInt(1 + polygon.getNumInteriorRing());
            places(out, polygon.getExteriorRing().getCoordinateSequence());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                places(out, polygon.getInteriorRingN(i).getCoordinateSequence());
            }
        } else {
            throw new IllegalArgumentException("no layer takes a " + part.getGeometryType());
        }
    }

    private static void places(ByteBuffer out, CoordinateSequence places) {
        out.putInt(places.size());
        for (int i = 0; i < places.size(); i++) {
            out.putDouble(places.getX(i)).putDouble(places.getY(i));
        }
    }
}
