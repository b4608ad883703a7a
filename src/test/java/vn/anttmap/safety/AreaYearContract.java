package vn.anttmap.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.testing.DemoDataContract;

/** What the contracts about one area's year share: xã Định Tăng in 2022 and 2023, who acts there, and how. */
abstract class AreaYearContract extends DemoDataContract {

    static final String DINH_TANG = "commune-15445-2019";
    static final String PHAC_THON = "hamlet-15445-phac-thon-2019";
    static final Locale VI = Locale.forLanguageTag("vi");
    static final int YEAR = 2023;

    @Autowired
    AssessmentSteps assessmentSteps;

    @Autowired
    AreaYears years;

    @Autowired
    CriterionJudgements judgements;

    void toReview() {
        step(officer(), registered("1-NQ/CB", 10, 10));
        step(officer(), meeting(LocalDate.of(2023, 11, 3)));
        step(officer(), draft(SafetyStatus.UNDER_REVIEW));
    }

    AccountView officer() {
        return officer("officer", DINH_TANG);
    }

    /** Based on what is there, as a page that has just been opened. */
    AreaSafety step(AccountView account, StepDraft draft) {
        return assessmentSteps.record(account, YEAR, unit(PHAC_THON), draft, version(), VI);
    }

    void judge(AccountView account, String code, Verdict verdict, @Nullable String evidence) {
        judgements.judge(
                account,
                YEAR,
                unit(PHAC_THON),
                code,
                new CriterionJudgements.Draft(verdict.key(), evidence, null),
                version());
    }

    long version() {
        return year(leader(DINH_TANG), PHAC_THON).version();
    }

    AreaYear year(AccountView account, String unitKey) {
        return years.of(account, YEAR, unit(unitKey), null, VI);
    }

    static CriterionJudgements.Draft met(String evidence) {
        return new CriterionJudgements.Draft("met", evidence, null);
    }

    static StepDraft draft(SafetyStatus status) {
        return StepDraft.of(status, null, null);
    }

    static StepDraft registered(@Nullable String resolution, @Nullable Integer total, @Nullable Integer registered) {
        return new StepDraft(
                "registered",
                null,
                resolution,
                null,
                total,
                registered,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static StepDraft meeting(LocalDate day) {
        return new StepDraft(
                "self_assessed", null, null, null, null, null, day, 25, null, null, null, null, null, null, null);
    }

    static AreaYear.Judged judged(AreaYear year, String code) {
        return year.criteria().stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    static void assertProblem(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UserProblem.class, problem -> assertThat(problem.key()).isEqualTo(key));
    }

    static CriterionHint.Line line(CriterionHint hint, String code) {
        return hint.lines().stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
