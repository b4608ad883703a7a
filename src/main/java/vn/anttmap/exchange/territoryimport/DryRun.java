package vn.anttmap.exchange.territoryimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.exchange.territoryimport.Area.Status;
import vn.anttmap.geo.Extent;
import vn.anttmap.incident.MovedBoundaries;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryChanges;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitKind;
import vn.anttmap.territory.UnitLevel;

/** Works out what a file would do; stores nothing. */
@Component
class DryRun {

    private final Territory territory;
    private final TerritoryChanges changes;
    private final MovedBoundaries incidents;

    private final ImportTargets targets;
    private final TerritoryImportSettings limits;

    DryRun(
            ImportTargets targets,
            Territory territory,
            TerritoryChanges changes,
            MovedBoundaries incidents,
            TerritoryImportSettings limits) {
        this.targets = targets;
        this.limits = limits;
        this.territory = territory;
        this.changes = changes;
        this.incidents = incidents;
    }

    Look run(
            UUID id,
            AccountView account,
            RawLayer layer,
            LookWish wish,
            Predicate<UnitKind> kinds,
            ImportBudget budget) {
        ImportTarget target = targets.of(account, wish.unitId(), wish.day());
        Map<Long, MultiPolygon> grounds = target.grounds();
        Geometry ground = target.ground();
        TextGuess text = TextGuess.of(layer, wish.text());
        SystemGuess system = SystemGuess.of(layer, ground, target.home(), wish.system(), wish.swapped());
        ColumnGuess columns = ColumnGuess.of(text.names(layer), AreaLayer.MEANINGS, wish.columns());
        CornerRows.Joined rows = CornerRows.join(layer, columns.columns().get(ColumnGuess.Meaning.NAME), true);
        List<Area> areas = new FeatureReader(
                        text.reading(), system.taken(), columns, wish.usualKind(), limits.mostCrossings(), budget)
                .read(rows.rows());
        areas.forEach(area -> tellJoined(area, rows.joined().get(area.number)));
        target.finder().place(areas);
        budget.tick();
        List<Unit> present = territory.listOn(account, UnitLevel.RESIDENTIAL_AREA, wish.day()).stream()
                .filter(each -> each.parentId() != null && grounds.containsKey(each.parentId()))
                .toList();
        Map<Long, MultiPolygon> boundaries =
                changes.boundaries(account, present.stream().map(Unit::id).toList());
        List<Unit> comparable =
                present.stream().filter(each -> kinds.test(each.kind())).toList();
        AreaComparison comparison = new AreaComparison(comparable, boundaries, wish.day(), kinds);
        comparison.compare(areas, wish.complete());
        budget.tick();
        new LinkGuess(areas, comparable, boundaries, wish.links(), comparison::ending).find();
        budget.tick();
        Map<String, Geometry> staying = staying(present, boundaries, areas);
        List<Issue> issues = new ArrayList<>(TopologyReport.check(areas, staying, ground, wish.complete()));
        areas.stream().filter(Area::refused).forEach(area -> area.status = Status.REFUSED);
        Plan plan = new PlanStates(territory, changes).plan(areas);
        budget.tick();
        return new Look(
                id,
                target.unit(),
                layer.format(),
                text,
                system,
                Outlines.of(layer, system),
                columns,
                areas,
                issues,
                plan,
                effect(account, areas, wish.day()));
    }

    private static void tellJoined(Area area, @Nullable Integer corners) {
        if (corners != null) {
            area.issues.add(Issue.remark("corners", null, String.valueOf(corners)));
        }
    }

    private CountEffect.Effect effect(AccountView account, List<Area> areas, LocalDate day) {
        CountEffect effect = new CountEffect(areas);
        Extent extent = effect.extent();
        return extent == null
                ? CountEffect.Effect.NONE
                : effect.of(
                        incidents.moves(account, extent, effect.unitIds(), day, effect::after, effect::kept),
                        id -> territory.find(id).map(Unit::fullName).orElse("?"));
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
}
