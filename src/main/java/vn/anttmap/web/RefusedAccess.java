package vn.anttmap.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.status.StatusPart;
import vn.anttmap.status.StatusReport;

/**
 * What was refused for want of a right: in the log with the number of the account and no name, as a metric, and on the status
 * page. A leader who opens a page too many makes a few of them; somebody who tries the service out makes hundreds.
 */
@Component
class RefusedAccess implements StatusPart {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAccess.class);

    private final CurrentAccount account;
    private final Clock clock;
    private final Counter count;
    private final AtomicReference<@Nullable Instant> last = new AtomicReference<>();

    RefusedAccess(CurrentAccount account, Clock clock, MeterRegistry registry) {
        this.account = account;
        this.clock = clock;
        this.count = Counter.builder("anttmap.access.refused")
                .description("Requests answered 403")
                .register(registry);
    }

    void tell(HttpServletRequest request) {
        count.increment();
        last.set(clock.instant());
        LOG.info("refused: {} {} to account {}", request.getMethod(), request.getRequestURI(), who());
    }

    private String who() {
        try {
            return String.valueOf(account.get().id());
        } catch (AuthenticationException nobody) {
            return "-";
        }
    }

    @Override
    public String key() {
        return "refused";
    }

    @Override
    public StatusReport report() {
        Instant at = last.get();
        StatusReport report = StatusReport.of(StatusReport.State.OK);
        return at == null ? report.with("refused-none") : report.with("refused", (long) count.count(), at);
    }
}
