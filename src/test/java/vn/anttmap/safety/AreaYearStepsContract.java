package vn.anttmap.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import vn.anttmap.access.AccountView;
import vn.anttmap.problem.UserProblem;

/** Steps of a year with their facts, by whom and until when, and what a past day keeps. */
abstract class AreaYearStepsContract extends AreaYearContract {

    @Autowired
    SafetyAssessments assessments;

    @Test
    void aStepCarriesItsFactsAndTheYearSaysWhatIsMissing() {
        step(officer(), registered("12-NQ/CB", 140, 128));

        AreaYear year = year(leader(DINH_TANG), PHAC_THON);

        assertThat(year.status()).isEqualTo("registered");
        assertThat(year.steps()).hasSize(1);
        AreaYear.Step step = year.steps().get(0);
        assertThat(step.recordedBy()).isEqualTo("contract-officer");
        assertThat(step.facts().resolutionNumber()).isEqualTo("12-NQ/CB");
        assertThat(step.facts().householdsTotal()).isEqualTo(140);
        assertThat(year.missing()).contains("còn 12/140 hộ chưa đăng ký");
        assertThat(year.missing()).noneMatch(text -> text.contains("nghị quyết"));
        // Criterion 4.1 asks for all households.
        CriterionHint hint = judged(year, "4.1").hint();
        assertThat(hint.verdict()).isEqualTo("not_met");
        assertThat(hint.shares()).containsExactly(new Share("registered", 128, 140, 140));
    }

    @Test
    void moreHouseholdsLaterAddToTheRegistrationThatStands() {
        step(officer(), registered("12-NQ/CB", 140, 128));

        step(officer(), registered(null, null, 140));

        AreaYear year = year(officer(), PHAC_THON);
        assertThat(year.status()).isEqualTo("registered");
        assertThat(year.steps()).hasSize(2);
        assertThat(year.missing()).noneMatch(text -> text.contains("hộ"));
        assertThat(judged(year, "4.1").hint().verdict()).isEqualTo("met");
        // Without a fact it is the same step once more, and refused as ever.
        assertProblem("step-not-allowed", () -> step(officer(), draft(SafetyStatus.REGISTERED)));
        assertProblem("households-more-than-all", () -> step(officer(), registered(null, null, 141)));
    }

    @Test
    void factsBelongToTheirOwnStep() {
        assertProblem(
                "fact-of-another-step",
                () -> step(officer(), StepDraft.of(SafetyStatus.REGISTERED, "12/QĐ-UBND", null)));
        assertProblem("households-more-than-all", () -> step(officer(), registered(null, 100, 101)));
        assertProblem("field-missing", () -> step(officer(), registered(null, null, 101)));
        assertProblem("number-out-of-range", () -> step(officer(), registered(null, 0, 0)));
        step(officer(), registered(null, 100, 100));
        assertProblem(
                "register-day-in-future",
                () -> step(officer(), meeting(LocalDate.now().plusDays(2))));
        assertProblem("register-day-invalid", () -> step(officer(), meeting(LocalDate.of(2021, 12, 31))));
        step(officer(), meeting(LocalDate.of(2023, 11, 3)));
        step(officer(), draft(SafetyStatus.UNDER_REVIEW));
        assertProblem("field-missing", () -> step(leader(DINH_TANG), draft(SafetyStatus.NOT_RECOGNISED)));
    }

    @Test
    void aDecisionWithoutItsNumberIsAllowedAndSaysSo() {
        toReview();

        AreaSafety decided = step(leader(DINH_TANG), draft(SafetyStatus.RECOGNISED));

        assertThat(decided.missing())
                .contains(
                        "chưa có số quyết định",
                        "chưa có ngày quyết định",
                        "chưa có số giấy công nhận",
                        "quyết định không kèm kết quả xét từng tiêu chí");
        // The number comes later: it is added to the decision, by those who decide, who have seen what there is.
        assertProblem(
                "version-required",
                () -> assessmentSteps.record(
                        leader(DINH_TANG),
                        YEAR,
                        unit(PHAC_THON),
                        StepDraft.of(SafetyStatus.RECOGNISED, "125/QĐ-UBND", null),
                        null,
                        VI));
        AreaSafety added = step(leader(DINH_TANG), StepDraft.of(SafetyStatus.RECOGNISED, "125/QĐ-UBND", null));
        assertThat(added.decisionNumber()).isEqualTo("125/QĐ-UBND");
        assertThat(added.missing()).doesNotContain("chưa có số quyết định");
        assertProblem(
                "right-missing", () -> step(officer(), StepDraft.of(SafetyStatus.RECOGNISED, "126/QĐ-UBND", null)));
    }

    @Test
    void whoeverIsSlowerIsToldInsteadOfOverwriting() {
        AreaSafety first = step(officer(), registered("1-NQ/CB", 10, 10));

        judgements.judge(officer(), YEAR, unit(PHAC_THON), "4.2", met("tốt"), first.version());

        assertProblem(
                "assessment-changed",
                () -> judgements.judge(officer(), YEAR, unit(PHAC_THON), "4.2", met("x"), first.version()));
        assertProblem(
                "version-required", () -> judgements.judge(officer(), YEAR, unit(PHAC_THON), "4.2", met("x"), null));
        assertProblem(
                "assessment-changed",
                () -> assessmentSteps.record(
                        officer(), YEAR, unit(PHAC_THON), draft(SafetyStatus.SELF_ASSESSED), first.version(), VI));
    }

