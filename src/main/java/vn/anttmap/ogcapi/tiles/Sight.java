package vn.anttmap.ogcapi.tiles;

import java.util.Set;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.Jurisdiction;
import vn.anttmap.territory.TerritoryShapes;

/**
 * What of a layer an account may see. Two accounts with the same sight get the same tiles; nothing else makes two
 * accounts share one. It holds what was granted and not what follows from it, so that it outlasts a change of boundaries.
 *
 * @param everything no limit
 * @param namedUnitIds units that the account's territory names
 * @param hiddenCategories of incidents, where the layer tells of any
 * @param guarded whether of its figures only those are shown that are published
 */
record Sight(boolean everything, Set<Long> namedUnitIds, Set<String> hiddenCategories, boolean guarded) {

    /** Of what is public. */
    static final Sight PUBLIC = new Sight(true, Set.of(), Set.of(), false);

    static Sight of(AccountView account, Set<String> hiddenCategories, boolean guarded) {
        return new Sight(
                account.wholeCountry(),
                account.wholeCountry() ? Set.of() : Set.copyOf(account.namedUnitIds()),
                Set.copyOf(hiddenCategories),
                guarded);
    }

    /** What it comes to. */
    Jurisdiction jurisdiction(TerritoryShapes.View view) {
        return everything ? new Jurisdiction(true, Set.of(), Set.of()) : view.jurisdiction(namedUnitIds);
    }
}
