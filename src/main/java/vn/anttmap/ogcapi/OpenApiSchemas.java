package vn.anttmap.ogcapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schemas of the API document. */
final class OpenApiSchemas {

    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> LINKS =
            Map.of("type", "array", "items", Map.of("$ref", "#/components/schemas/link"));

    private OpenApiSchemas() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(
                "link",
                object(List.of("href", "rel", "type"), Map.of("href", TEXT, "rel", TEXT, "type", TEXT, "title", TEXT)));
        all.put("landingPage", object(List.of("links"), Map.of("title", TEXT, "description", TEXT, "links", LINKS)));
        all.put("conformance", object(List.of("conformsTo"), Map.of("conformsTo", list(TEXT))));
        all.put(
                "collections",
                object(
                        List.of("links", "collections"),
                        Map.of(
                                "links",
                                LINKS,
                                "crs",
                                list(TEXT),
                                "collections",
                                list(Map.of("$ref", "#/components/schemas/collection")))));
        all.put("extent", extent());
        all.put(
                "collection",
                object(
                        List.of("id", "links"),
                        Map.of(
                                "id", TEXT,
                                "title", TEXT,
                                "description", TEXT,
                                "itemType", TEXT,
                                "extent", Map.of("$ref", "#/components/schemas/extent"),
                                "crs", list(TEXT),
                                "storageCrs", TEXT,
                                "links", LINKS)));
        all.put("geometry", geometry());
        all.put(
                "feature",
                object(
                        List.of("type", "id", "geometry", "properties"),
                        Map.of(
                                "type",
                                Map.of("type", "string", "enum", List.of("Feature")),
                                "id",
                                Map.of("oneOf", List.of(Map.of("type", "integer"), TEXT)),
                                "geometry",
                                Map.of("$ref", "#/components/schemas/geometry"),
                                "properties",
                                Map.of("type", "object", "nullable", true),
                                "links",
                                LINKS)));
        Map<String, Object> number = Map.of("type", "integer", "minimum", 0);
        all.put(
                "featureCollection",
                object(
                        List.of("type", "features"),
                        Map.of(
                                "type",
                                Map.of("type", "string", "enum", List.of("FeatureCollection")),
                                "timeStamp",
                                Map.of("type", "string", "format", "date-time"),
                                "numberMatched",
                                number,
                                "numberReturned",
                                number,
                                "links",
                                LINKS,
                                "features",
                                list(Map.of("$ref", "#/components/schemas/feature")))));
        all.put(
                "problem",
                object(
                        List.of("title", "status"),
                        Map.of(
                                "type", TEXT,
                                "title", TEXT,
                                "status", Map.of("type", "integer"),
                                "detail", TEXT,
                                "instance", TEXT,
                                "parameter", TEXT,
                                "received", TEXT)));
        all.put("queryables", Map.of("type", "object"));
        return all;
    }

    private static Map<String, Object> extent() {
        Map<String, Object> box =
                Map.of("type", "array", "minItems", 4, "maxItems", 4, "items", Map.of("type", "number"));
        Map<String, Object> interval = Map.of(
                "type",
                "array",
                "minItems",
                2,
                "maxItems",
                2,
                "items",
                Map.of("type", "string", "format", "date-time", "nullable", true));
        return object(
                List.of(),
                Map.of(
                        "spatial", object(List.of(), Map.of("bbox", list(box), "crs", TEXT)),
                        "temporal", object(List.of(), Map.of("interval", list(interval), "trs", TEXT))));
    }

    private static Map<String, Object> geometry() {
        Map<String, Object> geometry = object(
                List.of("type", "coordinates"),
                Map.of(
                        "type",
                        Map.of(
                                "type",
                                "string",
                                "enum",
                                List.of("Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon")),
                        "coordinates",
                        Map.of("type", "array", "items", Map.of())));
        geometry.put("nullable", true);
        return geometry;
    }

    private static Map<String, Object> list(Map<String, Object> items) {
        return Map.of("type", "array", "items", items);
    }

    private static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put("properties", properties);
        return object;
    }
}
