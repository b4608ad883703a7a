package vn.anttmap.density.surface;

import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Chooses how fine a grid is: fine enough for the bandwidth, coarse enough to be worked out while somebody waits. */
final class CellSize {

    static final int MOST_CELLS = 250_000;

    /** A coarser grid no longer shows the kernel's shape. */
    private static final double FEWEST_CELLS_OF_A_BANDWIDTH = 2;

    private static final double USUAL_CELLS_OF_A_BANDWIDTH = 4;

    /** A finer grid only costs time: the surface is smooth over far more than a cell. */
    private static final double MOST_CELLS_OF_A_BANDWIDTH = 25;

    /** So that a small ground does not look like a chess board. */
    private static final double USUAL_CELLS_ALONG = 100;

    private static final double[] ROUND = {5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000};

    private CellSize() {}

    /** The size that suits a ground before a bandwidth is known, metres. */
    static double before(double width, double height) {
        return atMost(Math.max(width, height) / USUAL_CELLS_ALONG, width, height);
    }

    /** @param bandwidth metres @param width of the ground, metres @return metres */
    static double choose(double bandwidth, double width, double height) {
        double wanted = Math.min(
                bandwidth / USUAL_CELLS_OF_A_BANDWIDTH,
                Math.max(Math.max(width, height) / USUAL_CELLS_ALONG, bandwidth / MOST_CELLS_OF_A_BANDWIDTH));
        return atMost(wanted, width, height);
    }

    /** The least bandwidth that a ground of this size can have. */
    static double leastBandwidth(double width, double height) {
        return FEWEST_CELLS_OF_A_BANDWIDTH * atMost(ROUND[0], width, height);
    }

    /** @throws UserProblem if a size set by hand is too fine for the ground or too coarse for the bandwidth */
    static double checked(double size, double bandwidth, double width, double height) {
        double coarsest = bandwidth / FEWEST_CELLS_OF_A_BANDWIDTH;
        double finest = Math.max(bandwidth / MOST_CELLS_OF_A_BANDWIDTH, Math.sqrt(width * height / MOST_CELLS));
        if (!(size <= coarsest && size >= finest && fits(size, width, height))) {
            throw UserProblem.of(
                            Kind.INVALID,
                            "number-out-of-range",
                            "cellSizeM",
                            Math.ceil(finest * 1.01),
                            Math.floor(coarsest))
                    .at("cellSizeM", size);
        }
        return size;
    }

    /** The largest round size not above what is wanted, or the smallest with which the ground fits. */
    private static double atMost(double wanted, double width, double height) {
        double found = ROUND[0];
        for (double size : ROUND) {
            if (size <= wanted || !fits(found, width, height)) {
                found = size;
            }
        }
        return found;
    }

    private static boolean fits(double size, double width, double height) {
        return (Math.ceil(width / size) + 1) * (Math.ceil(height / size) + 1) <= MOST_CELLS;
    }
}
