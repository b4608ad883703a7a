package vn.anttmap.exchange.territoryimport;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The blob of a GeoPackage: its header, then WKB with or without heights and measures. Not JTS's own reader, which follows
 * collections inside collections as deep as a file makes them.
 */
final class WkbShape {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int[] BOX_BYTES = {0, 32, 48, 48, 64};
    private static final int EMPTY = 0x10;
    private static final int POINT = 1;
    private static final int LINE = 2;
    private static final int POLYGON = 3;

    private final ByteBuffer in;
    private final ImportBudget budget;
    private boolean hasZ;

    private WkbShape(byte[] blob, ImportBudget budget) {
        this.in = ByteBuffer.wrap(blob);
        this.budget = budget;
    }

    static ShapeReader.Shape read(byte[] blob, ImportBudget budget) {
        WkbShape reader = new WkbShape(blob, budget);
        try {
            return reader.read();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return new ShapeReader.Shape(null, reader.hasZ, "shape-damaged");
        }
    }

    private ShapeReader.Shape read() {
        if (in.get() != 'G' || in.get() != 'P') {
            throw new IllegalArgumentException("no GeoPackage geometry");
        }
        in.get();
        int flags = in.get();
        int box = flags >> 1 & 0x07;
        if (box >= BOX_BYTES.length) {
            throw new IllegalArgumentException("no such box");
        }
        in.position(in.position() + 4 + BOX_BYTES[box]);
        if ((flags & EMPTY) != 0) {
            return new ShapeReader.Shape(null, false, null);
        }
        int type = type();
        int dimensions = dimensions(type);
        Geometry geometry =
                switch (type % 1000) {
                    case POINT -> point(dimensions);
                    case LINE -> FACTORY.createLineString(places(dimensions));
                    case POLYGON -> polygon(dimensions);
                    case POINT + 3 ->
                        FACTORY.createMultiPointFromCoords(this.<Coordinate>parts(type, size -> place(size))
                                .toArray(Coordinate[]::new));
                    case LINE + 3 ->
                        FACTORY.createMultiLineString(
                                this.<LineString>parts(type, size -> FACTORY.createLineString(places(size)))
                                        .toArray(LineString[]::new));
                    case POLYGON + 3 ->
                        FACTORY.createMultiPolygon(
                                this.<Polygon>parts(type, this::polygon).toArray(Polygon[]::new));
                    default -> null;
                };
        return new ShapeReader.Shape(
                geometry == null || geometry.isEmpty() ? null : geometry, hasZ, geometry == null ? "shape-kind" : null);
    }

    /** ISO's number: thousands tell heights and measures. PostGIS's flags are turned into it. */
    private int type() {
        in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int type = in.getInt();
        int plain = type & 0x0FFFFFFF;
        if ((type & 0x20000000) != 0) {
            in.getInt();
        }
        if ((type & 0x80000000) != 0) {
            plain += 1000;
        }
        if ((type & 0x40000000) != 0) {
            plain += 2000;
        }
        if (plain < 0 || plain >= 4000) {
            throw new IllegalArgumentException("no such type");
        }
        return plain;
    }

    private int dimensions(int type) {
        int more = type / 1000;
        hasZ |= more == 1 || more == 3;
        return more == 0 ? 2 : more == 3 ? 4 : 3;
    }

    private interface Part<T> {
        T read(int dimensions);
    }

    private <T> List<T> parts(int type, Part<T> part) {
        int count = count(5);
        List<T> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int each = type();
            if (each % 1000 != type % 1000 - 3) {
                throw new IllegalArgumentException("a part of another type");
            }
            parts.add(part.read(dimensions(each)));
        }
        return parts;
    }

    private Geometry point(int dimensions) {
        budget.places(1);
        Coordinate place = place(dimensions);
        return Double.isNaN(place.x) ? FACTORY.createPoint() : FACTORY.createPoint(place);
    }

    private Polygon polygon(int dimensions) {
        int count = count(4);
        List<LinearRing> rings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rings.add(Rings.closed(FACTORY, places(dimensions)));
        }
        return rings.isEmpty()
                ? FACTORY.createPolygon()
                : FACTORY.createPolygon(rings.get(0), rings.subList(1, count).toArray(LinearRing[]::new));
    }

    private Coordinate[] places(int dimensions) {
        Coordinate[] places = new Coordinate[count(8 * dimensions)];
        budget.places(places.length);
        for (int i = 0; i < places.length; i++) {
            places[i] = place(dimensions);
        }
        return places;
    }

    private Coordinate place(int dimensions) {
        Coordinate place = new Coordinate(in.getDouble(), in.getDouble());
        in.position(in.position() + 8 * (dimensions - 2));
        return place;
    }

    /** @param bytesEach at least: a number that the rest of the blob cannot hold is damage */
    private int count(int bytesEach) {
        int count = in.getInt();
        if (count < 0 || (long) count * bytesEach > in.remaining()) {
            throw new IllegalArgumentException("more than the blob holds");
        }
        return count;
    }
}
