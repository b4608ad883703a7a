package vn.anttmap.exchange;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.Extent;

/**
 * What a planner wants in a file.
 *
 * @param from first day of the period of the figures; null with {@code to} where nothing is covered
 * @param to last day of the period, included
 * @param year assessment year of the status
 * @param boundaryDay the day whose areas, roads and teams are exported
 * @param extent EPSG:4326; null for all
 * @param locale language of labels inside the file
 */
record ExportRequest(
        ExportCollection collection,
        CoordinateSystem system,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int year,
        LocalDate boundaryDay,
        @Nullable Extent extent,
        Locale locale) {}
