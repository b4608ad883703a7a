package vn.anttmap.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.IncidentRegister;
import vn.anttmap.incident.PlaceAccuracy;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.testing.DemoDataContract;
import vn.anttmap.testing.TestDraft;

/** Counts and rates, by hand. */
abstract class DensityContract extends DemoDataContract {

    /** The period of the town's report: 365 days of 2018, 212 from January to July 2019 and 15 of August are 592. */
    private static final LocalDate FROM = LocalDate.of(2018, 1, 1);

    private static final LocalDate TO = LocalDate.of(2019, 8, 15);
    private static final Locale VI = Locale.forLanguageTag("vi");

    @Autowired
    Density density;

    @Autowired
    IncidentCounts counts;

    @Autowired
    IncidentRegister register;

    @Autowired
    RegisterCoverage coverage;

    @Autowired
    Territory territory;

    @Test
    void theOldTownHadEighteenPointEightNineIncidentsPerSquareKilometreAndYear() {
        DensityReport report = report(leader(HUYEN_YEN_DINH), DensityLevel.COMMUNES, FROM, TO, TO);
        AreaDensity town = area(report, OLD_TOWN);

        assertThat(report.days()).isEqualTo(592);
        // 592 / 365.25
        assertThat(report.years()).isCloseTo(1.6208, within(0.0001));
        assertThat(town.count()).isEqualTo(45);
        assertThat(town.areaSqKm()).isEqualTo(1.47);
        assertThat(town.areaSource()).isEqualTo("official");
        // 45 / 1.47 = 30.612 per km² over the period; 30.612 / (592 / 365.25) = 18.887
        assertThat(town.incidentsPerSqKmYear()).isCloseTo(18.89, within(0.005));
        // 45 / 3.160 = 14.241 per 1,000 inhabitants over the period; 14.241 / (592 / 365.25) = 8.786
        assertThat(town.population()).isEqualTo(3160);
        assertThat(town.incidentsPer1000Year()).isCloseTo(8.786, within(0.0005));
        assertThat(town.incidentsPerKmYear()).isNull();
        assertThat(town.unstable()).isFalse();
        assertThat(town.synthetic()).isFalse();
    }

    @Test
    void theRateOfTheOldTownComesWithItsExactIntervalAndStandsAloneWithoutOthersToCompareWith() {
        AreaDensity town = area(report(leader(HUYEN_YEN_DINH), DensityLevel.COMMUNES, FROM, TO, TO), OLD_TOWN);

        // R: poisson.test(45)$conf.int is 32.82331 to 60.21354; / 1.47 km² / (592 / 365.25) years
        assertThat(town.countInterval().lower()).isCloseTo(32.82331, within(1e-5));
        assertThat(town.countInterval().upper()).isCloseTo(60.21354, within(1e-5));
        assertThat(town.bySqKm().lower()).isCloseTo(13.776, within(0.001));
        assertThat(town.bySqKm().upper()).isCloseTo(25.273, within(0.001));
        // Its neighbours' registers do not cover the period.
        assertThat(town.bySqKm().smoothed()).isNull();
        assertThat(town.bySqKm().standing()).isNull();
    }

    @Test
    void blocksAreHeldAgainstTheRateOfAllOfThemAndFewCasesAreDrawnTowardsIt() {
        DensityReport report = report(leader(HUYEN_YEN_DINH), DensityLevel.RESIDENTIAL_AREAS, FROM, TO, TO);
        List<AreaDensity> counted =
                report.areas().stream().filter(each -> each.bySqKm() != null).toList();

        assertThat(counted).hasSizeGreaterThan(1);
        double cases = counted.stream().mapToInt(AreaDensity::count).sum();
        double sqKm = counted.stream().mapToDouble(AreaDensity::areaSqKm).sum();
        double common = report.common().perSqKmYear();
        assertThat(common).isCloseTo(cases / sqKm / (592 / 365.25), within(1e-9));
        assertThat(counted).allSatisfy(each -> {
            RateFigure rate = each.bySqKm();
            assertThat(rate.smoothed()).isBetween(Math.min(common, rate.perYear()), Math.max(common, rate.perYear()));
            assertThat(rate.standing())
                    .isEqualTo(
                            rate.lower() > common
                                    ? RateFigure.Standing.HIGHER
                                    : rate.upper() < common ? RateFigure.Standing.LOWER : RateFigure.Standing.UNCLEAR);
        });
    }

