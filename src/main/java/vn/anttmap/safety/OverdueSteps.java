package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.territory.UnitLevel;

/** Which areas of a year have not taken a step in time. */
@Service
public class OverdueSteps {

    private final AssessmentDeadlines deadlines;
    private final AssessmentWindows windows;

    OverdueSteps(AssessmentDeadlines deadlines, AssessmentWindows windows) {
        this.deadlines = deadlines;
        this.windows = windows;
    }

    /**
     * A step that should have been taken.
     *
     * @param status key of the status that the step leads to
     * @param due the last day on which it was in time
     * @param verified false where that day has still to be checked against the instrument
     */
    public record Overdue(String status, LocalDate due, boolean verified) {}

    /**
     * The earliest overdue step of each area that has one, in the order of the year's list.
     *
     * @param on the calendar day in Vietnam on which it is asked
     */
    @Transactional(readOnly = true)
    public Map<AreaSafety, Overdue> of(SafetyYear year, LocalDate on) {
        Map<UnitLevel, AssessmentDeadlines.Calendar> calendars = new EnumMap<>(UnitLevel.class);
        for (UnitLevel level : new UnitLevel[] {UnitLevel.RESIDENTIAL_AREA, UnitLevel.COMMUNE}) {
            AssessmentWindows.Window window = windows.of(level, year.year(), year.asOf());
            calendars.put(level, deadlines.calendar(year.year(), window, year.asOf()));
        }
        Map<AreaSafety, Overdue> overdue = new LinkedHashMap<>();
        for (AreaSafety area : year.areas()) {
            UnitLevel level =
                    area.level().equals(UnitLevel.COMMUNE.key()) ? UnitLevel.COMMUNE : UnitLevel.RESIDENTIAL_AREA;
            java.util.Objects.requireNonNull(calendars.get(level)).of(SafetyStatus.ofKey(area.status()), on).stream()
                    .filter(AssessmentDeadlines.Deadline::late)
                    .findFirst()
                    .ifPresent(late -> overdue.put(area, new Overdue(late.status(), late.due(), late.verified())));
        }
        return overdue;
    }
}
