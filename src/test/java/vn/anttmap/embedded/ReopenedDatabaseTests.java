package vn.anttmap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file where the folder should be stands for a disk that takes nothing: the kernel refuses the same write. */
class ReopenedDatabaseTests {

    @TempDir
    private Path folder;

    @Test
    void aDatabaseThatClosedItselfIsOpenedAgainOnceThereIsRoom() throws Exception {
        Path full = folder.resolve("disk");
        Files.createDirectory(full);
        try (HikariDataSource pool = pool()) {
            ReopenedDatabase database = new ReopenedDatabase(pool, full.resolve("antt-map.mv.db"));
            try (Connection before = database.getConnection()) {
                assertThat(before.isValid(1)).isTrue();
                closesItself(before);
            }
            Files.delete(full);
            Files.createFile(full);

            assertThatThrownBy(database::getConnection)
                    .isInstanceOf(SQLTransientConnectionException.class)
                    .hasCauseInstanceOf(IOException.class);

            Files.delete(full);
            Files.createDirectory(full);
            try (Connection after = awaited(database)) {
                assertThat(after.isValid(1)).isTrue();
            }
            try (Stream<Path> left = Files.list(full)) {
                assertThat(left).isEmpty();
            }
        }
    }

    /** As a full disk does: the writing of a piece is cut off between what was changed and the list of changes. */
    @Test
    void whatWasCutOffWhenItClosedItselfIsTakenBackBeforeAnybodyGetsIn() throws Exception {
        try (HikariDataSource pool = pool()) {
            ReopenedDatabase database = new ReopenedDatabase(pool, folder.resolve("antt-map.mv.db"));
            Connection cutOff = database.getConnection();
            run(cutOff, "create table place (unit bigint primary key)");
            run(cutOff, "insert into place values (1)");
            try (Connection another = database.getConnection()) {
                // So that the transaction does not have the number that the first one gets after the next opening.
                another.setAutoCommit(false);
                run(another, "insert into place values (9)");
                cutOff.setAutoCommit(false);
                run(cutOff, "insert into place values (2)");
                another.rollback();
                MVStore store = UnfinishedWrites.database(another).getStore().getMvStore();
                store.getMapNames().stream()
                        .filter(name -> name.startsWith("undoLog"))
                        .forEach(name -> store.openMap(name).clear());
                store.commit();
                store.sync();
                closesItself(another);
            }
            assertThatThrownBy(() -> run(cutOff, "insert into place values (3)"))
                    .isInstanceOf(SQLException.class);
            cutOff.close();

            try (Connection after = awaited(database)) {
                assertThat(units(after)).containsExactly(1L);
                run(after, "insert into place values (2)");
                assertThat(units(after)).containsExactly(1L, 2L);
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Long> units(Connection connection) throws SQLException {
        List<Long> units = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select unit from place order by unit")) {
            while (rows.next()) {
                units.add(rows.getLong(1));
            }
        }
        return units;
    }

    private HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve("antt-map"));
        pool.setExceptionOverrideClassName(ClosedDatabase.class.getName());
        pool.setConnectionTestQuery("select 1");
        return pool;
    }

    private static void closesItself(Connection connection) throws SQLException {
        try (Statement own = connection.unwrap(JdbcConnection.class).createStatement()) {
            own.execute("shutdown immediately");
        }
        assertThatThrownBy(() -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("select 1");
                    }
                })
                .isInstanceOf(SQLException.class);
    }

    private static Connection awaited(ReopenedDatabase database) throws SQLException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (true) {
            try {
                return database.getConnection();
            } catch (SQLTransientConnectionException full) {
                if (Instant.now().isAfter(deadline)) {
                    throw full;
                }
                LockSupport.parkNanos(50_000_000);
            }
        }
    }
}
