package vn.anttmap.exchange.territoryimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryChanges;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Finds what files can be for, and the ground of it. */
@Component
class ImportTargets {

    /** Some 500 metres: outlines of provinces are generalised to 300. */
    private static final double COARSE_DEGREES = 0.005;

    private final Territory territory;
    private final TerritoryChanges changes;

    ImportTargets(Territory territory, TerritoryChanges changes) {
        this.territory = territory;
        this.changes = changes;
    }

    /** Communes of a day that go on, and the units above them all of whose parts the account sees; largest first. */
    List<Unit> units(AccountView account, String collection, LocalDate day) {
        boolean communes = collection.equals("communes");
        return Stream.of(UnitLevel.PROVINCE, UnitLevel.DISTRICT, UnitLevel.COMMUNE)
                .flatMap(level -> Stream.concat(
                        territory.listOn(account, level, day).stream()
                                .filter(unit -> unit.validity().to() == null),
                        level == UnitLevel.COMMUNE ? Stream.empty() : endingOn(account, level, day)))
                .filter(unit -> unit.extent() != null || communes)
                .sorted(Comparator.comparing(Unit::level)
                        .thenComparing(Unit::fullName, vn.anttmap.geo.VietnameseText.collator()))
                .toList();
    }

    /** A district that ends with the day had the communes that the file is about. */
    private Stream<Unit> endingOn(AccountView account, UnitLevel level, LocalDate day) {
        return territory.listOn(account, level, day.minusDays(1)).stream()
                .filter(unit -> day.equals(unit.validity().to()));
    }

    /** @throws UserProblem for a unit of others, or one without a commune that goes on and has a boundary */
    ImportTarget of(AccountView account, long unitId, LocalDate day) {
        Unit unit = territory.get(account, unitId);
        List<Unit> communes = communes(account, unit, day);
        Map<Long, MultiPolygon> grounds =
                changes.boundaries(account, communes.stream().map(Unit::id).toList());
        if (grounds.isEmpty()) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "import-unit-unfit", unit.fullName(), day);
        }
        Geometry ground = grounds.size() == 1
                ? grounds.values().iterator().next()
                : UnaryUnionOp.union(new ArrayList<Geometry>(grounds.values()));
        return new ImportTarget(unit, communes, grounds, ground, home(unit));
    }

    /**
     * What a file of communes is for: also a province of which none is on record, and communes without a boundary. Then
     * the ground is the province's, whose outline is coarse.
     */
    ImportTarget ofCommunes(AccountView account, long unitId, LocalDate day) {
        Unit unit = territory.get(account, unitId);
        List<Unit> communes = communes(account, unit, day);
        Map<Long, MultiPolygon> grounds =
                changes.boundaries(account, communes.stream().map(Unit::id).toList());
        Optional<MultiPolygon> province = territory.provinceOutline(unit);
        if (!communes.isEmpty() && grounds.size() == communes.size() || province.isEmpty()) {
            return of(account, unitId, day);
        }
        Geometry ground = province.get().buffer(COARSE_DEGREES, 1);
        if (!grounds.isEmpty()) {
            ground = ground.union(UnaryUnionOp.union(new ArrayList<Geometry>(grounds.values())));
        }
        return new ImportTarget(unit, communes, grounds, ground, home(unit));
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
}
