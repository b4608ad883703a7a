package vn.anttmap.ogcapi.cql2;

import java.util.IdentityHashMap;
import java.util.Map;

/** Where in a filter each part of its tree was written; beside the tree, so that equal conditions are equal. */
final class Positions {

    private final Map<Object, String> places = new IdentityHashMap<>();

    <T> T put(T part, String place) {
        places.put(part, place);
        return part;
    }

    String of(Object part) {
        return places.getOrDefault(part, "1");
    }
}
