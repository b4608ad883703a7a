package vn.anttmap.exchange.territoryimport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A GeoJSON feature collection, read feature by feature and in any reference system: files of before RFC 7946 and of
 * careless programs carry metres, with a {@code crs} member or without.
 */
final class GeoJsonLayer {

    private final TerritoryImportSettings limits;
    private final ImportBudget budget;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<Item> items = new ArrayList<>();
    private boolean features;
    private @Nullable String system;

    private GeoJsonLayer(TerritoryImportSettings limits, ImportBudget budget) {
        this.limits = limits;
        this.budget = budget;
    }

    private record Item(
            Map<String, String> values,
            @Nullable Geometry geometry,
            boolean hasZ,
            @Nullable String fault) {}

    static RawLayer read(byte[] file, TerritoryImportSettings limits, ImportBudget budget) {
        GeoJsonLayer layer = new GeoJsonLayer(limits, budget);
        try (JsonParser json = JsonMapper.shared().createParser(file)) {
            layer.walk(json);
        } catch (JacksonException e) {
            throw BadFile.damaged("GeoJSON");
        }
        if (!layer.features) {
            throw BadFile.of("import-geojson-features");
        }
        return layer.raw();
    }

    private void walk(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("features") && value == JsonToken.START_ARRAY && !features) {
                features = true;
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    feature(json.readValueAsTree());
                }
            } else if (name.equals("crs") && value == JsonToken.START_OBJECT) {
                JsonNode crs = json.readValueAsTree();
                String said = crs.path("properties").path("name").asString("");
                system = said.isBlank() ? null : said;
            } else {
                json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw BadFile.damaged("GeoJSON");
        }
    }

    private void feature(@Nullable JsonNode feature) {
        budget.tick();
        if (items.size() >= limits.mostFeatures()) {
            throw BadFile.of("import-features-many", limits.mostFeatures());
        }
        if (feature == null) {
            throw BadFile.damaged("GeoJSON");
        }
        Map<String, String> values = new HashMap<>();
        JsonNode properties = feature.path("properties");
        for (String name : properties.propertyNames()) {
            JsonNode value = properties.path(name);
            String text = value.isNull() || !value.isValueNode()
                    ? ""
                    : value.asString().strip();
            budget.cell(2 * text.length());
            if (!text.isEmpty()) {
                values.put(name, text);
            }
            names.add(name);
        }
        JsonNode node = feature.path("geometry");
        if (node.isNull() || node.isMissingNode()) {
            items.add(new Item(values, null, false, null));
            return;
        }
        GeoJsonShape shape = new GeoJsonShape(budget);
        try {
            Geometry geometry = shape.read(node);
            items.add(new Item(values, geometry, shape.hasZ(), geometry == null ? "shape-kind" : null));
        } catch (IllegalArgumentException e) {
            items.add(new Item(values, null, shape.hasZ(), "shape-damaged"));
        }
    }

    private RawLayer raw() {
        budget.bytes(8L * names.size() * items.size());
        byte[] none = new byte[0];
        List<RawLayer.Row> rows = new ArrayList<>();
        for (Item item : items) {
            List<byte[]> cells = new ArrayList<>(names.size());
            for (String name : names) {
                String value = item.values().get(name);
                cells.add(value == null ? none : value.getBytes(StandardCharsets.UTF_8));
            }
            rows.add(new RawLayer.Row(rows.size() + 1, item.geometry(), item.hasZ(), item.fault(), cells));
        }
        return new RawLayer(
                "geojson",
                names.stream()
                        .map(name -> name.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                rows,
                // RFC 7946 knows only WGS 84; where the places contradict it, that is told.
                system == null ? "EPSG:4326" : system,
                null,
                true);
    }
}
