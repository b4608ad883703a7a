package vn.anttmap.density.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.density.AreaDensity;
import vn.anttmap.density.Density;
import vn.anttmap.density.DensityLevel;
import vn.anttmap.density.classes.ClassMethod;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.Territory;
import vn.anttmap.testing.DemoDataContract;

/** Steps and profiles, counted by another program (Python) from gis-data: local time, a ray through the rings. */
abstract class DensitySeriesContract extends DemoDataContract {

    private static final LocalDate FROM = LocalDate.of(2018, 1, 1);
    private static final LocalDate TO = LocalDate.of(2019, 8, 15);
    private static final Locale VI = Locale.forLanguageTag("vi");
    private static final DensitySeries.Classing QUANTILES =
            new DensitySeries.Classing(ClassMethod.QUANTILE, 3, new double[0]);

    @Autowired
    DensitySeries series;

    @Autowired
    TimeProfiles profiles;

    @Autowired
    Density density;

    @Autowired
    Territory territory;

    @ParameterizedTest(name = "khu phố {0}: {1} in 2018, {2} in 2019")
    @CsvSource({"1, 4, 2", "2, 7, 7", "3, 5, 4", "4, 11, 0", "5, 3, 2"})
    void eachKhuPhoHasItsCountInEachYear(int number, int in2018, int in2019) {
        SeriesReport report = report(leader(OLD_TOWN), DensityLevel.RESIDENTIAL_AREAS, SeriesStep.Length.YEAR);

        assertThat(report.steps()).extracting(SeriesStep::key).containsExactly("2018", "2019");
        assertThat(report.steps()).extracting(SeriesStep::whole).containsExactly(true, false);
        assertThat(report.steps()).extracting(SeriesStep::days).containsExactly(365, 227);
        assertThat(area(report, "hamlet-15394-khu-pho-" + number + "-2019").counts())
                .containsExactly(in2018, in2019);
    }

    @Test
    void quartersOfTheTownAndWhatTheyComeTo() {
        SeriesReport report = report(leader(OLD_TOWN), DensityLevel.COMMUNES, SeriesStep.Length.QUARTER);

        assertThat(report.steps())
                .extracting(SeriesStep::key)
                .containsExactly("2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4", "2019-Q1", "2019-Q2", "2019-Q3");
        assertThat(area(report, OLD_TOWN).counts()).containsExactly(7, 8, 10, 5, 5, 6, 4);
        assertThat(report.totals()).extracting(SeriesReport.StepTotal::count).containsExactly(7, 8, 10, 5, 5, 6, 4);
    }

    @ParameterizedTest
    @EnumSource(DensityLevel.class)
    void allMonthsTogetherAreWhatTheWholePeriodHas(DensityLevel level) {
        AccountView leader = leader(OLD_TOWN);

        SeriesReport report = report(leader, level, SeriesStep.Length.MONTH);

        assertThat(report.steps()).hasSize(20);
        List<AreaDensity> whole = density.report(leader, level, question(), VI).areas();
        assertThat(report.areas()).hasSameSizeAs(whole);
        for (int i = 0; i < whole.size(); i++) {
            int sum = report.areas().get(i).counts().stream()
                    .filter(Objects::nonNull)
                    .mapToInt(Integer::intValue)
                    .sum();
            assertThat(sum).as(whole.get(i).fullName()).isEqualTo(whole.get(i).recorded());
        }
    }

    @Test
    void aStepThatTheRegisterDoesNotCoverHasNoFigure() {
        LocalDate from = LocalDate.of(2017, 11, 1);
        IncidentCounts.Question question = IncidentCounts.Question.period(from, TO.plusMonths(1), TO);

        SeriesReport report = series.report(
                leader(HUYEN_YEN_DINH),
                DensityLevel.COMMUNES,
                question,
                SeriesStep.Length.MONTH,
                SeriesMeasure.COUNT,
                QUANTILES,
                VI);

        List<@Nullable Integer> town = area(report, OLD_TOWN).counts();
        assertThat(town.subList(0, 2)).containsOnlyNulls();
        assertThat(town.subList(2, 21)).doesNotContainNull();
        // The register ends on 15 August: neither that month nor the next is covered to its end.
        assertThat(town.subList(21, 23)).containsOnlyNulls();
        assertThat(report.areas())
                .filteredOn(area -> area.id() != unit(OLD_TOWN))
                .hasSize(28)
                .allSatisfy(area -> {
                    assertThat(area.counts()).containsOnlyNulls();
                    assertThat(area.values()).containsOnlyNulls();
                    assertThat(area.classes()).containsOnlyNulls();
                });
        assertThat(report.totals().get(0)).isEqualTo(new SeriesReport.StepTotal(0, null));
        assertThat(report.totals().get(5).areasCovered()).isEqualTo(1);
    }

