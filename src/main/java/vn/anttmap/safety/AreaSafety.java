package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status of one area in one year.
 *
 * @param recordedOn null where nothing was recorded and the status is therefore "chưa đăng ký"
 * @param criteria always empty: the single criteria are in the year of the area
 * @param hint null where a past day is asked for, since figures of today say nothing about what was known then, and where
 *     only statuses are
 * @param version counts what was recorded, for If-Match; 0 before the first step
 * @param missing in plain words what is not there yet; only in the answer to a step, null elsewhere
 */
public record AreaSafety(
        long id,
        String name,
        String fullName,
        String level,
        String kindLabel,
        @Nullable String parentName,
        String status,
        @Nullable LocalDate recordedOn,
        @Nullable String recordedBy,
        @Nullable String decisionNumber,
        @Nullable String note,
        boolean synthetic,
        List<String> criteria,
        @Nullable SafetyHint hint,
        long version,
        @Nullable List<String> missing) {}
