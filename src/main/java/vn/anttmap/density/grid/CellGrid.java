package vn.anttmap.density.grid;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.ManyAtOnce;
import vn.anttmap.geo.Wgs84;

/**
 * The cells on the ground of one province with their outlines in degrees. Does not change, and is safe to share between
 * threads: who asks gets outlines of his own.
 */
final class CellGrid {

    private static final GeometryFactory METRES = new GeometryFactory();

    private final String province;
    private final CoordinateSystem system;
    private final Envelope box;
    private final CoveredCells cells;

    /** Longitude and latitude of each corner of each cell; the first is not repeated. */
    private final double[] corners;

    /** More cells than an answer may hold. */
    static final class TooManyCells extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private CellGrid(String province, CoordinateSystem system, Envelope box, CoveredCells cells, double[] corners) {
        this.province = province;
        this.system = system;
        this.box = box;
        this.cells = cells;
        this.corners = corners;
    }

    /** @throws TooManyCells if there are more than {@code most} */
    static CellGrid of(CoveredGround.ProvinceGround ground, GridShape shape, int sizeM, int most) {
        CoveredCells cells = new CoveredCells(shape, sizeM, ground.areas(), most);
        CoordinateTransform back = CoordinateTransform.between(ground.system(), CoordinateSystems.WGS84);
        List<double[]> outlines = ManyAtOnce.map(
                IntStream.range(0, cells.count()).boxed().toList(),
                index -> degrees(back, shape.ring(cells.cell(index), sizeM)));
        return new CellGrid(
                ground.province(),
                ground.system(),
                ground.box(),
                cells,
                outlines.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    private static double[] degrees(CoordinateTransform back, Coordinate[] ring) {
        Coordinate[] there = back.transform(METRES.createLineString(ring)).getCoordinates();
        double[] corners = new double[2 * (there.length - 1)];
        for (int i = 0; i < there.length - 1; i++) {
            corners[2 * i] = there[i].x;
            corners[2 * i + 1] = there[i].y;
        }
        return corners;
    }

    /** The whole cell, EPSG:4326. */
    Polygon outline(int index) {
        int perCell = corners.length / cells.count();
        Coordinate[] ring = new Coordinate[perCell / 2 + 1];
        for (int i = 0; i + 1 < ring.length; i++) {
            ring[i] = new Coordinate(corners[index * perCell + 2 * i], corners[index * perCell + 2 * i + 1]);
        }
        ring[ring.length - 1] = ring[0].copy();
        return Wgs84.FACTORY.createPolygon(ring);
    }

    /** Full name; empty where it is not known. */
    String province() {
        return province;
    }

    CoordinateSystem system() {
        return system;
    }

    /** That holds the ground, degrees. */
    Envelope box() {
        return new Envelope(box);
    }

    CoveredCells cells() {
        return cells;
    }

    /** What it holds, about. */
    long bytes() {
        return 8L * corners.length + cells.bytes();
    }
}
