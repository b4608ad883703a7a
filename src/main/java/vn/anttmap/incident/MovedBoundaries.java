package vn.anttmap.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Point;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.BoundariesChanged;
import vn.anttmap.territory.Chunks;
import vn.anttmap.territory.FirstBoundariesLeaving;
import vn.anttmap.territory.NearRoad;
import vn.anttmap.territory.Road;
import vn.anttmap.territory.RoadsLeaving;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.UnitsLeaving;

/** Keeps incidents in the areas they lie in when boundaries move; what was set by hand stays. */
@Service
public class MovedBoundaries {

    private static final double METERS_PER_DEGREE = 111_320;

    private final IncidentRepository incidents;
    private final IncidentPlacements placements;
    private final IncidentScope.Finder scopes;
    private final Territory territory;
    private final NamedParameterJdbcTemplate jdbc;
    private final IncidentSettings settings;
    private final CountChanges countChanges;
    private final Clock clock;

    MovedBoundaries(
            IncidentRepository incidents,
            IncidentPlacements placements,
            IncidentScope.Finder scopes,
            Territory territory,
            NamedParameterJdbcTemplate jdbc,
            IncidentSettings settings,
            CountChanges countChanges,
            Clock clock) {
        this.incidents = incidents;
        this.placements = placements;
        this.scopes = scopes;
        this.territory = territory;
        this.jdbc = jdbc;
        this.settings = settings;
        this.countChanges = countChanges;
        this.clock = clock;
    }

    /**
     * Where incidents count on a day and where they would count after a change.
     *
     * @param from area now; null where they count in none
     * @param to what is said of them then; null for none
     */
    public record Move(@Nullable Object from, @Nullable Object to) {}

    /**
     * How many incidents that the account sees lie in which residential area now, and in which they would then. An area set
     * by hand stays, and a place that is not known lies in none.
     *
     * @param extent of all ground that changes hands
     * @param unitIds areas that change: incidents set into them by hand may lie elsewhere
     * @param day of the boundaries
     * @param after area of a place (EPSG:4326) then, by the area that it lies in now
     * @param kept what an area of now is then; null where it ends
     * @return how many, for each pair; those that stay among them
     */
    @Transactional(readOnly = true)
    public Map<Move, Integer> moves(
            AccountView account,
            Extent extent,
            Collection<Long> unitIds,
            LocalDate day,
            BiFunction<Point, @Nullable Long, @Nullable Object> after,
            Function<Long, @Nullable Object> kept) {
        IncidentScope scope = scopes.of(account);
        Map<Move, Integer> moves = new LinkedHashMap<>();
        for (Incident incident : touched(extent, unitIds)) {
            boolean counts = scope.sees(incident)
                    && !incident.withdrawn()
                    && incident.state() != IncidentState.NOT_A_CASE
                    && !incident.nearBorder();
            boolean byHand = incident.assignedAreaId() != null;
            if (counts && (byHand || incident.placeAccuracy() != PlaceAccuracy.UNKNOWN)) {
                Long from = placements.unitsAround(incident).stream()
                        .filter(unit -> unit.level() == UnitLevel.RESIDENTIAL_AREA
                                && unit.validity().contains(day))
                        .map(Unit::id)
                        .findFirst()
                        .orElse(null);
                Object to = !byHand ? after.apply(incident.position(), from) : from == null ? null : kept.apply(from);
                moves.merge(new Move(from, to), 1, Integer::sum);
            }
        }
        return moves;
    }

    private Collection<Incident> touched(Extent extent, Collection<Long> unitIds) {
        Map<UUID, Incident> touched = new LinkedHashMap<>();
        incidents
                .listIn(Wgs84.FACTORY.toGeometry(extent.toEnvelope()))
                .forEach(incident -> touched.put(incident.getId(), incident));
        // A large file touches more areas than a statement takes; few of them have incidents of their own.
        Set<Long> assigned = new HashSet<>(unitIds.isEmpty() ? List.of() : incidents.assignedAreas());
        assigned.retainAll(Set.copyOf(unitIds));
        for (List<Long> some : Chunks.of(assigned)) {
            incidents.listAssignedTo(some).forEach(incident -> touched.put(incident.getId(), incident));
        }
        return touched.values();
    }

