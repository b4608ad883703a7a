package vn.anttmap.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * The {@code .shp} and its index {@code .shx}, after the ESRI Shapefile Technical Description (July 1998).
 *
 * <p>Outer rings run clockwise, holes counter-clockwise: that, and not the order, tells a reader which is which.
 */
final class ShapeTable implements Closeable {

    private static final int HEADER_BYTES = 100;
    private static final int FILE_CODE = 9994;
    private static final int VERSION = 1000;
    private static final int RECORD_HEADER_BYTES = 8;
    private static final int INDEX_ENTRY_BYTES = 8;
    private static final int BYTES_PER_PLACE = 16;

    private final GeometryKind type;
    private final TemporaryFile shapes;
    private final TemporaryFile index;
    private final Envelope extent = new Envelope();
    private int records;

    ShapeTable(GeometryKind type, long limitBytes) throws IOException {
        this.type = type;
        this.shapes = new TemporaryFile(".shp", limitBytes);
        try {
            this.index = new TemporaryFile(".shx", limitBytes);
            shapes.append(new byte[HEADER_BYTES]);
            index.append(new byte[HEADER_BYTES]);
        } catch (IOException | RuntimeException e) {
            shapes.close();
            throw e;
        }
    }

    /**
     * @param geometry in the layer's system; null or empty makes a null shape
     * @return false where the file has no room for it; then nothing was written
     * @throws IllegalArgumentException if its type is not the layer's
     */
    boolean append(@Nullable Geometry geometry) throws IOException {
        byte[] content = geometry == null || geometry.isEmpty() ? nullShape() : content(geometry);
        if (!shapes.holds(RECORD_HEADER_BYTES + content.length) || !index.holds(INDEX_ENTRY_BYTES)) {
            return false;
        }
        int offsetWords = (int) (shapes.size() / 2);
        int contentWords = content.length / 2;
        records++;
        shapes.append(ByteBuffer.allocate(RECORD_HEADER_BYTES)
                .putInt(records)
                .putInt(contentWords)
                .array());
        shapes.append(content);
        index.append(ByteBuffer.allocate(INDEX_ENTRY_BYTES)
                .putInt(offsetWords)
                .putInt(contentWords)
                .array());
        if (geometry != null) {
            extent.expandToInclude(geometry.getEnvelopeInternal());
        }
        return true;
    }

    /** Ends the .shp, which can be copied from then on. */
    TemporaryFile finishShapes() throws IOException {
        shapes.overwriteStart(header(shapes.size()));
        return shapes;
    }

    void finishIndex(OutputStream target) throws IOException {
        index.overwriteStart(header(index.size()));
        index.copyTo(target);
    }

    @Override
    public void close() throws IOException {
        try (shapes) {
            index.close();
        }
    }

    private byte[] content(Geometry geometry) {
        return switch (type) {
            case POINT -> point(geometry);
            case POLYLINE -> parts(geometry, lines(geometry));
            case POLYGON -> parts(geometry, rings(geometry));
        };
    }

    private static byte[] nullShape() {
        return littleEndian(4).putInt(GeometryKind.NULL_SHAPE).array();
    }

    private byte[] point(Geometry geometry) {
        if (!(geometry instanceof Point point)) {
            throw wrongType(geometry);
        }
        return littleEndian(4 + BYTES_PER_PLACE)
                .putInt(type.number())
                .putDouble(point.getX())
                .putDouble(point.getY())
                .array();
    }

    private byte[] parts(Geometry geometry, List<CoordinateSequence> parts) {
        int places = parts.stream().mapToInt(CoordinateSequence::size).sum();
        long bytes = 44L + 4L * parts.size() + (long) BYTES_PER_PLACE * places;
        if (bytes > Integer.MAX_VALUE) {
            throw new ShapefileTooLargeException(".shp", Integer.MAX_VALUE);
        }
        ByteBuffer content = littleEndian((int) bytes).putInt(type.number());
        putExtent(content, geometry.getEnvelopeInternal());
        content.putInt(parts.size()).putInt(places);
        int first = 0;
        for (CoordinateSequence part : parts) {
            content.putInt(first);
            first += part.size();
        }
        for (CoordinateSequence part : parts) {
            for (int i = 0; i < part.size(); i++) {
                content.putDouble(part.getX(i)).putDouble(part.getY(i));
            }
        }
        return content.array();
    }

    private List<CoordinateSequence> lines(Geometry geometry) {
        List<CoordinateSequence> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (!(part instanceof LineString line)) {
                throw wrongType(geometry);
            }
            if (!line.isEmpty()) {
                parts.add(line.getCoordinateSequence());
            }
        }
        return parts;
    }

    private List<CoordinateSequence> rings(Geometry geometry) {
        List<CoordinateSequence> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (!(geometry.getGeometryN(i) instanceof Polygon polygon)) {
                throw wrongType(geometry);
            }
            if (polygon.isEmpty()) {
                continue;
            }
            parts.add(ring(polygon.getExteriorRing(), true));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                parts.add(ring(polygon.getInteriorRingN(hole), false));
            }
        }
        return parts;
    }

    private static CoordinateSequence ring(LinearRing ring, boolean clockwise) {
        CoordinateSequence places = ring.getCoordinateSequence();
        return Orientation.isCCW(places) == clockwise ? ring.reverse().getCoordinateSequence() : places;
    }

    private IllegalArgumentException wrongType(Geometry geometry) {
        return new IllegalArgumentException("a layer of " + type + " takes no " + geometry.getGeometryType());
    }

    private byte[] header(long fileBytes) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        header.putInt(FILE_CODE);
        header.position(24);
        header.putInt((int) (fileBytes / 2));
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(VERSION).putInt(type.number());
        putExtent(header, extent.isNull() ? new Envelope(0, 0, 0, 0) : extent);
        return header.array();
    }

    private static void putExtent(ByteBuffer target, Envelope envelope) {
        target.putDouble(envelope.getMinX())
                .putDouble(envelope.getMinY())
                .putDouble(envelope.getMaxX())
                .putDouble(envelope.getMaxY());
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
