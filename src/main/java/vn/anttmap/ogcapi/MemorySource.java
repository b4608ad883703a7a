package vn.anttmap.ogcapi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.ogcapi.cql2.Cql2Filter;
import vn.anttmap.ogcapi.cql2.Queryables;

/**
 * Features that lie in memory and hold for a time: filtered, ordered and paged there. Only the rows of the page become
 * features.
 *
 * @param <T> what a feature is made of
 */
abstract class MemorySource<T> implements FeatureSource {

    /** A property and where its value comes from. */
    record Column<T>(Property property, BiFunction<T, Locale, @Nullable Object> value) {}

    /** No statement reads these: they are answered here. */
    private static final String IN_MEMORY = "memory";

    private final PropertyQueryables queryables;

    MemorySource(PropertyQueryables queryables) {
        this.queryables = queryables;
    }

    abstract List<Column<T>> columns(CollectionId collection);

    /**
     * Those that hold on any day of a period, by id; null for open.
     *
     * @param box degrees; what has a place whose box does not meet it may be left out; null for all
     */
    abstract List<T> list(
            AccountView account,
            CollectionId collection,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Envelope box,
            Locale locale);

    abstract Optional<T> find(AccountView account, CollectionId collection, long id, Locale locale);

    abstract long id(T row);

    abstract @Nullable Geometry geometry(T row);

    /** Of the geometry, where it is known without it. */
    abstract @Nullable Extent extent(T row);

    abstract LocalDate today();

    /** What is answered where no period is asked for. */
    Period usual(AccountView account, CollectionId collection) {
        return Period.of(today());
    }

    @Override
    public List<Property> properties(CollectionId collection) {
        return columns(collection).stream().map(Column::property).toList();
    }

    @Override
    public Queryables queryables(AccountView account, CollectionId collection, Locale locale) {
        return queryables.of(properties(collection), name -> IN_MEMORY, IN_MEMORY, locale);
    }

    @Override
    public Coverage coverage(AccountView account, CollectionId collection) {
        Envelope box = new Envelope();
        for (T row : list(account, collection, null, null, null, Locale.ROOT)) {
            Extent extent = extent(row);
            if (extent != null) {
                box.expandToInclude(extent.toEnvelope());
            }
        }
        // How long the present states hold is open, so the period as a whole is.
        return new Coverage(
                box.isNull() ? null : new Extent(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()),
                null,
                null);
    }

    @Override
    public Page page(AccountView account, CollectionId collection, ItemsQuery query, Locale locale) {
        List<Column<T>> columns = columns(collection);
        Period period = query.period() == null ? usual(account, collection) : query.period();
        Envelope box = query.box() == null ? null : query.box().area().getEnvelopeInternal();
        List<T> matched = new ArrayList<>();
        for (T row : list(account, collection, period.firstDay(), period.lastDay(), box, locale)) {
            if (matches(row, columns, query, locale)
                    && inBox(row, query.box())
                    && passes(row, columns, query.filter(), locale)) {
                matched.add(row);
            }
        }
        List<Column<T>> order =
                query.sort().stream().map(sort -> columnOf(columns, sort.by())).toList();
        if (!order.isEmpty()) {
            matched.sort((one, other) -> compare(query, key(one, order, locale), key(other, order, locale)));
        }
        int begin = begin(matched, query, order, locale);
        int end = Math.min(begin + query.limit(), matched.size());
        List<Item> items = matched.subList(begin, end).stream()
                .map(row -> item(row, columns, locale))
                .toList();
        String next = end < matched.size() ? next(matched, end, query, order, locale) : null;
        return new Page(items, matched.size(), next);
    }

