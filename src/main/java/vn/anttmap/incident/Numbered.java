package vn.anttmap.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values by numbers from 0, so that arrays of many records need only the numbers. Safe to share. */
final class Numbered<T> {

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    /** The number of a value; a new one gets the next. */
    synchronized int numberOf(T value) {
        Integer known = numbers.get(value);
        if (known == null) {
            known = values.size();
            numbers.put(value, known);
            values.add(value);
        }
        return known;
    }

    /** All values that there are now, by number. */
    synchronized List<T> values() {
        return new ArrayList<>(values);
    }
}
