package vn.anttmap.report;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How wide the columns of a table of figures are: the words of the first one need more room than numbers. */
final class ColumnWidths {

    private static final double FIRST_COUNTS_AS = 2.2;

    private ColumnWidths() {}

    /** @param width of the whole table; the result is in the same unit */
    static double[] of(Block.Table table, double width) {
        double[] shares = IntStream.range(0, table.columns().size())
                .mapToDouble(column -> column == 0 ? FIRST_COUNTS_AS : 1)
                .toArray();
        double all = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> width * share / all).toArray();
    }
}
