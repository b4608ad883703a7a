package vn.anttmap.exchange.territoryimport;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import vn.anttmap.geo.ManyAtOnce;

/**
 * The shapes of a {@code .shp}, in the order of the file. A damaged record is told as such and does not stop the others;
 * the records are walked by their own lengths, so that a missing or wrong {@code .shx} does no harm.
 */
final class ShapeReader {

    private static final int HEADER = 100;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final ByteBuffer file;
    private final ImportBudget budget;

    private ShapeReader(byte[] shp, ImportBudget budget) {
        this.file = ByteBuffer.wrap(shp);
        this.budget = budget;
    }

    /** @param fault message key; null where the shape was read */
    record Shape(
            @Nullable Geometry geometry,
            boolean hasZ,
            @Nullable String fault) {}

    static List<Shape> read(byte[] shp, ImportBudget budget, int mostShapes) {
        if (shp.length < HEADER || ByteBuffer.wrap(shp).getInt() != 9994) {
            throw BadFile.damaged("shapefile (.shp)");
        }
        return new ShapeReader(shp, budget).all(mostShapes);
    }

    private List<Shape> all(int most) {
        List<ByteBuffer> records = new ArrayList<>();
        int at = HEADER;
        boolean damaged = false;
        while (at + 12 <= file.limit() && !damaged) {
            long bytes = 2L * file.getInt(at + 4);
            damaged = bytes < 4 || at + 8 + bytes > file.limit();
            if (!damaged) {
                if (records.size() >= most) {
                    throw BadFile.of("import-features-many", most);
                }
                records.add(file.slice(at + 8, (int) bytes).order(ByteOrder.LITTLE_ENDIAN));
                at += 8 + (int) bytes;
            }
        }
        List<Shape> shapes = new ArrayList<>(ManyAtOnce.map(records, record -> {
            budget.tick();
            return shape(record);
        }));
        if (damaged) {
            shapes.add(new Shape(null, false, "shape-damaged"));
        }
        return shapes;
    }

    private Shape shape(ByteBuffer record) {
        int type = record.getInt();
        boolean hasZ = type > 10 && type < 20;
        try {
            return switch (type) {
                case 0 -> new Shape(null, false, null);
                case 1, 11, 21 -> {
                    budget.places(1);
                    yield new Shape(FACTORY.createPoint(place(record)), hasZ, null);
                }
                case 3, 13, 23 -> new Shape(FACTORY.createMultiLineString(lines(record)), hasZ, null);
                case 5, 15, 25 -> new Shape(polygons(parts(record)), hasZ, null);
                default -> new Shape(null, hasZ, "shape-kind");
            };
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return new Shape(null, hasZ, "shape-damaged");
        }
    }

    private org.locationtech.jts.geom.LineString[] lines(ByteBuffer record) {
        return parts(record).stream()
                .map(FACTORY::createLineString)
                .toArray(org.locationtech.jts.geom.LineString[]::new);
    }

    private List<Coordinate[]> parts(ByteBuffer record) {
        record.position(record.position() + 32);
        int partCount = record.getInt();
        int pointCount = record.getInt();
        if (partCount < 1
                || pointCount < 1
                || 4L * partCount + 16L * pointCount > record.remaining()
                || partCount > pointCount) {
            throw new IllegalArgumentException("counts do not fit the record");
        }
        budget.places(pointCount);
        int[] starts = new int[partCount + 1];
        for (int i = 0; i < partCount; i++) {
            starts[i] = record.getInt();
        }
        starts[partCount] = pointCount;
        List<Coordinate[]> parts = new ArrayList<>();
        for (int i = 0; i < partCount; i++) {
            int length = starts[i + 1] - starts[i];
            if (length < 1 || starts[i] < 0 || starts[i + 1] > pointCount || (i == 0 && starts[0] != 0)) {
                throw new IllegalArgumentException("parts do not follow one another");
            }
            Coordinate[] places = new Coordinate[length];
            for (int j = 0; j < length; j++) {
                places[j] = place(record);
            }
            parts.add(places);
        }
        return parts;
    }

    private static Coordinate place(ByteBuffer record) {
        return new Coordinate(record.getDouble(), record.getDouble());
    }

    /** Outer rings run clockwise; where none does, the first is taken for one. A hole belongs to the ring round it. */
    private static Geometry polygons(List<Coordinate[]> parts) {
        List<LinearRing> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (Coordinate[] places : parts) {
            LinearRing ring = Rings.closed(FACTORY, places);
            boolean hole = ring.getNumPoints() > 3 && Orientation.isCCWArea(ring.getCoordinates());
            (hole ? holes : shells).add(ring);
        }
        if (shells.isEmpty()) {
            shells.addAll(holes);
            holes.clear();
        }
        List<List<LinearRing>> inside = new ArrayList<>();
        shells.forEach(shell -> inside.add(new ArrayList<>()));
        for (LinearRing hole : holes) {
            int owner = owner(shells, hole);
            if (owner < 0) {
                shells.add(hole);
                inside.add(new ArrayList<>());
            } else {
                inside.get(owner).add(hole);
            }
        }
        Polygon[] polygons = new Polygon[shells.size()];
        for (int i = 0; i < polygons.length; i++) {
            polygons[i] = FACTORY.createPolygon(shells.get(i), inside.get(i).toArray(LinearRing[]::new));
        }
        return FACTORY.createMultiPolygon(polygons);
    }

    private static int owner(List<LinearRing> shells, LinearRing hole) {
        int best = -1;
        for (int i = 0; i < shells.size(); i++) {
            boolean within = shells.get(i).getEnvelopeInternal().contains(hole.getEnvelopeInternal())
                    && PointLocation.isInRing(
                            hole.getCoordinateN(0), shells.get(i).getCoordinates());
            boolean smaller = best < 0
                    || shells.get(i).getEnvelopeInternal().getArea()
                            < shells.get(best).getEnvelopeInternal().getArea();
            if (within && smaller) {
                best = i;
            }
        }
        return best;
    }
}
