package vn.anttmap.incident;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.incident.MovedBoundaries.Move;
import vn.anttmap.territory.NearRoad;

/** Which road segments incidents would belong to if roads began and ended; changes nothing. */
@Service
public class MovedRoads {

    private static final double METERS_PER_DEGREE = 111_320;

    private final IncidentRepository incidents;
    private final IncidentPlacements placements;
    private final IncidentScope.Finder scopes;
    private final IncidentSettings settings;

    MovedRoads(
            IncidentRepository incidents,
            IncidentPlacements placements,
            IncidentScope.Finder scopes,
            IncidentSettings settings) {
        this.incidents = incidents;
        this.placements = placements;
        this.scopes = scopes;
        this.settings = settings;
    }

    /**
     * Incidents by the segment they belong to now and would.
     *
     * @param moves also of those that stay; {@code from} is the id of a segment
     * @param names of the segments of now that have an incident, by id
     */
    public record Effect(Map<Move, Integer> moves, Map<Long, String> names) {}

    /**
     * @param ended courses of the segments that end, EPSG:4326
     * @param ending their ids
     * @param begins courses that begin, EPSG:4326, by what is said of them
     * @return of the incidents that the account sees and that count
     */
    @Transactional(readOnly = true)
    public Effect effect(
            AccountView account,
            LocalDate day,
            Set<Long> ending,
            Collection<MultiLineString> ended,
            Map<Object, MultiLineString> begins) {
        Envelope touched = new Envelope();
        ended.forEach(course -> touched.expandToInclude(course.getEnvelopeInternal()));
        STRtree near = new STRtree();
        begins.forEach((key, course) -> {
            Envelope box = around(course.getEnvelopeInternal());
            touched.expandToInclude(box);
            near.insert(box, Map.entry(key, course));
        });
        Map<Move, Integer> moves = new HashMap<>();
        Map<Long, String> names = new HashMap<>();
        if (touched.isNull()) {
            return new Effect(moves, names);
        }
        IncidentScope scope = scopes.of(account);
        for (Incident incident : incidents.listIn(Wgs84.FACTORY.toGeometry(around(touched)))) {
            boolean counts =
                    scope.sees(incident) && !incident.withdrawn() && incident.state() != IncidentState.NOT_A_CASE;
            if (counts && incident.placeAccuracy().finerThanArea() && !incident.nearBorder()) {
                List<NearRoad> present = placements.roadsAround(incident).stream()
                        .filter(each -> each.road().validity().contains(day))
                        .toList();
                Long from = present.isEmpty() ? null : present.get(0).road().id();
                present.stream()
                        .limit(1)
                        .forEach(each -> names.put(each.road().id(), each.road().name()));
                Object to = owner(incident.position(), present, ending, near);
                if (from != null || to != null) {
                    moves.merge(new Move(from, to), 1, Integer::sum);
                }
            }
        }
        return new Effect(moves, names);
    }

    private @Nullable Object owner(Point place, List<NearRoad> present, Set<Long> ending, STRtree begins) {
        NearRoad staying = present.stream()
                .filter(each -> !ending.contains(each.road().id()))
                .findFirst()
                .orElse(null);
        double nearest = staying == null ? Double.POSITIVE_INFINITY : staying.distanceMeters();
        Object owner = staying == null ? null : staying.road().id();
        @SuppressWarnings("unchecked")
        List<Map.Entry<Object, MultiLineString>> candidates = begins.query(place.getEnvelopeInternal());
        for (Map.Entry<Object, MultiLineString> candidate : candidates) {
            double meters = GeodesicMeasure.distanceMeters(place, candidate.getValue());
            if (meters <= settings.roadDistanceMeters() && meters < nearest) {
                nearest = meters;
                owner = candidate.getKey();
            }
        }
        return owner;
    }

    /** The box and as much around it as a road may be away from what belongs to it. */
    private Envelope around(Envelope box) {
        double degrees = 1.01 * settings.roadDistanceMeters() / METERS_PER_DEGREE;
        Envelope wider = new Envelope(box);
        wider.expandBy(degrees / Math.cos(Math.toRadians(box.centre().y)), degrees);
        return wider;
    }
}
