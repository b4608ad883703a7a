package vn.anttmap.ogcapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import vn.anttmap.ogcapi.WritableCollections.Method;
import vn.anttmap.ogcapi.cql2.Cql2Filter;

/**
 * The API document (OpenAPI 3.0.3) of what one account is offered. It refers to nothing outside itself, and names each
 * collection in a path of its own, so that limits and properties can be told for each.
 */
final class OpenApiDocument {

    private static final String GET = "get";

    private final List<String> systems;
    private final MessageSource messages;
    private final Locale locale;

    /** @param systems addresses of the reference systems that are offered */
    OpenApiDocument(List<String> systems, MessageSource messages, Locale locale) {
        this.systems = systems;
        this.messages = messages;
        this.locale = locale;
    }

    /** What an account may write of a collection: with all items, and with one. */
    record Writing(List<Method> ofItems, List<Method> ofItem) {}

    /**
     * @param server the landing page's address
     * @param writing by collection
     */
    Map<String, Object> json(
            String server, List<Collections.Description> collections, Function<CollectionId, Writing> writing) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.3");
        document.put(
                "info", Map.of("title", text("ogc.title"), "version", "1.0.0", "description", text("ogc.description")));
        document.put("servers", List.of(Map.of("url", server)));
        document.put("security", List.of(Map.of("basic", List.of())));
        document.put(
                "tags",
                List.of(
                        Map.of("name", "Capabilities", "description", text("ogc.landing")),
                        Map.of("name", "Data", "description", text("ogc.collections"))));
        Map<String, Object> paths = new LinkedHashMap<>();
        paths.put("/", operation("Capabilities", "getLandingPage", text("ogc.landing"), "landingPage"));
        paths.put("/conformance", operation("Capabilities", "getConformance", text("ogc.conformance"), "conformance"));
        paths.put("/api", api());
        paths.put("/collections", operation("Capabilities", "getCollections", text("ogc.collections"), "collections"));
        collections.forEach(collection -> add(paths, collection, writing.apply(collection.id())));
        document.put("paths", paths);
        document.put("components", components());
        return document;
    }

    private void add(Map<String, Object> paths, Collections.Description collection, Writing writing) {
        String path = "/collections/" + collection.key();
        String id = collection.key().replace("-", "_");
        paths.put(path, operation("Capabilities", "describe_" + id, collection.title(), "collection"));
        paths.put(
                path + "/queryables",
                Map.of(
                        GET,
                        get(
                                "Capabilities",
                                "queryables_" + id,
                                collection.title(),
                                text("ogc.queryables"),
                                List.of(reference("f"), reference("lang")),
                                content(MediaTypes.SCHEMA, "queryables"),
                                List.of("400", "401", "403", "404", "406", "500"))));
        List<Object> parameters = new ArrayList<>(List.of(
                reference("limit"),
                reference("bbox"),
                reference("bbox-crs"),
                reference("datetime"),
                reference("filter"),
                reference("filter-lang"),
                reference("filter-crs"),
                properties(collection),
                sortby(collection),
                reference("crs"),
                reference("cursor"),
                reference("f"),
                reference("lang")));
        collection.properties().stream()
                .filter(Property::filterable)
                .map(this::filter)
                .forEach(parameters::add);
        OpenApiWrites writes = new OpenApiWrites(messages, locale);
        Map<String, Object> items = new LinkedHashMap<>();
        items.put(
                GET,
                get(
                        "Data",
                        "items_" + id,
                        collection.title(),
                        collection.text(),
                        parameters,
                        content(MediaTypes.GEO_JSON, "featureCollection"),
                        List.of("400", "401", "403", "406", "500")));
        Map<String, Object> item = new LinkedHashMap<>();
        item.put(
                GET,
                get(
                        "Data",
                        "item_" + id,
                        collection.title(),
                        collection.text(),
                        List.of(writes.featureId(), reference("crs"), reference("f"), reference("lang")),
                        content(MediaTypes.GEO_JSON, "feature"),
                        List.of("400", "401", "403", "404", "406", "500")));
        writing.ofItems().forEach(method -> items.put(key(method), writes.operation(method, collection)));
        writing.ofItem().forEach(method -> item.put(key(method), writes.operation(method, collection)));
        paths.put(path + "/items", items);
        paths.put(path + "/items/{featureId}", item);
        if (collection.hasTiles()) {
            paths.putAll(OpenApiTiles.paths(path, collection));
        }
    }

    private static String key(Method method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> api() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(MediaTypes.OPEN_API, Map.of("schema", Map.of("type", "object")));
        content.put(MediaTypes.HTML, Map.of("schema", Map.of("type", "string")));
        return Map.of(
                GET,
                get(
                        "Capabilities",
                        "getApi",
                        text("ogc.api"),
                        text("ogc.api"),
                        List.of(reference("f"), reference("lang")),
                        content,
                        List.of("401", "406", "500")));
    }

    private Map<String, Object> operation(String tag, String operationId, String summary, String schema) {
        return Map.of(
                GET,
                get(
                        tag,
                        operationId,
                        summary,
                        summary,
                        List.of(reference("f"), reference("lang")),
                        content(MediaTypes.JSON, schema),
                        List.of("400", "401", "406", "500")));
    }

    private static Map<String, Object> get(
            String tag,
            String operationId,
            String summary,
            String description,
            List<?> parameters,
            Map<String, Object> content,
            List<String> errors) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("tags", List.of(tag));
        operation.put("summary", summary);
        operation.put("description", description);
        operation.put("operationId", operationId);
        operation.put("parameters", parameters);
        Map<String, Object> responses = new LinkedHashMap<>();
        Map<String, Object> good = new LinkedHashMap<>();
        good.put("description", summary);
        if (content.containsKey(MediaTypes.GEO_JSON)) {
            good.put(
                    "headers",
                    Map.of("Content-Crs", Map.of("schema", Map.of("type", "string"), "description", "<crs>")));
        }
        good.put("content", content);
        responses.put("200", good);
        errors.forEach(code -> responses.put(code, Map.of("$ref", "#/components/responses/" + code)));
        operation.put("responses", responses);
        return operation;
    }

    private static Map<String, Object> content(String type, String schema) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(type, Map.of("schema", Map.of("$ref", "#/components/schemas/" + schema)));
        content.put(MediaTypes.HTML, Map.of("schema", Map.of("type", "string")));
        return content;
    }

    private static Map<String, Object> reference(String parameter) {
        return Map.of("$ref", "#/components/parameters/" + parameter);
    }

    private Map<String, Object> properties(Collections.Description collection) {
        return query(
                "properties",
                list(collection.properties().stream().map(Property::name).toList()));
    }

    private Map<String, Object> sortby(Collections.Description collection) {
        List<String> names = new ArrayList<>();
        collection.properties().stream().filter(Property::sortable).forEach(property -> {
            names.add(property.name());
            names.add("+" + property.name());
            names.add("-" + property.name());
        });
        return query("sortby", list(names));
    }

    private static Map<String, Object> list(List<String> values) {
        return Map.of("type", "array", "items", Map.of("type", "string", "enum", values));
    }

    private Map<String, Object> filter(Property property) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", property.type().json());
        if (property.type().format() != null) {
            schema.put("format", property.type().format());
        }
        Map<String, Object> parameter = query(property.name(), schema);
        parameter.put("description", property.title(messages, locale));
        return parameter;
    }

    /** A parameter that may be left out, in the style that the standard wants. */
    private Map<String, Object> query(String name, Map<String, Object> schema) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", "query");
        if (ItemsQueryReader.COMMON.contains(name)) {
            parameter.put("description", text("ogc.parameter." + name));
        }
        parameter.put("required", false);
        parameter.put("schema", schema);
        parameter.put("style", "form");
        parameter.put("explode", false);
        return parameter;
    }

    private Map<String, Object> components() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        Map<String, Object> limit = new LinkedHashMap<>();
        limit.put("type", "integer");
        limit.put("minimum", 1);
        limit.put("maximum", ItemsQuery.LARGEST_PAGE);
        limit.put("default", ItemsQuery.USUAL_PAGE);
        parameters.put("limit", query("limit", limit));
        parameters.put(
                "bbox",
                query(
                        "bbox",
                        Map.of("type", "array", "minItems", 4, "maxItems", 6, "items", Map.of("type", "number"))));
        Map<String, Object> crs = new LinkedHashMap<>();
        crs.put("type", "string");
        crs.put("format", "uri");
        crs.put("enum", systems);
        crs.put("default", OgcCrs.CRS84.uri());
        parameters.put("bbox-crs", query("bbox-crs", crs));
        parameters.put("crs", query("crs", crs));
        parameters.put("filter", query("filter", Map.of("type", "string")));
        parameters.put("filter-lang", query("filter-lang", filterLanguage()));
        parameters.put("filter-crs", query("filter-crs", crs));
        parameters.put("datetime", query("datetime", Map.of("type", "string")));
        parameters.put("cursor", query("cursor", Map.of("type", "string")));
        parameters.put("f", query("f", Map.of("type", "string", "enum", List.of("json", "html"))));
        parameters.put("lang", query("lang", Map.of("type", "string", "enum", List.of("vi", "en"))));
        Map<String, Object> responses = new LinkedHashMap<>();
        List<String> codes = new ArrayList<>(List.of("400", "401", "403", "404", "406", "500"));
        codes.addAll(OpenApiWrites.RESPONSES);
        for (String code : codes) {
            responses.put(
                    code,
                    Map.of(
                            "description",
                            text("ogc.response." + code),
                            "content",
                            Map.of(
                                    "application/problem+json",
                                    Map.of("schema", Map.of("$ref", "#/components/schemas/problem")))));
        }
        return Map.of(
                "schemas",
                OpenApiSchemas.all(),
                "parameters",
                parameters,
                "responses",
                responses,
                "securitySchemes",
                Map.of("basic", Map.of("type", "http", "scheme", "basic")));
    }

    private static Map<String, Object> filterLanguage() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put(
                "enum",
                Arrays.stream(Cql2Filter.Encoding.values())
                        .map(Cql2Filter.Encoding::filterLang)
                        .toList());
        schema.put("default", Cql2Filter.Encoding.TEXT.filterLang());
        return schema;
    }

    private String text(String key) {
        return messages.getMessage(key, null, locale);
    }
}
