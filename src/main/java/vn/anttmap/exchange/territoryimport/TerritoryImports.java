package vn.anttmap.exchange.territoryimport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.exchange.TerritoryImported;
import vn.anttmap.exchange.territoryimport.ImportStore.Kept;
import vn.anttmap.exchange.territoryimport.ImportStore.State;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.UnitKind;

/** A file is looked at, then stored as a whole or forgotten; once stored, it can be taken back. */
@Service
class TerritoryImports {

    private static final Duration KEPT_UNDECIDED = Duration.ofDays(1);
    private static final int MOST_LISTED = 50;

    private final ImportedLayers layers;
    private final LookRunner runner;
    private final ImportTargets targets;
    private final ImportStore store;
    private final Territory territory;
    private final TerritoryImportSettings limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate timed;

    TerritoryImports(
            ImportedLayers layers,
            LookRunner runner,
            ImportTargets targets,
            ImportStore store,
            Territory territory,
            TerritoryImportSettings limits,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.layers = layers;
        this.runner = runner;
        this.targets = targets;
        this.store = store;
        this.territory = territory;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.timed = new TransactionTemplate(transactions);
        this.timed.setTimeout((int) limits.longestStoring().toSeconds());
    }

    /** Reads a file and changes nothing that is on record. */
    ImportedLayer.Shown look(AccountView account, String collection, String fileName, byte[] file, LookWish wish) {
        return look(account, collection, fileName, file, wish, false);
    }

    /** @param keepFile whether the file is kept, too, until it is decided about */
    ImportedLayer.Shown look(
            AccountView account, String collection, String fileName, byte[] file, LookWish wish, boolean keepFile) {
        account.require(Right.CHANGE_BOUNDARIES);
        ImportedLayer layer = layers.get(collection);
        return runner.run(budget -> {
            long revision = territory.revision();
            RawLayer raw = LayerFile.read(fileName, file, wish.layer(), layer.usualNames(), limits, budget);
            UUID id = UUID.randomUUID();
            ImportedLayer.Looked looked = layer.look(id, account, raw, wish, budget);
            budget.tick();
            transaction.executeWithoutResult(status -> {
                store.forgetUndecidedBefore(clock.instant().minus(KEPT_UNDECIDED));
                store.add(
                        new Kept(
                                id,
                                collection,
                                account.username(),
                                clock.instant(),
                                fileName,
                                wish.unitId(),
                                wish.day(),
                                revision,
                                State.LOOKED_AT,
                                looked.changes(),
                                List.of(),
                                List.of(),
                                List.of()),
                        looked.plan());
                if (keepFile) {
                    store.keepSource(id, file);
                }
            });
            return looked.shown();
        });
    }

