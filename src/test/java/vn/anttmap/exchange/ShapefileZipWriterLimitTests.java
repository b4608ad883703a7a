package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.testing.Gdal;

/** What happens when an export is large or goes wrong. */
class ShapefileZipWriterLimitTests {

    private static final ExportField NAME = ExportField.text("TEN_KDC", 12, "Tên khu dân cư");
    private static final ExportField COUNT = ExportField.integer("SO_VU", "Số vụ việc");

    @TempDir
    private Path folder;

    @Test
    void leavesTheTargetUntouchedWhenTheRowsFail() throws IOException {
        var target = new ByteArrayOutputStream();
        try (var writer = ShapefileZipWriter.open(
                ZippedShapefile.layer(GeometryKind.POINT, "EPSG:4326", List.of(NAME)), target, ZippedShapefile.CLOCK)) {
            writer.write(Wgs84.point(105, 20), "a");
            assertThatThrownBy(() -> writer.write(ZippedShapefile.wkt("GEOMETRYCOLLECTION (POINT (1 1))"), "b"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no layer takes a GeometryCollection");
        }
        assertThat(target.size()).isZero();
    }

    @Test
    void leavesNoReadableZipWhenTheTargetBreaks() throws IOException {
        var received = new ByteArrayOutputStream();
        OutputStream breaking = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (received.size() == 300) {
                    throw new IOException("connection lost");
                }
                received.write(b);
            }
        };
        try (var writer = ShapefileZipWriter.open(
                ZippedShapefile.layer(GeometryKind.POINT, "EPSG:4326", List.of(NAME)),
                breaking,
                ZippedShapefile.CLOCK)) {
            writer.write(Wgs84.point(105, 20), "a");
            assertThatThrownBy(writer::finish).isInstanceOf(IOException.class);
        }
        Path file = Files.write(folder.resolve("broken.zip"), received.toByteArray());
        assertThatThrownBy(() -> new ZipFile(file.toFile()).close()).isInstanceOf(ZipException.class);
    }

    /** A point takes 28 bytes of the .shp after its 100: 32 fit below 1,000; 100 need four files. */
    @Test
    void goesOnInAnotherFileWhereOneIsFull() throws IOException {
        var layer = ZippedShapefile.layer(GeometryKind.POINT, "EPSG:4326", List.of(COUNT));
        var bytes = new ByteArrayOutputStream();
        try (var writer = ShapefileZipWriter.open(layer, bytes, ZippedShapefile.CLOCK, 1_000)) {
            for (int i = 0; i < 100; i++) {
                writer.write(Wgs84.point(105, 20), i);
            }
            writer.finish();
        }
        var file = ZippedShapefile.of(folder, "kdc", bytes.toByteArray());

        assertThat(file.fileNames()).contains("kdc.shp", "kdc_2.shp", "kdc_3.shp", "kdc_4.shp", "kdc_4.shp.xml");
        assertThat(file.fileNames()).doesNotContain("kdc_5.shp");
        assertThat(file.bytes(".shp")).hasSize(100 + 32 * 28);
        assertThat(file.text(".txt")).contains("kdc_4.shp", "Số bản ghi: 100", "chia thành nhiều tệp");
        String last = Gdal.run("ogrinfo", "-al", file.gdalPath().replaceFirst("kdc\\.shp$", "kdc_4.shp"));
        assertThat(last).contains("Feature Count: 4", "SO_VU (Integer) = 96", "SO_VU (Integer) = 99");
    }

    @Test
    void refusesARowThatNoFileHolds() throws IOException {
        Geometry line = Wgs84.FACTORY.createLineString(IntStream.range(0, 100)
                .mapToObj(i -> new Coordinate(105 + i * 1e-4, 20))
                .toArray(Coordinate[]::new));
        var layer = ZippedShapefile.layer(GeometryKind.POLYLINE, "EPSG:4326", List.of(NAME));
        try (var writer =
                ShapefileZipWriter.open(layer, OutputStream.nullOutputStream(), ZippedShapefile.CLOCK, 1_000)) {
            assertThatThrownBy(() -> writer.write(line, "a")).isInstanceOf(ShapefileTooLargeException.class);
        }
    }

    @Test
    void givesEachKindOfGeometryAFileOfItsOwn() throws IOException {
        var layer = ZippedShapefile.layer(GeometryKind.POLYGON, "EPSG:4326", List.of(NAME));
        var file = ZippedShapefile.write(folder, layer, writer -> {
            writer.write(ZippedShapefile.wkt("POLYGON ((105 20, 106 20, 106 21, 105 20))"), "vùng");
            writer.write(Wgs84.point(105, 20), "điểm");
            writer.write(ZippedShapefile.wkt("LINESTRING (105 20, 106 21)"), "đường");
            writer.write(null, "không hình");
        });

        assertThat(file.fileNames()).contains("kdc.shp", "kdc_diem.shp", "kdc_duong.dbf", "kdc_duong.shp.xml");
        assertThat(Gdal.run("ogrinfo", "-al", file.gdalPath()))
                .contains("Geometry: Polygon", "Feature Count: 2", "= vùng", "= không hình");
        assertThat(Gdal.run("ogrinfo", "-al", file.gdalPath().replaceFirst("kdc\\.shp$", "kdc_diem.shp")))
                .contains("Geometry: Point", "Feature Count: 1", "= điểm");
        assertThat(Gdal.run("ogrinfo", "-al", file.gdalPath().replaceFirst("kdc\\.shp$", "kdc_duong.shp")))
                .contains("Geometry: Line String", "Feature Count: 1", "= đường");
    }

    @Test
    void needsTheMemoryOfOneRow() throws IOException {
        // 40 MB of shapes; with a heap that held them, the growth would show.
        Geometry line = Wgs84.FACTORY.createLineString(IntStream.range(0, 1_000)
                .mapToObj(i -> new Coordinate(105 + i * 1e-4, 20))
                .toArray(Coordinate[]::new));
        try (var writer = ShapefileZipWriter.open(
                ZippedShapefile.layer(GeometryKind.POLYLINE, "EPSG:4326", List.of(NAME)),
                OutputStream.nullOutputStream(),
                ZippedShapefile.CLOCK)) {
            writer.write(line, "a");
            long before = usedMemory();
            for (int i = 0; i < 2_500; i++) {
                writer.write(line, "a");
            }
            writer.finish();
            assertThat(usedMemory() - before).isLessThan(8_000_000);
        }
    }

    @Test
    void leavesNoTemporaryFiles() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (var writer = ShapefileZipWriter.open(
                ZippedShapefile.layer(GeometryKind.POINT, "EPSG:4326", List.of(NAME)),
                OutputStream.nullOutputStream(),
                ZippedShapefile.CLOCK)) {
            writer.write(Wgs84.point(105, 20), "a");
        }
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("anttmap-export-"));
        }
    }

    @Test
    void refusesValuesOfAnotherTypeThanTheField() throws IOException {
        try (var writer = ShapefileZipWriter.open(
                ZippedShapefile.layer(GeometryKind.POINT, "EPSG:4326", List.of(COUNT)),
                OutputStream.nullOutputStream(),
                ZippedShapefile.CLOCK)) {
            assertThatThrownBy(() -> writer.write(null, "5"))
                    .hasMessageContaining("SO_VU is INTEGER and takes no String");
            assertThatThrownBy(() -> writer.write(null, 5.5)).hasMessageContaining("takes no Double");
            assertThatThrownBy(() -> writer.write(null, 1, 2)).hasMessageContaining("2 values, the layer 1 fields");
        }
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
