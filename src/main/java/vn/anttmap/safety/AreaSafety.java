package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status of one area in one year.
 *
 * @param recordedOn null where nothing was recorded and the status is therefore "chưa đăng ký"
 * @param criteria the single criteria; empty until the criteria sets are filled
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
        SafetyHint hint) {}
