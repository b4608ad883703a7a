package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is recorded of all units in a year, now or at the end of a past day. */
@Component
class RecordedStatuses {

    private final AssessmentRecords records;
    private final YearLog log;

    RecordedStatuses(AssessmentRecords records, YearLog log) {
        this.records = records;
        this.log = log;
    }

    /**
     * By unit; units without a record, or without one by then, are missing.
     *
     * @param asOf null for now
     */
    Map<Long, RecordedStatus> byUnit(int year, @Nullable LocalDate asOf) {
        Map<Long, RecordedStatus> byUnit = new HashMap<>();
        Map<Long, YearHistory> histories = asOf == null ? Map.of() : log.stepsOf(year);
        records.byUnit(year).forEach((unitId, assessment) -> {
            if (asOf == null) {
                byUnit.put(unitId, RecordedStatus.now(assessment));
                return;
            }
            YearHistory then =
                    histories.getOrDefault(assessment.id(), YearHistory.NONE).asOf(asOf);
            YearHistory.Step last = then.lastStep();
            if (last != null) {
                byUnit.put(unitId, RecordedStatus.then(last, then));
            }
        });
        return byUnit;
    }
}
