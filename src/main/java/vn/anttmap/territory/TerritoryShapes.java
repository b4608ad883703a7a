package vn.anttmap.territory;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Service;

/**
 * Units and roads with their geometry from memory, for whoever draws many small pieces of them. What an account may see of
 * them is for the caller to keep to, by {@link Jurisdiction}.
 */
@Service
public class TerritoryShapes {

    private final TerritoryIndexes indexes;

    TerritoryShapes(TerritoryIndexes indexes) {
        this.indexes = indexes;
    }

    /** @param boundary EPSG:4326, not to be changed */
    public record Area(Unit unit, MultiPolygon boundary) {}

    /** @param line EPSG:4326, not to be changed */
    public record Course(Road road, MultiLineString line) {}

    /** As they are now, at most half a second behind changes made by other nodes. */
    public View recent() {
        return new View(indexes.recent());
    }

    /** All of one revision: it stays as it is whatever changes meanwhile. */
    public static final class View {

        private final TerritoryIndex index;

        private View(TerritoryIndex index) {
            this.index = index;
        }

        /** Differs after every change. */
        public long revision() {
            return index.revision();
        }

        /** Units of any level and day. */
        public Collection<Unit> units() {
            return index.units();
        }

        public Collection<Road> roads() {
            return index.roads();
        }

        public Optional<Unit> find(long unitId) {
            return index.find(unitId);
        }

        /** Empty where none is held. */
        public Optional<MultiPolygon> boundary(long unitId) {
            return index.boundary(unitId);
        }

        /** Areas of any day whose box meets the envelope (degrees), in no order. */
        public List<Area> areasIn(UnitLevel level, Envelope envelope) {
            return index.areasIn(level, envelope);
        }

        /** Roads of any day whose box meets the envelope (degrees), in no order. */
        public List<Course> coursesIn(Envelope envelope) {
            return index.coursesIn(envelope);
        }

        /** The unit of a level that a point lies in on a day. */
        public Optional<Unit> unitAt(UnitLevel level, Point point, LocalDate day) {
            return index.covering(level, point).stream()
                    .filter(unit -> unit.validity().contains(day))
                    .findFirst();
        }

        /** Units of a level, of any day, that a point lies in. */
        public List<Unit> unitsAt(UnitLevel level, Point point) {
            return index.covering(level, point);
        }

        public Optional<Road> findRoad(long roadId) {
            return index.findRoad(roadId);
        }

        /** Whether a road comes under the jurisdiction on a day: by the commune that its middle lies in. */
        public boolean contains(Jurisdiction jurisdiction, Road road, LocalDate day) {
            return unitAt(UnitLevel.COMMUNE, road.middle(), day)
                    .filter(commune -> jurisdiction.contains(commune.id()))
                    .isPresent();
        }

        /** What the named units come to. */
        public Jurisdiction jurisdiction(Set<Long> namedUnitIds) {
            return Jurisdictions.closure(index, namedUnitIds);
        }

        /** What a unit became and was, in any number of steps, itself included. */
        public Set<Long> lineage(long unitId) {
            Set<Long> reached = new HashSet<>();
            Deque<Long> open = new ArrayDeque<>(List.of(unitId));
            while (!open.isEmpty()) {
                long id = open.pop();
                if (reached.add(id)) {
                    index.successors(id).forEach(link -> open.push(link.unit().id()));
                    index.predecessors(id).forEach(link -> open.push(link.unit().id()));
                }
            }
            return reached;
        }
    }
}
