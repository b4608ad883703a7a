package vn.anttmap.safety;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.VietnamTime;

/** The statuses of a year, and recording a step. */
@Service
public class SafetyAssessments {

    private final SafetyAssessmentRepository assessments;
    private final AssessmentRecords records;
    private final YearLog log;
    private final YearFrames frames;
    private final DecisionBasis basis;
    private final MissingItems missingItems;
    private final AssessmentWindows windows;
    private final SafetyHints hints;
    private final Territory territory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SafetyAssessments(
            SafetyAssessmentRepository assessments,
            AssessmentRecords records,
            YearLog log,
            YearFrames frames,
            DecisionBasis basis,
            MissingItems missingItems,
            AssessmentWindows windows,
            SafetyHints hints,
            Territory territory,
            ApplicationEventPublisher events,
            Clock clock) {
        this.assessments = assessments;
        this.records = records;
        this.log = log;
        this.frames = frames;
        this.basis = basis;
        this.missingItems = missingItems;
        this.windows = windows;
        this.hints = hints;
        this.territory = territory;
        this.events = events;
        this.clock = clock;
    }

    /** What the list says about one unit. */
    private record Recorded(
            SafetyStatus status,
            LocalDate on,
            String by,
            @Nullable String decisionNumber,
            @Nullable String note,
            boolean synthetic,
            long version) {

        static Recorded now(SafetyAssessment assessment) {
            return new Recorded(
                    assessment.status(),
                    assessment.recordedOn(),
                    assessment.recordedBy(),
                    assessment.decisionNumber(),
                    assessment.note(),
                    assessment.synthetic(),
                    assessment.changes());
        }

        static Recorded then(YearHistory.Step step, YearHistory history) {
            return new Recorded(
                    step.status(),
                    step.on(),
                    step.by(),
                    history.latest(step.status(), StepFacts::decisionNumber),
                    step.note(),
                    step.synthetic(),
                    0);
        }
    }

    /** As of now. */
    public SafetyYear year(AccountView account, int year, @Nullable LocalDate boundaryDay, Locale locale) {
        return year(account, year, boundaryDay, null, locale);
    }

    /** As of now and without hints: for outputs that show what was recorded, and need no incident counted. */
    @Transactional(readOnly = true)
    public SafetyYear statuses(AccountView account, int year, @Nullable LocalDate boundaryDay, Locale locale) {
        return year(account, year, boundaryDay, null, false, locale);
    }

    /**
     * The status of every residential area and commune of the account's territory.
     *
     * @param boundaryDay the day whose areas are listed; null for the last day of the residential areas' window
     * @param asOf statuses as they were recorded by the end of this day, without figures; null for now
     */
    @Transactional(readOnly = true)
    public SafetyYear year(
            AccountView account, int year, @Nullable LocalDate boundaryDay, @Nullable LocalDate asOf, Locale locale) {
        // Figures of today say nothing about what was known on a past day.
        return year(account, year, boundaryDay, asOf, asOf == null, locale);
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
        AssessmentWindows.Window areaWindow = windows.of(UnitLevel.RESIDENTIAL_AREA, year);
        AssessmentWindows.Window communeWindow = windows.of(UnitLevel.COMMUNE, year);
        LocalDate day = boundaryDay == null ? areaWindow.to() : boundaryDay;
        Map<Long, Recorded> byUnit = recorded(year, asOf);
        List<AreaSafety> areas = new ArrayList<>();
        for (UnitLevel level : List.of(UnitLevel.RESIDENTIAL_AREA, UnitLevel.COMMUNE)) {
            AssessmentWindows.Window window = level == UnitLevel.COMMUNE ? communeWindow : areaWindow;
            SafetyHints.Figures figures = withHints ? hints.figures(account, level, window, day, locale) : null;
            for (Unit unit : territory.listOn(account, level, day)) {
                SafetyHint hint = figures == null ? null : figures.of(unit);
                areas.add(entry(unit, records.of(unit, byUnit), hint, null, locale));
            }
        }
        return new SafetyYear(
                year,
                day,
                asOf,
                new SafetyYear.Windows(window(areaWindow), window(communeWindow)),
                hints.leaveOutRestricted(account),
                areas);
    }

