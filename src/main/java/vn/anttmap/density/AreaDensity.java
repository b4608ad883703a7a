package vn.anttmap.density;

import org.jspecify.annotations.Nullable;
import vn.anttmap.density.rates.CountInterval;

/**
 * Count and rates of one area or road. Where the register does not cover the period, {@code covered} is false and count
 * and rates are null: "không đủ số liệu".
 *
 * @param recorded incidents on record in the period, whether or not the register is complete; no basis for a comparison
 * @param areaSource official or measured: which of the two the rate divides by
 * @param populationYear the year of the population figure that the rate divides by
 * @param countInterval exact 95 % interval of the count
 * @param bySqKm rate by area with its interval; by1000 by thousand inhabitants, byKm by length
 * @param unstable fewer than five incidents
 * @param withheld the number is not told to this account, since it, or one beside it, is small; the figure is in no sum
 * @param synthetic whether the boundary or course is made up for demonstration
 */
public record AreaDensity(
        long id,
        String name,
        String fullName,
        String kind,
        String kindLabel,
        @Nullable String parentName,
        boolean covered,
        @Nullable Integer count,
        int recorded,
        @Nullable Double areaSqKm,
        @Nullable String areaSource,
        @Nullable Double lengthKm,
        @Nullable Integer population,
        @Nullable Integer populationYear,
        @Nullable Boolean populationSynthetic,
        @Nullable Double incidentsPerSqKmYear,
        @Nullable Double incidentsPer1000Year,
        @Nullable Double incidentsPerKmYear,
        @Nullable CountInterval countInterval,
        @Nullable RateFigure bySqKm,
        @Nullable RateFigure by1000,
        @Nullable RateFigure byKm,
        boolean unstable,
        boolean withheld,
        boolean synthetic) {}
