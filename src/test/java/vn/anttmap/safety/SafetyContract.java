package vn.anttmap.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.incident.IncidentRegister;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.testing.DemoDataContract;
import vn.anttmap.testing.TestDraft;

/** Windows, hints, steps and statuses. What is written lies in xã Định Tăng in 2020 to 2022 and in the town in 2025. */
abstract class SafetyContract extends DemoDataContract {

    private static final String DINH_TANG = "commune-15445-2019";
    private static final String PHAC_THON = "hamlet-15445-phac-thon-2019";
    private static final String THANH_PHU = "hamlet-15445-thanh-phu-2019";
    private static final String THON_3 = "hamlet-15445-thon-3-2019";
    private static final Locale VI = Locale.forLanguageTag("vi");

    @Autowired
    SafetyAssessments assessments;

    @Autowired
    AssessmentSteps assessmentSteps;

    @Autowired
    AssessmentWindows windows;

    @Autowired
    IncidentRegister register;

    @Autowired
    RegisterCoverage coverage;

    /** Thông tư 124/2021/TT-BCA, Article 8. */
    @Test
    void aResidentialAreasYearRunsFromTheFirstOfNovemberToTheLastOfOctober() {
        AssessmentWindows.Window window = windows.of(UnitLevel.RESIDENTIAL_AREA, 2023);

        assertThat(window.from()).isEqualTo("2022-11-01");
        assertThat(window.to()).isEqualTo("2023-10-31");
        assertThat(window.previous().from()).isEqualTo("2021-11-01");
        assertThat(window.previous().to()).isEqualTo("2022-10-31");
        assertThat(window.verified()).isTrue();
    }

    @Test
    void aCommunesYearRunsFromTheSixteenthToTheFifteenthOfNovember() {
        AssessmentWindows.Window window = windows.of(UnitLevel.COMMUNE, 2023);

        assertThat(window.from()).isEqualTo("2022-11-16");
        assertThat(window.to()).isEqualTo("2023-11-15");
    }

    @Test
    void windowsUnderTheOlderCircularAreMarkedAsNotVerified() {
        assertThat(windows.of(UnitLevel.RESIDENTIAL_AREA, 2019).verified()).isFalse();
        assertThat(windows.of(UnitLevel.RESIDENTIAL_AREA, 2019).from()).isEqualTo("2018-11-01");
    }

    @Test
    void aYearListsAreasOnTheLastDayOfTheirWindowUnlessAskedOtherwise() {
        SafetyYear year = assessments.year(leader(OLD_TOWN), 2019, null, VI);

        assertThat(year.boundaryDay()).isEqualTo("2019-10-31");
        assertThat(year.windows().residentialArea().from()).isEqualTo("2018-11-01");
        assertThat(year.windows().commune().to()).isEqualTo("2019-11-15");
        assertThat(year.areas()).hasSize(6);
    }

    @Test
    void moreIncidentsThanInTheWindowBeforeIsNotMet() {
        coverDinhTang("2020-11-01", "2022-10-31");
        mark(PHAC_THON, "2021-10-31T23:00:00+07:00");
        mark(PHAC_THON, "2021-11-01T00:00:00+07:00");
        mark(PHAC_THON, "2022-10-31T23:59:59+07:00");

        SafetyHint hint = hint(PHAC_THON, 2022);

        assertThat(hint.verdict()).isEqualTo("not_met");
        assertThat(hint.current().count()).isEqualTo(2);
        assertThat(hint.previous().count()).isEqualTo(1);
        assertThat(hint.needsChecking()).isTrue();
    }

    @Test
    void asManyAsBeforeIsMet() {
        coverDinhTang("2020-11-01", "2022-10-31");
        mark(THANH_PHU, "2021-03-01T12:00:00+07:00");
        mark(THANH_PHU, "2022-03-01T12:00:00+07:00");

        assertThat(hint(THANH_PHU, 2022).verdict()).isEqualTo("met");
    }

    @Test
    void noneAndNoneIsMet() {
        coverDinhTang("2020-11-01", "2022-10-31");

        SafetyHint hint = hint(THON_3, 2022);

        assertThat(hint.verdict()).isEqualTo("met");
        assertThat(hint.current().count()).isZero();
        assertThat(hint.previous().count()).isZero();
        assertThat(hint.majorCases()).isZero();
    }

    @Test
    void oneMissingDayOfTheRegisterIsInsufficientData() {
        coverDinhTang("2020-11-02", "2022-10-31");

        SafetyHint hint = hint(THON_3, 2022);

        assertThat(hint.verdict()).isEqualTo("insufficient_data");
        assertThat(hint.current().count()).isZero();
        assertThat(hint.previous().count()).isNull();
    }

