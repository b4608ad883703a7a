package vn.anttmap.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agency, enterprise or school, with where it stands in a year.
 *
 * @param kind agency, enterprise or school
 * @param communeName of the commune as it was when the entry was made
 * @param status key of the status in the year that was asked for; null where no year was
 * @param nextSteps keys of the statuses that the account may record now; empty where no year was asked for
 * @param maySupplement whether the account may add a number or a note to the status that stands
 */
record OrganizationView(
        UUID id,
        long version,
        String name,
        String kind,
        long communeId,
        String communeName,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean withdrawn,
        @Nullable String status,
        @Nullable String decisionNumber,
        @Nullable String note,
        @Nullable Instant recordedAt,
        @Nullable String recordedBy,
        List<String> nextSteps,
        boolean maySupplement) {}
