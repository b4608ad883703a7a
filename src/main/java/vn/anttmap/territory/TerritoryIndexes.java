package vn.anttmap.territory;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.replica.ReplicaReads;

/**
 * Keeps the index of the newest revision; builds it anew when any node changed a boundary or a road. Reading asks the
 * database for the revision at most once in {@link #RECENT_NANOS}; writing asks every time, so that no incident is ever
 * placed by boundaries that are already gone.
 */
@Component
class TerritoryIndexes {

    private static final long RECENT_NANOS = 500_000_000;

    private final TerritorialUnitRepository units;
    private final RoadSegmentRepository roads;
    private final TerritoryState state;
    private final TransactionTemplate readOnly;
    private final ReplicaReads replica;
    private final SessionFactory sessions;
    private volatile @Nullable TerritoryIndex newest;
    private volatile long checkedAtNanos;

    /** Held to set {@link #newest}, never while something is read. */
    private final Object publishing = new Object();

    /** How many transactions of this node have changed the territory. */
    private long commits;

    /** What a transaction that changed the territory sees; nobody else may, until it is committed. */
    private final ThreadLocal<@Nullable OwnView> ownView = new ThreadLocal<>();

    private static final class OwnView {
        private @Nullable TerritoryIndex index;
    }

    TerritoryIndexes(
            TerritorialUnitRepository units,
            RoadSegmentRepository roads,
            TerritoryState state,
            PlatformTransactionManager transactions,
            ReplicaReads replica,
            EntityManagerFactory sessions) {
        this.units = units;
        this.roads = roads;
        this.state = state;
        this.readOnly = new TransactionTemplate(transactions);
        this.readOnly.setReadOnly(true);
        this.replica = replica;
        this.sessions = sessions.unwrap(SessionFactory.class);
    }

    /** The index, at most half a second behind changes made by other nodes. */
    TerritoryIndex recent() {
        TerritoryIndex index = ownView.get() == null ? newest : null;
        return index != null && System.nanoTime() - checkedAtNanos < RECENT_NANOS ? index : current();
    }

    /** The index of the revision that the present transaction sees. */
    TerritoryIndex current() {
        long revision = state.revision();
        OwnView own = ownView.get();
        if (own != null) {
            if (own.index == null || own.index.revision() != revision) {
                own.index = build(revision);
            }
            return own.index;
        }
        checkedAtNanos = System.nanoTime();
        TerritoryIndex index = newest;
        if (index != null && index.revision() == revision) {
            return index;
        }
        return rebuild(revision);
    }

    /** To be called in the transaction that changed a boundary or a road, after the change. */
    void changedHere() {
        state.changed();
        own();
    }

    /**
     * As {@link #changedHere()}, without reading all of the territory again.
     *
     * @param before what the transaction saw when it held the revision, see {@link TerritoryState#hold}, and before it
     *     changed anything
     * @param change all that it changed since
     */
    void changedHere(TerritoryIndex before, TerritoryIndex.Change change) {
        own().index = before.after(change, state.changed());
    }

    /** For tests: what reading all of the territory gives. */
    TerritoryIndex read() {
        return build(state.revision());
    }

    private OwnView own() {
        OwnView present = ownView.get();
        if (present == null) {
            present = new OwnView();
            ownView.set(present);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

                @Override
                public void afterCompletion(int status) {
                    OwnView own = ownView.get();
                    ownView.remove();
                    // What the transaction saw is what everybody sees now; its revision says whether it still is.
                    synchronized (publishing) {
                        commits++;
                        if (status == STATUS_COMMITTED && own != null && own.index != null) {
                            newest = own.index;
                        }
                        checkedAtNanos = System.nanoTime() - RECENT_NANOS;
                    }
                }
            });
        }
        return present;
    }

    private synchronized TerritoryIndex rebuild(long revision) {
        TerritoryIndex index = newest;
        if (index != null && index.revision() == revision) {
            return index;
        }
        while (true) {
            long before;
            synchronized (publishing) {
                before = commits;
            }
            index = Objects.requireNonNull(readOnly.execute(status -> replica.read(this::read)));
            synchronized (publishing) {
                // What this node has changed meanwhile must not be covered by what was read before.
                if (commits == before) {
                    newest = index;
                    return index;
                }
            }
        }
    }

    /**
     * Under the revision that is read with it, which may be newer than the one that was asked for. Each statement may see more
     * than the one before: where somebody changed the territory between the first and the last, all is read again, or a unit
     * would be followed by one that is not there.
     */
    private TerritoryIndex read(JdbcTemplate jdbc) {
        JdbcClient client = JdbcClient.create(jdbc);
        return Objects.requireNonNull(jdbc.execute((Connection connection) -> {
            while (true) {
                long revision = TerritoryState.revision(client);
                try (Session session =
                        sessions.withOptions().connection(connection).openSession()) {
                    session.setDefaultReadOnly(true);
                    List<TerritorialUnit> allUnits = session.createSelectionQuery(
                                    "from TerritorialUnit", TerritorialUnit.class)
                            .getResultList();
                    List<RoadSegment> allRoads = session.createSelectionQuery("from RoadSegment", RoadSegment.class)
                            .getResultList();
                    List<TerritoryState.Succession> successions = TerritoryState.successions(client);
                    if (TerritoryState.revision(client) == revision) {
                        return index(revision, allUnits, allRoads, successions);
                    }
                }
            }
        }));
    }

    private TerritoryIndex build(long revision) {
        return index(revision, units.findAll(), roads.findAll(), state.successions());
    }

    private static TerritoryIndex index(
            long revision,
            List<TerritorialUnit> units,
            List<RoadSegment> roads,
            List<TerritoryState.Succession> successions) {
        List<Unit> views = new ArrayList<>();
        List<TerritoryIndex.Boundary> boundaries = new ArrayList<>();
        for (TerritorialUnit unit : units) {
            Unit view = unit.view();
            views.add(view);
            if (unit.boundary() != null) {
                boundaries.add(new TerritoryIndex.Boundary(view, unit.boundary()));
            }
        }
        List<TerritoryIndex.Course> courses = new ArrayList<>();
        for (RoadSegment road : roads) {
            courses.add(new TerritoryIndex.Course(road.view(), road.course()));
        }
        return new TerritoryIndex(revision, views, boundaries, courses, successions);
    }
}
