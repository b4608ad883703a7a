package vn.anttmap.safety;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A step as a caller sent it: the status that is wanted, and the facts that belong to it. See {@link StepFacts}. */
public record StepDraft(
        @Nullable String status,
        @Nullable String note,
        @Nullable String resolutionNumber,
        @Nullable LocalDate resolutionDate,
        @Nullable Integer householdsTotal,
        @Nullable Integer householdsRegistered,
        @Nullable LocalDate meetingDate,
        @Nullable Integer attendeesCount,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate appraisedOn,
        @Nullable String decisionNumber,
        @Nullable LocalDate decisionDate,
        @Nullable String signer,
        @Nullable String certificateNumber,
        @Nullable String reasons) {

    /** A step of which no more is known. */
    static StepDraft of(SafetyStatus status, @Nullable String decisionNumber, @Nullable String note) {
        return new StepDraft(
                status.key(),
                note,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                decisionNumber,
                null,
                null,
                null,
                null);
    }
}
