package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.testing.Gdal;

/** What the formats do with values that are hard on them. */
class FeatureWriterTests {

    private static final List<ExportField> FIELDS = List.of(
            ExportField.text("TEN", 200, "Tên"),
            ExportField.integer("SO", "Số"),
            ExportField.instant("LUC", "Lúc"),
            ExportField.logical("CO", "Có"));

    @TempDir
    private Path folder;

    /** Makes a writer of one format. */
    interface Format {
        FeatureWriter open(ExportLayer layer, OutputStream target) throws IOException;
    }

    interface Rows {
        void write(FeatureWriter writer) throws IOException;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=1+1 | '=1+1",
                "+84 912 | '+84 912",
                "-Tổ 1 | '-Tổ 1",
                "@SUM(A1) | '@SUM(A1)",
                "＝1 | '＝1",
                "Tổ 1 - Tổ 2 | Tổ 1 - Tổ 2",
                "a;b | a;b",
                "Tổ \"Bình yên\" | \"Tổ \"\"Bình yên\"\"\"",
                "Khu 1, khu 2 | \"Khu 1, khu 2\""
            })
    void aCellIsNeverRunAndAlwaysOne(String text, String cell) {
        String table = write(csv(CsvFeatures.Place.XY), w -> w.write(Wgs84.point(105, 20), text, -5, null, null));

        assertThat(table).isEqualTo("\uFEFFTEN,SO,LUC,CO,KINH_DO,VI_DO\r\n" + cell + ",-5,,,105,20\r\n");
    }

    @Test
    void aTableKeepsTimesNullsAndWholeShapes() {
        Geometry area = ZippedShapefile.wkt("MULTIPOLYGON (((105 20, 106 20, 106 21, 105 20)))");
        String table = write(csv(CsvFeatures.Place.WKT), w -> {
            w.write(area, "một\r\nhai", 1, Instant.parse("2018-01-24T17:30:00Z"), true);
            w.write(null, "", null, null, false);
        });

        assertThat(table.lines().skip(1))
                .containsExactly(
                        "một hai,1,2018-01-25 00:30:00,1,\"MULTIPOLYGON (((105 20,106 20,106 21,105 20)))\"", ",,,0,");
    }

    @Test
    void anAreaInATableOfPointsIsAPointInsideIt() {
        Geometry area = ZippedShapefile.wkt("POLYGON ((105 20, 107 20, 107 22, 105 22, 105 20))");
        String table = write(csv(CsvFeatures.Place.XY), w -> w.write(area, "a", 1, null, null));

        assertThat(table).endsWith("a,1,,,106,21\r\n");
    }

    @Test
    void textInKmlIsEscapedAndWithoutWhatXmlForbids() throws IOException {
        String kml = write(
                KmlFeatures::new,
                w -> w.write(
                        Wgs84.point(105, 20),
                        "<b>Tổ & \"đội\"</b>\u0000\u0007\uD800x",
                        7,
                        Instant.parse("2018-01-24T11:45:00Z"),
                        true));
        Path file = Files.writeString(folder.resolve("a.kml"), kml);

        assertThat(kml).contains("&lt;b&gt;Tổ &amp; \"đội\"&lt;/b&gt; x");
        assertThat(Gdal.run("ogrinfo", "-al", file.toString()))
                .contains(
                        "TEN (String) = <b>Tổ & \"đội\"</b> x",
                        "SO (Integer) = 7",
                        "LUC (String) = 2018-01-24T11:45:00Z")
                .contains("POINT (105 20)");
    }

    @Test
    void geoJsonTurnsOuterRingsCounterClockwiseAndEscapesText() {
        Geometry clockwise = ZippedShapefile.wkt("POLYGON ((105 20, 105 21, 106 21, 105 20))");
        String text = write(GeoJsonFeatures::new, w -> {
            w.write(clockwise, "\"\\ đường\ttắt", 1, Instant.parse("2018-01-24T11:45:00Z"), false);
            w.write(null, null, null, null, null);
        });
        JsonNode file = JsonMapper.shared().readTree(text);

        assertThat(file.at("/features/0/geometry/coordinates/0").toString())
                .isEqualTo("[[105,20],[106,21],[105,21],[105,20]]");
        assertThat(file.at("/features/0/properties").toString())
                .isEqualTo("{\"TEN\":\"\\\"\\\\ đường tắt\",\"SO\":1,\"LUC\":\"2018-01-24T11:45:00Z\",\"CO\":false}");
        assertThat(file.at("/features/1/geometry").isNull()).isTrue();
        assertThat(file.at("/features/1/properties/TEN").isNull()).isTrue();
        assertThat(file.get("bbox").toString()).isEqualTo("[105,20,106,21]");
    }

    @Test
    void anEmptyLayerIsAValidFileOfEachFormat() throws IOException {
        assertThat(JsonMapper.shared()
                        .readTree(write(GeoJsonFeatures::new, w -> {}))
                        .get("features"))
                .isEmpty();
        Path kml = Files.writeString(folder.resolve("e.kml"), write(KmlFeatures::new, w -> {}));
        assertThat(Gdal.run("ogrinfo", kml.toString())).contains("KML");
        assertThat(write(csv(null), w -> {})).isEqualTo("\uFEFFTEN,SO,LUC,CO,KINH_DO,VI_DO\r\n");
        Path geoPackage = folder.resolve("e.gpkg");
        try (GeoPackageFile file = GeoPackageFile.create(ZippedShapefile.CLOCK);
                OutputStream out = Files.newOutputStream(geoPackage)) {
            try (FeatureWriter writer = file.layer(layer())) {
                writer.finish();
            }
            file.finish(out);
        }
        assertThat(Gdal.run("ogrinfo", "-so", geoPackage.toString(), "kdc")).contains("Feature Count: 0");
    }

    @Test
    void aLayerOfSeveralKindsIsOneLayerOfAGeoPackage() throws IOException {
        Path geoPackage = folder.resolve("m.gpkg");
        try (GeoPackageFile file = GeoPackageFile.create(ZippedShapefile.CLOCK);
                OutputStream out = Files.newOutputStream(geoPackage)) {
            try (FeatureWriter writer = file.layer(layer())) {
                writer.write(Wgs84.point(105, 20), "điểm", 1, Instant.parse("2018-01-24T11:45:00Z"), true);
                writer.write(ZippedShapefile.wkt("LINESTRING (105 20, 106 21)"), "đường", 2, null, false);
                writer.write(null, null, null, null, null);
                writer.finish();
            }
            file.finish(out);
        }
        assertThat(Gdal.run("ogrinfo", geoPackage.toString(), "kdc"))
                .contains("Geometry: Unknown (any)", "Feature Count: 3")
                .contains("POINT (105 20)", "MULTILINESTRING ((105 20,106 21))")
                .contains("LUC (DateTime) = 2018/01/24 11:45:00+00", "TEN (String) = (null)");
    }

    /** Rows beyond a portion, so that some have left when it breaks off. */
    @Test
    void aFileThatBreaksOffIsNotWhole() {
        for (Format format : List.<Format>of(GeoJsonFeatures::new, KmlFeatures::new)) {
            var target = new ByteArrayOutputStream();
            try (FeatureWriter writer = format.open(layer(), target)) {
                for (int i = 0; i < 2_000; i++) {
                    writer.write(Wgs84.point(105, 20), "a", i, null, null);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            String received = target.toString(StandardCharsets.UTF_8);
            assertThat(received.length()).isGreaterThan(10_000);
            assertThat(received.strip()).doesNotEndWith("</kml>").doesNotEndWith("]}");
        }
    }

    private static Format csv(CsvFeatures.Place place) {
        return (layer, target) -> new CsvFeatures(layer, place, target);
    }

    private static ExportLayer layer() {
        return new ExportLayer(
                "kdc", "Khu dân cư", GeometryKind.POINT, FIELDS, CoordinateSystems.WGS84, List.of("Ghi chú & <nguồn>"));
    }

    private static String write(Format format, Rows rows) {
        var target = new ByteArrayOutputStream();
        try (FeatureWriter writer = format.open(layer(), target)) {
            rows.write(writer);
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.toString(StandardCharsets.UTF_8);
    }
}
