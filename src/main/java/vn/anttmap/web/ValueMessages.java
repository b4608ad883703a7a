package vn.anttmap.web;

import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which message explains how a value of a type is to be written. */
final class ValueMessages {

    private ValueMessages() {}

    /** @param type what the value should have become; null where that is not known */
    static String key(@Nullable Class<?> type) {
        if (type == null) {
            return "value-unreadable";
        }
        if (type == LocalDate.class) {
            return "day-unreadable";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "instant-unreadable";
        }
        if (type == UUID.class) {
            return "uuid-unreadable";
        }
        if (type.isEnum() || type == boolean.class || type == Boolean.class) {
            return "choice-unknown";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type) ? "number-unreadable" : "value-unreadable";
    }

    /** The values that may be chosen from, as callers write them; empty for what is no choice. */
    static String choices(@Nullable Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "true, false";
        }
        Object[] constants = type == null ? null : type.getEnumConstants();
        return constants == null
                ? ""
                : Arrays.stream(constants)
                        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }
}
