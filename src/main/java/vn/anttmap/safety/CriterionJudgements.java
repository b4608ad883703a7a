package vn.anttmap.safety;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;

/** Judges one criterion of an area's year after the other. */
@Service
class CriterionJudgements {

    private static final int LONGEST_EVIDENCE = 1_000;

    private final SafetyAssessmentRepository assessments;
    private final AssessmentRecords records;
    private final YearLog log;
    private final YearFrames frames;
    private final DecisionBasis basis;
    private final DocumentTable documents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CriterionJudgements(
            SafetyAssessmentRepository assessments,
            AssessmentRecords records,
            YearLog log,
            YearFrames frames,
            DecisionBasis basis,
            DocumentTable documents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.assessments = assessments;
        this.records = records;
        this.log = log;
        this.frames = frames;
        this.basis = basis;
        this.documents = documents;
        this.events = events;
        this.clock = clock;
    }

    /** @param documentId a document of the same year; null without one */
    record Draft(
            @Nullable String verdict,
            @Nullable String evidence,
            @Nullable UUID documentId) {}

    /**
     * Adds a judgement, which takes the place of the one before without changing it.
     *
     * @param basedOn version of the area's year that the caller has seen
     * @throws UserProblem if the account may not judge now, there is no such criterion, or somebody else was faster
     */
    @Transactional
    public void judge(AccountView account, int year, long areaId, String code, Draft draft, @Nullable Long basedOn) {
        if (!account.has(Right.SUBMIT_ASSESSMENTS)) {
            account.require(Right.DECIDE_ASSESSMENTS);
        }
        YearFrames.Frame frame = frames.of(account, year, areaId);
        SafetyAssessment assessment =
                records.find(frame.unit(), year).orElseGet(() -> new SafetyAssessment(areaId, year));
        YearHistory history = assessment.stored() ? log.of(assessment.id()) : YearHistory.NONE;
        YearRules.checkJudgement(account, history.standing());
        CriterionStates.State criterion = frame.criteria(null).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                        Kind.NOT_FOUND, "criterion-unknown", frame.window().criteriaSet(), code));
        if (draft.verdict() == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", "verdict").at("verdict", null);
        }
        Verdict verdict = Verdict.ofKey(draft.verdict());
        String evidence = GivenText.optional("evidence", draft.evidence(), LONGEST_EVIDENCE);
        requireDocument(assessment, draft.documentId());
        AssessmentSteps.requireVersion(assessment, basedOn, true);
        assessment.touch();
        assessments.saveAndFlush(assessment);
        log.addJudgement(
                assessment.id(),
                criterion,
                verdict,
                evidence,
                draft.documentId(),
                account.username(),
                history.next(clock.instant().truncatedTo(ChronoUnit.MICROS)),
                basis.hint(account, frame, history, criterion));
        events.publishEvent(new CriterionJudged(account, year, areaId, code, verdict.key()));
    }

    private void requireDocument(SafetyAssessment assessment, @Nullable UUID documentId) {
        if (documentId != null
                && documents.of(assessment.id()).stream()
                        .noneMatch(document -> document.id().equals(documentId) && document.removedAt() == null)) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "document-unknown", documentId)
                    .at("documentId", documentId);
        }
    }
}
