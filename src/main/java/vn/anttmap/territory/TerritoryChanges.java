package vn.anttmap.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.Extent;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** States that begin and end on one day, all in one transaction, and how that is taken back. */
@Service
public class TerritoryChanges {

    private final TerritorialUnitRepository units;
    private final TerritoryState state;
    private final TerritoryIndexes indexes;
    private final Jurisdictions jurisdictions;
    private final ApplicationEventPublisher events;

    TerritoryChanges(
            TerritorialUnitRepository units,
            TerritoryState state,
            TerritoryIndexes indexes,
            Jurisdictions jurisdictions,
            ApplicationEventPublisher events) {
        this.units = units;
        this.state = state;
        this.indexes = indexes;
        this.jurisdictions = jurisdictions;
        this.events = events;
    }

    /** Boundaries by unit id; units without one are left out. */
    @Transactional(readOnly = true)
    public Map<Long, MultiPolygon> boundaries(AccountView account, Collection<Long> unitIds) {
        Jurisdiction jurisdiction = jurisdictions.of(account);
        Map<Long, MultiPolygon> boundaries = new HashMap<>();
        for (TerritorialUnit unit : units.findAllById(
                unitIds.stream().filter(jurisdiction::contains).toList())) {
            MultiPolygon boundary = unit.boundary();
            if (boundary != null) {
                boundaries.put(unit.id(), boundary);
            }
        }
        return boundaries;
    }

    /**
     * Ends states and begins others. Runs in the caller's transaction.
     *
     * @param basedOn revision of the territory that the change was worked out on
     * @param day first day on which the one no longer holds and the other does
     * @return ids of the new states, in the order given
     * @throws UserProblem of kind CONFLICT if the territory changed since, and of kind NOT_FOUND for a unit of others
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> apply(
            AccountView account, long basedOn, LocalDate day, Collection<Long> ending, List<NewState> beginning) {
        account.require(Right.CHANGE_BOUNDARIES);
        if (!state.hold(basedOn)) {
            throw UserProblem.of(Kind.CONFLICT, "territory-changed-meanwhile");
        }
        Envelope touched = new Envelope();
        Set<Long> ids = new HashSet<>(ending);
        for (long id : ending) {
            TerritorialUnit unit = require(account, id);
            unit.end(day);
            expand(touched, unit.boundary());
        }
        List<TerritorialUnit> saved = new ArrayList<>();
        for (NewState begins : beginning) {
            saved.add(units.save(new TerritorialUnit(begins.unit(), require(account, begins.parentId()))));
            expand(touched, begins.unit().boundary());
        }
        units.flush();
        for (int i = 0; i < saved.size(); i++) {
            Long follows = beginning.get(i).follows();
            if (follows != null) {
                state.link(new TerritoryState.Succession(
                        follows,
                        saved.get(i).id(),
                        Objects.requireNonNull(beginning.get(i).change())));
            }
        }
        List<Long> begun = saved.stream().map(TerritorialUnit::id).toList();
        ids.addAll(begun);
        announce(ids, touched);
        return begun;
    }

    /**
     * Removes states that a change began and lets those go on that it ended. Runs in the caller's transaction.
     *
     * @throws UserProblem of kind CONFLICT if one of them was changed again since
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(AccountView account, LocalDate day, Collection<Long> ended, Collection<Long> begun) {
        account.require(Right.CHANGE_BOUNDARIES);
        if (!state.hold(state.revision())) {
            throw UserProblem.of(Kind.CONFLICT, "territory-changed-meanwhile");
        }
        Envelope touched = new Envelope();
        Set<Long> ids = new HashSet<>(ended);
        TerritoryIndex index = indexes.current();
        for (long id : begun) {
            TerritorialUnit unit = require(account, id);
            if (unit.view().validity().to() != null
                    || !index.successors(id).isEmpty()
                    || !index.children(id).isEmpty()) {
                throw UserProblem.of(
                        Kind.CONFLICT, "territory-changed-since", unit.view().fullName());
            }
            expand(touched, unit.boundary());
        }
        for (long id : ended) {
            TerritorialUnit unit = require(account, id);
            if (!unit.goOn(day)) {
                throw UserProblem.of(
                        Kind.CONFLICT, "territory-changed-since", unit.view().fullName());
            }
            expand(touched, unit.boundary());
        }
        events.publishEvent(new UnitsLeaving(new HashSet<>(begun)));
        begun.forEach(state::unlink);
        units.deleteAllById(begun);
        units.flush();
        announce(ids, touched);
    }

    private void announce(Set<Long> ids, Envelope touched) {
        indexes.changedHere();
        if (!touched.isNull()) {
            events.publishEvent(new BoundariesChanged(
                    ids, new Extent(touched.getMinX(), touched.getMinY(), touched.getMaxX(), touched.getMaxY())));
        }
    }

    private TerritorialUnit require(AccountView account, long id) {
        return units.findById(id)
                .filter(unit -> jurisdictions.of(account).contains(id))
                .orElseThrow(
                        () -> UserProblem.of(Kind.NOT_FOUND, "unit-unknown", id).at("id", id));
    }

    private static void expand(Envelope touched, @Nullable MultiPolygon boundary) {
        if (boundary != null) {
            touched.expandToInclude(boundary.getEnvelopeInternal());
        }
    }
}
