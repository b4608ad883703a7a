package vn.anttmap.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.testing.DemoDataContract;

/** Which commune, residential area and road a point is in on a day. */
abstract class PointLookUpContract extends DemoDataContract {

    /** A vertex of road-quan-lao-5; which rings of gis-data lie around it was worked out by casting a ray by hand. */
    private static final Point ON_ROAD_5 = Wgs84.point(105.6510258, 19.9742483);

    private static final LocalDate IN_2018 = LocalDate.of(2018, 6, 1);
    private static final LocalDate IN_2020 = LocalDate.of(2020, 6, 1);
    private static final LocalDate IN_2025 = LocalDate.of(2025, 7, 2);

    /** One day between any two days on which a commune of the demonstration changes. */
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2018, 6, 1),
            LocalDate.of(2020, 1, 1),
            LocalDate.of(2020, 6, 1),
            LocalDate.of(2022, 1, 1),
            LocalDate.of(2025, 3, 1),
            LocalDate.of(2025, 8, 1));

    @Autowired
    Territory territory;

    @Autowired
    TerritoryIndexes indexes;

    @Autowired
    TerritorialUnitRepository units;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aPointLiesInACommuneAResidentialAreaAndOnARoad() {
        Location here = territory.locate(leader(HUYEN_YEN_DINH), ON_ROAD_5, IN_2018, 30);

        assertThat(here.commune().fullName()).isEqualTo("Thị trấn Quán Lào");
        assertThat(keyOf(here.commune().id())).isEqualTo(OLD_TOWN);
        assertThat(keyOf(here.residentialArea().id())).isEqualTo("hamlet-15394-khu-pho-3-2019");
        assertThat(here.roadSegment().road().key()).isEqualTo("road-quan-lao-5");
        assertThat(here.roadSegment().distanceMeters()).isLessThan(0.01);
        assertThat(here.insideJurisdiction()).isTrue();
        assertThat(here.distanceOutsideMeters()).isZero();
    }

    @Test
    void aRoadIsThereFromTheFirstDayOfItsValidity() {
        // road-quan-lao-5 is valid from 2017-03-22; the next road begins more than 200 m away.
        assertThat(roadOn(LocalDate.of(2017, 3, 21))).isNull();
        assertThat(roadOn(LocalDate.of(2017, 3, 22)).road().key()).isEqualTo("road-quan-lao-5");
    }

    private NearRoad roadOn(LocalDate day) {
        return territory.locate(leader(HUYEN_YEN_DINH), ON_ROAD_5, day, 30).roadSegment();
    }

    @Test
    void tellsThatAPlaceLiesFarOutsideTheAccountsTerritory() {
        // Quán Lào is some 300 km from Trà Lĩnh; nobody looks farther than 50 km.
        Location far = territory.locate(officer("a", HUYEN_TRA_LINH), ON_ROAD_5, IN_2018, 30);

        assertThat(far.insideJurisdiction()).isFalse();
        assertThat(far.distanceOutsideMeters()).isInfinite();
    }

    /** Domain note, table of the town: the town of 2019, the town with Định Tường, xã Yên Định. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2018-06-01, commune-15394-2019, hamlet-15394-khu-pho-3-2019",
        "2019-11-30, commune-15394-2019, hamlet-15394-khu-pho-3-2019",
        "2019-12-01, commune-15469-2020, hamlet-15394-khu-pho-3-2020",
        "2025-06-30, commune-15469-2020, hamlet-15394-khu-pho-3-2020",
        "2025-07-01, commune-15469-2025, hamlet-15394-khu-pho-3-2025",
        "2025-07-02, commune-15469-2025, hamlet-15394-khu-pho-3-2025"
    })
    void theOldTownBelongsToThreeTerritoriesOneAfterTheOther(LocalDate day, String commune, String area) {
        assertThat(keyAt(UnitLevel.COMMUNE, ON_ROAD_5, day)).isEqualTo(commune);
        assertThat(keyAt(UnitLevel.RESIDENTIAL_AREA, ON_ROAD_5, day)).isEqualTo(area);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2018-06-01, commune-15469-2019", "2020-06-01, commune-15469-2020", "2025-07-02, commune-15469-2025"})
    void dinhTuongJoinsTheTownAndThenTheCommune(LocalDate day, String commune) {
        assertThat(keyAt(UnitLevel.COMMUNE, inside("hamlet-15469-boi-lim-2019"), day))
                .isEqualTo(commune);
    }

    @Test
    void aUnitHoldsOnItsFirstDayAndNoLongerOnTheDayItsValidityEnds() {
        Validity year = new Validity(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1));

        assertThat(year.contains(LocalDate.of(2019, 12, 31))).isFalse();
        assertThat(year.contains(LocalDate.of(2020, 1, 1))).isTrue();
        assertThat(year.contains(LocalDate.of(2020, 12, 31))).isTrue();
        assertThat(year.contains(LocalDate.of(2021, 1, 1))).isFalse();
        assertThat(Validity.ALWAYS.contains(LocalDate.MIN)).isTrue();
    }

    @Test
    void everyVertexOfACommuneLiesInExactlyOneCommuneOnEveryDay() {
        TerritoryIndex index = indexes.current();
        Set<Coordinate> vertices = new TreeSet<>();
        for (Unit unit : index.units()) {
            if (unit.level() == UnitLevel.COMMUNE && unit.key().endsWith("-2019")) {
                Collections.addAll(vertices, boundary(unit.key()).getCoordinates());
            }
        }

        assertThat(vertices).hasSizeGreaterThan(4_000);
        for (Coordinate vertex : vertices) {
            List<Unit> covering = index.covering(UnitLevel.COMMUNE, Wgs84.FACTORY.createPoint(vertex));
            for (LocalDate day : DAYS) {
                assertThat(covering)
                        .as("communes at %s on %s", vertex, day)
                        .filteredOn(unit -> unit.validity().contains(day))
                        .hasSize(1);
            }
        }
    }

    @Test
    void aPointOnASharedBorderBelongsToTheAreaWithTheSmallestKeyInWhateverOrderTheUnitsAreLoaded() {
        Map<Coordinate, String> expected = pointsOnSharedEdges();

        assertThat(expected).hasSizeGreaterThan(1_000);
        for (TerritoryIndex index : List.of(indexes.current(), shuffled())) {
            expected.forEach((place, key) -> assertThat(
                            index.covering(UnitLevel.RESIDENTIAL_AREA, Wgs84.FACTORY.createPoint(place)))
                    .filteredOn(unit -> unit.validity().contains(IN_2018))
                    .as("areas at " + place)
                    .extracting(Unit::key)
                    .containsExactly(key));
        }
    }

    /**
     * Vertices that two or more residential areas of huyện Yên Định share in 2018, and the midpoints of shared edges
     * where halving is exact in binary numbers, each with the smallest key of its areas.
     */
    private Map<Coordinate, String> pointsOnSharedEdges() {
        Map<Coordinate, String> owners = new HashMap<>();
        Map<Coordinate, Integer> times = new HashMap<>();
        for (Unit area : territory.listOn(leader(HUYEN_YEN_DINH), UnitLevel.RESIDENTIAL_AREA, IN_2018)) {
            for (Coordinate place : placesOnRings(boundary(area.key()))) {
                owners.merge(place, area.key(), (one, other) -> one.compareTo(other) < 0 ? one : other);
                times.merge(place, 1, Integer::sum);
            }
        }
        owners.keySet().removeIf(place -> times.get(place) < 2);
        return owners;
    }

    private static Set<Coordinate> placesOnRings(Geometry boundary) {
        Set<Coordinate> places = new TreeSet<>();
        for (int part = 0; part < boundary.getNumGeometries(); part++) {
            Coordinate[] ring = boundary.getGeometryN(part).getCoordinates();
            Collections.addAll(places, ring);
            for (int i = 1; i < ring.length; i++) {
                Coordinate middle = new Coordinate((ring[i - 1].x + ring[i].x) / 2, (ring[i - 1].y + ring[i].y) / 2);
                if (exact(ring[i - 1].x, ring[i].x, middle.x) && exact(ring[i - 1].y, ring[i].y, middle.y)) {
                    places.add(middle);
                }
            }
        }
        return places;
    }

    private static boolean exact(double a, double b, double half) {
        BigDecimal sum = new BigDecimal(a).add(new BigDecimal(b));
        return sum.compareTo(new BigDecimal(half).multiply(BigDecimal.valueOf(2))) == 0;
    }

    /** The same units as in the service, read anew and in another order. */
    private TerritoryIndex shuffled() {
        return transaction.execute(status -> {
            List<TerritorialUnit> stored = new ArrayList<>(units.findAll());
            Collections.shuffle(stored, new Random(45));
            List<Unit> views = stored.stream().map(TerritorialUnit::view).toList();
            List<TerritoryIndex.Boundary> boundaries = new ArrayList<>();
            for (TerritorialUnit unit : stored) {
                if (unit.boundary() != null) {
                    boundaries.add(new TerritoryIndex.Boundary(unit.view(), unit.boundary()));
                }
            }
            return new TerritoryIndex(-1, views, boundaries, List.of(), List.of());
        });
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "COMMUNE, 2018-06-01",
        "COMMUNE, 2025-07-02",
        "RESIDENTIAL_AREA, 2018-06-01",
        "RESIDENTIAL_AREA, 2020-06-01"
    })
    void answersForThreeHundredPointsAsTheDatabaseItselfDoes(UnitLevel level, LocalDate day) {
        Random random = new Random(15_394);
        int inAnArea = 0;
        for (int i = 0; i < 300; i++) {
            // The box of huyện Yên Định in the domain note: 105.4603 to 105.7649 and 19.9305 to 20.0853.
            Point point = Wgs84.point(105.46 + 0.305 * random.nextDouble(), 19.93 + 0.156 * random.nextDouble());

            List<String> expected = coveringInTheDatabase(level, point, day);

            inAnArea += expected.size();
            assertThat(territory.unitAt(level, point, day).stream().map(Unit::key))
                    .as("%s", point)
                    .containsExactlyElementsOf(expected);
        }
        // The district fills not quite half of its box: 235 km² of about 32 km by 17 km.
        assertThat(inAnArea).isBetween(75, 225);
    }

    private List<String> coveringInTheDatabase(UnitLevel level, Point point, LocalDate day) {
        return jdbc.queryForList(
                """
                select unit_key from territorial_unit
                where level = ? and (valid_from is null or valid_from <= ?) and (valid_to is null or valid_to > ?)
                  and west <= ? and east >= ? and south <= ? and north >= ?
                  and ST_Covers(boundary, ST_GeomFromText(?, 4326))""",
                String.class,
                level.name(),
                day,
                day,
                point.getX(),
                point.getX(),
                point.getY(),
                point.getY(),
                point.toText());
    }

    /** The official code 15469 has meant three units: domain note, table of the town. */
    @Test
    void oneCodeIsAnotherUnitOnAnotherDay() {
        AccountView account = leader(HUYEN_YEN_DINH);

        assertThat(found(account, "15469", IN_2018)).containsExactly("Xã Định Tường");
        assertThat(found(account, "15469", IN_2020)).containsExactly("Thị trấn Quán Lào");
        assertThat(found(account, "15469", IN_2025)).containsExactly("Xã Yên Định");
        assertThat(found(account, "15394", IN_2018)).containsExactly("Thị trấn Quán Lào");
        assertThat(found(account, "15394", IN_2020)).isEmpty();
    }

    @Test
    void searchingNeedsNoDiacritics() {
        AccountView account = leader(HUYEN_YEN_DINH);

        assertThat(found(account, "quan lao", IN_2018)).containsExactly("Thị trấn Quán Lào");
        assertThat(found(account, "QUÁN LÀO", IN_2020)).containsExactly("Thị trấn Quán Lào");
        // Written Quí Lộc in the list of 2019 and Quý Lộc in the later ones.
        assertThat(found(account, "qui loc", IN_2018)).containsExactly("Xã Quí Lộc");
        assertThat(found(account, "quý lộc", IN_2018)).containsExactly("Xã Quí Lộc");
        assertThat(found(account, "qui loc", LocalDate.of(2022, 1, 1))).containsExactly("Thị trấn Quý Lộc");
        assertThat(found(account, " ", IN_2018)).isEmpty();
    }

    @Test
    void searchingGivesTheLargestUnitFirst() {
        List<Unit> found = territory.search(leader(HUYEN_YEN_DINH), "dinh", IN_2018);

        assertThat(found.get(0).fullName()).isEqualTo("Huyện Yên Định");
        assertThat(found).extracting(Unit::level).isSorted();
        assertThat(found).extracting(Unit::fullName).contains("Xã Định Tường", "Thôn Thiết Đinh");
    }

    @Test
    void searchingStaysInTheAccountsTerritory() {
        AccountView account = officer("a", HUYEN_TRA_LINH);

        assertThat(found(account, "quan lao", IN_2018)).isEmpty();
        assertThat(found(account, "15469", IN_2018)).isEmpty();
        assertThat(found(account, "hùng quốc", IN_2018)).containsExactly("Thị trấn Hùng Quốc");
    }

    private List<String> found(AccountView account, String query, LocalDate day) {
        return territory.search(account, query, day).stream()
                .map(Unit::fullName)
                .toList();
    }

    private String keyAt(UnitLevel level, Point point, LocalDate day) {
        return territory.unitAt(level, point, day).orElseThrow().key();
    }
}
