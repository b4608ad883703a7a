package vn.anttmap.territory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiLineString;

/**
 * A road segment to be stored.
 *
 * @param course EPSG:4326, longitude first
 */
public record NewRoadSegment(
        String key,
        String name,
        @Nullable String fromDescription,
        @Nullable String toDescription,
        @Nullable String owner,
        @Nullable LocalDate foundedOn,
        Validity validity,
        boolean synthetic,
        @Nullable String syntheticNote,
        MultiLineString course) {}
