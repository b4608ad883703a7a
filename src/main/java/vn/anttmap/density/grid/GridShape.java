package vn.anttmap.density.grid;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * What a plane is divided into. Cells of both shapes have the area size². They are numbered from the origin of the
 * coordinates, so that a cell is the same one whoever asks for whatever place: squares by column and row, the first one with
 * its corner at the origin; hexagons, with a corner to the north, by the two axial numbers, the first one with its middle
 * there.
 *
 * @see <a href="https://www.redblobgames.com/grids/hexagons/">Axial coordinates and their rounding</a>
 */
public enum GridShape {
    HEXAGON("hexagon", new int[][] {{1, 0}, {0, 1}, {-1, 1}, {-1, 0}, {0, -1}, {1, -1}}, 0) {
        @Override
        Cell at(double x, double y, double size) {
            double edge = edge(size);
            double q = (ROOT_3 / 3 * x - y / 3) / edge;
            double r = 2.0 / 3 * y / edge;
            double s = -q - r;
            double wholeQ = Math.rint(q);
            double wholeR = Math.rint(r);
            double offQ = Math.abs(wholeQ - q);
            double offR = Math.abs(wholeR - r);
            double offS = Math.abs(Math.rint(s) - s);
            // The three whole numbers must sum to 0: the one that was rounded most gives way.
            if (offQ > offR && offQ > offS) {
                wholeQ = -wholeR - Math.rint(s);
            } else if (offR > offS) {
                wholeR = -wholeQ - Math.rint(s);
            }
            return new Cell((int) wholeQ, (int) wholeR);
        }

        @Override
        Coordinate middle(Cell cell, double size) {
            double edge = edge(size);
            return new Coordinate(edge * ROOT_3 * (cell.column() + cell.row() / 2.0), edge * 1.5 * cell.row());
        }

        @Override
        Coordinate[] ring(Cell cell, double size) {
            // Corners from whole numbers of half widths and half edges: neighbours get the very same doubles.
            double halfWidth = edge(size) * ROOT_3 / 2;
            double halfEdge = edge(size) / 2;
            long column = 2L * cell.column() + cell.row();
            long row = 3L * cell.row();
            int[][] steps = {{0, 2}, {-1, 1}, {-1, -1}, {0, -2}, {1, -1}, {1, 1}, {0, 2}};
            return Arrays.stream(steps)
                    .map(step -> new Coordinate((column + step[0]) * halfWidth, (row + step[1]) * halfEdge))
                    .toArray(Coordinate[]::new);
        }

        @Override
        Profile profile(double size) {
            double edge = edge(size);
            double half = edge * ROOT_3 / 2;
            return new Profile(2 * half, 1.5 * edge, new double[] {0, edge / 2, 1.5 * edge, 2 * edge}, new double[] {
                0, half, half, 0
            });
        }
    },
    SQUARE("square", new int[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 1}, {-1, 1}, {-1, -1}, {1, -1}}, 4) {
        @Override
        Cell at(double x, double y, double size) {
            return new Cell((int) Math.floor(x / size), (int) Math.floor(y / size));
        }

        @Override
        Coordinate middle(Cell cell, double size) {
            return new Coordinate((cell.column() + 0.5) * size, (cell.row() + 0.5) * size);
        }

        @Override
        Coordinate[] ring(Cell cell, double size) {
            int[][] steps = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}};
            return Arrays.stream(steps)
                    .map(step -> new Coordinate((cell.column() + step[0]) * size, (cell.row() + step[1]) * size))
                    .toArray(Coordinate[]::new);
        }

        @Override
        Profile profile(double size) {
            return new Profile(size, size, new double[] {0, size}, new double[] {size / 2, size / 2});
        }
    };

    private static final double ROOT_3 = Math.sqrt(3);

    private final String key;
    private final int[][] around;
    private final int cornersOnly;

    GridShape(String key, int[][] around, int cornersOnly) {
        this.key = key;
        this.around = around;
        this.cornersOnly = cornersOnly;
    }

    /** Two whole numbers that name a cell. */
    public record Cell(int column, int row) {}

    public String key() {
        return key;
    }

    /** The cell of a place in metres; a place on a border belongs to exactly one. */
    abstract Cell at(double x, double y, double size);

    abstract Coordinate middle(Cell cell, double size);

    /** Closed, counter-clockwise. */
    abstract Coordinate[] ring(Cell cell, double size);

    /** How wide a cell is at each height. */
    abstract Profile profile(double size);

    /**
     * A cell seen from its middle, alike on both sides of it; between two heights the width changes evenly.
     *
     * @param width from the middle of a cell to that of the next in the row
     * @param rowStep from the middle of a row to that of the next, at most the height of a cell
     * @param heights above the lowest place of the cell, ascending from 0
     * @param halfWidths at these heights
     */
    record Profile(double width, double rowStep, double[] heights, double[] halfWidths) {

        double height() {
            return heights[heights.length - 1];
        }
    }

    /** The cells around a cell, whether or not anything is counted in them. @param corners those too that share a corner only */
    public Cell[] around(Cell cell, boolean corners) {
        return Arrays.stream(around)
                .limit(corners ? around.length : around.length - cornersOnly)
                .map(step -> new Cell(cell.column() + step[0], cell.row() + step[1]))
                .toArray(Cell[]::new);
    }

    /** Edge of a hexagon of area size²: 3√3/2 · edge² = size². */
    private static double edge(double size) {
        return size * Math.sqrt(2 / (3 * Math.sqrt(3)));
    }

    /** @throws UserProblem naming the shapes there are */
    public static GridShape ofKey(String key) {
        return Arrays.stream(values())
                .filter(shape -> shape.key.equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "filter-value-unknown",
                                Arrays.stream(values()).map(GridShape::key).collect(Collectors.joining(", ")))
                        .at("shape", key));
    }
}
