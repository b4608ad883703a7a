package vn.anttmap.territory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * A unit state to be stored.
 *
 * @param key stable key of the data set, unique; decides between two areas that share a border
 * @param parentKey key of the unit it belongs to, stored before it
 * @param predecessors what it follows, stored before it
 * @param boundary EPSG:4326, longitude first; null where no boundary is held
 */
public record NewUnit(
        String key,
        UnitLevel level,
        UnitKind kind,
        @Nullable String code,
        String name,
        String fullName,
        @Nullable String parentKey,
        Validity validity,
        @Nullable String validitySource,
        @Nullable LocalDate listedOn,
        List<Predecessor> predecessors,
        @Nullable Double officialAreaSqKm,
        @Nullable String officialAreaSource,
        @Nullable Integer households,
        @Nullable String householdsSource,
        List<Population> population,
        boolean synthetic,
        @Nullable String syntheticNote,
        @Nullable MultiPolygon boundary) {

    /** @param change renamed, merged, split, moved or continued */
    public record Predecessor(String key, String change) {}
}
