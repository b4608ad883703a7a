package vn.anttmap.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;

/** What an administrator and a supervisor see of the service, and what neither the log nor the metrics say. */
@ExtendWith(OutputCaptureExtension.class)
abstract class StatusContract extends DemoServiceContract {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** As the database names itself. */
    abstract String product();

    @Test
    void everyPartTellsItsStateInWords() {
        JsonNode status = json(as("admin").get("/api/status", "Accept-Language", "vi"));
        List<String> keys = status.get("parts").findValuesAsString("key");
        assertThat(keys)
                .startsWith("service", "database", "disk")
                .contains("audit", "clock", "imports", "live", "plain-secrets", "refused", "sign-ins", "slow-queries");
        for (JsonNode part : status.get("parts")) {
            assertThat(part.get("title").asString())
                    .as(part.toString())
                    .isNotEqualTo(part.get("key").asString());
            assertThat(part.get("state").asString()).isIn("ok", "notice", "warning");
            assertThat(part.get("lines")).as(part.toString()).isNotEmpty();
        }
        assertThat(line(status, "database")).contains(product());
        assertThat(line(status, "database")).contains("Lược đồ bản ");
        assertThat(line(status, "disk")).contains("Còn trống");
        assertThat(line(status, "clock")).contains("giờ Việt Nam");
        assertThat(line(json(as("admin").get("/api/status", "Accept-Language", "en")), "disk"))
                .contains("free");
    }

    private static String line(JsonNode status, String key) {
        for (JsonNode part : status.get("parts")) {
            if (part.get("key").asString().equals(key)) {
                return part.get("lines").toString();
            }
        }
        throw new AssertionError("no part " + key);
    }

    @Test
    void healthTellsStrangersNoDetail() {
        for (String path : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
            HttpResponse<String> answer = anonymous().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain("details", "components", "database", "H2", "Postgre");
        }
    }

    @Test
    void metricsAreTheAdministratorsAndNameNobody() {
        String incident = newIncident();
        as("officer").put(incident, mark(IN_QUAN_LAO));
        as("officer").get(incident);
        assertStatus("anonymous", anonymous().get("/actuator/prometheus"), 401);
        assertStatus(
                "wrong token",
                anonymous().get("/actuator/prometheus", "Authorization", "Bearer " + "x".repeat(30)),
                401);
        assertStatus("officer", as("officer").get("/actuator/prometheus"), 403);
        String metrics = as("admin").get("/actuator/prometheus").body();
        assertThat(metrics)
                .contains("hikaricp_connections", "jvm_memory_used_bytes", "http_server_requests_seconds_count");
        // Values of labels are bounded: templates of paths, no ids, no names, no filters.
        assertThat(metrics).contains("uri=\"/api/incidents/{id}\"").doesNotContain("officer", "longitude", "105.6");
        assertThat(UUID.matcher(metrics).find()).isFalse();
    }

    @Test
    void whatIsRefusedForWantOfARightIsCountedAndLoggedByTheNumberOfTheAccount(CapturedOutput log) {
        double before = refused();

        assertStatus("officer", as("officer").get("/api/accounts"), 403);
        assertStatus("leader", as("leader").put(newIncident(), mark(IN_QUAN_LAO)), 403);
        assertStatus("nobody", anonymous().get("/api/accounts"), 401);

        assertThat(refused()).isEqualTo(before + 2);
        long officer = jdbc.sql("select id from account where username = 'officer'")
                .query(Long.class)
                .single();
        assertThat(log.getAll()).contains("refused: GET /api/accounts to account " + officer);
        for (JsonNode part : json(as("admin").get("/api/status")).get("parts")) {
            if (part.get("key").asString().equals("refused")) {
                assertThat(part.get("lines").toString()).contains(String.valueOf((int) before + 2));
            }
        }
    }

    private double refused() {
        return as("admin")
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("anttmap_access_refused_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void theLogHoldsNoNoteNoPlaceNoPasswordAndNoName(CapturedOutput log) {
        String incident = newIncident();
        String note = "Ông Nguyễn Văn Kín, 0912345678";
        assertThat(as("officer")
                        .put(incident, mark(IN_QUAN_LAO).replace("}", ",\"note\":\"" + note + "\"}"))
                        .statusCode())
                .isEqualTo(201);
        // Refused in every way: unreadable, outside, a stale version, a wrong password, a database's own refusal.
        as("officer").put(incident, mark(IN_QUAN_LAO).replace("TTXH", "KHONGCO"));
        as("officer").put(incident, mark(IN_TRA_LINH).replace("}", ",\"note\":\"" + note + "\"}"), "If-Match", "\"0\"");
        as("officer").put(incident, "{\"note\":\"" + note + "\"", "If-Match", "\"0\"");
        as("officer").put(incident, mark(IN_QUAN_LAO).replace("}", ",\"note\":\"" + note + "\",\"dead\":-1}"));
        vn.anttmap.testing.ServiceClient.of(baseUrl(), "kẻ-lạ-mặt", "mật-khẩu-đoán")
                .get("/api/session");
        as("officer").get("/api/incidents?from=2018-01-01&to=2019-08-15&q=Kín");
        as("officer").get(incident);
        assertThat(log.getAll())
                .doesNotContain("Nguyễn Văn Kín", "0912345678", "105.64806", "kẻ-lạ-mặt", "mật-khẩu-đoán");
    }
}
