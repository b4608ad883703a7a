package vn.anttmap.status;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param diskNotice free room of the data's disk under which the status page says so
 * @param diskWarning and under which the service takes no more requests for ready
 * @param slowQuery a statement that takes longer is logged; 0 logs none
 * @param clockJump a change of the clock by more is told
 */
@Validated
@ConfigurationProperties("anttmap.status")
record StatusSettings(
        @NotNull @DefaultValue("2GB") DataSize diskNotice,
        @NotNull @DefaultValue("200MB") DataSize diskWarning,

        @DurationMin(millis = 0) @DurationMax(hours = 1) @DefaultValue("0")
        Duration slowQuery,

        @DurationMin(seconds = 1) @DurationMax(hours = 1) @DefaultValue("5s")
        Duration clockJump) {}
