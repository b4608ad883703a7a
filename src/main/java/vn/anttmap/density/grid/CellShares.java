package vn.anttmap.density.grid;

import java.util.Arrays;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * How much of each cell an area covers, from the area's edges alone.
 *
 * <p>By Green's theorem the common area of an area and a cell is the sum, over the area's edges counter-clockwise, of how much
 * of the cell's chord lies west of the edge, times the step north. An edge east of the cell counts with the whole chord, one
 * west of it with nothing, so each edge is looked at only in the cells it crosses, and what it does to all cells west of them
 * is one number of the row. This is exact but for rounding, and no cell is intersected with the area.
 */
final class CellShares {

    /** Of a cell that only touches the area, what is computed as common is rounding; so is what lacks to the whole. */
    static final double LEAST = 1e-9;

    private static final double HAIR = 1e-6;

    /** Takes the cells, row by row from the south and in each from the west. */
    interface Sink {
        void add(int column, int row, double share);
    }

    private final GridShape shape;
    private final double size;
    private final GridShape.Profile profile;
    private final double firstMiddleX;
    private final double firstMiddleY;

    /** From the middle of a cell to that of the same column in the next row: hexagons move half a cell to the east. */
    private final double slant;

    private double[] fromX = new double[256];
    private double[] fromY = new double[256];
    private double[] toX = new double[256];
    private double[] toY = new double[256];
    private int edges;

    private CellShares(GridShape shape, double size) {
        this.shape = shape;
        this.size = size;
        this.profile = shape.profile(size);
        Coordinate first = shape.middle(new GridShape.Cell(0, 0), size);
        firstMiddleX = first.x;
        firstMiddleY = first.y;
        slant = shape.middle(new GridShape.Cell(0, 1), size).x - first.x;
    }

    /** @param area polygons in metres */
    static void of(GridShape shape, double size, Geometry area, Sink sink) {
        CellShares shares = new CellShares(shape, size);
        for (Object part : PolygonExtracter.getPolygons(area)) {
            Polygon polygon = (Polygon) part;
            shares.addRing(polygon.getExteriorRing().getCoordinates(), true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                shares.addRing(polygon.getInteriorRingN(i).getCoordinates(), false);
            }
        }
        if (shares.edges > 0) {
            shares.rows(area.getEnvelopeInternal(), sink);
        }
    }

    private void addRing(Coordinate[] ring, boolean counterClockwise) {
        // The signed area is positive clockwise.
        boolean asIs = Area.ofRingSigned(ring) < 0 == counterClockwise;
        for (int i = 1; i < ring.length; i++) {
            Coordinate from = asIs ? ring[i - 1] : ring[i];
            Coordinate to = asIs ? ring[i] : ring[i - 1];
            if (from.y == to.y) {
                continue;
            }
            if (edges == fromX.length) {
                fromX = Arrays.copyOf(fromX, 2 * edges);
                fromY = Arrays.copyOf(fromY, 2 * edges);
                toX = Arrays.copyOf(toX, 2 * edges);
                toY = Arrays.copyOf(toY, 2 * edges);
            }
            fromX[edges] = from.x;
            fromY[edges] = from.y;
            toX[edges] = to.x;
            toY[edges++] = to.y;
        }
    }

    private double bottom(int row) {
        return firstMiddleY + row * profile.rowStep() - profile.height() / 2;
    }

    /** The first row that reaches up to a height; a hair more, for rounding. */
    private int firstRow(double y) {
        return (int) Math.ceil((y - bottom(0) - profile.height()) / profile.rowStep() - HAIR);
    }

    private int lastRow(double y) {
        return (int) Math.floor((y - bottom(0)) / profile.rowStep() + HAIR);
    }

    private void rows(Envelope box, Sink sink) {
        int first = firstRow(box.getMinY());
        int[] starts = new int[lastRow(box.getMaxY()) - first + 2];
        for (int edge = 0; edge < edges; edge++) {
            int last = lastRow(Math.max(fromY[edge], toY[edge])) - first;
            for (int row = firstRow(Math.min(fromY[edge], toY[edge])) - first; row <= last; row++) {
                starts[row + 1]++;
            }
        }
        for (int row = 1; row < starts.length; row++) {
            starts[row] += starts[row - 1];
        }
        int[] byRow = new int[starts[starts.length - 1]];
        int[] next = starts.clone();
        for (int edge = 0; edge < edges; edge++) {
            int last = lastRow(Math.max(fromY[edge], toY[edge])) - first;
            for (int row = firstRow(Math.min(fromY[edge], toY[edge])) - first; row <= last; row++) {
                byRow[next[row]++] = edge;
            }
        }
        Row row = new Row();
        for (int i = 0; i + 1 < starts.length; i++) {
            if (starts[i] < starts[i + 1]) {
                row.cells(first + i, byRow, starts[i], starts[i + 1], sink);
            }
        }
    }

