package vn.anttmap.exchange;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;

/**
 * Writes one layer as a zipped shapefile, row by row, with the memory of one row.
 *
 * <p>The headers hold totals and a ZIP holds one file after the other, so the parts are kept in temporary files and the
 * ZIP is written at the end, by {@link #finish()}. Closing without it, as when reading the rows failed, leaves the target
 * untouched (but for the bytes that every such ZIP begins with, where {@link EarlyBytes} sends them):
 *
 * <pre>{@code
 * try (var writer = ShapefileZipWriter.open(layer, target, clock)) {
 *     for (...) writer.write(geometry, name, count);
 *     writer.finish();
 * }
 * }</pre>
 *
 * <p>A shapefile holds one kind of geometry and less than 2 GB: rows of another kind, and rows for which there is no room,
 * go to further files of the same ZIP.
 *
 * <p>For one thread. Why an own writer: docs/decisions/0005-shapefile-writer.md.
 */
final class ShapefileZipWriter implements FeatureWriter {

    /** Offsets are signed 32-bit in most readers. */
    static final long MAX_FILE_BYTES = Integer.MAX_VALUE;

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final ExportLayer layer;
    private final OutputStream target;
    private final LocalDate today;
    private final long limitBytes;
    private final CoordinateTransform transform;
    private final List<ShapefilePart> parts = new ArrayList<>();

    /** The part of each kind that takes rows. */
    private final Map<GeometryKind, ShapefilePart> open = new EnumMap<>(GeometryKind.class);

    private long rowsWithoutGeometry;
    private long rows;
    private boolean finished;

    private ShapefileZipWriter(ExportLayer layer, OutputStream target, Clock clock, long limitBytes)
            throws IOException {
        this.layer = layer;
        this.target = target;
        this.today = LocalDate.now(clock.withZone(VIETNAM));
        this.limitBytes = limitBytes;
        this.transform = CoordinateTransform.between(CoordinateSystems.WGS84, layer.system());
        next(layer.kind());
    }

    /**
     * @param target nothing is written to it before {@link #finish()}; it is never closed here
     * @param clock tells the date in the table's header
     */
    static ShapefileZipWriter open(ExportLayer layer, OutputStream target, Clock clock) throws IOException {
        return open(layer, target, clock, MAX_FILE_BYTES);
    }

    static ShapefileZipWriter open(ExportLayer layer, OutputStream target, Clock clock, long limitBytes)
            throws IOException {
        return new ShapefileZipWriter(layer, target, clock, limitBytes);
    }

    /** What the ZIP of a layer made today begins with, whatever its rows are. */
    static byte[] beginning(String layerName, Clock clock) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Not closed, which would end the ZIP; so small a one is in the bytes already.
        ZipOutputStream zip = zip(bytes);
        ShapefilePart.begin(zip, layerName, LocalDate.now(clock.withZone(VIETNAM)));
        zip.flush();
        return bytes.toByteArray();
    }

    /**
     * Rows without geometry go to the files of the layer's own kind.
     *
     * @throws ShapefileTooLargeException if a single row is larger than a file may be
     */
    @Override
    public void write(@Nullable Geometry wgs84, @Nullable Object... values) throws IOException {
        if (finished) {
            throw new IllegalStateException("the shapefile is finished");
        }
        Geometry shown = wgs84 == null || wgs84.isEmpty() ? null : transform.transformOrSame(wgs84);
        GeometryKind kind = shown == null ? layer.kind() : GeometryKind.of(shown);
        ShapefilePart part = open.get(kind);
        if (part == null) {
            part = next(kind);
        }
        if (!part.append(shown, values) && !next(kind).append(shown, values)) {
            throw new ShapefileTooLargeException(layer.name(), limitBytes);
        }
        rowsWithoutGeometry += shown == null ? 1 : 0;
        rows++;
    }

    @Override
    public long rows() {
        return rows;
    }

    /** Writes the ZIP: .shp, .shx, .dbf, .prj, .cpg and .shp.xml of each part, and the field dictionary .txt. */
    @Override
    public void finish() throws IOException {
        if (finished) {
            throw new IllegalStateException("the shapefile is finished");
        }
        finished = true;
        // Not in try-with-resources: closing after a failure would complete a ZIP that lacks parts.
        ZipOutputStream zip = zip(keepOpen(target));
        for (ShapefilePart part : parts) {
            part.finish(zip, today);
        }
        ZipEntry entry = new ZipEntry(layer.name() + ".txt");
        entry.setTimeLocal(today.atStartOfDay());
        zip.putNextEntry(entry);
        // CRLF, for the plain editors of office machines.
        String dictionary = String.join("\r\n", FieldDictionary.lines(layer, parts, rowsWithoutGeometry)) + "\r\n";
        zip.write(dictionary.getBytes(StandardCharsets.UTF_8));
        zip.close();
    }

    /** Drops the temporary files; without {@link #finish()} before, nothing is or becomes a ZIP. */
    @Override
    public void close() throws IOException {
        finished = true;
        IOException failure = null;
        for (ShapefilePart part : parts) {
            try {
                part.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static ZipOutputStream zip(OutputStream stream) {
        ZipOutputStream zip = new ZipOutputStream(stream, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        return zip;
    }

    private ShapefilePart next(GeometryKind kind) throws IOException {
        long before = parts.stream().filter(part -> part.kind() == kind).count();
        String name = (kind == layer.kind() ? layer.name() : layer.name() + "_" + suffix(kind))
                + (before == 0 ? "" : "_" + (before + 1));
        ShapefilePart part = new ShapefilePart(layer, name, kind, limitBytes);
        parts.add(part);
        open.put(kind, part);
        return part;
    }

    private static String suffix(GeometryKind kind) {
        return switch (kind) {
            case POINT -> "diem";
            case POLYLINE -> "duong";
            case POLYGON -> "vung";
        };
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
}
