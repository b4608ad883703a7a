package vn.anttmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Expected areas: closed form for a zone of the ellipsoid, b²/2·Δλ·[sin φ/(1−e² sin² φ) + artanh(e sin φ)/e]. Expected
 * lengths: a·π/180 along the equator, the meridian integral by Simpson's rule, and N·cos φ, M for short distances.
 */
class GeodesicMeasureTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        counter-clockwise  | POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))
        clockwise          | POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0))
        in a collection    | GEOMETRYCOLLECTION (POINT (5 5), MULTIPOLYGON (((0 0, 0 1, 1 1, 1 0, 0 0))))
        """)
    void measuresASquareOfOneDegreeAtTheEquator(String shape, String wkt) {
        // The zone has 12 308.464 km²; its upper edge is a geodesic, which bulges northward and adds 0.31.
        assertThat(GeodesicMeasure.areaSqKm(geometry(wkt))).isCloseTo(12_308.77, within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"20, 1.158452188", "22.8, 1.136972125"})
    void measuresASmallSquareLikeTheClosedForm(double south, double expectedSqKm) {
        String wkt =
                "POLYGON ((105 %1$s, 105.01 %1$s, 105.01 %2$s, 105 %2$s, 105 %1$s))".formatted(south, south + 0.01);
        assertThat(GeodesicMeasure.areaSqKm(geometry(wkt))).isCloseTo(expectedSqKm, within(1e-6));
    }

    @Test
    void subtractsHolesAndAddsParts() {
        double square =
                GeodesicMeasure.areaSqKm(geometry("POLYGON ((105 20, 105.01 20, 105.01 20.01, 105 20.01, 105 20))"));
        double withHole = GeodesicMeasure.areaSqKm(
                geometry(
                        "MULTIPOLYGON (((104.9 19.9, 105.1 19.9, 105.1 20.1, 104.9 20.1, 104.9 19.9),"
                                + "(105 20, 105.01 20, 105.01 20.01, 105 20.01, 105 20)), ((105 20, 105.01 20, 105.01 20.01, 105 20.01, 105 20)))"));
        double withoutHole = GeodesicMeasure.areaSqKm(
                geometry("POLYGON ((104.9 19.9, 105.1 19.9, 105.1 20.1, 104.9 20.1, 104.9 19.9))"));
        assertThat(withHole).isCloseTo(withoutHole - square + square, within(1e-9));
        assertThat(withoutHole).isGreaterThan(400 * square * 0.999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POINT (1 1)", "LINESTRING (0 0, 1 1)", "POLYGON EMPTY", "MULTIPOLYGON EMPTY"})
    void givesNoAreaToWhatHasNone(String wkt) {
        assertThat(GeodesicMeasure.areaSqKm(geometry(wkt))).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        LINESTRING (0 0, 1 0)                          | 111.319490793
        LINESTRING (0 0, 0 1)                          | 110.574388558
        LINESTRING (105 22, 105 23)                    | 110.737100844
        MULTILINESTRING ((0 0, 1 0), (105 22, 105 23)) | 222.056591637
        LINESTRING EMPTY                               | 0
        POLYGON ((0 0, 1 0, 1 1, 0 0))                 | 0
        """)
    void measuresLengths(String wkt, double expectedKm) {
        assertThat(GeodesicMeasure.lengthKm(geometry(wkt))).isCloseTo(expectedKm, within(1e-8));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        east, to a meridian             | POINT (105 20)   | LINESTRING (105.01 19, 105.01 21)         | 1046.471
        north, to a parallel            | POINT (105 20)   | LINESTRING (104 20.01, 106 20.01)         | 1107.046
        to a point                      | POINT (105 22.8) | POINT (105.05 22.8)                       | 5133.648
        outside a polygon               | POINT (105 20)   | POLYGON ((105.01 19, 106 20, 105.01 21, 105.01 19)) | 1046.471
        inside a polygon                | POINT (105 20)   | POLYGON ((104 19, 106 19, 105 22, 104 19)) | 0
        on the border                   | POINT (105 20)   | POLYGON ((105 19, 106 20, 105 21, 105 19)) | 0
        in the hole                     | POINT (105 20)   | POLYGON ((104 19, 106 19, 106 21, 104 21, 104 19), (104.99 19.9, 104.99 20.1, 105.01 20.1, 105.01 19.9, 104.99 19.9)) | 1046.471
        """)
    void measuresToTheNearestPart(String name, String point, String target, double expectedMeters) {
        double meters =
                GeodesicMeasure.distanceMeters((org.locationtech.jts.geom.Point) geometry(point), geometry(target));
        // 0.01° × 104 647.09 m, 0.01° × 110 704.3 m (20° to 20.01°), 0.05° × 102 672.96 m.
        assertThat(meters).isCloseTo(expectedMeters, within(Math.max(1e-6, expectedMeters * 1e-5)));
    }

    @Test
    void findsTheNearestPlaceOnASlantedLineWithinOnePerMille() {
        var point = Wgs84.point(105, 22.8);
        Geometry line = geometry("LINESTRING (105.02 22.7, 105.12 22.9)");
        double brute = Double.MAX_VALUE;
        for (int i = 0; i <= 100_000; i++) {
            double t = i / 100_000.0;
            brute = Math.min(brute, GeodesicMeasure.distanceMeters(105, 22.8, 105.02 + 0.1 * t, 22.7 + 0.2 * t));
        }
        assertThat(GeodesicMeasure.distanceMeters(point, line)).isCloseTo(brute, within(brute * 1e-4));
    }

    @Test
    void refusesToMeasureToNothing() {
        assertThatThrownBy(() -> GeodesicMeasure.distanceMeters(Wgs84.point(105, 20), geometry("POLYGON EMPTY")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader(Wgs84.FACTORY).read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Rings of 5 m to 4 km, with short edges and long ones, against GeographicLib edge by edge. */
    @Test
    void ringsOfVillagesAgreeWithGeographicLibWithinAThousandthOfASquareMeter() {
        java.util.Random random = new java.util.Random(20261122);
        for (int round = 0; round < 300; round++) {
            int corners = 3 + random.nextInt(100);
            double radius = Math.pow(10, -4.3 + 2.7 * random.nextDouble());
            double longitude = 102 + 16 * random.nextDouble();
            double latitude = 6 + 18 * random.nextDouble();
            org.locationtech.jts.geom.Coordinate[] ring = new org.locationtech.jts.geom.Coordinate[corners + 1];
            net.sf.geographiclib.PolygonArea exact =
                    new net.sf.geographiclib.PolygonArea(net.sf.geographiclib.Geodesic.WGS84, false);
            for (int i = 0; i < corners; i++) {
                double angle = 2 * Math.PI * i / corners;
                double reach = radius * (0.7 + 0.3 * random.nextDouble());
                ring[i] = new org.locationtech.jts.geom.Coordinate(
                        longitude + reach * Math.cos(angle), latitude + reach * Math.sin(angle));
                exact.AddPoint(ring[i].y, ring[i].x);
            }
            ring[corners] = ring[0];

            double squareMeters = GeodesicMeasure.areaSqKm(Wgs84.FACTORY.createPolygon(ring)) * 1e6;

            assertThat(squareMeters).isCloseTo(exact.Compute(false, true).area, within(0.002));
        }
    }
}
