package vn.anttmap.safety;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An assessment made up for demonstration. */
public record SyntheticAssessment(
        long unitId,
        int year,
        SafetyStatus status,
        LocalDate recordedOn,
        String recordedBy,
        @Nullable String decisionNumber,
        @Nullable String note) {}
