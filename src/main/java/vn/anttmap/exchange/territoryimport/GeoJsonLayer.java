package vn.anttmap.exchange.territoryimport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A GeoJSON feature collection, read in any reference system: files of before RFC 7946 and of careless programs carry
 * metres, with a {@code crs} member or without.
 */
final class GeoJsonLayer {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final VertexBudget budget;
    private boolean hasZ;

    private GeoJsonLayer(VertexBudget budget) {
        this.budget = budget;
    }

    static RawLayer read(byte[] file, TerritoryImportSettings limits) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(file);
        } catch (JacksonException e) {
            throw BadFile.damaged("GeoJSON");
        }
        JsonNode features = root.path("features");
        if (!features.isArray()) {
            throw BadFile.of("import-geojson-features");
        }
        if (features.size() > limits.mostFeatures()) {
            throw BadFile.of("import-features-many", limits.mostFeatures());
        }
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode feature : features) {
            names.addAll(feature.path("properties").propertyNames());
        }
        GeoJsonLayer reader = new GeoJsonLayer(new VertexBudget(limits.mostVertices()));
        List<RawLayer.Row> rows = new ArrayList<>();
        for (JsonNode feature : features) {
            rows.add(reader.row(rows.size() + 1, feature, names));
        }
        return new RawLayer(
                "geojson",
                names.stream()
                        .map(name -> name.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                rows,
                system(root.path("crs")),
                null,
                true);
    }

    private static String system(JsonNode crs) {
        String name = crs.path("properties").path("name").asString("");
        // RFC 7946 knows only WGS 84; where the places contradict it, that is told.
        return name.isBlank() ? "EPSG:4326" : name;
    }

    private RawLayer.Row row(int number, JsonNode feature, Set<String> names) {
        List<byte[]> cells = new ArrayList<>();
        for (String name : names) {
            JsonNode value = feature.path("properties").path(name);
            String text = value.isNull() || value.isMissingNode() ? "" : value.isValueNode() ? value.asString() : "";
            cells.add(text.strip().getBytes(StandardCharsets.UTF_8));
        }
        hasZ = false;
        JsonNode node = feature.path("geometry");
        if (node.isNull() || node.isMissingNode()) {
            return new RawLayer.Row(number, null, false, null, cells);
        }
        try {
            Geometry geometry = geometry(node);
            return new RawLayer.Row(number, geometry, hasZ, geometry == null ? "shape-kind" : null, cells);
        } catch (IllegalArgumentException e) {
            return new RawLayer.Row(number, null, hasZ, "shape-damaged", cells);
        }
    }

    private @Nullable Geometry geometry(JsonNode node) {
        JsonNode coordinates = node.path("coordinates");
        return switch (node.path("type").asString("")) {
            case "Point" -> FACTORY.createPoint(place(coordinates));
            case "LineString" -> FACTORY.createLineString(places(coordinates));
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
        budget.take(list.size());
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
