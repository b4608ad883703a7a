package vn.anttmap.drawing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsSimpleOp;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tools.jackson.databind.JsonNode;
import vn.anttmap.geo.BadGeoJsonException;
import vn.anttmap.geo.CoverageCheck;
import vn.anttmap.geo.GeoJsonGeometry;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Reads what was drawn and tells what is wrong with the shape by itself, apart from its neighbours. */
final class DrawnShape {

    /** What fits into the largest body of a request. */
    private static final int MOST_VERTICES = 6_000;

    /** A house plot; nothing smaller is a residential area. */
    private static final double SMALLEST_AREA_SQ_M = 100;

    /** Narrower on the average is no place to live. */
    private static final double NARROWEST_METERS = 4;

    private static final double SHORTEST_ROAD_METERS = 10;

    private DrawnShape() {}

    /** @param geometry null where the shape cannot be used at all */
    record Area(@Nullable MultiPolygon geometry, List<Finding> findings) {}

    /** @param geometry null where the shape cannot be used at all */
    record Course(@Nullable MultiLineString geometry, List<Finding> findings) {}

    /** @throws UserProblem of kind INVALID if it is no polygon or multipolygon */
    static Area area(@Nullable JsonNode drawn) {
        JsonNode json = present(drawn);
        List<Finding> findings = new ArrayList<>();
        boolean multiple = json.path("type").asString("").equals("MultiPolygon");
        for (JsonNode polygon : multiple ? json.path("coordinates") : List.of(json.path("coordinates"))) {
            polygon.forEach(ring -> requirePlaces(ring, 3, findings));
        }
        if (!findings.isEmpty()) {
            return new Area(null, findings);
        }
        Geometry read = read(json);
        Polygon[] polygons = parts(read, Polygon.class).toArray(Polygon[]::new);
        MultiPolygon area = Wgs84.FACTORY.createMultiPolygon(polygons);
        TopologyValidationError error = new IsValidOp(area).getValidationError();
        if (error != null) {
            findings.add(Finding.refusal(key(error), error.getCoordinate()));
            return new Area(null, findings);
        }
        for (Polygon polygon : polygons) {
            size(polygon, findings);
        }
        return new Area(area, findings);
    }

    /** @throws UserProblem of kind INVALID if it is no line or multiline */
    static Course course(@Nullable JsonNode drawn) {
        JsonNode json = present(drawn);
        List<Finding> findings = new ArrayList<>();
        boolean multiple = json.path("type").asString("").equals("MultiLineString");
        for (JsonNode line : multiple ? json.path("coordinates") : List.of(json.path("coordinates"))) {
            requirePlaces(line, 2, findings);
        }
        if (!findings.isEmpty()) {
            return new Course(null, findings);
        }
        Geometry read = read(json);
        LineString[] lines = parts(read, LineString.class).toArray(LineString[]::new);
        MultiLineString course = Wgs84.FACTORY.createMultiLineString(lines);
        double meters = GeodesicMeasure.lengthKm(course) * 1000;
        if (meters < SHORTEST_ROAD_METERS) {
            findings.add(Finding.refusal("too-short", lines[0].getCoordinate(), meters));
        }
        IsSimpleOp simple = new IsSimpleOp(course);
        if (!simple.isSimple()) {
            findings.add(Finding.remark("crosses-itself", simple.getNonSimpleLocation()));
        }
        return new Course(course, findings);
    }

    private static JsonNode present(@Nullable JsonNode drawn) {
        if (drawn == null || drawn.isNull()) {
            throw UserProblem.of(Kind.INVALID, "field-missing", "geometry").at("geometry", null);
        }
        return drawn;
    }

    private static Geometry read(JsonNode json) {
        try {
            Geometry read = GeoJsonGeometry.read(json.toString());
            if (read.getNumPoints() > MOST_VERTICES) {
                throw UserProblem.of(Kind.UNPROCESSABLE, "drawing-too-detailed", MOST_VERTICES, read.getNumPoints());
            }
            return read;
        } catch (BadGeoJsonException e) {
            throw unreadable();
        }
    }

    private static UserProblem unreadable() {
        return UserProblem.of(Kind.INVALID, "drawing-unreadable").at("geometry", null);
    }

    private static <T extends Geometry> List<T> parts(Geometry geometry, Class<T> type) {
        List<T> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (!type.isInstance(geometry.getGeometryN(i))) {
                throw unreadable();
            }
            parts.add(type.cast(geometry.getGeometryN(i)));
        }
        return parts;
    }

    private static void requirePlaces(JsonNode line, int fewest, List<Finding> findings) {
        if (!line.isArray()) {
            return;
        }
        Set<String> places = new HashSet<>();
        line.forEach(place -> places.add(place.toString()));
        if (places.size() < fewest) {
            JsonNode first = line.path(0);
            Coordinate place = first.path(0).isNumber() && first.path(1).isNumber()
                    ? new Coordinate(first.get(0).asDouble(), first.get(1).asDouble())
                    : null;
            findings.add(Finding.refusal("too-few-points", place, fewest));
        }
    }

    private static String key(TopologyValidationError error) {
        return switch (error.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.RING_SELF_INTERSECTION ->
                "self-intersection";
            case TopologyValidationError.HOLE_OUTSIDE_SHELL,
                    TopologyValidationError.NESTED_HOLES,
                    TopologyValidationError.NESTED_SHELLS,
                    TopologyValidationError.DISCONNECTED_INTERIOR -> "parts-wrong";
            default -> "invalid";
        };
    }

    private static void size(Polygon polygon, List<Finding> findings) {
        double areaSqM = CoverageCheck.areaSqM(polygon);
        Coordinate place = polygon.getInteriorPoint().getCoordinate();
        double width = 2 * areaSqM / (GeodesicMeasure.lengthKm(polygon.getBoundary()) * 1000);
        if (areaSqM < SMALLEST_AREA_SQ_M) {
            findings.add(Finding.refusal("too-small", place, areaSqM, SMALLEST_AREA_SQ_M));
        } else if (width < NARROWEST_METERS) {
            findings.add(Finding.remark("sliver", place, width));
        }
    }
}
