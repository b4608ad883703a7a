package vn.anttmap.exchange;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.EsriWkt;

/**
 * Writes one layer as a zipped shapefile, row by row, with the memory of one row.
 *
 * <p>The headers hold totals and a ZIP holds one file after the other, so the parts are kept in temporary files and the
 * ZIP is written at the end, by {@link #finish()}. Closing without it, as when reading the rows failed, leaves the target
 * untouched:
 *
 * <pre>{@code
 * try (var writer = ShapefileZipWriter.open(layer, target, clock)) {
 *     for (...) writer.write(geometry, name, count);
 *     writer.finish();
 * }
 * }</pre>
 *
 * <p>For one thread. Why an own writer: docs/decisions/0005-shapefile-writer.md.
 */
final class ShapefileZipWriter implements Closeable {

    /** Offsets are signed 32-bit in most readers. */
    static final long MAX_FILE_BYTES = Integer.MAX_VALUE;

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final ShapefileLayer layer;
    private final OutputStream target;
    private final LocalDate today;
    private final CoordinateTransform transform;
    private final ShapeTable shapes;
    private final DbfTable table;
    private int rowsWithoutGeometry;
    private long rows;
    private boolean finished;

    private ShapefileZipWriter(ShapefileLayer layer, OutputStream target, Clock clock, long limitBytes)
            throws IOException {
        this.layer = layer;
        this.target = target;
        this.today = LocalDate.now(clock.withZone(VIETNAM));
        this.transform = CoordinateTransform.between(CoordinateSystems.WGS84, layer.system());
        this.shapes = new ShapeTable(layer.shapeType(), limitBytes);
        try {
            this.table = new DbfTable(layer, limitBytes);
        } catch (IOException | RuntimeException e) {
            shapes.close();
            throw e;
        }
    }

    /**
     * @param target nothing is written to it before {@link #finish()}; it is never closed here
     * @param clock tells the date in the table's header
     */
    static ShapefileZipWriter open(ShapefileLayer layer, OutputStream target, Clock clock) throws IOException {
        return open(layer, target, clock, MAX_FILE_BYTES);
    }

    static ShapefileZipWriter open(ShapefileLayer layer, OutputStream target, Clock clock, long limitBytes)
            throws IOException {
        return new ShapefileZipWriter(layer, target, clock, limitBytes);
    }

    /**
     * Adds a row. After an exception the file is not whole: close without finishing.
     *
     * @param wgs84 EPSG:4326 of the layer's type (single or multi); null or empty for a row without geometry
     * @param values one for each field, in order, each of its field's type or null
     * @throws IllegalArgumentException if geometry or values do not fit the layer
     * @throws vn.anttmap.geo.CoordinateTransformException if the layer's system cannot hold the geometry
     * @throws ShapefileTooLargeException before a part passes 2 GB
     */
    void write(@Nullable Geometry wgs84, @Nullable Object... values) throws IOException {
        if (finished) {
            throw new IllegalStateException("the shapefile is finished");
        }
        boolean without = wgs84 == null || wgs84.isEmpty();
        shapes.append(wgs84 == null || without ? null : transform.transform(wgs84));
        table.append(values);
        rowsWithoutGeometry += without ? 1 : 0;
        rows++;
    }

    /** How many rows were added so far. */
    long rows() {
        return rows;
    }

    /** Writes the ZIP: .shp, .shx, .dbf, .prj, .cpg and the field dictionary .txt. */
    void finish() throws IOException {
        if (finished) {
            throw new IllegalStateException("the shapefile is finished");
        }
        finished = true;
        // Not in try-with-resources: closing after a failure would complete a ZIP that lacks parts.
        ZipOutputStream zip = new ZipOutputStream(keepOpen(target), StandardCharsets.UTF_8);
        start(zip, ".shp");
        shapes.finishShapes(zip);
        start(zip, ".shx");
        shapes.finishIndex(zip);
        start(zip, ".dbf");
        table.finish(today, zip);
        start(zip, ".prj");
        zip.write(EsriWkt.of(layer.system()).getBytes(StandardCharsets.US_ASCII));
        start(zip, ".cpg");
        zip.write("UTF-8".getBytes(StandardCharsets.US_ASCII));
        start(zip, ".txt");
        // CRLF, for the plain editors of office machines.
        String dictionary = String.join("\r\n", FieldDictionary.lines(layer, table, rowsWithoutGeometry)) + "\r\n";
        zip.write(dictionary.getBytes(StandardCharsets.UTF_8));
        zip.close();
    }

    /** So that closing the ZIP, which frees its native memory, leaves the caller's stream open. */
    private static OutputStream keepOpen(OutputStream stream) {
        return new FilterOutputStream(stream) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** Drops the temporary files; without {@link #finish()} before, nothing is or becomes a ZIP. */
    @Override
    public void close() throws IOException {
        finished = true;
        try (shapes) {
            table.close();
        }
    }

    private void start(ZipOutputStream zip, String extension) throws IOException {
        zip.closeEntry();
        ZipEntry entry = new ZipEntry(layer.name() + extension);
        entry.setTimeLocal(today.atStartOfDay());
        zip.putNextEntry(entry);
    }
}
