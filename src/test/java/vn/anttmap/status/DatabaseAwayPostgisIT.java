package vn.anttmap.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.testing.ServiceClient;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/** The line to the database is cut and mended: not ready meanwhile, but alive; ready again by itself; numbers match the log. */
class DatabaseAwayPostgisIT {

    private static final String TOKEN = "a-token-of-the-tests-of-metrics";
    private static final Duration WITHIN = Duration.ofSeconds(60);

    @Test
    void aServiceWithoutDatabaseIsAliveAndNotReadyAndComesBack() throws IOException {
        TestDatabase database = TestDatabase.newPostgis();
        URI address = URI.create(database.url().substring("jdbc:".length()));
        try (DatabaseLine line = new DatabaseLine(address.getPort())) {
            TestDatabase through = new TestDatabase(
                    database.url().replace(":" + address.getPort() + "/", ":" + line.port() + "/"),
                    database.username(),
                    database.password());
            try (ServiceProcess service = ServiceProcess.on(through)
                    .with("spring.datasource.hikari.connection-timeout", "1000")
                    .with("logging.structured.format.console", "ecs")
                    .with("anttmap.metrics.token", TOKEN)
                    .start()) {
                ServiceClient stranger = service.anonymous();
                assertThat(status(stranger, "/actuator/health/readiness")).isEqualTo(200);
                assertThat(stranger.get("/actuator/prometheus", "Authorization", "Bearer " + TOKEN)
                                .body())
                        .contains("hikaricp_connections");
                // The token reads metrics and nothing else.
                assertThat(stranger.get("/api/status", "Authorization", "Bearer " + TOKEN)
                                .statusCode())
                        .isEqualTo(401);

                line.cut();
                await(stranger, 503);
                assertThat(status(stranger, "/actuator/health/liveness")).isEqualTo(200);
                HttpResponse<String> refused =
                        service.client("admin", "whatever").get("/api/status");
                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                String errorId = JsonMapper.shared()
                        .readTree(refused.body())
                        .get("errorId")
                        .asString();

                line.mend();
                await(stranger, 200);
                assertThat(status(service.client("admin", "whatever"), "/api/status"))
                        .isEqualTo(401);

                List<JsonNode> entries = service.log()
                        .lines()
                        .filter(text -> text.startsWith("{"))
                        .map(text -> JsonMapper.shared().readTree(text))
                        .toList();
                assertThat(entries)
                        .as("structured, with the number that the caller was told")
                        .anyMatch(entry -> entry.get("message").asString().contains(errorId));
            }
        }
    }

    private static void await(ServiceClient stranger, int wanted) {
        Instant deadline = Instant.now().plus(WITHIN);
        int status;
        do {
            status = status(stranger, "/actuator/health/readiness");
        } while (status != wanted && Instant.now().isBefore(deadline));
        assertThat(status).as("readiness").isEqualTo(wanted);
    }

    private static int status(ServiceClient client, String path) {
        return client.get(path).statusCode();
    }
}
