package vn.anttmap.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.testing.ServiceClient;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;
import vn.anttmap.testing.TestFolders;

/** The disk of the database is full: refused with the reason, told on the status page, nothing lost, mended by itself. */
abstract class DiskFullContract {

    private static final int MOST_MARKS = 3_000;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);

    final Path backups = TestFolders.create("full-");

    abstract TestDatabase database();

    /** From now on nothing more fits. */
    abstract void fill(ServiceProcess service) throws Exception;

    abstract void free(ServiceProcess service) throws Exception;

    @Test
    void isToldAndWaitedForWithoutLosingWhatWasAcknowledged() throws Exception {
        try (ServiceProcess service = ServiceProcess.on(database())
                .with("anttmap.demo", "true")
                .with("anttmap.backup.directory", backups.toString())
                .start()) {
            ServiceClient officer = service.client("officer", "officer");
            List<String> acknowledged = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String path = path();
                assertThat(officer.put(path, mark()).statusCode()).isEqualTo(201);
                acknowledged.add(path);
            }

            fill(service);
            String refused = path();
            HttpResponse<String> answer = officer.put(refused, mark());
            while (answer.statusCode() == 201 && acknowledged.size() < MOST_MARKS) {
                acknowledged.add(refused);
                refused = path();
                answer = officer.put(refused, mark());
            }
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
            assertThat(answer.body())
                    .contains("/docs/errors#disk-full", "giải phóng ổ đĩa")
                    .doesNotContainIgnoringCase("exception", "insert into", "mv.db");
            whileFull(service);

            free(service);
            Instant deadline = Instant.now().plus(BACK_WITHIN);
            do {
                answer = officer.put(refused, mark());
            } while (answer.statusCode() == 503 && Instant.now().isBefore(deadline));
            assertThat(answer.statusCode())
                    .as("the same again, without a restart: " + answer.body())
                    .isIn(200, 201);
            acknowledged.add(refused);
            for (String path : acknowledged) {
                assertThat(awaited(officer, path).statusCode()).as(path).isEqualTo(200);
            }
            HttpResponse<String> status = awaited(service.client("admin", "admin"), "/api/status");
            assertThat(JsonMapper.shared().readTree(status.body()).get("state").asString())
                    .isEqualTo("warning");
            assertThat(status.body()).contains("không ghi được vì ổ đĩa của cơ sở dữ liệu đã đầy");
            assertThat(awaited(service.client("admin", "admin"), "/api/audit/verification")
                            .body())
                    .contains("\"intact\":true");
        }
    }

    /** What else is asked while there is no room. */
    abstract void whileFull(ServiceProcess service) throws Exception;

    /** Asks again, as a page does, while the service says that it is away. */
    static HttpResponse<String> awaited(ServiceClient client, String path) {
        Instant deadline = Instant.now().plus(BACK_WITHIN);
        HttpResponse<String> answer = client.get(path);
        while (answer.statusCode() == 503 && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(100_000_000);
            answer = client.get(path);
        }
        return answer;
    }

    private static String path() {
        return "/api/incidents/" + UUID.randomUUID();
    }

    private static String mark() {
        return "{\"longitude\":105.64806,\"latitude\":19.97194,\"occurredAt\":\"2020-08-03T02:00:00Z\","
                + "\"category\":\"TTXH\",\"note\":\"" + "dài ".repeat(450) + "\"}";
    }
}
