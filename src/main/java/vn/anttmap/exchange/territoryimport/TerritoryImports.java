package vn.anttmap.exchange.territoryimport;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.exchange.TerritoryImported;
import vn.anttmap.exchange.territoryimport.ImportStore.Kept;
import vn.anttmap.exchange.territoryimport.ImportStore.State;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryChanges;

/** A file of residential areas is looked at, then stored as a whole or forgotten; once stored, it can be taken back. */
@Service
class TerritoryImports {

    private static final Duration KEPT_UNDECIDED = Duration.ofDays(1);
    private static final int AT_ONCE = 2;
    private static final int WAIT_SECONDS = 20;
    private static final int MOST_LISTED = 50;

    private final DryRun dryRun;
    private final PlanStates states;
    private final ImportStore store;
    private final Territory territory;
    private final TerritoryChanges changes;
    private final TerritoryImportSettings limits;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /** A large file takes memory: more than these at once wait. */
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    TerritoryImports(
            DryRun dryRun,
            PlanStates states,
            ImportStore store,
            Territory territory,
            TerritoryChanges changes,
            TerritoryImportSettings limits,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.dryRun = dryRun;
        this.states = states;
        this.store = store;
        this.territory = territory;
        this.changes = changes;
        this.limits = limits;
        this.json = json;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Reads a file and changes no boundary. */
    Look look(AccountView account, String fileName, byte[] file, LookWish wish) {
        account.require(Right.CHANGE_BOUNDARIES);
        takePlace();
        try {
            long revision = territory.revision();
            RawLayer layer = LayerFile.read(fileName, file, limits);
            UUID id = UUID.randomUUID();
            Look look = dryRun.run(id, account, layer, wish);
            Plan plan = states.plan(look.areas());
            transaction.executeWithoutResult(status -> {
                store.forgetUndecidedBefore(clock.instant().minus(KEPT_UNDECIDED));
                store.add(
                        new Kept(
                                id,
                                account.username(),
                                clock.instant(),
                                fileName,
                                wish.unitId(),
                                wish.day(),
                                revision,
                                State.LOOKED_AT,
                                plan.size(),
                                List.of(),
                                List.of()),
                        json.writeValueAsString(plan));
            });
            return look;
        } finally {
            places.release();
        }
    }

    /**
     * Stores what can be stored, in one transaction with the incidents that lie in it. Asked again, it answers the same.
     *
     * @param seen how many changes the caller saw: with another number nothing is stored
     */
    Kept commit(AccountView account, UUID id, int seen) {
        Kept kept = find(account, id);
        if (kept.state() == State.STORED) {
            return kept;
        }
        if (kept.state() == State.TAKEN_BACK) {
            throw UserProblem.of(Kind.CONFLICT, "import-taken-back");
        }
        if (kept.changes() == 0 || kept.changes() != seen) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "import-changes-differ", kept.changes(), seen);
        }
        transaction.executeWithoutResult(status -> {
            Plan plan = json.readValue(store.plan(id), Plan.class);
            requireMove(id, State.LOOKED_AT, State.STORED);
            List<Long> begun = changes.apply(
                    account, kept.revision(), kept.validFrom(), plan.ending(), states.begin(account, kept, plan));
            store.stored(id, begun, plan.ending());
            announce(account, kept, false);
        });
        return find(account, id);
    }

    /** Takes a stored import back as a whole. Asked again, it answers the same. */
    Kept rollBack(AccountView account, UUID id) {
        Kept kept = find(account, id);
        if (kept.state() == State.LOOKED_AT) {
            throw UserProblem.of(Kind.CONFLICT, "import-not-stored");
        }
        if (kept.state() == State.STORED) {
            try {
                transaction.executeWithoutResult(status -> {
                    requireMove(id, State.STORED, State.TAKEN_BACK);
                    changes.takeBack(account, kept.validFrom(), kept.ended(), kept.begun());
                    announce(account, kept, true);
                });
            } catch (DataIntegrityViolationException e) {
                // Teams, titles, incidents set by hand: whatever names one of the areas keeps it.
                throw UserProblem.of(Kind.CONFLICT, "import-in-use");
            }
        }
        return find(account, id);
    }

    /** Imports for units that the account sees, newest first. */
    List<Kept> past(AccountView account) {
        account.require(Right.CHANGE_BOUNDARIES);
        return store.decided(MOST_LISTED).stream()
                .filter(kept -> sees(account, kept.unitId()))
                .toList();
    }

    /** Units that a file can be for: communes of a day, and what is above them. */
    List<vn.anttmap.territory.Unit> units(AccountView account, LocalDate day) {
        account.require(Right.CHANGE_BOUNDARIES);
        return dryRun.units(account, day);
    }

    String unitName(long unitId) {
        return territory.find(unitId).map(vn.anttmap.territory.Unit::fullName).orElse("");
    }

    private void announce(AccountView account, Kept kept, boolean takenBack) {
        events.publishEvent(new TerritoryImported(
                account, kept.id(), kept.fileName(), kept.unitId(), kept.validFrom(), takenBack, kept.changes()));
    }

    private boolean sees(AccountView account, long unitId) {
        try {
            territory.get(account, unitId);
            return true;
        } catch (UserProblem e) {
            return false;
        }
    }

    private Kept find(AccountView account, UUID id) {
        account.require(Right.CHANGE_BOUNDARIES);
        return store.find(id)
                .filter(kept -> kept.createdBy().equals(account.username()) && sees(account, kept.unitId()))
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "import-unknown"));
    }

    private void requireMove(UUID id, State from, State to) {
        if (!store.move(id, from, to)) {
            throw UserProblem.of(Kind.CONFLICT, "changed-meanwhile");
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw UserProblem.of(Kind.CONFLICT, "import-busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UserProblem.of(Kind.CONFLICT, "import-busy");
        }
    }
}
