package vn.anttmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * The vectors come from PROJ 9.1 (gdaltransform) with EPSG:6960 spelt out as a pipeline: cart, inverse helmert with
 * {@code convention=coordinate_frame}, cart, tmerc.
 */
class CoordinateTransformTests {

    @ParameterizedTest(name = "{0}, {1} in EPSG:{2}")
    @CsvSource({
        "106.32, 22.82, 9210, 558313.870, 2524572.451",
        "106.32, 22.82, 5897, 635306.825, 2525064.039",
        "106.32, 22.82, 3405, 635266.229, 2524306.444",
        "106.32, 22.82, 32648, 635462.755, 2524199.303",
        "105.64806, 19.97194, 5897, 567627.778, 2209278.617",
        "105.64806, 19.97194, 9210, 489135.793, 2209151.712",
        "105.64806, 19.97194, 3405, 567607.488, 2208615.767",
        "105.64806, 19.97194, 32648, 567803.584, 2208507.170",
        "106.7, 10.78, 9210, 603697.762, 1192284.910",
        "108.25, 15.98, 5899, 553322.612, 1767430.465",
        "104.75, 8.6, 9207, 527320.485, 951035.606",
        "108.25, 15.98, 9218, 473046.631, 1767382.948",
        "106.32, 22.82, 3406, 19184.152, 2531333.837",
        // Trường Sa Lớn, 6° from the meridian of Khánh Hòa.
        "114.33, 9.7, 9217, 1168140.543, 1078671.372",
        // The same far outside the zones of the mainland.
        "114.33, 9.7, 9210, 1444623.642, 1084665.516",
        "114.33, 9.7, 5896, 1862760.968, 1097677.209"
    })
    void agreesWithIndependentVectorsBothWays(
            double longitude, double latitude, String code, double east, double north) {
        CoordinateSystem system = CoordinateSystems.get(code);
        Coordinate metric = CoordinateTransform.between(CoordinateSystems.WGS84, system)
                .transform(new Coordinate(longitude, latitude));
        assertThat(metric.x).isCloseTo(east, within(0.002));
        assertThat(metric.y).isCloseTo(north, within(0.002));

        Coordinate back =
                CoordinateTransform.between(system, CoordinateSystems.WGS84).transform(new Coordinate(east, north));
        assertThat(back.x).isCloseTo(longitude, within(2e-8));
        assertThat(back.y).isCloseTo(latitude, within(2e-8));
    }

