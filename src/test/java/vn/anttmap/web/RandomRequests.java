package vn.anttmap.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests made up from an OpenAPI document: any operation with values that fit its parameters, nearly fit them, or are
 * nonsense. The same seed makes the same requests.
 */
final class RandomRequests {

    /** @param body null for none @param headers name, value, name, value … */
    record Request(
            String operation,
            String method,
            String path,
            @Nullable String body,
            List<String> headers) {}

    private record Operation(String method, String path, JsonNode description) {}

    /** What breaks careless code: limits of types, other alphabets, other languages' code, days that do not exist. */
    private static final List<String> NONSENSE = List.of(
            "",
            " ",
            "null",
            "-1",
            "0",
            "2147483648",
            "9223372036854775808",
            "1e400",
            "NaN",
            "-0.0",
            "true",
            "[]",
            "{}",
            "%",
            "\u0000",
            "\ud83d\ude80",
            "Đ\u1ed9ng \u0301",
            "' or 1=1 --",
            "${7*7}",
            "<script>",
            "../../x",
            "a,b,,c",
            "2019-02-30",
            "0000-00-00",
            "-999999999-01-01",
            "+999999999-12-31",
            "2019-08-15T25:00:00Z",
            "105.6,19.9,105.7,20",
            "105.7,20,105.6,19.9",
            "NaN,NaN,NaN,NaN",
            "POLYGON((0 0",
            "EPSG:5897",
            "EPSG:0",
            "x".repeat(5_000));

    private final SplittableRandom random;
    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final List<String> known;
    private final Map<String, List<String>> knownByName;

    /** Every other request has nothing but values that might be right. */
    private boolean mild;

    /**
     * @param document OpenAPI
     * @param known ids and names that exist, so that requests get beyond "not found"
     * @param knownByName such values by the name of a parameter
     * @param leftOut paths that never end by themselves
     */
    RandomRequests(
            long seed,
            JsonNode document,
            List<String> known,
            Map<String, List<String>> knownByName,
            List<String> leftOut) {
        random = new SplittableRandom(seed);
        this.document = document;
        this.known = known;
        this.knownByName = knownByName;
        for (String path : document.get("paths").propertyNames()) {
            JsonNode methods = document.get("paths").get(path);
            for (String method : methods.propertyNames()) {
                if (!leftOut.contains(path)) {
                    operations.add(new Operation(method.toUpperCase(java.util.Locale.ROOT), path, methods.get(method)));
                }
            }
        }
    }

    int operations() {
        return operations.size();
    }

