package vn.anttmap.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.anttmap.territory.UnitRef;

/**
 * An incident as one account may see it: without the right to points the place is null, without the right to notes the
 * note is null.
 *
 * @param commune the commune it lies in as of its day; for a mark near the border the one whose register holds it
 * @param closed whether the handling is over, so that a change needs a reason
 * @param noteRedactedAt when the note was last removed for good; a newer one may stand there
 * @param assignedByHand whether somebody put it into its area; its place then does not decide
 * @param photos empty where photos are off, or not for this account
 * @param mine whether the account itself marked it
 * @param changedAt when this version was written: the receipt
 */
public record IncidentView(
        UUID id,
        @Nullable Double longitude,
        @Nullable Double latitude,
        String placeAccuracy,
        Instant occurredAt,
        @Nullable Instant occurredUntil,
        Instant reportedAt,
        String category,
        String categoryName,
        @Nullable String severity,
        @Nullable String severityName,
        boolean majorCase,
        @Nullable Integer personsInvolved,
        @Nullable Integer dead,
        @Nullable Integer injured,
        @Nullable Long damageDong,
        String handlingLevel,
        String state,
        boolean closed,
        @Nullable String note,
        @Nullable Instant noteRedactedAt,
        @Nullable UnitRef commune,
        @Nullable UnitRef residentialArea,
        @Nullable RoadRef roadSegment,
        List<IncidentPhoto> photos,
        boolean nearBorder,
        boolean assignedByHand,
        boolean withdrawn,
        boolean mine,
        long version,
        Instant changedAt,
        boolean synthetic) {

    /** A road by id and name. */
    public record RoadRef(long id, String name) {}
}
