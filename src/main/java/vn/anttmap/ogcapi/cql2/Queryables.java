package vn.anttmap.ogcapi.cql2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties that filters of a collection may name, in the order in which they are told. Immutable. */
public final class Queryables {

    private final Map<String, Queryable> byName = new LinkedHashMap<>();

    private Queryables(List<Queryable> queryables) {
        for (Queryable queryable : queryables) {
            if (byName.put(queryable.name(), queryable) != null) {
                throw new IllegalArgumentException(queryable.name() + " is there twice");
            }
        }
    }

    /** @throws IllegalArgumentException if two have the same name */
    public static Queryables of(Queryable... queryables) {
        return new Queryables(List.of(queryables));
    }

    /** @throws IllegalArgumentException if two have the same name */
    public static Queryables of(List<Queryable> queryables) {
        return new Queryables(queryables);
    }

    public List<Queryable> list() {
        return List.copyOf(byName.values());
    }

    /** By the exact name: capitals count. */
    public Optional<Queryable> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * The schema that {@code /collections/{id}/queryables} answers, JSON Schema draft 2020-12 without references to others.
     *
     * @param id where it is found, an absolute URI
     * @param title of the collection
     */
    public Map<String, Object> jsonSchema(String id, String title) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", id);
        schema.put("type", "object");
        schema.put("title", title);
        Map<String, Object> properties = new LinkedHashMap<>();
        byName.values().forEach(queryable -> properties.put(queryable.name(), property(queryable)));
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> property(Queryable queryable) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("title", queryable.title());
        switch (queryable.type()) {
            case TEXT -> property.put("type", "string");
            case NUMBER -> property.put("type", "number");
            case INTEGER -> property.put("type", "integer");
            case BOOLEAN -> property.put("type", "boolean");
            case DATE -> {
                property.put("type", "string");
                property.put("format", "date");
            }
            case TIMESTAMP -> {
                property.put("type", "string");
                property.put("format", "date-time");
            }
            // Part 3 asks for the format and no type: a geometry is no value of a query string.
            case GEOMETRY -> property.put("format", "geometry-any");
        }
        if (!queryable.choices().isEmpty()) {
            property.put("enum", queryable.choices());
        }
        return property;
    }
}
