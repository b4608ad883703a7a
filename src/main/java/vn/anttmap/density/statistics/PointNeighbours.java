package vn.anttmap.density.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Neighbours of places in a metric plane: all within a distance, or the nearest. Of places that are equally far the one with
 * the lower number comes first, so that the answer is the same each time.
 */
public final class PointNeighbours {

    private final double[] x;
    private final double[] y;
    private final double binMeters;
    private final long width;
    private final double west;
    private final double south;
    private final Map<Long, int[]> bins = new HashMap<>();

    /**
     * @param x east in metres, finite
     * @param y north in metres, of the same length
     */
    public PointNeighbours(double[] x, double[] y) {
        this.x = x.clone();
        this.y = y.clone();
        west = Arrays.stream(x).min().orElse(0);
        south = Arrays.stream(y).min().orElse(0);
        double across = Math.max(
                Arrays.stream(x).max().orElse(0) - west, Arrays.stream(y).max().orElse(0) - south);
        // About two places in a bin where they are spread evenly.
        binMeters = Math.max(across / Math.max(1, Math.sqrt(x.length / 2.0)), 1e-6);
        width = (long) Math.ceil(across / binMeters) + 2;
        Map<Long, List<Integer>> lists = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            lists.computeIfAbsent(bin(column(x[i]), row(y[i])), bin -> new ArrayList<>())
                    .add(i);
        }
        lists.forEach((bin, list) ->
                bins.put(bin, list.stream().mapToInt(Integer::intValue).toArray()));
    }

    /**
     * @param meters largest distance, included; positive
     * @return symmetric; places without any other within the distance are islands
     */
    public SpatialWeights within(double meters) {
        int[][] found = new int[x.length][];
        long reach = Math.min((long) Math.ceil(meters / binMeters), width);
        for (int i = 0; i < x.length; i++) {
            int self = i;
            double limit = meters * meters;
            found[i] = around(i, reach).stream()
                    .mapToInt(Integer::intValue)
                    .filter(other -> squared(self, other) <= limit)
                    .toArray();
        }
        return SpatialWeights.of(found);
    }

    /**
     * @param count how many neighbours each place has, fewer only where there are not as many others; positive
     * @return in general not symmetric
     */
    public SpatialWeights nearest(int count) {
        int[][] found = new int[x.length][];
        int wanted = Math.min(count, x.length - 1);
        for (int i = 0; i < x.length; i++) {
            found[i] = nearest(i, wanted);
        }
        return SpatialWeights.of(found);
    }

    /** The smallest distance at which no place is an island, in metres; 0 for fewer than two places. */
    public double farthestNearest() {
        double farthest = 0;
        for (int i = 0; i < x.length && x.length > 1; i++) {
            farthest = Math.max(farthest, squared(i, nearest(i, 1)[0]));
        }
        return Math.sqrt(farthest);
    }

    private int[] nearest(int place, int wanted) {
        for (long reach = 1; ; reach *= 2) {
            List<Integer> near = around(place, reach);
            if (near.size() >= wanted) {
                near.sort((one, other) -> {
                    int byDistance = Double.compare(squared(place, one), squared(place, other));
                    return byDistance != 0 ? byDistance : Integer.compare(one, other);
                });
                double sure = reach * binMeters;
                if (wanted == 0 || reach >= width || squared(place, near.get(wanted - 1)) < sure * sure) {
                    return near.subList(0, wanted).stream()
                            .mapToInt(Integer::intValue)
                            .toArray();
                }
            }
        }
    }

    /** All other places in the bins around, which hold everything nearer than {@code reach} bins. */
    private List<Integer> around(int place, long reach) {
        List<Integer> found = new ArrayList<>();
        long column = column(x[place]);
        long row = row(y[place]);
        for (long r = Math.max(0, row - reach); r <= Math.min(width, row + reach); r++) {
            for (long c = Math.max(0, column - reach); c <= Math.min(width, column + reach); c++) {
                for (int other : bins.getOrDefault(bin(c, r), NONE)) {
                    if (other != place) {
                        found.add(other);
                    }
                }
            }
        }
        return found;
    }

    private static final int[] NONE = {};

    private long column(double east) {
        return (long) ((east - west) / binMeters);
    }

    private long row(double north) {
        return (long) ((north - south) / binMeters);
    }

    private long bin(long column, long row) {
        return row * (width + 1) + column;
    }

    private double squared(int one, int other) {
        double dx = x[one] - x[other];
        double dy = y[one] - y[other];
        return dx * dx + dy * dy;
    }
}
