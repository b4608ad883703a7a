package vn.anttmap.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import vn.anttmap.geo.GeodesicMeasure;

/**
 * All units and roads of one revision in memory, with point locators: the same answer to "which area is this point in"
 * on both databases, in microseconds. Immutable after building; never the only copy.
 */
final class TerritoryIndex {

    private static final double METERS_PER_DEGREE = 111_320;
    private static final Comparator<Unit> BY_BEGIN_THEN_KEY = Comparator.comparing(
                    (Unit unit) -> unit.validity().from(), Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Unit::key);

    private final long revision;
    private final Map<Long, Unit> units = new HashMap<>();
    private final Map<Long, Road> roads = new HashMap<>();
    private final Map<Long, List<Unit>> children = new HashMap<>();
    private final Map<Long, List<Link>> successors = new HashMap<>();
    private final Map<Long, List<Link>> predecessors = new HashMap<>();
    private final Map<UnitLevel, STRtree> areas = new EnumMap<>(UnitLevel.class);
    private final STRtree courses = new STRtree();

    /** A succession seen from one side. */
    record Link(Unit unit, String change) {}

    /** A boundary to be indexed. */
    record Boundary(Unit unit, MultiPolygon geometry) {}

    /** A course to be indexed. */
    record Course(Road road, MultiLineString geometry) {}

    private record Area(Unit unit, MultiPolygon geometry, IndexedPointInAreaLocator locator) {}

    TerritoryIndex(
            long revision,
            Collection<Unit> allUnits,
            Collection<Boundary> boundaries,
            Collection<Course> allCourses,
            Collection<TerritoryState.Succession> successions) {
        this.revision = revision;
        allUnits.forEach(unit -> units.put(unit.id(), unit));
        allUnits.stream()
                .filter(unit -> unit.parentId() != null)
                .forEach(unit -> children.computeIfAbsent(unit.parentId(), id -> new ArrayList<>())
                        .add(unit));
        for (TerritoryState.Succession link : successions) {
            Unit predecessor = unit(link.predecessorId());
            Unit successor = unit(link.successorId());
            successors
                    .computeIfAbsent(predecessor.id(), id -> new ArrayList<>())
                    .add(new Link(successor, link.change()));
            predecessors
                    .computeIfAbsent(successor.id(), id -> new ArrayList<>())
                    .add(new Link(predecessor, link.change()));
        }
        for (UnitLevel level : UnitLevel.values()) {
            areas.put(level, new STRtree());
        }
        for (Boundary boundary : boundaries) {
            Area area =
                    new Area(boundary.unit(), boundary.geometry(), new IndexedPointInAreaLocator(boundary.geometry()));
            areas.get(boundary.unit().level()).insert(boundary.geometry().getEnvelopeInternal(), area);
        }
        for (Course course : allCourses) {
            roads.put(course.road().id(), course.road());
            courses.insert(course.geometry().getEnvelopeInternal(), course);
        }
        areas.values().forEach(STRtree::build);
        courses.build();
    }

    long revision() {
        return revision;
    }

    Collection<Unit> units() {
        return units.values();
    }

    Collection<Road> roads() {
        return roads.values();
    }

    Unit unit(long id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no unit " + id));
    }

    Optional<Unit> find(long id) {
        return Optional.ofNullable(units.get(id));
    }

    Optional<Road> findRoad(long id) {
        return Optional.ofNullable(roads.get(id));
    }

    List<Unit> children(long id) {
        return children.getOrDefault(id, List.of());
    }

    List<Link> successors(long id) {
        return successors.getOrDefault(id, List.of());
    }

    List<Link> predecessors(long id) {
        return predecessors.getOrDefault(id, List.of());
    }

    /**
     * Every state, of any day, whose boundary covers the point; for each day at most one. On a shared border the area
     * with the smallest key wins, so the answer does not depend on ids, row order or database. From there on the point
     * stays with the ground it fell to: when that state ends, those that begin then are asked, again by key. Choosing
     * by key alone would leave days without any area where the two sides of a border change at different times.
     */
    List<Unit> covering(UnitLevel level, Point point) {
        Coordinate coordinate = point.getCoordinate();
        List<Unit> covering = new ArrayList<>();
        for (Area area : query(level, point.getEnvelopeInternal())) {
            if (area.locator().locate(coordinate) != Location.EXTERIOR) {
                covering.add(area.unit());
            }
        }
        covering.sort(BY_BEGIN_THEN_KEY);
        List<Unit> oneForEachDay = new ArrayList<>();
        for (Unit unit : covering) {
            if (oneForEachDay.stream().noneMatch(kept -> overlap(kept.validity(), unit.validity()))) {
                oneForEachDay.add(unit);
            }
        }
        return oneForEachDay;
    }

    /** Roads within the distance of the point, of any day, nearest first, with metres; ties by key. */
    List<NearRoad> roadsNear(Point point, double meters) {
        List<NearRoad> near = new ArrayList<>();
        for (Object item : courses.query(around(point, meters))) {
            Course course = (Course) item;
            double distance = GeodesicMeasure.distanceMeters(point, course.geometry());
            if (distance <= meters) {
                near.add(new NearRoad(course.road(), distance));
            }
        }
        near.sort(Comparator.comparingDouble(NearRoad::distanceMeters)
                .thenComparing(entry -> entry.road().key()));
        return near;
    }

    /** Units of a level within the distance of the point, nearest first; 0 m where the point lies inside. */
    List<NearUnit> unitsNear(UnitLevel level, Point point, double meters) {
        List<NearUnit> near = new ArrayList<>();
        for (Area area : query(level, around(point, meters))) {
            double distance = GeodesicMeasure.distanceMeters(point, (Geometry) area.geometry());
            if (distance <= meters) {
                near.add(new NearUnit(area.unit(), distance));
            }
        }
        near.sort(Comparator.comparingDouble(NearUnit::distanceMeters)
                .thenComparing(entry -> entry.unit().key()));
        return near;
    }

    /** A unit and how far away it is. */
    record NearUnit(Unit unit, double distanceMeters) {}

    @SuppressWarnings("unchecked")
    private List<Area> query(UnitLevel level, Envelope envelope) {
        return areas.get(level).query(envelope);
    }

    private static Envelope around(Point point, double meters) {
        double latitudeDegrees = 1.01 * meters / METERS_PER_DEGREE;
        double longitudeDegrees = latitudeDegrees / Math.cos(Math.toRadians(point.getY()));
        Envelope envelope = new Envelope(point.getCoordinate());
        envelope.expandBy(longitudeDegrees, latitudeDegrees);
        return envelope;
    }

    private static boolean overlap(Validity a, Validity b) {
        boolean aEndsFirst = a.to() != null && b.from() != null && !b.from().isBefore(a.to());
        boolean bEndsFirst = b.to() != null && a.from() != null && !a.from().isBefore(b.to());
        return !aEndsFirst && !bEndsFirst;
    }
}
