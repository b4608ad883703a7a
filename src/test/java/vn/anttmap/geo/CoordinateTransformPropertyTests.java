package vn.anttmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.locationtech.jts.geom.Coordinate;

class CoordinateTransformPropertyTests {

    @Provide
    Arbitrary<CoordinateSystem> systems() {
        return Arbitraries.of(CoordinateSystems.list());
    }

    @Property(tries = 2000)
    void everySystemLeadsBackOnTheMainland(
            @ForAll("systems") CoordinateSystem from,
            @ForAll("systems") CoordinateSystem to,
            @ForAll @DoubleRange(min = 102, max = 109.5) double longitude,
            @ForAll @DoubleRange(min = 8, max = 23.5) double latitude) {
        Coordinate start = CoordinateTransform.between(CoordinateSystems.WGS84, from)
                .transform(new Coordinate(longitude, latitude));
        Coordinate there = CoordinateTransform.between(from, to).transform(start);
        Coordinate back = CoordinateTransform.between(to, from).transform(there);
        // 3 mm: 1 mm from the dropped height, the rest from the projection. Zone 49N is up to 9° away from the west of
        // the country, where the series of the inverse projection is good to 3 cm.
        boolean far = farFrom(from, longitude) || farFrom(to, longitude);
        double meters = far ? 0.03 : 0.003;
        double tolerance = from.isProjected() ? meters : meters / 100_000;
        assertThat(back.x).isCloseTo(start.x, within(tolerance));
        assertThat(back.y).isCloseTo(start.y, within(tolerance));
    }

    private static boolean farFrom(CoordinateSystem system, double longitude) {
        return system.isProjected() && Math.abs(longitude - system.centralMeridianDegrees()) > 6;
    }

    @Property
    void vn2000LiesAboutTwoHundredMetersFromWgs84(
            @ForAll @DoubleRange(min = 102, max = 118) double longitude,
            @ForAll @DoubleRange(min = 6, max = 24) double latitude) {
        Coordinate shifted = CoordinateTransform.between(CoordinateSystems.WGS84, CoordinateSystems.VN2000)
                .transform(new Coordinate(longitude, latitude));
        assertThat(GeodesicMeasure.distanceMeters(longitude, latitude, shifted.x, shifted.y))
                .isBetween(180.0, 250.0);
    }
}
