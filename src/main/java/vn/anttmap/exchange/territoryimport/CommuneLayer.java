package vn.anttmap.exchange.territoryimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.exchange.territoryimport.Area.Status;
import vn.anttmap.exchange.territoryimport.ColumnGuess.Meaning;
import vn.anttmap.exchange.territoryimport.ImportStore.Kept;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.incident.MovedBoundaries;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryChanges;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitKind;
import vn.anttmap.territory.UnitLevel;

/**
 * Communes: what a resolution makes of those of a district or a province. They change all at once, since each place and each
 * residential area must have a commune on every day; one feature that is refused refuses the file.
 */
@Component
class CommuneLayer implements ImportedLayer {

    /** What files of communes call their columns, before the names that every file of areas uses. */
    private static final Map<Meaning, List<String>> NAMES = Map.of(
            Meaning.NAME, List.of("tenxa", "tendvhc", "tendonvi", "fullname", "tendaydu"),
            Meaning.KIND, List.of("loaixa", "unittype", "loaidvhc", "capdvhc"),
            Meaning.CODE, List.of("maxa", "madvhc", "madonvi"));

    private final ImportTargets targets;
    private final Territory territory;
    private final TerritoryChanges changes;
    private final MovedBoundaries incidents;
    private final CommuneStates states;
    private final TerritoryImportSettings limits;

    CommuneLayer(
            ImportTargets targets,
            Territory territory,
            TerritoryChanges changes,
            MovedBoundaries incidents,
            CommuneStates states,
            TerritoryImportSettings limits) {
        this.targets = targets;
        this.territory = territory;
        this.changes = changes;
        this.incidents = incidents;
        this.states = states;
        this.limits = limits;
    }

    @Override
    public String collection() {
        return "communes";
    }

    @Override
    public Set<Meaning> meanings() {
        return AreaLayer.MEANINGS;
    }

    @Override
    public List<String> usualNames() {
        return List.of("communes", "xa", "ranh_gioi_xa", "dvhc_xa", "phuong_xa");
    }

    @Override
    public List<UnitKind> kinds() {
        return CommuneName.KINDS;
    }

