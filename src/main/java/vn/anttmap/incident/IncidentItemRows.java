package vn.anttmap.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.territory.Road;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.UnitRef;

/** Reads rows of incidents with the names of their areas and roads, in three statements however many they are. */
@Component
class IncidentItemRows {

    private static final int ROWS_PER_FETCH = 2_000;

    private static final String COLUMNS = """
            i.id, i.version, st_x(i.position) as longitude, st_y(i.position) as latitude, i.place_accuracy,
            i.occurred_at, i.occurred_until, i.reported_at, i.local_date, i.category, i.severity, i.major_case,
            i.persons_involved, i.dead, i.injured, i.damage_dong, i.handling_level, i.state, i.register_commune_id,
            i.near_border, i.changed_at, i.synthetic""";

    private static final String UNITS = """
            select p.incident_id, p.unit_id
            from unnest(cast(? as uuid array)) as ids(id) join incident_placement p on p.incident_id = ids.id""";

    private static final String ROADS = """
            select r.incident_id, r.road_segment_id
            from unnest(cast(? as uuid array)) as ids(id) join incident_road r on r.incident_id = ids.id
            join road_segment s on s.id = r.road_segment_id
            order by r.distance_meters, s.segment_key""";

    private final NamedParameterJdbcTemplate jdbc;
    private final Territory territory;

    IncidentItemRows(JdbcTemplate jdbc, Territory territory) {
        JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        streaming.setFetchSize(ROWS_PER_FETCH);
        this.jdbc = new NamedParameterJdbcTemplate(streaming);
        this.territory = territory;
    }

    /** Only for use inside one reading. */
    private record Places(Map<UUID, List<Long>> units, Map<UUID, List<Long>> roads) {}

    /** A row before its areas are known. */
    private record Found(IncidentItem item, long registerCommuneId) {}

    List<IncidentItem> read(AccountView account, IncidentConditions conditions, String order, int limit) {
        boolean points = account.has(Right.SEE_INCIDENT_POINTS);
        Map<String, Object> parameters = conditions.parameters();
        parameters.put("most", limit);
        List<Found> found = jdbc.query(
                "select " + COLUMNS + " from incident i where " + conditions.text() + " order by " + order
                        + " fetch first :most rows only",
                parameters,
                (row, number) -> new Found(item(row, points), row.getLong("register_commune_id")));
        if (found.isEmpty()) {
            return List.of();
        }
        UUID[] ids = found.stream().map(row -> row.item().id()).toArray(UUID[]::new);
        Places places = new Places(idsOf(UNITS, ids), points ? idsOf(ROADS, ids) : Map.of());
        List<IncidentItem> items = new ArrayList<>(found.size());
        found.forEach(row -> items.add(placed(row, places)));
        return items;
    }

    private Map<UUID, List<Long>> idsOf(String sql, UUID[] incidentIds) {
        Map<UUID, List<Long>> found = new HashMap<>(incidentIds.length * 2);
        jdbc.getJdbcTemplate()
                .query(
                        connection -> {
                            var statement = connection.prepareStatement(sql);
                            statement.setFetchSize(ROWS_PER_FETCH);
                            statement.setArray(1, connection.createArrayOf("uuid", incidentIds));
                            return statement;
                        },
                        row -> {
                            found.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>(8))
                                    .add(row.getLong(2));
                        });
        return found;
    }

    private static IncidentItem item(ResultSet row, boolean points) throws SQLException {
        return new IncidentItem(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                points ? Wgs84.point(row.getDouble("longitude"), row.getDouble("latitude")) : null,
                PlaceAccuracy.valueOf(row.getString("place_accuracy")),
                Objects.requireNonNull(instant(row, "occurred_at")),
                instant(row, "occurred_until"),
                Objects.requireNonNull(instant(row, "reported_at")),
                row.getObject("local_date", LocalDate.class),
                row.getString("category"),
                row.getString("severity"),
                row.getBoolean("major_case"),
                number(row, "persons_involved"),
                number(row, "dead"),
                number(row, "injured"),
                (Long) row.getObject("damage_dong"),
                HandlingLevel.valueOf(row.getString("handling_level")),
                IncidentState.valueOf(row.getString("state")),
                null,
                null,
                null,
                row.getBoolean("near_border"),
                Objects.requireNonNull(instant(row, "changed_at")),
                row.getBoolean("synthetic"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        return (Integer) row.getObject(column);
    }

    private IncidentItem placed(Found row, Places places) {
        IncidentItem item = row.item();
        List<Long> unitIds = places.units().getOrDefault(item.id(), List.of());
        UnitRef commune = unitOn(item.localDate(), unitIds, UnitLevel.COMMUNE);
        return new IncidentItem(
                item.id(),
                item.version(),
                item.place(),
                item.placeAccuracy(),
                item.occurredAt(),
                item.occurredUntil(),
                item.reportedAt(),
                item.localDate(),
                item.category(),
                item.severity(),
                item.majorCase(),
                item.personsInvolved(),
                item.dead(),
                item.injured(),
                item.damageDong(),
                item.handlingLevel(),
                item.state(),
                commune != null
                        ? commune
                        : territory.find(row.registerCommuneId()).map(Unit::ref).orElse(null),
                unitOn(item.localDate(), unitIds, UnitLevel.RESIDENTIAL_AREA),
                roadOn(item.localDate(), places.roads().getOrDefault(item.id(), List.of())),
                item.nearBorder(),
                item.changedAt(),
                item.synthetic());
    }

    private @Nullable UnitRef unitOn(LocalDate day, List<Long> unitIds, UnitLevel level) {
        for (long id : unitIds) {
            Unit unit = territory.find(id).orElse(null);
            if (unit != null && unit.level() == level && unit.validity().contains(day)) {
                return unit.ref();
            }
        }
        return null;
    }

    private @Nullable String roadOn(LocalDate day, List<Long> roadIds) {
        for (long id : roadIds) {
            Road road = territory.findRoad(id).orElse(null);
            if (road != null && road.validity().contains(day)) {
                return road.name();
            }
        }
        return null;
    }
}
