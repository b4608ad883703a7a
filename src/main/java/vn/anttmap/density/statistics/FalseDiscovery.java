package vn.anttmap.density.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Benjamini and Hochberg's correction: of the areas that stay below a limit, at most that share is expected to be there by
 * chance. Equal to {@code p.adjust(p, "BH")} of R over the judged areas.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and Hochberg 1995, Controlling the false
 *     discovery rate</a>
 */
public final class FalseDiscovery {

    private FalseDiscovery() {}

    /**
     * @param judged which of them are judged; the others are no part of the family and keep 1
     * @return corrected p-values in the same order
     */
    public static double[] corrected(double[] p, boolean[] judged) {
        Integer[] order = IntStream.range(0, p.length)
                .filter(i -> judged[i])
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toArray(Integer[]::new);
        double[] corrected = new double[p.length];
        Arrays.fill(corrected, 1);
        double least = 1;
        for (int rank = order.length; rank > 0; rank--) {
            int i = order[rank - 1];
            // In this order as R does: the last one keeps its p-value in every digit.
            least = Math.min(least, (double) order.length / rank * p[i]);
            corrected[i] = least;
        }
        return corrected;
    }
}
