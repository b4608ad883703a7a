package vn.anttmap.ogcapi;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.Extent;
import vn.anttmap.ogcapi.cql2.Queryables;

/** Where the features of one or more collections come from. Every answer holds only what the account may see. */
interface FeatureSource {

    /**
     * @param geometry EPSG:4326; null where there is none, or none for this account
     * @param values one for each property of the collection, in order
     * @param version changes with the feature; null where that is not known
     */
    record Item(
            String id,
            @Nullable Geometry geometry,
            @Nullable Object[] values,
            @Nullable String version) {}

    /** @param next the cursor of the next page; null on the last one */
    record Page(
            List<Item> items, long numberMatched, @Nullable String next) {}

    /**
     * What the collection covers.
     *
     * @param extent EPSG:4326; null without any place
     * @param first null where it is open or unknown
     * @param last null where it is open or unknown
     */
    record Coverage(
            @Nullable Extent extent,
            @Nullable Instant first,
            @Nullable Instant last) {}

    List<CollectionId> collections();

    List<Property> properties(CollectionId collection);

    /** What filters of this account may name. */
    Queryables queryables(AccountView account, CollectionId collection, Locale locale);

    /** What the geometries are: {@code polygon}, {@code line}, {@code point}; null where the account gets none. */
    @Nullable String geometryType(AccountView account, CollectionId collection);

    Coverage coverage(AccountView account, CollectionId collection);

    Page page(AccountView account, CollectionId collection, ItemsQuery query, Locale locale);

    Optional<Item> find(AccountView account, CollectionId collection, String featureId, Locale locale);
}
