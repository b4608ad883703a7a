package vn.anttmap.drawing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A self-managed road segment as drawn.
 *
 * @param roadId the segment that gets the course and the fields; null for a new one
 * @param fromDescription where it begins, in words
 * @param toDescription where it ends, in words
 * @param owner the organisation that looks after it
 * @param day the first day on which this holds
 * @param geometry GeoJSON LineString or MultiLineString, EPSG:4326, longitude first
 */
record RoadDraft(
        @Nullable Long roadId,
        @Nullable String name,
        @Nullable String fromDescription,
        @Nullable String toDescription,
        @Nullable String owner,
        @Nullable LocalDate day,
        @Nullable JsonNode geometry) {}
