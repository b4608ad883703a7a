package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.ServiceClient;

/** Limits as a caller sees them; here so low that a test reaches them, and so slow that it does not leave them again. */
@DirtiesContext
@TestPropertySource(
        properties = {
            "spring.application.name=antt-map-limits",
            "anttmap.limits.requests-per-second=1",
            "anttmap.limits.requests-at-once=30",
            "anttmap.limits.anonymous-per-second=1",
            "anttmap.limits.anonymous-at-once=60",
            "anttmap.limits.heavy-per-account=1",
            "anttmap.limits.heavy-at-once=2",
            "anttmap.limits.heavy-wait=0s"
        })
abstract class LimitContract extends DemoServiceContract {

    @Autowired
    private HeavyWork work;

    @Test
    void anAccountThatAsksTooOftenIsToldWhenToAskAgainAndTheOthersAreServed() {
        HttpResponse<String> answer = asked(as("planner"), "/api/session", "Accept-Language", "en");

        assertStatus("planner", answer, 429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(json(answer).get("title").asString()).isEqualTo("Too many requests");
        assertThat(asked(as("planner"), "/api/session", "Accept-Language", "vi").body())
                .contains("Quá nhiều yêu cầu");
        assertStatus("leader", as("leader").get("/api/session"), 200);
        assertThat(as("planner").get("/css/page.css").statusCode())
                .as("files of the pages are not counted")
                .isNotEqualTo(429);
    }

    /** Twenty for each refused sign-in: three of them empty the bucket of 60. */
    @Test
    void anAddressThatGuessesIsHeldUpBeforeAPasswordIsChecked() {
        BrowserSession colleague = BrowserSession.signedIn(baseUrl(), "officer-tra-linh");
        HttpResponse<String> answer =
                asked(ServiceClient.of(baseUrl(), "nobody-here", "wrong"), "/api/session", "Accept-Language", "vi");

        assertStatus("guessing", answer, 429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertStatus("anonymous", anonymous().get("/api/session"), 429);
        assertThat(anonymous().get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(colleague.get("/api/session").statusCode())
                .as("who is signed in behind the same address")
                .isEqualTo(200);
    }

    @Test
    void heavyWorkOfOneAccountIsDoneOneAfterAnother() {
        String surface = "/api/density/surface?from=2018-01-01&to=2019-08-15&within=" + unitId("commune-15394-2019");
        work.enter("officer");
        try {
            HttpResponse<String> own = as("officer").get(surface);
            assertStatus("own", own, 429);
            assertThat(own.headers().firstValue("Retry-After")).isPresent();
            assertThat(own.body()).contains("#own-work-unfinished");
            assertThat(as("officer").get("/api/crs").statusCode())
                    .as("other work goes on")
                    .isEqualTo(200);

            work.enter("somebody");
            HttpResponse<String> others = as("officer-tra-linh").get("/api/exports/communes.csv");
            assertStatus("others", others, 429);
            assertThat(others.headers().firstValue("Retry-After")).isPresent();
            assertThat(others.body()).contains("#service-busy");
            work.leave("somebody");
        } finally {
            work.leave("officer");
        }
        // A file that is streamed gives its place back when it is at its end, a refused question at once.
        for (int i = 0; i < 4; i++) {
            assertStatus("afterwards", as("officer").get("/api/exports/communes.csv"), 200);
            assertStatus("refused", as("officer").get("/api/exports/nothing.csv"), 404);
        }
    }

    /** Asks until it is refused; time passes meanwhile, so the number may be one or two more. */
    private static HttpResponse<String> asked(ServiceClient client, String path, String... headers) {
        HttpResponse<String> answer = client.get(path, headers);
        for (int i = 0; i < 300 && answer.statusCode() != 429; i++) {
            answer = client.get(path, headers);
        }
        return answer;
    }
}
