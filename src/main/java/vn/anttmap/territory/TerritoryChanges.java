package vn.anttmap.territory;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import vn.anttmap.geo.ManyAtOnce;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** States that begin and end on one day, all in one transaction, and how that is taken back. */
@Service
public class TerritoryChanges {

    /** More come from a file, never from a decision on single units. */
    private static final int MANY = 1_000;

    private final TerritorialUnitRepository units;
    private final UnitRows rows;
    private final UnitStates states;
    private final TerritoryState state;
    private final TerritoryIndexes indexes;
    private final Jurisdictions jurisdictions;
    private final ApplicationEventPublisher events;

    TerritoryChanges(
            TerritorialUnitRepository units,
            UnitRows rows,
            UnitStates states,
            TerritoryState state,
            TerritoryIndexes indexes,
            Jurisdictions jurisdictions,
            ApplicationEventPublisher events) {
        this.units = units;
        this.rows = rows;
        this.states = states;
        this.state = state;
        this.indexes = indexes;
        this.jurisdictions = jurisdictions;
        this.events = events;
    }

    /** Boundaries by unit id, not to be changed; units without one are left out. */
    @Transactional(readOnly = true)
    public Map<Long, MultiPolygon> boundaries(AccountView account, Collection<Long> unitIds) {
        Jurisdiction jurisdiction = jurisdictions.of(account);
        TerritoryIndex index = indexes.current();
        Map<Long, MultiPolygon> boundaries = new HashMap<>();
        for (long id : unitIds) {
            if (jurisdiction.contains(id)) {
                index.boundary(id).ifPresent(boundary -> boundaries.put(id, boundary));
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
        return apply(account, basedOn, day, ending, beginning, Map.of());
    }

    /**
     * As the other one, and gives states that had no boundary their first. Each holds that for as long as it holds.
     *
     * @param drawn boundaries by id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> apply(
            AccountView account,
            long basedOn,
            LocalDate day,
            Collection<Long> ending,
            List<NewState> beginning,
            Map<Long, MultiPolygon> drawn) {
        account.require(Right.CHANGE_BOUNDARIES);
        if (!state.hold(basedOn)) {
            throw UserProblem.of(Kind.CONFLICT, "territory-changed-meanwhile");
        }
        Known known = new Known(indexes.current(), jurisdictions.of(account));
        Envelope touched = new Envelope();
        Set<Long> ids = new HashSet<>(ending);
        List<Unit> changed = new ArrayList<>();
        for (long id : ids) {
            Unit unit = known.require(id);
            changed.add(unit.lastingUntil(day));
            expand(touched, unit);
        }
        states.end(ids, day);
        List<TerritoryIndex.Boundary> boundaries = new ArrayList<>();
        drawn.forEach((id, boundary) -> {
            if (known.require(id).extent() != null) {
                throw UserProblem.of(Kind.CONFLICT, "territory-changed-meanwhile");
            }
            Unit unit = redraw(id, boundary);
            changed.add(unit);
            boundaries.add(new TerritoryIndex.Boundary(unit, boundary));
            expand(touched, unit);
        });
        List<TerritorialUnit> saved = begin(beginning, known, known.above(ids));
        List<TerritoryState.Succession> links = new ArrayList<>();
        for (int i = 0; i < saved.size(); i++) {
            TerritorialUnit begun = saved.get(i);
            Unit unit = begun.view();
            changed.add(unit);
            expand(touched, unit);
            if (begun.boundary() != null) {
                boundaries.add(new TerritoryIndex.Boundary(unit, begun.boundary()));
            }
            for (NewState.Follows follows : beginning.get(i).follows()) {
                links.add(new TerritoryState.Succession(follows.unitId(), unit.id(), follows.change()));
            }
        }
        state.link(links);
        List<Long> begun = saved.stream().map(TerritorialUnit::id).toList();
        ids.addAll(begun);
        ids.addAll(drawn.keySet());
        announce(known.index(), ids, touched, new TerritoryIndex.Change(changed, boundaries, Set.of(), links));
        return begun;
    }

    /**
     * Removes states that a change began and lets those go on that it ended. Runs in the caller's transaction.
     *
     * @throws UserProblem of kind CONFLICT if one of them was changed again since
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(AccountView account, LocalDate day, Collection<Long> ended, Collection<Long> begun) {
        takeBack(account, day, ended, begun, List.of());
    }

    /** As the other one, and takes first boundaries away. @param drawn ids of the states that got them */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(
            AccountView account,
            LocalDate day,
            Collection<Long> ended,
            Collection<Long> begun,
            Collection<Long> drawn) {
        account.require(Right.CHANGE_BOUNDARIES);
        if (!state.hold(state.revision())) {
            throw UserProblem.of(Kind.CONFLICT, "territory-changed-meanwhile");
        }
        Known known = new Known(indexes.current(), jurisdictions.of(account));
        Envelope touched = new Envelope();
        Set<Long> leaving = new HashSet<>(begun);
        Set<Long> ids = new HashSet<>(ended);
        Map<UnitLevel, List<Long>> byLevel = new EnumMap<>(UnitLevel.class);
        for (long id : begun) {
            Unit unit = known.require(id);
            if (unit.validity().to() != null
                    || !known.index().successors(id).isEmpty()
                    || !known.index().children(id).stream().map(Unit::id).allMatch(leaving::contains)) {
                throw UserProblem.of(Kind.CONFLICT, "territory-changed-since", unit.fullName());
            }
            byLevel.computeIfAbsent(unit.level(), level -> new ArrayList<>()).add(id);
            expand(touched, unit);
        }
        List<Unit> changed = new ArrayList<>();
        for (long id : ids) {
            Unit unit = known.require(id);
            if (!day.equals(unit.validity().to())) {
                throw UserProblem.of(Kind.CONFLICT, "territory-changed-since", unit.fullName());
            }
            changed.add(unit.lastingUntil(null));
            expand(touched, unit);
        }
        for (long id : drawn) {
            Unit unit = known.require(id);
            if (unit.validity().to() != null
                    || !known.index().successors(id).isEmpty()
                    || !known.index().children(id).isEmpty()) {
                throw UserProblem.of(Kind.CONFLICT, "territory-changed-since", unit.fullName());
            }
            expand(touched, unit);
        }
        events.publishEvent(new FirstBoundariesLeaving(Set.copyOf(drawn)));
        drawn.forEach(id -> changed.add(redraw(id, null)));
        events.publishEvent(new UnitsLeaving(leaving));
        state.unlink(begun);
        // Parts are of a lower level than what they belong to, and go before it.
        UnitLevel[] levels = UnitLevel.values();
        for (int i = levels.length - 1; i >= 0; i--) {
            states.remove(byLevel.getOrDefault(levels[i], List.of()));
        }
        states.goOn(ids);
        ids.addAll(drawn);
        announce(known.index(), ids, touched, new TerritoryIndex.Change(changed, List.of(), leaving, List.of()));
    }

    private Unit redraw(long id, @Nullable MultiPolygon boundary) {
        TerritorialUnit unit = units.findById(id).orElseThrow();
        unit.redraw(boundary);
        units.flush();
        return unit.view();
    }

    private void announce(TerritoryIndex before, Set<Long> ids, Envelope touched, TerritoryIndex.Change change) {
        indexes.changedHere(before, change);
        addKin(ids);
        if (!touched.isNull()) {
            events.publishEvent(new BoundariesChanged(
                    ids, new Extent(touched.getMinX(), touched.getMinY(), touched.getMaxX(), touched.getMaxY())));
        }
    }

    /** What was put by hand into an earlier or later state of one of them counts in these, too. */
    private void addKin(Set<Long> ids) {
        TerritoryIndex index = indexes.current();
        Deque<Long> open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            long id = open.pop();
            for (List<TerritoryIndex.Link> links : List.of(index.predecessors(id), index.successors(id))) {
                links.stream().map(link -> link.unit().id()).filter(ids::add).forEach(open::push);
            }
        }
    }

    private List<TerritorialUnit> begin(List<NewState> beginning, Known known, Set<Long> above) {
        Map<Long, TerritorialUnit> parents = new HashMap<>();
        Map<String, TerritorialUnit> byKey = new HashMap<>();
        // Rows that are copied need a parent with an id; those whose parent begins with them go one by one.
        boolean parentsOnRecord = beginning.stream().allMatch(begins -> begins.parentId() != null);
        if (beginning.size() >= MANY && parentsOnRecord) {
            for (NewState begins : beginning) {
                parent(begins, known, above, parents, byKey);
            }
            // Measuring along geodesics is much of the work of a large file: side by side.
            List<TerritorialUnit> many = ManyAtOnce.map(
                    beginning, begins -> new TerritorialUnit(begins.unit(), parents.get(begins.parentId())));
            rows.insert(many);
            return many;
        }
        List<TerritorialUnit> saved = new ArrayList<>();
        for (NewState begins : beginning) {
            TerritorialUnit unit =
                    units.save(new TerritorialUnit(begins.unit(), parent(begins, known, above, parents, byKey)));
            byKey.put(begins.unit().key(), unit);
            saved.add(unit);
        }
        units.flush();
        return saved;
    }

    private TerritorialUnit parent(
            NewState begins,
            Known known,
            Set<Long> above,
            Map<Long, TerritorialUnit> parents,
            Map<String, TerritorialUnit> byKey) {
        Long id = begins.parentId();
        if (id == null) {
            return Objects.requireNonNull(byKey.get(begins.unit().parentKey()), "a parent begins before its parts");
        }
        if (!above.contains(id)) {
            known.require(id);
        }
        return parents.computeIfAbsent(id, each -> units.findById(each).orElseThrow());
    }

    /** The territory as it was before, and what of it the account may change. */
    private record Known(TerritoryIndex index, Jurisdiction jurisdiction) {

        Unit require(long id) {
            return index.find(id)
                    .filter(unit -> jurisdiction.contains(id))
                    .orElseThrow(() ->
                            UserProblem.of(Kind.NOT_FOUND, "unit-unknown", id).at("id", id));
        }

        /** Whoever may change a unit need not see all of what it belongs to. */
        Set<Long> above(Collection<Long> ending) {
            Set<Long> above = new HashSet<>();
            for (long id : ending) {
                Optional<Unit> unit = index.find(id);
                while (unit.isPresent() && unit.get().parentId() != null) {
                    above.add(unit.get().parentId());
                    unit = index.find(unit.get().parentId());
                }
            }
            return above;
        }
    }

    private static void expand(Envelope touched, Unit unit) {
        if (unit.extent() != null) {
            touched.expandToInclude(unit.extent().toEnvelope());
        }
    }
}
