package vn.anttmap.density.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Marching squares: the lines around everything above a limit, through the middles of cells, straight in between. Every
 * line is closed, with what is above on its left.
 *
 * @see <a href="https://doi.org/10.1145/37402.37422">Lorensen and Cline 1987, Marching Cubes</a>, of which it is the plane case
 */
final class ContourRings {

    /** So that a line never runs through the middle of a cell, where two rings would touch. */
    private static final double NEAREST = 1e-6;

    private static final int NONE = -1;

    private final MetricGrid grid;
    private final double[] values;
    private final double limit;
    private final int width;
    private final int height;

    /** Where the line goes on from each side of a square; sides are numbered by the middle they begin at. */
    private final int[] next;

    private ContourRings(MetricGrid grid, double[] values, double limit) {
        this.grid = grid;
        this.values = values;
        this.limit = limit;
        // The outermost cells go on for one more, then comes a frame of zero, in which every line ends.
        this.width = grid.columns() + 4;
        this.height = grid.rows() + 4;
        this.next = new int[2 * width * height];
        Arrays.fill(next, NONE);
    }

    /** @return closed rings in the grid's system, those around higher ground counter-clockwise */
    static List<Coordinate[]> above(MetricGrid grid, double[] values, double limit) {
        ContourRings rings = new ContourRings(grid, values, limit);
        rings.link();
        return rings.trace();
    }

    private double value(int column, int row) {
        if (column == 0 || row == 0 || column == width - 1 || row == height - 1) {
            return -1;
        }
        int c = Math.max(0, Math.min(grid.columns() - 1, column - 2));
        int r = Math.max(0, Math.min(grid.rows() - 1, row - 2));
        return values[r * grid.columns() + c];
    }

    private void link() {
        for (int row = 0; row + 1 < height; row++) {
            for (int column = 0; column + 1 < width; column++) {
                link(column, row);
            }
        }
    }

    private void link(int column, int row) {
        double southWest = value(column, row);
        double southEast = value(column + 1, row);
        double northEast = value(column + 1, row + 1);
        double northWest = value(column, row + 1);
        int corners = (southWest > limit ? 1 : 0)
                + (southEast > limit ? 2 : 0)
                + (northEast > limit ? 4 : 0)
                + (northWest > limit ? 8 : 0);
        if (corners == 0 || corners == 15) {
            return;
        }
        int south = 2 * (row * width + column);
        int west = south + 1;
        int north = 2 * ((row + 1) * width + column);
        int east = 2 * (row * width + column + 1) + 1;
        boolean joined = (southWest + southEast + northEast + northWest) / 4 > limit;
        switch (corners) {
            case 1 -> next[south] = west;
            case 2 -> next[east] = south;
            case 3 -> next[east] = west;
            case 4 -> next[north] = east;
            case 5 -> {
                next[south] = joined ? east : west;
                next[north] = joined ? west : east;
            }
            case 6 -> next[north] = south;
            case 7 -> next[north] = west;
            case 8 -> next[west] = north;
            case 9 -> next[south] = north;
            case 10 -> {
                next[east] = joined ? north : south;
                next[west] = joined ? south : north;
            }
            case 11 -> next[east] = north;
            case 12 -> next[west] = east;
            case 13 -> next[south] = east;
            default -> next[west] = south;
        }
    }

    private List<Coordinate[]> trace() {
        List<Coordinate[]> rings = new ArrayList<>();
        for (int start = 0; start < next.length; start++) {
            if (next[start] != NONE) {
                List<Coordinate> ring = new ArrayList<>();
                int side = start;
                while (next[side] != NONE) {
                    ring.add(crossing(side));
                    int following = next[side];
                    next[side] = NONE;
                    side = following;
                }
                ring.add(ring.get(0).copy());
                rings.add(ring.toArray(Coordinate[]::new));
            }
        }
        return rings;
    }

    private Coordinate crossing(int side) {
        int column = side / 2 % width;
        int row = side / 2 / width;
        boolean upwards = side % 2 == 1;
        double from = value(column, row);
        double to = upwards ? value(column, row + 1) : value(column + 1, row);
        double part = Math.max(NEAREST, Math.min(1 - NEAREST, (limit - from) / (to - from)));
        return new Coordinate(
                grid.centerX(column - 2) + (upwards ? 0 : part * grid.cellSizeM()),
                grid.centerY(row - 2) + (upwards ? part * grid.cellSizeM() : 0));
    }
}
