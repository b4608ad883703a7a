package vn.anttmap.overview;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked; null for what the service chooses.
 *
 * @param within a unit of any level and day
 * @param from first calendar day in Vietnam
 * @param to last calendar day in Vietnam, included; the areas are those of this day
 * @param year assessment year
 */
record OverviewQuestion(
        @Nullable Long within,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer year) {}
