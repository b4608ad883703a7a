package vn.anttmap.ogcapi.cql2;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The relations of Simple Features (DE-9IM). */
enum SpatialRelation {
    INTERSECTS,
    EQUALS,
    DISJOINT,
    TOUCHES,
    WITHIN,
    OVERLAPS,
    CROSSES,
    CONTAINS;

    /** {@code s_intersects}: the operator of the JSON encoding. */
    String operator() {
        return "s_" + name().toLowerCase(Locale.ROOT);
    }

    static Optional<SpatialRelation> find(String operator) {
        return Arrays.stream(values())
                .filter(one -> one.operator().equalsIgnoreCase(operator))
                .findFirst();
    }
}
