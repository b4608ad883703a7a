package vn.anttmap.density.surface;

import java.util.Arrays;

/** The Gaussian kernel is the product of one along each axis: first every row, then every column. Nothing is cut off. */
final class GaussianSmoothing implements KernelSmoothing {

    private final int columns;
    private final int rows;

    /** The kernel at distances of −(n − 1) to n − 1 cells. */
    private final double[] kernel;

    private final int middle;

    /** @param bandwidth in cells */
    GaussianSmoothing(double bandwidth, int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.middle = Math.max(columns, rows) - 1;
        this.kernel = new double[2 * middle + 1];
        double sum = 0;
        // Of all cells there are, inside the grid or not, the kernel comes to one.
        int farthest = (int) Math.ceil(9 * bandwidth);
        for (int distance = -farthest; distance <= farthest; distance++) {
            sum += at(distance, bandwidth);
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = at(i - middle, bandwidth) / sum;
        }
    }

    private static double at(int distance, double bandwidth) {
        double z = distance / bandwidth;
        return Math.exp(-0.5 * z * z);
    }

    @Override
    public double[] smooth(double[] mass) {
        double[] along = new double[mass.length];
        boolean[] filled = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            filled[row] = spreadRow(mass, row * columns, along);
        }
        double[] result = new double[mass.length];
        for (int source = 0; source < rows; source++) {
            if (filled[source]) {
                for (int row = 0; row < rows; row++) {
                    addRow(result, row * columns, along, source * columns, kernel[middle + row - source]);
                }
            }
        }
        return result;
    }

    /** @return whether there was anything in the row */
    private boolean spreadRow(double[] mass, int start, double[] along) {
        boolean any = false;
        double[] line = new double[columns];
        for (int column = 0; column < columns; column++) {
            double value = mass[start + column];
            if (value != 0) {
                any = true;
                int shift = middle - column;
                for (int i = 0; i < columns; i++) {
                    line[i] += value * kernel[shift + i];
                }
            }
        }
        if (any) {
            System.arraycopy(line, 0, along, start, columns);
        } else {
            Arrays.fill(along, start, start + columns, 0);
        }
        return any;
    }

    private void addRow(double[] target, int to, double[] source, int from, double factor) {
        if (factor != 0) {
            for (int i = 0; i < columns; i++) {
                target[to + i] += factor * source[from + i];
            }
        }
    }
}
