package vn.anttmap.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Slows guessing down: after five failures an account name rests for a growing time, a quarter of an hour at most. */
@Component
class FailedSignIns {

    private static final int FREE_FAILURES = 5;
    private static final Duration LONGEST_REST = Duration.ofMinutes(15);
    private static final int MOST_ENTRIES = 10_000;

    private final Map<String, Failures> failures = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Failures(int count, Instant last) {

        Instant restsUntil() {
            if (count < FREE_FAILURES) {
                return Instant.MIN;
            }
            long seconds = Math.min(LONGEST_REST.toSeconds(), 5L << Math.min(count - FREE_FAILURES, 20));
            return last.plusSeconds(seconds);
        }
    }

    FailedSignIns(Clock clock) {
        this.clock = clock;
    }

    boolean resting(String username) {
        Failures entry = failures.get(username);
        return entry != null && entry.restsUntil().isAfter(clock.instant());
    }

    void failed(String username) {
        Instant now = clock.instant();
        if (failures.size() >= MOST_ENTRIES) {
            failures.values().removeIf(entry -> entry.last().plus(LONGEST_REST).isBefore(now));
        }
        failures.merge(username, new Failures(1, now), (old, one) -> new Failures(old.count() + 1, now));
    }

    void succeeded(String username) {
        failures.remove(username);
    }
}
