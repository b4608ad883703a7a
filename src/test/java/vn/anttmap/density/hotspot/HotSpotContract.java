package vn.anttmap.density.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.density.statistics.LocalTest;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.Territory;
import vn.anttmap.testing.DemoDataContract;

/** Hot spots of the demonstration's two places. */
abstract class HotSpotContract extends DemoDataContract {

    private static final LocalDate FROM = LocalDate.of(2017, 1, 1);
    private static final LocalDate TO = LocalDate.of(2019, 8, 15);
    private static final Locale VI = Locale.forLanguageTag("vi");

    @Autowired
    HotSpots hotSpots;

    @Autowired
    HotSpotTrends trends;

    @Autowired
    Territory territory;

    /** The district's registers cover 2017 to 15/08/2019: three years, of which each says what the report of it says. */
    @Test
    void theYearsOfTheDistrictAreJudgedOneByOneOnTheAreasOfOneDay() {
        AccountView leader = leader(HUYEN_TRA_LINH);
        HotSpotSettings settings = with(LocalTest.Statistic.GI_STAR, null, null);

        HotSpotSeries series = trends.of(
                leader, "residential-areas", null, IncidentCounts.Question.period(FROM, TO, TO), "year", settings, VI);

        assertThat(series.windows()).hasSize(3);
        assertThat(series.used()).isEqualTo(3);
        LocalDate end = LocalDate.of(2018, 12, 31);
        HotSpotReport second = hotSpots.report(
                leader,
                "residential-areas",
                null,
                IncidentCounts.Question.period(LocalDate.of(2018, 1, 1), end, TO),
                settings,
                VI);
        assertThat(series.windows().get(1).to()).isEqualTo(end);
        assertThat(series.areas())
                .hasSize(second.areas().size())
                .allSatisfy(area -> assertThat(area.categories().get(1))
                        .isEqualTo(second.areas().stream()
                                .filter(one -> one.id().equals(area.id()))
                                .findFirst()
                                .orElseThrow()
                                .category()));
        assertThat(series.trends().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(series.areas().size());
    }

    /** Before 2017 nothing is on record: those years are named, and two alone are too few to speak of a course. */
    @Test
    void windowsWithoutEnoughDataAreNamedAndTooFewOfThemAreRefused() {
        AccountView leader = leader(HUYEN_TRA_LINH);
        HotSpotSettings settings = with(LocalTest.Statistic.GI_STAR, null, null);
        LocalDate before = LocalDate.of(2015, 1, 1);

        HotSpotSeries series = trends.of(
                leader,
                "residential-areas",
                null,
                IncidentCounts.Question.period(before, TO, TO),
                "year",
                settings,
                VI);

        assertThat(series.used()).isEqualTo(3);
        assertThat(series.windows().get(0).hot()).isNull();
        assertThat(series.windows().get(0).reason()).isNotBlank();
        assertThat(series.areas().get(0).categories().get(0)).isNull();
        assertThatThrownBy(() -> trends.of(
                        leader,
                        "residential-areas",
                        null,
                        IncidentCounts.Question.period(before, LocalDate.of(2018, 12, 31), TO),
                        "year",
                        settings,
                        VI))
                .isInstanceOf(UserProblem.class)
                .hasFieldOrPropertyWithValue("key", "hotspot-too-few-windows");
    }

    /** gis-data: 28 incidents of the district are not restricted; all of its ten registers cover the period. */
    @ParameterizedTest
    @EnumSource(LocalTest.Statistic.class)
    void everyAreaOfTheDistrictIsJudgedWithMethodSettingsSampleAndWords(LocalTest.Statistic method) {
        HotSpotReport report = report(leader(HUYEN_TRA_LINH), "residential-areas", with(method, null, null));

        assertThat(report.total()).isEqualTo(28);
        assertThat(report.sample().incidents()
                        + report.notCounted().tooInexact()
                        + report.notCounted().outsideAreas())
                .isEqualTo(28);
        assertThat(report.restrictedExcluded()).isTrue();
        assertThat(report.leftOut()).isEmpty();
        assertThat(report.areas()).hasSize(report.sample().areas()).hasSizeGreaterThan(HotSpots.ENOUGH_AREAS);
        assertThat(report.classes().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(report.sample().areas());
        assertThat(report.settings().method()).isEqualTo(HotSpotSettings.key(method));
        assertThat(report.settings().basis()).isEqualTo("perSqKm");
        assertThat(report.settings().correction()).isEqualTo("fdr");
        assertThat(report.settings().permutations()).isEqualTo(99_999);
        assertThat(report.warnings()).containsExactly("few-incidents");
        assertThat(report.methodText()).contains("99.999 lần", "Benjamini–Hochberg", "khu dân cư");
        assertThat(report.summary()).contains(report.sample().areas() + " khu dân cư");
        assertThat(report.areas()).allSatisfy(area -> {
            assertThat(area.z() == null).isEqualTo(area.category().equals("not-judged"));
            assertThat(area.z() == null || Double.isFinite(area.z())).isTrue();
            if (area.pCorrected() != null) {
                assertThat(area.pPermutation()).isBetween(0.0, area.pCorrected());
                assertThat(area.pAnalytic()).isBetween(0.0, 1.0);
            }
            assertThat(area.sentence()).startsWith(area.name() + ": " + area.count() + " vụ, ");
        });
    }

    @Test
    void theSameQuestionGetsTheSameAnswerAndInEnglishTheSameFigures() {
        HotSpotReport once = report(leader(HUYEN_TRA_LINH), "residential-areas", HotSpotSettings.USUAL);
        HotSpotReport again = report(leader(HUYEN_TRA_LINH), "residential-areas", HotSpotSettings.USUAL);
        HotSpotReport english = hotSpots.report(
                leader(HUYEN_TRA_LINH), "residential-areas", null, question(), HotSpotSettings.USUAL, Locale.ENGLISH);

        assertThat(again).isEqualTo(once);
        assertThat(english.areas())
                .extracting(HotSpotReport.Area::pCorrected)
                .isEqualTo(once.areas().stream()
                        .map(HotSpotReport.Area::pCorrected)
                        .toList());
        assertThat(english.methodText()).contains("Gi* (Getis–Ord)", "99,999 times");
    }

    @ParameterizedTest
    @CsvSource({"QUEEN, COUNT", "ROOK, PER_SQ_KM", "DISTANCE, COUNT", "NEAREST, PER_SQ_KM"})
    void neighboursAndBasisCanBeChosen(HotSpotSettings.WeightKind weights, HotSpotSettings.Basis basis) {
        HotSpotReport report =
                report(leader(HUYEN_TRA_LINH), "residential-areas", with(LocalTest.Statistic.GI_STAR, weights, basis));

        assertThat(report.settings().weights()).isEqualTo(HotSpotSettings.key(weights));
        assertThat(report.settings().basis()).isEqualTo(HotSpotSettings.key(basis));
        switch (weights) {
            // The smallest distance at which every area has a neighbour.
            case DISTANCE -> {
                assertThat(report.settings().distanceM()).isPositive();
                assertThat(report.sample().islands()).isZero();
            }
            case NEAREST -> assertThat(report.areas()).allMatch(area -> area.neighbours() == 8);
            default -> assertThat(report.sample().meanNeighbours()).isBetween(2.0, 8.0);
        }
        if (basis == HotSpotSettings.Basis.COUNT) {
            assertThat(report.areas()).allMatch(area -> area.value() == area.count());
        }
    }

    /** The p-values do not depend on it, only what is called a hot spot. */
    @Test
    void theConfidenceDecidesWhatIsCalledAHotSpot() {
        HotSpotReport usual = report(leader(HUYEN_TRA_LINH), "residential-areas", HotSpotSettings.USUAL);
        HotSpotReport strict = report(leader(HUYEN_TRA_LINH), "residential-areas", confident(99));
        HotSpotReport lenient = report(leader(HUYEN_TRA_LINH), "residential-areas", confident(90));

        assertThat(strict.classes()).isEqualTo(usual.classes()).isEqualTo(lenient.classes());
        assertThat(strict.settings().confidence()).isEqualTo(99);
        assertThat(strict.areas()).allSatisfy(area -> {
            assertThat(area.sentence()).endsWith(area.verdict() + ".");
            boolean certain =
                    area.category().equals("hot-99") || area.category().equals("cold-99");
            if (area.z() != null) {
                assertThat(area.verdict().contains("chưa đủ chắc chắn")).isNotEqualTo(certain);
            }
        });
        assertThat(lenient.areas())
                .filteredOn(area -> area.category().equals("hot-90"))
                .allSatisfy(area -> assertThat(area.verdict()).isEqualTo("điểm nóng, tin cậy 90 %"));
    }

    private static HotSpotSettings confident(int confidence) {
        HotSpotSettings usual = HotSpotSettings.USUAL;
        return new HotSpotSettings(
                usual.method(),
                usual.weights(),
                null,
                usual.neighbours(),
                null,
                usual.seed(),
                usual.falseDiscovery(),
                null,
                confidence);
    }

    /** 38 of the town's 45 incidents have a place that is exact or by street. */
    @Test
    void cellsOfTheTownAreJudgedForThoseWhoSeePoints() {
        HotSpotReport report = hotSpots.report(
                officer("town", OLD_TOWN),
                "hexagons",
                120,
                IncidentCounts.Question.period(LocalDate.of(2018, 1, 1), TO, TO),
                HotSpotSettings.USUAL,
                VI);

        assertThat(report.total()).isEqualTo(45);
        assertThat(report.notCounted().tooInexact()).isEqualTo(7);
        assertThat(report.sample().incidents() + report.notCounted().outsideAreas())
                .isEqualTo(38);
        assertThat(report.partialCells()).isPositive();
        assertThat(report.settings().basis()).isEqualTo("count");
        assertThat(report.settings().sizeM()).isEqualTo(120);
        assertThat(report.areas())
                .allMatch(area -> area.geometry() != null && area.neighbours() <= 6)
                .anyMatch(area -> area.neighbours() == 6);
    }

    @ParameterizedTest
    @CsvSource({
        "commune-15394-2019, residential-areas, hotspot-too-few-areas",
        "commune-15394-2019, villages, hotspot-not-covered",
        "district-394, communes, hotspot-too-few-areas",
        "commune-15397-2019, residential-areas, hotspot-not-covered"
    })
    void tooLittleIsRefusedWithTheReason(String unitKey, String level, String reason) {
        assertThatThrownBy(() -> hotSpots.report(
                        leader(HUYEN_YEN_DINH),
                        level,
                        null,
                        IncidentCounts.Question.period(LocalDate.of(2018, 1, 1), TO, TO)
                                .within(territory.ground(leader(HUYEN_YEN_DINH), unit(unitKey), TO)),
                        HotSpotSettings.USUAL,
                        VI))
                .isInstanceOfSatisfying(UserProblem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(UserProblem.Kind.UNPROCESSABLE);
                    assertThat(problem.key()).isEqualTo(reason);
                });
    }

    @Test
    void tooFewIncidentsAreRefused() {
        assertThatThrownBy(() -> hotSpots.report(
                        leader(HUYEN_TRA_LINH),
                        "residential-areas",
                        null,
                        new IncidentCounts.Question(FROM, TO, "CHAYNO", null, true, TO),
                        HotSpotSettings.USUAL,
                        VI))
                .isInstanceOfSatisfying(
                        UserProblem.class, problem -> assertThat(problem.key()).isEqualTo("hotspot-too-few-incidents"));
    }

    /** The areas of the town and of the other communes, whose registers cover nothing, are named; the district's are judged. */
    @Test
    void areasWithoutARegisterAreLeftOutAndNamed() {
        AccountView both = account("both", Role.LEADER, Set.of(), HUYEN_TRA_LINH, HUYEN_YEN_DINH);

        HotSpotReport report = report(both, "communes", with(LocalTest.Statistic.GI, null, null));

        // Ten communes of the district; the town's register begins in 2018.
        assertThat(report.sample().areas()).isEqualTo(10);
        assertThat(report.leftOut())
                .hasSize(29)
                .allMatch(area -> area.reason().equals("register"))
                .anyMatch(area -> area.fullName().equals("Thị trấn Quán Lào"));
        assertThat(report.warnings()).contains("few-areas");
    }

    @Test
    void whoMayNotSeeThemGetsNoHotSpots() {
        AccountView administrator = account("administrator", Role.ADMINISTRATOR, Set.of(), HUYEN_TRA_LINH);

        assertForbidden(administrator, "residential-areas");
        assertForbidden(administrator, "hexagons");
        assertForbidden(leader(HUYEN_TRA_LINH), "hexagons");
        assertForbidden(planner(HUYEN_TRA_LINH), "squares");
    }

    private void assertForbidden(AccountView account, String level) {
        assertThatThrownBy(() -> report(account, level, HotSpotSettings.USUAL))
                .isInstanceOfSatisfying(
                        UserProblem.class, problem -> assertThat(problem.kind()).isEqualTo(UserProblem.Kind.FORBIDDEN));
    }

    private HotSpotReport report(AccountView account, String level, HotSpotSettings settings) {
        return hotSpots.report(account, level, null, question(), settings, VI);
    }

    private static IncidentCounts.Question question() {
        return IncidentCounts.Question.period(FROM, TO, TO);
    }

    private static HotSpotSettings with(
            LocalTest.Statistic method, HotSpotSettings.WeightKind weights, HotSpotSettings.Basis basis) {
        HotSpotSettings usual = HotSpotSettings.USUAL;
        return new HotSpotSettings(
                method,
                weights == null ? usual.weights() : weights,
                null,
                usual.neighbours(),
                null,
                usual.seed(),
                true,
                basis,
                usual.confidence());
    }
}
