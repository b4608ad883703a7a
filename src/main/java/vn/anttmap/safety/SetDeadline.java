package vn.anttmap.safety;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Until when a step is due under a set: a day of the year itself, or so many days after the window.
 *
 * @param status key of the step that is due
 * @param day month and day as {@code 03-31}; null where days are counted
 * @param daysAfterWindow null where a day is named
 * @param verified false means "cần kiểm tra": not yet compared with the instrument
 * @param version for If-Match
 */
public record SetDeadline(
        String status,
        @Nullable String day,
        @Nullable Integer daysAfterWindow,
        boolean verified,
        String source,
        long version) {

    boolean saysTheSame(SetDeadline other) {
        return Objects.equals(day, other.day)
                && Objects.equals(daysAfterWindow, other.daysAfterWindow)
                && verified == other.verified
                && source.equals(other.source);
    }
}
