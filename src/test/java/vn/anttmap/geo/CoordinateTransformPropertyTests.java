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
    void everySystemLeadsBackOnTheMainlandAndTheIslands(
            @ForAll("systems") CoordinateSystem from,
            @ForAll("systems") CoordinateSystem to,
            @ForAll @DoubleRange(min = 102, max = 118) double longitude,
            @ForAll @DoubleRange(min = 6, max = 24) double latitude) {
        Coordinate start = CoordinateTransform.between(CoordinateSystems.WGS84, from)
                .transform(new Coordinate(longitude, latitude));
        Coordinate there = CoordinateTransform.between(from, to).transform(start);
        Coordinate back = CoordinateTransform.between(to, from).transform(there);
        // 2 mm: 1 mm from the dropped height, the rest from GeoTools' series at the edge of its reach.
        double tolerance = from.isProjected() ? 0.002 : 2e-8;
        assertThat(back.x).isCloseTo(start.x, within(tolerance));
        assertThat(back.y).isCloseTo(start.y, within(tolerance));
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
