package vn.anttmap.movement;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.VietnamBounds;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.VietnamTime;

/** Checks what an officer sent, field by field, and says what to do about the first fault. */
@Component
class EntryCheck {

    private static final LocalDate EARLIEST = LocalDate.of(1945, 8, 19);
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_SOURCE = 500;
    private static final int LONGEST_DETAILS = 8_000;

    private final MovementKinds kinds;
    private final Territory territory;
    private final JsonMapper json;
    private final Clock clock;

    EntryCheck(MovementKinds kinds, Territory territory, JsonMapper json, Clock clock) {
        this.kinds = kinds;
        this.territory = territory;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param presentKind the kind that the stored entry has, which may have become inactive; null for a new one
     * @throws UserProblem naming the field; of kind NOT_FOUND for a unit outside the account's territory
     */
    MovementEntry.Content check(
            AccountView account, Register register, EntryDraft draft, @Nullable String presentKind) {
        String kind = kinds.choose(register.key(), "kind", draft.kind(), presentKind);
        if (draft.unitId() == null) {
            throw invalid("field-missing", "unitId").at("unitId", null);
        }
        Unit unit = territory.get(account, draft.unitId());
        String title = GivenText.required("title", draft.title(), LONGEST_TITLE);
        LocalDate firstDay = draft.firstDay();
        if (firstDay == null) {
            throw invalid("field-missing", "firstDay").at("firstDay", null);
        }
        checkDays(register, firstDay, draft.lastDay());
        String details = json.writeValueAsString(
                EntryDetails.check(register, draft.details()).values());
        if (details.length() > LONGEST_DETAILS) {
            throw invalid("text-too-long", "details", LONGEST_DETAILS).at("details", null);
        }
        return new MovementEntry.Content(
                register,
                kind,
                unit.id(),
                title,
                firstDay,
                draft.lastDay(),
                details,
                position(draft.longitude(), draft.latitude()),
                GivenText.optional("source", draft.source(), LONGEST_SOURCE));
    }

    /** An entry of the demonstration data, whose unit and days are right by themselves. */
    MovementEntry.Content recorded(RecordedEntry entry) {
        return new MovementEntry.Content(
                entry.register(),
                entry.kind(),
                entry.unitId(),
                entry.title(),
                entry.firstDay(),
                entry.lastDay(),
                json.writeValueAsString(
                        EntryDetails.check(entry.register(), entry.details()).values()),
                null,
                entry.source());
    }

    private void checkDays(Register register, LocalDate firstDay, @Nullable LocalDate lastDay) {
        if (firstDay.isBefore(EARLIEST)) {
            throw invalid("register-day-invalid", EARLIEST).at("firstDay", firstDay);
        }
        if (lastDay != null && lastDay.isBefore(firstDay)) {
            throw invalid("period-backwards", firstDay, lastDay).at("lastDay", lastDay);
        }
        // What stands may be planned to end; what happened has happened.
        LocalDate happened = register.standing() || lastDay == null ? firstDay : lastDay;
        if (register != Register.DRIVES && happened.isAfter(VietnamTime.today(clock))) {
            throw invalid("register-day-in-future").at(happened.equals(firstDay) ? "firstDay" : "lastDay", happened);
        }
    }

    /** @return null without a place */
    static @Nullable Point position(@Nullable Double longitude, @Nullable Double latitude) {
        if (longitude == null && latitude == null) {
            return null;
        }
        if (longitude == null || latitude == null) {
            String missing = longitude == null ? "longitude" : "latitude";
            throw invalid("field-missing", missing).at(missing, null);
        }
        if (VietnamBounds.contains(longitude, latitude)) {
            return Wgs84.point(longitude, latitude);
        }
        if (VietnamBounds.contains(latitude, longitude)) {
            throw invalid("axes-swapped", longitude, latitude).at("longitude", longitude);
        }
        throw invalid("outside-vietnam", longitude, latitude).at("longitude", longitude);
    }

    private static UserProblem invalid(String key, Object... arguments) {
        return UserProblem.of(Kind.INVALID, key, arguments);
    }
}
