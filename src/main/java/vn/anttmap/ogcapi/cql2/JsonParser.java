package vn.anttmap.ogcapi.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.geo.VietnameseText;

/** Reads CQL2 JSON. Places in problems are JSON pointers, or the number of a character where it is no JSON at all. */
final class JsonParser {

    /** Each condition is an object with an array in it; a geometry below the deepest takes a few more. */
    private static final int MAX_NESTING = 2 * Budget.MAX_DEPTH + 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxNumberLength(Literals.MAX_DIGITS)
                            .maxStringLength(Budget.MAX_LENGTH)
                            .maxNameLength(Budget.MAX_LENGTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Budget budget = new Budget();
    private final Positions positions = new Positions();

    private JsonParser() {}

    /** @throws vn.anttmap.problem.UserProblem saying where, what was expected and what stands there */
    static ParsedFilter parse(String json) {
        Budget.requireLength(json);
        JsonParser parser = new JsonParser();
        return new ParsedFilter(parser.condition(read(json), ""), parser.positions);
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (StreamConstraintsException e) {
            throw FilterProblems.tooMuch("json", MAX_NESTING);
        } catch (JacksonException e) {
            long offset = e.getLocation() == null ? -1 : e.getLocation().getCharOffset();
            int at = (int) Math.max(0, Math.min(offset, json.length()));
            String rest = json.substring(at, Math.min(json.length(), at + 41));
            throw FilterProblems.unreadable(Integer.toString(at + 1), "[json]", rest.isEmpty() ? null : rest);
        }
    }

    private Condition condition(JsonNode node, String path) {
        if (node.isBoolean()) {
            return positions.put(new Condition.Always(node.booleanValue()), place(path));
        }
        budget.enter();
        Operation operation = operation(node, path, "[json-condition]");
        Condition condition = positions.put(condition(operation), place(path));
        budget.leave();
        return condition;
    }

    private Condition condition(Operation operation) {
        Optional<Comparator> comparator = Comparator.find(operation.operator());
        if (comparator.isPresent()) {
            operation.requireCount(2);
            return new Condition.Comparison(comparator.get(), term(operation, 0), term(operation, 1));
        }
        Optional<SpatialRelation> spatial = SpatialRelation.find(operation.operator());
        if (spatial.isPresent()) {
            operation.requireCount(2);
            return new Condition.Spatial(spatial.get(), shape(operation, 0), shape(operation, 1));
        }
        Optional<TemporalRelation> temporal = TemporalRelation.find(operation.operator());
        if (temporal.isPresent()) {
            operation.requireCount(2);
            return new Condition.Temporal(temporal.get(), time(operation, 0), time(operation, 1));
        }
        return switch (operation.operator().toLowerCase(Locale.ROOT)) {
            case "and" -> new Condition.And(conditions(operation));
            case "or" -> new Condition.Or(conditions(operation));
            case "not" -> {
                operation.requireCount(1);
                yield new Condition.Not(condition(operation.argument(0), operation.path(0)));
            }
            case "isnull" -> {
                operation.requireCount(1);
                yield new Condition.IsNull(term(operation, 0));
            }
            case "like" -> {
                operation.requireCount(2);
                Term text = term(operation, 0);
                yield new Condition.Like(text, pattern(operation));
            }
            case "between" -> {
                operation.requireCount(3);
                yield new Condition.Between(term(operation, 0), term(operation, 1), term(operation, 2));
            }
            case "in" -> in(operation);
            default -> throw FilterProblems.unreadable(operation.path() + "/op", "[operator]", operation.operator());
        };
    }

    private List<Condition> conditions(Operation operation) {
        if (operation.count() < 2) {
            throw FilterProblems.unreadable(operation.path() + "/args", "[json-arguments]", operation.found());
        }
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < operation.count(); i++) {
            budget.countValue();
            parts.add(condition(operation.argument(i), operation.path(i)));
        }
        return parts;
    }

