package vn.anttmap.safety;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.VietnamTime;

/** Records the steps of a year. */
@Service
public class AssessmentSteps {

    private final SafetyAssessmentRepository assessments;
    private final AssessmentRecords records;
    private final YearLog log;
    private final YearFrames frames;
    private final DecisionBasis basis;
    private final MissingItems missingItems;
    private final SafetyHints hints;
    private final AreaEntries entries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AssessmentSteps(
            SafetyAssessmentRepository assessments,
            AssessmentRecords records,
            YearLog log,
            YearFrames frames,
            DecisionBasis basis,
            MissingItems missingItems,
            SafetyHints hints,
            AreaEntries entries,
            ApplicationEventPublisher events,
            Clock clock) {
        this.assessments = assessments;
        this.records = records;
        this.log = log;
        this.frames = frames;
        this.basis = basis;
        this.missingItems = missingItems;
        this.hints = hints;
        this.entries = entries;
        this.events = events;
        this.clock = clock;
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
        LocalDate day = window.lastDayOf(unit);
        return entries.of(
                unit,
                Optional.of(RecordedStatus.now(saved)),
                hints.figures(account, unit.level(), window, day, null, locale).of(unit),
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

    /** As precisely as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
