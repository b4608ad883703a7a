package vn.anttmap.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.VietnamBounds;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.VietnamTime;

/** Checks what an officer sent, field by field, and says what to do about the first fault. */
@Component
class DraftCheck {

    /** Clocks of phones run a little ahead. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final Instant EARLIEST = Instant.parse("1975-04-30T00:00:00Z");
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_PEOPLE = 10_000;
    private static final long MOST_DONG = 1_000_000_000_000_000L;

    private final IncidentCategories categories;
    private final Clock clock;

    DraftCheck(IncidentCategories categories, Clock clock) {
        this.categories = categories;
        this.clock = clock;
    }

    /**
     * @param present the stored record when one is corrected; supplies what the draft leaves out of its own times
     * @throws UserProblem of kind INVALID naming the field
     */
    CheckedDraft check(AccountView account, IncidentDraft draft, @Nullable Incident present) {
        Point position = position(draft);
        Instant occurredAt = occurredAt(draft);
        Instant occurredUntil = micros(draft.occurredUntil());
        if (occurredUntil != null && (occurredUntil.isBefore(occurredAt) || occurredUntil.isAfter(latest()))) {
            throw invalid("occurred-until-invalid").at("occurredUntil", occurredUntil);
        }
        IncidentCategory category = category(account, draft, present);
        if (draft.severity() != null && category.severity(draft.severity()) == null) {
            throw invalid("severity-unknown", category.code(), severityCodes(category))
                    .at("severity", draft.severity());
        }
        HandlingLevel handling = draft.handlingLevel() == null ? HandlingLevel.COMMUNE : draft.handlingLevel();
        if (handling == HandlingLevel.DISTRICT
                && VietnamTime.dayOf(occurredAt).isAfter(HandlingLevel.LAST_DAY_OF_DISTRICTS)) {
            throw invalid("district-ended").at("handlingLevel", "district");
        }
        return new CheckedDraft(
                position,
                draft.placeAccuracy() == null ? PlaceAccuracy.EXACT : draft.placeAccuracy(),
                occurredAt,
                occurredUntil,
                reportedAt(draft, present),
                category.code(),
                draft.severity(),
                Boolean.TRUE.equals(draft.majorCase()),
                people("personsInvolved", draft.personsInvolved()),
                people("dead", draft.dead()),
                people("injured", draft.injured()),
                damage(draft.damageDong()),
                handling,
                state(draft, present),
                note(draft.note()));
    }

    /**
     * @param present the stored record, null for a new one
     * @return the reason as it will be kept
     * @throws UserProblem where the record is closed and no reason is given, or the text is too long
     */
    @Nullable String reason(@Nullable String given, @Nullable Incident present) {
        String reason = given == null || given.isBlank() ? null : VietnameseText.nfc(given.strip());
        if (reason == null) {
            if (present != null && present.state().closed()) {
                throw UserProblem.of(Kind.UNPROCESSABLE, "reason-needed").at("reason", null);
            }
            return null;
        }
        if (reason.length() > LONGEST_REASON) {
            throw invalid("text-too-long", "reason", LONGEST_REASON).at("reason", null);
        }
        if (!VietnameseText.storable(reason)) {
            throw invalid("text-unreadable", "reason").at("reason", null);
        }
        return reason;
    }

    private static IncidentState state(IncidentDraft draft, @Nullable Incident present) {
        if (draft.state() != null) {
            return draft.state();
        }
        return present == null ? IncidentState.RECEIVED : present.state();
    }

    private static Point position(IncidentDraft draft) {
        Double longitude = draft.longitude();
        Double latitude = draft.latitude();
        if (longitude == null) {
            throw invalid("field-missing", "longitude").at("longitude", null);
        }
        if (latitude == null) {
            throw invalid("field-missing", "latitude").at("latitude", null);
        }
        if (VietnamBounds.contains(longitude, latitude)) {
            return Wgs84.point(longitude, latitude);
        }
        if (VietnamBounds.contains(latitude, longitude)) {
            throw invalid("axes-swapped", longitude, latitude).at("longitude", longitude);
        }
        boolean longitudeFits = VietnamBounds.contains(longitude, VietnamBounds.EXTENT.south());
        throw invalid("outside-vietnam", longitude, latitude)
                .at(longitudeFits ? "latitude" : "longitude", longitudeFits ? latitude : longitude);
    }

    private Instant occurredAt(IncidentDraft draft) {
        Instant occurredAt = micros(draft.occurredAt());
        if (occurredAt == null) {
            throw invalid("field-missing", "occurredAt").at("occurredAt", null);
        }
        if (occurredAt.isAfter(latest())) {
            throw invalid("occurred-in-future").at("occurredAt", occurredAt);
        }
        if (occurredAt.isBefore(EARLIEST)) {
            throw invalid("occurred-too-early").at("occurredAt", occurredAt);
        }
        return occurredAt;
    }

    private Instant reportedAt(IncidentDraft draft, @Nullable Incident present) {
        Instant reportedAt = micros(draft.reportedAt());
        if (reportedAt == null) {
            return present != null ? present.reportedAt() : clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
        if (reportedAt.isAfter(latest())) {
            throw invalid("reported-in-future").at("reportedAt", reportedAt);
        }
        if (reportedAt.isBefore(EARLIEST)) {
            throw invalid("reported-too-early").at("reportedAt", reportedAt);
        }
        return reportedAt;
    }

    private IncidentCategory category(AccountView account, IncidentDraft draft, @Nullable Incident present) {
        String code = draft.category();
        if (code == null || code.isBlank()) {
            throw invalid("field-missing", "category").at("category", code);
        }
        return categories
                .find(code)
                .filter(category -> !category.restricted() || account.has(Right.SEE_RESTRICTED_CATEGORIES))
                .filter(category -> category.active()
                        || (present != null && present.category().equals(code)))
                .orElseThrow(() -> invalid(
                                "category-unknown",
                                String.join(
                                        ", ",
                                        categories.visibleTo(account).stream()
                                                .filter(IncidentCategory::active)
                                                .map(IncidentCategory::code)
                                                .toList()))
                        .at("category", code));
    }

    private static @Nullable Integer people(String field, @Nullable Integer number) {
        if (number != null && (number < 0 || number > MOST_PEOPLE)) {
            throw invalid("number-out-of-range", field, 0, MOST_PEOPLE).at(field, number);
        }
        return number;
    }

    private static @Nullable Long damage(@Nullable Long dong) {
        if (dong != null && (dong < 0 || dong > MOST_DONG)) {
            throw invalid("number-out-of-range", "damageDong", 0, MOST_DONG).at("damageDong", dong);
        }
        return dong;
    }

    private static @Nullable String note(@Nullable String note) {
        if (note == null || note.isBlank()) {
            return null;
        }
        String clean = VietnameseText.nfc(note.strip());
        if (clean.length() > LONGEST_NOTE) {
            throw invalid("note-too-long", LONGEST_NOTE).at("note", null);
        }
        if (!VietnameseText.storable(clean)) {
            throw invalid("text-unreadable", "note").at("note", null);
        }
        return clean;
    }

    private Instant latest() {
        return clock.instant().plus(CLOCK_TOLERANCE);
    }

    private static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static String severityCodes(IncidentCategory category) {
        return String.join(
                ", ",
                category.severities().stream()
                        .map(IncidentCategory.SeverityGrade::code)
                        .toList());
    }

    private static UserProblem invalid(String key, Object... arguments) {
        return UserProblem.of(Kind.INVALID, key, arguments);
    }
}
