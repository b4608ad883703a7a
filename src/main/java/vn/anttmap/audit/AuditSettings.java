package vn.anttmap.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the trail.
 *
 * @param sealEvery how often new entries are sealed
 * @param largestBatch most entries under one seal
 * @param sameWithin how long the same request that shows the same account the same marks makes no second entry; zero for never
 */
@Validated
@ConfigurationProperties("anttmap.audit")
record AuditSettings(
        @DurationMin(seconds = 1) Duration sealEvery,
        @Min(1) @Max(10_000) int largestBatch,
        @DurationMin @DurationMax(minutes = 60) Duration sameWithin) {}
