package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.anttmap.testing.PostgisServer;
import vn.anttmap.testing.ServiceClient;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/** Kill -9 right after an acknowledged mark, of the service and of the database server, on PostGIS. */
class KilledServicePostgisIT {

    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);

    @Test
    void losesNoAcknowledgedMark() throws SQLException {
        Random random = new Random(20190404);
        try (PostgisServer server = PostgisServer.startDurable()) {
            TestDatabase database = server.newDatabase();
            try (ServiceProcess service =
                    ServiceProcess.on(database).with("anttmap.demo", "true").start()) {
                KilledService officers = new KilledService(service);
                for (int round = 1; round <= KilledServiceTests.ROUNDS; round++) {
                    officers.writeUntil(5 + random.nextInt(30), service::kill9);
                    service.restart();
                }
                officers.assertNothingIsLost();

                int before = officers.acknowledged();
                try (Connection connection = connect(database)) {
                    long backend = backendOf(connection);
                    officers.writeUntil(5 + random.nextInt(30), () -> kill9(backend));
                }
                awaitRecovery(database);
                officers.assertNothingIsLost();
                assertThat(officers.acknowledged()).isGreaterThan(before);

                server.stop();
                assertSaysThatTheDatabaseIsAway(service.client("officer", "officer"));
            }
        }
    }

    /** Neither 401, which would make a client forget its password, nor a fault with an SQL text. */
    private static void assertSaysThatTheDatabaseIsAway(ServiceClient officer) {
        HttpResponse<String> answer = officer.get("/api/incidents?from=2020-01-01&to=2020-12-31");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(answer.body()).contains("#database-away").doesNotContainIgnoringCase("jdbc", "select", "localhost");
    }

    /**
     * The end of one of its processes by force makes the server drop its memory and every other process, and read its log
     * anew, as after a crash.
     */
    private static void kill9(long backend) {
        ProcessHandle.of(backend).orElseThrow().destroyForcibly();
    }

    private static long backendOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void awaitRecovery(TestDatabase database) {
        Instant deadline = Instant.now().plus(BACK_WITHIN);
        while (true) {
            try (Connection connection = connect(database)) {
                assertThat(connection.isValid(5)).isTrue();
                return;
            } catch (SQLException stillRecovering) {
                assertThat(Instant.now()).as("PostgreSQL is back").isBefore(deadline);
                Thread.onSpinWait();
            }
        }
    }

    private static Connection connect(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }
}
