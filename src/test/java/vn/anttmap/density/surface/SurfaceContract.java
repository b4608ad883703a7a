package vn.anttmap.density.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.access.Role;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.IncidentRegister;
import vn.anttmap.incident.PlaceAccuracy;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.Territory;
import vn.anttmap.testing.DemoDataContract;
import vn.anttmap.testing.TestDraft;

/** Which incidents are in a surface, on which ground, and what those without the right to exact places get. */
abstract class SurfaceContract extends DemoDataContract {

    private static final LocalDate FROM = LocalDate.of(2018, 1, 1);
    private static final LocalDate TO = LocalDate.of(2019, 8, 15);
    private static final double YEARS = 592 / 365.25;
    private static final Locale VI = Locale.forLanguageTag("vi");

    @Autowired
    DensitySurfaces surfaces;

    @Autowired
    SurfaceSentence sentences;

    @Autowired
    Territory territory;

    @Autowired
    IncidentRegister register;

    @Autowired
    RegisterCoverage coverage;

    /** gis-data: of the 45 incidents 25 are exact, 13 by street, 7 by area. */
    @Test
    void onlyExactAndStreetPlacesMakeTheSurfaceAndItSaysHowManyWereLeftOut() {
        Surface surface = surface(officer("town", OLD_TOWN), SurfaceSettings.USUAL);

        assertThat(surface.fromPoints()).isTrue();
        assertThat(surface.total()).isEqualTo(45);
        assertThat(surface.used()).isEqualTo(38);
        assertThat(surface.tooInexact()).isEqualTo(7);
        assertThat(surface.outside()).isZero();
        assertThat(surface.areas()).isEqualTo(1);
        assertThat(surface.uncovered()).isEmpty();
        assertThat(sentences.of(surface, VI))
                .contains("38 vụ", "bậc bốn", "Scott", "Không tính 7 vụ: 7 vụ vị trí chưa đủ chính xác, 0 vụ");
        assertThat(sentences.of(surface, Locale.ENGLISH)).contains("38 incidents", "quartic kernel", "Left out: 7,");
    }

    @ParameterizedTest
    @EnumSource(SurfaceKernel.class)
    void itComesToTheNumberOfIncidentsOverGroundAndPeriod(SurfaceKernel kernel) {
        SurfaceSettings settings = new SurfaceSettings(kernel, EdgeCorrection.DIGGLE, 120.0, null, null);

        assertThat(surface(officer("town", OLD_TOWN), settings).mass(YEARS)).isCloseTo(38, within(38e-6));
        assertThat(surface(leader(OLD_TOWN), settings).mass(YEARS)).isCloseTo(45, within(45e-6));
    }

    @Test
    void itLiesInTheProvincesZoneOnCellsThatDoNotMove() {
        MetricGrid town =
                surface(officer("town", OLD_TOWN), SurfaceSettings.USUAL).grid();

        // Thanh Hóa
        assertThat(town.system().code()).isEqualTo("EPSG:5897");
        assertThat(town.westM() % town.cellSizeM()).isZero();
        assertThat(town.southM() % town.cellSizeM()).isZero();
        Surface district = surfaces.of(
                officer("tra-linh", HUYEN_TRA_LINH),
                IncidentCounts.Question.period(LocalDate.of(2017, 1, 1), TO, TO),
                SurfaceSettings.USUAL);
        // Cao Bằng
        assertThat(district.grid().system().code()).isEqualTo("EPSG:9210");
        assertThat(district.areas()).isEqualTo(10);
        assertThat(district.restrictedExcluded()).isTrue();
    }

    @Test
    void withoutTheRightToPlacesItIsMadeFromTheCountsOfTheAreas() {
        Surface surface = surface(leader(OLD_TOWN), SurfaceSettings.USUAL);

        assertThat(surface.fromPoints()).isFalse();
        assertThat(surface.areas()).isEqualTo(5);
        // All 45, those by area too: an area's count needs no exact place.
        assertThat(surface.used()).isEqualTo(45);
        assertThat(surface.outside()).isZero();
        assertThat(sentences.of(surface, VI)).contains("45 vụ", "rải đều", "số vụ của từng khu", "Mọi vụ");
        assertThat(surface(planner(OLD_TOWN), SurfaceSettings.USUAL).fromPoints())
                .isFalse();
        assertThat(surface(
                                account("planner", Role.PLANNER, Set.of(Right.SEE_INCIDENT_POINTS), OLD_TOWN),
                                SurfaceSettings.USUAL)
                        .fromPoints())
                .isTrue();
    }

