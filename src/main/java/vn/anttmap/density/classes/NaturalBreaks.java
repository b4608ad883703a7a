package vn.anttmap.density.classes;

import java.util.Arrays;

/**
 * Jenks' natural breaks, exactly: the division into classes with the least sum of squares, by dynamic programming over the
 * distinct values, each weighted by how often it occurs. The best begin of the last class never moves back as values are
 * added, so halving finds all of a row in n log n steps.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1958.10501479">Fisher 1958, On grouping for maximum homogeneity</a>
 * @see <a href="https://doi.org/10.32614/RJ-2011-015">Wang and Song 2011, Ckmeans.1d.dp</a>
 */
final class NaturalBreaks {

    private final double[] values;
    private final double[] weights;
    private final double[] sums;
    private final double[] squares;

    private NaturalBreaks(double[] sorted) {
        int[] counts = new int[sorted.length];
        double[] distinct = new double[sorted.length];
        int size = 0;
        for (double value : sorted) {
            if (size == 0 || distinct[size - 1] != value) {
                distinct[size++] = value;
            }
            counts[size - 1]++;
        }
        this.values = Arrays.copyOf(distinct, size);
        this.weights = new double[size + 1];
        this.sums = new double[size + 1];
        this.squares = new double[size + 1];
        // Around the middle value less is lost where squares are subtracted.
        double middle = values[size / 2];
        for (int i = 0; i < size; i++) {
            double x = values[i] - middle;
            weights[i + 1] = weights[i] + counts[i];
            sums[i + 1] = sums[i] + counts[i] * x;
            squares[i + 1] = squares[i] + counts[i] * x * x;
        }
    }

    /** @param sorted not empty @return the greatest value of each class, ascending */
    static double[] limits(double[] sorted, int wanted) {
        return new NaturalBreaks(sorted).limits(wanted);
    }

    private double[] limits(int wanted) {
        int size = values.length;
        if (size <= wanted) {
            return values;
        }
        double[] least = new double[size];
        for (int end = 0; end < size; end++) {
            least[end] = spread(0, end);
        }
        int[][] begins = new int[wanted][size];
        for (int number = 1; number < wanted; number++) {
            double[] next = new double[size];
            Arrays.fill(next, Double.POSITIVE_INFINITY);
            fill(number, number, size - 1, number, size - 1, least, next, begins[number]);
            least = next;
        }
        double[] limits = new double[wanted];
        int end = size - 1;
        for (int number = wanted - 1; number >= 0; number--) {
            limits[number] = values[end];
            end = begins[number][end] - 1;
        }
        return limits;
    }

    private void fill(int number, int from, int to, int first, int last, double[] least, double[] next, int[] begins) {
        if (from > to) {
            return;
        }
        int end = (from + to) / 2;
        int best = first;
        for (int begin = Math.max(first, number); begin <= Math.min(last, end); begin++) {
            double sum = least[begin - 1] + spread(begin, end);
            if (sum < next[end]) {
                next[end] = sum;
                best = begin;
            }
        }
        begins[end] = best;
        fill(number, from, end - 1, first, best, least, next, begins);
        fill(number, end + 1, to, best, last, least, next, begins);
    }

    /** Squares of the distances to their mean of the values from one to another, both included. */
    private double spread(int from, int to) {
        double weight = weights[to + 1] - weights[from];
        double sum = sums[to + 1] - sums[from];
        return Math.max(0, squares[to + 1] - squares[from] - sum * sum / weight);
    }
}
