package vn.anttmap.ogcapi;

import static vn.anttmap.ogcapi.Property.Type.BOOLEAN;
import static vn.anttmap.ogcapi.Property.Type.DATE;
import static vn.anttmap.ogcapi.Property.Type.INSTANT;
import static vn.anttmap.ogcapi.Property.Type.INTEGER;
import static vn.anttmap.ogcapi.Property.Type.STRING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.incident.HandlingLevel;
import vn.anttmap.incident.IncidentCategories;
import vn.anttmap.incident.IncidentCategory;
import vn.anttmap.incident.IncidentFilter;
import vn.anttmap.incident.IncidentItem;
import vn.anttmap.incident.IncidentItems;
import vn.anttmap.incident.IncidentOrder;
import vn.anttmap.incident.IncidentState;
import vn.anttmap.incident.PlaceAccuracy;
import vn.anttmap.node.Installation;
import vn.anttmap.ogcapi.cql2.Queryables;
import vn.anttmap.ogcapi.cql2.SqlCondition;
import vn.anttmap.ogcapi.cql2.SqlDialect;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.UnitRef;

/**
 * Incidents, newest first. An account without exact places gets the records without geometry, as in the list; notes never
 * leave.
 */
@Component
class IncidentSource implements FeatureSource {

    private static final Map<String, IncidentOrder.By> ORDERS = Map.ofEntries(
            Map.entry("localDate", IncidentOrder.By.DAY),
            Map.entry("occurredAt", IncidentOrder.By.OCCURRED_AT),
            Map.entry("reportedAt", IncidentOrder.By.REPORTED_AT),
            Map.entry("changedAt", IncidentOrder.By.CHANGED_AT),
            Map.entry("category", IncidentOrder.By.CATEGORY),
            Map.entry("severity", IncidentOrder.By.SEVERITY),
            Map.entry("state", IncidentOrder.By.STATE),
            Map.entry("handlingLevel", IncidentOrder.By.HANDLING_LEVEL),
            Map.entry("placeAccuracy", IncidentOrder.By.PLACE_ACCURACY),
            Map.entry("personsInvolved", IncidentOrder.By.PERSONS_INVOLVED),
            Map.entry("dead", IncidentOrder.By.DEAD),
            Map.entry("injured", IncidentOrder.By.INJURED),
            Map.entry("damageDong", IncidentOrder.By.DAMAGE_DONG));

