package vn.anttmap.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/** A draft whose every value has passed {@link DraftCheck}; defaults are filled in, instants cut to microseconds. */
record CheckedDraft(
        Point position,
        PlaceAccuracy placeAccuracy,
        Instant occurredAt,
        @Nullable Instant occurredUntil,
        Instant reportedAt,
        String category,
        @Nullable String severity,
        boolean majorCase,
        @Nullable Integer personsInvolved,
        @Nullable Integer dead,
        @Nullable Integer injured,
        @Nullable Long damageDong,
        HandlingLevel handlingLevel,
        IncidentState state,
        @Nullable String note) {}
