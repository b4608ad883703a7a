package vn.anttmap.incident;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the register.
 *
 * @param nearBorderMeters how far outside the officer's territory a mark is still kept
 * @param roadDistanceMeters how near to a road's line an incident must be for the road to own it
 * @param duplicateMeters how near an incident must be to be taken for the same
 * @param duplicateHours how near in time
 * @param noteRetentionDays notes of records closed for longer are removed; 0 keeps them
 * @param photos whether photos can be added to incidents and seen
 */
@Validated
@ConfigurationProperties("anttmap.incident")
public record IncidentSettings(
        @PositiveOrZero @Max(50_000) double nearBorderMeters,
        @PositiveOrZero @Max(1_000) double roadDistanceMeters,
        @PositiveOrZero @Max(5_000) double duplicateMeters,
        @PositiveOrZero @Max(720) double duplicateHours,
        @PositiveOrZero @Max(36_500) int noteRetentionDays,
        boolean photos) {}
