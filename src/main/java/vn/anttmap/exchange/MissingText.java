package vn.anttmap.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts what is missing into texts that a field of a DBF takes, between two items and never within one. */
final class MissingText {

    private static final int MOST_BYTES = 254;
    private static final String BETWEEN = "; ";

    private MissingText() {}

    /** @return the text of the field with this number, counted from 0; null where the items do not reach so far */
    static @Nullable String part(List<String> items, int number) {
        List<String> parts = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String item : items) {
            if (!open.isEmpty() && bytes(open + BETWEEN + item) > MOST_BYTES) {
                parts.add(open.toString());
                open.setLength(0);
            }
            open.append(open.isEmpty() ? "" : BETWEEN).append(item);
        }
        if (!open.isEmpty()) {
            parts.add(open.toString());
        }
        return number < parts.size() ? parts.get(number) : null;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
