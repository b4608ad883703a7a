package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.testing.Gdal;

class ShapefileZipWriterTests {

    private static final ExportField NAME = ExportField.text("TEN_KDC", 12, "Tên khu dân cư");
    private static final ExportField COUNT = ExportField.integer("SO_VU", "Số vụ việc");
    private static final ExportField DENSITY =
            ExportField.decimal("MAT_DO", 12, 4, "Mật độ").withUnit("vụ/km²·năm");
    private static final ExportField DAY = ExportField.date("HIEU_LUC", "Có hiệu lực từ");
    private static final ExportField SYNTHETIC = ExportField.logical("MO_PHONG", "Ranh giới mô phỏng");
    private static final ExportField MONEY = ExportField.integer("THIET_HAI", 15, "Thiệt hại");

    @TempDir
    private Path folder;

    @Test
    void givesGdalTheValuesAndNullsThatWereWritten() {
        var shapefile =
                write(GeometryKind.POINT, "EPSG:4326", List.of(NAME, COUNT, DENSITY, DAY, SYNTHETIC, MONEY), w -> {
                    w.write(
                            Wgs84.point(105.64806, 19.97194),
                            "Quán Lào",
                            45,
                            3.37125,
                            day("2018-01-01"),
                            true,
                            1_500_000_000_000L);
                    w.write(null, null, null, null, null, null, null);
                    w.write(Wgs84.FACTORY.createPoint(), "", 0, 0.0, day("2025-07-01"), false, 0L);
                    w.write(Wgs84.point(106, 22), "Bản", -7, -0.00004, day("0001-01-01"), null, -1L);
                });
        List<JsonNode> features = shapefile.features();
        assertThat(features).hasSize(4);
        assertThat(properties(features.get(0)))
                .isEqualTo("{\"TEN_KDC\":\"Quán Lào\",\"SO_VU\":45,\"MAT_DO\":3.3713,\"HIEU_LUC\":\"2018-01-01\","
                        + "\"MO_PHONG\":1,\"THIET_HAI\":1500000000000}");
        assertThat(features.get(0).at("/geometry/coordinates").toString()).isEqualTo("[105.64806,19.97194]");
        // GDAL counts an empty date as not set, which is null too, and leaves it out.
        assertThat(properties(features.get(1)))
                .isEqualTo(
                        "{\"TEN_KDC\":null,\"SO_VU\":null,\"MAT_DO\":null," + "\"MO_PHONG\":null,\"THIET_HAI\":null}");
        assertThat(features.get(1).get("geometry").isNull()).isTrue();
        assertThat(features.get(2).get("geometry").isNull()).isTrue();
        assertThat(properties(features.get(2)))
                .isEqualTo("{\"TEN_KDC\":null,\"SO_VU\":0,\"MAT_DO\":0.0,\"HIEU_LUC\":\"2025-07-01\","
                        + "\"MO_PHONG\":0,\"THIET_HAI\":0}");
        assertThat(features.get(3).at("/properties/SO_VU").asInt()).isEqualTo(-7);
        assertThat(features.get(3).at("/properties/MO_PHONG").isNull()).isTrue();
    }

    @Test
    void keepsFieldTypesAndEncoding() {
        var shapefile = write(
                GeometryKind.POINT,
                "EPSG:4326",
                List.of(NAME, COUNT, DENSITY, DAY, MONEY),
                w -> w.write(null, "Đ", 1, 1, null, 1));
        assertThat(Gdal.run("ogrinfo", "-ro", "-so", "-al", "-mdd", "SHAPEFILE", shapefile.gdalPath()))
                .contains("TEN_KDC: String (12.0)", "SO_VU: Integer (9.0)", "MAT_DO: Real (12.4)")
                .contains(
                        "HIEU_LUC: Date (10.0)",
                        "THIET_HAI: Integer64 (15.0)",
                        "ENCODING_FROM_CPG=UTF-8",
                        "SOURCE_ENCODING=UTF-8")
                .contains("DBF_DATE_LAST_UPDATE=2026-08-01");
    }