    /** Where a filter finds a property. What is named by its label, or comes from placements, is not here. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("category", "i.category"),
            Map.entry("severity", "i.severity"),
            Map.entry("majorCase", "i.major_case"),
            Map.entry("localDate", "i.local_date"),
            Map.entry("occurredAt", "i.occurred_at"),
            Map.entry("occurredUntil", "i.occurred_until"),
            Map.entry("reportedAt", "i.reported_at"),
            Map.entry("placeAccuracy", "lower(i.place_accuracy)"),
            Map.entry("personsInvolved", "i.persons_involved"),
            Map.entry("dead", "i.dead"),
            Map.entry("injured", "i.injured"),
            Map.entry("damageDong", "i.damage_dong"),
            Map.entry("handlingLevel", "lower(i.handling_level)"),
            Map.entry("state", "lower(i.state)"),
            Map.entry("nearBorder", "i.near_border"),
            Map.entry("changedAt", "i.changed_at"),
            Map.entry("synthetic", "i.synthetic"));

    private static final List<Property> PROPERTIES = List.of(
            property("category", STRING, true),
            property("categoryName", STRING, false),
            property("severity", STRING, true),
            property("severityName", STRING, false),
            property("majorCase", BOOLEAN, true),
            property("localDate", DATE, false),
            property("occurredAt", INSTANT, false),
            property("occurredUntil", INSTANT, false),
            property("reportedAt", INSTANT, false),
            property("placeAccuracy", STRING, true),
            property("personsInvolved", INTEGER, false),
            property("dead", INTEGER, false),
            property("injured", INTEGER, false),
            property("damageDong", INTEGER, false),
            property("handlingLevel", STRING, true),
            property("state", STRING, true),
            property("stateLabel", STRING, false),
            property("communeId", INTEGER, false),
            property("communeName", STRING, false),
            property("areaId", INTEGER, false),
            property("areaName", STRING, false),
            property("roadSegmentName", STRING, false),
            property("nearBorder", BOOLEAN, true),
            property("changedAt", INSTANT, false),
            property("synthetic", BOOLEAN, false));

    private final IncidentItems incidents;
    private final IncidentCategories categories;
    private final PropertyQueryables queryables;
    private final SqlDialect dialect;
    private final MessageSource messages;

    IncidentSource(
            IncidentItems incidents,
            IncidentCategories categories,
            PropertyQueryables queryables,
            Installation installation,
            MessageSource messages) {
        this.incidents = incidents;
        this.categories = categories;
        this.queryables = queryables;
        this.dialect = installation.embedded() ? SqlDialect.H2GIS : SqlDialect.POSTGIS;
        this.messages = messages;
    }

    private static Property property(String name, Property.Type type, boolean filterable) {
        return new Property(name, type, filterable, ORDERS.containsKey(name));
    }

    @Override
    public List<CollectionId> collections() {
        return List.of(CollectionId.INCIDENTS);
    }

    @Override
    public List<Property> properties(CollectionId collection) {
        return PROPERTIES;
    }

    /** A filter on the place would tell where it is: without the right to places it has no such name. */
    @Override
    public Queryables queryables(AccountView account, CollectionId collection, Locale locale) {
        String place = account.has(Right.SEE_INCIDENT_POINTS) ? "i.position" : null;
        return queryables.of(PROPERTIES, COLUMNS::get, place, locale);
    }

    @Override
    public @Nullable String geometryType(AccountView account, CollectionId collection) {
        return account.has(Right.SEE_INCIDENT_POINTS) ? "point" : null;
    }

    @Override
    public Coverage coverage(AccountView account, CollectionId collection) {
        IncidentItems.Coverage coverage = incidents.coverage(account);
        return new Coverage(coverage.extent(), coverage.first(), coverage.last());
    }

    @Override
    public Page page(AccountView account, CollectionId collection, ItemsQuery query, Locale locale) {
        List<IncidentOrder> order = query.sort().isEmpty()
                ? IncidentOrder.NEWEST_FIRST
                : query.sort().stream()
                        .map(sort -> new IncidentOrder(ORDERS.get(sort.by().name()), sort.descending()))
                        .toList();
        IncidentItems.Page page =
                incidents.page(account, question(account, query), order, after(query, order), query.limit());
        Labels labels = new Labels(locale);
        List<Item> items = new ArrayList<>(page.items().size());
        page.items().forEach(incident -> items.add(item(incident, labels)));
        return new Page(items, page.numberMatched(), page.more() ? next(page, query, order) : null);
    }

    @Override
    public Optional<Item> find(AccountView account, CollectionId collection, String featureId, Locale locale) {
        return uuid(featureId)
                .flatMap(id -> incidents.find(account, id))
                .map(incident -> item(incident, new Labels(locale)));
    }

    private static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    private IncidentItems.Question question(AccountView account, ItemsQuery query) {
        Map<String, Object> equal = new LinkedHashMap<>();
        query.equal().forEach((property, value) -> equal.put(property.name(), value));
        String category = (String) equal.get("category");
        String severity = (String) equal.get("severity");
        categories.checkFilter(account, category, severity);
        IncidentFilter filter = new IncidentFilter(null, null, category, severity, null, null, false, false)
                .with(new IncidentFilter.Traits(
                        oneOf("state", equal, IncidentState.values()),
                        oneOf("handlingLevel", equal, HandlingLevel.values()),
                        (Boolean) equal.get("majorCase"),
                        (Boolean) equal.get("nearBorder"),
                        null,
                        null));
        return new IncidentItems.Question(
                filter,
                query.period() == null ? null : query.period().begin(),
                query.period() == null ? null : query.period().end(),
                oneOf("placeAccuracy", equal, PlaceAccuracy.values()),
                query.box() == null ? null : query.box().area(),
                query.filter() == null ? null : condition(query.filter().toSql(dialect)));
    }

