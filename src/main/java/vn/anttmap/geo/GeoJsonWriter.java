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

    private static final int MAX_DECIMALS = 12;

    private final StringBuilder out = new StringBuilder();
    private final int decimals;
    private final long scale;

    GeoJsonWriter(int decimals) {
        if (decimals < 0 || decimals > MAX_DECIMALS) {
            throw new IllegalArgumentException("decimals must be 0 to " + MAX_DECIMALS + ", not " + decimals);
        }
        this.decimals = decimals;
        long power = 1;
        for (int i = 0; i < decimals; i++) {
            power *= 10;
        }
        this.scale = power;
    }

    String write(Geometry geometry) {
        geometry(geometry);
        return out.toString();
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
        number(x);
        out.append(',');
        number(y);
        out.append(']');
    }

    /** Rounded, without exponent, trailing zeros or "-0". */
    private void number(double value) {
        double scaled = value * scale;
        if (!(Math.abs(scaled) < 9e18)) {
            throw new IllegalArgumentException("the coordinate " + value + " cannot be written");
        }
        long rounded = Math.round(scaled);
        if (rounded < 0) {
            out.append('-');
        }
        long digits = Math.abs(rounded);
        out.append(digits / scale);
        long fraction = digits % scale;
        if (fraction == 0) {
            return;
        }
        int places = decimals;
        while (fraction % 10 == 0) {
            fraction /= 10;
            places--;
        }
        String text = Long.toString(fraction);
        out.append('.').append("0".repeat(places - text.length())).append(text);
    }
}
