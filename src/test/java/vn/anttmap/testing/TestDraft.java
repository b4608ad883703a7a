package vn.anttmap.testing;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import vn.anttmap.incident.HandlingLevel;
import vn.anttmap.incident.IncidentDraft;
import vn.anttmap.incident.IncidentState;
import vn.anttmap.incident.PlaceAccuracy;

/**
 * A draft of a plain incident, changed one thing at a time: {@code TestDraft.at(place, "2021-03-01T08:00:00Z").note("…")}.
 *
 * @param occurredAt ISO 8601 with offset
 */
public record TestDraft(
        Point place,
        String occurredAt,
        String category,
        PlaceAccuracy accuracy,
        boolean majorCase,
        @Nullable HandlingLevel handling,
        @Nullable IncidentState state,
        @Nullable String note,
        @Nullable String reason) {

    /** A public-order incident at an exact place. */
    public static TestDraft at(Point place, String occurredAt) {
        return new TestDraft(place, occurredAt, "TTXH", PlaceAccuracy.EXACT, false, null, null, null, null);
    }

    public TestDraft movedTo(Point newPlace) {
        return new TestDraft(newPlace, occurredAt, category, accuracy, majorCase, handling, state, note, reason);
    }

    public TestDraft category(String code) {
        return new TestDraft(place, occurredAt, code, accuracy, majorCase, handling, state, note, reason);
    }

    public TestDraft accuracy(PlaceAccuracy newAccuracy) {
        return new TestDraft(place, occurredAt, category, newAccuracy, majorCase, handling, state, note, reason);
    }

    /** Who handles it. */
    public TestDraft handledBy(HandlingLevel level) {
        return new TestDraft(place, occurredAt, category, accuracy, majorCase, level, state, note, reason);
    }

    public TestDraft state(IncidentState newState) {
        return new TestDraft(place, occurredAt, category, accuracy, majorCase, handling, newState, note, reason);
    }

    public TestDraft note(String newNote) {
        return new TestDraft(place, occurredAt, category, accuracy, majorCase, handling, state, newNote, reason);
    }

    /** Why a closed record is changed. */
    public TestDraft because(String newReason) {
        return new TestDraft(place, occurredAt, category, accuracy, majorCase, handling, state, note, newReason);
    }

    /** A trọng án. */
    public TestDraft major() {
        return new TestDraft(place, occurredAt, category, accuracy, true, handling, state, note, reason);
    }

    public IncidentDraft draft() {
        Instant instant = OffsetDateTime.parse(occurredAt).toInstant();
        return new IncidentDraft(
                place.getX(),
                place.getY(),
                accuracy,
                instant,
                null,
                null,
                category,
                null,
                majorCase,
                null,
                null,
                null,
                null,
                handling,
                state,
                note,
                reason);
    }
}
