package vn.anttmap.drawing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.drawing.DrawingStore.Kept;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.RoadChanges;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryChanges;
import vn.anttmap.territory.Unit;

/** What was drawn is looked at, stored with the incidents in it in one transaction, and can be taken back. */
@Service
class Drawings {

    private static final int MOST_LISTED = 50;

    private final AreaLooks areaLooks;
    private final RoadLooks roadLooks;
    private final DrawingStore store;
    private final Territory territory;
    private final TerritoryChanges areas;
    private final RoadChanges roads;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Drawings(
            AreaLooks areaLooks,
            RoadLooks roadLooks,
            DrawingStore store,
            Territory territory,
            TerritoryChanges areas,
            RoadChanges roads,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.areaLooks = areaLooks;
        this.roadLooks = roadLooks;
        this.store = store;
        this.territory = territory;
        this.areas = areas;
        this.roads = roads;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param fresh false where the same drawing was stored before */
    record Saved(Kept kept, boolean fresh) {}

    Look look(AccountView account, AreaDraft draft) {
        return areaLooks.look(account, draft);
    }

    Look look(AccountView account, RoadDraft draft) {
        return roadLooks.look(account, draft);
    }

    /** Stores an area. Asked again with the same id, it answers the same. */
    Saved save(AccountView account, UUID id, AreaDraft draft, Decision decision) {
        return once(account, id, () -> {
            Look look = areaLooks.look(account, draft);
            decision.require(look);
            AreaStates states = new AreaStates(id, areaLooks.named(account, draft), look, decision.reason());
            transaction.executeWithoutResult(status -> {
                List<Long> begun =
                        areas.apply(account, look.revision(), look.day(), states.ending(), states.beginning());
                keep(account, id, DrawingStore.AREA, look, decision, begun, states.ending());
            });
        });
    }

    /** Stores a road segment. Asked again with the same id, it answers the same. */
    Saved save(AccountView account, UUID id, RoadDraft draft, Decision decision) {
        return once(account, id, () -> {
            RoadLooks.Named named = roadLooks.named(account, draft);
            Look look = roadLooks.look(account, draft);
            decision.require(look);
            List<Long> ended =
                    named.before() == null ? List.of() : List.of(named.before().id());
            transaction.executeWithoutResult(status -> {
                long begun = roads.apply(
                        account, look.revision(), RoadState.of(id, named, look), ended.isEmpty() ? null : ended.get(0));
                keep(account, id, DrawingStore.ROAD, look, decision, List.of(begun), ended);
            });
        });
    }

    /** Takes a stored drawing back, whoever of its commune's planners drew it. Asked again, it answers the same. */
    Kept takeBack(AccountView account, UUID id) {
        Kept kept = seen(account, id);
        if (kept.takenBack()) {
            return kept;
        }
        try {
            transaction.executeWithoutResult(status -> {
                if (!store.takeBack(id)) {
                    throw UserProblem.of(Kind.CONFLICT, "changed-meanwhile");
                }
                if (kept.kind().equals(DrawingStore.ROAD)) {
                    roads.takeBack(account, kept.validFrom(), kept.ended(), kept.begun());
                } else {
                    areas.takeBack(account, kept.validFrom(), kept.ended(), kept.begun());
                }
                announce(account, kept, true);
            });
        } catch (DataIntegrityViolationException e) {
            // Teams, titles, incidents set by hand: whatever names the area keeps it.
            throw UserProblem.of(Kind.CONFLICT, "drawing-in-use");
        }
        return seen(account, id);
    }

    /** Stored drawings in communes that the account sees, newest first. */
    List<Kept> past(AccountView account) {
        account.require(Right.CHANGE_BOUNDARIES);
        return store.newest(MOST_LISTED).stream()
                .filter(kept -> sees(account, kept))
                .toList();
    }

    String communeName(Kept kept) {
        return territory.find(kept.communeId()).map(Unit::fullName).orElse("");
    }

    private Saved once(AccountView account, UUID id, Runnable save) {
        account.require(Right.CHANGE_BOUNDARIES);
        // An id that somebody else used is none of the account's.
        Supplier<Kept> present = () -> Optional.of(seen(account, id))
                .filter(kept -> kept.createdBy().equals(account.username()))
                .orElseThrow(Drawings::unknown);
        if (store.find(id).isPresent()) {
            Kept kept = present.get();
            if (kept.takenBack()) {
                throw UserProblem.of(Kind.CONFLICT, "drawing-taken-back");
            }
            return new Saved(kept, false);
        }
        save.run();
        return new Saved(present.get(), true);
    }

    private void keep(
            AccountView account,
            UUID id,
            String kind,
            Look look,
            Decision decision,
            List<Long> begun,
            List<Long> ended) {
        Kept kept = new Kept(
                id,
                kind,
                account.username(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Objects.requireNonNull(look.commune()).id(),
                look.name(),
                look.day(),
                decision.reason(),
                false,
                begun,
                new ArrayList<>(ended));
        store.add(kept);
        announce(account, kept, false);
    }

    private void announce(AccountView account, Kept kept, boolean takenBack) {
        events.publishEvent(new DrawingStored(
                account, kept.id(), kept.kind(), kept.communeId(), kept.name(), kept.validFrom(), takenBack));
    }

    private Kept seen(AccountView account, UUID id) {
        account.require(Right.CHANGE_BOUNDARIES);
        return store.find(id).filter(kept -> sees(account, kept)).orElseThrow(Drawings::unknown);
    }

    private static UserProblem unknown() {
        return UserProblem.of(Kind.NOT_FOUND, "drawing-unknown");
    }

    private boolean sees(AccountView account, Kept kept) {
        try {
            territory.get(account, kept.communeId());
            return true;
        } catch (UserProblem e) {
            return false;
        }
    }
}