    @Test
    void aCommuneIsComparedWithinItsOwnWindow() {
        coverDinhTang("2020-11-01", "2022-11-15");
        // Both lie before the commune's window, which begins on 16/11, and on two sides of the areas' first day.
        mark(PHAC_THON, "2021-10-31T12:00:00+07:00");
        mark(PHAC_THON, "2021-11-15T23:59:59+07:00");
        mark(PHAC_THON, "2022-11-15T23:59:59+07:00");

        SafetyHint commune = hint(DINH_TANG, 2022);

        assertThat(commune.current().from()).isEqualTo("2021-11-16");
        assertThat(commune.current().count()).isEqualTo(1);
        assertThat(commune.previous().count()).isEqualTo(2);
        assertThat(commune.verdict()).isEqualTo("met");
        assertThat(hint(PHAC_THON, 2022).verdict()).isEqualTo("met");
        assertThat(hint(PHAC_THON, 2022).current().count()).isEqualTo(1);
    }

    @Test
    void majorCasesAreAFactOfTheirOwn() {
        coverDinhTang("2020-11-01", "2022-10-31");
        register.put(
                officer("officer", DINH_TANG),
                UUID.randomUUID(),
                TestDraft.at(inside(THON_3), "2022-05-01T12:00:00+07:00")
                        .major()
                        .draft(),
                null,
                VI);

        assertThat(hint(THON_3, 2022).majorCases()).isEqualTo(1);
        assertThat(hint(PHAC_THON, 2022).majorCases()).isZero();
    }

    @Test
    void theOldTownsRegisterIsTooShortForAnyComparison() {
        // It covers 2018-01-01 to 2019-08-15: neither November 2017 nor September 2019.
        for (int year : new int[] {2018, 2019}) {
            assertThat(assessments.year(leader(OLD_TOWN), year, null, VI).areas())
                    .extracting(area -> area.hint().verdict())
                    .containsOnly("insufficient_data");
        }
    }

    @Test
    void anAreaWithoutARecordIsNotRegistered() {
        AreaSafety area = entry(leader(DINH_TANG), THON_3, 2022, LocalDate.of(2022, 10, 31));

        assertThat(area.status()).isEqualTo("not_registered");
        assertThat(area.recordedOn()).isNull();
        assertThat(area.criteria()).isEmpty();
    }

    @Test
    void aStatusFollowsTheSameGroundThroughRenamingAndNewParents() {
        LocalDate in2021 = LocalDate.of(2021, 1, 1);
        AccountView leader = leader(HUYEN_YEN_DINH);

        // gis-data for 2018: khu phố 1 recognised, khu phố 2 not; thôn Bối Lim recognised, khu phố from 2019-12-01.
        assertThat(entry(leader, "hamlet-15394-khu-pho-1-2020", 2018, in2021).status())
                .isEqualTo("recognised");
        assertThat(entry(leader, "hamlet-15394-khu-pho-2-2020", 2018, in2021).status())
                .isEqualTo("not_recognised");
        assertThat(entry(leader, "hamlet-15469-boi-lim-2020", 2018, in2021).status())
                .isEqualTo("recognised");
    }

    @Test
    void aMergedAreaTakesNoStatusFromItsParts() {
        // Nam Tuấn is Háng Páo, recognised in 2018, and Nà Đoỏng, merged on 2019-09-09.
        AreaSafety namTuan =
                entry(leader(HUYEN_TRA_LINH), "hamlet-01447-nam-tuan-2019-09", 2018, LocalDate.of(2019, 10, 1));

        assertThat(namTuan.status()).isEqualTo("not_registered");
    }

    @Test
    void officersSubmitAndLeadersDecide() {
        AccountView officer = officer("officer", DINH_TANG);
        AccountView leader = leader(DINH_TANG);

        step(officer, SafetyStatus.REGISTERED);
        step(officer, SafetyStatus.SELF_ASSESSED);
        step(officer, SafetyStatus.UNDER_REVIEW);
        assertProblem(UserProblem.Kind.FORBIDDEN, () -> step(officer, SafetyStatus.RECOGNISED));
        AreaSafety decided = assessmentSteps.record(
                leader, 2022, unit(PHAC_THON), StepDraft.of(SafetyStatus.RECOGNISED, " 12/QĐ-UBND ", null), null, VI);

        assertThat(decided.status()).isEqualTo("recognised");
        assertThat(decided.decisionNumber()).isEqualTo("12/QĐ-UBND");
        assertThat(decided.recordedBy()).isEqualTo(leader.username());
        assertThat(decided.synthetic()).isFalse();
        assertProblem(UserProblem.Kind.FORBIDDEN, () -> step(officer, SafetyStatus.UNDER_REVIEW));
        assertThat(step(leader, SafetyStatus.UNDER_REVIEW).status()).isEqualTo("under_review");
    }

