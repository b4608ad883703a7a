package vn.anttmap.exchange;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A way to colour a layer by one of its fields, in the colours of the map.
 *
 * @param name of the style, Vietnamese
 * @param field name of the field that decides
 * @param classes in the order of the legend
 */
record Theme(String name, String field, List<ColourClass> classes) {

    /** What is not covered by any class: no figure, no status. */
    static final ColourClass NO_DATA = ColourClass.of("Không đủ số liệu", "#f2f1ed", null);

    /**
     * One colour: either of the numbers above {@code above} up to {@code upTo}, or of one text.
     *
     * @param above excluded; null with a text
     * @param upTo included; null with a text
     * @param text the field's value; null with numbers; null without numbers too: any value
     */
    record ColourClass(
            String label,
            String colour,
            @Nullable Double above,
            @Nullable Double upTo,
            @Nullable String text) {

        static ColourClass of(String label, String colour, @Nullable String text) {
            return new ColourClass(label, colour, null, null, text);
        }

        static ColourClass of(String label, String colour, double above, double upTo) {
            return new ColourClass(label, colour, above, upTo, null);
        }

        boolean holds(Object value) {
            if (above == null || upTo == null) {
                return text == null || value.equals(text);
            }
            return value instanceof Number number && number.doubleValue() > above && number.doubleValue() <= upTo;
        }
    }

    Theme {
        classes = List.copyOf(classes);
    }

    /** Position of the class of a field's value; -1 where none holds it. */
    int classOf(@Nullable Object value) {
        for (int i = 0; value != null && i < classes.size(); i++) {
            if (classes.get(i).holds(Objects.requireNonNull(value))) {
                return i;
            }
        }
        return -1;
    }
}
