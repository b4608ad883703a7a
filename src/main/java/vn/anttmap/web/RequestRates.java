package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The buckets of accounts, and of addresses for requests without one. What every page loads is not counted. */
@Component
class RequestRates {

    /** On a request that counts for its account. */
    static final String COUNTED = RequestRates.class.getName();

    private static final List<String> FILES = List.of("/css/", "/js/", "/icons/", "/webjars/", "/actuator/health");

    private final @Nullable TokenBuckets accounts;
    private final @Nullable TokenBuckets addresses;

    RequestRates(LimitSettings settings) {
        accounts = buckets(settings.requestsPerSecond(), settings.requestsAtOnce());
        addresses = buckets(settings.anonymousPerSecond(), settings.anonymousAtOnce());
    }

    private static @Nullable TokenBuckets buckets(int perSecond, int atOnce) {
        return perSecond == 0 ? null : new TokenBuckets(perSecond, atOnce, System::nanoTime);
    }

    @Nullable TokenBuckets accounts() {
        return accounts;
    }

    @Nullable TokenBuckets addresses() {
        return addresses;
    }

    static boolean isFree(HttpServletRequest request) {
        String path = request.getServletPath();
        return FILES.stream().anyMatch(path::startsWith);
    }
}
