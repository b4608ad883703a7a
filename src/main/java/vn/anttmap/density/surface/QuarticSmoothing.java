package vn.anttmap.density.surface;

/**
 * The quartic kernel ends at its radius, so each cell reaches only those around it. Cells of a row that hold the same, as
 * those of a window or of an area do, are spread together by sums of the kernel along a row.
 */
final class QuarticSmoothing implements KernelSmoothing {

    private final int columns;
    private final int rows;

    /** The kernel at 0, 1, 2 … rows away, each from the first to the last cell that it reaches. */
    private final double[][] lines;

    /** The same, summed up: entry i holds the sum of the first i values. */
    private final double[][] sums;

    /** @param bandwidth in cells */
    QuarticSmoothing(double bandwidth, int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        double radius = SurfaceKernel.QUARTIC.reachM(bandwidth);
        int farthest = (int) Math.ceil(radius) - 1;
        this.lines = new double[farthest + 1][];
        this.sums = new double[farthest + 1][];
        double total = 0;
        for (int away = 0; away <= farthest; away++) {
            lines[away] = line(away, radius);
            for (double value : lines[away]) {
                total += away == 0 ? value : 2 * value;
            }
        }
        for (int away = 0; away <= farthest; away++) {
            double[] line = lines[away];
            double[] sum = new double[line.length + 1];
            for (int i = 0; i < line.length; i++) {
                line[i] /= total;
                sum[i + 1] = sum[i] + line[i];
            }
            sums[away] = sum;
        }
    }

    private static double[] line(int away, double radius) {
        double square = radius * radius;
        int half = (int) Math.ceil(Math.sqrt(square - (double) away * away)) - 1;
        double[] line = new double[2 * Math.max(half, 0) + 1];
        for (int i = 0; i < line.length; i++) {
            double x = i - (line.length - 1) / 2;
            double t = Math.max(0, 1 - (x * x + (double) away * away) / square);
            line[i] = t * t;
        }
        return line;
    }

    @Override
    public double[] smooth(double[] mass) {
        double[] result = new double[mass.length];
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            int column = 0;
            while (column < columns) {
                double value = mass[start + column];
                int end = column + 1;
                if (value == 0) {
                    column = end;
                    continue;
                }
                while (end < columns && mass[start + end] == value) {
                    end++;
                }
                spread(value, row, column, end, result);
                column = end;
            }
        }
        return result;
    }

    private void spread(double value, int row, int begin, int end, double[] result) {
        int farthest = lines.length - 1;
        for (int target = Math.max(0, row - farthest); target <= Math.min(rows - 1, row + farthest); target++) {
            int away = Math.abs(target - row);
            int start = target * columns;
            if (end - begin == 1) {
                one(value, begin, lines[away], start, result);
            } else {
                many(value, begin, end, sums[away], start, result);
            }
        }
    }

    private void one(double value, int column, double[] line, int start, double[] result) {
        int half = line.length / 2;
        int from = Math.max(0, column - half);
        int to = Math.min(columns - 1, column + half);
        int shift = half - column;
        for (int i = from; i <= to; i++) {
            result[start + i] += value * line[shift + i];
        }
    }

    /** What the cells from {@code begin} to {@code end} give: the sum of the kernel between the farthest and the nearest. */
    private void many(double value, int begin, int end, double[] sum, int start, double[] result) {
        int length = sum.length - 1;
        int half = length / 2;
        int from = Math.max(0, begin - half);
        int to = Math.min(columns - 1, end - 1 + half);
        for (int i = from; i <= to; i++) {
            int upper = Math.min(length, i - begin + half + 1);
            int lower = Math.max(0, i - end + 1 + half);
            result[start + i] += value * (sum[upper] - sum[lower]);
        }
    }
}
