package vn.anttmap.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param longestSignIn how long a sign-in through the page lasts, however much it is used
 * @param idle how long it lasts without use
 * @param administratorIdle how long an administrator's lasts without use
 * @param failuresOfAddress wrong passwords that one address has free, whatever the names; 0 counts none
 * @param secondFactor who signs in with one
 * @param secondFactorKey 64 hexadecimal digits under which secrets of second factors are stored, or empty
 */
@Validated
@ConfigurationProperties("anttmap.access")
record AccessSettings(
        @DurationMin(minutes = 5) Duration longestSignIn,
        @DurationMin(minutes = 5) Duration idle,
        @DurationMin(minutes = 5) Duration administratorIdle,
        @Min(0) @Max(10_000) int failuresOfAddress,
        SecondFactorMode secondFactor,
        @Pattern(regexp = "([0-9a-fA-F]{64})?") String secondFactorKey) {

    Duration idle(Role role) {
        return role == Role.ADMINISTRATOR && administratorIdle.compareTo(idle) < 0 ? administratorIdle : idle;
    }
}
