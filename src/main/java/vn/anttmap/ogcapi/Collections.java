package vn.anttmap.ogcapi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.Extent;
import vn.anttmap.incident.FigureGuard;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Which collections an account is offered, and what is said of each. */
@Component
class Collections {

    /** Added around what lies in a collection, then rounded outward to hundredths: an edge is no exact place. */
    private static final double MARGIN_DEGREES = 0.005;

    private static final double STEPS_PER_DEGREE = 100;

    private static final String QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables";

    private static final String TILESETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";

    private final Map<CollectionId, FeatureSource> sources = new EnumMap<>(CollectionId.class);
    private final MessageSource messages;
    private final FigureGuard guard;

    Collections(List<FeatureSource> all, MessageSource messages, FigureGuard guard) {
        this.guard = guard;
        all.forEach(source -> source.collections().forEach(id -> sources.put(id, source)));
        this.messages = messages;
    }

    /** What one collection is, for one account. */
    record Description(
            CollectionId id,
            String title,
            String text,
            @Nullable String geometryType,
            double @Nullable [] bbox,
            @Nullable Instant first,
            @Nullable Instant last,
            List<Property> properties) {

        public String key() {
            return id.key();
        }

        /** Tiles are of geometries: who gets none gets no tiles. */
        boolean hasTiles() {
            return geometryType != null;
        }
    }

    FeatureSource source(CollectionId id) {
        return Objects.requireNonNull(sources.get(id));
    }

    List<CollectionId> offeredTo(AccountView account) {
        return Arrays.stream(CollectionId.values())
                .filter(id -> id.offeredTo(account) && !(id == CollectionId.INCIDENTS && guard.guards(account)))
                .filter(id -> id != CollectionId.DISTRICTS || hadAny(account, id))
                .toList();
    }

    /** There will be no more of them, so a territory without any has an empty layer for good. */
    private boolean hadAny(AccountView account, CollectionId id) {
        return source(id).coverage(account, id).extent() != null;
    }

    /**
     * @throws UserProblem of kind NOT_FOUND if there is no such collection, of kind FORBIDDEN if the account is not offered
     *     it
     */
    CollectionId get(AccountView account, String key) {
        CollectionId id = CollectionId.find(key)
                .orElseThrow(() -> UserProblem.of(
                                Kind.NOT_FOUND,
                                "collection-unknown",
                                offeredTo(account).stream()
                                        .map(CollectionId::key)
                                        .collect(Collectors.joining(", ")))
                        .at("collectionId", key));
        id.require(account);
        if (id == CollectionId.INCIDENTS) {
            guard.requireOpen(account);
        }
        return id;
    }

    Description describe(AccountView account, CollectionId id, Locale locale) {
        FeatureSource source = source(id);
        FeatureSource.Coverage coverage = source.coverage(account, id);
        Extent extent = coverage.extent();
        return new Description(
                id,
                id.title(messages, locale),
                id.description(messages, locale),
                source.geometryType(account, id),
                extent == null ? null : rounded(extent),
                coverage.first(),
                coverage.last(),
                source.properties(id));
    }

    /** As {@link #describe}, without what has to be looked up in the data. */
    Description outline(AccountView account, CollectionId id, Locale locale) {
        FeatureSource source = source(id);
        return new Description(
                id,
                id.title(messages, locale),
                id.description(messages, locale),
                source.geometryType(account, id),
                null,
                null,
                null,
                source.properties(id));
    }

    private static double[] rounded(Extent extent) {
        return new double[] {
            Math.max(-180, Math.floor((extent.west() - MARGIN_DEGREES) * STEPS_PER_DEGREE) / STEPS_PER_DEGREE),
            Math.max(-90, Math.floor((extent.south() - MARGIN_DEGREES) * STEPS_PER_DEGREE) / STEPS_PER_DEGREE),
            Math.min(180, Math.ceil((extent.east() + MARGIN_DEGREES) * STEPS_PER_DEGREE) / STEPS_PER_DEGREE),
            Math.min(90, Math.ceil((extent.north() + MARGIN_DEGREES) * STEPS_PER_DEGREE) / STEPS_PER_DEGREE)
        };
    }

    /** As the standard writes it, links and all. */
    static Map<String, Object> json(Description collection, List<String> systems, List<Link> links) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", collection.key());
        json.put("title", collection.title());
        json.put("description", collection.text());
        json.put("itemType", "feature");
        if (WritableCollections.takesIds(collection.id())) {
            json.put("supportsNonAutogeneratedResourceIds", true);
        }
        Map<String, Object> extent = new LinkedHashMap<>();
        if (collection.bbox() != null) {
            extent.put("spatial", Map.of("bbox", List.of(collection.bbox()), "crs", OgcCrs.CRS84.uri()));
        }
        // Only where both ends are known: readers stumble over open ones.
        if (collection.first() != null && collection.last() != null) {
            extent.put(
                    "temporal",
                    Map.of(
                            "interval",
                            List.of(List.of(
                                    collection.first().toString(),
                                    collection.last().toString())),
                            "trs",
                            "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"));
        }
        if (!extent.isEmpty()) {
            json.put("extent", extent);
        }
        json.put("crs", systems);
        json.put("storageCrs", OgcCrs.CRS84.uri());
        json.put("links", links.stream().map(Link::json).toList());
        return json;
    }

    /** Its items, in both forms, what filters may name, and its vector tiles. */
    static List<Link> itemLinks(Links links, Description collection) {
        String path = "/collections/" + collection.key();
        List<Link> all = new ArrayList<>(List.of(
                links.to(path + "/items", "items", MediaTypes.GEO_JSON, "ogc.link.items", collection.title()),
                links.toForm(path + "/items", "html", "items", MediaTypes.HTML, "ogc.link.items", collection.title()),
                links.to(
                        path + "/queryables",
                        QUERYABLES,
                        MediaTypes.SCHEMA,
                        "ogc.link.queryables",
                        collection.title())));
        if (collection.hasTiles()) {
            all.add(links.to(path + "/tiles", TILESETS, MediaTypes.JSON, "ogc.link.tiles", collection.title()));
        }
        return all;
    }
}
