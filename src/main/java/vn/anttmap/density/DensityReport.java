package vn.anttmap.density;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Densities of all areas of a level.
 *
 * @param from first calendar day in Vietnam
 * @param to last calendar day in Vietnam, included
 * @param years days / 365.25
 * @param boundaryDay the day whose areas are counted in
 * @param total incidents of the period that the account may see
 * @param notCounted those of them that stand in no figure of this level
 * @param withheldBelow numbers from 1 to below this, and some beside them, are withheld from this account; 0 where none are
 * @param common the rates of all listed areas together
 * @param restrictedExcluded whether incidents of restricted categories are left out
 * @param classes limits for a map of the rates; null where none were asked for
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
        int withheldBelow,
        CommonRates common,
        List<AreaDensity> areas,
        @Nullable RateClasses classes) {

    /** The same figures with limits for a map of them. */
    DensityReport classed(RateClasses.Wish wish) {
        return new DensityReport(
                level,
                from,
                to,
                days,
                years,
                boundaryDay,
                total,
                notCounted,
                restrictedExcluded,
                withheldBelow,
                common,
                areas,
                RateClasses.of(areas, wish));
    }

    /**
     * Cases of all areas that have figures by the size of all of them, per year: what each area is held against.
     *
     * @param perSqKmYear per km²; null where no area has a figure
     * @param per1000Year per thousand inhabitants
     * @param perKmYear per km of road
     */
    public record CommonRates(
            @Nullable Double perSqKmYear,
            @Nullable Double per1000Year,
            @Nullable Double perKmYear) {}

    /**
     * @param tooInexact place not exact enough for this level
     * @param outsideAreas place in none of the listed areas of the boundary day, near the border, or off every road
     */
    public record NotCounted(int tooInexact, int outsideAreas) {}
}
