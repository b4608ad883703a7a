package vn.anttmap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.anttmap.testing.Gdal;

class EsriWktTests {

    static Stream<CoordinateSystem> all() {
        return CoordinateSystems.list().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRecognisedByGdal(CoordinateSystem system) {
        String wkt = EsriWkt.of(system);
        // GDAL adds a line "Confidence in this match: 90 %" where it does not know ESRI's name for a newer code.
        assertThat(Gdal.run("gdalsrsinfo", "-e", "-o", "epsg", "ESRI::" + wkt)
                        .lines()
                        .map(String::strip))
                .contains(system.code());
        assertThat(wkt).doesNotContain("TOWGS84").matches("\\p{ASCII}+").doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "3405, VN_2000_UTM_Zone_48N",
        "5897, VN_2000_TM-3_zone_482",
        "9210, VN_2000_TM-3_105-45",
        "32649, WGS_1984_UTM_Zone_49N",
        "4756, GCS_VN_2000",
        "4326, GCS_WGS_1984"
    })
    void usesEsrisNames(String code, String name) {
        assertThat(EsriWkt.of(CoordinateSystems.get(code))).contains("[\"" + name + "\",");
    }
}
