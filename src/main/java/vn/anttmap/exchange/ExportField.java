package vn.anttmap.exchange;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a layer, the same in every format.
 *
 * @param name 1 to 10 characters A–Z, 0–9 and _, beginning with a letter: what every program reads the same
 * @param width bytes in each row of a shapefile's table; for TEXT bytes of UTF-8, not letters
 * @param decimals digits after the point, 0 for other types than DECIMAL
 * @param title full Vietnamese name, for the field dictionary
 * @param unit such as {@code vụ/km²·năm}
 * @param description further words for the dictionary
 */
record ExportField(
        String name,
        Type type,
        int width,
        int decimals,
        String title,
        @Nullable String unit,
        @Nullable String description) {

    enum Type {
        /** Takes any object's {@code toString()}. */
        TEXT('C'),
        /** Takes Byte, Short, Integer and Long. */
        INTEGER('N'),
        /** Takes any Number. */
        DECIMAL('N'),
        /** Takes LocalDate. */
        DATE('D'),
        /** Takes Instant; text of Vietnamese time in a shapefile, whose dates have no time of day. */
        INSTANT('C'),
        /** Takes Boolean; stored as the number 1 or 0, since many readers show the logical type of DBF as text. */
        LOGICAL('N');

        private final char code;

        Type(char code) {
            this.code = code;
        }

        char code() {
            return code;
        }
    }

    static final int MAX_TEXT_BYTES = 254;
    private static final int MAX_NUMBER_WIDTH = 18;
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,9}");

    ExportField {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "field name \"" + name + "\" must be 1 to 10 of A-Z, 0-9, _ and begin with a letter");
        }
        int widest = type.code() == 'C' ? MAX_TEXT_BYTES : MAX_NUMBER_WIDTH;
        if (width < 1 || width > widest) {
            throw new IllegalArgumentException("field " + name + ": width " + width + " is not 1 to " + widest);
        }
        // A point and one digit before it must fit too.
        if (decimals < 0 || (decimals > 0 && (type != Type.DECIMAL || decimals > width - 2))) {
            throw new IllegalArgumentException(
                    "field " + name + ": " + decimals + " decimals do not fit " + type + "(" + width + ")");
        }
    }

    static ExportField text(String name, int bytes, String title) {
        return new ExportField(name, Type.TEXT, bytes, 0, title, null, null);
    }

    /** Up to nine digits, which every reader takes as a 32-bit integer. */
    static ExportField integer(String name, String title) {
        return integer(name, 9, title);
    }

    static ExportField integer(String name, int digits, String title) {
        return new ExportField(name, Type.INTEGER, digits, 0, title, null, null);
    }

    static ExportField decimal(String name, int width, int decimals, String title) {
        return new ExportField(name, Type.DECIMAL, width, decimals, title, null, null);
    }

    static ExportField date(String name, String title) {
        return new ExportField(name, Type.DATE, 8, 0, title, null, null);
    }

    static ExportField logical(String name, String title) {
        return new ExportField(name, Type.LOGICAL, 1, 0, title, null, null);
    }

    static ExportField instant(String name, String title) {
        return new ExportField(name, Type.INSTANT, 19, 0, title, null, null);
    }

    String titleWithUnit() {
        return unit == null ? title : title + " (" + unit + ")";
    }

    ExportField withUnit(String newUnit) {
        return new ExportField(name, type, width, decimals, title, newUnit, description);
    }

    ExportField withDescription(String newDescription) {
        return new ExportField(name, type, width, decimals, title, unit, newDescription);
    }
}
