package vn.anttmap.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.territory.VietnamTime;

/** What a field holds, the same in every format: so that two files of one layer never say two things. */
final class FieldValues {

    private static final DateTimeFormatter LOCAL_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(VietnamTime.ZONE);

    /** Line breaks end a row in some readers, the others are allowed in no XML; so are halves of pairs. */
    private static final Pattern NO_LETTER = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]+");

    private FieldValues() {}

    /** Vietnamese time without offset, such as 2018-01-24 18:45:00. */
    static String localText(Instant instant) {
        return LOCAL_TIME.format(instant);
    }

    /**
     * @return a String (NFC, without surrounding spaces and control characters, not empty), Long, BigDecimal (rounded to
     *     the field's decimals), LocalDate, Instant or Boolean; null for no value, which includes numbers that are none
     * @throws IllegalArgumentException if the value is not of the field's type
     */
    static @Nullable Object of(ExportField field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (field.type()) {
            case TEXT -> text(value.toString());
            case INTEGER -> {
                if (!(value instanceof Integer
                        || value instanceof Long
                        || value instanceof Short
                        || value instanceof Byte)) {
                    throw wrongType(field, value);
                }
                yield ((Number) value).longValue();
            }
            case DECIMAL -> decimal(field, value);
            case DATE -> cast(field, value, LocalDate.class);
            case INSTANT -> cast(field, value, Instant.class);
            case LOGICAL -> cast(field, value, Boolean.class);
        };
    }

    private static @Nullable String text(String value) {
        String clean =
                NO_LETTER.matcher(VietnameseText.nfc(value)).replaceAll(" ").strip();
        return clean.isEmpty() ? null : clean;
    }

    private static @Nullable BigDecimal decimal(ExportField field, Object value) {
        Number number = cast(field, value, Number.class);
        if (!Double.isFinite(number.doubleValue())) {
            return null;
        }
        return new BigDecimal(number.toString()).setScale(field.decimals(), RoundingMode.HALF_UP);
    }

    private static <T> T cast(ExportField field, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw wrongType(field, value);
        }
        return type.cast(value);
    }

    private static IllegalArgumentException wrongType(ExportField field, Object value) {
        return new IllegalArgumentException("field " + field.name() + " is " + field.type() + " and takes no "
                + value.getClass().getSimpleName());
    }
}
