package vn.anttmap.gisdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import vn.anttmap.gisdata.DataFile.Feature;

class TerritoryDataTests {

    private static final String HAMLET = "residential-area";

    private static List<Feature> allUnits() {
        return Stream.of("viet-nam", "tra-linh", "quan-lao")
                .flatMap(place -> DataFile.features(place, "units.geojson").stream())
                .toList();
    }

    private static Map<String, Feature> byKey() {
        return allUnits().stream().collect(Collectors.toMap(unit -> unit.text("key"), unit -> unit));
    }

    @Test
    void everyGeometryIsValidAndOnlyTwoNeighbouringDistrictsHaveNone() {
        for (Feature unit : allUnits()) {
            if (unit.geometry() == null) {
                assertThat(unit.text("key")).isIn("district-047", "district-049");
            } else {
                assertThat(unit.geometry().isValid()).as(unit.text("key")).isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "tra-linh, 2018-01-01, 10", "tra-linh, 2020-02-29, 10", "tra-linh, 2020-03-01, 8", "tra-linh, 2025-07-01, 3",
        "quan-lao, 2018-01-01, 29", "quan-lao, 2019-12-01, 26", "quan-lao, 2025-01-01, 25", "quan-lao, 2025-07-01, 7"
    })
    void thereAreAsManyCommunesAsInTheOfficialListOfTheDay(String place, LocalDate day, int count) {
        assertThat(DataFile.units(place, "commune", day)).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({
        "15469, 2019-06-01, Xã Định Tường", "15469, 2020-06-01, Thị trấn Quán Lào", "15469, 2025-07-01, Xã Yên Định",
        "01468, 2019-06-01, Xã Lưu Ngọc", "01468, 2020-06-01, Xã Quang Vinh", "15409, 2019-06-01, Xã Yên Giang",
        "15409, 2020-06-01, Xã Yên Phú", "15442, 2024-06-01, Xã Yên Lạc", "15442, 2025-02-01, Xã Yên Ninh"
    })
    void aCodeNamesItsCommuneOnlyTogetherWithADay(String code, LocalDate day, String fullName) {
        assertThat(allUnits().stream()
                        .filter(unit -> unit.text("level").equals("commune"))
                        .filter(unit -> unit.text("code").equals(code) && unit.isValidOn(day)))
                .singleElement()
                .satisfies(unit -> assertThat(unit.text("fullName")).isEqualTo(fullName));
    }

    @ParameterizedTest
    @CsvSource({
        "2018-01-01",
        "2019-09-08",
        "2019-09-09",
        "2019-12-01",
        "2020-03-01",
        "2021-07-01",
        "2025-01-01",
        "2025-07-01"
    })
    void hamletsFillTheirCommunesWithoutGapOrOverlapOnEveryBoundaryDay(LocalDate day) {
        for (String place : DataFile.PLACES) {
            List<Feature> hamlets = DataFile.units(place, HAMLET, day);
            List<Feature> communes = DataFile.units(place, "commune", day);
            assertThat(faults(hamlets)).isEmpty();
            assertThat(faults(communes)).isEmpty();
            for (Feature commune : communes) {
                List<Geometry> own = hamlets.stream()
                        .filter(hamlet -> hamlet.text("parentKey").equals(commune.text("key")))
                        .map(Feature::area)
                        .toList();
                assertThat(own).hasSizeGreaterThanOrEqualTo(4);
                assertThat(HamletBoundaries.union(own)
                                .norm()
                                .equalsExact(commune.area().norm()))
                        .as(commune.text("key"))
                        .isTrue();
            }
        }
    }

    private static List<Geometry> faults(List<Feature> features) {
        Geometry[] faults =
                CoverageValidator.validate(features.stream().map(Feature::area).toArray(Geometry[]::new));
        return Stream.of(faults).filter(fault -> fault != null).toList();
    }

    @ParameterizedTest
    @CsvSource({"tra-linh, tra-linh", "yen-dinh, quan-lao"})
    void areasStayWithinATenthOfAPerCentOfTheSource(String source, String place) {
        SourceFiles sources = new SourceFiles(DataFile.GIS_DATA.resolve("sources"));
        Map<String, Feature> units = byKey();
        sources.communes2019(source)
                .forEach(commune -> assertSameArea(units.get("commune-" + commune.code() + "-2019"), commune, 0.001));
        // Unions of the communes of 2019; they follow the real polygons of 2025 this closely.
        sources.communes2025(source)
                .forEach(commune -> assertSameArea(units.get("commune-" + commune.code() + "-2025"), commune, 0.001));
        SourceUnit district = sources.district2019(source);
        assertSameArea(units.get("district-" + district.code()), district, 0.001);
        assertThat(DataFile.units(place, "district")).isNotEmpty();
    }

    private static void assertSameArea(Feature made, SourceUnit source, double tolerance) {
        double expected = GeodesicArea.squareKilometers(source.geometry());
        assertThat(GeodesicArea.squareKilometers(made.area()))
                .as(made.text("key"))
                .isCloseTo(expected, within(expected * tolerance));
        assertThat(made.area().symDifference(source.geometry()).getArea())
                .as(made.text("key"))
                .isLessThan(source.geometry().getArea() * 0.02);
    }

    @Test
    void theTownOfQuanLaoHasItsThreeTerritories() {
        Map<String, Feature> units = byKey();
        // Measured from the source polygons; the official figures are 1.47, 8.24 and 29.42.
        Map<String, Double> measured =
                Map.of("commune-15394-2019", 1.34, "commune-15469-2020", 1.34 + 7.05, "commune-15469-2025", 29.55);
        measured.forEach((key, area) -> assertThat(
                        GeodesicArea.squareKilometers(units.get(key).area()))
                .as(key)
                .isCloseTo(area, within(area * 0.01)));
        assertThat(units.get("commune-15394-2019")
                        .properties()
                        .get("officialAreaSqKm")
                        .asDouble())
                .isEqualTo(1.47);
        assertThat(units.get("commune-15469-2020")
                        .properties()
                        .get("officialAreaSqKm")
                        .asDouble())
                .isEqualTo(8.24);
    }

    @Test
    void everyPredecessorExistsAndEndsOnTheDayItsSuccessorBegins() {
        Map<String, Feature> units = byKey();
        for (Feature unit : units.values()) {
            for (JsonNode predecessor : unit.properties().get("predecessors")) {
                Feature before = units.get(predecessor.get("key").asString());
                assertThat(before).as(predecessor.toString()).isNotNull();
                assertThat(before.text("validTo")).isEqualTo(unit.text("validFrom"));
                assertThat(predecessor.get("change").asString())
                        .isIn("renamed", "merged", "split", "moved", "continued");
            }
        }
    }

    @Test
    void everyParentHoldsOnAllDaysOfItsChild() {
        Map<String, Feature> units = byKey();
        for (Feature unit : units.values()) {
            if (!unit.has("parentKey")) {
                assertThat(unit.text("level")).isEqualTo("province");
                continue;
            }
            Feature parent = units.get(unit.text("parentKey"));
            assertThat(parent).as(unit.text("key")).isNotNull();
            LocalDate first = unit.has("validFrom") ? LocalDate.parse(unit.text("validFrom")) : LocalDate.MIN;
            LocalDate last =
                    unit.has("validTo") ? LocalDate.parse(unit.text("validTo")).minusDays(1) : LocalDate.MAX;
            assertThat(parent.isValidOn(first) && parent.isValidOn(last))
                    .as(unit.text("key"))
                    .isTrue();
        }
    }

    @Test
    void hamletsMergedInSeptember2019AreConnected() {
        Map<String, Feature> units = byKey();
        Map<String, Integer> mergedFrom = new HashMap<>();
        for (String key : List.of("to-dan-pho-3", "nam-tuan", "vinh-quang")) {
            Feature merged = units.get("hamlet-01447-" + key + "-2019-09");
            assertThat(merged.area().getGeometryType()).isEqualTo("Polygon");
            mergedFrom.put(key, merged.properties().get("predecessors").size());
        }
        assertThat(mergedFrom)
                .containsOnly(Map.entry("to-dan-pho-3", 2), Map.entry("nam-tuan", 2), Map.entry("vinh-quang", 3));
        // 3 blocks and 16 xóm before, 3 blocks and 12 xóm after.
        assertThat(hamletsOf("commune-01447-2019", LocalDate.of(2019, 9, 8))).hasSize(19);
        assertThat(hamletsOf("commune-01447-2019", LocalDate.of(2019, 9, 9))).hasSize(15);
    }

    private static List<Feature> hamletsOf(String communeKey, LocalDate day) {
        return allUnits().stream()
                .filter(unit ->
                        communeKey.equals(unit.properties().path("parentKey").asString("")))
                .filter(unit -> unit.text("level").equals(HAMLET) && unit.isValidOn(day))
                .toList();
    }

    @Test
    void inhabitantsOfHamletsAddUpToTheirCommune() {
        Map<String, Feature> units = byKey();
        for (Feature commune : units.values().stream()
                .filter(unit -> unit.text("level").equals("commune"))
                .toList()) {
            LocalDate day =
                    commune.has("validFrom") ? LocalDate.parse(commune.text("validFrom")) : LocalDate.of(2018, 1, 1);
            assertThat(sumByYear(hamletsOf(commune.text("key"), day)))
                    .as(commune.text("key"))
                    .isEqualTo(sumByYear(List.of(commune)));
        }
        assertThat(sumByYear(List.of(units.get("commune-15469-2020"))))
                .isEqualTo(Map.of(2009, 3160 + 6522, 2018, 11_729));
    }

    private static Map<Integer, Integer> sumByYear(List<Feature> features) {
        Map<Integer, Integer> sums = new LinkedHashMap<>();
        features.forEach(feature -> feature.properties()
                .get("population")
                .forEach(figure -> sums.merge(
                        figure.get("year").asInt(), figure.get("count").asInt(), Integer::sum)));
        return sums;
    }

    @Test
    void hamletBoundariesAreLabelledSyntheticAndRealOnesAreNot() {
        for (Feature unit : allUnits()) {
            boolean hamlet = unit.text("level").equals(HAMLET);
            assertThat(unit.properties().get("synthetic").asBoolean()).isEqualTo(hamlet);
            assertThat(unit.has("syntheticNote")).isEqualTo(hamlet);
            if (hamlet) {
                unit.properties()
                        .get("population")
                        .forEach(figure ->
                                assertThat(figure.get("synthetic").asBoolean()).isTrue());
                assertThat(unit.text("householdsSource")).contains("demonstration");
            }
        }
    }

    @Test
    void daNangCarriesHoangSaAndKhanhHoaCarriesTruongSa() {
        Map<String, Feature> units = byKey();
        assertThat(DataFile.units("viet-nam", "province")).hasSize(34);
        // The archipelagos as longitude and latitude boxes: 111-113 E, 15.7-17.2 N and 111.4-117.5 E, 6.5-12 N.
        assertThat(hasPartIn(units.get("province-48"), new Envelope(111, 113, 15.7, 17.2)))
                .isTrue();
        assertThat(hasPartIn(units.get("province-56"), new Envelope(111.4, 117.5, 6.5, 12)))
                .isTrue();
    }

    private static boolean hasPartIn(Feature unit, Envelope box) {
        for (int i = 0; i < unit.area().getNumGeometries(); i++) {
            if (box.contains(unit.area().getGeometryN(i).getEnvelopeInternal())) {
                return true;
            }
        }
        return false;
    }
}
