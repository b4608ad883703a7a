package vn.anttmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinateGuardTests {

    @ParameterizedTest(name = "{0}: X {2}, Y {3}")
    @CsvSource({
        // Vectors as in CoordinateTransformTests, X = north first as on a survey paper.
        "Hùng Quốc, EPSG:9210, 2524572.451, 558313.870, 106.32, 22.82, false",
        "Hùng Quốc swapped, EPSG:9210, 558313.870, 2524572.451, 106.32, 22.82, true",
        "Quán Lào, EPSG:5897, 2209278.617, 567627.778, 105.64806, 19.97194, false",
        "Quán Lào swapped, EPSG:5897, 567627.778, 2209278.617, 105.64806, 19.97194, true",
        "Hùng Quốc in UTM, EPSG:32648, 2524199.303, 635462.755, 106.32, 22.82, false",
        "Cà Mau swapped, EPSG:9207, 527320.485, 951035.606, 104.75, 8.6, true",
        "Đà Nẵng in the zone 105-30 swapped, EPSG:9209, 794244.414, 1769310.556, 108.25, 15.98, true",
        "Trường Sa, EPSG:9217, 1078671.372, 1168140.543, 114.33, 9.7, false",
        "WGS 84, EPSG:4326, 22.82, 106.32, 106.32, 22.82, false",
        "WGS 84 swapped, EPSG:4326, 106.32, 22.82, 106.32, 22.82, true",
        "VN-2000 degrees, EPSG:4756, 22.820983464, 106.318094685, 106.32, 22.82, false",
        "VN-2000 degrees swapped, EPSG:4756, 106.318094685, 22.820983464, 106.32, 22.82, true"
    })
    void findsThePlaceHoweverTheAxesCome(
            String name, String code, double x, double y, double longitude, double latitude, boolean swapped) {
        CoordinateGuard.Place place = CoordinateGuard.locate(CoordinateSystems.get(code), x, y);
        assertThat(place.swapped()).isEqualTo(swapped);
        assertThat(place.longitude()).isCloseTo(longitude, within(3e-8));
        assertThat(place.latitude()).isCloseTo(latitude, within(3e-8));
    }

    @Test
    void takesLongitudeFirstWhereItSaysSo() {
        assertThat(CoordinateGuard.locateLongitudeLatitude(105.6, 19.9))
                .isEqualTo(new CoordinateGuard.Place(105.6, 19.9, false));
        assertThat(CoordinateGuard.locateLongitudeLatitude(19.9, 105.6))
                .isEqualTo(new CoordinateGuard.Place(105.6, 19.9, true));
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:9210, 0, 0, OUTSIDE_VIETNAM",
        "EPSG:9210, 22.82, 106.32, OUTSIDE_VIETNAM",
        "EPSG:9210, 2524572451, 558313870, OUTSIDE_VIETNAM",
        "EPSG:9210, -2524572, 558313, OUTSIDE_VIETNAM",
        "EPSG:4326, 48.85, 2.35, OUTSIDE_VIETNAM",
        "EPSG:4326, 2524572.451, 558313.870, OUTSIDE_VIETNAM",
        "EPSG:4326, NaN, 105, NOT_A_NUMBER",
        "EPSG:9210, 2524572, Infinity, NOT_A_NUMBER"
    })
    void refusesWhatIsNotInVietnamEitherWay(
            String code, double x, double y, ImplausibleCoordinatesException.Reason reason) {
        assertThatThrownBy(() -> CoordinateGuard.locate(CoordinateSystems.get(code), x, y))
                .isInstanceOfSatisfying(
                        ImplausibleCoordinatesException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({"102, 6, true", "118, 24, true", "101.99, 10, false", "105, 24.01, false", "NaN, 10, false"})
    void bordersTheBoxOfVietnam(double longitude, double latitude, boolean inside) {
        assertThat(VietnamBounds.contains(longitude, latitude)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "Hoàng Sa, 112.33, 16.53",
        "Trường Sa Lớn, 111.92, 8.64",
        "Lũng Cú, 105.32, 23.38",
        "Mũi Cà Mau, 104.72, 8.6",
        "A Pa Chải, 102.14, 22.4"
    })
    void holdsTheEndsOfTheCountry(String name, double longitude, double latitude) {
        assertThat(VietnamBounds.contains(longitude, latitude)).isTrue();
    }
}
