package vn.anttmap.density.surface;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.Feature;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryFeatures;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Finds the ground of a surface, under the account's rights. */
@Component
class SurfaceWindows {

    private final Territory territory;
    private final TerritoryFeatures features;
    private final RegisterCoverage coverage;

    SurfaceWindows(Territory territory, TerritoryFeatures features, RegisterCoverage coverage) {
        this.territory = territory;
        this.features = features;
        this.coverage = coverage;
    }

    /**
     * @param level communes or residential areas; less than a commune is always residential areas
     * @throws UserProblem if no unit is covered, or the units lie in several provinces and so in several systems
     */
    SurfaceWindow find(AccountView account, UnitLevel level, IncidentCounts.Question question) {
        Ground within = question.within();
        UnitLevel used = within != null && within.unit().level() == UnitLevel.RESIDENTIAL_AREA
                ? UnitLevel.RESIDENTIAL_AREA
                : level;
        RegisterCoverage.Calendar calendar = coverage.calendar(account);
        Map<Boolean, List<Unit>> split = territory.listOn(account, used, question.boundaryDay()).stream()
                .filter(unit -> unit.extent() != null)
                .filter(unit -> within == null || within.contains(unit.id()))
                .collect(Collectors.partitioningBy(unit -> calendar.covers(unit, question.from(), question.to())));
        List<Unit> covered = split.get(true);
        if (covered.isEmpty()) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "surface-not-covered", question.from(), question.to());
        }
        CoordinateSystem system = system(covered);
        List<Geometry> areas = new ArrayList<>();
        List<Unit> units = new ArrayList<>();
        Map<Long, Geometry> boundaries = boundaries(account, used, question, covered);
        CoordinateTransform transform = CoordinateTransform.between(CoordinateSystems.WGS84, system);
        for (Unit unit : covered) {
            Geometry boundary = boundaries.get(unit.id());
            if (boundary != null) {
                units.add(unit);
                areas.add(transform.transform(boundary));
            }
        }
        return new SurfaceWindow(system, units, areas, OverlayNGRobust.union(areas), split.get(false));
    }

    private Map<Long, Geometry> boundaries(
            AccountView account, UnitLevel level, IncidentCounts.Question question, List<Unit> units) {
        double[] box = {180, 90, -180, -90};
        for (Unit unit : units) {
            Extent extent = java.util.Objects.requireNonNull(unit.extent());
            box[0] = Math.min(box[0], extent.west());
            box[1] = Math.min(box[1], extent.south());
            box[2] = Math.max(box[2], extent.east());
            box[3] = Math.max(box[3], extent.north());
        }
        Set<Long> wanted = units.stream().map(Unit::id).collect(Collectors.toSet());
        Map<Long, Geometry> found = new HashMap<>();
        Extent extent = new Extent(box[0], box[1], box[2], box[3]);
        for (Feature feature : features.units(
                account, level, kind -> true, question.boundaryDay(), question.within(), extent, 0, Locale.ROOT)) {
            if (wanted.contains(feature.id()) && feature.geometry() != null) {
                found.put(feature.id(), feature.geometry());
            }
        }
        return found;
    }

    private CoordinateSystem system(List<Unit> units) {
        Set<Unit> provinces = new LinkedHashSet<>();
        units.forEach(unit -> territory.ancestor(unit, UnitLevel.PROVINCE).ifPresent(provinces::add));
        if (provinces.size() > 1) {
            List<Map<String, Object>> choices = provinces.stream()
                    .map(province -> Map.<String, Object>of("id", province.id(), "fullName", province.fullName()))
                    .toList();
            throw UserProblem.of(
                            Kind.UNPROCESSABLE,
                            "surface-several-provinces",
                            provinces.stream().map(Unit::fullName).collect(Collectors.joining(", ")))
                    .at("within", null)
                    .with("provinces", choices);
        }
        return provinces.stream()
                .findFirst()
                .flatMap(province -> CoordinateSystems.forProvinceName(province.name()))
                .orElseGet(() -> nearest(units.get(0)));
    }

    /** A province that is not in the ministry's list, as a new one may be: the zone whose meridian is nearest. */
    private static CoordinateSystem nearest(Unit unit) {
        Extent extent = java.util.Objects.requireNonNull(unit.extent());
        double longitude = (extent.west() + extent.east()) / 2;
        return CoordinateSystems.list().stream()
                .filter(system -> system.kind() == CoordinateSystem.Kind.VN2000_TM3)
                .min(Comparator.comparingDouble(system -> Math.abs(system.centralMeridianDegrees() - longitude)))
                .orElseThrow();
    }
}
