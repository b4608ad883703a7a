package vn.anttmap.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Point;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.Extent;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Road segments that begin and end on one day, all in one transaction, and how that is taken back. */
@Service
public class RoadChanges {

    /** About 500 m: farther away no road owns an incident. */
    private static final double NEAR_DEGREES = 0.005;

    private final RoadSegmentRepository roads;
    private final TerritoryState state;
    private final TerritoryIndexes indexes;
    private final Jurisdictions jurisdictions;
    private final ApplicationEventPublisher events;

    RoadChanges(
            RoadSegmentRepository roads,
            TerritoryState state,
            TerritoryIndexes indexes,
            Jurisdictions jurisdictions,
            ApplicationEventPublisher events) {
        this.roads = roads;
        this.state = state;
        this.indexes = indexes;
        this.jurisdictions = jurisdictions;
        this.events = events;
    }

    /** Courses of roads that the account may see, by id. EPSG:4326. */
    @Transactional(readOnly = true)
    public Map<Long, MultiLineString> courses(Collection<Road> of) {
        Map<Long, MultiLineString> courses = new HashMap<>();
        roads.findAllById(of.stream().map(Road::id).toList())
                .forEach(road -> courses.put(road.view().id(), road.course()));
        return courses;
    }

    /** The point half-way along a course, EPSG:4326: the commune there is the one the road belongs to. */
    public static Point middle(MultiLineString course) {
        return RoadSegment.middle(course);
    }

    /**
     * Begins one road and ends the one it follows, which it names from then on. Runs in the caller's transaction.
     *
     * @param segment begins on the first day of its validity
     * @param follows the road that ends on that day; null where it is new
     * @return id of the new road
     * @throws UserProblem as {@link #apply(AccountView, long, LocalDate, Collection, Collection)}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long apply(AccountView account, long basedOn, NewRoadSegment segment, @Nullable Long follows) {
        LocalDate day = Objects.requireNonNull(segment.validity().from());
        List<Long> ending = follows == null ? List.of() : List.of(follows);
        long begun = apply(account, basedOn, day, ending, List.of(segment)).get(0);
        if (follows != null) {
            roads.findById(begun).orElseThrow().follow(follows);
        }
        return begun;
    }

    /**
     * Ends roads and begins others. Runs in the caller's transaction.
     *
     * @param basedOn revision of the territory that the change was worked out on
     * @param day first day on which the one no longer holds and the other does
     * @return ids of the new roads, in the order given
     * @throws UserProblem of kind CONFLICT if the territory changed since, and of kind NOT_FOUND for a road of others
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> apply(
            AccountView account,
            long basedOn,
            LocalDate day,
            Collection<Long> ending,
            Collection<NewRoadSegment> beginning) {
        account.require(Right.CHANGE_BOUNDARIES);
        if (!state.hold(basedOn)) {
            throw UserProblem.of(Kind.CONFLICT, "territory-changed-meanwhile");
        }
        Envelope touched = new Envelope();
        for (long id : ending) {
            RoadSegment road = require(account, id, day);
            road.end(day);
            touched.expandToInclude(road.course().getEnvelopeInternal());
        }
        List<RoadSegment> saved = new ArrayList<>();
        for (NewRoadSegment begins : beginning) {
            RoadSegment road = roads.save(new RoadSegment(begins));
            requireSeen(account, road.view().middle(), day);
            saved.add(road);
            touched.expandToInclude(begins.course().getEnvelopeInternal());
        }
        roads.flush();
        announce(touched);
        return saved.stream().map(RoadSegment::id).toList();
    }

    /**
     * Removes roads that a change began and lets those go on that it ended. Runs in the caller's transaction.
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
        for (long id : begun) {
            RoadSegment road = require(account, id, day);
            if (road.view().validity().to() != null) {
                throw changedSince(road);
            }
            touched.expandToInclude(road.course().getEnvelopeInternal());
        }
        for (long id : ended) {
            RoadSegment road = require(account, id, day);
            if (!road.goOn(day)) {
                throw changedSince(road);
            }
            touched.expandToInclude(road.course().getEnvelopeInternal());
        }
        events.publishEvent(new RoadsLeaving(Set.copyOf(begun)));
        roads.deleteAllById(begun);
        roads.flush();
        announce(touched);
    }

    private void announce(Envelope touched) {
        indexes.changedHere();
        if (!touched.isNull()) {
            touched.expandBy(NEAR_DEGREES);
            events.publishEvent(new BoundariesChanged(
                    Set.of(), new Extent(touched.getMinX(), touched.getMinY(), touched.getMaxX(), touched.getMaxY())));
        }
    }

    private RoadSegment require(AccountView account, long id, LocalDate day) {
        RoadSegment road = roads.findById(id)
                .orElseThrow(
                        () -> UserProblem.of(Kind.NOT_FOUND, "unit-unknown", id).at("id", id));
        requireSeen(account, road.view().middle(), day);
        return road;
    }

    /** A road belongs to the commune that its middle lies in. */
    private void requireSeen(AccountView account, Point middle, LocalDate day) {
        Jurisdiction jurisdiction = jurisdictions.of(account);
        boolean seen = indexes.current().covering(UnitLevel.COMMUNE, middle).stream()
                .anyMatch(commune -> commune.validity().contains(day) && jurisdiction.contains(commune.id()));
        if (!seen) {
            throw UserProblem.of(Kind.NOT_FOUND, "unit-unknown", "–");
        }
    }

    private static UserProblem changedSince(RoadSegment road) {
        return UserProblem.of(
                Kind.CONFLICT, "territory-changed-since", road.view().name());
    }
}
