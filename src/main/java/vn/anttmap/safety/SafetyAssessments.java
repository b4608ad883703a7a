package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** The statuses of a year. */
@Service
public class SafetyAssessments {

    private final AssessmentRecords records;
    private final RecordedStatuses recorded;
    private final YearFrames frames;
    private final AssessmentWindows windows;
    private final SafetyHints hints;
    private final AreaEntries entries;
    private final Territory territory;

    SafetyAssessments(
            AssessmentRecords records,
            RecordedStatuses recorded,
            YearFrames frames,
            AssessmentWindows windows,
            SafetyHints hints,
            AreaEntries entries,
            Territory territory) {
        this.records = records;
        this.recorded = recorded;
        this.frames = frames;
        this.windows = windows;
        this.hints = hints;
        this.entries = entries;
        this.territory = territory;
    }

    /** As of now. */
    public SafetyYear year(AccountView account, int year, @Nullable LocalDate boundaryDay, Locale locale) {
        return year(account, year, boundaryDay, null, locale);
    }

    /** As of now and without hints: for outputs that show what was recorded, and need no incident counted. */
    @Transactional(readOnly = true)
    public SafetyYear statuses(AccountView account, int year, @Nullable LocalDate boundaryDay, Locale locale) {
        return statuses(account, year, boundaryDay, null, locale);
    }

    /** The same. @param asOf as it was recorded by the end of this day in Vietnam; null for now */
    @Transactional(readOnly = true)
    public SafetyYear statuses(
            AccountView account, int year, @Nullable LocalDate boundaryDay, @Nullable LocalDate asOf, Locale locale) {
        return year(account, year, boundaryDay, asOf, false, locale);
    }

    /**
     * The status of every residential area and commune of the account's territory.
     *
     * @param boundaryDay the day whose areas are listed; null for the last day of the residential areas' window
     * @param asOf statuses, and the registers behind the hints, as they were recorded by the end of this day; null for now
     */
    @Transactional(readOnly = true)
    public SafetyYear year(
            AccountView account, int year, @Nullable LocalDate boundaryDay, @Nullable LocalDate asOf, Locale locale) {
        return year(account, year, boundaryDay, asOf, true, locale);
    }

    private SafetyYear year(
            AccountView account,
            int year,
            @Nullable LocalDate boundaryDay,
            @Nullable LocalDate asOf,
            boolean withHints,
            Locale locale) {
        account.require(Right.READ_MAP);
        checkYear(year);
        frames.checkAsOf(asOf);
        AssessmentWindows.Window areaWindow = windows.of(UnitLevel.RESIDENTIAL_AREA, year, asOf);
        AssessmentWindows.Window communeWindow = windows.of(UnitLevel.COMMUNE, year, asOf);
        LocalDate day = boundaryDay == null ? areaWindow.to() : boundaryDay;
        Map<Long, RecordedStatus> byUnit = recorded.byUnit(year, asOf);
        List<AreaSafety> areas = new ArrayList<>();
        for (UnitLevel level : List.of(UnitLevel.RESIDENTIAL_AREA, UnitLevel.COMMUNE)) {
            AssessmentWindows.Window window = level == UnitLevel.COMMUNE ? communeWindow : areaWindow;
            SafetyHints.Figures figures = withHints ? hints.figures(account, level, window, day, asOf, locale) : null;
            for (Unit unit : territory.listOn(account, level, day)) {
                SafetyHint hint = figures == null ? null : figures.of(unit);
                areas.add(entries.of(unit, records.of(unit, byUnit), hint, null, locale));
            }
        }
        return new SafetyYear(
                year,
                day,
                asOf,
                new SafetyYear.Windows(SafetyYear.Window.of(areaWindow), SafetyYear.Window.of(communeWindow)),
                hints.leaveOutRestricted(account),
                areas);
    }

    /** Whether areas could be assessed in a year: from the first rules to next year. */
    public boolean knows(int year) {
        return frames.knows(year);
    }

    /** @throws UserProblem naming the years that are known */
    public void checkYear(int year) {
        frames.checkYear(year);
    }
}