    /**
     * Records a step of an area's year, or adds facts to the one that stands.
     *
     * @param basedOn version that the caller has seen; needed to change what was decided
     * @throws UserProblem if the account may not take this step, it does not follow from the present status, a fact is wrong
     *     or belongs elsewhere, a criterion stands against it, or somebody else was faster
     */
    @Transactional
    public AreaSafety record(
            AccountView account, int year, long areaId, StepDraft draft, @Nullable Long basedOn, Locale locale) {
        YearFrames.Frame frame = frames.of(account, year, areaId);
        // The record shown for the area may belong to an earlier or later state of the same ground: it goes on with it.
        Optional<SafetyAssessment> stored = records.find(frame.unit(), year);
        SafetyAssessment assessment = stored.orElseGet(() -> new SafetyAssessment(areaId, year));
        YearHistory history = stored.map(found -> log.of(found.id())).orElse(YearHistory.NONE);
        StepCheck.Checked step = StepCheck.check(draft, year, history, VietnamTime.today(clock));
        SafetyStatus before = assessment.status();
        boolean adding = !step.facts().given().isEmpty();
        YearRules.checkStep(account, history.standing(), step.status(), adding, frame.needed());
        requireVersion(assessment, basedOn, before.decided());
        boolean supplement = step.status() == before;
        String number = step.facts().decisionNumber();
        assessment.record(
                step.status(),
                VietnamTime.today(clock),
                account.username(),
                supplement && number == null ? assessment.decisionNumber() : number,
                supplement && step.note() == null ? assessment.note() : step.note());
        SafetyAssessment saved = assessments.saveAndFlush(assessment);
        boolean decision = step.status().decided() || step.status() == SafetyStatus.NOT_CONSIDERED;
        long stepId = log.addStep(
                saved.id(),
                step.status(),
                step.facts(),
                step.note(),
                account.username(),
                history.next(now()),
                decision ? frame.window().criteriaSet() : null);
        if (step.status().decided()) {
            log.addDecided(stepId, basis.of(account, frame, history));
        }
        events.publishEvent(new StatusRecorded(
                account, year, areaId, before.key(), step.status().key()));
        return answer(account, frame, saved, locale);
    }

    private AreaSafety answer(AccountView account, YearFrames.Frame frame, SafetyAssessment saved, Locale locale) {
        Unit unit = frame.unit();
        AssessmentWindows.Window window = frame.window();
        LocalDate day = unit.validity().contains(window.to()) ? window.to() : dayWithin(unit, window.to());
        return entry(
                unit,
                Optional.of(Recorded.now(saved)),
                hints.figures(account, unit.level(), window, day, locale).of(unit),
                missingItems.of(unit.level(), log.of(saved.id()), frame.criteria(null), locale),
                locale);
    }

    /** Only for demonstration data: stores a status as it is, marked synthetic, as recorded on the day it names. */
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
        for (SafetyAssessment assessment : loaded) {
            Instant noon = assessment
                    .recordedOn()
                    .atTime(LocalTime.NOON)
                    .atZone(VietnamTime.ZONE)
                    .toInstant();
            log.markSynthetic(log.addStep(
                    assessment.id(),
                    assessment.status(),
                    StepFacts.decision(assessment.decisionNumber()),
                    assessment.note(),
                    assessment.recordedBy(),
                    noon,
                    null));
        }
    }

    /** @throws UserProblem where the caller has not seen what is there, or has to say what was seen */
    static void requireVersion(SafetyAssessment assessment, @Nullable Long basedOn, boolean needed) {
        if (basedOn == null) {
            if (needed) {
                throw UserProblem.of(Kind.VERSION_REQUIRED, "version-required", assessment.changes());
            }
        } else if (basedOn != assessment.changes()) {
            throw UserProblem.of(Kind.STALE, "assessment-changed", assessment.changes())
                    .with(
                            "current",
                            Map.of(
                                    "status", assessment.status().key(),
                                    "version", assessment.changes(),
                                    "recordedBy", assessment.recordedBy()));
        }
    }

    private Map<Long, Recorded> recorded(int year, @Nullable LocalDate asOf) {
        Map<Long, Recorded> byUnit = new HashMap<>();
        Map<Long, YearHistory> histories = asOf == null ? Map.of() : log.stepsOf(year);
        records.byUnit(year).forEach((unitId, assessment) -> {
            if (asOf == null) {
                byUnit.put(unitId, Recorded.now(assessment));
                return;
            }
            YearHistory then =
                    histories.getOrDefault(assessment.id(), YearHistory.NONE).asOf(asOf);
            YearHistory.Step last = then.lastStep();
            if (last != null) {
                byUnit.put(unitId, Recorded.then(last, then));
            }
        });
        return byUnit;
    }

    private AreaSafety entry(
            Unit unit,
            Optional<Recorded> recorded,
            @Nullable SafetyHint hint,
            @Nullable List<String> missing,
            Locale locale) {
        return new AreaSafety(
                unit.id(),
                unit.name(),
                unit.fullName(),
                unit.level().key(),
                unit.kind().label(locale),
                territory.parentName(unit),
                recorded.map(Recorded::status)
                        .orElse(SafetyStatus.NOT_REGISTERED)
                        .key(),
                recorded.map(Recorded::on).orElse(null),
                recorded.map(Recorded::by).orElse(null),
                recorded.map(Recorded::decisionNumber).orElse(null),
                recorded.map(Recorded::note).orElse(null),
                recorded.map(Recorded::synthetic).orElse(false),
                List.of(),
                hint,
                recorded.map(Recorded::version).orElse(0L),
                missing);
    }

    static LocalDate dayWithin(Unit unit, LocalDate wished) {
        LocalDate to = unit.validity().to();
        if (to != null && !wished.isBefore(to)) {
            return to.minusDays(1);
        }
        LocalDate from = unit.validity().from();
        return from == null ? wished : from;
    }

    /** Whether areas could be assessed in a year: from the first rules to next year. */
    public boolean knows(int year) {
        return frames.knows(year);
    }

    /** @throws UserProblem naming the years that are known */
    public void checkYear(int year) {
        frames.checkYear(year);
    }

    /** As precisely as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static SafetyYear.Window window(AssessmentWindows.Window window) {
        return new SafetyYear.Window(window.from(), window.to(), window.verified());
    }
}
