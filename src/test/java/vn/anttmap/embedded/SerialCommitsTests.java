package vn.anttmap.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.store.fs.rec.FilePathRec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the file at any moment, as a kill would leave it there. */
class SerialCommitsTests {

    private static final int WRITERS = 4;
    private static final int COPIES = Integer.getInteger("copies", 8);

    @TempDir
    private Path folder;

    private final SerialCommits commits = new SerialCommits();

    @BeforeEach
    void tables() throws Exception {
        try (Connection connection = open("running")) {
            run(connection, "create table mark (id uuid primary key, writer int)");
            run(connection, "create table history (id uuid primary key, writer int)");
            run(connection, "create table done (writer int primary key, number int)");
        }
    }

    @Test
    void eachCommitIsInTheFileAsAWholeOrNotAtAll() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        // Somebody keeps the database open, as the pool does.
        try (Connection kept = open("running")) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                all.add(threads.submit(() -> write(number, over)));
            }
            all.add(threads.submit(() -> force(over)));
            for (int copy = 0; copy < COPIES; copy++) {
                Path file = folder.resolve("copy" + copy + ".mv.db");
                Files.copy(folder.resolve("running.mv.db"), file);
                check("copy" + copy);
                Files.delete(file);
            }
            over.set(true);
            for (Future<?> one : all) {
                one.get();
            }
            assertThat(kept.isValid(1)).isTrue();
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    /** The file is held in the middle of being written; a commit that went on beside it could be in one map of it and not in another. */
    @Test
    void nobodyCommitsWhileTheFileIsBeingWritten() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        FilePathRec.register();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Connection first = open("rec:", "running");
                Connection second = open("rec:", "running");
                Connection reader = open("rec:", "running")) {
            try {
                insertUncommitted(first, 1);
                insertUncommitted(second, 2);
                FilePathRec.setRecorder((operation, file, bytes, position) -> {
                    writing.countDown();
                    awaitQuietly(released);
                });
                Future<?> held = threads.submit(() -> commit(first));
                writing.await();
                AtomicReference<Thread> waiting = new AtomicReference<>();
                Future<?> later = threads.submit(() -> {
                    waiting.set(Thread.currentThread());
                    return commit(second);
                });
                while (waiting.get() == null || waiting.get().getState() != Thread.State.WAITING) {
                    assertThat(later).isNotDone();
                    Thread.onSpinWait();
                }

                assertThat(number(reader, "select count(*) from done where writer = 2"))
                        .isZero();

                released.countDown();
                held.get();
                later.get();
                assertThat(number(reader, "select count(*) from done")).isEqualTo(2);
            } finally {
                // A connection waits for its commit before it closes.
                released.countDown();
                FilePathRec.setRecorder(null);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void insertUncommitted(Connection connection, int writer) throws SQLException {
        connection.setAutoCommit(false);
        run(connection, "insert into done values (" + writer + ", 1)");
    }

    private Void commit(Connection connection) throws SQLException {
        commits.of(connection).commit();
        return null;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aStatementOutsideATransactionIsOneOfItsOwn() throws Exception {
        try (Connection connection = commits.of(open("running"));
                Connection other = open("running")) {
            run(connection, "insert into done values (1, 1)");
            assertThat(number(other, "select count(*) from done")).isEqualTo(1);
            assertThat(connection.getAutoCommit()).isTrue();

            try (PreparedStatement insert = connection.prepareStatement("insert into done values (?, ?)")) {
                for (int writer : new int[] {2, 1}) {
                    insert.setInt(1, writer);
                    insert.setInt(2, 1);
                    insert.addBatch();
                }
                assertThat(catchRefusal(insert)).isTrue();
            }
            assertThat(number(other, "select count(*) from done")).isEqualTo(1);
            assertThat(connection.getAutoCommit()).isTrue();

            connection.setAutoCommit(false);
            run(connection, "insert into done values (3, 1)");
            assertThat(number(other, "select count(*) from done")).isEqualTo(1);
            connection.commit();
            assertThat(number(other, "select count(*) from done")).isEqualTo(2);
        }
    }

    private static boolean catchRefusal(PreparedStatement insert) {
        try {
            insert.executeBatch();
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    private Void write(int writer, AtomicBoolean over) throws SQLException {
        try (Connection connection = commits.of(open("running"));
                PreparedStatement mark = connection.prepareStatement("insert into mark values (random_uuid(), ?)");
                PreparedStatement history =
                        connection.prepareStatement("insert into history select id, writer from mark where writer = ?"
                                + " and id not in (select id from history where writer = ?)");
                PreparedStatement forget = connection.prepareStatement("delete from mark where writer = ?");
                PreparedStatement forgetHistory = connection.prepareStatement("delete from history where writer = ?")) {
            connection.setAutoCommit(false);
            for (int number = 0; !over.get(); number++) {
                if (number % 50 == 49) {
                    forget.setInt(1, writer);
                    forget.executeUpdate();
                    forgetHistory.setInt(1, writer);
                    forgetHistory.executeUpdate();
                }
                mark.setInt(1, writer);
                mark.executeUpdate();
                history.setInt(1, writer);
                history.setInt(2, writer);
                history.executeUpdate();
                connection.commit();
            }
        }
        return null;
    }

    private Void force(AtomicBoolean over) throws SQLException {
        try (Connection connection = commits.of(open("running"))) {
            while (!over.get()) {
                run(connection, "CHECKPOINT");
            }
        }
        return null;
    }

    private void check(String copy) throws SQLException {
        UnfinishedWrites.takeBack(url(copy), "sa", "");
        try (Connection connection = open(copy)) {
            for (String[] tables : new String[][] {{"mark", "history"}, {"history", "mark"}}) {
                assertThat(number(
                                connection,
                                "select count(*) from " + tables[0] + " where id not in (select id from " + tables[1]
                                        + ")"))
                        .as(copy + ": only in " + tables[0])
                        .isZero();
            }
        }
    }

    private Connection open(String name) throws SQLException {
        return open("file:", name);
    }

    private Connection open(String system, String name) throws SQLException {
        return DriverManager.getConnection(url(system, name), "sa", "");
    }

    private String url(String name) {
        return url("file:", name);
    }

    private String url(String system, String name) {
        return "jdbc:h2:" + system + folder.resolve(name) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
