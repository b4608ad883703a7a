package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;

/** Whatever is sent, the answer is a problem document that says what to do, and nothing is stored. */
abstract class BadInputContract extends DemoServiceContract {

    /** What must never leave the service: class names, traces, SQL. */
    static final Pattern INTERNALS = Pattern.compile(
            "(?i)exception|\\bat [a-z.]+\\(|java\\.|vn\\.anttmap|springframework|jackson|hibernate|jdbc|select |insert |sqlstate");

    String path = "";
    private int incidentsBefore;

    @BeforeEach
    void rememberTheRegister() {
        path = newIncident();
        incidentsBefore = incidents();
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(incidents()).isEqualTo(incidentsBefore);
        assertThat(as("officer").get(path).statusCode()).isEqualTo(404);
    }

    private int incidents() {
        return jdbc.sql("select count(*) from incident").query(Integer.class).single();
    }

    static String text(JsonNode problem, String member) {
        JsonNode value = problem.get(member);
        return value == null || value.isNull() ? null : value.asString();
    }

    /** The problem document of an answer, checked for what every one of them must have and must not have. */
    static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        for (String member : new String[] {"type", "title", "detail", "instance"}) {
            assertThat(text(problem, member)).as(member).isNotBlank();
        }
        assertThat(text(problem, "type")).startsWith("/docs/errors#");
        assertThat(answer.body()).doesNotContainPattern(INTERNALS);
        return problem;
    }
}
