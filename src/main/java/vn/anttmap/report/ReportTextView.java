package vn.anttmap.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of a report by section.
 *
 * @param version 0 while nobody has written any
 * @param texts by the keys of the sections; one that is missing is empty
 * @param proposal the text of the last report of the same unit before this one; null where there is none
 * @param mayWrite whether the account may change it
 */
record ReportTextView(
        long areaId,
        LocalDate from,
        LocalDate to,
        long version,
        Map<String, String> texts,
        @Nullable Instant recordedAt,
        @Nullable String recordedBy,
        @Nullable Proposal proposal,
        boolean mayWrite) {

    record Proposal(LocalDate from, LocalDate to, Map<String, String> texts) {}

    /** One earlier state. */
    record Entry(long version, Instant recordedAt, String recordedBy, Map<String, String> texts) {}
}
