package vn.anttmap.exchange.territoryimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.exchange.territoryimport.ImportStore.Kept;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.NewState;
import vn.anttmap.territory.NewUnit;
import vn.anttmap.territory.Population;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryChanges;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitKind;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.Validity;

/**
 * From a kept plan of communes to the states that begin: the communes, then their residential areas, which end and begin with
 * them on the same ground.
 */
@Component
class CommuneStates {

    private static final String SUMMED = "cộng số liệu các đơn vị trước khi sáp nhập";

    private final Territory territory;
    private final TerritoryChanges changes;

    CommuneStates(Territory territory, TerritoryChanges changes) {
        this.territory = territory;
        this.changes = changes;
    }

    /**
     * @param ending ids of all states that end
     * @param beginning communes before their parts
     * @param drawn first boundaries by id of the communes that had none
     */
    record States(List<Long> ending, List<NewState> beginning, Map<Long, MultiPolygon> drawn) {}

    /** Residential areas of communes that go on beyond the day, or begin later. */
    static List<Unit> children(Territory territory, Collection<Long> communes, LocalDate day) {
        return communes.stream()
                .sorted()
                .flatMap(id -> territory.children(id).stream())
                .filter(unit -> unit.level() == UnitLevel.RESIDENTIAL_AREA)
                .filter(unit ->
                        unit.validity().to() == null || unit.validity().to().isAfter(day))
                .toList();
    }

    States of(AccountView account, Kept kept, Plan plan) {
        Map<Long, MultiPolygon> before = changes.boundaries(account, plan.ending());
        List<NewState> beginning = new ArrayList<>();
        List<CommuneHomes.Home> homes = new ArrayList<>();
        Map<Long, MultiPolygon> drawn = new LinkedHashMap<>();
        for (Plan.State state : plan.states()) {
            if (state.follows() != null && AreaComparison.isWithoutBoundary(unit(state.follows()))) {
                drawn.put(state.follows(), Objects.requireNonNull(state.boundary()));
                continue;
            }
            MultiPolygon boundary = state.boundary() == null
                    ? Objects.requireNonNull(before.get(state.follows()), "a commune has a boundary")
                    : state.boundary();
            NewState begins = commune(kept, state, boundary);
            beginning.add(begins);
            Set<Long> follows = new HashSet<>();
            begins.follows().forEach(link -> follows.add(link.unitId()));
            homes.add(new CommuneHomes.Home(state.number(), boundary, follows));
        }
        List<Long> ending = new ArrayList<>(plan.ending());
        ending.removeAll(drawn.keySet());
        List<Unit> children = children(territory, ending, kept.validFrom());
        Map<Long, MultiPolygon> grounds =
                changes.boundaries(account, children.stream().map(Unit::id).toList());
        CommuneHomes finder = new CommuneHomes(homes);
        for (Unit child : children) {
            MultiPolygon ground = grounds.get(child.id());
            CommuneHomes.Home home = finder.of(child, ground);
            if (home == null) {
                throw UserProblem.of(Kind.CONFLICT, "territory-changed-meanwhile");
            }
            ending.add(child.id());
            beginning.add(carriedOver(kept, child, ground, home.number()));
        }
        return new States(ending, beginning, drawn);
    }

    private NewState commune(Kept kept, Plan.State state, MultiPolygon boundary) {
        List<NewState.Follows> follows = new ArrayList<>(state.links());
        if (state.follows() != null) {
            follows.add(new NewState.Follows(state.follows(), Objects.requireNonNull(state.change())));
        }
        List<Unit> before =
                follows.stream().map(link -> unit(link.unitId())).distinct().toList();
        boolean merged = !follows.isEmpty()
                && follows.stream().allMatch(link -> link.change().equals("merged"));
        Unit same = state.follows() == null || merged ? null : unit(state.follows());
        boolean redrawn = state.boundary() != null;
        String source = kept.fileName().isEmpty() ? "import" : kept.fileName();
        Integer households = merged ? sum(before, Unit::households) : same == null ? null : same.households();
        String householdsSource = households == null ? null : merged ? SUMMED : same.householdsSource();
        NewUnit unit = new NewUnit(
                key(kept, String.valueOf(state.number())),
                UnitLevel.COMMUNE,
                UnitKind.ofKey(state.kind()),
                state.code(),
                state.name(),
                state.fullName(),
                null,
                new Validity(kept.validFrom(), null),
                source,
                null,
                List.of(),
                redrawn || same == null ? null : same.officialAreaSqKm(),
                redrawn || same == null ? null : same.officialAreaSource(),
                state.households() == null ? households : state.households(),
                state.households() == null ? householdsSource : source,
                PlanStates.population(
                        kept, state, merged ? summed(before) : same == null ? List.of() : same.population(), source),
                same != null && !redrawn && same.synthetic(),
                same != null && !redrawn ? same.syntheticNote() : null,
                boundary);
        Unit parent = CommuneCheck.holding(territory, unit(state.communeId()), kept.validFrom())
                .orElseThrow(() -> UserProblem.of(Kind.CONFLICT, "territory-changed-meanwhile"));
        return new NewState(unit, parent.id(), follows);
    }

    private NewState carriedOver(Kept kept, Unit child, @Nullable MultiPolygon ground, int home) {
        NewUnit unit = new NewUnit(
                key(kept, "area-" + child.id()),
                UnitLevel.RESIDENTIAL_AREA,
                child.kind(),
                child.code(),
                child.name(),
                child.fullName(),
                key(kept, String.valueOf(home)),
                new Validity(kept.validFrom(), null),
                kept.fileName().isEmpty() ? "import" : kept.fileName(),
                null,
                List.of(),
                child.officialAreaSqKm(),
                child.officialAreaSource(),
                child.households(),
                child.householdsSource(),
                child.population(),
                child.synthetic(),
                child.syntheticNote(),
                ground);
        return new NewState(unit, null, List.of(new NewState.Follows(child.id(), "continued")));
    }

    private Unit unit(long id) {
        return territory.find(id).orElseThrow(() -> UserProblem.of(Kind.CONFLICT, "territory-changed-meanwhile"));
    }

    private static String key(Kept kept, String what) {
        return "import-" + kept.id() + "-" + what;
    }

    /** For each year that all of them have a figure of. */
    private static List<Population> summed(List<Unit> units) {
        List<Population> sums = new ArrayList<>();
        for (Population first : units.get(0).population()) {
            List<Population> entries = units.stream()
                    .flatMap(unit -> unit.population().stream().filter(entry -> entry.year() == first.year()))
                    .toList();
            if (entries.size() == units.size()) {
                sums.add(new Population(
                        first.year(),
                        entries.stream().mapToInt(Population::count).sum(),
                        SUMMED,
                        entries.stream().anyMatch(Population::synthetic)));
            }
        }
        return sums;
    }

    private static @Nullable Integer sum(List<Unit> units, Function<Unit, @Nullable Integer> figure) {
        int sum = 0;
        for (Unit unit : units) {
            Optional<Integer> one = Optional.ofNullable(figure.apply(unit));
            if (one.isEmpty()) {
                return null;
            }
            sum += one.get();
        }
        return sum;
    }
}
