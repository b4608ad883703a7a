package vn.anttmap.exchange.territoryimport;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import vn.anttmap.access.AccountView;
import vn.anttmap.exchange.territoryimport.ColumnGuess.Meaning;
import vn.anttmap.exchange.territoryimport.ImportStore.Kept;
import vn.anttmap.territory.TerritoryChanges;
import vn.anttmap.territory.UnitKind;

/** Residential areas, all of them or those of some kinds. */
final class AreaLayer implements ImportedLayer {

    static final Set<Meaning> MEANINGS = EnumSet.of(
            Meaning.NAME, Meaning.KIND, Meaning.CODE, Meaning.HOUSEHOLDS, Meaning.POPULATION, Meaning.PREDECESSOR);

    private final String collection;
    private final Predicate<UnitKind> kinds;
    private final DryRun dryRun;
    private final PlanStates states;
    private final TerritoryChanges changes;

    AreaLayer(
            String collection, Predicate<UnitKind> kinds, DryRun dryRun, PlanStates states, TerritoryChanges changes) {
        this.collection = collection;
        this.kinds = kinds;
        this.dryRun = dryRun;
        this.states = states;
        this.changes = changes;
    }

    @Override
    public String collection() {
        return collection;
    }

    @Override
    public Set<Meaning> meanings() {
        return MEANINGS;
    }

    @Override
    public List<String> usualNames() {
        return List.of(collection, "residential-areas", "khu_dan_cu", "khudancu", "kdc");
    }

    @Override
    public Looked look(UUID id, AccountView account, RawLayer layer, LookWish wish, ImportBudget budget) {
        Look look = dryRun.run(id, account, layer, wish, kinds, budget);
        return new Looked(
                (messages, locale) -> LookView.of(look, messages, locale),
                out -> PlanFile.write(look.plan(), out),
                look.changes());
    }

    @Override
    public Stored store(AccountView account, Kept kept, ImportStore store) {
        Plan plan = store.plan(kept.id(), PlanFile::read);
        List<Long> begun = changes.apply(
                account, kept.revision(), kept.validFrom(), plan.ending(), states.begin(account, kept, plan));
        return new Stored(begun, plan.ending(), List.of());
    }

    @Override
    public void takeBack(AccountView account, Kept kept) {
        changes.takeBack(account, kept.validFrom(), kept.ended(), kept.begun());
    }
}
