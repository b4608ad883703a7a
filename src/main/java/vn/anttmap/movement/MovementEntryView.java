package vn.anttmap.movement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.anttmap.territory.UnitRef;

/**
 * An entry as it is shown.
 *
 * @param lastDay included; null for one day, or for what still stands
 * @param longitude EPSG:4326, degrees; null without a place
 * @param latitude EPSG:4326, degrees; null without a place
 * @param details the register's own fields by name; amounts as {@code {"value", "moreThan"}}
 */
public record MovementEntryView(
        UUID id,
        String register,
        String kind,
        String kindName,
        UnitRef unit,
        String title,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Double longitude,
        @Nullable Double latitude,
        Map<String, Object> details,
        @Nullable String source,
        boolean withdrawn,
        boolean synthetic,
        String createdBy,
        Instant changedAt,
        long version) {}