    @Test
    void changesFromOneSeriesToTheOtherWithoutAStep() throws Exception {
        for (CoordinateSystem system : CoordinateSystems.list().stream()
                .filter(CoordinateSystem::isProjected)
                .toList()) {
            for (double latitude = 6; latitude <= 24; latitude += 3) {
                double[] near = {system.centralMeridianDegrees() + 4.999_999, latitude};
                double[] same = near.clone();
                TransverseMercator.of(system).toMeters(near);
                new KruegerTransverseMercator(system.centralMeridianDegrees(), system.scaleFactor()).toMeters(same);
                assertThat(near[0]).isCloseTo(same[0], within(0.001));
                assertThat(near[1]).isCloseTo(same[1], within(0.002));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "106.32, 22.82, 106.318094684650, 22.820983464039, 106.32000000795, 22.8199999958611",
        "105.64806, 19.97194, 105.646189819405, 19.972928138525, 105.64806000684, 19.9719399963546",
        "104.75, 8.6, 104.748221078916, 8.601009941857, 104.750000001205, 8.59999999931009"
    })
    void shiftsTheDatumLikeProjBothWays(
            double longitude,
            double latitude,
            double vnLongitude,
            double vnLatitude,
            double backLongitude,
            double backLatitude) {
        Coordinate vn2000 = CoordinateTransform.between(CoordinateSystems.WGS84, CoordinateSystems.VN2000)
                .transform(new Coordinate(longitude, latitude));
        assertThat(vn2000.x).isCloseTo(vnLongitude, within(1e-9));
        assertThat(vn2000.y).isCloseTo(vnLatitude, within(1e-9));
        Coordinate back = CoordinateTransform.between(CoordinateSystems.VN2000, CoordinateSystems.WGS84)
                .transform(new Coordinate(vnLongitude, vnLatitude));
        assertThat(back.x).isCloseTo(backLongitude, within(1e-9));
        assertThat(back.y).isCloseTo(backLatitude, within(1e-9));
    }

    @Test
    void agreesWithTheEpsgDatabaseOfTheProjectionLibrary() throws Exception {
        // The library's geocentric conversion is 1.4 mm off in latitude; its choice of 6960 must not change unnoticed.
        for (CoordinateSystem system : CoordinateSystems.list()) {
            double[] theirs = {106.32, 22.82};
            CRS.findMathTransform(CRS.decode("EPSG:4326", true), CRS.decode(system.code(), true))
                    .transform(theirs, 0, theirs, 0, 1);
            Coordinate ours = CoordinateTransform.between(CoordinateSystems.WGS84, system)
                    .transform(new Coordinate(106.32, 22.82));
            double tolerance = system.isProjected() ? 0.002 : 2e-8;
            assertThat(ours.x).as(system.code()).isCloseTo(theirs[0], within(tolerance));
            assertThat(ours.y).as(system.code()).isCloseTo(theirs[1], within(tolerance));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        POINT (106.32 22.82)
        LINESTRING (106.32 22.82, 106.4 22.9)
        POLYGON ((106 22, 107 22, 107 23, 106 22), (106.5 22.2, 106.6 22.2, 106.6 22.3, 106.5 22.2))
        MULTIPOLYGON (((106 22, 107 22, 107 23, 106 22)), ((105 20, 105.1 20, 105.1 20.1, 105 20)))
        GEOMETRYCOLLECTION (POINT (106.32 22.82), LINESTRING (106.32 22.82, 106.4 22.9))
        POINT EMPTY
        """)
    void givesANewGeometryWithTheSridOfItsSystem(String wkt) throws ParseException {
        Geometry wgs84 = new WKTReader(Wgs84.FACTORY).read(wkt);
        CoordinateSystem system = CoordinateSystems.get("9210");
        Geometry metric =
                CoordinateTransform.between(CoordinateSystems.WGS84, system).transform(wgs84);
        assertThat(metric.getSRID()).isEqualTo(9210);
        assertThat(metric.getGeometryType()).isEqualTo(wgs84.getGeometryType());
        Geometry back =
                CoordinateTransform.between(system, CoordinateSystems.WGS84).transform(metric);
        assertThat(back.equalsExact(wgs84, 2e-8)).isTrue();
        assertThat(back.getSRID()).isEqualTo(4326);
        assertThat(wgs84.equalsExact(new WKTReader().read(wkt)))
                .as("input unchanged")
                .isTrue();
        if (!wgs84.isEmpty()) {
            assertThat(metric.getEnvelopeInternal().getMinX()).isGreaterThan(400_000);
            assertThat(metric.getGeometryN(0).getSRID()).isEqualTo(9210);
        }
    }

    @Test
    void leavesCoordinatesAloneWithinOneSystem() {
        Coordinate place = new Coordinate(105.123456789012345, 20.1);
        assertThat((Object) CoordinateTransform.between(CoordinateSystems.WGS84, CoordinateSystems.WGS84)
                        .transform(place))
                .isEqualTo(place)
                .isNotSameAs(place);
    }

    @ParameterizedTest
    @CsvSource({"NaN, 20", "105, Infinity", "105, 91", "5, 20"})
    void refusesWhatTheSystemCannotHold(double longitude, double latitude) {
        CoordinateTransform transform =
                CoordinateTransform.between(CoordinateSystems.WGS84, CoordinateSystems.get("9210"));
        assertThatThrownBy(() -> transform.transform(new Coordinate(longitude, latitude)))
                .isInstanceOf(CoordinateTransformException.class);
    }

    @ParameterizedTest
    @CsvSource({"558313.870, NaN", "55831387, 2524572", "558313, 25245722", "-2524572, 558313"})
    void refusesNumbersThatAreNoCoordinatesOfTheSystem(double east, double north) {
        CoordinateTransform transform =
                CoordinateTransform.between(CoordinateSystems.get("9210"), CoordinateSystems.WGS84);
        assertThatThrownBy(() -> transform.transform(new Coordinate(east, north)))
                .isInstanceOf(CoordinateTransformException.class);
    }

    @Test
    void givesTheSameToManyThreads() throws Exception {
        CoordinateTransform transform =
                CoordinateTransform.between(CoordinateSystems.WGS84, CoordinateSystems.get("9210"));
        Callable<Integer> task = () -> {
            int wrong = 0;
            for (int i = 0; i < 20_000; i++) {
                Coordinate c = transform.transform(new Coordinate(106.32, 22.82));
                wrong += Math.abs(c.x - 558313.870) < 0.002 && Math.abs(c.y - 2524572.451) < 0.002 ? 0 : 1;
                transform.transform(new Coordinate(105 + i * 1e-5, 20));
            }
            return wrong;
        };
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                results.add(threads.submit(task));
            }
            for (Future<Integer> result : results) {
                assertThat(result.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void warmsUpEverySystem() {
        CoordinateTransform.warmUp();
    }
}
