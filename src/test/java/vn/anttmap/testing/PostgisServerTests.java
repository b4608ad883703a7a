package vn.anttmap.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

class PostgisServerTests {

    private static final String OTHER_SERVER = "Is about clusters of our own, and there need be no server here.";

    @Test
    void givesEveryCallerADatabaseOfItsOwn() throws SQLException {
        TestDatabase one = TestDatabase.newPostgis();
        TestDatabase other = TestDatabase.newPostgis();

        try (Connection connection = connect(one);
                Statement statement = connection.createStatement()) {
            statement.execute("create table only_here (id integer)");
        }

        assertThat(ask(other, "select count(*) from information_schema.tables where table_name = 'only_here'"))
                .isEqualTo("0");
    }

    @Test
    void knowsVietnameseLetters() throws SQLException {
        assertThat(ask(TestDatabase.newPostgis(), "select lower('ĐỊNH TƯỜNG')")).isEqualTo("định tường");
    }

    @Test
    void waitsForTheLogAtEveryCommit() throws SQLException {
        assertThat(ask(TestDatabase.newPostgis(), "show synchronous_commit")).isEqualTo("on");
    }

    @Test
    @DisabledIfEnvironmentVariable(named = "ANTTMAP_TEST_PG_URL", matches = ".+", disabledReason = OTHER_SERVER)
    void durableServerForcesCommitsToTheDisk() throws SQLException {
        try (PostgisServer durable = PostgisServer.startDurable()) {
            TestDatabase database = durable.newDatabase();
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    @DisabledIfEnvironmentVariable(named = "ANTTMAP_TEST_PG_URL", matches = ".+", disabledReason = OTHER_SERVER)
    void endsWithTheJvmThatStartedItEvenWhenThatIsKilled() throws IOException, InterruptedException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartsAServerAndWaits.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = jvm.inputReader()) {
            String[] database = output.readLine().split(" ");
            TestDatabase running = new TestDatabase(database[0], "postgres", database[1]);
            assertThat(answers(running)).isTrue();

            jvm.destroyForcibly().waitFor();

            assertThat(stopsAnsweringWithin(Duration.ofSeconds(10), running)).isTrue();
        } finally {
            jvm.destroyForcibly();
        }
    }

    /** A JVM of tests that is going to be killed. */
    static final class StartsAServerAndWaits {
        public static void main(String[] args) throws InterruptedException {
            TestDatabase database = PostgisServer.startDurable().newDatabase();
            System.out.println(database.url() + " " + database.password());
            Thread.sleep(60_000);
        }
    }

    private static boolean stopsAnsweringWithin(Duration limit, TestDatabase database) throws InterruptedException {
        Instant deadline = Instant.now().plus(limit);
        while (Instant.now().isBefore(deadline)) {
            if (!answers(database)) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }

    private static boolean answers(TestDatabase database) {
        try {
            return ask(database, "select 'yes'").equals("yes");
        } catch (SQLException e) {
            return false;
        }
    }

    private static String ask(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private static Connection connect(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }
}
