package vn.anttmap.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one geometry object strictly: JTS' own reader takes {@code [105]} for latitude 0 and a missing
 * {@code coordinates} for an empty geometry.
 */
final class GeoJsonReader {

    /** Jackson stops at 500 nested levels by itself, so the recursion below is bounded. */
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final GeometryFactory FACTORY = Wgs84.FACTORY;

    private GeoJsonReader() {}

    static Geometry read(String json) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new BadGeoJsonException(
                    "This is not JSON; send a GeoJSON geometry object with \"type\" and \"coordinates\" (RFC 7946).",
                    e);
        }
        return geometry(tree);
    }

    private static Geometry geometry(JsonNode node) {
        if (!node.isObject() || !node.path("type").isString()) {
            throw new BadGeoJsonException(
                    "This is not a GeoJSON geometry; send an object with \"type\" and \"coordinates\" (RFC 7946).");
        }
        JsonNode coordinates = node.path("coordinates");
        try {
            return switch (node.path("type").asString()) {
                case "Point" -> FACTORY.createPoint(position(coordinates));
                case "LineString" -> line(coordinates);
                case "Polygon" -> polygon(coordinates);
                case "MultiPoint" ->
                    FACTORY.createMultiPoint(list(coordinates, part -> FACTORY.createPoint(position(part)))
                            .toArray(Point[]::new));
                case "MultiLineString" ->
                    FACTORY.createMultiLineString(
                            list(coordinates, GeoJsonReader::line).toArray(LineString[]::new));
                case "MultiPolygon" ->
                    FACTORY.createMultiPolygon(
                            list(coordinates, GeoJsonReader::polygon).toArray(Polygon[]::new));
                case "GeometryCollection" ->
                    FACTORY.createGeometryCollection(list(node.path("geometries"), GeoJsonReader::geometry)
                            .toArray(Geometry[]::new));
                default -> throw new BadGeoJsonException("The type is none of the seven GeoJSON geometry types.");
            };
        } catch (BadGeoJsonException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            // JTS checks what makes a line and a ring: number of positions, first equals last.
            throw new BadGeoJsonException(
                    "A line needs two positions; a ring needs four, the last one equal to the first.", e);
        }
    }

    private static LineString line(JsonNode node) {
        return FACTORY.createLineString(positions(node));
    }

    private static Polygon polygon(JsonNode node) {
        List<LinearRing> rings = list(node, ring -> FACTORY.createLinearRing(positions(ring)));
        return FACTORY.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private static Coordinate[] positions(JsonNode node) {
        return list(node, GeoJsonReader::position).toArray(Coordinate[]::new);
    }

    private static Coordinate position(JsonNode node) {
        if (!node.isArray()
                || node.size() < 2
                || !node.get(0).isNumber()
                || !node.get(1).isNumber()) {
            throw new BadGeoJsonException("A position is not [longitude, latitude] with two numbers.");
        }
        double longitude = node.get(0).asDouble();
        double latitude = node.get(1).asDouble();
        // Written so that NaN fails as well.
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new BadGeoJsonException("The position [" + longitude + ", " + latitude
                    + "] is no longitude and latitude; send degrees, longitude first.");
        }
        return new Coordinate(longitude, latitude);
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> read) {
        if (!node.isArray() || node.isEmpty()) {
            throw new BadGeoJsonException("A list of positions, rings or geometries is missing or empty.");
        }
        List<T> result = new ArrayList<>(node.size());
        for (JsonNode part : node) {
            result.add(read.apply(part));
        }
        return result;
    }
}
