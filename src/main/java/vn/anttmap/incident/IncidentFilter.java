package vn.anttmap.incident;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.anttmap.geo.Extent;

/**
 * Which incidents a list asks for; null means no limit.
 *
 * @param from first calendar day in Vietnam, included
 * @param to last calendar day in Vietnam, included
 * @param unitId a unit of any level whose incidents are asked for
 * @param mineOnly only those the account marked
 */
public record IncidentFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String category,
        @Nullable String severity,
        @Nullable Extent extent,
        @Nullable Long unitId,
        boolean mineOnly,
        boolean withdrawnToo) {

    public static IncidentFilter period(LocalDate from, LocalDate to) {
        return new IncidentFilter(from, to, null, null, null, null, false, false);
    }
}
