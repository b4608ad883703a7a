package vn.anttmap.safety;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.MessageText;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.VietnamTime;

/** The statuses of a year, and recording a step. */
@Service
public class SafetyAssessments {

    private static final int FIRST_YEAR = 2008;
    private static final Set<String> SAME_TERRITORY = Set.of("continued", "renamed", "moved");

    private final SafetyAssessmentRepository assessments;
    private final AssessmentWindows windows;
    private final SafetyHints hints;
    private final Territory territory;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SafetyAssessments(
            SafetyAssessmentRepository assessments,
            AssessmentWindows windows,
            SafetyHints hints,
            Territory territory,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.assessments = assessments;
        this.windows = windows;
        this.hints = hints;
        this.territory = territory;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The status of every residential area and commune of the account's territory.
     *
     * @param boundaryDay the day whose areas are listed; null for the last day of the residential areas' window
     */
    @Transactional(readOnly = true)
    public SafetyYear year(AccountView account, int year, @Nullable LocalDate boundaryDay, Locale locale) {
        account.require(Right.READ_MAP);
        checkYear(year);
        AssessmentWindows.Window areaWindow = windows.of(UnitLevel.RESIDENTIAL_AREA, year);
        AssessmentWindows.Window communeWindow = windows.of(UnitLevel.COMMUNE, year);
        LocalDate day = boundaryDay == null ? areaWindow.to() : boundaryDay;
        Map<Long, SafetyAssessment> byUnit = byUnit(year);
        List<AreaSafety> areas = new ArrayList<>();
        for (UnitLevel level : List.of(UnitLevel.RESIDENTIAL_AREA, UnitLevel.COMMUNE)) {
            AssessmentWindows.Window window = level == UnitLevel.COMMUNE ? communeWindow : areaWindow;
            SafetyHints.Figures figures = hints.figures(account, level, window, day, locale);
            for (Unit unit : territory.listOn(account, level, day)) {
                areas.add(entry(unit, assessmentOf(unit, byUnit), figures.of(unit), locale));
            }
        }
        return new SafetyYear(
                year,
                day,
                new SafetyYear.Windows(window(areaWindow), window(communeWindow)),
                hints.leaveOutRestricted(account),
                areas);
    }

    /**
     * Records a step of an area's year.
     *
     * @throws UserProblem if the account may not take this step, or it does not follow from the present status
     */
    @Transactional
    public AreaSafety record(
            AccountView account,
            int year,
            long areaId,
            SafetyStatus status,
            @Nullable String decisionNumber,
            @Nullable String note,
            Locale locale) {
        checkYear(year);
        Unit unit = territory.get(account, areaId);
        if (unit.level() != UnitLevel.RESIDENTIAL_AREA && unit.level() != UnitLevel.COMMUNE) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "unit-not-assessed", unit.fullName());
        }
        // The record shown for the area may belong to an earlier or later state of the same ground: it goes on with it.
        SafetyAssessment assessment =
                assessmentOf(unit, byUnit(year)).orElseGet(() -> new SafetyAssessment(areaId, year));
        SafetyStatus before = assessment.status();
        account.require(status.neededRight(before));
        if (!status.mayFollow(before)) {
            throw UserProblem.of(Kind.CONFLICT, "step-not-allowed", label(before), label(status))
                    .at("status", status.key());
        }
        assessment.record(
                status,
                VietnamTime.today(clock),
                account.username(),
                GivenText.optional("decisionNumber", decisionNumber, 100),
                GivenText.optional("note", note, 1000));
        SafetyAssessment saved = assessments.saveAndFlush(assessment);
        addStep(saved);
        events.publishEvent(new StatusRecorded(account, year, areaId, before.key(), status.key()));
        AssessmentWindows.Window window = windows.of(unit.level(), year);
        LocalDate day = unit.validity().contains(window.to()) ? window.to() : dayWithin(unit, window.to());
        return entry(
                unit,
                Optional.of(saved),
                hints.figures(account, unit.level(), window, day, locale).of(unit),
                locale);
    }

    /** Only for demonstration data: stores a status as it is, marked synthetic. */
    @Transactional
    public void load(Collection<SyntheticAssessment> synthetic) {
        List<SafetyAssessment> loaded = new ArrayList<>();
        for (SyntheticAssessment entry : synthetic) {
            SafetyAssessment assessment = new SafetyAssessment(entry.unitId(), entry.year());
            assessment.record(
                    entry.status(), entry.recordedOn(), entry.recordedBy(), entry.decisionNumber(), entry.note());
            assessment.markSynthetic();
            loaded.add(assessments.save(assessment));
        }
        assessments.flush();
        loaded.forEach(this::addStep);
    }

    private static MessageText label(SafetyStatus status) {
        return new MessageText("label.status." + status.key());
    }

    private void addStep(SafetyAssessment assessment) {
        jdbc.sql("""
                        insert into safety_assessment_step
                          (assessment_id, status, recorded_at, recorded_by, decision_number, note)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        assessment.id(),
                        assessment.status().name(),
                        clock.instant().atOffset(java.time.ZoneOffset.UTC),
                        assessment.recordedBy(),
                        assessment.decisionNumber(),
                        assessment.note())
                .update();
    }

    private Map<Long, SafetyAssessment> byUnit(int year) {
        Map<Long, SafetyAssessment> byUnit = new HashMap<>();
        assessments.findByAssessmentYear(year).forEach(assessment -> byUnit.put(assessment.unitId(), assessment));
        return byUnit;
    }

    /** The unit's own record, or that of a state with the same territory before or after it. */
    private Optional<SafetyAssessment> assessmentOf(Unit unit, Map<Long, SafetyAssessment> byUnit) {
        SafetyAssessment own = byUnit.get(unit.id());
        if (own != null) {
            return Optional.of(own);
        }
        return alongTheLine(unit, byUnit, true).or(() -> alongTheLine(unit, byUnit, false));
    }

    private Optional<SafetyAssessment> alongTheLine(Unit unit, Map<Long, SafetyAssessment> byUnit, boolean backwards) {
        Unit here = unit;
        for (int steps = 0; steps < 20; steps++) {
            List<Territory.Related> next =
                    backwards ? territory.predecessors(here.id()) : territory.successors(here.id());
            if (next.size() != 1 || !SAME_TERRITORY.contains(next.get(0).change())) {
                return Optional.empty();
            }
            here = next.get(0).unit();
            SafetyAssessment found = byUnit.get(here.id());
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private AreaSafety entry(Unit unit, Optional<SafetyAssessment> assessment, SafetyHint hint, Locale locale) {
        return new AreaSafety(
                unit.id(),
                unit.name(),
                unit.fullName(),
                unit.level().key(),
                unit.kind().label(locale),
                territory.parentName(unit),
                assessment
                        .map(SafetyAssessment::status)
                        .orElse(SafetyStatus.NOT_REGISTERED)
                        .key(),
                assessment.map(SafetyAssessment::recordedOn).orElse(null),
                assessment.map(SafetyAssessment::recordedBy).orElse(null),
                assessment.map(SafetyAssessment::decisionNumber).orElse(null),
                assessment.map(SafetyAssessment::note).orElse(null),
                assessment.map(SafetyAssessment::synthetic).orElse(false),
                List.of(),
                hint);
    }

    private static LocalDate dayWithin(Unit unit, LocalDate wished) {
        LocalDate to = unit.validity().to();
        if (to != null && !wished.isBefore(to)) {
            return to.minusDays(1);
        }
        LocalDate from = unit.validity().from();
        return from == null ? wished : from;
    }

    /** Whether areas could be assessed in a year: from the first rules to next year. */
    public boolean knows(int year) {
        return year >= FIRST_YEAR && year <= lastYear();
    }

    /** @throws UserProblem naming the years that are known */
    public void checkYear(int year) {
        if (!knows(year)) {
            throw UserProblem.of(Kind.INVALID, "number-out-of-range", "year", FIRST_YEAR, lastYear())
                    .at("year", year);
        }
    }

    private int lastYear() {
        return VietnamTime.today(clock).getYear() + 1;
    }

    private static SafetyYear.Window window(AssessmentWindows.Window window) {
        return new SafetyYear.Window(window.from(), window.to(), window.verified());
    }
}
