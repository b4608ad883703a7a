package vn.anttmap.density;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two periods of the same areas against each other.
 *
 * @param boundaryDay the day whose areas both periods are counted in
 * @param compared areas whose register covers both periods
 * @param correction how the many comparisons are made up for: {@code benjamini-hochberg}
 * @param restrictedExcluded whether incidents of restricted categories are left out
 */
public record ComparisonReport(
        String level,
        Period later,
        Period earlier,
        LocalDate boundaryDay,
        int compared,
        String correction,
        boolean restrictedExcluded,
        List<ComparedArea> areas) {

    /** @param from first calendar day in Vietnam @param to last one, included @param days from first to last */
    public record Period(LocalDate from, LocalDate to, int days) {

        static Period of(LocalDate from, LocalDate to) {
            return new Period(from, to, Rates.days(from, to));
        }
    }

    /** What can be said of the difference. */
    public enum Change {
        /** More than chance explains, also after the correction for the number of areas. */
        CLEARLY_MORE,
        CLEARLY_LESS,
        /** Chance may explain it. */
        UNCLEAR,
        /** The register does not cover both periods. */
        NOT_ENOUGH_DATA
    }

    /**
     * One area. Where the register does not cover both periods all figures are null.
     *
     * @param later cases of the later period
     * @param earlier cases of the earlier period
     * @param ratio rate per day of the later over that of the earlier period; null where the earlier one has no case
     * @param p exact conditional test of two Poisson means, two-sided
     * @param pCorrected after the correction over the compared areas that have any case
     */
    public record ComparedArea(
            long id,
            String name,
            String fullName,
            String kindLabel,
            @Nullable String parentName,
            @Nullable Integer later,
            @Nullable Integer earlier,
            @Nullable Double ratio,
            @Nullable Double p,
            @Nullable Double pCorrected,
            Change change) {}
}
