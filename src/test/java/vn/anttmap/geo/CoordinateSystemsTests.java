package vn.anttmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.operation.projection.MapProjection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CoordinateSystemsTests {

    static Stream<CoordinateSystem> all() {
        return CoordinateSystems.list().stream();
    }

    @Test
    void offersTwentyProjectedVn2000SystemsAndFourMore() {
        assertThat(CoordinateSystems.list()).hasSize(24).doesNotHaveDuplicates();
        assertThat(CoordinateSystems.list().stream().filter(s -> s.isVn2000() && s.isProjected()))
                .hasSize(20);
    }

    @ParameterizedTest
    @MethodSource("all")
    void agreesWithTheEpsgRegister(CoordinateSystem system) throws FactoryException {
        CoordinateReferenceSystem registered = CRS.decode(system.code(), true);
        assertThat(registered.getName().getCode()).isEqualTo(system.name());
        assertThat(registered instanceof ProjectedCRS).isEqualTo(system.isProjected());
        if (registered instanceof ProjectedCRS projected) {
            var projection = (MapProjection) projected.getConversionFromBase().getMathTransform();
            var parameters = projection.getParameterValues();
            assertThat(parameters.parameter("central_meridian").doubleValue())
                    .isCloseTo(system.centralMeridianDegrees(), within(1e-12));
            assertThat(parameters.parameter("scale_factor").doubleValue()).isEqualTo(system.scaleFactor());
            assertThat(parameters.parameter("false_easting").doubleValue()).isEqualTo(500_000);
            assertThat(parameters.parameter("false_northing").doubleValue()).isZero();
            assertThat(parameters.parameter("latitude_of_origin").doubleValue()).isZero();
            assertThat(parameters.parameter("semi_minor").doubleValue()).isCloseTo(6_356_752.314245, within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"EPSG:9210", "epsg:9210", "9210", "' EPSG:9210 '"})
    void findsACodeHoweverItIsWritten(String code) {
        assertThat(CoordinateSystems.find(code)).contains(CoordinateSystems.get("EPSG:9210"));
        assertThat(CoordinateSystems.get(code).srid()).isEqualTo(9210);
    }

    @ParameterizedTest
    @CsvSource({"EPSG:6956", "EPSG:3857", "''", "x"})
    void namesTheSystemsThereAreWhenOneIsUnknown(String code) {
        assertThat(CoordinateSystems.find(code)).isEmpty();
        assertThatThrownBy(() -> CoordinateSystems.get(code))
                .isInstanceOf(UnknownCoordinateSystemException.class)
                .hasMessageContaining("EPSG:9210");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "04, Cao Bằng, EPSG:9210",
        "38, Thanh Hóa, EPSG:5897",
        "79, Hồ Chí Minh, EPSG:9210",
        "01, Hà Nội, EPSG:5897",
        "24, Bắc Ninh since 2025, EPSG:9209",
        "44, Quảng Trị since 2025, EPSG:9212",
        "46, Huế, EPSG:9214",
        "56, Khánh Hòa, EPSG:9217",
        "77, Bà Rịa - Vũng Tàu until 2025, EPSG:5899"
    })
    void knowsTheZoneOfAProvince(String code, String name, String system) {
        assertThat(CoordinateSystems.forProvince(code)).contains(CoordinateSystems.get(system));
    }

    @Test
    void knowsAZoneForEveryProvinceItKnows() {
        assertThat(ProvinceNames.BY_CODE.keySet())
                .hasSize(63)
                .allSatisfy(
                        code -> assertThat(CoordinateSystems.forProvince(code)).isPresent());
        assertThat(CoordinateSystems.forProvince("99")).isEmpty();
        assertThat(CoordinateSystems.forProvinceName("Hoà Bình")).contains(CoordinateSystems.get("EPSG:9211"));
    }
}
