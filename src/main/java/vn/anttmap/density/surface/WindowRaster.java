package vn.anttmap.density.surface;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Which area the middle of each cell lies in. */
final class WindowRaster {

    /** No area. */
    static final int NONE = -1;

    private WindowRaster() {}

    /**
     * @param areas polygonal, in the grid's system; where two overlap the first has the cell
     * @return for each cell the position of its area in the list, or {@link #NONE}; an area smaller than a cell has at
     *     least the one in its middle, if no other has it
     */
    static int[] areaOfEachCell(MetricGrid grid, List<Geometry> areas) {
        int[] owner = new int[grid.cells()];
        Arrays.fill(owner, NONE);
        for (int area = 0; area < areas.size(); area++) {
            Geometry geometry = areas.get(area);
            boolean any = false;
            for (int part = 0; part < geometry.getNumGeometries(); part++) {
                any |= fill(grid, (Polygon) geometry.getGeometryN(part), area, owner);
            }
            if (!any && !geometry.isEmpty()) {
                Point middle = geometry.getInteriorPoint();
                int cell = grid.cellAt(middle.getX(), middle.getY());
                if (owner[cell] == NONE) {
                    owner[cell] = area;
                }
            }
        }
        return owner;
    }

    /** Row by row: between each odd and even crossing with the rings lies the inside. */
    private static boolean fill(MetricGrid grid, Polygon polygon, int area, int[] owner) {
        double[][] crossings = new double[grid.rows()][];
        int[] counts = new int[grid.rows()];
        cross(grid, polygon.getExteriorRing(), crossings, counts);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            cross(grid, polygon.getInteriorRingN(hole), crossings, counts);
        }
        boolean any = false;
        for (int row = 0; row < grid.rows(); row++) {
            if (counts[row] > 0) {
                double[] xs = crossings[row];
                Arrays.sort(xs, 0, counts[row]);
                for (int i = 0; i + 1 < counts[row]; i += 2) {
                    any |= fill(grid, row, xs[i], xs[i + 1], area, owner);
                }
            }
        }
        return any;
    }

    private static boolean fill(MetricGrid grid, int row, double fromX, double toX, int area, int[] owner) {
        // A middle on the western line belongs to the inside, one on the eastern line does not.
        int from = (int) Math.max(0, Math.ceil((fromX - grid.westM()) / grid.cellSizeM() - 0.5));
        int to = (int) Math.min(grid.columns() - 1.0, Math.ceil((toX - grid.westM()) / grid.cellSizeM() - 0.5) - 1);
        boolean any = false;
        for (int column = from; column <= to; column++) {
            int cell = row * grid.columns() + column;
            any = true;
            if (owner[cell] == NONE) {
                owner[cell] = area;
            }
        }
        return any;
    }

    private static void cross(MetricGrid grid, LineString ring, double[][] crossings, int[] counts) {
        CoordinateSequence places = ring.getCoordinateSequence();
        for (int i = 1; i < places.size(); i++) {
            double x1 = places.getX(i - 1);
            double y1 = places.getY(i - 1);
            double x2 = places.getX(i);
            double y2 = places.getY(i);
            if (y1 > y2) {
                double x = x1;
                double y = y1;
                x1 = x2;
                y1 = y2;
                x2 = x;
                y2 = y;
            }
            // The lower end counts and the upper one does not: a corner is crossed once.
            int from = (int) Math.max(0, Math.ceil((y1 - grid.southM()) / grid.cellSizeM() - 0.5));
            int to = (int) Math.min(grid.rows() - 1.0, Math.ceil((y2 - grid.southM()) / grid.cellSizeM() - 0.5) - 1);
            for (int row = from; row <= to; row++) {
                double x = x1 + (grid.centerY(row) - y1) / (y2 - y1) * (x2 - x1);
                if (crossings[row] == null) {
                    crossings[row] = new double[8];
                } else if (counts[row] == crossings[row].length) {
                    crossings[row] = Arrays.copyOf(crossings[row], 2 * counts[row]);
                }
                crossings[row][counts[row]++] = x;
            }
        }
    }
}
