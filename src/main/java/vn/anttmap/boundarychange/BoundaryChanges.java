package vn.anttmap.boundarychange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.boundarychange.ChangeStore.Decision;
import vn.anttmap.boundarychange.ChangeStore.Kept;
import vn.anttmap.boundarychange.ChangeStore.Stamp;
import vn.anttmap.boundarychange.ChangeStore.State;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;
import vn.anttmap.territory.Jurisdictions;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryChanges;
import vn.anttmap.territory.UnitLevel;

/** A change of boundaries is looked at, then stored as a whole or forgotten; once stored, it can be taken back. */
@Service
class BoundaryChanges {

    private static final Duration KEPT_UNDECIDED = Duration.ofDays(1);
    private static final int MOST_LISTED = 100;
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_NUMBER = 100;

    private final Scenes scenes;
    private final ChangeEffect effect;
    private final ChangeStore store;
    private final Territory territory;
    private final Jurisdictions jurisdictions;
    private final TerritoryChanges changes;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    BoundaryChanges(
            Scenes scenes,
            ChangeEffect effect,
            ChangeStore store,
            Territory territory,
            Jurisdictions jurisdictions,
            TerritoryChanges changes,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.scenes = scenes;
        this.effect = effect;
        this.store = store;
        this.territory = territory;
        this.jurisdictions = jurisdictions;
        this.changes = changes;
        this.json = json;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What is kept between the look and the decision. */
    private record Plan(List<Draft> drafts) {}

    /** Works a change out and changes no boundary. What is refused is not kept. */
    ChangeLook look(AccountView account, ChangeWish wish) {
        account.require(Right.CHANGE_BOUNDARIES);
        long revision = territory.revision();
        Scene scene = scenes.read(account, wish);
        Outcome planned = Planner.plan(scene, wish);
        UnitLevel level = scene.units().get(0).unit().level();
        List<Standing> changing = planned.ending().stream()
                .filter(standing -> standing.unit().level() == level)
                .toList();
        Outcome outcome = ChangeCheck.check(
                planned,
                scene,
                territory.listOn(account, level, wish.day()),
                level == UnitLevel.RESIDENTIAL_AREA ? scenes.parents(account, changing) : List.of());
        ChangeLook look = new ChangeLook(UUID.randomUUID(), wish, outcome, effect.of(account, wish, outcome));
        if (outcome.storable()) {
            keep(account, look, level, changing, revision);
        }
        return look;
    }

    private void keep(AccountView account, ChangeLook look, UnitLevel level, List<Standing> changing, long revision) {
        List<Draft> drafts = look.outcome().beginning();
        Kept kept = new Kept(
                look.id(),
                look.wish().kind(),
                level,
                new Stamp(account.username(), now()),
                look.wish().day(),
                revision,
                State.LOOKED_AT,
                look.changes(),
                List.of(),
                look.outcome().ending().stream().map(Standing::id).toList(),
                changing.stream().map(Standing::name).toList(),
                drafts.stream()
                        .filter(draft -> draft.level() == level)
                        .map(Draft::fullName)
                        .toList(),
                null,
                null,
                null);
        transaction.executeWithoutResult(status -> {
            store.forgetUndecidedBefore(now().minus(KEPT_UNDECIDED));
            store.add(kept, json.writeValueAsString(new Plan(drafts)));
        });
    }

    /**
     * Stores what was looked at, in one transaction with the incidents that lie in it. Asked again, it answers the same.
     *
     * @param seen how many states the caller saw end and begin: with another number nothing is stored
     */
    Kept commit(
            AccountView account,
            UUID id,
            int seen,
            @Nullable String reason,
            @Nullable String decisionNumber,
            @Nullable LocalDate decisionDay) {
        Kept kept = find(account, id);
        if (kept.state() == State.LOOKED_AT && !kept.created().by().equals(account.username())) {
            throw unknown();
        }
        Decision decision = new Decision(
                GivenText.required("reason", reason, LONGEST_REASON),
                GivenText.optional("decisionNumber", decisionNumber, LONGEST_NUMBER),
                decisionDay);
        if (kept.state() == State.STORED) {
            return kept;
        }
        if (kept.state() == State.TAKEN_BACK) {
            throw UserProblem.of(Kind.CONFLICT, "boundary-change-taken-back");
        }
        if (kept.changes() != seen) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "boundary-changes-differ", kept.changes(), seen);
        }
        transaction.executeWithoutResult(status -> {
            Plan plan = json.readValue(store.plan(id), Plan.class);
            requireMove(id, State.LOOKED_AT, State.STORED);
            List<Long> begun = changes.apply(
                    account,
                    kept.revision(),
                    kept.day(),
                    kept.ended(),
                    new ChangeStates(id, kept.day(), decision).states(plan.drafts()));
            store.stored(id, begun, decision, new Stamp(account.username(), now()));
            announce(account, kept, decision, false);
        });
        return find(account, id);
    }

    /** Takes a stored change back as a whole. Asked again, it answers the same. */
    Kept rollBack(AccountView account, UUID id) {
        Kept kept = find(account, id);
        Decision decision = kept.decision();
        if (decision == null) {
            throw UserProblem.of(Kind.CONFLICT, "boundary-change-not-stored");
        }
        if (kept.state() == State.STORED) {
            try {
                transaction.executeWithoutResult(status -> {
                    requireMove(id, State.STORED, State.TAKEN_BACK);
                    changes.takeBack(account, kept.day(), kept.ended(), kept.begun());
                    store.takenBack(id, new Stamp(account.username(), now()));
                    announce(account, kept, decision, true);
                });
            } catch (DataIntegrityViolationException e) {
                // Teams, titles, incidents set by hand: whatever names one of the areas keeps it.
                throw UserProblem.of(Kind.CONFLICT, "boundary-change-in-use");
            }
        }
        return find(account, id);
    }

    /** Changes of units that the account sees, newest first. */
    List<Kept> past(AccountView account) {
        account.require(Right.CHANGE_BOUNDARIES);
        return store.decided(MOST_LISTED).stream()
                .filter(kept -> sees(account, kept))
                .toList();
    }

    private void announce(AccountView account, Kept kept, Decision decision, boolean takenBack) {
        events.publishEvent(new BoundaryChanged(
                account,
                kept.id(),
                kept.kind().key(),
                kept.day(),
                takenBack,
                kept.changes(),
                decision.reason(),
                ChangeStates.title(decision)));
    }

    private boolean sees(AccountView account, Kept kept) {
        return kept.ended().stream().allMatch(jurisdictions.of(account)::contains);
    }

    private Kept find(AccountView account, UUID id) {
        account.require(Right.CHANGE_BOUNDARIES);
        return store.find(id).filter(kept -> sees(account, kept)).orElseThrow(BoundaryChanges::unknown);
    }

    private static UserProblem unknown() {
        return UserProblem.of(Kind.NOT_FOUND, "boundary-change-unknown");
    }

    private void requireMove(UUID id, State from, State to) {
        if (!store.move(id, from, to)) {
            throw UserProblem.of(Kind.CONFLICT, "changed-meanwhile");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