    /** Moved inside its area, an incident changes what an officer gets, and nothing of what a leader gets. */
    @Test
    void whereInItsAreaAnIncidentLiesDoesNotShowWithoutTheRight() {
        LocalDate from = LocalDate.of(2021, 3, 1);
        LocalDate to = LocalDate.of(2021, 3, 31);
        coverage.add(new RegisterCoverage.Period(unit(NEW_TOWN), from, to, SOURCE, false));
        Geometry area = boundary("hamlet-15394-khu-pho-1-2020");
        Point middle = area.getInteriorPoint();
        Point elsewhere = area.getFactory().createPoint(area.buffer(-0.0002).getCoordinates()[0]);
        for (int i = 0; i < 5; i++) {
            mark(middle, "2021-03-05T12:00:00+07:00", PlaceAccuracy.EXACT);
        }
        mark(middle, "2021-03-06T12:00:00+07:00", PlaceAccuracy.EXACT);
        IncidentCounts.Question question = IncidentCounts.Question.period(from, to, to);
        Surface leaders = surfaces.of(leader(NEW_TOWN), question, SurfaceSettings.USUAL);
        SurfaceSettings byHand = new SurfaceSettings(SurfaceKernel.QUARTIC, EdgeCorrection.DIGGLE, 150.0, null, null);
        Surface officers = surfaces.of(officer("officer", NEW_TOWN), question, byHand);

        jdbc.update(
                "update incident set position = ST_GeomFromText(?, 4326) where created_by like 'contract-%'"
                        + " and local_date = date '2021-03-06'",
                elsewhere.toText());
        jdbc.execute(COUNT_AGAIN);

        Surface leadersAfter = surfaces.of(leader(NEW_TOWN), question, SurfaceSettings.USUAL);
        assertThat(leadersAfter.bandwidth()).isEqualTo(leaders.bandwidth());
        assertThat(leadersAfter.grid()).isEqualTo(leaders.grid());
        assertThat(leadersAfter.values()).containsExactly(leaders.values());
        assertThat(surfaces.of(officer("officer", NEW_TOWN), question, byHand).values())
                .isNotEqualTo(officers.values());
    }

    @Test
    void groundWithoutARegisterIsLeftOutAndNamed() {
        AccountView officer = officer("district", HUYEN_YEN_DINH);

        Surface surface = surface(officer, SurfaceSettings.USUAL);

        // Of the 29 communes of the district only the town has a register.
        assertThat(surface.areas()).isEqualTo(1);
        assertThat(surface.uncovered()).hasSize(28);
        assertThat(surface.used()).isEqualTo(38);
        assertThat(sentences.of(surface, VI)).contains("28 địa bàn không đủ số liệu");
    }

    @Test
    void withinAUnitItIsCutAtItsBorder() {
        AccountView officer = officer("town", OLD_TOWN);
        String khuPho2 = "hamlet-15394-khu-pho-2-2019";
        IncidentCounts.Question question =
                IncidentCounts.Question.period(FROM, TO, TO).within(territory.ground(officer, unit(khuPho2), TO));

        Surface surface = surfaces.of(officer, question, SurfaceSettings.USUAL);

        // 14 of the 45 lie there.
        assertThat(surface.total()).isEqualTo(14);
        assertThat(surface.used() + surface.tooInexact()).isEqualTo(14);
        Geometry metric = CoordinateTransform.between(CoordinateSystems.WGS84, CoordinateSystems.get("EPSG:5897"))
                .transform(boundary(khuPho2));
        assertThat(surface.ground().symDifference(metric).getArea()).isLessThan(1);
        assertThat(surface.mass(YEARS)).isCloseTo(surface.used(), within(1e-5));
    }