    /** In any order: the later one either breaks on the version or would change a decision that it has not seen. */
    @Test
    void ofTwoWhoDecideAtOnceOneIsRefused() throws Exception {
        toReview();
        StepDraft no = new StepDraft(
                "not_recognised",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "thiếu");
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> attempts = Stream.of(draft(SafetyStatus.RECOGNISED), no)
                    .map(step -> two.submit(() -> {
                        start.await();
                        return succeeds(step);
                    }))
                    .toList();
            start.countDown();
            int recorded = 0;
            for (Future<Boolean> attempt : attempts) {
                recorded += attempt.get() ? 1 : 0;
            }
            assertThat(recorded).isEqualTo(1);
        } finally {
            two.shutdownNow();
        }
        assertThat(year(leader(DINH_TANG), PHAC_THON).steps()).hasSize(4);
    }

    private boolean succeeds(StepDraft step) {
        try {
            assessmentSteps.record(leader(DINH_TANG), YEAR, unit(PHAC_THON), step, null, VI);
            return true;
        } catch (UserProblem | ConcurrencyFailureException refused) {
            return false;
        }
    }

    @Test
    void deadlinesAreThirtyFirstOfMarchAndAfterTheWindow() {
        AreaYear year = year(leader(DINH_TANG), PHAC_THON);

        assertThat(year.late()).isTrue();
        assertThat(year.deadlines())
                .extracting(each -> each.status() + " " + each.due() + " " + each.verified() + " " + each.late())
                .containsExactly("registered 2023-03-31 true true", "self_assessed 2023-11-15 false true");
        assertThat(years.of(leader(DINH_TANG), YEAR, unit(PHAC_THON), LocalDate.of(2023, 3, 31), VI)
                        .late())
                .isFalse();
        assertThat(years.of(leader(DINH_TANG), YEAR, unit(PHAC_THON), LocalDate.of(2023, 4, 1), VI)
                        .late())
                .isTrue();
        assertProblem(
                "as-of-in-future",
                () -> years.of(
                        leader(DINH_TANG),
                        YEAR,
                        unit(PHAC_THON),
                        LocalDate.now().plusDays(2),
                        VI));
    }

    /** Random attempts by random roles; what was recorded in time is then asked for as of past days. */
    @Test
    void noPastDayChangesByLaterWrites() {
        for (int seed = 0; seed < 24; seed++) {
            Random random = new Random(seed);
            attempt(random, 12);
            jdbc.update("update safety_assessment_step set recorded_at = recorded_at - interval '40' day"
                    + " where recorded_at > current_timestamp - interval '1' day and recorded_by like 'contract-%'");
            jdbc.update("update criterion_judgement set judged_at = judged_at - interval '40' day"
                    + " where judged_at > current_timestamp - interval '1' day and judged_by like 'contract-%'");
            LocalDate past = LocalDate.now().minusDays(20);
            AreaYear before = asOf(past);
            AreaSafety listed = listed(past);

            attempt(random, 12);

            assertThat(asOf(past)).as("seed " + seed).isEqualTo(before);
            assertThat(listed(past)).isEqualTo(listed);
            assertThat(before.status()).isEqualTo(listed.status());
            assertThat(year(leader(DINH_TANG), PHAC_THON).steps())
                    .filteredOn(step -> step.status().endsWith("recognised"))
                    .allMatch(step ->
                            step.criteriaSet() != null && !step.recordedBy().isEmpty());
            removeWhatWasWritten();
        }
    }

    private void attempt(Random random, int attempts) {
        List<AccountView> accounts = List.of(officer(), officer(), leader(DINH_TANG), planner(DINH_TANG));
        List<String> codes = List.of("4.1", "4.2", "4.3a", "4.3b", "4.3c", "4.3d", "4.3đ", "4.3e", "4.4", "4.5");
        for (int i = 0; i < attempts; i++) {
            AccountView account = accounts.get(random.nextInt(accounts.size()));
            try {
                if (random.nextBoolean()) {
                    judge(account, codes.get(random.nextInt(codes.size())), Verdict.values()[random.nextInt(3)], null);
                } else {
                    SafetyStatus status = SafetyStatus.values()[random.nextInt(SafetyStatus.values().length)];
                    step(account, draft(status));
                }
            } catch (UserProblem refused) {
                assertThat(refused.kind()).isIn((Object[]) UserProblem.Kind.values());
            }
        }
    }

    private AreaYear asOf(LocalDate day) {
        return years.of(leader(DINH_TANG), YEAR, unit(PHAC_THON), day, VI);
    }

    private AreaSafety listed(LocalDate day) {
        return assessments.year(leader(DINH_TANG), YEAR, null, day, VI).areas().stream()
                .filter(area -> area.id() == unit(PHAC_THON))
                .findFirst()
                .orElseThrow();
    }
}
