package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.anttmap.status.StatusPart;
import vn.anttmap.status.StatusReport;

/**
 * Whether passwords or codes come to this service in the clear from other machines. A proxy that takes HTTPS says so
 * ({@code X-Forwarded-Proto}), and what comes from this machine crosses no network.
 */
@Component
class PlainSecrets implements StatusPart {

    private static final Logger LOG = LoggerFactory.getLogger(PlainSecrets.class);
    private static final Duration TOLD = Duration.ofDays(1);

    private final Clock clock;
    private final AtomicReference<@Nullable Instant> last = new AtomicReference<>();

    PlainSecrets(Clock clock) {
        this.clock = clock;
    }

    void look(HttpServletRequest request) {
        if (request.isSecure() || isThisMachine(request.getRemoteAddr()) || !bringsSecret(request)) {
            return;
        }
        Instant now = clock.instant();
        Instant before = last.getAndSet(now);
        if (before == null || Duration.between(before, now).compareTo(TOLD) > 0) {
            LOG.warn(
                    "A password came from another machine by HTTP: whoever is on the network can read it. Switch HTTPS on,"
                            + " see docs/operations.md.");
        }
    }

    private static boolean bringsSecret(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || request.getMethod().equals("POST")
                        && request.getServletPath().equals("/login");
    }

    /** By its letters: looking a name up would ask somebody else. */
    private static boolean isThisMachine(String address) {
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
    }

    @Override
    public String key() {
        return "plain-secrets";
    }

    @Override
    public StatusReport report() {
        Instant at = last.get();
        return at == null || Duration.between(at, clock.instant()).compareTo(TOLD) > 0
                ? StatusReport.of(StatusReport.State.OK).with("plain-secrets-none")
                : StatusReport.of(StatusReport.State.WARNING).with("plain-secrets", at);
    }
}