    @Test
    void contoursFillTheGroundWhereverTheSurfaceIsAboveZeroAndDoNotOverlap() {
        Surface surface = surface(
                officer("town", OLD_TOWN),
                new SurfaceSettings(SurfaceKernel.GAUSSIAN, EdgeCorrection.DIGGLE, 150.0, null, null));

        List<SurfaceContours.Contour> contours = SurfaceContours.of(surface);

        assertThat(contours).hasSizeBetween(3, 6);
        double sum =
                contours.stream().mapToDouble(SurfaceContours.Contour::areaSqKm).sum();
        assertThat(sum).isCloseTo(surface.ground().getArea() / 1e6, within(1e-6));
        assertThat(contours).allSatisfy(contour -> {
            assertThat(contour.geometry().isValid()).isTrue();
            assertThat(contour.geometry().getSRID()).isEqualTo(4326);
        });
        for (int i = 1; i < contours.size(); i++) {
            Geometry lower = contours.get(i - 1).geometry();
            Geometry upper = contours.get(i).geometry();
            assertThat(lower.intersection(upper).getArea()).isLessThan(1e-12);
            assertThat(contours.get(i).from()).isEqualTo(contours.get(i - 1).to());
        }
        // As many cells above a limit as the polygons have ground, roughly.
        double limit = contours.get(contours.size() - 1).from();
        int above = 0;
        for (int i = 0; i < surface.values().length; i++) {
            above += surface.inside()[i] && surface.values()[i] > limit ? 1 : 0;
        }
        double cells = above * surface.grid().cellAreaSqM() / 1e6;
        assertThat(contours.get(contours.size() - 1).areaSqKm()).isCloseTo(cells, within(0.15 * cells + 0.002));
    }

    @Test
    void aPeriodThatNoRegisterCoversHasNoSurface() {
        refused(
                "surface-not-covered",
                () -> surfaces.of(
                        officer("town", OLD_TOWN),
                        IncidentCounts.Question.period(FROM, TO.plusDays(1), TO),
                        SurfaceSettings.USUAL));
    }

    @Test
    void groundInTwoProvincesIsRefusedByName() {
        AccountView both = officer("both", OLD_TOWN, HUYEN_TRA_LINH);

        assertThatThrownBy(() -> surface(both, SurfaceSettings.USUAL))
                .isInstanceOfSatisfying(UserProblem.class, problem -> {
                    assertThat(problem.key()).isEqualTo("surface-several-provinces");
                    assertThat(String.valueOf(problem.arguments()[0])).contains("Tỉnh Thanh Ho", "Tỉnh Cao Bằng");
                    assertThat(problem.extras()).containsKey("provinces");
                });
    }

    @Test
    void ofTooFewIncidentsThereIsNoSurface() {
        // gis-data: one or two incidents in any month of the town.
        refused(
                "surface-too-few",
                () -> surfaces.of(
                        officer("town", OLD_TOWN),
                        IncidentCounts.Question.period(FROM, LocalDate.of(2018, 1, 31), TO),
                        SurfaceSettings.USUAL));
    }

    @ParameterizedTest
    @CsvSource({"5, ", "30000, ", "NaN, ", "100, 60", "100, 1", "1000, 5"})
    void bandwidthAndCellThatDoNotFitAreRefused(double bandwidth, Double cell) {
        refused(
                "number-out-of-range",
                () -> surface(
                        officer("town", OLD_TOWN),
                        new SurfaceSettings(SurfaceKernel.QUARTIC, EdgeCorrection.DIGGLE, bandwidth, cell, null)));
    }

    @Test
    void thoseWhoMayNotReadTheMapGetNoSurface() {
        AccountView administrator = account("administrator", Role.ADMINISTRATOR, Set.of(), OLD_TOWN);

        assertThatThrownBy(() -> surface(administrator, SurfaceSettings.USUAL))
                .isInstanceOfSatisfying(
                        UserProblem.class, problem -> assertThat(problem.kind()).isEqualTo(UserProblem.Kind.FORBIDDEN));
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UserProblem.class, problem -> assertThat(problem.key()).isEqualTo(key));
    }

    private Surface surface(AccountView account, SurfaceSettings settings) {
        return surfaces.of(account, IncidentCounts.Question.period(FROM, TO, TO), settings);
    }

    private void mark(Point place, String occurredAt, PlaceAccuracy accuracy) {
        register.put(
                officer("officer", OLD_TOWN),
                UUID.randomUUID(),
                TestDraft.at(place, occurredAt).accuracy(accuracy).draft(),
                null,
                VI);
    }
}
