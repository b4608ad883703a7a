package vn.anttmap.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an officer says about an incident. There is deliberately no field for a person.
 *
 * @param longitude EPSG:4326, degrees
 * @param latitude EPSG:4326, degrees
 * @param placeAccuracy null means exact
 * @param occurredUntil end of the span in which it happened, if only a span is known
 * @param reportedAt null means now
 * @param severity grade on the scale of the category; null while not classified
 * @param majorCase trọng án; null means no
 * @param damageDong property damage in đồng
 * @param handlingLevel null means commune
 * @param state null means as it is, received for a new one
 * @param note for those with the right to read notes; never exported
 * @param reason why the record is changed; a closed one is changed for a reason only
 */
public record IncidentDraft(
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable PlaceAccuracy placeAccuracy,
        @Nullable Instant occurredAt,
        @Nullable Instant occurredUntil,
        @Nullable Instant reportedAt,
        @Nullable String category,
        @Nullable String severity,
        @Nullable Boolean majorCase,
        @Nullable Integer personsInvolved,
        @Nullable Integer dead,
        @Nullable Integer injured,
        @Nullable Long damageDong,
        @Nullable HandlingLevel handlingLevel,
        @Nullable IncidentState state,
        @Nullable String note,
        @Nullable String reason) {}
