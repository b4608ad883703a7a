package vn.anttmap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as they are left by a kill between the writing of a transaction's list of changes and that of what it changed. */
class UnfinishedWritesTests {

    private static final String UUID_7 = "'00000000-0000-0000-0000-000000000007'";

    @TempDir
    private Path folder;

    @BeforeEach
    void cutOffInTheMiddleOfATransaction() throws Exception {
        try (Connection before = DriverManager.getConnection(url("running"), "sa", "")) {
            run(before, "create table place (id uuid, unit bigint, note varchar(20), primary key (id, unit))");
            run(before, "create index place_by_note on place (note)");
            run(before, "insert into place values (" + UUID_7 + ", 1, 'old'), (" + UUID_7 + ", 2, 'gone')");
        }
        try (Connection watching = DriverManager.getConnection(url("running"), "sa", "");
                Connection another = DriverManager.getConnection(url("running"), "sa", "");
                Connection cutOff = DriverManager.getConnection(url("running"), "sa", "")) {
            // So that the transaction does not have the number that the first one gets after the next start.
            another.setAutoCommit(false);
            run(another, "insert into place values (" + UUID_7 + ", 9, 'other')");
            cutOff.setAutoCommit(false);
            run(cutOff, "insert into place values (" + UUID_7 + ", 3, 'new')");
            run(cutOff, "update place set note = 'changed' where unit = 1");
            run(cutOff, "delete from place where unit = 2");
            another.rollback();
            MVStore store = UnfinishedWrites.database(watching).getStore().getMvStore();
            store.getMapNames().stream()
                    .filter(name -> name.startsWith("undoLog"))
                    .forEach(name -> store.openMap(name).clear());
            store.commit();
            store.sync();
            Files.copy(folder.resolve("running.mv.db"), folder.resolve("killed.mv.db"));
            run(watching, "shutdown immediately");
        } catch (SQLException e) {
            // Those that are left when the database is gone at once cannot be closed in good order.
            assertThat(folder.resolve("killed.mv.db")).exists();
        }
    }

    @Test
    void withoutTakingBackTheSameKeyCanNeverBeWrittenAgain() throws Exception {
        try (Connection connection = DriverManager.getConnection(url("killed"), "sa", "")) {
            assertThatThrownBy(() -> run(connection, "insert into place values (" + UUID_7 + ", 3, 'again')"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void whatWasNeverCommittedIsTakenBackAndEveryKeyIsFree() throws Exception {
        assertThat(UnfinishedWrites.takeBack(url("killed"), "sa", "")).isPositive();

        try (Connection connection = DriverManager.getConnection(url("killed"), "sa", "")) {
            assertThat(rows(connection)).containsExactly("1 old", "2 gone");
            assertThat(count(connection, "note = 'old'")).isEqualTo(1);
            assertThat(count(connection, "note = 'changed'")).isZero();
            run(connection, "insert into place values (" + UUID_7 + ", 3, 'again')");
            run(connection, "update place set note = 'later' where unit = 2");
            assertThat(rows(connection)).containsExactly("1 old", "2 later", "3 again");
        }
    }

    @Test
    void aFileThatWasClosedInGoodOrderIsLeftAlone() throws Exception {
        UnfinishedWrites.takeBack(url("killed"), "sa", "");
        byte[] closed = Files.readAllBytes(folder.resolve("killed.mv.db"));

        assertThat(UnfinishedWrites.takeBack(url("killed"), "sa", "")).isZero();

        assertThat(Files.readAllBytes(folder.resolve("killed.mv.db"))).isEqualTo(closed);
    }

    @Test
    void aDatabaseThatIsNotThereIsNotMade() throws Exception {
        assertThat(UnfinishedWrites.takeBack(url("none"), "sa", "")).isZero();
        assertThat(UnfinishedWrites.takeBack("jdbc:postgresql://nobody/none", "sa", ""))
                .isZero();

        assertThat(folder.resolve("none.mv.db")).doesNotExist();
    }

    @Test
    void whatOthersAreDoingIsNotTakenBack() throws Exception {
        try (Connection working = DriverManager.getConnection(url("busy"), "sa", "")) {
            run(working, "create table place (unit bigint primary key)");
            working.setAutoCommit(false);
            run(working, "insert into place values (1)");

            assertThat(UnfinishedWrites.takeBack(url("busy"), "sa", "")).isZero();

            working.commit();
            try (Statement statement = working.createStatement();
                    ResultSet count = statement.executeQuery("select count(*) from place")) {
                count.next();
                assertThat(count.getInt(1)).isEqualTo(1);
            }
        }
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=200";
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Connection connection) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select unit, note from place order by unit")) {
            while (row.next()) {
                rows.add(row.getString(1) + " " + row.getString(2));
            }
        }
        return rows;
    }

    private static int count(Connection connection, String condition) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from place where " + condition)) {
            count.next();
            return count.getInt(1);
        }
    }
}
