package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.Gdal;

/** What an exported file is made of: its parts, its records and its words. */
abstract class ShapefileContentsContract extends ShapefileExportContract {

    /** The record that opens gis-data/quan-lao/incidents.geojson: 11:45 in UTC is 18:45 in Vietnam. */
    @Test
    void anIncidentIsWrittenInWordsAndLocalTimeWithoutANote() {
        ZippedShapefile file = export("planner", "incidents", "from=2018-01-24&to=2018-01-24");
        JsonNode incident = file.features().get(0);

        assertThat(text(incident, "MA_VU")).isEqualTo("a81e7d8c-d6b1-3ba4-a3d9-e4faf80529a1");
        assertThat(text(incident, "LOAI")).isEqualTo("Trật tự xã hội");
        assertThat(text(incident, "THOI_DIEM")).isEqualTo("2018-01-24 18:45:00");
        assertThat(text(incident, "BAO_TIN")).isEqualTo("2018-01-24 19:35:00");
        assertThat(text(incident, "DEN_LUC")).isNull();
        assertThat(text(incident, "MUC_DO")).isNull();
        assertThat(text(incident, "DOI_TUONG")).isNull();
        assertThat(number(incident, "SO_CHET")).isZero();
        assertThat(number(incident, "THIET_HAI")).isEqualTo(5_000_000);
        assertThat(text(incident, "CAP_XU_LY")).isEqualTo("cấp huyện");
        assertThat(text(incident, "TRANG_THAI")).isEqualTo("Đã giải quyết");
        assertThat(text(incident, "TEN_XA")).isEqualTo("Thị trấn Quán Lào");
        assertThat(incident.get("properties").propertyNames())
                .noneMatch(name -> name.contains("GHI_CHU") || name.contains("NOTE"));
    }

    @Test
    void teamsAreTheOnesOfBothPlaces() {
        List<JsonNode> exported = export("planner", "security-teams", PERIOD).features();

        assertThat(exported).as("123 of Trà Lĩnh, 10 of Quán Lào").hasSize(133);
        assertThat(exported.stream().map(team -> text(team, "LOAI_TO")).collect(Collectors.toSet()))
                .contains("Tổ an ninh tự quản");
        Set<String> names = exported.stream().map(team -> text(team, "TEN_TO")).collect(Collectors.toSet());
        Set<String> served = values(json(as("planner").get("/api/features/security-teams?day=2019-08-15")), "name");
        assertThat(served).containsAll(names);
    }

    @Test
    void districtsAreThoseOfTheirTime() {
        assertThat(names(export("planner", "districts", "boundaryDay=2019-08-15"), "TEN_HUYEN"))
                .contains("Huyện Trà Lĩnh", "Huyện Yên Định");
        assertThat(export("planner", "districts", "boundaryDay=2025-07-02").text(".txt"))
                .contains("Số bản ghi: 0");
    }

    @Test
    void anOfficersFileHoldsTheOwnPlaceOnly() {
        Set<String> keys = byKey(export("officer-tra-linh", "communes", PERIOD)).keySet();

        assertThat(keys).hasSize(10).allMatch(key -> key.startsWith("commune-014"));
        assertThat(byKey(export("officer", "communes", PERIOD)).keySet()).containsExactly("commune-15394-2019");
        assertThat(names(export("officer", "incidents", PERIOD), "TEN_XA")).containsExactly("Thị trấn Quán Lào");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provinces",
                "districts",
                "communes",
                "residential-areas",
                "villages",
                "residential-blocks",
                "road-segments",
                "security-teams",
                "incidents"
            })
    void everyLayerComesWithItsPartsAndADictionary(String collection) {
        ZippedShapefile file = export("planner", collection, PERIOD + "&crs=EPSG:9210");

        assertThat(file.fileNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(new String[] {".shp", ".shx", ".dbf", ".prj", ".cpg", ".shp.xml", ".txt"})
                                .map(extension -> collection + extension)
                                .toList());
        assertThat(file.text(".cpg")).isEqualTo("UTF-8");
        assertThat(file.text(".prj")).startsWith("PROJCS[").doesNotContain("TOWGS84");
        assertThat(file.text(".txt"))
                .contains("EPSG:9210", "EPSG:6960", "từ 01/01/2018 đến hết 15/08/2019", "theo ngày 15/08/2019")
                .contains("dữ liệu minh hoạ", "Ô để trống nghĩa là không có số liệu");
        String summary = Gdal.run("ogrinfo", "-so", "-al", file.gdalPath());
        assertThat(summary).contains("\"Longitude of natural origin\",105.75", "ID[\"EPSG\",9210]");
        Set<String> fields = new TreeSet<>();
        summary.lines()
                .filter(line -> line.matches("[A-Z0-9_]+: (String|Integer|Integer64|Real|Date) .*"))
                .forEach(line -> fields.add(line.substring(0, line.indexOf(':'))));
        assertThat(fields).isNotEmpty().allMatch(name -> name.length() <= 10);
        assertThat(fields).allSatisfy(name -> assertThat(file.text(".txt")).contains("\r\n" + name + " ["));
    }
}