    private static IncidentItems.RowCondition condition(SqlCondition filter) {
        return new IncidentItems.RowCondition(filter.text("filter"), filter.parameters("filter"));
    }

    private static <E extends Enum<E>> @Nullable E oneOf(String name, Map<String, Object> equal, E[] known) {
        Object value = equal.get(name);
        if (value == null) {
            return null;
        }
        return Arrays.stream(known)
                .filter(one -> key(one).equals(value))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "filter-value-unknown",
                                Arrays.stream(known).map(IncidentSource::key).collect(Collectors.joining(", ")))
                        .at(name, value));
    }

    private static IncidentItems.@Nullable After after(ItemsQuery query, List<IncidentOrder> order) {
        if (query.cursor() == null) {
            return null;
        }
        Cursor cursor = Cursor.decode(query.cursor(), query.question(), order.size());
        try {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < order.size(); i++) {
                values.add(order.get(i).parse(String.valueOf(cursor.values().get(i))));
            }
            return new IncidentItems.After(values, UUID.fromString(cursor.id()), cursor.numberMatched());
        } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
            throw Cursor.invalid(query.cursor());
        }
    }

    private static String next(IncidentItems.Page page, ItemsQuery query, List<IncidentOrder> order) {
        IncidentItem last = page.items().get(page.items().size() - 1);
        List<@Nullable String> values = new ArrayList<>();
        order.forEach(part -> values.add(part.by().valueOf(last)));
        return new Cursor(values, last.id().toString(), page.numberMatched()).encode(query.question());
    }

    /** Names in one language, looked up once for a page. */
    private final class Labels {

        private final boolean english;
        private final Map<String, IncidentCategory> known = categories.all();
        private final Map<IncidentState, String> states;

        Labels(Locale locale) {
            this.english = "en".equals(locale.getLanguage());
            this.states = Arrays.stream(IncidentState.values())
                    .collect(Collectors.toMap(
                            state -> state, state -> messages.getMessage("label.state." + state.key(), null, locale)));
        }

        String category(String code) {
            IncidentCategory category = known.get(code);
            return category == null ? code : category.name(english);
        }

        @Nullable String severity(String categoryCode, @Nullable String code) {
            IncidentCategory category = known.get(categoryCode);
            IncidentCategory.SeverityGrade grade = category == null ? null : category.severity(code);
            return grade == null ? null : english ? grade.nameEn() : grade.nameVi();
        }
    }

    private static Item item(IncidentItem incident, Labels labels) {
        return new Item(
                incident.id().toString(),
                incident.place(),
                new @Nullable Object[] {
                    incident.category(),
                    labels.category(incident.category()),
                    incident.severity(),
                    labels.severity(incident.category(), incident.severity()),
                    incident.majorCase(),
                    incident.localDate(),
                    incident.occurredAt(),
                    incident.occurredUntil(),
                    incident.reportedAt(),
                    key(incident.placeAccuracy()),
                    incident.personsInvolved(),
                    incident.dead(),
                    incident.injured(),
                    incident.damageDong(),
                    key(incident.handlingLevel()),
                    key(incident.state()),
                    labels.states.get(incident.state()),
                    id(incident.commune()),
                    name(incident.commune()),
                    id(incident.residentialArea()),
                    name(incident.residentialArea()),
                    incident.roadSegment(),
                    incident.nearBorder(),
                    incident.changedAt(),
                    incident.synthetic()
                },
                String.valueOf(incident.version()));
    }

    private static @Nullable Long id(@Nullable UnitRef unit) {
        return unit == null ? null : unit.id();
    }

    private static @Nullable String name(@Nullable UnitRef unit) {
        return unit == null ? null : unit.fullName();
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
