package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.anttmap.testing.DemoServiceContract;

/** Who has not signed in gets the sign-in, the health and the files of the page. */
abstract class AnonymousContract extends DemoServiceContract {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/session",
                "/api/crs",
                "/api/incidents",
                "/api/features/provinces",
                "/api/density/communes",
                "/api/density/grid",
                "/api/density/hotspots",
                "/api/safety/2019",
                "/api/exports/communes.shp.zip",
                "/api/nothing",
                "/ogc",
                "/ogc/collections/provinces/items",
                "/api/incident-categories"
            })
    void anonymousCallsOfTheInterfaceAreUnauthorisedAndMakeNoSession(String path) {
        HttpResponse<String> answer = anonymous().get(path, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json;charset=UTF-8");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(json(answer).get("title").asString()).isEqualTo("Cần đăng nhập");
    }

    @Test
    void anonymousWritesAreRefusedWithoutASession() {
        String path = newIncident();
        HttpResponse<String> answer = anonymous().put(path, mark(IN_QUAN_LAO));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(as("officer").get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/login,200",
        "/actuator/health,200",
        "/actuator/health/liveness,200",
        "/css/base.css,200",
        "/icons/antt-map.svg,200",
        "/js/pages/login.js,200",
        "/webjars/leaflet/1.9.4/dist/leaflet.css,200",
        "/,302",
        "/swagger-ui.html,302",
        "/v3/api-docs,302",
        "/actuator,302",
        "/actuator/env,302"
    })
    void anonymousCallersGetSignInHealthAndTheFilesOfThePageOnly(String path, int expected) {
        HttpResponse<String> answer = anonymous().get(path);

        assertThat(answer.statusCode()).isEqualTo(expected);
        if (expected == 302) {
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
        }
    }
}
