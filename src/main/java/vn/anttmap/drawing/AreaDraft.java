package vn.anttmap.drawing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A residential area as drawn.
 *
 * @param areaId the area that gets the boundary; null for a new one
 * @param kind such as {@code thon} or {@code to_dan_pho}; of a new area only
 * @param name of a new area only, with or without its kind
 * @param day the first day on which the boundary holds
 * @param takeOverlaps whether areas that it overlaps give up that ground on the same day; null for no
 * @param geometry GeoJSON Polygon or MultiPolygon, EPSG:4326, longitude first
 */
record AreaDraft(
        @Nullable Long areaId,
        @Nullable String kind,
        @Nullable String name,
        @Nullable LocalDate day,
        @Nullable Boolean takeOverlaps,
        @Nullable JsonNode geometry) {}
