package vn.anttmap.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One area's year: where it stands, how it came there, what it is judged by and what it still lacks.
 *
 * @param asOf the past day whose end the answer describes; null for now
 * @param version counts what was recorded, for If-Match; 0 before the first step and for a past day
 * @param nextSteps keys of the statuses that the account may record now; none for a past day
 * @param mayJudge whether the account may judge criteria now
 * @param mayAttach whether the account may add documents now
 * @param missing in plain words what is not there yet
 * @param late whether a step is overdue
 */
record AreaYear(
        long id,
        String name,
        String fullName,
        String level,
        String kindLabel,
        @Nullable String parentName,
        int year,
        @Nullable LocalDate asOf,
        SafetyYear.Window window,
        String criteriaSet,
        String status,
        boolean synthetic,
        long version,
        List<Step> steps,
        List<Judged> criteria,
        List<String> missing,
        List<String> nextSteps,
        boolean mayJudge,
        boolean mayAttach,
        List<AssessmentDeadlines.Deadline> deadlines,
        boolean late,
        List<YearDocument> documents) {

    /** @param basis what a decision rested on; empty for other steps and for decisions of old data */
    record Step(
            String status,
            Instant recordedAt,
            LocalDate recordedOn,
            String recordedBy,
            @Nullable String note,
            StepFacts facts,
            @Nullable String criteriaSet,
            List<Basis> basis) {}

    /** A criterion as a decision found it. @param text the wording that was judged; null where it was not judged */
    record Basis(
            String code,
            @Nullable String text,
            String verdict,
            @Nullable String evidence,
            @Nullable String judgedBy,
            @Nullable Instant judgedAt,
            @Nullable CriterionHint hint) {}

    /** A criterion with the judgement that holds. @param hint the figures of today; null for a past day */
    record Judged(
            long id,
            long criterionVersion,
            String code,
            String text,
            String judgedBy,
            boolean optional,
            boolean verified,
            String source,
            @Nullable Judgement judgement,
            @Nullable CriterionHint hint) {}

    /**
     * @param criterionVersion of the wording that was judged
     * @param hint the figures that stood beside it at that moment
     */
    record Judgement(
            String verdict,
            @Nullable String evidence,
            @Nullable String documentId,
            Instant judgedAt,
            String judgedBy,
            long criterionVersion,
            @Nullable CriterionHint hint) {}
}
