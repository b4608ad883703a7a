package vn.anttmap.ogcapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import vn.anttmap.ogcapi.WritableCollections.Method;

/** The operations that write, for the API document. */
final class OpenApiWrites {

    /** Answers to refusals of operations that write, beside those of all. */
    static final List<String> RESPONSES = List.of("405", "409", "412", "415", "422", "428");

    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private final MessageSource messages;
    private final Locale locale;

    OpenApiWrites(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    Map<String, Object> operation(Method method, Collections.Description collection) {
        boolean drafts = WritableCollections.drafts(collection.id());
        String what = text("ogc.write." + method.name().toLowerCase(Locale.ROOT) + (drafts ? ".draft" : ""));
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("tags", List.of("Data"));
        operation.put("summary", collection.title() + ": " + what);
        operation.put("description", what);
        operation.put(
                "operationId",
                method.name().toLowerCase(Locale.ROOT) + "_" + collection.key().replace("-", "_"));
        operation.put("parameters", parameters(method, drafts));
        if (method != Method.DELETE) {
            operation.put("requestBody", body(method));
        }
        operation.put("responses", responses(method, drafts, what));
        return operation;
    }

    /** The last part of the path. */
    Map<String, Object> featureId() {
        Map<String, Object> parameter =
                new LinkedHashMap<>(parameter("path", "featureId", TEXT, text("ogc.parameter.featureId")));
        parameter.put("required", true);
        return parameter;
    }

    private List<Object> parameters(Method method, boolean drafts) {
        List<Object> parameters = new ArrayList<>();
        if (method != Method.POST) {
            parameters.add(featureId());
            parameters.add(header("If-Match", text("ogc.write.if-match")));
        }
        if (method == Method.DELETE) {
            parameters.add(query("reason", TEXT, text("ogc.write.reason")));
            return parameters;
        }
        parameters.add(header("Content-Crs", text("ogc.parameter.crs")));
        if (drafts) {
            parameters.add(query("unit", Map.of("type", "integer"), text("ogc.write.unit")));
            parameters.add(
                    query("validFrom", Map.of("type", "string", "format", "date"), text("ogc.property.validFrom")));
        } else {
            parameters.add(header("Idempotency-Key", text("ogc.write.key")));
        }
        return parameters;
    }

    private static Map<String, Object> body(Method method) {
        List<String> types = method == Method.PATCH
                ? List.of(FeatureBodies.PATCH_TYPE)
                : List.of(MediaTypes.GEO_JSON, MediaTypes.JSON);
        Map<String, Object> content = new LinkedHashMap<>();
        types.forEach(type -> content.put(type, Map.of("schema", Map.of("type", "object"))));
        return Map.of("required", true, "content", content);
    }

    private static Map<String, Object> responses(Method method, boolean drafts, String what) {
        Map<String, Object> responses = new LinkedHashMap<>();
        String good = drafts ? "202" : method == Method.DELETE ? "204" : method == Method.POST ? "201" : "200";
        responses.put(good, Map.of("description", what));
        if (method == Method.PUT) {
            responses.put("201", Map.of("description", what));
        }
        List<String> refusals = new ArrayList<>(List.of("400", "401", "403", "404"));
        refusals.addAll(RESPONSES);
        refusals.add("500");
        refusals.forEach(code -> responses.put(code, Map.of("$ref", "#/components/responses/" + code)));
        return responses;
    }

    private static Map<String, Object> header(String name, String description) {
        return parameter("header", name, TEXT, description);
    }

    private static Map<String, Object> query(String name, Map<String, Object> schema, String description) {
        return parameter("query", name, schema, description);
    }

    private static Map<String, Object> parameter(
            String in, String name, Map<String, Object> schema, String description) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("description", description);
        parameter.put("required", false);
        parameter.put("schema", schema);
        return parameter;
    }

    private String text(String key) {
        return messages.getMessage(key, null, locale);
    }
}
