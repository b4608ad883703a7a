package vn.anttmap.safety;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is recorded last of one unit's year. @param version 0 for a past day: nothing can be based on it */
record RecordedStatus(
        SafetyStatus status,
        LocalDate on,
        String by,
        @Nullable String decisionNumber,
        @Nullable String note,
        boolean synthetic,
        long version) {

    static RecordedStatus now(SafetyAssessment assessment) {
        return new RecordedStatus(
                assessment.status(),
                assessment.recordedOn(),
                assessment.recordedBy(),
                assessment.decisionNumber(),
                assessment.note(),
                assessment.synthetic(),
                assessment.changes());
    }

    /** @param step the last one of the history */
    static RecordedStatus then(YearHistory.Step step, YearHistory history) {
        return new RecordedStatus(
                step.status(),
                step.on(),
                step.by(),
                history.latest(step.status(), StepFacts::decisionNumber),
                step.note(),
                step.synthetic(),
                0);
    }
}
