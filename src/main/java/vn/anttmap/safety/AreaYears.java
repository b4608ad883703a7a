package vn.anttmap.safety;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.VietnamTime;

/** Reads one area's year, now or as it stood at the end of a past day. */
@Service
class AreaYears {

    private final AssessmentRecords records;
    private final YearLog log;
    private final YearFrames frames;
    private final DecisionBasis basis;
    private final CriterionHints hints;
    private final MissingItems missingItems;
    private final AssessmentDeadlines deadlines;
    private final DocumentTable documents;
    private final Territory territory;
    private final Clock clock;

    AreaYears(
            AssessmentRecords records,
            YearLog log,
            YearFrames frames,
            DecisionBasis basis,
            CriterionHints hints,
            MissingItems missingItems,
            AssessmentDeadlines deadlines,
            DocumentTable documents,
            Territory territory,
            Clock clock) {
        this.records = records;
        this.log = log;
        this.frames = frames;
        this.basis = basis;
        this.hints = hints;
        this.missingItems = missingItems;
        this.deadlines = deadlines;
        this.documents = documents;
        this.territory = territory;
        this.clock = clock;
    }

    /**
     * @param asOf everything as it was recorded by the end of this day in Vietnam, figures included; null for now
     * @throws UserProblem if the account may not see the area, or the day has not begun
     */
    @Transactional(readOnly = true)
    public AreaYear of(AccountView account, int year, long areaId, @Nullable LocalDate asOf, Locale locale) {
        account.require(Right.READ_MAP);
        frames.checkAsOf(asOf);
        YearFrames.Frame frame = frames.of(account, year, areaId, asOf);
        Unit unit = frame.unit();
        Optional<SafetyAssessment> assessment = records.find(unit, year);
        YearHistory all = assessment.map(found -> log.of(found.id())).orElse(YearHistory.NONE);
        YearHistory history = asOf == null ? all : all.asOf(asOf);
        List<CriterionStates.State> criteria = frame.criteria(asOf);
        LocalDate day = asOf == null ? VietnamTime.today(clock) : asOf;
        List<AssessmentDeadlines.Deadline> due =
                deadlines.calendar(year, frame.window(), asOf).of(history.status(), day);
        boolean now = asOf == null;
        return new AreaYear(
                unit.id(),
                unit.name(),
                unit.fullName(),
                unit.level().key(),
                unit.kind().label(locale),
                territory.parentName(unit),
                year,
                asOf,
                SafetyYear.Window.of(frame.window()),
                frame.window().criteriaSet(),
                history.status().key(),
                history.synthetic(),
                now ? assessment.map(SafetyAssessment::changes).orElse(0L) : 0,
                steps(assessment, history, frame),
                judged(account, frame, history, criteria, asOf, locale),
                missingItems.of(unit.level(), history, criteria, locale),
                now
                        ? YearRules.nextSteps(account, history.standing(), frame.needed()).stream()
                                .map(SafetyStatus::key)
                                .toList()
                        : List.of(),
                now && YearRules.mayJudge(account, history.standing()),
                now && assessment.isPresent() && YearRules.mayAttach(account, history.standing()),
                due,
                due.stream().anyMatch(AssessmentDeadlines.Deadline::late),
                assessment.map(found -> documents(found.id(), asOf)).orElse(List.of()));
    }

    private List<AreaYear.Step> steps(
            Optional<SafetyAssessment> assessment, YearHistory history, YearFrames.Frame frame) {
        Map<Long, List<YearLog.Decided>> decided =
                assessment.map(found -> log.decided(found.id())).orElse(Map.of());
        Map<Long, YearHistory.Judgement> judgements =
                history.judgements().stream().collect(Collectors.toMap(YearHistory.Judgement::id, Function.identity()));
        return history.steps().stream()
                .map(step -> new AreaYear.Step(
                        step.status().key(),
                        step.at(),
                        step.on(),
                        step.by(),
                        step.note(),
                        step.facts(),
                        step.criteriaSet(),
                        decided.getOrDefault(step.id(), List.of()).stream()
                                .map(each -> basis(each, judgements, frame))
                                .toList()))
                .toList();
    }

    private AreaYear.Basis basis(
            YearLog.Decided decided, Map<Long, YearHistory.Judgement> judgements, YearFrames.Frame frame) {
        YearHistory.Judgement judgement = decided.judgementId() == null ? null : judgements.get(decided.judgementId());
        return new AreaYear.Basis(
                decided.code(),
                text(frame, decided.criterionId(), decided.criterionVersion()),
                judgement == null
                        ? Verdict.NOT_ASSESSED.key()
                        : judgement.verdict().key(),
                judgement == null ? null : judgement.evidence(),
                judgement == null ? null : judgement.by(),
                judgement == null ? null : judgement.at(),
                basis.read(decided.hint()));
    }

    /** The wording of a version. */
    private static @Nullable String text(YearFrames.Frame frame, long criterionId, long version) {
        return frame.states().stream()
                .filter(state -> state.id() == criterionId && state.version() == version)
                .map(CriterionStates.State::text)
                .findFirst()
                .orElse(null);
    }

    private List<AreaYear.Judged> judged(
            AccountView account,
            YearFrames.Frame frame,
            YearHistory history,
            List<CriterionStates.State> criteria,
            @Nullable LocalDate asOf,
            Locale locale) {
        Map<Long, YearHistory.Judgement> holding = history.holding();
        CriterionHints.Answers answers = hints.answers(new CriterionHints.Question(
                account, frame.unit(), frame.year(), frame.window(), history, asOf, locale));
        return criteria.stream()
                .map(criterion -> new AreaYear.Judged(
                        criterion.id(),
                        criterion.version(),
                        criterion.code(),
                        criterion.text(),
                        criterion.judgedBy().toLowerCase(Locale.ROOT),
                        criterion.optional(),
                        criterion.verified(),
                        criterion.source(),
                        judgement(holding.get(criterion.id())),
                        answers.of(criterion.figure())))
                .toList();
    }

    private AreaYear.@Nullable Judgement judgement(YearHistory.@Nullable Judgement holding) {
        return holding == null
                ? null
                : new AreaYear.Judgement(
                        holding.verdict().key(),
                        holding.evidence(),
                        holding.documentId(),
                        holding.at(),
                        holding.by(),
                        holding.criterionVersion(),
                        basis.read(holding.hint()));
    }

    /** Those that were there at the end of the day; now also what was removed, as history. */
    private List<YearDocument> documents(long assessmentId, @Nullable LocalDate asOf) {
        List<YearDocument> all = documents.of(assessmentId);
        if (asOf == null) {
            return all;
        }
        Instant end = YearHistory.endOf(asOf);
        return all.stream()
                .filter(document -> document.addedAt().isBefore(end))
                .map(document -> document.asOf(end))
                .toList();
    }
}
