package vn.anttmap.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.Role;
import vn.anttmap.setup.SetupView.Check;
import vn.anttmap.setup.SetupView.Place;
import vn.anttmap.territory.Jurisdiction;
import vn.anttmap.territory.Jurisdictions;

/** What a place needs before people can work in it. No tick is stored: each is worked out from what is on record. */
@Component
class SetupChecks {

    private static final Map<String, Role> ROLES =
            Map.of("planner", Role.PLANNER, "officer", Role.OFFICER, "leader", Role.LEADER);

    private final Accounts accounts;
    private final Jurisdictions jurisdictions;

    SetupChecks(Accounts accounts, Jurisdictions jurisdictions) {
        this.accounts = accounts;
        this.jurisdictions = jurisdictions;
    }

    /** @param grounds unit ids of each place as it is today, by the place's id */
    List<Check> of(List<Place> places, Map<Long, Set<Long>> grounds, boolean https) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("places", places.isEmpty() ? "missing" : "done", places.size(), 1));
        List<AccountView> active = accounts.listActive();
        for (String key : List.of("planner", "officer", "leader")) {
            List<Jurisdiction> seen = active.stream()
                    .filter(account -> account.role() == ROLES.get(key))
                    .map(jurisdictions::of)
                    .toList();
            int have = (int) places.stream()
                    .filter(place -> grounds.getOrDefault(place.id(), Set.of()).stream()
                            .anyMatch(id -> seen.stream().anyMatch(each -> each.contains(id))))
                    .count();
            checks.add(check(key, have, places.size()));
        }
        checks.add(check(
                "boundaries",
                places.stream().mapToInt(Place::communesWithBoundary).sum(),
                places.stream().mapToInt(Place::communes).sum()));
        int withAreas = (int)
                places.stream().filter(place -> place.residentialAreas() > 0).count();
        checks.add(check("areas", withAreas, places.size()));
        int kept = (int)
                places.stream().filter(place -> place.registerSince() != null).count();
        checks.add(check("register", kept, places.size()));
        int administrators = (int) active.stream()
                .filter(account -> account.role() == Role.ADMINISTRATOR)
                .count();
        checks.add(new Check("second-administrator", administrators > 1 ? "done" : "advised", administrators, 2));
        checks.add(new Check("https", https ? "done" : "advised", https ? 1 : 0, 1));
        return checks;
    }

    private static Check check(String key, int have, int of) {
        return new Check(key, of > 0 && have >= of ? "done" : "missing", have, of);
    }
}
