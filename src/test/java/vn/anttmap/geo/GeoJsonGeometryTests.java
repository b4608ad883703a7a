package vn.anttmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GeoJsonGeometryTests {

    @Test
    void writesOuterRingsCounterClockwiseAndHolesClockwiseWithoutCrs() throws ParseException {
        Geometry clockwise =
                new WKTReader(Wgs84.FACTORY).read("POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))");
        String json = GeoJsonGeometry.write(clockwise, 6);
        assertThat(json)
                .contains("\"type\":\"Polygon\"")
                .contains("[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]")
                .doesNotContain("crs");
        assertThat(GeoJsonGeometry.read(json).getSRID()).isEqualTo(4326);
        assertThat(GeoJsonGeometry.read(json).equalsTopo(clockwise)).isTrue();
    }

    @Test
    void roundsToTheDecimalsAskedFor() {
        String json = GeoJsonGeometry.write(Wgs84.point(105.123456789, 20.0000000049), 7);
        assertThat(json).contains("105.1234568").doesNotContain("105.12345678").doesNotContain("E");
        assertThat(GeoJsonGeometry.write(Wgs84.point(0.00001, -0.0000004), 6))
                .contains("[0.00001,")
                .doesNotContain("E");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        POINT (105.5 -20.25)                               | {"type":"Point","coordinates":[105.5,-20.25]}
        POINT EMPTY                                        | {"type":"Point","coordinates":[]}
        LINESTRING (1 2, 3 4)                              | {"type":"LineString","coordinates":[[1,2],[3,4]]}
        POLYGON EMPTY                                      | {"type":"Polygon","coordinates":[]}
        MULTIPOINT (1 2, 3 4)                              | {"type":"MultiPoint","coordinates":[[1,2],[3,4]]}
        MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))           | {"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}
        MULTIPOLYGON (((0 0, 0 1, 1 1, 0 0)))              | {"type":"MultiPolygon","coordinates":[[[[0,0],[1,1],[0,1],[0,0]]]]}
        GEOMETRYCOLLECTION (POINT (1 2), POINT (-0.05 0))  | {"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"Point","coordinates":[-0.05,0]}]}
        """)
    void writesEveryType(String wkt, String json) throws ParseException {
        Geometry geometry = new WKTReader(Wgs84.FACTORY).read(wkt);
        assertThat(GeoJsonGeometry.write(geometry, 6)).isEqualTo(json);
    }

    @Test
    void readsEverySridAs4326() {
        Geometry geometry = GeoJsonGeometry.read(
                "{\"type\":\"MultiPoint\",\"coordinates\":[[105,20]],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3857\"}}}");
        assertThat(geometry.getSRID()).isEqualTo(4326);
        assertThat(geometry.getGeometryN(0).getSRID()).isEqualTo(4326);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "5",
                "{}",
                "{\"type\":\"Point\"}",
                "{\"type\":\"Circle\",\"coordinates\":[1,2]}",
                "{\"type\":\"Point\",\"coordinates\":[\"1\",\"2\"]}",
                "{\"type\":\"Point\",\"coordinates\":[1]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1]]]}",
                "{\"type\":\"Point\",\"coordinates\":[20,105]}",
                "{\"type\":\"Point\",\"coordinates\":[1e999,5]}",
                "{\"type\":\"Point\",\"coordinates\":[1,2]"
            })
    void refusesWhatIsNoGeometryInDegrees(String json) {
        assertThatThrownBy(() -> GeoJsonGeometry.read(json))
                .isInstanceOf(BadGeoJsonException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("java."));
    }

    @Test
    void survivesCollectionsNestedWithoutEnd() {
        String json = "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(100_000) + "]}".repeat(100_000);
        assertThatThrownBy(() -> GeoJsonGeometry.read(json)).isInstanceOf(BadGeoJsonException.class);
    }
}
