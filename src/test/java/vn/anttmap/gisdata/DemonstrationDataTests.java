package vn.anttmap.gisdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.gisdata.DataFile.Feature;

class DemonstrationDataTests {

    private static final Instant START_2018 = Instant.parse("2017-12-31T17:00:00Z");
    private static final Instant END_OF_CONFERENCE_DAY = Instant.parse("2019-08-15T17:00:00Z");

    private static Map<String, Long> countBy(List<Feature> features, String property) {
        return features.stream()
                .collect(Collectors.groupingBy(feature -> feature.text(property), Collectors.counting()));
    }

    private static Map<String, Geometry> areas(String place) {
        return DataFile.features(place, "units.geojson").stream()
                .filter(unit -> unit.geometry() != null)
                .collect(Collectors.toMap(unit -> unit.text("key"), Feature::area));
    }

    @Test
    void quanLaoHasThe45ReportedIncidents() {
        List<Feature> incidents = DataFile.features("quan-lao", "incidents.geojson");
        assertThat(incidents).hasSize(45);
        assertThat(countBy(incidents, "handlingLevel")).isEqualTo(Map.of("commune", 12L, "district", 33L));
        Geometry town = areas("quan-lao").get("commune-15394-2019");
        for (Feature incident : incidents) {
            assertThat(incident.properties().get("majorCase").asBoolean()).isFalse();
            assertThat(incident.has("severity") ? incident.text("severity") : "")
                    .isNotEqualTo("DAC_BIET_NGHIEM_TRONG");
            assertThat(Instant.parse(incident.text("occurredAt"))).isBetween(START_2018, END_OF_CONFERENCE_DAY);
            assertThat(Instant.parse(incident.text("reportedAt"))).isBefore(END_OF_CONFERENCE_DAY);
            assertThat(town.contains(incident.area())).isTrue();
        }
    }

    @Test
    void theBlocksOfQuanLaoDifferInDensity() {
        List<Feature> blocks = DataFile.units("quan-lao", "residential-area", LocalDate.of(2019, 8, 15)).stream()
                .filter(unit -> unit.text("parentKey").equals("commune-15394-2019"))
                .toList();
        List<Feature> incidents = DataFile.features("quan-lao", "incidents.geojson");
        assertThat(blocks)
                .extracting(block -> incidents.stream()
                        .filter(incident -> block.area().contains(incident.area()))
                        .count())
                .containsExactly(6L, 14L, 9L, 11L, 5L);
    }

