package vn.anttmap.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notices that the clock was set, by holding it against the processor's own counting of time. */
@Component
class ClockWatch implements StatusPart {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration TOLD_FOR = Duration.ofDays(1);

    private final Clock clock;
    private final StatusSettings settings;
    private Instant lastInstant;
    private long lastNanos;
    private @Nullable Jump jump;

    /** @param by negative where the clock was set back */
    record Jump(Instant at, Duration by) {}

    ClockWatch(Clock clock, StatusSettings settings) {
        this.clock = clock;
        this.settings = settings;
        this.lastInstant = clock.instant();
        this.lastNanos = System.nanoTime();
    }

    @Scheduled(fixedDelayString = "PT10S")
    void look() {
        look(System.nanoTime());
    }

    /** @param nanos as {@link System#nanoTime} gives them */
    synchronized void look(long nanos) {
        Instant now = clock.instant();
        Duration by = Duration.between(lastInstant, now).minusNanos(nanos - lastNanos);
        lastInstant = now;
        lastNanos = nanos;
        if (by.abs().compareTo(settings.clockJump()) > 0) {
            jump = new Jump(now, by);
            LOG.warn("the clock was set by {} s; times of records are those of the clock", by.toSeconds());
        }
    }

    @Override
    public String key() {
        return "clock";
    }

    @Override
    public synchronized StatusReport report() {
        Instant now = clock.instant();
        boolean lately = jump != null && jump.at().isAfter(now.minus(TOLD_FOR));
        StatusReport report = StatusReport.of(lately ? StatusReport.State.WARNING : StatusReport.State.OK)
                .with("clock", now);
        return lately && jump != null
                ? report.with("clock-jump", jump.at(), jump.by().toSeconds())
                : report;
    }
}
