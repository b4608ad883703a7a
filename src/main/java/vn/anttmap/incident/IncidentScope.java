package vn.anttmap.incident;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.territory.Jurisdiction;
import vn.anttmap.territory.Jurisdictions;

/**
 * What an account may see of the register. Every query of incidents, lists and figures alike, takes its conditions from
 * here.
 *
 * @param communeIds communes whose registers are visible, as they were on the day of the incident; ignored for the whole
 *     country
 * @param hiddenCategories codes left out
 */
record IncidentScope(AccountView account, boolean wholeCountry, Set<Long> communeIds, Set<String> hiddenCategories) {

    /** SQL; to be joined with {@code and}. The alias of the incident is {@code i}. */
    static final String SQL_CONDITION =
            "(:wholeCountry = true or i.register_commune_id = any(:communeIds)) and i.category not in (:hiddenCategories)";

    /**
     * Who has more communes than any province ever had sees most of the register: each row is tested then, as PostgreSQL would
     * else go through the whole index of registers beside that of places.
     */
    private static final int MOST_FOR_INDEX = 1_000;

    /**
     * Values of the conditions. The communes are one parameter, as a province has hundreds and each parameter costs; an empty
     * list of categories is written as one value that nothing has: SQL knows no empty list.
     */
    Map<String, Object> parameters() {
        return Map.of(
                "wholeCountry",
                wholeCountry,
                "communeIds",
                communeIds.toArray(Long[]::new),
                "hiddenCategories",
                hiddenCategories.isEmpty() ? List.of("") : List.copyOf(hiddenCategories));
    }

    /** The same conditions, each only where it limits anything. */
    void addTo(IncidentConditions conditions) {
        if (!wholeCountry) {
            String column = communeIds.size() > MOST_FOR_INDEX ? "i.register_commune_id + 0" : "i.register_commune_id";
            conditions.add(column + " = any(:communeIds)", "communeIds", communeIds.toArray(Long[]::new));
        }
        if (!hiddenCategories.isEmpty()) {
            conditions.add("i.category not in (:hiddenCategories)", "hiddenCategories", List.copyOf(hiddenCategories));
        }
    }

    boolean sees(Incident incident) {
        return (wholeCountry || communeIds.contains(incident.registerCommuneId()))
                && !hiddenCategories.contains(incident.category());
    }

    /** Works the scope out. */
    @Component
    static class Finder {

        private final Jurisdictions jurisdictions;
        private final IncidentCategories categories;
        private final FigureGuard guard;

        Finder(Jurisdictions jurisdictions, IncidentCategories categories, FigureGuard guard) {
            this.jurisdictions = jurisdictions;
            this.categories = categories;
            this.guard = guard;
        }

        /** @throws vn.anttmap.problem.UserProblem for accounts that see no incidents, or published figures only */
        IncidentScope of(AccountView account) {
            account.require(Right.LIST_INCIDENTS);
            guard.requireOpen(account);
            Jurisdiction jurisdiction = jurisdictions.of(account);
            return new IncidentScope(
                    account, jurisdiction.wholeCountry(), jurisdiction.communeIds(), categories.hiddenFrom(account));
        }
    }
}
