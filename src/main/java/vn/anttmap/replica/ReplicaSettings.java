package vn.anttmap.replica;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param url of the replica; empty where everything is read from the primary
 * @param connections to it at most
 * @param longestWait for the replica to have what the primary had when it was asked; longer, and the primary is read
 * @param retryAfter so long it is left alone once it could not be used
 */
@Validated
@ConfigurationProperties("anttmap.replica")
record ReplicaSettings(
        @NotNull @Pattern(regexp = "|jdbc:postgresql:.*", message = "must be the JDBC address of a PostgreSQL replica, or empty") String url,

        @NotNull String username,
        @NotNull String password,
        @Min(1) @Max(50) int connections,

        @NotNull @DurationMin(millis = 0) @DurationMax(minutes = 1)
        Duration longestWait,

        @NotNull @DurationMin(millis = 1) @DurationMax(hours = 1)
        Duration retryAfter) {

    boolean used() {
        return !url.isEmpty();
    }
}
