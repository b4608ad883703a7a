package vn.anttmap.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Communes and codes by small numbers, shared by all tables of marks that came of one. */
final class MarkWords {

    private final List<Object> all = new ArrayList<>();
    private final Map<Object, Integer> numbers = new HashMap<>();

    synchronized int number(Object word) {
        return numbers.computeIfAbsent(word, added -> {
            all.add(added);
            return all.size() - 1;
        });
    }

    synchronized Object[] toArray() {
        return all.toArray();
    }
}