    /**
     * Stores what can be stored, in one transaction with the incidents that lie in it. Asked again, it answers the same.
     *
     * @param seen how many changes the caller saw: with another number nothing is stored
     */
    Kept commit(AccountView account, String collection, UUID id, int seen) {
        Kept kept = findOwn(account, collection, id);
        if (kept.state() == State.STORED) {
            return kept;
        }
        if (kept.state() == State.TAKEN_BACK) {
            throw UserProblem.of(Kind.CONFLICT, "import-taken-back");
        }
        if (kept.changes() == 0 || kept.changes() != seen) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "import-changes-differ", kept.changes(), seen);
        }
        inTime(() -> {
            requireMove(id, State.LOOKED_AT, State.STORED);
            ImportedLayer.Stored stored = layers.get(collection).store(account, kept, store);
            store.stored(id, stored);
            announce(account, kept, false);
        });
        return find(account, collection, id);
    }

    /** Takes a stored import back as a whole, whoever in this territory stored it. Asked again, it answers the same. */
    Kept rollBack(AccountView account, String collection, UUID id) {
        Kept kept = find(account, collection, id);
        if (kept.state() == State.LOOKED_AT) {
            throw UserProblem.of(Kind.CONFLICT, "import-not-stored");
        }
        if (kept.state() == State.STORED) {
            try {
                inTime(() -> {
                    requireMove(id, State.STORED, State.TAKEN_BACK);
                    layers.get(collection).takeBack(account, kept);
                    announce(account, kept, true);
                });
            } catch (DataIntegrityViolationException e) {
                // Teams, titles, incidents set by hand: whatever names one of the areas keeps it.
                throw UserProblem.of(Kind.CONFLICT, "import-in-use");
            }
        }
        return find(account, collection, id);
    }

    /** Imports of a collection for units that the account sees, newest first. */
    List<Kept> past(AccountView account, String collection) {
        account.require(Right.CHANGE_BOUNDARIES);
        return store.decided(layers.get(collection).collection(), MOST_LISTED).stream()
                .filter(kept -> sees(account, kept.unitId()))
                .toList();
    }

    /** Files that came without the page and wait for the account to decide, newest first. */
    List<Kept> drafts(AccountView account, String collection) {
        account.require(Right.CHANGE_BOUNDARIES);
        return store.drafts(layers.get(collection).collection(), account.username());
    }

    /** The file of a draft. */
    byte[] draftFile(AccountView account, String collection, UUID id) {
        return store.source(draft(account, collection, id).id());
    }

    /** Forgets a draft; nothing of it was stored. */
    void forgetDraft(AccountView account, String collection, UUID id) {
        Kept draft = draft(account, collection, id);
        transaction.executeWithoutResult(status -> store.forget(draft.id()));
    }

    private Kept draft(AccountView account, String collection, UUID id) {
        return drafts(account, collection).stream()
                .filter(kept -> kept.id().equals(id))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "import-unknown"));
    }

    /** Units that a file can be for: communes of a day, and what is above them. */
    List<vn.anttmap.territory.Unit> units(AccountView account, String collection, LocalDate day) {
        account.require(Right.CHANGE_BOUNDARIES);
        return targets.units(account, collection, day);
    }

    /** Kinds that a person can name for features of a collection that do not tell theirs. */
    List<UnitKind> kinds(String collection) {
        return layers.get(collection).kinds();
    }

    /** Until when a look that begins now can be decided about. */
    Instant keptUntil() {
        return clock.instant().plus(KEPT_UNDECIDED).truncatedTo(ChronoUnit.SECONDS);
    }

    String unitName(long unitId) {
        return territory.find(unitId).map(vn.anttmap.territory.Unit::fullName).orElse("");
    }

    private void inTime(Runnable work) {
        try {
            timed.executeWithoutResult(status -> work.run());
        } catch (OutOfMemoryError e) {
            // It is undone; what was taken for it is free again.
            throw new ImportBudget(limits).tooLarge();
        } catch (TransactionTimedOutException | org.springframework.dao.QueryTimeoutException e) {
            throw UserProblem.of(
                    Kind.UNPROCESSABLE,
                    "import-storing-slow",
                    limits.longestStoring().toSeconds());
        }
    }

    private void announce(AccountView account, Kept kept, boolean takenBack) {
        events.publishEvent(new TerritoryImported(
                account,
                kept.id(),
                kept.collection(),
                kept.fileName(),
                kept.unitId(),
                kept.validFrom(),
                takenBack,
                kept.changes()));
    }

    private boolean sees(AccountView account, long unitId) {
        try {
            territory.get(account, unitId);
            return true;
        } catch (UserProblem e) {
            return false;
        }
    }

    /** A look belongs to whoever looked; what is stored, to all who may change this territory. */
    private Kept find(AccountView account, String collection, UUID id) {
        account.require(Right.CHANGE_BOUNDARIES);
        return store.find(id)
                .filter(kept -> kept.collection().equals(collection) && sees(account, kept.unitId()))
                .filter(kept ->
                        kept.state() != State.LOOKED_AT || kept.createdBy().equals(account.username()))
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "import-unknown"));
    }

    private Kept findOwn(AccountView account, String collection, UUID id) {
        Kept kept = find(account, collection, id);
        if (!kept.createdBy().equals(account.username())) {
            throw UserProblem.of(Kind.NOT_FOUND, "import-unknown");
        }
        return kept;
    }

    private void requireMove(UUID id, State from, State to) {
        if (!store.move(id, from, to)) {
            throw UserProblem.of(Kind.CONFLICT, "changed-meanwhile");
        }
    }
}