    /**
     * Incidents on some ground, as the figures that the account sees count them.
     *
     * @param moves incidents by where they count now and would; those that stay where they are, too
     * @param byHand those that somebody put into an area: they stay with it
     */
    public record Effect(Map<Move, Integer> moves, int byHand) {}

    /**
     * @param extent of the ground, EPSG:4326
     * @param residential whether residential areas change: an unknown place counts for communes only
     * @param before area of a place now, EPSG:4326
     * @param after area of a place then
     */
    @Transactional(readOnly = true)
    public Effect effect(
            AccountView account,
            Extent extent,
            boolean residential,
            Function<Point, @Nullable Object> before,
            Function<Point, @Nullable Object> after) {
        IncidentScope scope = scopes.of(account);
        Map<Move, Integer> moves = new HashMap<>();
        int byHand = 0;
        for (Incident incident : incidents.listIn(Wgs84.FACTORY.toGeometry(extent.toEnvelope()))) {
            Object from = before.apply(incident.position());
            Object to = after.apply(incident.position());
            boolean counts = scope.sees(incident)
                    && !incident.withdrawn()
                    && incident.state() != IncidentState.NOT_A_CASE
                    && !incident.nearBorder()
                    && !(residential && incident.placeAccuracy() == PlaceAccuracy.UNKNOWN)
                    && (from != null || to != null);
            if (counts && incident.assignedAreaId() != null) {
                byHand++;
            } else if (counts) {
                moves.merge(new Move(from, to), 1, Integer::sum);
            }
        }
        return new Effect(moves, byHand);
    }

    /**
     * How many incidents that the account sees would belong to another road, or to none any more.
     *
     * @param ending the segment that ends; null where none does
     * @param course the course that begins, EPSG:4326
     * @param others courses of the day in the account's territory
     */
    @Transactional(readOnly = true)
    public int countOnAnotherRoad(
            AccountView account,
            LocalDate day,
            @Nullable Long ending,
            MultiLineString course,
            Map<Road, MultiLineString> others) {
        Envelope touched = new Envelope(course.getEnvelopeInternal());
        others.forEach((road, old) -> {
            if (ending != null && road.id() == ending) {
                touched.expandToInclude(old.getEnvelopeInternal());
            }
        });
        IncidentScope scope = scopes.of(account);
        long begins = ending == null ? 0 : ending;
        return (int) incidents.listIn(around(touched)).stream()
                .filter(scope::sees)
                .filter(incident -> !incident.withdrawn())
                .filter(incident -> {
                    List<NearRoad> near = placements.roadsAround(incident).stream()
                            .filter(each -> each.road().validity().contains(day))
                            .toList();
                    Long before = near.isEmpty() ? null : near.get(0).road().id();
                    return !Objects.equals(before, owner(incident, near, ending, begins, course));
                })
                .count();
    }

    private @Nullable Long owner(
            Incident incident, List<NearRoad> near, @Nullable Long ending, long begins, MultiLineString course) {
        NearRoad other = near.stream()
                .filter(each -> ending == null || each.road().id() != ending)
                .findFirst()
                .orElse(null);
        if (incident.placeAccuracy().finerThanArea() && !incident.nearBorder()) {
            double meters = GeodesicMeasure.distanceMeters(incident.position(), course);
            if (meters <= settings.roadDistanceMeters() && (other == null || meters < other.distanceMeters())) {
                return begins;
            }
        }
        return other == null ? null : other.road().id();
    }