    @Override
    public Optional<Item> find(AccountView account, CollectionId collection, String featureId, Locale locale) {
        if (!featureId.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return find(account, collection, Long.parseLong(featureId), locale)
                .map(row -> item(row, columns(collection), locale));
    }

    private Item item(T row, List<Column<T>> columns, Locale locale) {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).value().apply(row, locale);
        }
        return new Item(String.valueOf(id(row)), geometry(row), values, null);
    }

    private boolean matches(T row, List<Column<T>> columns, ItemsQuery query, Locale locale) {
        return query.equal().entrySet().stream()
                .allMatch(wanted -> same(
                        wanted.getValue(),
                        columnOf(columns, wanted.getKey()).value().apply(row, locale)));
    }

    private boolean passes(T row, List<Column<T>> columns, @Nullable Cql2Filter filter, Locale locale) {
        return filter == null
                || filter.matches(
                        name -> name.equals(PropertyQueryables.GEOMETRY)
                                ? geometry(row)
                                : columns.stream()
                                        .filter(column ->
                                                column.property().name().equals(name))
                                        .findFirst()
                                        .map(column -> column.value().apply(row, locale))
                                        .orElse(null),
                        null);
    }

    private static boolean same(Object wanted, @Nullable Object value) {
        return wanted instanceof Number number && value instanceof Number other
                ? number.doubleValue() == other.doubleValue()
                : wanted.equals(value);
    }

    private boolean inBox(T row, @Nullable Box box) {
        if (box == null) {
            return true;
        }
        Extent extent = extent(row);
        if (extent != null && !box.area().getEnvelopeInternal().intersects(extent.toEnvelope())) {
            return false;
        }
        return box.matches(geometry(row));
    }

    private static <T> Column<T> columnOf(List<Column<T>> columns, Property property) {
        return columns.stream()
                .filter(column -> column.property().equals(property))
                .findFirst()
                .orElseThrow();
    }

    /** What a row is ordered by. */
    private record Key(List<@Nullable Object> values, long id) {}

    private Key key(T row, List<Column<T>> order, Locale locale) {
        List<@Nullable Object> values = new ArrayList<>(order.size());
        order.forEach(column -> values.add(column.value().apply(row, locale)));
        return new Key(values, id(row));
    }

    /** What is not known comes last, whatever the direction. */
    private static int compare(ItemsQuery query, Key one, Key other) {
        for (int i = 0; i < query.sort().size(); i++) {
            Object a = one.values().get(i);
            Object b = other.values().get(i);
            int order;
            if (a == null || b == null) {
                order = a == b ? 0 : a == null ? 1 : -1;
            } else {
                order = compareValues(a, b) * (query.sort().get(i).descending() ? -1 : 1);
            }
            if (order != 0) {
                return order;
            }
        }
        return Long.compare(one.id(), other.id());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compareValues(Object a, Object b) {
        if (a instanceof String text && b instanceof String other) {
            Comparator<String> dictionary = VietnameseText.collator();
            return Integer.signum(dictionary.compare(text, other));
        }
        if (a instanceof Number number && b instanceof Number other) {
            return Double.compare(number.doubleValue(), other.doubleValue());
        }
        return Integer.signum(((Comparable) a).compareTo(b));
    }

    private int begin(List<T> rows, ItemsQuery query, List<Column<T>> order, Locale locale) {
        if (query.cursor() == null) {
            return 0;
        }
        Cursor cursor = Cursor.decode(query.cursor(), query.question(), order.size());
        Key after;
        try {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < order.size(); i++) {
                String value = cursor.values().get(i);
                values.add(value == null ? null : order.get(i).property().parse(value));
            }
            after = new Key(values, Long.parseLong(cursor.id()));
        } catch (RuntimeException unreadable) {
            throw Cursor.invalid(query.cursor());
        }
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(query, key(rows.get(middle), order, locale), after) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private String next(List<T> rows, int end, ItemsQuery query, List<Column<T>> order, Locale locale) {
        Key last = key(rows.get(end - 1), order, locale);
        List<@Nullable String> values = new ArrayList<>();
        last.values().forEach(value -> values.add(value == null ? null : Objects.toString(value)));
        return new Cursor(values, String.valueOf(last.id()), rows.size()).encode(query.question());
    }
}