    /** The map shows smoothed rates, so the classes are of those; given limits stay as they were given. */
    @Test
    void limitsOfClassesAreOfWhatTheMapShows() {
        DensityReport report = report(leader(HUYEN_YEN_DINH), DensityLevel.RESIDENTIAL_AREAS, FROM, TO, TO);
        double greatest = report.areas().stream()
                .filter(each -> each.bySqKm() != null)
                .mapToDouble(each -> each.bySqKm().smoothed())
                .max()
                .orElseThrow();

        RateClasses quantiles = report.classed(RateClasses.Wish.of("quantile", "perSqKm", 3, null))
                .classes();
        RateClasses fixed = report.classed(RateClasses.Wish.of("fixed", "per1000", 5, "0.5,2,10.125"))
                .classes();

        assertThat(report.classes()).isNull();
        assertThat(quantiles.limits()).hasSize(3).isSorted();
        // Rounded up to three digits.
        assertThat(quantiles.limits().get(2)).isBetween(greatest, greatest * 1.01);
        assertThat(fixed).isEqualTo(new RateClasses("fixed", "per1000", List.of(0.5, 2.0, 10.125)));
    }

    @Test
    void withoutAnOfficialAreaTheRateDividesByTheMeasuredOneAndSaysSo() {
        try {
            officialAreaOfTheOldTown(null);

            AreaDensity town = area(report(leader(HUYEN_YEN_DINH), DensityLevel.COMMUNES, FROM, TO, TO), OLD_TOWN);

            assertThat(town.areaSource()).isEqualTo("measured");
            // The boundary at hand measures 1.34 km²: 45 / 1.34 / (592 / 365.25) = 20.72
            assertThat(town.areaSqKm()).isCloseTo(1.34, within(0.005));
            assertThat(town.incidentsPerSqKmYear()).isCloseTo(20.72, within(0.08));
        } finally {
            officialAreaOfTheOldTown(1.47);
        }
        assertThat(Rates.perYear(45, 1.34, Rates.years(FROM, TO))).isCloseTo(20.72, within(0.005));
    }

    private void officialAreaOfTheOldTown(Double sqKm) {
        jdbc.update("update territorial_unit set official_area_sq_km = ? where unit_key = ?", sqKm, OLD_TOWN);
        jdbc.update("update territory_state set revision = revision + 1 where id = 1");
        territory.refresh();
    }

    @Test
    void communesWithoutARegisterHaveNoFigureAndNotZero() {
        DensityReport report = report(leader(HUYEN_YEN_DINH), DensityLevel.COMMUNES, FROM, TO, TO);

        assertThat(report.areas()).hasSize(29);
        assertThat(report.areas())
                .filteredOn(area -> area.id() != unit(OLD_TOWN))
                .hasSize(28)
                .allSatisfy(area -> {
                    assertThat(area.covered()).isFalse();
                    assertThat(area.count()).isNull();
                    assertThat(area.incidentsPerSqKmYear()).isNull();
                    assertThat(area.incidentsPer1000Year()).isNull();
                    assertThat(area.unstable()).isFalse();
                });
    }

    @Test
    void onADayAfterTheMergerTheyLieInTheNewTownWhoseRegisterIsNotComplete() {
        LocalDate afterTheMerger = LocalDate.of(2020, 1, 1);
        AccountView leader = leader(HUYEN_YEN_DINH);

        AreaDensity town = area(report(leader, DensityLevel.COMMUNES, FROM, TO, afterTheMerger), NEW_TOWN);

        assertThat(counts.byUnit(leader, UnitLevel.COMMUNE, IncidentCounts.Question.period(FROM, TO, afterTheMerger)))
                .containsOnly(Map.entry(unit(NEW_TOWN), 45));
        assertThat(town.recorded()).isEqualTo(45);
        assertThat(town.areaSqKm()).isEqualTo(8.24);
        // Xã Định Tường, the other part of the new town, had no register.
        assertThat(town.covered()).isFalse();
        assertThat(town.count()).isNull();
        assertThat(town.incidentsPerSqKmYear()).isNull();
    }

