package vn.anttmap.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.Extent;
import vn.anttmap.node.TrailOnly;

/**
 * Incidents as rows of a layer, in pages of any order. Rows are read by plain JDBC: ten thousand at a time would take
 * seconds as entities. The audit trail is told of each page in which places go out, in the same transaction.
 */
@Service
public class IncidentItems {

    private static final IncidentFilter NOT_WITHDRAWN =
            new IncidentFilter(null, null, null, null, null, null, false, false);

    private final IncidentScope.Finder scopes;
    private final IncidentItemRows rows;
    private final NamedParameterJdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    IncidentItems(
            IncidentScope.Finder scopes,
            IncidentItemRows rows,
            NamedParameterJdbcTemplate jdbc,
            ApplicationEventPublisher events) {
        this.scopes = scopes;
        this.rows = rows;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Which incidents are asked for; null means no limit.
     *
     * @param filter by category, severity and traits; its days and its extent are not for here
     * @param begin the incident ended then or later
     * @param end the incident began then or earlier
     * @param placeAccuracy how exact the place is
     * @param area EPSG:4326, without effect for an account without exact places
     * @param condition on the rows; null for none
     */
    public record Question(
            IncidentFilter filter,
            @Nullable Instant begin,
            @Nullable Instant end,
            @Nullable PlaceAccuracy placeAccuracy,
            @Nullable Geometry area,
            @Nullable RowCondition condition) {}

    /**
     * A condition on the columns of {@code incident i}.
     *
     * @param text fixed text of the program; whatever a client sent is in the parameters. It must not name the position for
     *     an account without exact places
     * @param parameters by the names that the text has behind a colon
     */
    public record RowCondition(String text, Map<String, Object> parameters) {

        public RowCondition {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * Where a page begins: after the row with these values of the order and this id.
     *
     * @param values one for each of the order, of the type that {@link IncidentOrder#parse} gives
     * @param numberMatched as counted for the first page
     */
    public record After(List<Object> values, UUID id, long numberMatched) {

        public After {
            values = List.copyOf(values);
        }
    }

    /**
     * @param more whether another page follows
     * @param numberMatched rows of all pages, as counted for the first one
     */
    public record Page(List<IncidentItem> items, boolean more, long numberMatched) {}

    /** What all incidents of an account cover; null where there are none, or no places for this account. */
    public record Coverage(
            @Nullable Extent extent,
            @Nullable Instant first,
            @Nullable Instant last) {}

    /** @param order then by id */
    @Transactional
    public Page page(
            AccountView account, Question question, List<IncidentOrder> order, @Nullable After after, int limit) {
        TrailOnly.declare();
        IncidentConditions conditions = conditions(account, question);
        if (after != null) {
            IncidentOrder.continueAfter(conditions, order, after);
        }
        List<IncidentItem> found = rows.read(account, conditions, IncidentOrder.sql(order), limit + 1);
        boolean more = found.size() > limit;
        List<IncidentItem> page = more ? found.subList(0, limit) : found;
        tell(account, page);
        return new Page(page, more, total(account, question, after, more, found.size()));
    }

    /** One incident; empty where there is none that the account may see. */
    @Transactional
    public Optional<IncidentItem> find(AccountView account, UUID id) {
        TrailOnly.declare();
        IncidentConditions conditions = conditions(account, new Question(NOT_WITHDRAWN, null, null, null, null, null));
        conditions.add("i.id = :id", "id", id);
        List<IncidentItem> found = rows.read(account, conditions, "i.id", 1);
        tell(account, found);
        return found.stream().findFirst();
    }

    /** Of all incidents that the account may see. */
    @Transactional(readOnly = true)
    public Coverage coverage(AccountView account) {
        IncidentConditions conditions = conditions(account, new Question(NOT_WITHDRAWN, null, null, null, null, null));
        boolean places = account.has(Right.SEE_INCIDENT_POINTS);
        String box = places
                ? ", min(st_x(i.position)) as west, min(st_y(i.position)) as south,"
                        + " max(st_x(i.position)) as east, max(st_y(i.position)) as north"
                : "";
        return Objects.requireNonNull(jdbc.queryForObject(
                "select min(i.occurred_at) as first, max(coalesce(i.occurred_until, i.occurred_at)) as last" + box
                        + " from incident i where " + conditions.text(),
                conditions.parameters(),
                (row, number) -> {
                    Instant first = IncidentItemRows.instant(row, "first");
                    return new Coverage(
                            first == null || !places
                                    ? null
                                    : new Extent(
                                            row.getDouble("west"),
                                            row.getDouble("south"),
                                            row.getDouble("east"),
                                            row.getDouble("north")),
                            first,
                            IncidentItemRows.instant(row, "last"));
                }));
    }

    private IncidentConditions conditions(AccountView account, Question question) {
        IncidentConditions conditions = new IncidentConditions(scopes.of(account), question.filter());
        if (question.begin() != null) {
            conditions.add(
                    "coalesce(i.occurred_until, i.occurred_at) >= :begin",
                    "begin",
                    question.begin().atOffset(ZoneOffset.UTC));
        }
        if (question.end() != null) {
            conditions.add("i.occurred_at <= :end", "end", question.end().atOffset(ZoneOffset.UTC));
        }
        if (question.placeAccuracy() != null) {
            conditions.add(
                    "i.place_accuracy = :accuracy",
                    "accuracy",
                    question.placeAccuracy().name());
        }
        if (question.condition() != null) {
            conditions.add(question.condition().text());
            conditions.parameters().putAll(question.condition().parameters());
        }
        // What has no place for this account matches every box: else boxes would tell where it is.
        if (question.area() != null && account.has(Right.SEE_INCIDENT_POINTS)) {
            inArea(conditions, question.area());
        }
        return conditions;
    }

    private static void inArea(IncidentConditions conditions, Geometry area) {
        List<String> parts = new ArrayList<>();
        for (int n = 0; n < area.getNumGeometries(); n++) {
            Geometry part = area.getGeometryN(n);
            Envelope box = part.getEnvelopeInternal();
            String inBox =
                    "st_intersects(i.position, st_makeenvelope(:west%1$d, :south%1$d, :east%1$d, :north%1$d, 4326))"
                            .formatted(n);
            parts.add(
                    part.isRectangle()
                            ? inBox
                            : "(" + inBox + " and st_intersects(i.position, st_geomfromtext(:area" + n + ", 4326)))");
            Map<String, Object> parameters = conditions.parameters();
            parameters.put("west" + n, box.getMinX());
            parameters.put("south" + n, box.getMinY());
            parameters.put("east" + n, box.getMaxX());
            parameters.put("north" + n, box.getMaxY());
            if (!part.isRectangle()) {
                parameters.put("area" + n, part.toText());
            }
        }
        conditions.add(parts.isEmpty() ? "1 = 0" : "(" + String.join(" or ", parts) + ")");
    }

    /** Counting a million takes longer than reading a page: it is done once, and the cursor carries it on. */
    private long total(AccountView account, Question question, @Nullable After after, boolean more, int found) {
        if (after != null) {
            return after.numberMatched();
        }
        if (!more) {
            return found;
        }
        IncidentConditions conditions = conditions(account, question);
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from incident i where " + conditions.text(), conditions.parameters(), Long.class));
    }

    private void tell(AccountView account, List<IncidentItem> items) {
        if (!items.isEmpty() && account.has(Right.SEE_INCIDENT_POINTS)) {
            events.publishEvent(new IncidentsShown(
                    account, items.stream().map(IncidentItem::id).toList(), true, false, "ogc"));
        }
    }
}
