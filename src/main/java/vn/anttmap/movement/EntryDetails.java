package vn.anttmap.movement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;

/** The register's own fields of one entry, checked, in the register's order; absent ones left out. */
record EntryDetails(Map<String, Object> values) {

    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_LINES = 50;
    private static final long LARGEST_AMOUNT = 1_000_000_000L;

    /**
     * @param given as JSON was read: texts, numbers, lists and objects
     * @throws UserProblem of kind INVALID naming the field
     */
    static EntryDetails check(Register register, @Nullable Map<String, Object> given) {
        Map<String, Object> sent = given == null ? Map.of() : given;
        List<String> known = register.fields().stream().map(RegisterField::name).toList();
        sent.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw invalid("register-field-unknown", register.key(), String.join(", ", known))
                    .at(name, null);
        });
        Map<String, Object> values = new LinkedHashMap<>();
        for (RegisterField field : register.fields()) {
            Object value = value(field, sent.get(field.name()));
            if (value != null) {
                values.put(field.name(), value);
            } else if (field.required()) {
                throw invalid("field-missing", field.name()).at(field.name(), null);
            }
        }
        return new EntryDetails(values);
    }

    /** As it was stored: amounts as objects. */
    static EntryDetails stored(Map<String, Object> json) {
        return new EntryDetails(json);
    }

    @Nullable Amount amount(String name) {
        return values.get(name) instanceof Map<?, ?> map
                ? new Amount(((Number) map.get("value")).longValue(), Boolean.TRUE.equals(map.get("moreThan")))
                : null;
    }

    @Nullable String text(String name) {
        return values.get(name) instanceof String text ? text : null;
    }

    List<String> lines(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static @Nullable Object value(RegisterField field, @Nullable Object given) {
        if (given == null) {
            return null;
        }
        return switch (field.type()) {
            case TEXT -> text(field.name(), given, LONGEST_LINE);
            case LONG_TEXT -> text(field.name(), given, LONGEST_TEXT);
            case CHOICE -> choice(field, given);
            case AMOUNT -> amount(field.name(), given);
            case LIST -> list(field.name(), given);
        };
    }

    private static @Nullable String text(String name, Object given, int longest) {
        if (!(given instanceof String string)) {
            throw invalid("register-field-type", name).at(name, given);
        }
        return GivenText.optional(name, string, longest);
    }

    private static Object choice(RegisterField field, Object given) {
        if (!(given instanceof String code) || !field.choices().contains(code)) {
            throw invalid(
                            "choice-unknown",
                            field.name(),
                            field.choices().stream().collect(Collectors.joining(", ")))
                    .at(field.name(), given);
        }
        return code;
    }

    private static Object amount(String name, Object given) {
        Object number = given instanceof Map<?, ?> map ? map.get("value") : given;
        boolean moreThan = given instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("moreThan"));
        if (!(number instanceof Integer || number instanceof Long)) {
            throw invalid("register-field-type", name).at(name, given);
        }
        long value = ((Number) number).longValue();
        if (value < 0 || value > LARGEST_AMOUNT) {
            throw invalid("number-out-of-range", name, 0, LARGEST_AMOUNT).at(name, value);
        }
        Map<String, Object> amount = new LinkedHashMap<>();
        amount.put("value", value);
        amount.put("moreThan", moreThan);
        return amount;
    }

    private static @Nullable Object list(String name, Object given) {
        if (!(given instanceof List<?> list)) {
            throw invalid("register-field-type", name).at(name, given);
        }
        if (list.size() > MOST_LINES) {
            throw invalid("number-out-of-range", name, 0, MOST_LINES).at(name, list.size());
        }
        List<String> lines = new ArrayList<>();
        for (Object line : list) {
            String text = line == null ? null : text(name, line, LONGEST_LINE);
            if (text != null) {
                lines.add(text);
            }
        }
        return lines.isEmpty() ? null : lines;
    }

    private static UserProblem invalid(String key, Object... arguments) {
        return UserProblem.of(Kind.INVALID, key, arguments);
    }
}
