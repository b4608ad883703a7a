package vn.anttmap.gisdata;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One legal state of one unit, as written to {@code units.geojson}: it holds on [validFrom, validTo), null is open.
 *
 * @param key stable, unique over all datasets
 * @param level province, district, commune or residential-area
 * @param code official code as text with leading zeros; hamlets have none
 * @param geometry EPSG:4326, longitude first; null where no boundary is to be had
 */
record UnitVersion(
        String key,
        String level,
        String kind,
        @Nullable String code,
        String name,
        String fullName,
        @Nullable String parentKey,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String validitySource,
        @Nullable LocalDate listedOn,
        List<Predecessor> predecessors,
        @Nullable SourcedArea officialArea,
        @Nullable SourcedCount households,
        List<PopulationFigure> population,
        @Nullable String syntheticNote,
        @Nullable Geometry geometry) {

    /** Change is one of renamed, merged, split, moved, continued. */
    record Predecessor(String key, String change) {}

    record SourcedArea(double squareKilometers, String source) {}

    record SourcedCount(int count, String source) {}

    record PopulationFigure(int year, int count, String source, boolean synthetic) {}

    /** A boundary is synthetic exactly when there is a note that tells users so. */
    boolean synthetic() {
        return syntheticNote != null;
    }

    boolean isValidOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || day.isBefore(validTo));
    }
}
