package vn.anttmap.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A contract that is asked over HTTP of the whole service with the demo data. Subclasses set no properties of their own,
 * so that all of them share one service on each database.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "anttmap.demo=true")
public abstract class DemoServiceContract {

    /** In thị trấn Quán Lào (domain note 5.4), longitude and latitude. */
    protected static final String IN_QUAN_LAO = "\"longitude\":105.64806,\"latitude\":19.97194";

    /** In thị trấn Hùng Quốc, huyện Trà Lĩnh. */
    protected static final String IN_TRA_LINH = "\"longitude\":106.32,\"latitude\":22.82";

    /** Two incidents of gis-data. */
    protected static final String QUAN_LAO_INCIDENT = "/api/incidents/a81e7d8c-d6b1-3ba4-a3d9-e4faf80529a1";

    protected static final String TRA_LINH_INCIDENT = "/api/incidents/86b49a0a-1446-3efc-93a8-8e2335340281";

    private final Map<String, ServiceClient> clients = new ConcurrentHashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    protected JdbcClient jdbc;

    /** All tests ask from one address and by few names: their wrong passwords together would make the next one wait. */
    @AfterEach
    void forgetWrongPasswords() {
        int forgotten = jdbc.sql("delete from failed_sign_in").update()
                + jdbc.sql("delete from failed_address where address in ('127.0.0.1', '0:0:0:0:0:0:0:1')")
                        .update();
        if (forgotten > 0) {
            // The service remembers for a quarter of a second who has to wait.
            LockSupport.parkNanos(300_000_000);
        }
    }

    protected String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    /** A tool that signs in with a demo account, whose password is its name. */
    protected ServiceClient as(String account) {
        return clients.computeIfAbsent(account, name -> ServiceClient.of(baseUrl(), name, name));
    }

    protected ServiceClient anonymous() {
        return clients.computeIfAbsent("", name -> ServiceClient.anonymous(baseUrl()));
    }

    /** A refusal is also a problem document. */
    protected static void assertStatus(String what, HttpResponse<String> answer, int expected) {
        assertThat(answer.statusCode()).as(what + ": " + answer.body()).isEqualTo(expected);
        if (expected >= 400) {
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
    }

    /** The answer's body, which must be JSON. */
    protected static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    protected static String newIncident() {
        return "/api/incidents/" + UUID.randomUUID();
    }

    /** A mark outside the years whose figures other tests ask for. */
    protected static String mark(String place) {
        return "{" + place + ",\"occurredAt\":\"2020-08-03T02:00:00Z\",\"category\":\"TTXH\"}";
    }

    protected long unitId(String key) {
        return jdbc.sql("select id from territorial_unit where unit_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    /** Values of a member anywhere in a document, as text. */
    protected static Set<String> values(JsonNode document, String member) {
        Set<String> found = new HashSet<>();
        visit(document, node -> {
            JsonNode value = node.get(member);
            if (value != null && !value.isNull()) {
                found.add(value.asString());
            }
        });
        return found;
    }

    private static void visit(JsonNode node, Consumer<JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(node);
        }
        node.forEach(child -> visit(child, visitor));
    }
}