    /** The cells of one row. */
    private final class Row {

        private double bottom;
        private double middleX;
        private int firstColumn;

        /** What the edges in a cell make of it, and what they make of all cells west of it. */
        private double[] own = new double[64];

        private double[] west = new double[64];

        void cells(int row, int[] byRow, int from, int to, Sink sink) {
            bottom = bottom(row);
            middleX = firstMiddleX + row * slant;
            double minX = Double.POSITIVE_INFINITY;
            double maxX = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                int edge = byRow[i];
                double one = x(edge, within(fromY[edge], bottom, bottom + profile.height()));
                double other = x(edge, within(toY[edge], bottom, bottom + profile.height()));
                minX = Math.min(minX, Math.min(one, other));
                maxX = Math.max(maxX, Math.max(one, other));
            }
            // One more on each side, for rounding.
            firstColumn = column(minX) - 1;
            int columns = column(maxX) + 2 - firstColumn;
            if (own.length < columns) {
                own = new double[columns];
                west = new double[columns];
            }
            Arrays.fill(own, 0, columns, 0);
            Arrays.fill(west, 0, columns, 0);
            for (int i = from; i < to; i++) {
                add(byRow[i]);
            }
            double eastern = 0;
            for (int i = columns - 1; i >= 0; i--) {
                own[i] += eastern;
                eastern += west[i];
            }
            for (int i = 0; i < columns; i++) {
                double share = own[i] / (size * size);
                if (share > LEAST) {
                    sink.add(firstColumn + i, row, share > 1 - LEAST ? 1 : share);
                }
            }
        }

        private int column(double x) {
            return (int) Math.floor((x - middleX) / profile.width() + 0.5);
        }

        private void add(int edge) {
            for (int band = 0; band + 1 < profile.heights().length; band++) {
                double low = bottom + profile.heights()[band];
                double high = bottom + profile.heights()[band + 1];
                double beginY = within(fromY[edge], low, high);
                double endY = within(toY[edge], low, high);
                if (beginY != endY) {
                    add(
                            x(edge, beginY),
                            x(edge, endY),
                            endY - beginY,
                            half(band, beginY, low, high),
                            half(band, endY, low, high));
                }
            }
        }

        /** @param beginHalf half the chord of a cell where the piece of an edge begins */
        private void add(double beginX, double endX, double north, double beginHalf, double endHalf) {
            int first = column(Math.min(beginX, endX));
            int last = column(Math.max(beginX, endX));
            for (int column = first; column <= last; column++) {
                double middle = middleX + column * profile.width();
                own[column - firstColumn] +=
                        north * mean(beginX - middle + beginHalf, endX - middle + endHalf, 2 * beginHalf, 2 * endHalf);
            }
            west[first - firstColumn] += north * (beginHalf + endHalf);
        }

        private double half(int band, double y, double low, double high) {
            double begin = profile.halfWidths()[band];
            return begin + (profile.halfWidths()[band + 1] - begin) * (y - low) / (high - low);
        }
    }

    private static double within(double value, double low, double high) {
        return Math.min(Math.max(value, low), high);
    }

    /** Where an edge is at a height; the ends are met exactly. */
    private double x(int edge, double y) {
        if (y == fromY[edge]) {
            return fromX[edge];
        }
        if (y == toY[edge]) {
            return toX[edge];
        }
        double t = within((y - fromY[edge]) / (toY[edge] - fromY[edge]), 0, 1);
        return fromX[edge] + t * (toX[edge] - fromX[edge]);
    }

    /** Mean, over a piece, of what lies between 0 and the chord; it and the chord change evenly along the piece. */
    private static double mean(double begin, double end, double beginChord, double endChord) {
        double atZero = crossing(begin, end);
        double atChord = crossing(begin - beginChord, end - endChord);
        double one = Math.min(atZero, atChord);
        double other = Math.max(atZero, atChord);
        double before = within(begin, 0, beginChord);
        double after = within(end, 0, endChord);
        double atOne = within(begin + one * (end - begin), 0, beginChord + one * (endChord - beginChord));
        double atOther = within(begin + other * (end - begin), 0, beginChord + other * (endChord - beginChord));
        return (one * (before + atOne) + (other - one) * (atOne + atOther) + (1 - other) * (atOther + after)) / 2;
    }

    /** How far along the piece the value is 0, from 0 to 1; 0 if it never is. */
    private static double crossing(double begin, double end) {
        return begin < 0 == end < 0 ? 0 : begin / (begin - end);
    }
}