    private Condition in(Operation operation) {
        operation.requireCount(2);
        Term value = term(operation, 0);
        JsonNode list = operation.argument(1);
        if (!list.isArray() || list.isEmpty()) {
            throw unreadable(operation.path(1), "[json-list]", list);
        }
        List<Term> choices = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            choices.add(term(list.get(i), operation.path(1) + "/" + i));
        }
        return new Condition.In(value, choices);
    }

    private Term pattern(Operation operation) {
        Term pattern = term(operation, 1);
        Term inner = pattern;
        while (!(inner instanceof Term.Text)) {
            if (inner instanceof Term.AnyCase folded) {
                inner = folded.text();
            } else if (inner instanceof Term.AnyAccent folded) {
                inner = folded.text();
            } else {
                throw unreadable(operation.path(1), "[text]", operation.argument(1));
            }
        }
        return pattern;
    }

    private Term term(Operation operation, int index) {
        return term(operation.argument(index), operation.path(index));
    }

    private Term term(JsonNode node, String path) {
        budget.countValue();
        String place = place(path);
        if (node.isString()) {
            return positions.put(Literals.text(node.stringValue(), place), place);
        }
        if (node.isNumber()) {
            return positions.put(Literals.number(node.asString(), place), place);
        }
        if (node.isBoolean()) {
            return positions.put(new Term.Truth(node.booleanValue()), place);
        }
        if (node.has("op")) {
            return positions.put(folded(operation(node, path, "[json-value]")), place);
        }
        return propertyOrInstant(node, path, "[json-value]");
    }

    private Term folded(Operation operation) {
        budget.enter();
        operation.requireCount(1);
        Term text = term(operation, 0);
        budget.leave();
        return switch (operation.operator().toLowerCase(Locale.ROOT)) {
            case "casei" -> new Term.AnyCase(text);
            case "accenti" -> new Term.AnyAccent(text);
            default -> throw FilterProblems.unreadable(operation.path() + "/op", "[function]", operation.operator());
        };
    }

    private Term propertyOrInstant(JsonNode node, String path, String expected) {
        String place = place(path);
        String member = onlyMember(node);
        JsonNode value = member == null ? null : node.get(member);
        if (value != null && value.isString()) {
            String text = value.stringValue();
            switch (member) {
                case "property" -> {
                    return positions.put(new Term.Property(VietnameseText.nfc(text)), place);
                }
                case "date" -> {
                    return positions.put(Literals.day(text, place + "/date"), place);
                }
                case "timestamp" -> {
                    return positions.put(Literals.moment(text, place + "/timestamp"), place);
                }
                default -> {
                    // Told below with the others.
                }
            }
        }
        throw unreadable(path, expected, node);
    }

    private Term shape(Operation operation, int index) {
        budget.countValue();
        JsonNode node = operation.argument(index);
        String path = operation.path(index);
        if (node.has("type") || node.has("bbox")) {
            return positions.put(new GeoJsonReader(budget).read(node, place(path)), place(path));
        }
        Term term = propertyOrInstant(node, path, "[json-geometry]");
        if (term instanceof Term.Property) {
            return term;
        }
        throw unreadable(path, "[json-geometry]", node);
    }

    private Term time(Operation operation, int index) {
        JsonNode node = operation.argument(index);
        String path = operation.path(index);
        if (!node.has("interval")) {
            budget.countValue();
            return propertyOrInstant(node, path, "[json-time]");
        }
        JsonNode ends = node.get("interval");
        if (node.size() != 1 || !ends.isArray() || ends.size() != 2) {
            throw unreadable(path, "[json-time]", node);
        }
        Term.Interval interval =
                new Term.Interval(end(ends.get(0), path + "/interval/0"), end(ends.get(1), path + "/interval/1"));
        return positions.put(interval, place(path));
    }

    private Term end(JsonNode node, String path) {
        budget.countValue();
        return node.isString()
                ? positions.put(Literals.end(node.stringValue(), path), path)
                : propertyOrInstant(node, path, "[interval-end]");
    }

    private static @Nullable String onlyMember(JsonNode node) {
        return node.isObject() && node.size() == 1
                ? node.propertyNames().iterator().next()
                : null;
    }

    private static Operation operation(JsonNode node, String path, String expected) {
        boolean whole = node.isObject()
                && Set.of("op", "args").equals(new TreeSet<>(node.propertyNames()))
                && node.get("op").isString()
                && node.get("args").isArray();
        if (!whole) {
            throw unreadable(path, expected, node);
        }
        return new Operation(node.get("op").stringValue(), node.get("args"), path);
    }

    private static RuntimeException unreadable(String path, String expected, JsonNode node) {
        return FilterProblems.unreadable(place(path), expected, node.toString());
    }

    /** The pointer; that of the whole document is empty, which would read badly. */
    private static String place(String path) {
        return path.isEmpty() ? "/" : path;
    }

    private record Operation(String operator, JsonNode arguments, String path) {

        int count() {
            return arguments.size();
        }

        JsonNode argument(int index) {
            return arguments.get(index);
        }

        String path(int index) {
            return path + "/args/" + index;
        }

        String found() {
            return arguments.toString();
        }

        void requireCount(int count) {
            if (arguments.size() != count) {
                throw FilterProblems.unreadable(path + "/args", "[json-arguments]", found());
            }
        }
    }
}