    /** Counted with a ray from each of the 45 points of gis-data through the rings of the five khu phố. */
    @ParameterizedTest(name = "khu phố {0}: {1}")
    @CsvSource({"1, 6", "2, 14", "3, 9", "4, 11", "5, 5"})
    void eachKhuPhoHasItsShare(int number, int expected) {
        DensityReport report = report(leader(OLD_TOWN), DensityLevel.RESIDENTIAL_AREAS, FROM, TO, TO);

        assertThat(area(report, "hamlet-15394-khu-pho-" + number + "-2019").count())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(DensityLevel.class)
    void whatIsInTheAreasAndWhatIsNotAddUpToTheTotal(DensityLevel level) {
        DensityReport report = report(leader(OLD_TOWN), level, FROM, TO, TO);

        int inAreas = report.areas().stream().mapToInt(AreaDensity::recorded).sum();
        assertThat(report.total()).isEqualTo(45);
        assertThat(inAreas
                        + report.notCounted().tooInexact()
                        + report.notCounted().outsideAreas())
                .isEqualTo(45);
    }

    /** Ten neighbouring thôn lie in the town's bounding box; none of them is in the town. */
    @Test
    void withinATownOnlyItsOwnAreasCount() {
        AccountView leader = leader(HUYEN_YEN_DINH);
        Ground town = territory.ground(leader, unit(OLD_TOWN), TO);
        IncidentCounts.Question question =
                IncidentCounts.Question.period(FROM, TO, TO).within(town);

        DensityReport areas = density.report(leader, DensityLevel.RESIDENTIAL_AREAS, question, VI);
        DensityReport roads = density.report(leader, DensityLevel.ROAD_SEGMENTS, question, VI);

        assertThat(areas.areas()).hasSize(5);
        assertThat(sumOfCounts(areas)).isEqualTo(45);
        assertThat(areas.total()).isEqualTo(45);
        assertThat(areas.notCounted()).isEqualTo(new DensityReport.NotCounted(0, 0));
        assertThat(roads.areas()).extracting(AreaDensity::parentName).containsOnly("Thị trấn Quán Lào");
    }

    @Test
    void theOldTownHasBlocksAndNoVillages() {
        assertThat(report(leader(OLD_TOWN), DensityLevel.VILLAGES, FROM, TO, TO).notCounted())
                .isEqualTo(new DensityReport.NotCounted(0, 45));
        assertThat(report(leader(OLD_TOWN), DensityLevel.RESIDENTIAL_BLOCKS, FROM, TO, TO)
                        .notCounted())
                .isEqualTo(new DensityReport.NotCounted(0, 0));
    }

    @Test
    void roadsLeaveOutWhatIsNotExactToTheStreetAndSayHowMany() {
        // gis-data: 25 exact, 13 by street, 7 by area.
        assertThat(report(leader(OLD_TOWN), DensityLevel.ROAD_SEGMENTS, FROM, TO, TO)
                        .notCounted()
                        .tooInexact())
                .isEqualTo(7);
    }

    @Test
    void aCategoryIsCountedAlone() {
        // gis-data: 17 of the 45 are TTXH.
        DensityReport report = density.report(
                leader(OLD_TOWN),
                DensityLevel.COMMUNES,
                new IncidentCounts.Question(FROM, TO, "TTXH", null, false, TO),
                VI);

        assertThat(report.total()).isEqualTo(17);
        assertThat(area(report, OLD_TOWN).count()).isEqualTo(17);
    }

    @Test
    void restrictedCategoriesAreLeftOutOfTheTotalAndTheReportSaysSo() {
        LocalDate from = LocalDate.of(2017, 1, 1);

        // gis-data: 30 incidents in Trà Lĩnh, 2 of them ANBG.
        DensityReport leaders = report(leader(HUYEN_TRA_LINH), DensityLevel.COMMUNES, from, TO, TO);
        DensityReport trusted =
                report(officerForRestricted("trusted", HUYEN_TRA_LINH), DensityLevel.COMMUNES, from, TO, TO);

        assertThat(leaders.total()).isEqualTo(28);
        assertThat(leaders.restrictedExcluded()).isTrue();
        assertThat(sumOfCounts(leaders)).isEqualTo(28);
        assertThat(trusted.total()).isEqualTo(30);
        assertThat(trusted.restrictedExcluded()).isFalse();
        assertThat(sumOfCounts(trusted)).isEqualTo(30);
    }

    private static int sumOfCounts(DensityReport report) {
        return report.areas().stream().mapToInt(AreaDensity::count).sum();
    }

    @Test
    void anOfficersFiguresStayInTheOwnPlace() {
        LocalDate from = LocalDate.of(2017, 1, 1);
        DensityReport town = report(officer("town", OLD_TOWN), DensityLevel.COMMUNES, from, TO, TO);
        DensityReport district = report(officer("tra-linh", HUYEN_TRA_LINH), DensityLevel.COMMUNES, from, TO, TO);

        assertThat(town.areas()).extracting(AreaDensity::fullName).containsExactly("Thị trấn Quán Lào");
        assertThat(town.total()).isEqualTo(45);
        assertThat(district.areas()).hasSize(10);
        assertThat(district.total()).isEqualTo(28);
    }

    @Test
    void aMergedCommuneHasAFigureOnlyForThoseWhoSeeAllItsRegisters() {
        // Xã Trà Lĩnh of 2025 is Hùng Quốc, Cao Chương and Quốc Toản, whose registers all cover 2018.
        LocalDate from = LocalDate.of(2018, 1, 1);
        LocalDate to = LocalDate.of(2018, 12, 31);
        LocalDate in2025 = LocalDate.of(2025, 7, 2);

        AreaDensity whole = area(
                report(officer("district", HUYEN_TRA_LINH), DensityLevel.COMMUNES, from, to, in2025),
                "commune-01447-2025");
        AreaDensity part = area(
                report(officer("hung-quoc", "commune-01447-2019"), DensityLevel.COMMUNES, from, to, in2025),
                "commune-01447-2025");

        assertThat(whole.covered()).isTrue();
        assertThat(part.covered()).isFalse();
        assertThat(part.count()).isNull();
    }

    @Test
    void thoseWhoMayNotReadTheMapGetNoFigures() {
        AccountView administrator = account("administrator", Role.ADMINISTRATOR, Set.of(), OLD_TOWN);

        assertThatThrownBy(() -> report(administrator, DensityLevel.COMMUNES, FROM, TO, TO))
                .isInstanceOfSatisfying(
                        UserProblem.class, problem -> assertThat(problem.kind()).isEqualTo(UserProblem.Kind.FORBIDDEN));
    }

    @Test
    void theLastDayEndsAtMidnightInVietnam() {
        coverTheNewTown("2021-03-01", "2021-03-31");
        Point place = inside("hamlet-15394-khu-pho-1-2020");
        mark(TestDraft.at(place, "2021-02-28T23:59:59+07:00"));
        mark(TestDraft.at(place, "2021-03-01T00:00:00+07:00"));
        mark(TestDraft.at(place, "2021-03-31T23:59:59+07:00"));
        mark(TestDraft.at(place, "2021-04-01T00:00:00+07:00"));

        AreaDensity town = newTown("2021-03-01", "2021-03-31");

        assertThat(town.count()).isEqualTo(2);
        assertThat(town.unstable()).isTrue();
    }

    @Test
    void aPeriodMayBeOneDay() {
        coverTheNewTown("2021-03-31", "2021-03-31");
        Point place = inside("hamlet-15394-khu-pho-1-2020");
        mark(TestDraft.at(place, "2021-03-31T00:00:00+07:00"));
        mark(TestDraft.at(place, "2021-03-31T12:00:00+07:00"));

        AreaDensity town = newTown("2021-03-31", "2021-03-31");

        assertThat(town.count()).isEqualTo(2);
        // 2 / 8.24 km² / (1 / 365.25) = 88.653
        assertThat(town.incidentsPerSqKmYear()).isCloseTo(88.653, within(0.001));
        // The newest figure not after 2021 is 11,729 of 2018: 2 / 11.729 / (1 / 365.25) = 62.282
        assertThat(town.populationYear()).isEqualTo(2018);
        assertThat(town.incidentsPer1000Year()).isCloseTo(62.282, within(0.001));
    }

    @Test
    void anIncidentOfUnknownPlaceIsReportedAsTooInexactForAnArea() {
        coverTheNewTown("2021-03-01", "2021-03-31");
        mark(TestDraft.at(inside("hamlet-15394-khu-pho-1-2020"), "2021-03-05T12:00:00+07:00")
                .accuracy(PlaceAccuracy.UNKNOWN));
        LocalDate from = LocalDate.of(2021, 3, 1);
        LocalDate to = LocalDate.of(2021, 3, 31);

        assertThat(report(leader(OLD_TOWN), DensityLevel.RESIDENTIAL_AREAS, from, to, to)
                        .notCounted())
                .isEqualTo(new DensityReport.NotCounted(1, 0));
        assertThat(report(leader(OLD_TOWN), DensityLevel.COMMUNES, from, to, to).notCounted())
                .isEqualTo(new DensityReport.NotCounted(0, 0));
    }

    @Test
    void anAreaOfACoveredRegisterWithoutIncidentsHasZero() {
        coverTheNewTown("2021-03-01", "2021-03-31");

        AreaDensity town = newTown("2021-03-01", "2021-03-31");

        assertThat(town.count()).isZero();
        assertThat(town.incidentsPerSqKmYear()).isZero();
    }

    private AreaDensity newTown(String from, String to) {
        LocalDate last = LocalDate.parse(to);
        return area(report(leader(OLD_TOWN), DensityLevel.COMMUNES, LocalDate.parse(from), last, last), NEW_TOWN);
    }

    private void coverTheNewTown(String from, String to) {
        coverage.add(
                new RegisterCoverage.Period(unit(NEW_TOWN), LocalDate.parse(from), LocalDate.parse(to), SOURCE, false));
    }

    private void mark(TestDraft draft) {
        register.put(officer("officer", OLD_TOWN), UUID.randomUUID(), draft.draft(), null, VI);
    }

    private DensityReport report(
            AccountView account, DensityLevel level, LocalDate from, LocalDate to, LocalDate boundaryDay) {
        return density.report(account, level, IncidentCounts.Question.period(from, to, boundaryDay), VI);
    }

    private AreaDensity area(DensityReport report, String key) {
        long id = unit(key);
        return report.areas().stream()
                .filter(area -> area.id() == id)
                .findFirst()
                .orElseThrow();
    }
}
