package vn.anttmap.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import vn.anttmap.access.AccountView;
import vn.anttmap.incident.IncidentRegister;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.testing.DemoDataContract;
import vn.anttmap.testing.TestDraft;

/** Facts, judgements, decisions, documents and organizations of a year, in xã Định Tăng in 2022 and 2023. */
abstract class AreaYearContract extends DemoDataContract {

    private static final String DINH_TANG = "commune-15445-2019";
    private static final String PHAC_THON = "hamlet-15445-phac-thon-2019";
    private static final Locale VI = Locale.forLanguageTag("vi");
    private static final int YEAR = 2023;
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    SafetyAssessments assessments;

    @Autowired
    AreaYears years;

    @Autowired
    CriterionJudgements judgements;

    @Autowired
    YearDocuments documents;

    @Autowired
    AssessedOrganizations organizations;

    @Autowired
    IncidentRegister register;

    @Autowired
    RegisterCoverage coverage;

    @AfterEach
    void removeOrganizations() {
        jdbc.execute("delete from assessed_organization where changed_by like 'contract-%'");
    }

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
                () -> assessments.record(
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
                () -> assessments.record(
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
            assessments.record(leader(DINH_TANG), YEAR, unit(PHAC_THON), step, null, VI);
            return true;
        } catch (UserProblem | ConcurrencyFailureException refused) {
            return false;
        }
    }

    @Test
    void aRecognitionNeedsEveryCriterionOnceAnyIsJudged() {
        toReview();
        judge(officer(), "4.1", Verdict.MET, "Biên bản ngày 03/11");
        judge(officer(), "4.2", Verdict.NOT_MET, null);

        assertThatThrownBy(() -> step(leader(DINH_TANG), draft(SafetyStatus.RECOGNISED)))
                .isInstanceOfSatisfying(UserProblem.class, problem -> {
                    assertThat(problem.key()).isEqualTo("criteria-not-met");
                    assertThat(problem.extras())
                            .containsEntry(
                                    "criteria",
                                    List.of("4.2", "4.3a", "4.3b", "4.3c", "4.3d", "4.3đ", "4.3e", "4.4", "4.5"));
                });
        AreaYear open = year(leader(DINH_TANG), PHAC_THON);
        assertThat(open.nextSteps()).containsExactly("not_recognised", "not_considered");
        assertThat(open.missing()).contains("tiêu chí chưa đạt: 4.2");
        assertThat(open.mayJudge()).isFalse();
        open.criteria().forEach(criterion -> judge(officer(), criterion.code(), Verdict.MET, "đủ"));

        step(leader(DINH_TANG), StepDraft.of(SafetyStatus.RECOGNISED, "125/QĐ-UBND", null));
        AreaYear decided = year(leader(DINH_TANG), PHAC_THON);

        AreaYear.Step decision = decided.steps().get(decided.steps().size() - 1);
        assertThat(decision.recordedBy()).isEqualTo("contract-leader");
        assertThat(decision.criteriaSet()).isEqualTo("TT124-2021");
        assertThat(decision.basis())
                .hasSize(10)
                .allMatch(basis -> basis.verdict().equals("met"));
        assertThat(decision.basis().get(0).text()).startsWith("Quý I");
        // After the decision only a leader judges, and what the decision rested on stays as it was.
        assertProblem("right-missing", () -> judge(officer(), "4.5", Verdict.NOT_MET, null));
        judge(leader(DINH_TANG), "4.5", Verdict.NOT_MET, "kỷ luật sau quyết định");
        AreaYear later = year(leader(DINH_TANG), PHAC_THON);
        assertThat(later.steps().get(later.steps().size() - 1).basis())
                .allMatch(basis -> basis.verdict().equals("met"));
        assertThat(later.missing()).contains("tiêu chí chưa đạt: 4.5");
    }

    @Test
    void criteriaAreJudgedFromTheRegistrationOnByThoseWhoMay() {
        assertProblem("judgement-too-early", () -> judge(officer(), "4.2", Verdict.MET, null));
        step(officer(), registered("1-NQ/CB", 10, 10));

        assertProblem("right-missing", () -> judge(leader(DINH_TANG), "4.2", Verdict.MET, null));
        assertProblem("right-missing", () -> judge(planner(DINH_TANG), "4.2", Verdict.MET, null));
        assertProblem("unit-unknown", () -> judge(officer("other", HUYEN_TRA_LINH), "4.2", Verdict.MET, null));
        assertProblem("criterion-unknown", () -> judge(officer(), "9.9", Verdict.MET, null));
        assertProblem("choice-unknown", () -> {
            AreaYear year = year(officer(), PHAC_THON);
            judgements.judge(
                    officer(),
                    YEAR,
                    unit(PHAC_THON),
                    "4.2",
                    new CriterionJudgements.Draft("good", null, null),
                    year.version());
        });
    }

