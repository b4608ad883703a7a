package vn.anttmap.incident;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.MonthDay;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What accounts without the right to exact places get to know of incidents.
 *
 * @param smallestCount numbers from 1 to below this are withheld from them, and they get figures of whole periods only; 0
 *     switches that off
 * @param period the periods that they can ask for
 * @param yearBegins the first day of a year, where years are the periods: {@code --01-01}, or that of the window in which
 *     areas are assessed
 */
@Validated
@ConfigurationProperties("anttmap.privacy")
public record PrivacySettings(
        @PositiveOrZero @Max(1_000) int smallestCount,
        @NotNull Period period,
        @NotNull MonthDay yearBegins) {

    /** Periods of one kind lie side by side. Two kinds beside each other would tell their difference. */
    public enum Period {
        MONTH,
        QUARTER,
        YEAR
    }

    /** With 2 the only small number would be 1, and so nothing would be hidden by not telling it. */
    @AssertTrue(message = "anttmap.privacy.smallest-count is 0, or 3 and more") public boolean isHiding() {
        return smallestCount == 0 || smallestCount >= 3;
    }
}
