package vn.anttmap.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.testing.PostgisServer;
import vn.anttmap.testing.ReplicatedPostgis;
import vn.anttmap.testing.TestDatabase;

/** A PostgreSQL primary with one streaming replica that lags, stops a reading, dies and is promoted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicaReadsPostgisIT {

    private static final String SUM = "select coalesce(sum(n), 0) from figure";
    private static final String ON_REPLICA = "select pg_is_in_recovery()";

    private ReplicatedPostgis pair;
    private DriverManagerDataSource primarySource;
    private JdbcTemplate primary;
    private ReplicaReads reads;

    @BeforeAll
    void start() {
        pair = ReplicatedPostgis.start(false);
        primarySource = source(pair.database());
        primary = new JdbcTemplate(primarySource);
        primary.execute("create table figure (n integer not null)");
        reads = reads(pair.replica());
    }

    @AfterAll
    void stop() {
        reads.destroy();
        pair.close();
    }

    private static DriverManagerDataSource source(TestDatabase database) {
        return new DriverManagerDataSource(database.url(), database.username(), database.password());
    }

    private ReplicaReads reads(TestDatabase replica) {
        return new ReplicaReads(
                primary,
                new ReplicaSettings(
                        replica.url(),
                        replica.username(),
                        replica.password(),
                        2,
                        Duration.ofMillis(500),
                        Duration.ofMillis(1)));
    }

    private long sum() {
        return reads.read(jdbc -> jdbc.queryForObject(SUM, Long.class));
    }

    private long count(ReplicaState state) {
        return reads.count(state).sum();
    }

    /** Reads until the replica does it: it may be some milliseconds behind under a load. */
    private void awaitReplica() {
        long before = count(ReplicaState.READING);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (count(ReplicaState.READING) == before && System.nanoTime() < end) {
            sum();
        }
        assertThat(count(ReplicaState.READING)).isGreaterThan(before);
    }

    @Test
    @Order(1)
    void readsTheReplicaAndEverythingThatWasCommittedBefore() {
        awaitReplica();
        long from = sum();
        int replica = 0;
        for (int i = 1; i <= 50; i++) {
            primary.update("insert into figure values (1)");
            long expected = from + i;
            replica += reads.read(jdbc -> {
                // A commit may come between the statements of a reading, and is not seen by half.
                assertThat(jdbc.queryForObject(SUM, Long.class)).isEqualTo(expected);
                return jdbc.queryForObject(ON_REPLICA, Boolean.class) ? 1 : 0;
            });
        }
        assertThat(replica).isPositive();
    }

    @Test
    @Order(2)
    void aReadingIsOneStateOfTheDatabase() {
        awaitReplica();
        reads.read(jdbc -> {
            long before = jdbc.queryForObject(SUM, Long.class);
            if (jdbc.queryForObject(ON_REPLICA, Boolean.class)) {
                primary.update("insert into figure values (1000)");
                assertThat(sum()).isEqualTo(before + 1000);
                assertThat(jdbc.queryForObject(SUM, Long.class)).isEqualTo(before);
            }
            return true;
        });
    }

    @Test
    @Order(3)
    void aReplicaThatLagsIsNotRead() {
        awaitReplica();
        pair.lag();
        primary.update("insert into figure values (7)");
        long now = primary.queryForObject(SUM, Long.class);
        long behind = count(ReplicaState.BEHIND);

        assertThat(new JdbcTemplate(source(pair.replica())).queryForObject(SUM, Long.class))
                .as("what the replica shows")
                .isEqualTo(now - 7);
        assertThat(sum()).isEqualTo(now);
        assertThat(count(ReplicaState.BEHIND)).isGreaterThan(behind);
        assertThat(reads.look().state()).isEqualTo(ReplicaState.BEHIND);
        assertThat(reads.look().behind()).isPositive();

        pair.catchUp();
        awaitReplica();
        assertThat(sum()).isEqualTo(now);
        assertThat(reads.look()).isEqualTo(new ReplicaServer.Look(ReplicaState.READING, 0));
    }

    @Test
    @Order(4)
    void aTransactionThatWritesSeesItsOwnWork() {
        awaitReplica();
        long from = sum();
        new TransactionTemplate(new DataSourceTransactionManager(primarySource)).executeWithoutResult(status -> {
            primary.update("insert into figure values (3)");
            assertThat(sum()).isEqualTo(from + 3);
            status.setRollbackOnly();
        });
        assertThat(sum()).isEqualTo(from);
    }

    /** A transaction that only reads goes on where it was once the replica has been read in between. */
    @Test
    @Order(5)
    void aTransactionThatReadsKeepsItsConnection() {
        awaitReplica();
        TransactionTemplate reading = new TransactionTemplate(new DataSourceTransactionManager(primarySource));
        reading.setReadOnly(true);
        reading.executeWithoutResult(status -> {
            String connection = primary.queryForObject("select pg_backend_pid()", String.class);
            boolean replica = reads.read(jdbc -> jdbc.queryForObject(ON_REPLICA, Boolean.class));
            assertThat(primary.queryForObject("select pg_backend_pid()", String.class))
                    .isEqualTo(connection);
            assertThat(replica || count(ReplicaState.BEHIND) > 0).isTrue();
        });
    }

    @Test
    @Order(6)
    void aReadingThatTheReplicaStopsIsDoneByThePrimary() {
        JdbcTemplate replica = new JdbcTemplate(source(pair.replica()));
        replica.execute("alter system set max_standby_streaming_delay = 0");
        replica.execute("select pg_reload_conf()");
        awaitReplica();
        AtomicInteger runs = new AtomicInteger();
        long conflicts = count(ReplicaState.CONFLICT);

        long sum = reads.read(jdbc -> {
            long before = jdbc.queryForObject(SUM, Long.class);
            if (runs.incrementAndGet() == 1) {
                // What the replica's snapshot still needs goes.
                primary.execute("truncate figure");
                primary.update("insert into figure values (5)");
                before = awaitError(jdbc);
            }
            return before;
        });

        assertThat(sum).isEqualTo(5);
        assertThat(runs).hasValue(2);
        assertThat(count(ReplicaState.CONFLICT)).isEqualTo(conflicts + 1);
        awaitReplica();
    }

    private static long awaitError(JdbcTemplate jdbc) {
        long sum = 0;
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            sum = jdbc.queryForObject(SUM, Long.class);
        }
        return sum;
    }

    @Test
    @Order(7)
    void whatIsWrongWithTheStatementIsTold() {
        assertThatThrownBy(() -> reads.read(jdbc -> jdbc.queryForObject("select nothing from figure", Long.class)))
                .isInstanceOf(BadSqlGrammarException.class);
        assertThatThrownBy(() -> reads.read(jdbc -> {
                    throw new IllegalStateException("ours");
                }))
                .hasMessage("ours");
        awaitReplica();
    }

    @Test
    @Order(8)
    void anotherDatabaseIsNoReplica() {
        TestDatabase other = PostgisServer.shared().newDatabase();
        JdbcTemplate there = new JdbcTemplate(source(other));
        there.execute("create table figure (n integer not null)");
        ReplicaReads wrong = reads(other);

        assertThat(wrong.<Long>read(jdbc -> jdbc.queryForObject(SUM, Long.class)))
                .isEqualTo(primary.queryForObject(SUM, Long.class));
        assertThat(wrong.count(ReplicaState.OTHER).sum()).isEqualTo(1);
        assertThat(wrong.look().state()).isEqualTo(ReplicaState.OTHER);
        wrong.destroy();
    }

    @Test
    @Order(9)
    void aReplicaThatDiesInTheMiddleIsReplacedByThePrimary() {
        awaitReplica();
        AtomicInteger runs = new AtomicInteger();
        long sum = reads.read(jdbc -> {
            long before = jdbc.queryForObject(SUM, Long.class);
            if (runs.incrementAndGet() == 1) {
                pair.killReplica();
            }
            assertThat(jdbc.queryForObject(SUM, Long.class)).isEqualTo(before);
            return before;
        });
        assertThat(runs).hasValue(2);
        assertThat(sum).isEqualTo(primary.queryForObject(SUM, Long.class));
        assertThat(count(ReplicaState.AWAY)).isPositive();
        assertThat(sum()).isEqualTo(sum);

        pair.startReplica();
        awaitReplica();
    }

    /** The last: afterwards there is no replica. */
    @Test
    @Order(10)
    void onceItIsThePrimaryItIsReadAsSuch() {
        awaitReplica();
        pair.killPrimary();
        pair.promote();
        primary.update("insert into figure values (11)");

        assertThat(sum()).isEqualTo(primary.queryForObject(SUM, Long.class));
        assertThat(count(ReplicaState.PROMOTED)).isPositive();
        assertThat(reads.look().state()).isEqualTo(ReplicaState.PROMOTED);
    }
}
