package vn.anttmap.density;

import java.time.LocalDate;
import java.util.List;

/**
 * Densities of all areas of a level.
 *
 * @param from first calendar day in Vietnam
 * @param to last calendar day in Vietnam, included
 * @param years days / 365.25
 * @param boundaryDay the day whose areas are counted in
 * @param total incidents of the period that the account may see
 * @param notCounted those of them that stand in no figure of this level
 * @param restrictedExcluded whether incidents of restricted categories are left out
 */
public record DensityReport(
        String level,
        LocalDate from,
        LocalDate to,
        int days,
        double years,
        LocalDate boundaryDay,
        int total,
        NotCounted notCounted,
        boolean restrictedExcluded,
        List<AreaDensity> areas) {

    /**
     * @param tooInexact place not exact enough for this level
     * @param outsideAreas place in none of the listed areas of the boundary day, near the border, or off every road
     */
    public record NotCounted(int tooInexact, int outsideAreas) {}
}
