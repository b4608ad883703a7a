package vn.anttmap.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Map<Long, Area> areas = new HashMap<>();
    private final Map<Long, Road> roads = new HashMap<>();
    private final Map<Long, MultiLineString> coursesById = new HashMap<>();
    private final Map<Long, List<Unit>> children = new HashMap<>();
    private final Collection<TerritoryState.Succession> successions;
    private final Map<Long, List<Link>> successors = new HashMap<>();
    private final Map<Long, List<Link>> predecessors = new HashMap<>();
    private final Map<UnitLevel, STRtree> areaTrees = new EnumMap<>(UnitLevel.class);
    private final STRtree courses;
    private final Map<UnitLevel, List<Unit>> withoutBoundary = new EnumMap<>(UnitLevel.class);

    /** A succession seen from one side. */
    record Link(Unit unit, String change) {

        /** Whether the one goes on in the other; false where only a part of its ground went there. */
        boolean whole() {
            return !change.equals(NewState.PART);
        }

        /** Whether the one is the other, with its titles and texts, and did not begin out of it. */
        boolean same() {
            return NewState.isSameUnit(change);
        }
    }

    /** A boundary to be indexed. */
    record Boundary(Unit unit, MultiPolygon geometry) {}

    /** A course to be indexed. */
    record Course(Road road, MultiLineString geometry) {}

    private record Area(Unit unit, MultiPolygon geometry, IndexedPointInAreaLocator locator) {}

    /**
     * What one change does to units.
     *
     * @param states new ones, and those that are described anew
     * @param boundaries of the new ones
     * @param removed ids of those that are no longer there; links to them go, too
     * @param links new ones
     */
    record Change(
            Collection<Unit> states,
            Collection<Boundary> boundaries,
            Set<Long> removed,
            Collection<TerritoryState.Succession> links) {}

    TerritoryIndex(
            long revision,
            Collection<Unit> allUnits,
            Collection<Boundary> boundaries,
            Collection<Course> allCourses,
            Collection<TerritoryState.Succession> successions) {
        this.revision = revision;
        this.successions = successions;
        this.courses = new STRtree();
        allUnits.forEach(unit -> units.put(unit.id(), unit));
        boundaries.forEach(boundary -> areas.put(boundary.unit().id(), area(boundary)));
        for (Course course : allCourses) {
            roads.put(course.road().id(), course.road());
            coursesById.put(course.road().id(), course.geometry());
            courses.insert(course.geometry().getEnvelopeInternal(), course);
        }
        courses.build();
        relate();
        for (UnitLevel level : UnitLevel.values()) {
            areaTrees.put(level, tree(level));
        }
    }

    private TerritoryIndex(long revision, TerritoryIndex before, Change change) {
        this.revision = revision;
        Set<UnitLevel> touched = EnumSet.noneOf(UnitLevel.class);
        units.putAll(before.units);
        areas.putAll(before.areas);
        roads.putAll(before.roads);
        coursesById.putAll(before.coursesById);
        courses = before.courses;
        for (long id : change.removed()) {
            touched.add(before.unit(id).level());
            units.remove(id);
            areas.remove(id);
        }
        for (Unit state : change.states()) {
            touched.add(state.level());
            units.put(state.id(), state);
            if (state.extent() == null) {
                areas.remove(state.id());
            }
            // Its ground is that of before, with what was worked out for looking places up in it.
            areas.computeIfPresent(state.id(), (id, area) -> new Area(state, area.geometry(), area.locator()));
        }
        change.boundaries().forEach(boundary -> areas.put(boundary.unit().id(), area(boundary)));
        successions = new ArrayList<>(before.successions.size() + change.links().size());
        before.successions.stream()
                .filter(link -> !change.removed().contains(link.predecessorId())
                        && !change.removed().contains(link.successorId()))
                .forEach(successions::add);
        successions.addAll(change.links());
        relate();
        for (UnitLevel level : UnitLevel.values()) {
            areaTrees.put(level, touched.contains(level) ? tree(level) : before.areaTrees.get(level));
        }
    }

    /** The index after a change; this one stays as it is. What the change leaves alone is shared, not worked out anew. */
    TerritoryIndex after(Change change, long newRevision) {
        return new TerritoryIndex(newRevision, this, change);
    }

    private static Area area(Boundary boundary) {
        return new Area(boundary.unit(), boundary.geometry(), new IndexedPointInAreaLocator(boundary.geometry()));
    }

    private void relate() {
        units.values().stream()
                .filter(unit -> !areas.containsKey(unit.id()))
                .forEach(unit -> withoutBoundary
                        .computeIfAbsent(unit.level(), level -> new ArrayList<>())
                        .add(unit));
        units.values().stream()
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
    }

    private STRtree tree(UnitLevel level) {
        STRtree tree = new STRtree();
        for (Area area : areas.values()) {
            if (area.unit().level() == level) {
                tree.insert(area.geometry().getEnvelopeInternal(), area);
            }
        }
        tree.build();
        return tree;
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

    /** EPSG:4326, not to be changed; empty where none is held. */
    Optional<MultiPolygon> boundary(long id) {
        return Optional.ofNullable(areas.get(id)).map(Area::geometry);
    }

    Optional<Road> findRoad(long id) {
        return Optional.ofNullable(roads.get(id));
    }

    /** EPSG:4326, not to be changed. */
    Optional<MultiLineString> course(long roadId) {
        return Optional.ofNullable(coursesById.get(roadId));
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

    /** Boundaries of a level, of any day, whose box meets the envelope. */
    List<TerritoryShapes.Area> areasIn(UnitLevel level, Envelope envelope) {
        return query(level, envelope).stream()
                .map(area -> new TerritoryShapes.Area(area.unit(), area.geometry()))
                .toList();
    }

    /** Units of a level, of any day, whose box meets the envelope, and those of which no boundary is held; in no order. */
    List<Unit> unitsIn(UnitLevel level, Envelope envelope) {
        List<Unit> found = new ArrayList<>(withoutBoundary.getOrDefault(level, List.of()));
        query(level, envelope).forEach(area -> found.add(area.unit()));
        return found;
    }

    /** Courses, of any day, whose box meets the envelope. */
    List<TerritoryShapes.Course> coursesIn(Envelope envelope) {
        List<TerritoryShapes.Course> found = new ArrayList<>();
        for (Object item : courses.query(envelope)) {
            Course course = (Course) item;
            found.add(new TerritoryShapes.Course(course.road(), course.geometry()));
        }
        return found;
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
        return areaTrees.get(level).query(envelope);
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
