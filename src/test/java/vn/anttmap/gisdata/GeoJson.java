package vn.anttmap.gisdata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import tools.jackson.databind.JsonNode;

/** GeoJSON geometry (RFC 7946) in and out: EPSG:4326, longitude first, 7 decimals (about 1 cm). */
final class GeoJson {

    /** 1e-7 degrees. */
    static final PrecisionModel GRID = new PrecisionModel(1e7);

    static final GeometryFactory FACTORY = new GeometryFactory(GRID, 4326);

    private GeoJson() {}

    static Geometry read(JsonNode geometry) {
        JsonNode coordinates = geometry.get("coordinates");
        String type = geometry.get("type").asString();
        return switch (type) {
            case "Point" -> FACTORY.createPoint(position(coordinates));
            case "LineString" -> FACTORY.createLineString(positions(coordinates));
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> {
                List<Polygon> parts = new ArrayList<>();
                coordinates.forEach(part -> parts.add(polygon(part)));
                yield FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
            }
            default -> throw new IllegalArgumentException("Geometry type " + type + " is not used in gis-data");
        };
    }

    /** Rings start at their smallest vertex, shells run counter-clockwise: equal shapes give equal bytes. */
    static String write(Geometry geometry) {
        Geometry normal = geometry.norm();
        StringBuilder out = new StringBuilder("{\"type\":\"")
                .append(normal.getGeometryType())
                .append("\",\"coordinates\":");
        if (normal instanceof Point point) {
            append(out, point.getCoordinate());
        } else if (normal instanceof Polygon polygon) {
            append(out, polygon);
        } else if (normal instanceof MultiPolygon multi) {
            out.append('[');
            for (int i = 0; i < multi.getNumGeometries(); i++) {
                out.append(i == 0 ? "" : ",");
                append(out, (Polygon) multi.getGeometryN(i));
            }
            out.append(']');
        } else {
            // A line keeps its direction: from- and to-description depend on it.
            append(out, geometry.getCoordinates());
        }
        return out.append('}').toString();
    }

    private static void append(StringBuilder out, Polygon polygon) {
        out.append('[');
        append(out, wound(polygon.getExteriorRing(), true));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            out.append(',');
            append(out, wound(polygon.getInteriorRingN(i), false));
        }
        out.append(']');
    }

    private static Coordinate[] wound(LinearRing ring, boolean counterClockwise) {
        Coordinate[] coordinates = ring.getCoordinates().clone();
        if (Orientation.isCCW(coordinates) != counterClockwise) {
            CoordinateArrays.reverse(coordinates);
        }
        return coordinates;
    }

    private static void append(StringBuilder out, Coordinate[] coordinates) {
        out.append('[');
        for (int i = 0; i < coordinates.length; i++) {
            out.append(i == 0 ? "" : ",");
            append(out, coordinates[i]);
        }
        out.append(']');
    }

    private static void append(StringBuilder out, Coordinate coordinate) {
        out.append('[')
                .append(decimal(coordinate.x))
                .append(',')
                .append(decimal(coordinate.y))
                .append(']');
    }

    private static String decimal(double degrees) {
        return BigDecimal.valueOf(Math.round(degrees * 1e7), 7)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Polygon polygon(JsonNode rings) {
        LinearRing shell = FACTORY.createLinearRing(positions(rings.get(0)));
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 1; i < rings.size(); i++) {
            holes.add(FACTORY.createLinearRing(positions(rings.get(i))));
        }
        return FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    private static Coordinate[] positions(JsonNode list) {
        Coordinate[] coordinates = new Coordinate[list.size()];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = position(list.get(i));
        }
        return coordinates;
    }

    private static Coordinate position(JsonNode pair) {
        Coordinate coordinate =
                new Coordinate(pair.get(0).asDouble(), pair.get(1).asDouble());
        GRID.makePrecise(coordinate);
        return coordinate;
    }
}
