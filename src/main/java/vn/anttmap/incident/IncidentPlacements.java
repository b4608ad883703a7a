package vn.anttmap.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import vn.anttmap.territory.NearRoad;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Writes down which units and roads an incident belongs to, so that reading needs no spatial join. */
@Component
class IncidentPlacements {

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate namedJdbc;
    private final Territory territory;
    private final IncidentSettings settings;
    private final CountChanges countChanges;

    IncidentPlacements(
            JdbcTemplate jdbc,
            NamedParameterJdbcTemplate namedJdbc,
            Territory territory,
            IncidentSettings settings,
            CountChanges countChanges) {
        this.jdbc = jdbc;
        this.namedJdbc = namedJdbc;
        this.territory = territory;
        this.settings = settings;
        this.countChanges = countChanges;
    }

    /** A placement as read. */
    record Placed(UUID incidentId, long unitId) {}

    /** A unit that an incident counts in. */
    private record Placement(long unitId, String level, boolean byHand) {}

    /**
     * Resolves the place anew; an area set by hand stays. Where it counted before is kept, as known until the incident's
     * last change. To be called in the transaction that stores the incident, after that change.
     */
    void resolve(Incident incident) {
        resolve(incident, incident.changedAt());
    }

    /** @param at when the change became known that moves the incident elsewhere */
    void resolve(Incident incident, Instant at) {
        UUID id = incident.getId();
        boolean byHand = incident.assignedAreaId() != null;
        Set<Placement> wanted = unitsAround(incident).stream()
                .map(unit -> new Placement(unit.id(), unit.level().name(), byHand))
                .collect(Collectors.toSet());
        Set<Placement> present = present(id);
        if (!wanted.equals(present)) {
            replace(incident, present, wanted, at);
            countChanges.touch(incident.localDate());
        }
        resolveRoads(incident);
    }

    private void resolveRoads(Incident incident) {
        UUID id = incident.getId();
        Map<Long, Double> wanted = new HashMap<>();
        roadsAround(incident).forEach(near -> wanted.put(near.road().id(), near.distanceMeters()));
        Map<Long, Double> present = new HashMap<>();
        jdbc.query(
                "select road_segment_id, distance_meters from incident_road where incident_id = ?",
                row -> {
                    present.put(row.getLong("road_segment_id"), row.getDouble("distance_meters"));
                },
                id);
        if (wanted.equals(present)) {
            return;
        }
        jdbc.update("delete from incident_road where incident_id = ?", id);
        jdbc.batchUpdate(
                "insert into incident_road (incident_id, road_segment_id, distance_meters) values (?, ?, ?)",
                wanted.entrySet().stream()
                        .map(near -> new Object[] {id, near.getKey(), near.getValue()})
                        .toList());
        countChanges.touch(incident.localDate());
    }

    private Set<Placement> present(UUID id) {
        return new HashSet<>(jdbc.query(
                "select unit_id, level, by_hand from incident_placement where incident_id = ?",
                (row, number) ->
                        new Placement(row.getLong("unit_id"), row.getString("level"), row.getBoolean("by_hand")),
                id));
    }

    private void replace(Incident incident, Set<Placement> present, Set<Placement> wanted, Instant at) {
        UUID id = incident.getId();
        OffsetDateTime since = at.atOffset(ZoneOffset.UTC);
        if (!present.isEmpty()) {
            // What was put right at the very moment it was written was never known.
            jdbc.update("""
                    insert into incident_placement_past (incident_id, unit_id, level, known_from, known_until)
                    select incident_id, unit_id, level, known_from, cast(? as timestamp with time zone)
                    from incident_placement where incident_id = ? and known_from < ?""", since, id, since);
            jdbc.update("delete from incident_placement where incident_id = ?", id);
        }
        jdbc.batchUpdate(
                "insert into incident_placement (incident_id, unit_id, level, by_hand, known_from) values (?, ?, ?, ?, ?)",
                wanted.stream()
                        .map(each -> new Object[] {id, each.unitId(), each.level(), each.byHand(), since})
                        .toList());
    }

    /**
     * Units of any level and day that the incident counts in: those of the area it was put into by hand, else those around
     * its place, as far as the place is known.
     */
    List<Unit> unitsAround(Incident incident) {
        Long assigned = incident.assignedAreaId();
        if (assigned != null) {
            return territory
                    .find(assigned)
                    .map(area -> territory.lineage(area, incident.position()))
                    .orElse(List.of());
        }
        return Arrays.stream(UnitLevel.values())
                .filter(level -> placeable(incident, level))
                .flatMap(level -> territory.unitsAt(level, incident.position()).stream())
                .toList();
    }

    /** The commune of a day that the area set by hand belongs to; none where no area is set or no commune is known. */
    Optional<Unit> assignedCommune(Incident incident, LocalDate day) {
        return incident.assignedAreaId() == null
                ? Optional.empty()
                : unitsAround(incident).stream()
                        .filter(unit -> unit.level() == UnitLevel.COMMUNE
                                && unit.validity().contains(day))
                        .findFirst();
    }

    /** Roads of any day near enough to own the incident, nearest first. */
    List<NearRoad> roadsAround(Incident incident) {
        return incident.placeAccuracy().finerThanArea() && !incident.nearBorder()
                ? territory.roadsNear(incident.position(), settings.roadDistanceMeters())
                : List.of();
    }

    /** Units of each incident, of any level and day. */
    Map<UUID, List<Long>> unitsOf(Collection<UUID> incidentIds) {
        Map<UUID, List<Long>> units = new HashMap<>();
        if (incidentIds.isEmpty()) {
            return units;
        }
        namedJdbc.query(
                "select incident_id, unit_id from incident_placement where incident_id in (:ids)",
                Map.of("ids", incidentIds),
                row -> {
                    units.computeIfAbsent(row.getObject("incident_id", UUID.class), id -> new ArrayList<>())
                            .add(row.getLong("unit_id"));
                });
        return units;
    }

    /** Roads of each incident, nearest first. */
    Map<UUID, List<Long>> roadsOf(Collection<UUID> incidentIds) {
        Map<UUID, List<Long>> roads = new HashMap<>();
        if (incidentIds.isEmpty()) {
            return roads;
        }
        namedJdbc.query("""
                select r.incident_id, r.road_segment_id
                from incident_road r join road_segment s on s.id = r.road_segment_id
                where r.incident_id in (:ids) order by r.distance_meters, s.segment_key""", Map.of("ids", incidentIds), row -> {
            roads.computeIfAbsent(row.getObject("incident_id", UUID.class), id -> new ArrayList<>())
                    .add(row.getLong("road_segment_id"));
        });
        return roads;
    }

    /**
     * A mark near the border counts nowhere until someone assigns it. An unknown place counts for its commune and above
     * only, where the point stands for the commune and not for a house.
     */
    private static boolean placeable(Incident incident, UnitLevel level) {
        if (incident.nearBorder()) {
            return false;
        }
        return level != UnitLevel.RESIDENTIAL_AREA || incident.placeAccuracy() != PlaceAccuracy.UNKNOWN;
    }
}
