package vn.anttmap.replica;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.anttmap.node.Installation;

/**
 * Reads from a streaming replica what takes long, and never anything older than the primary had when it was asked: the
 * primary tells how far its log is, and the replica is read once it shows as much. Where it does not, or is away, or stops
 * the reading, the primary is read; whoever asks sees no difference.
 */
@Component
public class ReplicaReads implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaReads.class);

    private static final String SERIALIZATION_FAILURE = "40001";

    private final JdbcTemplate primary;
    private final ReplicaSettings settings;
    private final @Nullable ReplicaServer server;
    private final Map<ReplicaState, LongAdder> counts = new EnumMap<>(ReplicaState.class);
    private volatile ReplicaState state = ReplicaState.UNASKED;
    private volatile long askedLast;

    @Autowired
    ReplicaReads(JdbcTemplate primary, ReplicaSettings settings, Installation installation) {
        this(primary, settings);
        if (settings.used() && installation.embedded()) {
            throw new IllegalStateException(
                    "anttmap.replica.url must be empty with the embedded database, which has no replica");
        }
    }

    ReplicaReads(JdbcTemplate primary, ReplicaSettings settings) {
        this.primary = primary;
        this.settings = settings;
        this.server = settings.used() ? new ReplicaServer(settings) : null;
        for (ReplicaState each : ReplicaState.values()) {
            counts.put(each, new LongAdder());
        }
    }

    /**
     * Reads by the statements it is given and nothing else. Changes nothing, neither in a database nor in memory that a second
     * run would mind: what fails on the replica is done again on the primary.
     */
    @FunctionalInterface
    public interface Reading<T> {
        T by(JdbcTemplate jdbc);
    }

    /**
     * What is read is at least as new as everything that had been committed when this was called. From the replica it is one
     * state of the database; from the primary what each statement sees in the caller's transaction. A transaction that
     * may have written reads the primary, where it sees its own work.
     */
    public <T> T read(Reading<T> reading) {
        if (server == null || mayHaveWritten()) {
            return reading.by(primary);
        }
        if (leftAlone()) {
            count(state).increment();
            return reading.by(primary);
        }
        if (state.lasts()) {
            // One tries it again, the others need not wait with it.
            askedLast = System.nanoTime();
        }
        Position position = position();
        ReplicaState became;
        try {
            T read = server.read(position, reading);
            took(ReplicaState.READING);
            return read;
        } catch (ReplicaServer.Unusable e) {
            became = e.state();
        } catch (SQLException | RuntimeException e) {
            SQLException said = ofDatabase(e);
            if (said == null) {
                // Whatever it is, the primary would not mend it.
                throw (RuntimeException) e;
            }
            became = SERIALIZATION_FAILURE.equals(said.getSQLState()) ? ReplicaState.CONFLICT : ReplicaState.AWAY;
            LOG.debug("Reading from the replica ended with SQL state {}", said.getSQLState());
        }
        took(became);
        return reading.by(primary);
    }

    boolean used() {
        return server != null;
    }

    /** How often a reading that was meant for the replica ended so. */
    LongAdder count(ReplicaState each) {
        return Objects.requireNonNull(counts.get(each));
    }

    /** How it is now; of one that was away a moment ago, just that. */
    ReplicaServer.Look look() {
        if (server == null || (state == ReplicaState.AWAY && leftAlone())) {
            return new ReplicaServer.Look(state, 0);
        }
        Position position = position();
        try {
            return server.look(position);
        } catch (SQLException e) {
            return new ReplicaServer.Look(ReplicaState.AWAY, 0);
        }
    }

    private boolean mayHaveWritten() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private boolean leftAlone() {
        return state.lasts()
                && System.nanoTime() - askedLast < settings.retryAfter().toNanos();
    }

    private void took(ReplicaState became) {
        count(became).increment();
        ReplicaState before = state;
        askedLast = System.nanoTime();
        state = became;
        if (became.lasts() && became != before) {
            LOG.warn("The replica is not read: {}; the primary is read instead", became.key());
        } else if (became == ReplicaState.READING && before.lasts()) {
            LOG.info("The replica is read again");
        }
    }

    private Position position() {
        return Objects.requireNonNull(primary.queryForObject(Position.OF_PRIMARY, (row, number) -> {
            String timeline = row.getString("timeline");
            return timeline == null
                    ? Position.NONE
                    : Position.of(
                            row.getString("cluster"),
                            Long.parseLong(timeline, 16),
                            row.getLong("written"),
                            row.getLong("block"));
        }));
    }

    private static @Nullable SQLException ofDatabase(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said) {
                return said;
            }
        }
        return null;
    }

    @Override
    public void destroy() {
        if (server != null) {
            server.close();
        }
    }
}
