package vn.anttmap.replica;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** A replica and the connections to it. Nothing is ever written there. */
final class ReplicaServer implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final long LOOK_AGAIN_NANOS = 5_000_000;

    private static final String LOOK = """
            select (select system_identifier from pg_control_system())::text as cluster,
                   (select timeline_id from pg_control_checkpoint()) as timeline,
                   pg_is_in_recovery() as replica,
                   (pg_last_wal_replay_lsn() - '0/0'::pg_lsn)::bigint as replayed
            """;

    private final HikariDataSource pool;
    private final Semaphore free;
    private final Duration longestWait;

    ReplicaServer(ReplicaSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("antt-map replica");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.username());
        config.setPassword(settings.password());
        config.setReadOnly(true);
        // One for the status page, however much is being read.
        config.setMaximumPoolSize(settings.connections() + 1);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE.toMillis());
        config.setConnectionTimeout(ANSWER.toMillis());
        config.addDataSourceProperty("ApplicationName", "antt-map replica");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // The service starts without it.
        config.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(config);
        this.free = new Semaphore(settings.connections());
        this.longestWait = settings.longestWait();
    }

    /** It cannot be read now. */
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        private final ReplicaState state;

        Unusable(ReplicaState state) {
            super(state.key(), null, false, false);
            this.state = state;
        }

        ReplicaState state() {
            return state;
        }
    }

    /** @param behind bytes of the primary's log that it does not show yet; 0 where it has all */
    record Look(ReplicaState state, long behind) {}

    /**
     * One state of the database, in which all is that the primary had committed at the position.
     *
     * @throws Unusable if it has not got so far in time, or cannot be compared with the primary
     */
    <T> T read(Position from, ReplicaReads.Reading<T> reading) throws SQLException, Unusable {
        if (!free.tryAcquire()) {
            throw new Unusable(ReplicaState.BUSY);
        }
        try (Connection connection = pool.getConnection()) {
            await(connection, from);
            // What was looked at has ended: the snapshot is taken by the first statement from here on.
            SingleConnectionDataSource one = new SingleConnectionDataSource(connection, true);
            TransactionTemplate snapshot = new TransactionTemplate(new DataSourceTransactionManager(one));
            snapshot.setReadOnly(true);
            snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
            JdbcTemplate jdbc = new JdbcTemplate(one);
            AtomicReference<@Nullable RuntimeException> failed = new AtomicReference<>();
            try {
                T read = snapshot.execute(status -> {
                    try {
                        return reading.by(jdbc);
                    } catch (RuntimeException e) {
                        // On a connection that ended, what ends the transaction fails as well: told is what came first.
                        failed.set(e);
                        return null;
                    }
                });
                if (read != null) {
                    return read;
                }
            } catch (TransactionException e) {
                failed.compareAndSet(null, e);
            }
            throw Objects.requireNonNull(failed.get());
        } finally {
            free.release();
        }
    }

    Look look(Position primary) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return look(connection, primary);
        }
    }

    private void await(Connection connection, Position from) throws SQLException, Unusable {
        long deadline = System.nanoTime() + longestWait.toNanos();
        Look look = look(connection, from);
        while (look.state() == ReplicaState.BEHIND && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            look = look(connection, from);
        }
        if (look.state() != ReplicaState.READING) {
            throw new Unusable(look.state());
        }
    }

    private static Look look(Connection connection, Position primary) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOOK)) {
            row.next();
            if (!row.getString("cluster").equals(primary.cluster())) {
                return new Look(ReplicaState.OTHER, 0);
            }
            if (!row.getBoolean("replica")) {
                return new Look(ReplicaState.PROMOTED, 0);
            }
            // One that was left behind by a promotion may have gone farther on the old timeline than the new one has.
            if (row.getLong("timeline") != primary.timeline()) {
                return new Look(ReplicaState.OTHER, 0);
            }
            long behind = primary.written() - row.getLong("replayed");
            return behind > 0 ? new Look(ReplicaState.BEHIND, behind) : new Look(ReplicaState.READING, 0);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
