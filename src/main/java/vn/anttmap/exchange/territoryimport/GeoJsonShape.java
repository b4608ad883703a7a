package vn.anttmap.exchange.territoryimport;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** One geometry of a GeoJSON, in whatever system its numbers are. */
final class GeoJsonShape {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final ImportBudget budget;
    private boolean hasZ;

    GeoJsonShape(ImportBudget budget) {
        this.budget = budget;
    }

    /** Whether a place had a height, which is left out. */
    boolean hasZ() {
        return hasZ;
    }

    /**
     * @return null for a type that no layer takes
     * @throws IllegalArgumentException for places that make no such geometry
     */
    @Nullable Geometry read(JsonNode node) {
        JsonNode coordinates = node.path("coordinates");
        return switch (node.path("type").asString("")) {
            case "Point" -> {
                budget.places(1);
                yield FACTORY.createPoint(place(coordinates));
            }
            case "MultiPoint" -> FACTORY.createMultiPointFromCoords(places(coordinates));
            case "LineString" -> FACTORY.createLineString(places(coordinates));
            case "MultiLineString" -> {
                List<LineString> lines = new ArrayList<>();
                for (JsonNode part : coordinates) {
                    lines.add(FACTORY.createLineString(places(part)));
                }
                yield FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
            }
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> {
                List<Polygon> polygons = new ArrayList<>();
                for (JsonNode part : coordinates) {
                    polygons.add(polygon(part));
                }
                yield FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
            }
            default -> null;
        };
    }

    private Polygon polygon(JsonNode rings) {
        List<LinearRing> read = new ArrayList<>();
        for (JsonNode ring : rings) {
            read.add(Rings.closed(FACTORY, places(ring)));
        }
        if (read.isEmpty()) {
            throw new IllegalArgumentException("no ring");
        }
        return FACTORY.createPolygon(read.get(0), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }

    private Coordinate[] places(JsonNode list) {
        budget.places(list.size());
        Coordinate[] places = new Coordinate[list.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(list.get(i));
        }
        return places;
    }

    private Coordinate place(JsonNode node) {
        if (!node.isArray()
                || node.size() < 2
                || !node.get(0).isNumber()
                || !node.get(1).isNumber()) {
            throw new IllegalArgumentException("no position");
        }
        hasZ |= node.size() > 2;
        return new Coordinate(node.get(0).asDouble(), node.get(1).asDouble());
    }
}
