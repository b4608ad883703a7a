package vn.anttmap.exchange.territoryimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.exchange.territoryimport.Area.Status;
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

/** From the areas of a look to the plan that is kept, and from the plan to the states that begin. */
@Component
class PlanStates {

    private final Territory territory;
    private final TerritoryChanges changes;

    PlanStates(Territory territory, TerritoryChanges changes) {
        this.territory = territory;
        this.changes = changes;
    }

    Plan plan(List<Area> areas) {
        List<Plan.State> states = new ArrayList<>();
        List<Long> ending = new ArrayList<>();
        for (Area area : areas) {
            if (area.before != null && (area.status == Status.CHANGED || area.status == Status.ENDED)) {
                ending.add(area.before.id());
            }
            if (area.status == Status.ADDED || area.status == Status.CHANGED) {
                states.add(state(area));
            }
        }
        return new Plan(states, ending);
    }

    private static Plan.State state(Area area) {
        Unit before = area.before;
        boolean redrawn = before == null || area.differences.contains("boundary");
        String code = area.code == null && before != null ? before.code() : area.code;
        boolean renamed = area.differences.contains("name") || area.differences.contains("kind");
        UnitKind kind = Objects.requireNonNull(area.kind);
        return new Plan.State(
                area.number,
                kind.key(),
                code,
                before != null && !renamed ? before.name() : area.name.name(),
                before != null && !renamed ? before.fullName() : area.fullName(),
                before == null ? Objects.requireNonNull(area.commune).id() : Objects.requireNonNull(before.parentId()),
                before == null ? null : before.id(),
                before == null ? null : change(area, renamed),
                area.households,
                area.population,
                redrawn ? Objects.requireNonNull(area.geometry) : null,
                area.links.stream()
                        .map(link -> new NewState.Follows(link.before().id(), link.change()))
                        .toList());
    }

    /** An area that takes another one in is no longer the one that it was, even under its name. */
    private static String change(Area area, boolean renamed) {
        if (area.links.stream().anyMatch(link -> link.change().equals("merged"))) {
            return "merged";
        }
        return renamed ? "renamed" : "continued";
    }

    List<NewState> begin(AccountView account, Kept kept, Plan plan) {
        Map<Long, MultiPolygon> boundaries = changes.boundaries(
                account,
                plan.states().stream()
                        .map(Plan.State::follows)
                        .filter(Objects::nonNull)
                        .toList());
        return plan.states().stream()
                .map(state -> begin(kept, state, boundaries))
                .toList();
    }

    private NewState begin(Kept kept, Plan.State state, Map<Long, MultiPolygon> boundaries) {
        Unit before = state.follows() == null
                ? null
                : territory
                        .find(state.follows())
                        .orElseThrow(() -> UserProblem.of(Kind.CONFLICT, "territory-changed-meanwhile"));
        MultiPolygon boundary =
                state.boundary() == null ? before == null ? null : boundaries.get(before.id()) : state.boundary();
        boolean redrawn = state.boundary() != null;
        String source = kept.fileName().isEmpty() ? "import" : kept.fileName();
        boolean newHouseholds = before == null || state.households() != null;
        NewUnit unit = new NewUnit(
                "import-" + kept.id() + "-" + state.number(),
                UnitLevel.RESIDENTIAL_AREA,
                UnitKind.ofKey(state.kind()),
                state.code(),
                state.name(),
                state.fullName(),
                null,
                new Validity(kept.validFrom(), null),
                source,
                null,
                List.of(),
                redrawn || before == null ? null : before.officialAreaSqKm(),
                redrawn || before == null ? null : before.officialAreaSource(),
                newHouseholds ? state.households() : before.households(),
                newHouseholds ? (state.households() == null ? null : source) : before.householdsSource(),
                population(kept, state, before == null ? List.of() : before.population(), source),
                before != null && !redrawn && before.synthetic(),
                before != null && !redrawn ? before.syntheticNote() : null,
                boundary);
        List<NewState.Follows> follows = new ArrayList<>(state.links());
        if (state.follows() != null) {
            follows.add(new NewState.Follows(state.follows(), Objects.requireNonNull(state.change())));
        }
        return new NewState(unit, state.communeId(), follows);
    }

    /** What is known, with the file's figure for the year in which the state begins. */
    static List<Population> population(Kept kept, Plan.State state, List<Population> known, String source) {
        List<Population> population = new ArrayList<>(known);
        if (state.population() != null) {
            int year = kept.validFrom().getYear();
            population.removeIf(entry -> entry.year() == year);
            population.add(new Population(year, state.population(), source, false));
        }
        return population;
    }
}
