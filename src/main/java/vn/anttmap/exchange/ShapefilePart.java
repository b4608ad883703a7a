package vn.anttmap.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.geo.EsriWkt;

/** One shapefile of a ZIP: rows of one kind of geometry, below the size that readers take. */
final class ShapefilePart implements Closeable {

    private static final long STORED_ABOVE_BYTES = 16L << 20;

    private final ExportLayer layer;
    private final String name;
    private final GeometryKind kind;
    private final ShapeTable shapes;
    private final DbfTable table;

    ShapefilePart(ExportLayer layer, String name, GeometryKind kind, long limitBytes) throws IOException {
        this.layer = layer;
        this.name = name;
        this.kind = kind;
        this.shapes = new ShapeTable(kind, limitBytes);
        try {
            this.table = new DbfTable(layer, limitBytes);
        } catch (IOException | RuntimeException e) {
            shapes.close();
            throw e;
        }
    }

    String name() {
        return name;
    }

    GeometryKind kind() {
        return kind;
    }

    DbfTable table() {
        return table;
    }

    /** @return false where the row does not fit any more; then nothing was written */
    boolean append(@Nullable Geometry shown, @Nullable Object[] values) throws IOException {
        if (!table.hasRoom() || !shapes.append(shown)) {
            return false;
        }
        table.append(values);
        return true;
    }

    /**
     * Puts the part's first entry, which no row changes.
     *
     * @param part base name of the part
     */
    static void begin(ZipOutputStream zip, String part, LocalDate today) throws IOException {
        zip.putNextEntry(entry(part, ".cpg", today));
        zip.write("UTF-8".getBytes(StandardCharsets.US_ASCII));
        zip.closeEntry();
    }

    void finish(ZipOutputStream zip, LocalDate today) throws IOException {
        begin(zip, name, today);
        // Two thirds of its size cost a large file more time than the network saves: 25 MB of coordinates take a
        // second.
        TemporaryFile finished = shapes.finishShapes();
        ZipEntry entry = entry(name, ".shp", today);
        if (finished.size() > STORED_ABOVE_BYTES) {
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(finished.size());
            entry.setCrc(finished.crc32());
        }
        zip.putNextEntry(entry);
        finished.copyTo(zip);
        start(zip, ".shx", today);
        shapes.finishIndex(zip);
        start(zip, ".dbf", today);
        table.finish(today, zip);
        start(zip, ".prj", today);
        zip.write(EsriWkt.of(layer.system()).getBytes(StandardCharsets.US_ASCII));
        start(zip, ".shp.xml", today);
        zip.write(ShapefileMetadata.of(layer, table.rows(), today).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        try (shapes) {
            table.close();
        }
    }

    private void start(ZipOutputStream zip, String extension, LocalDate today) throws IOException {
        zip.closeEntry();
        zip.putNextEntry(entry(name, extension, today));
    }

    private static ZipEntry entry(String part, String extension, LocalDate today) {
        ZipEntry entry = new ZipEntry(part + extension);
        entry.setTimeLocal(today.atStartOfDay());
        return entry;
    }
}
