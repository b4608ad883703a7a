package vn.anttmap.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import vn.anttmap.territory.UnitRef;

/**
 * An incident as a row of a layer: what an account may see of it, without its note.
 *
 * @param place EPSG:4326; null without the right to exact places
 * @param localDate calendar day in Vietnam
 * @param commune the commune it lies in as of its day; for a mark near the border the one whose register holds it
 * @param roadSegment name of the nearest one of its day; null without the right to exact places
 */
public record IncidentItem(
        UUID id,
        long version,
        @Nullable Point place,
        PlaceAccuracy placeAccuracy,
        Instant occurredAt,
        @Nullable Instant occurredUntil,
        Instant reportedAt,
        LocalDate localDate,
        String category,
        @Nullable String severity,
        boolean majorCase,
        @Nullable Integer personsInvolved,
        @Nullable Integer dead,
        @Nullable Integer injured,
        @Nullable Long damageDong,
        HandlingLevel handlingLevel,
        IncidentState state,
        @Nullable UnitRef commune,
        @Nullable UnitRef residentialArea,
        @Nullable String roadSegment,
        boolean nearBorder,
        Instant changedAt,
        boolean synthetic) {}
