package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statuses of a year.
 *
 * @param asOf the past day whose end the answer describes; null for now
 * @param restrictedExcluded whether the hints leave out incidents of restricted categories
 */
public record SafetyYear(
        int year,
        LocalDate boundaryDay,
        @Nullable LocalDate asOf,
        Windows windows,
        boolean restrictedExcluded,
        List<AreaSafety> areas) {

    public record Windows(Window residentialArea, Window commune) {}

    /** @param verified false where the dates have still to be checked */
    public record Window(LocalDate from, LocalDate to, boolean verified) {

        static Window of(AssessmentWindows.Window window) {
            return new Window(window.from(), window.to(), window.verified());
        }
    }
}
