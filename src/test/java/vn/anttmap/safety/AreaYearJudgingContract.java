package vn.anttmap.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.incident.IncidentRegister;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.testing.TestDraft;

/** Criteria judged one by one, and the figures that stand beside them. */
abstract class AreaYearJudgingContract extends AreaYearContract {

    @Autowired
    IncidentRegister register;

    @Autowired
    RegisterCoverage coverage;

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
}
