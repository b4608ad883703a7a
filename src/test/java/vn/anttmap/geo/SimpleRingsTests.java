package vn.anttmap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What is told to be valid is so by JTS; what is not plain is left to it. */
class SimpleRingsTests {

    @Test
    void aCircleAndAStarArePlain() {
        assertThat(SimpleRings.surelyValid(
                        Wgs84.FACTORY.createPoint(new Coordinate(105, 20)).buffer(0.01, 15)))
                .isTrue();
        assertThat(SimpleRings.surelyValid(star(61, new Random(1)))).isTrue();
        assertThat(surelyValid("MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))")).isTrue();
        assertThat(surelyValid("POLYGON ((0 0, 2 0, 4 0, 4 4, 0 4, 0 0))"))
                .as("a place in a straight border")
                .isTrue();
    }

    @Test
    void bordersThatCrossTouchOrGoBackAreNotPlain() {
        assertThat(surelyValid("POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))"))
                .as("bow tie")
                .isFalse();
        assertThat(surelyValid("POLYGON ((0 0, 4 0, 4 4, 2 0, 0 4, 0 0))"))
                .as("touches itself in a place")
                .isFalse();
        assertThat(surelyValid("POLYGON ((0 0, 4 0, 4 4, 4 6, 4 4, 0 4, 0 0))"))
                .as("goes there and back")
                .isFalse();
        assertThat(surelyValid("POLYGON ((0 0, 4 0, 4 4, 4 4, 0 4, 0 0))"))
                .as("repeats a place")
                .isFalse();
        assertThat(surelyValid("POLYGON ((0 0, 4 0, 8 0, 0 0))")).as("flat").isFalse();
        assertThat(surelyValid("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1))"))
                .as("a hole is for the other check")
                .isFalse();
    }

    @Test
    void ofTenThousandRandomRingsNoneIsCalledValidThatIsNot() {
        Random random = new Random(4326);
        int plain = 0;
        for (int i = 0; i < 10_000; i++) {
            Geometry ring =
                    i % 2 == 0 ? scribble(3 + random.nextInt(20), random) : star(3 + random.nextInt(80), random);
            if (SimpleRings.surelyValid(ring)) {
                plain++;
                assertThat(ring.isValid()).as(ring.toText()).isTrue();
            }
        }
        assertThat(plain).isGreaterThan(5_000);
    }

    /** On a small grid, so that places and edges fall together often. */
    private static Polygon scribble(int places, Random random) {
        Coordinate[] ring = new Coordinate[places + 1];
        for (int i = 0; i < places; i++) {
            ring[i] = new Coordinate(random.nextInt(8), random.nextInt(8));
        }
        ring[places] = ring[0].copy();
        return Wgs84.FACTORY.createPolygon(ring);
    }

    private static Polygon star(int places, Random random) {
        Coordinate[] ring = new Coordinate[places + 1];
        for (int i = 0; i < places; i++) {
            double angle = 2 * Math.PI * i / places;
            double radius = 0.2 + random.nextDouble();
            ring[i] = new Coordinate(105 + radius * Math.cos(angle), 20 + radius * Math.sin(angle));
        }
        ring[places] = ring[0].copy();
        return Wgs84.FACTORY.createPolygon(ring);
    }

    private static boolean surelyValid(String wkt) {
        try {
            return SimpleRings.surelyValid(new WKTReader(Wgs84.FACTORY).read(wkt));
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
