package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.anttmap.status.StatusReport;
import vn.anttmap.testing.SettableClock;

class PlainSecretsTests {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T01:00:00Z"));
    private final PlainSecrets watch = new PlainSecrets(clock);

    @ParameterizedTest
    @CsvSource({
        // method, path, with Authorization, by HTTPS, from, told
        "GET, /api/crs, true, false, 192.168.1.20, true",
        "POST, /login, false, false, 192.168.1.20, true",
        "GET, /login, false, false, 192.168.1.20, false",
        "GET, /api/crs, false, false, 192.168.1.20, false",
        "GET, /api/crs, true, true, 192.168.1.20, false",
        "POST, /login, false, true, 192.168.1.20, false",
        "POST, /login, false, false, 127.0.0.1, false",
        "GET, /api/crs, true, false, 0:0:0:0:0:0:0:1, false",
        "POST, /login, false, false, 2001:db8::1, true",
    })
    void aSecretInTheClearFromAnotherMachineIsTold(
            String method, String path, boolean authorization, boolean secure, String from, boolean told) {
        watch.look(request(method, path, authorization, secure, from));

        assertThat(watch.report().state()).isEqualTo(told ? StatusReport.State.WARNING : StatusReport.State.OK);
    }

    @Test
    void theWarningEndsADayAfterTheLastOne() {
        watch.look(request("POST", "/login", false, false, "10.0.0.7"));
        clock.pass(Duration.ofHours(24));
        assertThat(watch.report().state()).isEqualTo(StatusReport.State.WARNING);

        clock.pass(Duration.ofSeconds(1));
        assertThat(watch.report().state()).isEqualTo(StatusReport.State.OK);
    }

    private static MockHttpServletRequest request(
            String method, String path, boolean authorization, boolean secure, String from) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setSecure(secure);
        request.setRemoteAddr(from);
        if (authorization) {
            request.addHeader("Authorization", "Basic dGVzdDp0ZXN0");
        }
        return request;
    }
}
