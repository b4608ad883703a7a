package vn.anttmap.ogcapi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * A property of the features of a collection.
 *
 * @param filterable whether a parameter of its name limits the items to those with one value
 * @param sortable whether items can be ordered by it
 */
record Property(String name, Type type, boolean filterable, boolean sortable) {

    /** How values travel: {@link #STRING} String, INTEGER Integer or Long, NUMBER Double, DATE LocalDate, INSTANT Instant. */
    enum Type {
        STRING("string", null),
        INTEGER("integer", null),
        NUMBER("number", null),
        BOOLEAN("boolean", null),
        DATE("string", "date"),
        INSTANT("string", "date-time");

        private final String json;
        private final @org.jspecify.annotations.Nullable String format;

        Type(String json, @org.jspecify.annotations.Nullable String format) {
            this.json = json;
            this.format = format;
        }

        /** The type of JSON schema. */
        public String json() {
            return json;
        }

        /** The format of JSON schema; null for none. */
        public @org.jspecify.annotations.Nullable String format() {
            return format;
        }
    }

    String title(MessageSource messages, Locale locale) {
        return messages.getMessage("ogc.property." + name, null, locale);
    }

    /**
     * A value as it stands in a parameter or a cursor.
     *
     * @throws UserProblem of kind INVALID naming the parameter
     */
    Object parse(String text) {
        try {
            return switch (type) {
                case STRING -> text;
                case INTEGER -> Long.valueOf(text);
                case NUMBER -> number(text);
                case BOOLEAN -> truth(text);
                case DATE -> LocalDate.parse(text);
                case INSTANT -> Instant.parse(text);
            };
        } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
            throw switch (type) {
                case BOOLEAN ->
                    UserProblem.of(Kind.INVALID, "choice-unknown", name, "true, false")
                            .at(name, text);
                case DATE ->
                    UserProblem.of(Kind.INVALID, "day-unreadable", name).at(name, text);
                case INSTANT ->
                    UserProblem.of(Kind.INVALID, "instant-unreadable", name).at(name, text);
                default ->
                    UserProblem.of(Kind.INVALID, "number-unreadable", name).at(name, text);
            };
        }
    }

    private static Double number(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not finite");
        }
        return number;
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("no truth value");
        };
    }
}
