package vn.anttmap.territory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a point lies on a day.
 *
 * @param roadSegment the nearest road that is near enough to own an incident here
 * @param distanceOutsideMeters how far outside the account's territory, 0 inside; infinite beyond 50 km
 */
public record Location(
        LocalDate day,
        @Nullable UnitRef commune,
        @Nullable UnitRef residentialArea,
        @Nullable NearRoad roadSegment,
        boolean insideJurisdiction,
        double distanceOutsideMeters) {}