    /** @param number of the request; operations take turns */
    Request next(int number) {
        Operation operation = operations.get(number % operations.size());
        mild = random.nextBoolean();
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.description().path("parameters")) {
            String name = parameter.get("name").asString();
            String where = parameter.get("in").asString();
            if (where.equals("path")) {
                String value = text(name, parameter.path("schema"));
                path = path.replace("{" + name + "}", encoded(value.isEmpty() ? "x" : value));
            } else if (where.equals("query") && (parameter.path("required").asBoolean() || random.nextInt(3) == 0)) {
                query.append(query.isEmpty() ? '?' : '&').append(name).append('=');
                query.append(encoded(text(name, parameter.path("schema"))));
            }
        }
        List<String> headers = new ArrayList<>();
        maybe(headers, "If-Match", List.of("\"0\"", "\"1\"", "*", "0", "\"x\""));
        maybe(headers, "If-None-Match", List.of("*", "\"0\"", "W/\"1\""));
        maybe(headers, "Idempotency-Key", List.of("3e0e0f6a-5d3c-4a53-8a6b-0a4a6cbe7a11", "x", "x".repeat(300)));
        maybe(headers, "Accept", List.of("application/json", "text/html", "image/png", "x", "*/*;q=2"));
        maybe(headers, "Accept-Language", List.of("en", "vi", "zz-ZZ-zz", ";;;"));
        return new Request(
                operation.method() + " " + operation.path(),
                operation.method(),
                path + query,
                body(operation, headers),
                headers);
    }

    private @Nullable String body(Operation operation, List<String> headers) {
        JsonNode content = operation.description().path("requestBody").path("content");
        if (content.isMissingNode()) {
            return null;
        }
        String type = content.propertyNames().iterator().next();
        if (type.startsWith("multipart/")) {
            headers.addAll(List.of("Content-Type", "multipart/form-data; boundary=edge"));
            return "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                    + one("a.zip", "a.csv", "\\..\\a.kml")
                    + "\"\r\n\r\n"
                    + one("PK\u0003\u0004", "<kml/>", "ten;x;y\n\u1ea5;1;2", "{\"type\":\"FeatureCollection\"}", "")
                    + one("\r\n--edge--\r\n", "");
        }
        headers.addAll(List.of("Content-Type", !mild && random.nextInt(10) == 0 ? "text/plain" : "application/json"));
        String json = JsonMapper.shared()
                .writeValueAsString(value("", content.path(type).path("schema"), 0));
        return !mild && random.nextInt(10) == 0 ? json.substring(0, json.length() / 2) : json;
    }

    private Object value(String name, JsonNode schema, int depth) {
        JsonNode there =
                schema.has("$ref") ? document.at(schema.get("$ref").asString().substring(1)) : schema;
        if (depth > 6 || (!mild && random.nextInt(12) == 0)) {
            return wrongType();
        }
        if (there.has("properties")) {
            ObjectNode object = JsonMapper.shared().createObjectNode();
            for (String property : there.get("properties").propertyNames()) {
                if (random.nextInt(5) != 0) {
                    object.putPOJO(
                            property, value(property, there.get("properties").get(property), depth + 1));
                }
            }
            return object;
        }
        return switch (there.path("type").asString("")) {
            case "array" -> {
                ArrayNode array = JsonMapper.shared().createArrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.addPOJO(value(name, there.path("items"), depth + 1));
                }
                yield array;
            }
            case "boolean" -> random.nextBoolean();
            case "integer", "number" -> number();
            default -> text(name, there);
        };
    }

    private Object wrongType() {
        return switch (random.nextInt(5)) {
            case 0 -> List.of();
            case 1 -> JsonMapper.shared().createObjectNode();
            case 2 -> number();
            case 3 -> random.nextBoolean();
            default -> one(NONSENSE.toArray(String[]::new));
        };
    }

    private Number number() {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextLong();
            case 2 -> 8 + 100 * random.nextDouble();
            case 3 -> -random.nextDouble() * 1e300;
            default -> random.nextInt(-1, 40);
        };
    }

    private String text(String name, JsonNode schema) {
        int kind = random.nextInt(mild ? 1 : 0, 10);
        if (kind == 0) {
            return one(NONSENSE.toArray(String[]::new));
        }
        List<String> usual = knownByName.getOrDefault(name, List.of());
        if (!usual.isEmpty() && (mild || kind < 6)) {
            return one(usual.toArray(String[]::new));
        }
        if (schema.has("enum")) {
            return schema.get("enum")
                    .get(random.nextInt(schema.get("enum").size()))
                    .asString();
        }
        String format = schema.path("format").asString("");
        return switch (schema.path("type").asString("")) {
            case "integer", "number" ->
                mild || kind < 6 ? one("1", "5", "100", "2019", "2025") : String.valueOf(number());
            case "boolean" -> String.valueOf(random.nextBoolean());
            default ->
                switch (format) {
                    case "date" -> one("2018-01-01", "2019-08-15", "2025-07-01", "1900-01-01", "2999-12-31");
                    case "date-time" ->
                        one("2019-08-03T02:00:00Z", "2019-08-03T02:00:00+07:00", "1900-01-01T00:00:00Z");
                    default ->
                        mild || kind < 8 ? one(known.toArray(String[]::new)) : one(NONSENSE.toArray(String[]::new));
                };
        };
    }

    private void maybe(List<String> headers, String name, List<String> values) {
        if (random.nextInt(mild ? 15 : 5) == 0) {
            headers.addAll(List.of(name, values.get(random.nextInt(values.size()))));
        }
    }

    private String one(String... values) {
        return values[random.nextInt(values.length)];
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
