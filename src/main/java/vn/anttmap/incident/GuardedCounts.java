package vn.anttmap.incident;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.access.Role;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/**
 * The numbers of incidents that guarded accounts get to see: those of communes and residential areas for a whole period. What
 * is withheld depends on the period alone and on no account's territory, so that two accounts cannot compare theirs.
 */
@Component
class GuardedCounts {

    private static final AccountView EVERYWHERE =
            new AccountView(0, "guarded", "guarded", Role.LEADER, Set.of(), List.of(), true);

    private final FigureGuard guard;
    private final PrivacySettings settings;
    private final IncidentCategories categories;
    private final CountedIncidents incidents;
    private final Territory territory;

    GuardedCounts(
            FigureGuard guard,
            PrivacySettings settings,
            IncidentCategories categories,
            CountedIncidents incidents,
            Territory territory) {
        this.guard = guard;
        this.settings = settings;
        this.categories = categories;
        this.incidents = incidents;
        this.territory = territory;
    }

    @Transactional(readOnly = true)
    public IncidentCounts.Published byUnit(AccountView account, UnitLevel level, IncidentCounts.Question question) {
        account.require(Right.LIST_INCIDENTS);
        guard.check(question);
        if (level != UnitLevel.COMMUNE && level != UnitLevel.RESIDENTIAL_AREA) {
            guard.requireOpen(account);
        }
        IncidentScope scope = new IncidentScope(account, true, Set.of(), categories.hiddenFrom(account));
        CountedIncidents.Selection selection = incidents.select(scope, question);
        Map<Long, Integer> communes = IncidentCounts.byUnit(selection, UnitLevel.COMMUNE);
        if (level == UnitLevel.COMMUNE) {
            return without(communes, small(communes));
        }
        Map<Long, Integer> areas = IncidentCounts.byUnit(selection, UnitLevel.RESIDENTIAL_AREA);
        Map<Long, Map<Long, Integer>> byCommune = new HashMap<>();
        for (Unit area : territory.listOn(EVERYWHERE, UnitLevel.RESIDENTIAL_AREA, question.boundaryDay())) {
            Long parent = area.parentId();
            byCommune
                    .computeIfAbsent(parent == null ? 0 : parent, id -> new HashMap<>())
                    .put(area.id(), areas.getOrDefault(area.id(), 0));
        }
        Set<Long> withheld = new HashSet<>();
        // Without a number of the commune on that day, the total is 0 and all areas that have any are withheld.
        byCommune.forEach((commune, its) ->
                withheld.addAll(SmallCells.withheld(settings.smallestCount(), communes.getOrDefault(commune, 0), its)));
        return without(areas, withheld);
    }

    private Set<Long> small(Map<Long, Integer> counts) {
        Set<Long> small = new HashSet<>();
        counts.forEach((id, count) -> {
            if (count > 0 && count < settings.smallestCount()) {
                small.add(id);
            }
        });
        return small;
    }

    private static IncidentCounts.Published without(Map<Long, Integer> counts, Set<Long> withheld) {
        Map<Long, Integer> shown = new HashMap<>(counts);
        shown.keySet().removeAll(withheld);
        return new IncidentCounts.Published(shown, withheld);
    }
}