    @Test
    void theAreasAreThoseOfOneDay() {
        LocalDate afterTheMerger = LocalDate.of(2020, 1, 1);
        SeriesReport report = series.report(
                leader(HUYEN_YEN_DINH),
                DensityLevel.COMMUNES,
                IncidentCounts.Question.period(FROM, TO, afterTheMerger),
                SeriesStep.Length.YEAR,
                SeriesMeasure.COUNT,
                QUANTILES,
                VI);

        assertThat(report.areas()).extracting(SeriesReport.AreaSeries::id).doesNotContain(unit(OLD_TOWN));
        // Xã Định Tường, the other part of the new town, had no register.
        assertThat(area(report, NEW_TOWN).counts()).containsOnlyNulls();
    }

    /** 2018: 3, 4, 5, 7, 11; 2019: 0, 2, 2, 4, 7. The nine above zero: 2, 2, 3, 4, 4, 5, 7, 7, 11. */
    @Test
    void limitsOfClassesAreCommonToAllSteps() {
        SeriesReport report = report(leader(OLD_TOWN), DensityLevel.RESIDENTIAL_AREAS, SeriesStep.Length.YEAR);

        // Ranks 1 + 8/3 and 1 + 16/3: 3 + 2/3 · 1 and 5 + 1/3 · 2.
        assertThat(report.classes().method()).isEqualTo("quantile");
        assertThat(report.classes().limits()).hasSize(3);
        assertThat(report.classes().limits().get(0)).isCloseTo(11 / 3.0, within(1e-12));
        assertThat(report.classes().limits().get(1)).isCloseTo(17 / 3.0, within(1e-12));
        assertThat(report.classes().limits().get(2)).isEqualTo(11);
        assertThat(area(report, "hamlet-15394-khu-pho-4-2019").classes()).containsExactly(2, -1);
        assertThat(area(report, "hamlet-15394-khu-pho-1-2019").classes()).containsExactly(1, 0);
    }

    @Test
    void givenLimitsAreKeptAndWhatIsAboveThemIsOneClassMore() {
        SeriesReport report = series.report(
                leader(OLD_TOWN),
                DensityLevel.RESIDENTIAL_AREAS,
                question(),
                SeriesStep.Length.YEAR,
                SeriesMeasure.COUNT,
                new DensitySeries.Classing(ClassMethod.FIXED, 5, new double[] {3, 6}),
                VI);

        assertThat(report.classes().limits()).containsExactly(3.0, 6.0);
        assertThat(area(report, "hamlet-15394-khu-pho-4-2019").classes()).containsExactly(2, -1);
        assertThat(area(report, "hamlet-15394-khu-pho-5-2019").classes()).containsExactly(0, 0);
    }

    @Test
    void aMeasureDividesByTheAreaAndTheLengthOfItsOwnStep() {
        SeriesReport report = series.report(
                leader(OLD_TOWN),
                DensityLevel.COMMUNES,
                question(),
                SeriesStep.Length.YEAR,
                SeriesMeasure.DENSITY,
                QUANTILES,
                VI);

        // 30 / 1.47 / (365 / 365.25) = 20.422; 15 / 1.47 / (227 / 365.25) = 16.418
        List<@Nullable Double> values = area(report, OLD_TOWN).values();
        assertThat(values.get(0)).isCloseTo(20.422, within(0.0005));
        assertThat(values.get(1)).isCloseTo(16.419, within(0.001));
    }