    @Test
    void holdsTheSevenFilesUnderOneName() {
        var shapefile = write(GeometryKind.POINT, "EPSG:9210", List.of(NAME), w -> {});
        assertThat(shapefile.fileNames())
                .containsExactly("kdc.cpg", "kdc.shp", "kdc.shx", "kdc.dbf", "kdc.prj", "kdc.shp.xml", "kdc.txt");
        assertThat(shapefile.text(".cpg")).isEqualTo("UTF-8");
        assertThat(shapefile.text(".prj")).doesNotContain("TOWGS84").startsWith("PROJCS[\"VN_2000_TM-3_105-45\"");
    }

    @ParameterizedTest
    @CsvSource({"POINT, Point", "POLYLINE, Line String", "POLYGON, Polygon"})
    void writesAnEmptyLayer(GeometryKind type, String gdalType) {
        var shapefile = write(type, "EPSG:9210", List.of(NAME), w -> {});
        assertThat(Gdal.run("ogrinfo", "-ro", "-so", "-al", shapefile.gdalPath()))
                .contains("Geometry: " + gdalType, "Feature Count: 0");
    }

    @Test
    void turnsOuterRingsClockwiseAndHolesCounterClockwise() {
        // Given the other way round, as GeoJSON has them; each ring starts at its south-west corner.
        Geometry polygon = ZippedShapefile.wkt(
                "MULTIPOLYGON (((105 20, 106 20, 106 21, 105 21, 105 20), (105.2 20.2, 105.2 20.4, 105.4 20.4, 105.4 20.2, 105.2 20.2)),"
                        + " ((107 20, 108 20, 108 21, 107 21, 107 20)))");
        var shapefile = write(GeometryKind.POLYGON, "EPSG:4326", List.of(NAME), w -> w.write(polygon, "a"));

        ByteBuffer shp = ByteBuffer.wrap(shapefile.bytes(".shp")).order(ByteOrder.LITTLE_ENDIAN);
        int content = 108;
        assertThat(shp.getInt(content)).as("polygon").isEqualTo(5);
        assertThat(new double[] {
                    shp.getDouble(content + 4),
                    shp.getDouble(content + 12),
                    shp.getDouble(content + 20),
                    shp.getDouble(content + 28)
                })
                .containsExactly(105, 20, 108, 21);
        assertThat(shp.getInt(content + 36)).as("rings").isEqualTo(3);
        assertThat(shp.getInt(content + 40)).as("places").isEqualTo(15);
        assertThat(new int[] {shp.getInt(content + 44), shp.getInt(content + 48), shp.getInt(content + 52)})
                .containsExactly(0, 5, 10);
        int places = content + 56;
        assertThat(signedArea(shp, places, 5)).as("outer ring, clockwise").isCloseTo(-1, within(1e-9));
        assertThat(signedArea(shp, places + 80, 5))
                .as("hole, counter-clockwise")
                .isCloseTo(0.04, within(1e-9));
        assertThat(signedArea(shp, places + 160, 5)).as("second part").isCloseTo(-1, within(1e-9));

        JsonNode geometry = shapefile.features().get(0).get("geometry");
        assertThat(vn.anttmap.geo.GeoJsonGeometry.read(geometry.toString()).equalsTopo(polygon))
                .isTrue();
    }

    @Test
    void keepsTheLengthsAndOffsetsOfTheTwoShapeFilesTrue() {
        var shapefile = write(GeometryKind.POLYLINE, "EPSG:4326", List.of(NAME), w -> {
            w.write(ZippedShapefile.wkt("LINESTRING (105 20, 105.1 20.1)"), "a");
            w.write(null, "b");
            w.write(ZippedShapefile.wkt("MULTILINESTRING ((105 20, 105.1 20.1, 105.2 20), (106 21, 106.5 21.5))"), "c");
        });
        ByteBuffer shp = ByteBuffer.wrap(shapefile.bytes(".shp"));
        ByteBuffer shx = ByteBuffer.wrap(shapefile.bytes(".shx"));
        // 44 bytes and 4 for each part and 16 for each place: 80; a null shape 4; 44 + 8 + 80 = 132.
        assertThat(shp.capacity()).isEqualTo(100 + 8 + 80 + 8 + 4 + 8 + 132);
        assertThat(shp.getInt(24) * 2).isEqualTo(shp.capacity());
        assertThat(shx.getInt(24) * 2).isEqualTo(shx.capacity()).isEqualTo(100 + 3 * 8);
        int[][] offsetAndLength = {{100, 80}, {188, 4}, {200, 132}};
        for (int i = 0; i < 3; i++) {
            assertThat(shx.getInt(100 + 8 * i) * 2).isEqualTo(offsetAndLength[i][0]);
            assertThat(shx.getInt(104 + 8 * i) * 2).isEqualTo(offsetAndLength[i][1]);
            assertThat(shp.getInt(offsetAndLength[i][0])).as("record number").isEqualTo(i + 1);
            assertThat(shp.getInt(offsetAndLength[i][0] + 4) * 2).isEqualTo(offsetAndLength[i][1]);
        }
        assertThat(Gdal.run("ogrinfo", "-ro", "-so", "-al", shapefile.gdalPath()))
                .contains("Extent: (105.000000, 20.000000) - (106.500000, 21.500000)", "Feature Count: 3");
    }

