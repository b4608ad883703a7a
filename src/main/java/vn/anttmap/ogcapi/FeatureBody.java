package vn.anttmap.ogcapi;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * A feature, or changes to one, as a client sent it.
 *
 * @param id null without one
 * @param geometry null where none is given, a null node where it is taken away
 * @param crs of the geometry
 */
record FeatureBody(@Nullable String id, @Nullable JsonNode geometry, ObjectNode properties, OgcCrs crs) {

    /** @throws UserProblem of kind INVALID if it is no GeoJSON feature */
    static FeatureBody feature(JsonNode document, OgcCrs crs) {
        if (!document.path("type").asString("").equals("Feature")) {
            throw UserProblem.of(Kind.INVALID, "ogc-feature-wanted")
                    .at("type", document.path("type").asString(""));
        }
        return read(document, crs);
    }

    /** @param document a merge patch of a feature (RFC 7396) */
    static FeatureBody patch(JsonNode document, OgcCrs crs) {
        if (!document.isObject() || !document.path("type").asString("Feature").equals("Feature")) {
            throw UserProblem.of(Kind.INVALID, "ogc-feature-wanted")
                    .at("type", document.path("type").asString(""));
        }
        return read(document, crs);
    }

    private static FeatureBody read(JsonNode document, OgcCrs crs) {
        JsonNode id = document.path("id");
        JsonNode properties = document.path("properties");
        if (!properties.isObject() && !properties.isNull() && !properties.isMissingNode()) {
            throw UserProblem.of(Kind.INVALID, "ogc-feature-wanted").at("properties", null);
        }
        return new FeatureBody(
                id.isMissingNode() || id.isNull() ? null : id.asString(),
                document.get("geometry"),
                properties instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode(),
                crs);
    }

    /** @throws UserProblem of kind INVALID where the body names another feature than the address */
    void requireId(String featureId) {
        if (id != null && !id.equalsIgnoreCase(featureId)) {
            throw UserProblem.of(Kind.INVALID, "ogc-id-differs", featureId).at("id", id);
        }
    }

    /** @throws UserProblem of kind INVALID naming a property that is none of these */
    void requireKnown(Collection<String> known, Collection<String> writable) {
        properties.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw UserProblem.of(
                                    Kind.INVALID,
                                    "ogc-property-not-writable",
                                    String.join(", ", writable.stream().sorted().toList()))
                            .at(name, null);
                });
    }

    /**
     * The place of a point feature; a height is dropped.
     *
     * @return EPSG:4326; null where the geometry is null
     * @throws UserProblem of kind INVALID if it is no point
     */
    @Nullable Point point() {
        JsonNode given = geometry;
        if (given == null || given.isNull()) {
            return null;
        }
        JsonNode numbers = given.path("coordinates");
        if (!given.path("type").asString("").equals("Point")
                || !numbers.isArray()
                || numbers.size() < 2
                || numbers.size() > 3
                || !numbers.get(0).isNumber()
                || !numbers.get(1).isNumber()) {
            throw UserProblem.of(Kind.INVALID, "ogc-point-wanted")
                    .at("geometry", given.path("type").asString(""));
        }
        double first = numbers.get(0).asDouble();
        double second = numbers.get(1).asDouble();
        Coordinate eastNorth = crs.northFirst() ? new Coordinate(second, first) : new Coordinate(first, second);
        Point place = Wgs84.FACTORY.createPoint(eastNorth);
        return crs == OgcCrs.CRS84 ? place : (Point) crs.toWgs84(place);
    }
}
