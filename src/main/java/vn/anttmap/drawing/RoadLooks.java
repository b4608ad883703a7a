package vn.anttmap.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.incident.MovedBoundaries;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;
import vn.anttmap.territory.Road;
import vn.anttmap.territory.RoadChanges;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryChanges;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Works out what a drawn road segment would do. */
@Component
class RoadLooks {

    private static final double BESIDE_METERS = 5;
    private static final double NEAR_END_METERS = 20;
    private static final double SAME_PLACE_METERS = 0.05;
    private static final double SHORTEST_TOLD_METERS = 10;
    private static final double METERS_PER_DEGREE = 111_320;
    private static final double MOST_OUTSIDE = 0.5;

    private final Territory territory;
    private final TerritoryChanges changes;
    private final RoadCourses roads;
    private final MovedBoundaries incidents;

    RoadLooks(Territory territory, TerritoryChanges changes, RoadCourses roads, MovedBoundaries incidents) {
        this.territory = territory;
        this.changes = changes;
        this.roads = roads;
        this.incidents = incidents;
    }

    /** What is said about the segment apart from its course. */
    record Named(
            @Nullable Road before,
            String name,
            @Nullable String fromDescription,
            @Nullable String toDescription,
            @Nullable String owner) {}

    /** @throws UserProblem if a field is missing or wrong, or the account may not see the road */
    Named named(AccountView account, RoadDraft draft) {
        account.require(Right.CHANGE_BOUNDARIES);
        LocalDate day = DrawingDay.required(draft.day());
        Road before = null;
        if (draft.roadId() != null) {
            long id = draft.roadId();
            before = territory.listRoadsOn(account, day).stream()
                    .filter(road -> road.id() == id)
                    .findFirst()
                    .orElseThrow(() ->
                            UserProblem.of(Kind.NOT_FOUND, "road-unknown", id).at("roadId", id));
        }
        return new Named(
                before,
                GivenText.required("name", draft.name(), 200),
                GivenText.optional("fromDescription", draft.fromDescription(), 300),
                GivenText.optional("toDescription", draft.toDescription(), 300),
                GivenText.optional("owner", draft.owner(), 200));
    }

    Look look(AccountView account, RoadDraft draft) {
        Named named = named(account, draft);
        LocalDate day = DrawingDay.required(draft.day());
        long revision = territory.revision();
        DrawnShape.Course shape = DrawnShape.course(draft.geometry());
        List<Finding> findings = new ArrayList<>(shape.findings());
        Road before = named.before();
        Double beforeSize = before == null ? null : before.lengthKm() * 1000;
        if (before != null) {
            DrawingDay.check(before.name(), before.validity(), day, findings);
        }
        MultiLineString course = shape.geometry();
        if (course == null) {
            return new Look(revision, day, named.name(), null, null, beforeSize, findings, List.of(), 0);
        }
        Unit commune = commune(account, course, day, findings);
        if (commune != null) {
            MultiPolygon ground =
                    changes.boundaries(account, List.of(commune.id())).get(commune.id());
            if (ground != null) {
                outside(course, ground, commune, findings);
            }
        }
        Map<Road, MultiLineString> others = roads.on(account, day);
        others.forEach((road, other) -> {
            if (before == null || road.id() != before.id()) {
                beside(course, road, other, findings);
            }
        });
        int moving = incidents.countOnAnotherRoad(account, day, before == null ? null : before.id(), course, others);
        return new Look(revision, day, named.name(), course, commune, beforeSize, findings, List.of(), moving);
    }

    private @Nullable Unit commune(AccountView account, MultiLineString course, LocalDate day, List<Finding> findings) {
        Point middle = RoadChanges.middle(course);
        Unit commune = territory
                .unitAt(UnitLevel.COMMUNE, middle, day)
                .filter(unit ->
                        territory.listOn(account, UnitLevel.COMMUNE, day).contains(unit))
                .orElse(null);
        if (commune == null) {
            findings.add(Finding.refusal("elsewhere", middle.getCoordinate()));
        }
        return commune;
    }

    private static void outside(MultiLineString course, MultiPolygon ground, Unit commune, List<Finding> findings) {
        Geometry rest = course.difference(ground);
        double meters = GeodesicMeasure.lengthKm(rest) * 1000;
        if (meters > SHORTEST_TOLD_METERS) {
            boolean mostly = meters > MOST_OUTSIDE * GeodesicMeasure.lengthKm(course) * 1000;
            findings.add(new Finding(
                    "road-outside-commune",
                    mostly ? Finding.Weight.REFUSES : Finding.Weight.REMARK,
                    List.of(meters, commune.fullName()),
                    null,
                    rest.getInteriorPoint().getCoordinate(),
                    rest));
        }
    }

    private static void beside(MultiLineString course, Road road, MultiLineString other, List<Finding> findings) {
        double reach = NEAR_END_METERS / METERS_PER_DEGREE * 1.2;
        if (!course.isWithinDistance(other, reach)) {
            return;
        }
        Geometry same = course.intersection(other.buffer(BESIDE_METERS / METERS_PER_DEGREE));
        double meters = GeodesicMeasure.lengthKm(same) * 1000;
        if (meters > 2 * SHORTEST_TOLD_METERS) {
            Coordinate place = same.getInteriorPoint().getCoordinate();
            findings.add(
                    new Finding("beside-road", Finding.Weight.REMARK, List.of(road.name(), meters), null, place, same));
            return;
        }
        for (Point end : ends(course)) {
            for (Point otherEnd : ends(other)) {
                double gap = GeodesicMeasure.distanceMeters(end.getX(), end.getY(), otherEnd.getX(), otherEnd.getY());
                if (gap > SAME_PLACE_METERS && gap <= NEAR_END_METERS) {
                    findings.add(Finding.remark("near-end", end.getCoordinate(), road.name(), gap));
                }
            }
        }
    }

    private static List<Point> ends(MultiLineString course) {
        List<Point> ends = new ArrayList<>();
        for (int i = 0; i < course.getNumGeometries(); i++) {
            LineString line = (LineString) course.getGeometryN(i);
            ends.add(Wgs84.FACTORY.createPoint(line.getCoordinateN(0)));
            ends.add(Wgs84.FACTORY.createPoint(line.getCoordinateN(line.getNumPoints() - 1)));
        }
        return ends;
    }
}
