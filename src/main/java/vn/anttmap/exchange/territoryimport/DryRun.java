package vn.anttmap.exchange.territoryimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.exchange.territoryimport.Area.Status;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.CoordinateTransformException;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.incident.MovedBoundaries;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryChanges;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Works out what a file would do; stores nothing. */
@Component
class DryRun {

    private final Territory territory;
    private final TerritoryChanges changes;
    private final MovedBoundaries incidents;

    DryRun(Territory territory, TerritoryChanges changes, MovedBoundaries incidents) {
        this.territory = territory;
        this.changes = changes;
        this.incidents = incidents;
    }

    /** Communes of a day that go on, and the units above them all of whose parts the account sees; largest first. */
    List<Unit> units(AccountView account, LocalDate day) {
        return Stream.of(UnitLevel.PROVINCE, UnitLevel.DISTRICT, UnitLevel.COMMUNE)
                .flatMap(level -> territory.listOn(account, level, day).stream())
                .filter(unit -> unit.validity().to() == null && unit.extent() != null)
                .sorted(Comparator.comparing(Unit::level)
                        .thenComparing(Unit::fullName, vn.anttmap.geo.VietnameseText.collator()))
                .toList();
    }

    Look run(UUID id, AccountView account, RawLayer layer, LookWish wish) {
        Unit unit = territory.get(account, wish.unitId());
        List<Unit> communes = communes(account, unit, wish.day());
        Map<Long, MultiPolygon> grounds =
                changes.boundaries(account, communes.stream().map(Unit::id).toList());
        if (grounds.isEmpty()) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "import-unit-unfit", unit.fullName(), wish.day());
        }
        Geometry ground = UnaryUnionOp.union(new ArrayList<Geometry>(grounds.values()));
        TextGuess text = TextGuess.of(layer, wish.text());
        SystemGuess system = SystemGuess.of(layer, ground, home(unit), wish.system(), wish.swapped());
        ColumnGuess columns = ColumnGuess.of(names(layer, text.reading()), wish.columns());
        List<Area> areas =
                new FeatureReader(text.reading(), system.taken(), columns, wish.usualKind()).read(layer.rows());
        areas.forEach(area -> place(area, communes, grounds));
        List<Unit> present = territory.listOn(account, UnitLevel.RESIDENTIAL_AREA, wish.day()).stream()
                .filter(each -> each.parentId() != null && grounds.containsKey(each.parentId()))
                .toList();
        Map<Long, MultiPolygon> boundaries =
                changes.boundaries(account, present.stream().map(Unit::id).toList());
        new AreaComparison(present, boundaries, wish.day()).compare(areas, wish.complete());
        Map<String, Geometry> staying = staying(present, boundaries, areas);
        List<Issue> issues = new ArrayList<>(TopologyReport.check(areas, staying, ground, wish.complete()));
        areas.stream().filter(Area::refused).forEach(area -> area.status = Status.REFUSED);
        int count = new PlanStates(territory, changes).plan(areas).size();
        int moving = moving(account, areas, wish.day());
        return new Look(
                id, unit, layer.format(), text, system, outlines(layer, system), columns, areas, issues, count, moving);
    }

    private List<Unit> communes(AccountView account, Unit unit, LocalDate day) {
        return territory.listOn(account, UnitLevel.COMMUNE, day).stream()
                .filter(commune -> commune.validity().to() == null)
                .filter(commune -> commune.id() == unit.id()
                        || Stream.of(UnitLevel.DISTRICT, UnitLevel.PROVINCE)
                                .anyMatch(level -> territory
                                        .ancestor(commune, level)
                                        .filter(above -> above.id() == unit.id())
                                        .isPresent()))
                .toList();
    }

    private @Nullable CoordinateSystem home(Unit unit) {
        return territory
                .ancestor(unit, UnitLevel.PROVINCE)
                .map(Unit::code)
                .flatMap(CoordinateSystems::forProvince)
                .orElse(null);
    }

    private static List<String> names(RawLayer layer, TextReading reading) {
        return layer.fields().stream()
                .map(field -> Optional.ofNullable(reading.read(field)).orElse("?"))
                .map(name -> name.length() > 60 ? name.substring(0, 60) : name)
                .toList();
    }

    /** An area belongs to the commune that holds most of what is deep inside it: the one its inner point lies in. */
    private static void place(Area area, List<Unit> communes, Map<Long, MultiPolygon> grounds) {
        Coordinate middle = area.middle();
        if (middle == null || area.refused()) {
            return;
        }
        Point point = Wgs84.FACTORY.createPoint(new Coordinate(middle.x, middle.y));
        area.commune = communes.stream()
                .filter(commune -> grounds.containsKey(commune.id())
                        && grounds.get(commune.id()).covers(point))
                .findFirst()
                .orElse(null);
        if (area.commune == null) {
            area.issues.add(Issue.refusal("elsewhere", middle));
        }
    }

    private static Map<String, Geometry> staying(
            List<Unit> present, Map<Long, MultiPolygon> boundaries, List<Area> areas) {
        Set<Long> touched = new HashSet<>();
        areas.stream()
                .filter(area -> area.before != null && area.status != Status.REFUSED)
                .forEach(area -> touched.add(area.before.id()));
        Map<String, Geometry> staying = new HashMap<>();
        for (Unit unit : present) {
            MultiPolygon boundary = boundaries.get(unit.id());
            if (boundary != null && !touched.contains(unit.id())) {
                staying.put(unit.fullName(), boundary);
            }
        }
        return staying;
    }

    /** Only ground that changes hands is looked at. */
    private int moving(AccountView account, List<Area> areas, LocalDate day) {
        Envelope touched = new Envelope();
        Set<Long> ending = new HashSet<>();
        List<PreparedGeometry> begins = new ArrayList<>();
        List<Object> names = new ArrayList<>();
        for (Area area : areas) {
            boolean changes = area.status == Status.ADDED
                    || area.status == Status.ENDED
                    || area.differences.contains("boundary") && area.status == Status.CHANGED;
            if (changes && area.geometry != null) {
                touched.expandToInclude(area.geometry.getEnvelopeInternal());
                if (area.status != Status.ENDED) {
                    begins.add(PreparedGeometryFactory.prepare(area.geometry));
                    names.add(area.before == null ? "new " + area.number : area.before.id());
                }
            }
            if (changes && area.before != null) {
                ending.add(area.before.id());
                Extent extent = area.before.extent();
                if (extent != null) {
                    touched.expandToInclude(extent.toEnvelope());
                }
            }
        }
        if (touched.isNull()) {
            return 0;
        }
        Extent extent = new Extent(touched.getMinX(), touched.getMinY(), touched.getMaxX(), touched.getMaxY());
        return incidents.countMoving(account, extent, point -> now(point, day), point -> {
            Object now = now(point, day);
            if (now != null && !ending.contains(now)) {
                return now;
            }
            for (int i = 0; i < begins.size(); i++) {
                if (begins.get(i).covers(point)) {
                    return names.get(i);
                }
            }
            return null;
        });
    }

    private @Nullable Object now(Point point, LocalDate day) {
        return territory
                .unitAt(UnitLevel.RESIDENTIAL_AREA, point, day)
                .map(Unit::id)
                .orElse(null);
    }

    /** Hulls are enough to see where a reading would put the file. */
    private static List<Geometry> outlines(RawLayer layer, SystemGuess guess) {
        List<Geometry> shapes = new ArrayList<>();
        for (RawLayer.Row row : layer.rows()) {
            Geometry geometry = row.geometry();
            if (geometry != null && !geometry.isEmpty()) {
                shapes.add(geometry.convexHull());
            }
        }
        Geometry hull = Wgs84.FACTORY
                .createGeometryCollection(shapes.toArray(Geometry[]::new))
                .convexHull();
        List<Geometry> outlines = new ArrayList<>();
        for (SystemGuess.Option option : guess.options()) {
            outlines.add(outline(hull, option));
        }
        return outlines;
    }

    private static Geometry outline(Geometry hull, SystemGuess.Option option) {
        try {
            Geometry turned = hull.copy();
            if (option.swapped()) {
                turned.apply((Coordinate place) -> place.setCoordinate(new Coordinate(place.y, place.x)));
                turned.geometryChanged();
            }
            return CoordinateTransform.between(option.system(), CoordinateSystems.WGS84)
                    .transform(turned);
        } catch (CoordinateTransformException e) {
            return Wgs84.FACTORY.createPolygon();
        }
    }
}