    @Test
    void aJudgementKeepsTheFiguresOfItsMoment() {
        cover("2021-11-01", "2023-10-31");
        step(officer(), registered("1-NQ/CB", 10, 10));
        mark(PHAC_THON, "2022-11-01T00:00:00+07:00", "TRANHCHAP");

        judge(officer(), "4.4", Verdict.NOT_MET, "một vụ");
        mark(PHAC_THON, "2023-10-31T23:59:59+07:00", "TTXH");
        AreaYear.Judged judged = judged(year(officer(), PHAC_THON), "4.4");

        assertThat(line(judged.judgement().hint(), "total").current()).isEqualTo(1);
        assertThat(judged.judgement().hint().incidentIds()).isNull();
        assertThat(line(judged.hint(), "total").current()).isEqualTo(2);
    }

    /** The window of 2023 is 01/11/2022 00:00 to 31/10/2023 24:00 in Vietnam. */
    @Test
    void aHintListsItsFiguresByKindAndItsIncidents() {
        cover("2021-11-01", "2023-10-31");
        mark(PHAC_THON, "2022-10-31T23:59:59+07:00", "TTXH");
        mark(PHAC_THON, "2022-11-01T00:00:00+07:00", "TRANHCHAP");
        mark(PHAC_THON, "2023-10-31T23:59:59+07:00", "TTXH");
        mark(PHAC_THON, "2023-11-01T00:00:00+07:00", "TTXH");

        AreaYear year = year(leader(DINH_TANG), PHAC_THON);
        CriterionHint hint = judged(year, "4.4").hint();

        assertThat(hint.verdict()).isEqualTo("not_met");
        assertThat(hint.current().covered()).isTrue();
        assertThat(hint.lines())
                .extracting(line -> line.code() + " " + line.previous() + " " + line.current())
                .containsExactly("total 1 2", "major 0 0", "serious 0 0", "TTXH 1 1", "TRANHCHAP 0 1");
        assertThat(hint.incidentIds()).hasSize(3);
        CriterionHint disputes = judged(year, "4.3đ").hint();
        assertThat(disputes.verdict()).isEqualTo("to_check");
        assertThat(disputes.incidentIds()).hasSize(1);
    }

    @Test
    void aHintSaysWhenTheRegisterDoesNotCoverAWindow() {
        cover("2022-11-01", "2023-10-31");

        CriterionHint hint = judged(year(leader(DINH_TANG), PHAC_THON), "4.4").hint();

        assertThat(hint.verdict()).isEqualTo("insufficient_data");
        assertThat(hint.previous().covered()).isFalse();
        assertThat(line(hint, "total").previous()).isNull();
        assertThat(line(hint, "total").current()).isZero();
    }

    /** Nam Tuấn was merged on 2019-09-09 from Háng Páo and Nà Đoỏng: before that its ground had the cases of both. */
    @Test
    void aMergedAreaHasTheCasesOfItsParts() {
        String namTuan = "hamlet-01447-nam-tuan-2019-09";
        List<Long> parts = jdbc.queryForList(
                "select predecessor_id from unit_succession where successor_id = ?", Long.class, unit(namTuan));
        assertThat(parts).hasSize(2);
        AccountView officer = officer("tra-linh", HUYEN_TRA_LINH);
        for (long part : parts) {
            register.put(
                    officer,
                    UUID.randomUUID(),
                    TestDraft.at(inside(keyOf(part)), "2014-03-01T08:00:00+07:00")
                            .draft(),
                    null,
                    VI);
        }
        long commune =
                jdbc.queryForObject("select parent_id from territorial_unit where id = ?", Long.class, parts.get(0));
        coverage.add(new RegisterCoverage.Period(
                commune, LocalDate.of(2013, 11, 1), LocalDate.of(2015, 10, 31), SOURCE, false));

        AreaYear year = years.of(leader(HUYEN_TRA_LINH), 2015, unit(namTuan), null, VI);

        CriterionHint hint = judged(year, "5.4").hint();
        assertThat(line(hint, "total").current()).isZero();
        assertThat(line(hint, "total").previous()).isEqualTo(2);
        assertThat(hint.verdict()).isEqualTo("met");
    }

