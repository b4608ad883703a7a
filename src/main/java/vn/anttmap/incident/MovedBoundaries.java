package vn.anttmap.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.territory.BoundariesChanged;
import vn.anttmap.territory.UnitsLeaving;

/** Keeps incidents in the areas they lie in when boundaries move; what was set by hand stays. */
@Service
public class MovedBoundaries {

    private final IncidentRepository incidents;
    private final IncidentPlacements placements;
    private final IncidentScope.Finder scopes;
    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    MovedBoundaries(
            IncidentRepository incidents,
            IncidentPlacements placements,
            IncidentScope.Finder scopes,
            NamedParameterJdbcTemplate jdbc,
            Clock clock) {
        this.incidents = incidents;
        this.placements = placements;
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How many incidents that the account sees would lie in another area. Areas set by hand do not move, and a place that
     * is not known lies in none.
     *
     * @param before area of a place now, EPSG:4326
     * @param after area of a place then
     */
    @Transactional(readOnly = true)
    public int countMoving(
            AccountView account,
            Extent extent,
            Function<Point, @Nullable Object> before,
            Function<Point, @Nullable Object> after) {
        IncidentScope scope = scopes.of(account);
        return (int) incidents.listIn(Wgs84.FACTORY.toGeometry(extent.toEnvelope())).stream()
                .filter(scope::sees)
                .filter(incident -> !incident.withdrawn()
                        && !incident.nearBorder()
                        && incident.assignedAreaId() == null
                        && incident.placeAccuracy() != PlaceAccuracy.UNKNOWN)
                .filter(incident ->
                        !java.util.Objects.equals(before.apply(incident.position()), after.apply(incident.position())))
                .count();
    }

    @EventListener
    void resolve(BoundariesChanged event) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<UUID, Incident> touched = new LinkedHashMap<>();
        Stream.concat(
                        incidents.listIn(Wgs84.FACTORY.toGeometry(event.extent().toEnvelope())).stream(),
                        incidents.listAssignedTo(event.unitIds()).stream())
                .forEach(incident -> touched.put(incident.getId(), incident));
        touched.values().forEach(incident -> placements.resolve(incident, now));
    }

    /** Placements are derived: they go with the area. An incident that was put into it by hand keeps it from going. */
    @EventListener
    void forget(UnitsLeaving event) {
        Map<String, Set<Long>> ids = Map.of("ids", event.unitIds());
        if (!event.unitIds().isEmpty()) {
            jdbc.update("delete from incident_placement where unit_id in (:ids)", ids);
            jdbc.update("delete from incident_placement_past where unit_id in (:ids)", ids);
        }
    }
}