    @Override
    public Looked look(UUID id, AccountView account, RawLayer layer, LookWish wish, ImportBudget budget) {
        ImportTarget target = targets.ofCommunes(account, wish.unitId(), wish.day());
        TextGuess text = TextGuess.of(layer, wish.text());
        SystemGuess system = SystemGuess.of(layer, target.ground(), target.home(), wish.system(), wish.swapped());
        ColumnGuess columns = columns(text.names(layer), wish.columns());
        CornerRows.Joined rows = CornerRows.join(layer, columns.columns().get(Meaning.NAME), true);
        List<Area> areas = new FeatureReader(
                        text.reading(), system.taken(), columns, wish.usualKind(), limits.mostCrossings(), budget)
                .ofCommunes()
                .read(rows.rows());
        budget.tick();
        AreaComparison comparison =
                new AreaComparison(target.communes(), target.grounds(), wish.day(), CommuneName.KINDS::contains);
        comparison.compare(areas, wish.complete());
        budget.tick();
        new LinkGuess(areas, target.communes(), target.grounds(), wish.links(), comparison::ending).find();
        budget.tick();
        List<Issue> issues = check(account, target, wish, areas);
        areas.stream().filter(Area::refused).forEach(area -> area.status = Status.REFUSED);
        boolean refused = areas.stream().anyMatch(Area::refused);
        if (refused) {
            issues.add(Issue.refusal("commune-all-or-nothing", null));
        }
        Plan plan = refused ? new Plan(List.of(), List.of()) : new PlanStates(territory, changes).plan(areas);
        Look look = new Look(
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
        return new Looked(
                (messages, locale) -> LookView.of(look, messages, locale),
                out -> PlanFile.write(plan, out),
                look.changes());
    }

    private List<Issue> check(AccountView account, ImportTarget target, LookWish wish, List<Area> areas) {
        List<Unit> others = territory.listOn(account, UnitLevel.COMMUNE, wish.day());
        CommuneCheck check = new CommuneCheck(territory, wish.day(), areas);
        check.parents(target.unit());
        check.namesAndCodes(others);
        Set<Long> ending = check.ending();
        List<Unit> neighbours = others.stream()
                .filter(unit -> !ending.contains(unit.id()) && near(unit, target.ground()))
                .filter(unit -> areas.stream().noneMatch(area -> area.before != null && area.before.id() == unit.id()))
                .toList();
        Map<Long, MultiPolygon> grounds =
                changes.boundaries(account, neighbours.stream().map(Unit::id).toList());
        Map<String, Geometry> staying = new HashMap<>();
        neighbours.stream()
                .filter(unit -> grounds.containsKey(unit.id()))
                .forEach(unit -> staying.put(unit.fullName(), grounds.get(unit.id())));
        List<Issue> issues = new ArrayList<>(TopologyReport.check(areas, staying, target.ground(), false));
        issues.addAll(check.goingOn(target.grounds()));
        List<Unit> children = CommuneStates.children(territory, ending, wish.day());
        issues.addAll(check.children(
                children,
                changes.boundaries(account, children.stream().map(Unit::id).toList())));
        check.reword();
        return issues;
    }

    private static boolean near(Unit unit, Geometry ground) {
        Extent extent = unit.extent();
        return extent != null && extent.toEnvelope().intersects(ground.getEnvelopeInternal());
    }

    /** A name that only files of communes use goes before the others; a person's word before both. */
    private static ColumnGuess columns(List<String> names, Map<Meaning, Integer> chosen) {
        Map<Meaning, Integer> known = new EnumMap<>(Meaning.class);
        NAMES.forEach((meaning, aliases) -> aliases.stream()
                .map(alias -> index(names, alias))
                .filter(index -> index >= 0)
                .findFirst()
                .ifPresent(index -> known.put(meaning, index)));
        known.putAll(chosen);
        ColumnGuess guess = ColumnGuess.of(names, AreaLayer.MEANINGS, known);
        return new ColumnGuess(guess.columns(), names, chosen.keySet());
    }

    private static int index(List<String> names, String alias) {
        for (int i = 0; i < names.size(); i++) {
            if (VietnameseText.fold(names.get(i)).replaceAll("[ _]", "").equals(alias)) {
                return i;
            }
        }
        return -1;
    }

    /** On incidents by commune; those that somebody put into a residential area stay with it. */
    private CountEffect.Effect effect(AccountView account, List<Area> areas, LocalDate day) {
        CountEffect effect = new CountEffect(areas);
        Extent extent = effect.extent();
        if (extent == null) {
            return CountEffect.Effect.NONE;
        }
        MovedBoundaries.Effect found = incidents.effect(
                account,
                extent,
                false,
                point -> communeAt(point, day),
                point -> effect.after(point, communeAt(point, day)));
        return effect.of(
                found.moves(), id -> territory.find(id).map(Unit::fullName).orElse("?"));
    }

    private @Nullable Long communeAt(Point point, LocalDate day) {
        return territory.unitAt(UnitLevel.COMMUNE, point, day).map(Unit::id).orElse(null);
    }

    @Override
    public Stored store(AccountView account, Kept kept, ImportStore store) {
        Plan plan = store.plan(kept.id(), PlanFile::read);
        CommuneStates.States found = states.of(account, kept, plan);
        List<Long> begun = changes.apply(
                account, kept.revision(), kept.validFrom(), found.ending(), found.beginning(), found.drawn());
        return new Stored(begun, found.ending(), List.copyOf(found.drawn().keySet()));
    }

    @Override
    public void takeBack(AccountView account, Kept kept) {
        changes.takeBack(account, kept.validFrom(), kept.ended(), kept.begun(), kept.drawn());
    }
}
