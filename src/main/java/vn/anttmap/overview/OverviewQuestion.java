package vn.anttmap.overview;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked; null for what the service chooses.
 *
 * @param within a unit of any level and day
 * @param from first calendar day in Vietnam
 * @param to last calendar day in Vietnam, included
 * @param year assessment year
 * @param boundaryDay the day whose areas are meant; those of the last day without it
 */
record OverviewQuestion(
        @Nullable Long within,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer year,
        @Nullable LocalDate boundaryDay) {}