    @Test
    void traLinhHas30IncidentsTwoOfThemOfTheRestrictedBorderCategory() {
        List<Feature> incidents = DataFile.features("tra-linh", "incidents.geojson");
        assertThat(incidents).hasSize(30);
        assertThat(countBy(incidents, "category")).containsEntry("ANBG", 2L);
        assertThat(DataFile.units("tra-linh", "commune", LocalDate.of(2018, 1, 1)).stream()
                        .filter(commune -> incidents.stream()
                                .anyMatch(incident -> commune.area().contains(incident.area()))))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void categoriesAndSeveritiesAreTheCodesOfTheProduct() {
        Set<String> crime = Set.of("IT_NGHIEM_TRONG", "NGHIEM_TRONG", "RAT_NGHIEM_TRONG");
        Map<String, Set<String>> scales = Map.of(
                "TTXH",
                crime,
                "MATUY",
                crime,
                "TNGT",
                Set.of("VA_CHAM", "IT_NGHIEM_TRONG", "NGHIEM_TRONG"),
                "CHAYNO",
                Set.of("CAP_I"));
        for (String place : DataFile.PLACES) {
            for (Feature incident : DataFile.features(place, "incidents.geojson")) {
                assertThat(incident.text("category"))
                        .isIn(
                                "TTXH",
                                "MATUY",
                                "KINHTE",
                                "MOITRUONG",
                                "TNGT",
                                "CHAYNO",
                                "TNXH",
                                "TRANHCHAP",
                                "KHIEUKIEN",
                                "ANBG",
                                "MANG",
                                "DUOINUOC",
                                "KHAC");
                if (incident.has("severity")) {
                    assertThat(scales.get(incident.text("category"))).contains(incident.text("severity"));
                }
                if (incident.has("dead") && incident.text("dead").equals("1")) {
                    // One dead makes a traffic accident NGHIEM_TRONG by itself.
                    assertThat(incident.text("severity")).isEqualTo("NGHIEM_TRONG");
                }
            }
        }
    }

    @Test
    void traLinhHas123TeamsSharedOutByInhabitantsEachInsideItsHamlet() {
        List<Feature> teams = DataFile.features("tra-linh", "security-teams.geojson");
        assertThat(teams).hasSize(123);
        assertThat(countBy(teams, "kind")).isEqualTo(Map.of("to_an_ninh_tu_quan", 123L));
        // By hand: 123 × 4074 / 21375 = 23.44; the largest remainders are elsewhere.
        assertThat(teams.stream().filter(team -> team.text("areaKey").startsWith("hamlet-01447")))
                .hasSize(23);
        assertInside("tra-linh", teams);
    }

    @Test
    void quanLaoHasTheKindsOfTeamItsReportNames() {
        List<Feature> teams = DataFile.features("quan-lao", "security-teams.geojson");
        assertThat(countBy(teams, "kind"))
                .isEqualTo(Map.of(
                        "to_bao_ve_antt",
                        5L,
                        "to_an_xa_hoi",
                        3L,
                        "to_cuu_ho_cuu_nan",
                        1L,
                        "doi_thanh_nien_xung_kich",
                        1L));
        assertInside("quan-lao", teams);
    }

    private static void assertInside(String place, List<Feature> teams) {
        Map<String, Geometry> areas = areas(place);
        teams.forEach(team -> assertThat(areas.get(team.text("areaKey")).contains(team.area()))
                .as(team.text("key"))
                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tra-linh", "quan-lao"})
    void everyRoadSegmentStaysInsideOneCommuneOf2019(String place) {
        List<Feature> communes = DataFile.units(place, "commune", LocalDate.of(2019, 1, 1));
        List<Feature> roads = DataFile.features(place, "road-segments.geojson");
        assertThat(roads).hasSize(8);
        for (Feature road : roads) {
            assertThat(communes.stream().filter(commune -> commune.area().contains(road.area())))
                    .as(road.text("key"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"road-segments.geojson", "security-teams.geojson", "incidents.geojson"})
    void everythingInventedSaysSo(String file) {
        for (String place : DataFile.PLACES) {
            for (Feature feature : DataFile.features(place, file)) {
                assertThat(feature.properties().get("synthetic").asBoolean()).isTrue();
                assertThat(feature.text("syntheticNote")).contains("minh hoạ");
            }
        }
    }

    @Test
    void keysAreUniqueOverAllDatasets() {
        List<String> keys = Stream.of("viet-nam", "tra-linh", "quan-lao")
                .flatMap(place -> Stream.of(
                                "units.geojson", "road-segments.geojson", "security-teams.geojson", "incidents.geojson")
                        .filter(file -> DataFile.GIS_DATA
                                .resolve(place)
                                .resolve(file)
                                .toFile()
                                .exists())
                        .flatMap(file -> DataFile.features(place, file).stream()))
                .map(feature -> feature.properties().has("key") ? feature.text("key") : feature.text("id"))
                .toList();
        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
    }

    @Test
    void assessmentsNameEachAreaOnceAYearAndShowEveryStatusIn2019() {
        for (String place : DataFile.PLACES) {
            List<Map<String, String>> rows =
                    DataFile.rows(place, "assessments.csv", "areaKey", "year", "status", "recordedOn");
            Map<String, Feature> units = DataFile.units(place, "residential-area").stream()
                    .collect(Collectors.toMap(unit -> unit.text("key"), Function.identity()));
            assertThat(rows.stream()
                            .map(row -> row.get("areaKey") + row.get("year"))
                            .distinct())
                    .hasSameSizeAs(rows);
            assertThat(rows).allSatisfy(row -> {
                LocalDate recordedOn = LocalDate.parse(row.get("recordedOn"));
                assertThat(recordedOn).hasYear(Integer.parseInt(row.get("year")));
                assertThat(units.get(row.get("areaKey")).isValidOn(recordedOn)).isTrue();
            });
            assertThat(rows.stream()
                            .filter(row -> row.get("year").equals("2019"))
                            .map(row -> row.get("status")))
                    .contains(
                            "not_registered",
                            "registered",
                            "self_assessed",
                            "under_review",
                            "recognised",
                            "not_recognised",
                            "not_considered");
        }
    }

    @Test
    void theRegisterCoversWhatTheReportCovers() {
        assertThat(DataFile.rows("quan-lao", "register-coverage.csv", "unitKey", "from", "to"))
                .containsExactly(Map.of("unitKey", "commune-15394-2019", "from", "2018-01-01", "to", "2019-08-15"));
        assertThat(DataFile.rows("tra-linh", "register-coverage.csv", "unitKey", "from", "to"))
                .hasSize(10)
                .allSatisfy(row ->
                        assertThat(row).containsEntry("from", "2016-11-01").containsEntry("to", "2019-08-15"));
    }
}
