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

/** What happens when an export is large or goes wrong. */
class ShapefileZipWriterLimitTests {

    private static final DbfField NAME = DbfField.text("TEN_KDC", 12, "Tên khu dân cư");
    private static final DbfField COUNT = DbfField.integer("SO_VU", "Số vụ việc");

    @TempDir
    private Path folder;

    @Test
    void leavesTheTargetUntouchedWhenTheRowsFail() throws IOException {
        var target = new ByteArrayOutputStream();
        try (var writer = ShapefileZipWriter.open(
                ZippedShapefile.layer(ShapeType.POINT, "EPSG:4326", List.of(NAME)), target, ZippedShapefile.CLOCK)) {
            writer.write(Wgs84.point(105, 20), "a");
            assertThatThrownBy(() -> writer.write(ZippedShapefile.wkt("LINESTRING (1 1, 2 2)"), "b"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("POINT takes no LineString");
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
                ZippedShapefile.layer(ShapeType.POINT, "EPSG:4326", List.of(NAME)), breaking, ZippedShapefile.CLOCK)) {
            writer.write(Wgs84.point(105, 20), "a");
            assertThatThrownBy(writer::finish).isInstanceOf(IOException.class);
        }
        Path file = Files.write(folder.resolve("broken.zip"), received.toByteArray());
        assertThatThrownBy(() -> new ZipFile(file.toFile()).close()).isInstanceOf(ZipException.class);
    }

    @Test
    void refusesAPartThatGrowsTooLarge() throws IOException {
        var layer = ZippedShapefile.layer(ShapeType.POINT, "EPSG:4326", List.of(NAME));
        try (var writer =
                ShapefileZipWriter.open(layer, OutputStream.nullOutputStream(), ZippedShapefile.CLOCK, 1_000)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            writer.write(Wgs84.point(105, 20), "a");
                        }
                    })
                    .isInstanceOf(ShapefileTooLargeException.class)
                    .hasMessageContaining(".shp")
                    .hasMessageContaining("smaller area");
        }
    }

    @Test
    void needsTheMemoryOfOneRow() throws IOException {
        // 40 MB of shapes; with a heap that held them, the growth would show.
        Geometry line = Wgs84.FACTORY.createLineString(IntStream.range(0, 1_000)
                .mapToObj(i -> new Coordinate(105 + i * 1e-4, 20))
                .toArray(Coordinate[]::new));
        try (var writer = ShapefileZipWriter.open(
                ZippedShapefile.layer(ShapeType.POLYLINE, "EPSG:4326", List.of(NAME)),
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
                ZippedShapefile.layer(ShapeType.POINT, "EPSG:4326", List.of(NAME)),
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
                ZippedShapefile.layer(ShapeType.POINT, "EPSG:4326", List.of(COUNT)),
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
