package vn.anttmap.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.anttmap.territory.VietnamTime;

/**
 * Which entries are asked for; null means no limit.
 *
 * @param firstDay first calendar day in Vietnam, included
 * @param lastDay last calendar day in Vietnam, included
 */
record AuditFilter(
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String username,
        @Nullable AuditAction action,
        @Nullable UUID incidentId) {

    @Nullable Instant from() {
        return firstDay == null ? null : firstDay.atStartOfDay(VietnamTime.ZONE).toInstant();
    }

    /** The first instant after the last day. */
    @Nullable Instant until() {
        return lastDay == null
                ? null
                : lastDay.plusDays(1).atStartOfDay(VietnamTime.ZONE).toInstant();
    }

    /** For the trail's own entry about the search. */
    String describe() {
        List<String> parts = new ArrayList<>();
        part(parts, "from", firstDay);
        part(parts, "to", lastDay);
        part(parts, "username", username);
        part(parts, "action", action == null ? null : action.key());
        part(parts, "incidentId", incidentId);
        return String.join("; ", parts);
    }

    private static void part(List<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + "=" + value);
        }
    }
}
