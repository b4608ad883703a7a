package vn.anttmap.ogcapi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.anttmap.ogcapi.cql2.Cql2Filter;

/**
 * What a caller wants of a collection.
 *
 * @param limit 1 to {@link #LARGEST_PAGE}
 * @param equal values that properties must have
 * @param filter null for none
 * @param sort empty for the collection's own order
 * @param selected names of the properties that are written; null for all
 * @param crs of the coordinates that are written
 * @param cursor as it was sent; null for the first page
 * @param question all that decides which rows come in which order, for the cursor
 */
record ItemsQuery(
        int limit,
        @Nullable Box box,
        @Nullable Period period,
        Map<Property, Object> equal,
        @Nullable Cql2Filter filter,
        List<Sort> sort,
        @Nullable Set<String> selected,
        OgcCrs crs,
        @Nullable String cursor,
        String question) {

    static final int LARGEST_PAGE = 10_000;
    static final int USUAL_PAGE = 100;

    /** One part of an order. */
    record Sort(Property by, boolean descending) {}

    boolean wants(Property property) {
        return selected == null || selected.contains(property.name());
    }
}
