package vn.anttmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class CoverageSimplificationTests {

    // Two squares of about 1 km with a common border that zigzags by about 10 m (0.0001°).
    private static final Geometry WEST = polygon(
            "POLYGON ((105 20, 105.01 20, 105.0101 20.002, 105.01 20.005, 105.0101 20.008, 105.01 20.01, 105 20.01, 105 20))");
    private static final Geometry EAST = polygon(
            "POLYGON ((105.02 20, 105.02 20.01, 105.01 20.01, 105.0101 20.008, 105.01 20.005, 105.0101 20.002, 105.01 20, 105.02 20))");

    @Test
    void keepsTheCommonBorderCommon() {
        List<Geometry> simplified = CoverageSimplification.simplify(List.of(WEST, EAST), 300);
        assertThat(simplified)
                .allSatisfy(polygon -> assertThat(polygon.getNumPoints()).isEqualTo(5));
        assertThat(CoverageValidator.isValid(simplified.toArray(Geometry[]::new)))
                .isTrue();
        assertThat(simplified.get(0).getSRID()).isEqualTo(4326);
        assertThat(WEST.getNumPoints()).as("the input stays as it was").isEqualTo(8);
    }

    @Test
    void keepsWhatIsLargerThanTheTolerance() {
        // The smallest triangle has about 10.5 m × 222 m / 2 … so a tolerance of 5 m (25 m²) removes nothing.
        assertThat(CoverageSimplification.simplify(List.of(WEST, EAST), 5)
                        .get(0)
                        .getNumPoints())
                .isEqualTo(8);
    }

    @Test
    void letsNullsAndEmptyOnesThrough() {
        Polygon empty = Wgs84.FACTORY.createPolygon();
        List<Geometry> simplified = CoverageSimplification.simplify(Arrays.asList(null, WEST, empty), 300);
        assertThat((Object) simplified.get(0)).isNull();
        assertThat(simplified.get(1).getNumPoints()).isEqualTo(5);
        assertThat((Object) simplified.get(2)).isSameAs(empty);
        assertThat(CoverageSimplification.simplify(List.of(), 300)).isEmpty();
    }

    @Test
    void neverLosesAnArea() {
        List<Geometry> simplified = CoverageSimplification.simplify(List.of(WEST, EAST), 1_000_000);
        assertThat(simplified).noneMatch(Geometry::isEmpty);
    }

    @Test
    void refusesLines() {
        assertThatThrownBy(() -> CoverageSimplification.simplify(List.of(Wgs84.point(1, 1)), 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Geometry polygon(String wkt) {
        try {
            return new WKTReader(Wgs84.FACTORY).read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
