package vn.anttmap.web;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much one account, and the service at once, does.
 *
 * @param requestsPerSecond of one account in the long run; 0 for no limit
 * @param requestsAtOnce that an account which was quiet may make without a pause
 * @param anonymousPerSecond the same of one address, for requests without an account; 0 for no limit
 * @param heavyAtOnce exports, reports, surfaces, hot spots, imports and backups under way on this node; 0 for no limit
 * @param heavyPerAccount of them for one account
 * @param heavyWaiting how many more may wait for their turn
 * @param heavyWait how long
 */
@Validated
@ConfigurationProperties("anttmap.limits")
record LimitSettings(
        @Min(0) int requestsPerSecond,
        @Min(1) int requestsAtOnce,
        @Min(0) int anonymousPerSecond,
        @Min(1) int anonymousAtOnce,
        @Min(0) int heavyAtOnce,
        @Min(1) int heavyPerAccount,
        @Min(0) int heavyWaiting,
        Duration heavyWait) {}
