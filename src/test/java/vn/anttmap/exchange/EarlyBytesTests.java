package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.testing.Gdal;

/** What is sent ahead is sent once, and is what the file would have begun with. */
class EarlyBytesTests {

    private static final ExportLayer LAYER = new ExportLayer(
            "kdc",
            "Khu dân cư",
            GeometryKind.POINT,
            List.of(ExportField.integer("SO", "Số")),
            CoordinateSystems.get("EPSG:9210"),
            List.of());

    @TempDir
    private Path folder;

    @Test
    void nothingGoesAheadBeforeItIsTime() throws IOException {
        var target = new ByteArrayOutputStream();
        EarlyBytes early = new EarlyBytes(target, new byte[] {'P', 'K'});
        early.beat();
        assertThat(target.size()).isZero();
    }

    @Test
    void aShapefileWhoseFirstBytesWentAheadIsTheSameFile() throws IOException {
        var plain = new ByteArrayOutputStream();
        try (var writer = ShapefileZipWriter.open(LAYER, plain, ZippedShapefile.CLOCK)) {
            write(writer);
        }
        byte[] beginning = ShapefileZipWriter.beginning("kdc", ZippedShapefile.CLOCK);
        assertThat(beginning).hasSizeGreaterThan(50);
        for (int ahead : new int[] {1, 2, beginning.length + 5}) {
            var target = new ByteArrayOutputStream();
            EarlyBytes early = new EarlyBytes(target, beginning, Duration.ZERO);
            try (var writer = ShapefileZipWriter.open(LAYER, early, ZippedShapefile.CLOCK)) {
                for (int i = 0; i < ahead; i++) {
                    early.beat();
                }
                assertThat(target.size()).isEqualTo(Math.min(ahead, beginning.length));
                write(writer);
            }
            assertThat(target.toByteArray()).isEqualTo(plain.toByteArray());
        }
    }

    @Test
    void aGeoPackageWhoseFirstBytesWentAheadIsWhole() throws IOException {
        var target = new ByteArrayOutputStream();
        EarlyBytes early = new EarlyBytes(target, GeoPackageFile.beginning(), Duration.ZERO);
        try (GeoPackageFile file = GeoPackageFile.create(ZippedShapefile.CLOCK)) {
            try (FeatureWriter writer = file.layer(LAYER)) {
                for (int i = 0; i < 30; i++) {
                    early.beat();
                }
                assertThat(target.size()).isEqualTo(24);
                write(writer);
            }
            file.finish(early);
        }
        Path saved = Files.write(folder.resolve("a.gpkg"), target.toByteArray());
        assertThat(Gdal.run("ogrinfo", "-so", saved.toString(), "kdc")).contains("Feature Count: 2");
    }

    /** So that a failure never leaves what looks whole: no entry but the fixed one, and no end. */
    @Test
    void whatWentAheadIsNoWholeFile() throws IOException {
        byte[] beginning = ShapefileZipWriter.beginning("kdc", ZippedShapefile.CLOCK);
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(beginning));
        ZipEntry first = zip.getNextEntry();
        assertThat(first.getName()).isEqualTo("kdc.cpg");
        Path broken = Files.write(folder.resolve("broken.zip"), beginning);
        assertThatThrownBy(() -> new java.util.zip.ZipFile(broken.toFile()).close())
                .isInstanceOf(java.util.zip.ZipException.class);
        assertThat(Arrays.copyOf(GeoPackageFile.beginning(), 15)).asString().isEqualTo("SQLite format 3");
    }

    @Test
    void aFileThatBeginsOtherwiseIsRefused() {
        EarlyBytes early = new EarlyBytes(new ByteArrayOutputStream(), new byte[] {1, 2}, Duration.ZERO);
        assertThatThrownBy(() -> {
                    early.beat();
                    early.write(new byte[] {3, 4, 5});
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("byte 0");
    }

    private static void write(FeatureWriter writer) throws IOException {
        writer.write(Wgs84.point(105, 20), 1);
        writer.write(Wgs84.point(105.1, 20), 2);
        writer.finish();
    }
}