    /** Thông tư 23/2012 bars an area for one serious crime, however few there are. */
    @Test
    void aSeriousCrimeBarsUnderTheOlderCircularOnly() {
        cover("2015-11-01", "2016-10-31");
        mark(PHAC_THON, "2016-05-01T08:00:00+07:00", "TTXH");
        assertThat(jdbc.update("update incident set severity = 'NGHIEM_TRONG' where created_by = 'contract-officer'"))
                .isEqualTo(1);

        CriterionHint hint = judged(years.of(leader(DINH_TANG), 2016, unit(PHAC_THON), null, VI), "5.4")
                .hint();

        assertThat(hint.verdict()).isEqualTo("not_met");
        assertThat(line(hint, "serious").current()).isEqualTo(1);
        assertThat(hint.text()).contains("23/2012");
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

    @Test
    void aCommuneCountsItsAreasAndOrganizations() {
        AccountView officer = officer();
        UUID school = UUID.randomUUID();
        organizations.put(officer, school, organization("Trường THCS", "school", null), null);
        organizations.put(
                officer, UUID.randomUUID(), organization("Công ty đã giải thể", "enterprise", "2023-01-01"), null);
        organizations.record(officer, YEAR, school, new AssessedOrganizations.StepDraft("registered", null, null));
        organizations.record(
                leader(DINH_TANG), YEAR, school, new AssessedOrganizations.StepDraft("recognised", "7/QĐ", null));
        step(officer, registered("1-NQ/CB", 10, 10));
        int areas = jdbc.queryForObject(
                "select count(*) from territorial_unit where parent_id = ? and level = 'RESIDENTIAL_AREA'",
                Integer.class,
                unit(DINH_TANG));

        CriterionHint four = judged(year(leader(DINH_TANG), DINH_TANG), "5.4").hint();

        assertThat(four.verdict()).isEqualTo("not_met");
        int all = areas + 1;
        int needed = (int) Math.ceil(all * 70 / 100.0);
        assertThat(four.shares())
                .containsExactly(new Share("registered", 2, all, all), new Share("recognised", 1, all, needed));
        assertThat(line(four, "school-recognised").current()).isEqualTo(1);
        assertThat(line(four, "enterprise-all").current()).isZero();
        CriterionHint areasOnly = judged(years.of(leader(DINH_TANG), 2016, unit(DINH_TANG), null, VI), "6.4")
                .hint();
        assertThat(areasOnly.shares())
                .containsExactly(new Share("recognised", 0, areas, (int) Math.ceil(areas * 70 / 100.0)));
    }

    @Test
    void organizationsAreWrittenByOfficersOfTheCommuneAndSeenThere() {
        UUID id = UUID.randomUUID();
        AssessedOrganizations.Draft draft = organization("Trạm y tế", "agency", null);

        assertProblem("right-missing", () -> organizations.put(leader(DINH_TANG), id, draft, null));
        assertProblem("right-missing", () -> organizations.put(planner(DINH_TANG), id, draft, null));
        assertProblem("unit-unknown", () -> organizations.put(officer("other", HUYEN_TRA_LINH), id, draft, null));
        AssessedOrganizations.Stored stored = organizations.put(officer(), id, draft, null);
        assertThat(stored.created()).isTrue();
        assertThat(organizations.put(officer(), id, draft, null).created()).isFalse();
        AssessedOrganizations.Draft renamed = organization("Trạm Y tế xã", "agency", null);
        assertProblem("version-required", () -> organizations.put(officer(), id, renamed, null));
        assertProblem("organization-changed", () -> organizations.put(officer(), id, renamed, 7L));
        assertThat(organizations.put(officer(), id, renamed, 0L).organization().version())
                .isEqualTo(1);
        assertThat(organizations.list(leader(DINH_TANG), YEAR))
                .extracting(AssessedOrganizations.View::name)
                .containsExactly("Trạm Y tế xã");
        assertThat(organizations.list(leader(HUYEN_TRA_LINH), YEAR)).isEmpty();
        assertProblem(
                "right-missing",
                () -> organizations.record(
                        leader(DINH_TANG), YEAR, id, new AssessedOrganizations.StepDraft("registered", null, null)));
        assertProblem(
                "right-missing",
                () -> organizations.record(
                        officer(), YEAR, id, new AssessedOrganizations.StepDraft("recognised", null, null)));
        assertProblem(
                "step-not-allowed",
                () -> organizations.record(
                        leader(DINH_TANG), YEAR, id, new AssessedOrganizations.StepDraft("recognised", null, null)));
        assertProblem(
                "organization-status",
                () -> organizations.record(
                        officer(), YEAR, id, new AssessedOrganizations.StepDraft("under_review", null, null)));
        organizations.withdraw(officer(), id, 1L);
        assertThat(organizations.list(leader(DINH_TANG), YEAR)).isEmpty();
    }

    @Test
    void documentsAreKnownByTheirContentAndLeaveATrace() {
        step(officer(), registered("1-NQ/CB", 10, 10));
        YearDocuments.Stored stored =
                documents.add(officer(), YEAR, unit(PHAC_THON), "C:\\giấy tờ\\nghị quyết.pdf", PDF);

        assertThat(stored.document().name()).isEqualTo("nghị quyết.pdf");
        assertThat(stored.document().mediaType()).isEqualTo("application/pdf");
        assertThat(documents
                        .add(officer(), YEAR, unit(PHAC_THON), "again.pdf", PDF)
                        .created())
                .isFalse();
        UUID id = stored.document().id();
        assertThat(documents.read(planner(DINH_TANG), YEAR, unit(PHAC_THON), id).content())
                .isEqualTo(PDF);
        byte[] large = new byte[YearDocuments.LARGEST_BYTES];
        new Random(1).nextBytes(large);
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 0, large, 0, 3);
        UUID photo = documents
                .add(officer(), YEAR, unit(PHAC_THON), "ảnh.jpg", large)
                .document()
                .id();
        assertThat(documents.read(officer(), YEAR, unit(PHAC_THON), photo).content())
                .isEqualTo(large);
        assertProblem(
                "document-type-unknown",
                () -> documents.add(
                        officer(), YEAR, unit(PHAC_THON), "x.pdf", "<html>".getBytes(StandardCharsets.UTF_8)));
        assertProblem(
                "document-too-large",
                () -> documents.add(
                        officer(), YEAR, unit(PHAC_THON), "x.pdf", new byte[YearDocuments.LARGEST_BYTES + 1]));
        assertProblem("right-missing", () -> documents.add(leader(DINH_TANG), YEAR, unit(PHAC_THON), "x", PDF));
        assertProblem("right-missing", () -> documents.remove(planner(DINH_TANG), YEAR, unit(PHAC_THON), id));
        assertProblem("unit-unknown", () -> documents.read(leader(HUYEN_TRA_LINH), YEAR, unit(PHAC_THON), id));

        documents.remove(officer(), YEAR, unit(PHAC_THON), id);

        assertProblem("document-unknown", () -> documents.read(officer(), YEAR, unit(PHAC_THON), id));
        assertThat(documents.list(officer(), YEAR, unit(PHAC_THON)))
                .filteredOn(document -> document.id().equals(id))
                .allMatch(document -> "contract-officer".equals(document.removedBy()));
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

    private void toReview() {
        step(officer(), registered("1-NQ/CB", 10, 10));
        step(officer(), meeting(LocalDate.of(2023, 11, 3)));
        step(officer(), draft(SafetyStatus.UNDER_REVIEW));
    }

    private AccountView officer() {
        return officer("officer", DINH_TANG);
    }

    /** Based on what is there, as a page that has just been opened. */
    private AreaSafety step(AccountView account, StepDraft draft) {
        return assessments.record(account, YEAR, unit(PHAC_THON), draft, version(), VI);
    }

    private void judge(AccountView account, String code, Verdict verdict, @Nullable String evidence) {
        judgements.judge(
                account,
                YEAR,
                unit(PHAC_THON),
                code,
                new CriterionJudgements.Draft(verdict.key(), evidence, null),
                version());
    }

    private long version() {
        return year(leader(DINH_TANG), PHAC_THON).version();
    }

    private AreaYear year(AccountView account, String unitKey) {
        return years.of(account, YEAR, unit(unitKey), null, VI);
    }

    private static CriterionJudgements.Draft met(String evidence) {
        return new CriterionJudgements.Draft("met", evidence, null);
    }

    private static StepDraft draft(SafetyStatus status) {
        return StepDraft.of(status, null, null);
    }

    private static StepDraft registered(
            @Nullable String resolution, @Nullable Integer total, @Nullable Integer registered) {
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

    private static StepDraft meeting(LocalDate day) {
        return new StepDraft(
                "self_assessed", null, null, null, null, null, day, 25, null, null, null, null, null, null, null);
    }

    private AssessedOrganizations.Draft organization(String name, String kind, @Nullable String validTo) {
        return new AssessedOrganizations.Draft(
                name,
                kind,
                unit(DINH_TANG),
                LocalDate.of(2000, 1, 1),
                validTo == null ? null : LocalDate.parse(validTo));
    }

    private static AreaYear.Judged judged(AreaYear year, String code) {
        return year.criteria().stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static CriterionHint.Line line(CriterionHint hint, String code) {
        return hint.lines().stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void cover(String from, String to) {
        coverage.add(new RegisterCoverage.Period(
                unit(DINH_TANG), LocalDate.parse(from), LocalDate.parse(to), SOURCE, false));
    }

    private void mark(String areaKey, String occurredAt, String category) {
        register.put(
                officer(),
                UUID.randomUUID(),
                TestDraft.at(inside(areaKey), occurredAt).category(category).draft(),
                null,
                VI);
    }

    private static void assertProblem(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UserProblem.class, problem -> assertThat(problem.key()).isEqualTo(key));
    }
}
