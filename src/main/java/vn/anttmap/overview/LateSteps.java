package vn.anttmap.overview;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import vn.anttmap.safety.AreaSafety;
import vn.anttmap.safety.SafetyStatus;
import vn.anttmap.safety.SafetyYear;

/**
 * Which step of an area's year is overdue on a day. Registration belongs to the first quarter (Thông tư 124/2021, Điều 4
 * khoản 1 and Điều 5 khoản 1; what Thông tư 23/2012 says of it has not been read); a decision is due once the window has
 * ended.
 */
final class LateSteps {

    /** First year judged by Thông tư 124/2021, in force since 10/02/2022. */
    private static final int FIRST_YEAR_OF_THE_QUARTER = 2022;

    private LateSteps() {}

    record Step(String name, LocalDate since, boolean verified) {}

    static Optional<Step> of(AreaSafety area, int year, SafetyYear.Window window, LocalDate today) {
        SafetyStatus status = SafetyStatus.ofKey(area.status());
        return switch (status) {
            case RECOGNISED, NOT_RECOGNISED, NOT_CONSIDERED -> Optional.empty();
            case NOT_REGISTERED -> {
                LocalDate lastDay = LocalDate.of(year, Month.MARCH, 31);
                yield today.isAfter(lastDay)
                        ? Optional.of(new Step("register", lastDay, year >= FIRST_YEAR_OF_THE_QUARTER))
                        : Optional.empty();
            }
            default ->
                today.isAfter(window.to())
                        ? Optional.of(new Step("decide", window.to(), window.verified()))
                        : Optional.empty();
        };
    }
}
