package vn.anttmap.density;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.anttmap.density.rates.CountInterval;

/**
 * Incidents in an area that was drawn on the map.
 *
 * @param count those whose place is known exactly or by the street; null where a register does not cover the period
 * @param recorded as {@code count}, whether or not the registers are complete
 * @param leftOut incidents of the communes it touches whose place is not exact enough to say
 * @param areaSqKm of the part inside the account's territory, measured on the ellipsoid
 * @param insideShare that part of the whole drawn area, 0 to 1
 * @param countInterval exact 95 % interval of the count
 * @param bySqKm the rate with its interval; nothing to compare with
 * @param population an estimate; null where figures of units are missing, or nobody lives there by them
 * @param by1000 the rate by thousand inhabitants; its interval takes the estimate for certain
 * @param populationMissing those communes without figures to estimate inhabitants from
 * @param communes those it touches
 * @param notCovered those of them whose register does not cover the period
 * @param restrictedExcluded whether incidents of restricted categories are left out
 */
public record DrawnAreaDensity(
        LocalDate from,
        LocalDate to,
        int days,
        double years,
        LocalDate boundaryDay,
        @Nullable Integer count,
        int recorded,
        int leftOut,
        double areaSqKm,
        double insideShare,
        @Nullable CountInterval countInterval,
        @Nullable RateFigure bySqKm,
        @Nullable DrawnPopulation population,
        @Nullable RateFigure by1000,
        List<String> populationMissing,
        boolean unstable,
        List<String> communes,
        List<String> notCovered,
        boolean restrictedExcluded) {}
