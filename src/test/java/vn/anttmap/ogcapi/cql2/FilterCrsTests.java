package vn.anttmap.ogcapi.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.Wgs84;

/** Coordinates of a filter in other reference systems, in the order of their axes. */
class FilterCrsTests {

    private static final Geometry QUAN_LAO = Wgs84.point(105.6510258, 19.9742483);

    private static final CoordinateTransform FROM_VN2000 =
            CoordinateTransform.between(CoordinateSystems.get("EPSG:5897"), CoordinateSystems.WGS84);

    /** EPSG:5897 says north first. */
    private static final FilterCrs VN2000 =
            new FilterCrs(false, place -> FROM_VN2000.transform(new Coordinate(place.y, place.x)));

    private static boolean finds(String shape, FilterCrs crs, Geometry geometry) {
        return Cql2Filter.parse(
                        "S_INTERSECTS(shape, " + shape + ")", Cql2Filter.Encoding.TEXT, SamplePlaces.QUERYABLES, crs)
                .matches(name -> null, geometry);
    }

    @Test
    void withoutAWordLongitudeIsFirst() {
        assertThat(finds("BBOX(105.65, 19.97, 105.66, 19.98)", FilterCrs.CRS84, QUAN_LAO))
                .isTrue();
        assertThat(finds("BBOX(105.66, 19.97, 105.67, 19.98)", FilterCrs.CRS84, QUAN_LAO))
                .isFalse();
    }

    @Test
    void epsg4326HasLatitudeFirst() {
        assertThat(finds("BBOX(19.97, 105.65, 19.98, 105.66)", FilterCrs.EPSG_4326, QUAN_LAO))
                .isTrue();
        assertThat(finds("POINT(19.9742483 105.6510258)", FilterCrs.EPSG_4326, QUAN_LAO))
                .isTrue();
        assertThat(Cql2RefusalTests.refusal(
                                "S_INTERSECTS(shape, POINT(105.65 19.97))",
                                Cql2Filter.Encoding.TEXT,
                                FilterCrs.EPSG_4326)
                        .key())
                .isEqualTo("filter-value-invalid");
    }

    @Test
    void vn2000IsTransformed() {
        Coordinate metres = CoordinateTransform.between(CoordinateSystems.WGS84, CoordinateSystems.get("EPSG:5897"))
                .transform(QUAN_LAO.getCoordinate());
        String around =
                "BBOX(" + (metres.y - 5) + ", " + (metres.x - 5) + ", " + (metres.y + 5) + ", " + (metres.x + 5) + ")";
        String beside =
                "BBOX(" + (metres.y + 5) + ", " + (metres.x - 5) + ", " + (metres.y + 9) + ", " + (metres.x + 5) + ")";

        assertThat(finds(around, VN2000, QUAN_LAO)).isTrue();
        assertThat(finds(beside, VN2000, QUAN_LAO)).isFalse();
        assertThat(finds("POINT(" + metres.y + " " + metres.x + ")", VN2000, QUAN_LAO.buffer(0.00001)))
                .isTrue();
        assertThat(Cql2RefusalTests.refusal("S_INTERSECTS(shape, POINT(1e9 1e9))", Cql2Filter.Encoding.TEXT, VN2000)
                        .key())
                .isEqualTo("filter-value-invalid");
    }

    /** Along a parallel of 200 km the straight line of the projection leaves that of degrees by some hundred metres. */
    @Test
    void theSidesOfABoxStayStraightInItsOwnSystem() {
        CoordinateTransform there =
                CoordinateTransform.between(CoordinateSystems.WGS84, CoordinateSystems.get("EPSG:5897"));
        Coordinate centre = there.transform(new Coordinate(105, 20));
        double north = centre.y + 1000;
        String box =
                "BBOX(" + centre.y + ", " + (centre.x - 100_000) + ", " + north + ", " + (centre.x + 100_000) + ")";
        for (int metres : new int[] {-99_000, -50_000, 0, 30_000, 99_000}) {
            Coordinate inside = FROM_VN2000.transform(new Coordinate(centre.x + metres, north - 5));
            Coordinate outside = FROM_VN2000.transform(new Coordinate(centre.x + metres, north + 5));
            assertThat(finds(box, VN2000, Wgs84.point(inside.x, inside.y))).isTrue();
            assertThat(finds(box, VN2000, Wgs84.point(outside.x, outside.y))).isFalse();
        }
    }

    @Test
    void aBoxMayGoAcrossTheAntimeridian() {
        assertThat(finds("BBOX(170, -20, -170, 0)", FilterCrs.CRS84, Wgs84.point(175, -10)))
                .isTrue();
        assertThat(finds("BBOX(170, -20, -170, 0)", FilterCrs.CRS84, Wgs84.point(-175, -10)))
                .isTrue();
        assertThat(finds("BBOX(170, -20, -170, 0)", FilterCrs.CRS84, Wgs84.point(105, -10)))
                .isFalse();
        assertThat(finds("BBOX(-20, 170, 0, -170)", FilterCrs.EPSG_4326, Wgs84.point(-175, -10)))
                .isTrue();
        assertThat(Cql2RefusalTests.refusal(
                                "S_INTERSECTS(shape, BBOX(0, 170, -20, -170))",
                                Cql2Filter.Encoding.TEXT,
                                FilterCrs.EPSG_4326)
                        .key())
                .isEqualTo("filter-value-invalid");
    }
}
