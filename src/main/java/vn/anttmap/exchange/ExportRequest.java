package vn.anttmap.exchange;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.Extent;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.territory.Ground;

/**
 * What a planner wants in a file.
 *
 * @param from first day of the period of the figures; null with {@code to} where nothing is covered
 * @param to last day of the period, included
 * @param year assessment year of the status
 * @param asOf the status as it was recorded by the end of this day in Vietnam; null for now
 * @param boundaryDay the day whose areas, roads and teams are exported
 * @param extent EPSG:4326; null for all
 * @param within what a unit comes to on the boundary day; null for all
 * @param category code of the incidents that are listed and counted; null for all
 * @param locale language of labels inside the file
 * @param sizeM of the cells of a grid: square root of their area; null for the usual one
 */
record ExportRequest(
        ExportCollection collection,
        CoordinateSystem system,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int year,
        @Nullable LocalDate asOf,
        LocalDate boundaryDay,
        @Nullable Extent extent,
        @Nullable Ground within,
        @Nullable String category,
        Locale locale,
        @Nullable Integer sizeM) {

    /** A request for anything but a grid, or for one of the usual size. */
    ExportRequest(
            ExportCollection collection,
            CoordinateSystem system,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int year,
            @Nullable LocalDate asOf,
            LocalDate boundaryDay,
            @Nullable Extent extent,
            @Nullable Ground within,
            @Nullable String category,
            Locale locale) {
        this(collection, system, from, to, year, asOf, boundaryDay, extent, within, category, locale, null);
    }

    /** The same of another collection. */
    ExportRequest of(ExportCollection other) {
        return new ExportRequest(
                other, system, from, to, year, asOf, boundaryDay, extent, within, category, locale, sizeM);
    }

    /** What the figures count; empty where nothing is covered and no period was asked for. */
    Optional<IncidentCounts.Question> question(@Nullable String wantedCategory) {
        return from == null || to == null
                ? Optional.empty()
                : Optional.of(new IncidentCounts.Question(from, to, wantedCategory, null, false, boundaryDay, within));
    }
}