    static Stream<CoordinateSystem> systems() {
        return CoordinateSystems.list().stream();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void isFoundInTheEpsgRegisterByGdal(CoordinateSystem system) {
        var shapefile =
                write(GeometryKind.POINT, system.code(), List.of(NAME), w -> w.write(Wgs84.point(107.5, 16), "a"));
        assertThat(Gdal.run("ogrinfo", "-ro", "-so", "-al", shapefile.gdalPath()))
                .contains("ID[\"EPSG\"," + system.srid() + "]]\nData axis");
    }

    @ParameterizedTest
    @CsvSource({
        // Vectors of CoordinateTransformTests.
        "EPSG:9210, 106.32, 22.82, 558313.870, 2524572.451",
        "EPSG:5897, 105.64806, 19.97194, 567627.778, 2209278.617",
        "EPSG:3405, 105.64806, 19.97194, 567607.488, 2208615.767",
        "EPSG:32648, 106.32, 22.82, 635462.755, 2524199.303"
    })
    void writesProjectedCoordinatesWithinACentimeter(
            String code, double longitude, double latitude, double east, double north) {
        var shapefile =
                write(GeometryKind.POINT, code, List.of(NAME), w -> w.write(Wgs84.point(longitude, latitude), "a"));
        JsonNode coordinates = shapefile.features().get(0).at("/geometry/coordinates");
        assertThat(coordinates.get(0).asDouble()).isCloseTo(east, within(0.01));
        assertThat(coordinates.get(1).asDouble()).isCloseTo(north, within(0.01));
    }

    @Test
    void comesBackToWgs84ThroughGdalWithEpsg6960() {
        var shapefile = write(
                GeometryKind.POLYGON,
                "EPSG:9210",
                List.of(NAME),
                w -> w.write(ZippedShapefile.wkt("POLYGON ((106.2 22.7, 106.5 22.7, 106.5 22.9, 106.2 22.7))"), "a"));
        String toWgs84 =
                "+proj=pipeline +step +inv +proj=tmerc +lat_0=0 +lon_0=105.75 +k=0.9999 +x_0=500000 +ellps=WGS84"
                        + " +step +proj=cart +ellps=WGS84"
                        + " +step +proj=helmert +x=-191.90441429 +y=-39.30318279 +z=-111.45032835 +rx=-0.00928836"
                        + " +ry=0.01975479 +rz=-0.00427372 +s=0.252906278 +convention=coordinate_frame"
                        + " +step +inv +proj=cart +ellps=WGS84 +step +proj=unitconvert +xy_in=rad +xy_out=deg"
                        + " +step +proj=axisswap +order=2,1";
        JsonNode ring = shapefile
                .features("-s_srs", "EPSG:9210", "-t_srs", "EPSG:4326", "-ct", toWgs84)
                .get(0)
                .at("/geometry/coordinates/0");
        // Clockwise in the file. 2e-8° are 2 mm, a tenth of what is allowed.
        double[][] expected = {{106.2, 22.7}, {106.5, 22.9}, {106.5, 22.7}, {106.2, 22.7}};
        assertThat(ring.size()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            assertThat(ring.get(i).get(0).asDouble()).isCloseTo(expected[i][0], within(2e-8));
            assertThat(ring.get(i).get(1).asDouble()).isCloseTo(expected[i][1], within(2e-8));
        }
    }

    @Test
    void tellsInTheDictionaryWhatTheTableCannotSay() {
        var layer = new ExportLayer(
                "kdc",
                "Khu dân cư: mật độ vụ việc",
                GeometryKind.POINT,
                List.of(NAME, COUNT, DENSITY.withDescription("Số vụ chia cho diện tích và thời gian")),
                CoordinateSystems.get("EPSG:9210"),
                List.of("Kỳ số liệu: 01/01/2018 đến 15/8/2019", "Ranh giới là dữ liệu mô phỏng"));
        var shapefile = ZippedShapefile.write(folder, layer, w -> {
            w.write(null, "Tổ dân phố Tiếng Việt", 1_234_567_890, Double.NaN);
            w.write(Wgs84.point(106.32, 22.82), "Khu phố Lý Yên", 1, 123_456_789.0);
        });
        assertThat(shapefile.text(".txt"))
                .contains("Khu dân cư: mật độ vụ việc", "Số bản ghi: 2 (1 bản ghi không có hình)")
                .contains("EPSG:9210", "Kinh tuyến trục 105°45′, hệ số 0.9999", "EPSG:6960", "-191.90441429")
                .contains("TEN_KDC [văn bản, tối đa 12 byte]: Tên khu dân cư [2 giá trị dài quá")
                .contains("SO_VU [số nguyên]: Số vụ việc [1 giá trị không ghi được")
                .contains("Mật độ (vụ/km²·năm). Số vụ chia cho diện tích và thời gian [2 giá trị không ghi được")
                .contains("- Kỳ số liệu: 01/01/2018 đến 15/8/2019", "- Ranh giới là dữ liệu mô phỏng");
        JsonNode first = shapefile.features().get(0);
        // T-ổ-space-d-â-n-space are 1+3+1+1+2+1+1 = 10 bytes, "ph" 12; the space alone would be cut off.
        assertThat(first.at("/properties/TEN_KDC").asString()).isEqualTo("Tổ dân ph");
        assertThat(first.at("/properties/SO_VU").isNull()).isTrue();
        assertThat(first.at("/properties/MAT_DO").isNull()).isTrue();
    }

    /** 16 MB are 1,048,576 places of 16 bytes: such a file is stored, with a checksum that reading it verifies. */
    @Test
    void aLargeFileIsStoredAsItIsAndReadAsAnyOther() {
        Coordinate[] course = new Coordinate[1_100_000];
        for (int i = 0; i < course.length; i++) {
            course[i] = new Coordinate(105 + i * 1e-6, 20 + (i % 7) * 1e-6);
        }

        var shapefile = write(
                GeometryKind.POLYLINE,
                "EPSG:4326",
                List.of(NAME),
                w -> w.write(Wgs84.FACTORY.createLineString(course), "Dài"));

        // Header, record header, type, box, two counts, one part.
        assertThat(shapefile.bytes(".shp")).hasSize(100 + 8 + 4 + 32 + 8 + 4 + 16 * 1_100_000);
        assertThat(Gdal.run("ogrinfo", "-so", "-al", "/vsizip/" + folder.resolve("kdc.shp.zip") + "/kdc.shp"))
                .contains("Feature Count: 1", "Extent: (105.000000, 20.000000) - (106.099999, 20.000006)");
    }

    private ZippedShapefile write(
            GeometryKind type, String system, List<ExportField> fields, ZippedShapefile.Rows rows) {
        return ZippedShapefile.write(folder, ZippedShapefile.layer(type, system, fields), rows);
    }

    private static String properties(JsonNode feature) {
        return feature.get("properties").toString();
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    /** Shoelace formula over places of 16 bytes; positive when counter-clockwise. */
    private static double signedArea(ByteBuffer shp, int at, int places) {
        double twice = 0;
        for (int i = 0; i < places - 1; i++) {
            double x = shp.getDouble(at + 16 * i);
            double y = shp.getDouble(at + 16 * i + 8);
            double nextX = shp.getDouble(at + 16 * i + 16);
            double nextY = shp.getDouble(at + 16 * i + 24);
            twice += x * nextY - nextX * y;
        }
        return twice / 2;
    }
}
