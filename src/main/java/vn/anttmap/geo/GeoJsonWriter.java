package vn.anttmap.geo;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes one geometry straight into a text. JTS' own writer builds a tree of maps first, prints small numbers with
 * exponents and does not round them to the decimals asked for.
 */
final class GeoJsonWriter {

    private final StringBuilder out;
    private final DecimalText numbers;
    private final boolean northFirst;

    GeoJsonWriter(StringBuilder out, int decimals, boolean northFirst) {
        this.out = out;
        this.numbers = new DecimalText(decimals);
        this.northFirst = northFirst;
    }

    void write(Geometry geometry) {
        geometry(geometry);
    }

    private void geometry(Geometry geometry) {
        // The multi-geometries are collections too: the plain collection comes last.
        if (geometry instanceof Point point) {
            open("Point", "coordinates");
            if (point.isEmpty()) {
                out.append("[]");
            } else {
                position(point.getX(), point.getY());
            }
        } else if (geometry instanceof LineString line) {
            open("LineString", "coordinates");
            positions(line.getCoordinateSequence(), false);
        } else if (geometry instanceof Polygon polygon) {
            open("Polygon", "coordinates");
            rings(polygon);
        } else if (geometry instanceof MultiPoint points) {
            open("MultiPoint", "coordinates");
            list(points, part -> position(((Point) part).getX(), ((Point) part).getY()));
        } else if (geometry instanceof MultiLineString lines) {
            open("MultiLineString", "coordinates");
            list(lines, part -> positions(((LineString) part).getCoordinateSequence(), false));
        } else if (geometry instanceof MultiPolygon polygons) {
            open("MultiPolygon", "coordinates");
            list(polygons, part -> rings((Polygon) part));
        } else if (geometry instanceof GeometryCollection collection) {
            open("GeometryCollection", "geometries");
            list(collection, this::geometry);
        } else {
            throw new IllegalArgumentException("GeoJSON has no " + geometry.getGeometryType());
        }
        out.append('}');
    }

    private void open(String type, String member) {
        out.append("{\"type\":\"").append(type).append("\",\"").append(member).append("\":");
    }

    private void list(Geometry parts, java.util.function.Consumer<Geometry> writePart) {
        out.append('[');
        boolean first = true;
        for (int i = 0; i < parts.getNumGeometries(); i++) {
            Geometry part = parts.getGeometryN(i);
            if (part.isEmpty()) {
                continue;
            }
            if (!first) {
                out.append(',');
            }
            first = false;
            writePart.accept(part);
        }
        out.append(']');
    }

    private void rings(Polygon polygon) {
        out.append('[');
        if (!polygon.isEmpty()) {
            ring(polygon.getExteriorRing().getCoordinateSequence(), true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                out.append(',');
                ring(polygon.getInteriorRingN(i).getCoordinateSequence(), false);
            }
        }
        out.append(']');
    }

    private void ring(CoordinateSequence places, boolean counterClockwise) {
        positions(places, Orientation.isCCW(places) != counterClockwise);
    }

    private void positions(CoordinateSequence places, boolean reversed) {
        out.append('[');
        int size = places.size();
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                out.append(',');
            }
            int at = reversed ? size - 1 - i : i;
            position(places.getX(at), places.getY(at));
        }
        out.append(']');
    }

    private void position(double x, double y) {
        out.append('[');
        numbers.append(out, northFirst ? y : x);
        out.append(',');
        numbers.append(out, northFirst ? x : y);
        out.append(']');
    }
}