    /** The box and as much around it as a road may be away from what belongs to it. */
    private Geometry around(Envelope box) {
        double degrees = 1.01 * settings.roadDistanceMeters() / METERS_PER_DEGREE;
        Envelope wider = new Envelope(box);
        wider.expandBy(degrees / Math.cos(Math.toRadians(box.centre().y)), degrees);
        return Wgs84.FACTORY.toGeometry(wider);
    }

    @EventListener
    void resolve(BoundariesChanged event) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (Incident incident : touched(event.extent(), event.unitIds())) {
            placements.resolve(incident, now);
            long register = registerOf(incident);
            if (register != incident.registerCommuneId()) {
                // Derived, as placements are: the incident itself has not changed.
                jdbc.update(
                        "update incident set register_commune_id = :register where id = :id",
                        Map.of("register", register, "id", incident.getId()));
                countChanges.touch(incident.localDate());
            }
        }
    }

    /** A change of a past day is a change of the commune that held the register from then on; rights follow it. */
    private long registerOf(Incident incident) {
        LocalDate day = incident.localDate();
        Optional<Unit> commune = incident.nearBorder()
                ? territory.find(incident.registerCommuneId()).flatMap(unit -> on(day, unit, incident))
                : incident.assignedAreaId() != null
                        ? placements.assignedCommune(incident, day)
                        : territory.unitAt(UnitLevel.COMMUNE, incident.position(), day);
        return commune.map(Unit::id).orElse(incident.registerCommuneId());
    }

    private Optional<Unit> on(LocalDate day, Unit commune, Incident incident) {
        return territory.lineage(commune, incident.position()).stream()
                .filter(unit ->
                        unit.level() == UnitLevel.COMMUNE && unit.validity().contains(day))
                .findFirst();
    }

    /** Placements are derived: they go with the area. An incident that was put into it by hand keeps it from going. */
    @EventListener
    void forget(UnitsLeaving event) {
        for (List<Long> some : Chunks.of(event.unitIds())) {
            Map<String, List<Long>> ids = Map.of("ids", some);
            touchMonths("i.id in (select p.incident_id from incident_placement p where p.unit_id in (:ids))", ids);
            touchMonths("i.register_commune_id in (:ids)", ids);
            jdbc.update("delete from incident_placement where unit_id in (:ids)", ids);
            jdbc.update("delete from incident_placement_past where unit_id in (:ids)", ids);
            // Any of the communes before; which one is found out anew when the boundaries are back.
            jdbc.update("""
                    update incident set register_commune_id = (select min(s.predecessor_id) from unit_succession s
                                                               where s.successor_id = incident.register_commune_id)
                    where register_commune_id in (:ids)""", ids);
        }
    }

    /** There is no boundary before it that the incidents could count in. */
    @EventListener
    void object(FirstBoundariesLeaving event) {
        for (List<Long> some : Chunks.of(event.unitIds())) {
            Integer placed = jdbc.queryForObject(
                    "select count(*) from incident_placement where unit_id in (:ids)",
                    Map.of("ids", some),
                    Integer.class);
            if (placed != null && placed > 0) {
                throw UserProblem.of(Kind.CONFLICT, "import-in-use");
            }
        }
    }

    /** Which road owns an incident is derived as well. */
    @EventListener
    void forget(RoadsLeaving event) {
        for (List<Long> some : Chunks.of(event.roadIds())) {
            Map<String, List<Long>> ids = Map.of("ids", some);
            touchMonths("i.id in (select r.incident_id from incident_road r where r.road_segment_id in (:ids))", ids);
            jdbc.update("delete from incident_road where road_segment_id in (:ids)", ids);
        }
    }

    private void touchMonths(String incidents, Map<String, List<Long>> ids) {
        jdbc.query(
                        "select distinct extract(year from i.local_date) as of_year, i.local_month as of_month"
                                + " from incident i where " + incidents,
                        ids,
                        (row, number) -> LocalDate.of(row.getInt("of_year"), row.getInt("of_month"), 1))
                .forEach(countChanges::touch);
    }
}
