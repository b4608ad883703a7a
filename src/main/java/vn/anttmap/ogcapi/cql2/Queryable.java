package vn.anttmap.ogcapi.cql2;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A property that filters may name.
 *
 * @param name letters of any language, digits, {@code _ . :}; begins with no digit and no dot
 * @param type of its values
 * @param title for people
 * @param column what SQL reads it from: text is varchar, a number numeric or double precision, an integer of any width, a
 *     date, a timestamp with time zone, a geometry in EPSG:4326. Fixed text of the program, never of a client
 * @param box for a geometry, the columns of its bounding box, so that most rows are passed over without looking at the
 *     geometry; needed where there is no spatial index
 * @param choices the values a text can have, for {@code /queryables}; empty where it can be any
 */
public record Queryable(
        String name,
        ValueType type,
        String title,
        String column,
        @Nullable BoxColumns box,
        List<String> choices) {

    /** The plain columns that hold a geometry's bounding box in degrees. */
    public record BoxColumns(String west, String south, String east, String north) {

        /** @throws IllegalArgumentException unless each is a column, with its alias or without */
        public BoxColumns {
            List.of(west, south, east, north).forEach(Queryable::requireExpression);
        }
    }

    /** Names, calls and casts: nothing that ends a statement, opens a comment or stands for a parameter. */
    private static final Pattern EXPRESSION = Pattern.compile("[a-z0-9_.(), ]+");

    /** @throws IllegalArgumentException if the name, the column or the box cannot be one */
    public Queryable {
        if (!Names.isIdentifier(name)) {
            throw new IllegalArgumentException(name + " is no name that a filter can write");
        }
        requireExpression(column);
        if (box != null && type != ValueType.GEOMETRY) {
            throw new IllegalArgumentException(name + " is no geometry and has no bounding box");
        }
        choices = List.copyOf(choices);
    }

    /** @throws IllegalArgumentException if the name or the column cannot be one */
    public static Queryable of(String name, ValueType type, String title, String column) {
        return new Queryable(name, type, title, column, null, List.of());
    }

    /** The same with the columns of its bounding box. */
    public Queryable within(String west, String south, String east, String north) {
        return new Queryable(name, type, title, column, new BoxColumns(west, south, east, north), choices);
    }

    /** The same with the values that it can have. */
    public Queryable withChoices(List<String> values) {
        return new Queryable(name, type, title, column, box, values);
    }

    private static void requireExpression(String column) {
        if (!EXPRESSION.matcher(column).matches()) {
            throw new IllegalArgumentException(column + " is no plain column expression");
        }
    }
}