    @Test
    void stepsMustFollowInOrder() {
        AccountView officer = officer("officer", DINH_TANG);
        AccountView leader = leader(DINH_TANG);

        assertProblem(UserProblem.Kind.CONFLICT, () -> step(officer, SafetyStatus.SELF_ASSESSED));
        assertProblem(UserProblem.Kind.CONFLICT, () -> step(leader, SafetyStatus.RECOGNISED));
        step(officer, SafetyStatus.REGISTERED);
        assertProblem(UserProblem.Kind.CONFLICT, () -> step(officer, SafetyStatus.REGISTERED));
        assertProblem(UserProblem.Kind.CONFLICT, () -> step(officer, SafetyStatus.UNDER_REVIEW));
    }

    @Test
    void onlyThoseWithTheRightAndTheTerritoryRecordSteps() {
        assertProblem(UserProblem.Kind.FORBIDDEN, () -> step(leader(DINH_TANG), SafetyStatus.REGISTERED));
        assertProblem(UserProblem.Kind.FORBIDDEN, () -> step(planner(DINH_TANG), SafetyStatus.REGISTERED));
        assertProblem(
                UserProblem.Kind.NOT_FOUND, () -> step(officer("other", HUYEN_TRA_LINH), SafetyStatus.REGISTERED));
        assertProblem(
                UserProblem.Kind.UNPROCESSABLE,
                () -> record(leader(HUYEN_YEN_DINH), HUYEN_YEN_DINH, 2022, SafetyStatus.NOT_CONSIDERED));
    }

    @Test
    void everyStepLeavesARow() {
        AccountView officer = officer("officer", DINH_TANG);
        step(officer, SafetyStatus.REGISTERED);
        step(officer, SafetyStatus.SELF_ASSESSED);
        // A step back is a correction and a step too.
        step(officer, SafetyStatus.REGISTERED);

        assertThat(steps(PHAC_THON, 2022))
                .containsExactly(
                        "REGISTERED contract-officer", "SELF_ASSESSED contract-officer", "REGISTERED contract-officer");
    }

    @Test
    void aStepAfterTheAreaGotANewParentGoesOnWithTheSameRecord() {
        AccountView officer = officer("officer", OLD_TOWN);
        // The window of 2025 ends after 2025-07-01, when the town became a part of xã Yên Định.
        record(officer, "hamlet-15394-khu-pho-1-2020", 2025, SafetyStatus.REGISTERED);

        AreaSafety next = record(officer, "hamlet-15394-khu-pho-1-2025", 2025, SafetyStatus.SELF_ASSESSED);

        assertThat(next.status()).isEqualTo("self_assessed");
        assertThat(steps("hamlet-15394-khu-pho-1-2020", 2025))
                .containsExactly("REGISTERED contract-officer", "SELF_ASSESSED contract-officer");
        for (String state : List.of("hamlet-15394-khu-pho-1-2020", "hamlet-15394-khu-pho-1-2025")) {
            LocalDate day = state.endsWith("2020") ? LocalDate.of(2025, 6, 30) : LocalDate.of(2025, 10, 31);
            assertThat(entry(officer, state, 2025, day).status()).isEqualTo("self_assessed");
        }
    }

    private List<String> steps(String unitKey, int year) {
        return jdbc.queryForList("""
                select s.status || ' ' || s.recorded_by from safety_assessment_step s
                join safety_assessment a on a.id = s.assessment_id
                where a.unit_id = ? and a.assessment_year = ? order by s.id""", String.class, unit(unitKey), year);
    }

    private AreaSafety step(AccountView account, SafetyStatus status) {
        return record(account, PHAC_THON, 2022, status);
    }

    private AreaSafety record(AccountView account, String unitKey, int year, SafetyStatus status) {
        return record(account, unitKey, year, StepDraft.of(status, null, null));
    }

    /** Based on what is there, as a page that has just been opened. */
    private AreaSafety record(AccountView account, String unitKey, int year, StepDraft draft) {
        Long version = jdbc
                .queryForList(
                        "select changes from safety_assessment where unit_id = ? and assessment_year = ?",
                        Long.class,
                        unit(unitKey),
                        year)
                .stream()
                .findFirst()
                .orElse(null);
        return assessmentSteps.record(account, year, unit(unitKey), draft, version, VI);
    }

    private SafetyHint hint(String unitKey, int year) {
        return entry(leader(DINH_TANG), unitKey, year, null).hint();
    }

    private AreaSafety entry(AccountView account, String unitKey, int year, @Nullable LocalDate boundaryDay) {
        long id = unit(unitKey);
        return assessments.year(account, year, boundaryDay, VI).areas().stream()
                .filter(area -> area.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private void coverDinhTang(String from, String to) {
        coverage.add(new RegisterCoverage.Period(
                unit(DINH_TANG), LocalDate.parse(from), LocalDate.parse(to), SOURCE, false));
    }

    private void mark(String areaKey, String occurredAt) {
        register.put(
                officer("officer", DINH_TANG),
                UUID.randomUUID(),
                TestDraft.at(inside(areaKey), occurredAt).draft(),
                null,
                VI);
    }

    private static void assertProblem(UserProblem.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UserProblem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }
}
