package vn.anttmap.backup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the archives.
 *
 * @param directory where they lie
 * @param at time of day in Vietnam, as 01:30; empty for no schedule
 * @param keep how many are kept
 * @param beforeUpgrade whether one is made before tables are brought up to date
 */
@Validated
@ConfigurationProperties("anttmap.backup")
record BackupSettings(
        @NotBlank String directory,

        @Nullable @Pattern(regexp = "|([01]\\d|2[0-3]):[0-5]\\d", message = "must be a time of day such as 01:30, or empty")
        String at,

        @Min(1) @Max(10_000) int keep,
        boolean beforeUpgrade) {

    Path folder() {
        return Path.of(directory).toAbsolutePath().normalize();
    }

    Optional<LocalTime> timeOfDay() {
        return at == null || at.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(at));
    }
}
