package vn.anttmap.ogcapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.anttmap.ogcapi.cql2.Cql2Filter;
import vn.anttmap.ogcapi.cql2.FilterCrs;
import vn.anttmap.ogcapi.cql2.Queryables;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Reads the parameters of {@code /items}. What is not known, stands twice or cannot be read is refused. */
final class ItemsQueryReader {

    /** Parameters that every collection has, besides those of its own properties. */
    static final List<String> COMMON = List.of(
            "f",
            "lang",
            "limit",
            "bbox",
            "bbox-crs",
            "datetime",
            "filter",
            "filter-lang",
            "filter-crs",
            "properties",
            "sortby",
            "crs",
            "cursor");

    /** Those that decide which rows come in which order. */
    private static final Set<String> NOT_PART_OF_THE_QUESTION =
            Set.of("f", "lang", "limit", "properties", "crs", "cursor");

    private final CollectionId collection;
    private final List<Property> properties;
    private final Queryables queryables;
    private final ReferenceSystems systems;
    private final Map<String, String> parameters = new TreeMap<>();

    private ItemsQueryReader(
            CollectionId collection, List<Property> properties, Queryables queryables, ReferenceSystems systems) {
        this.collection = collection;
        this.properties = properties;
        this.queryables = queryables;
        this.systems = systems;
    }

    /**
     * @param queryables what a filter may name
     * @throws UserProblem of kind INVALID naming the parameter at fault
     */
    static ItemsQuery read(
            CollectionId collection,
            List<Property> properties,
            Queryables queryables,
            ReferenceSystems systems,
            Map<String, String[]> parameters) {
        ItemsQueryReader reader = new ItemsQueryReader(collection, properties, queryables, systems);
        reader.take(parameters);
        return reader.query();
    }

    private void take(Map<String, String[]> given) {
        Set<String> known = new TreeSet<>(COMMON);
        properties.stream().filter(Property::filterable).map(Property::name).forEach(known::add);
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw UserProblem.of(Kind.INVALID, "parameter-unknown", name, String.join(", ", known))
                        .at(name, values[0]);
            }
            if (values.length > 1) {
                throw UserProblem.of(Kind.INVALID, "parameter-repeated", name).at(name, String.join(", ", values));
            }
            if (values[0].indexOf('\u0000') >= 0) {
                throw UserProblem.of(Kind.INVALID, "value-unreadable", name).at(name, values[0]);
            }
            parameters.put(name, values[0]);
        });
    }

    private ItemsQuery query() {
        String bbox = parameters.get("bbox");
        String bboxCrs = parameters.get("bbox-crs");
        OgcCrs crsOfBox = bboxCrs == null ? null : systems.of("bbox-crs", bboxCrs);
        String datetime = parameters.get("datetime");
        String crs = parameters.get("crs");
        return new ItemsQuery(
                limit(parameters.get("limit")),
                bbox == null ? null : Box.parse(bbox, crsOfBox),
                datetime == null ? null : Period.parse(datetime),
                equal(),
                filter(),
                sort(parameters.get("sortby")),
                selected(parameters.get("properties")),
                crs == null ? OgcCrs.CRS84 : systems.of("crs", crs),
                parameters.get("cursor"),
                question());
    }

    private @Nullable Cql2Filter filter() {
        String filter = parameters.get("filter");
        String language = parameters.get("filter-lang");
        String crs = parameters.get("filter-crs");
        Cql2Filter.Encoding encoding = language == null
                ? Cql2Filter.Encoding.TEXT
                : Cql2Filter.Encoding.find(language)
                        .orElseThrow(() -> UserProblem.of(
                                        Kind.INVALID,
                                        "choice-unknown",
                                        "filter-lang",
                                        Arrays.stream(Cql2Filter.Encoding.values())
                                                .map(Cql2Filter.Encoding::filterLang)
                                                .collect(Collectors.joining(", ")))
                                .at("filter-lang", language));
        FilterCrs system =
                crs == null ? FilterCrs.CRS84 : systems.of("filter-crs", crs).ofFilter();
        return filter == null ? null : Cql2Filter.parse(filter, encoding, queryables, system);
    }

    private String question() {
        return collection.key() + "?"
                + parameters.entrySet().stream()
                        .filter(entry -> !NOT_PART_OF_THE_QUESTION.contains(entry.getKey()))
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("&"));
    }

    /** More than the largest page is the largest page, as the standard has it. */
    private static int limit(@Nullable String text) {
        if (text == null) {
            return ItemsQuery.USUAL_PAGE;
        }
        if (!text.matches("[+-]?\\d{1,18}")) {
            throw UserProblem.of(Kind.INVALID, "number-unreadable", "limit").at("limit", text);
        }
        long limit = Long.parseLong(text);
        if (limit < 1) {
            throw UserProblem.of(Kind.INVALID, "number-out-of-range", "limit", 1, ItemsQuery.LARGEST_PAGE)
                    .at("limit", text);
        }
        return (int) Math.min(limit, ItemsQuery.LARGEST_PAGE);
    }

    private Map<Property, Object> equal() {
        Map<Property, Object> equal = new LinkedHashMap<>();
        properties.stream().filter(Property::filterable).forEach(property -> {
            String value = parameters.get(property.name());
            if (value != null) {
                equal.put(property, property.parse(value));
            }
        });
        return equal;
    }

    /** A plus sign is a space by the time it gets here, unless it was written as %2B. */
    private List<ItemsQuery.Sort> sort(@Nullable String text) {
        List<ItemsQuery.Sort> sort = new ArrayList<>();
        if (text == null) {
            return sort;
        }
        Set<String> seen = new LinkedHashSet<>();
        for (String part : text.split(",", -1)) {
            boolean signed = part.startsWith("+") || part.startsWith("-") || part.startsWith(" ");
            String name = (signed ? part.substring(1) : part).strip();
            Property property = properties.stream()
                    .filter(each -> each.sortable() && each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> UserProblem.of(Kind.INVALID, "ogc-property-unknown", names(Property::sortable))
                            .at("sortby", text));
            if (!seen.add(name)) {
                throw UserProblem.of(Kind.INVALID, "parameter-repeated", name).at("sortby", text);
            }
            sort.add(new ItemsQuery.Sort(property, part.startsWith("-")));
        }
        return sort;
    }

    private @Nullable Set<String> selected(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Set<String> selected = new LinkedHashSet<>();
        Arrays.stream(text.split(",", -1)).map(String::strip).forEach(name -> {
            if (!name.isEmpty()
                    && properties.stream().noneMatch(each -> each.name().equals(name))) {
                throw UserProblem.of(Kind.INVALID, "ogc-property-unknown", names(each -> true))
                        .at("properties", text);
            }
            selected.add(name);
        });
        return selected;
    }

    private String names(java.util.function.Predicate<Property> which) {
        return properties.stream().filter(which).map(Property::name).collect(Collectors.joining(", "));
    }
}
