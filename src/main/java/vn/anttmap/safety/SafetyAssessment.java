package vn.anttmap.safety;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The recognition of one unit in one year, as it stands. */
@Entity
class SafetyAssessment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private long unitId;
    private int assessmentYear;

    @Enumerated(EnumType.STRING)
    private SafetyStatus status = SafetyStatus.NOT_REGISTERED;

    private LocalDate recordedOn = LocalDate.EPOCH;
    private String recordedBy = "";
    private @Nullable String decisionNumber;
    private @Nullable String note;
    private boolean synthetic;
    private long changes;

    protected SafetyAssessment() {}

    SafetyAssessment(long unitId, int assessmentYear) {
        this.unitId = unitId;
        this.assessmentYear = assessmentYear;
    }

    void record(
            SafetyStatus newStatus,
            LocalDate on,
            String by,
            @Nullable String newDecisionNumber,
            @Nullable String newNote) {
        status = newStatus;
        recordedOn = on;
        recordedBy = by;
        decisionNumber = newDecisionNumber;
        note = newNote;
        synthetic = false;
        changes++;
    }

    /** Something about the year was recorded that is no step: whoever read it before has to read it again. */
    void touch() {
        changes++;
    }

    void markSynthetic() {
        synthetic = true;
    }

    boolean stored() {
        return id != null;
    }

    long id() {
        return java.util.Objects.requireNonNull(id);
    }

    long unitId() {
        return unitId;
    }

    int assessmentYear() {
        return assessmentYear;
    }

    SafetyStatus status() {
        return status;
    }

    LocalDate recordedOn() {
        return recordedOn;
    }

    String recordedBy() {
        return recordedBy;
    }

    @Nullable String decisionNumber() {
        return decisionNumber;
    }

    @Nullable String note() {
        return note;
    }

    /** How often something was recorded; 0 for what was recorded before this was counted. */
    long changes() {
        return changes;
    }

    boolean synthetic() {
        return synthetic;
    }
}