    @Test
    void theProfileOfTheTown() {
        AccountView leader = leader(HUYEN_YEN_DINH);
        TimeProfile profile = profiles.of(leader, question().within(territory.ground(leader, unit(OLD_TOWN), TO)));

        assertThat(profile.covered()).isTrue();
        assertThat(profile.total()).isEqualTo(45);
        assertThat(counts(profile.months())).containsExactly(5, 3, 4, 3, 4, 7, 2, 6, 6, 0, 3, 2);
        assertThat(counts(profile.weekdays())).containsExactly(6, 6, 6, 8, 7, 9, 3);
        assertThat(counts(profile.hours()))
                .containsExactly(2, 0, 0, 0, 0, 1, 0, 2, 1, 1, 0, 0, 1, 2, 2, 2, 1, 2, 7, 1, 4, 4, 3, 2);
        assertThat(profile.hourUnknown()).isEqualTo(7);
        // January of two years, October of one; 592 days are 84 weeks and Monday 12 to Thursday 15 August 2019.
        assertThat(profile.months().get(0).days()).isEqualTo(62);
        assertThat(profile.months().get(9).days()).isEqualTo(31);
        assertThat(profile.weekdays()).extracting(TimeProfile.Slot::days).containsExactly(85, 85, 85, 85, 84, 84, 84);
    }

    @Test
    void theProfileOfADistrictCountsWhereTheRegisterIsComplete() {
        TimeProfile profile = profiles.of(leader(HUYEN_YEN_DINH), question());

        assertThat(profile.areas()).isEqualTo(1);
        assertThat(profile.uncovered()).hasSize(28);
        assertThat(profile.total()).isEqualTo(45);
    }

    @Test
    void aProfileWithoutARegisterHasNoFigure() {
        TimeProfile profile =
                profiles.of(leader(OLD_TOWN), IncidentCounts.Question.period(LocalDate.of(2017, 6, 1), TO, TO));

        assertThat(profile.covered()).isFalse();
        assertThat(profile.total()).isNull();
        assertThat(counts(profile.months())).containsOnlyNulls();
        assertThat(counts(profile.hours())).containsOnlyNulls();
    }

    @Test
    void aMonthThatThePeriodDoesNotHoldHasNoFigure() {
        TimeProfile profile =
                profiles.of(leader(OLD_TOWN), IncidentCounts.Question.period(FROM, LocalDate.of(2018, 1, 31), TO));

        assertThat(profile.months().get(0).count()).isNotNull();
        assertThat(counts(profile.months()).subList(1, 12)).containsOnlyNulls();
    }

    @Test
    void moreThan120StepsAreRefused() {
        IncidentCounts.Question question =
                IncidentCounts.Question.period(LocalDate.of(2000, 1, 1), LocalDate.of(2010, 1, 1), TO);

        assertThatThrownBy(() -> series.report(
                        leader(OLD_TOWN),
                        DensityLevel.COMMUNES,
                        question,
                        SeriesStep.Length.MONTH,
                        SeriesMeasure.COUNT,
                        QUANTILES,
                        VI))
                .isInstanceOfSatisfying(
                        UserProblem.class, problem -> assertThat(problem.key()).isEqualTo("series-too-long"));
    }

    @Test
    void thoseWhoMayNotReadTheMapGetNeither() {
        AccountView administrator = account("administrator", Role.ADMINISTRATOR, Set.of(), OLD_TOWN);

        assertThatThrownBy(() -> report(administrator, DensityLevel.COMMUNES, SeriesStep.Length.YEAR))
                .isInstanceOf(UserProblem.class);
        assertThatThrownBy(() -> profiles.of(administrator, question())).isInstanceOf(UserProblem.class);
    }

    private static List<@Nullable Integer> counts(List<TimeProfile.Slot> slots) {
        List<@Nullable Integer> counts = new ArrayList<>();
        slots.forEach(slot -> counts.add(slot.count()));
        return counts;
    }

    private SeriesReport report(AccountView account, DensityLevel level, SeriesStep.Length length) {
        return series.report(account, level, question(), length, SeriesMeasure.COUNT, QUANTILES, VI);
    }

    private static IncidentCounts.Question question() {
        return IncidentCounts.Question.period(FROM, TO, TO);
    }

    private SeriesReport.AreaSeries area(SeriesReport report, String key) {
        long id = unit(key);
        return report.areas().stream()
                .filter(area -> area.id() == id)
                .findFirst()
                .orElseThrow(() -> new AssertionError(Arrays.toString(new long[] {id})));
    }
}
