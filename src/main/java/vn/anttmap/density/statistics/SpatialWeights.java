package vn.anttmap.density.statistics;

import java.util.Arrays;

/**
 * Which areas are neighbours of which, in compressed rows: the neighbours of area {@code i} stand from {@code starts[i]} up
 * to {@code starts[i + 1]}. No area is a neighbour of itself; an area without any is an island.
 *
 * <p>All neighbours of one area have the same weight: 1, or 1 / their number where rows are standardised. The z of Gi, Gi*
 * and local Moran and their p-values are the same with both, since each belongs to one row.
 */
public final class SpatialWeights {

    private final int[] starts;
    private final int[] neighbours;
    private final boolean rowStandardised;

    private SpatialWeights(int[] starts, int[] neighbours, boolean rowStandardised) {
        this.starts = starts;
        this.neighbours = neighbours;
        this.rowStandardised = rowStandardised;
    }

    /**
     * Binary weights.
     *
     * @param neighbours numbers of the neighbours of each area, from 0, in any order
     * @throws IllegalArgumentException if a number is out of range, repeated or the area's own
     */
    public static SpatialWeights of(int[][] neighbours) {
        int[] starts = new int[neighbours.length + 1];
        for (int i = 0; i < neighbours.length; i++) {
            starts[i + 1] = starts[i] + neighbours[i].length;
        }
        int[] all = new int[starts[neighbours.length]];
        for (int i = 0; i < neighbours.length; i++) {
            int[] row = neighbours[i].clone();
            Arrays.sort(row);
            for (int k = 0; k < row.length; k++) {
                if (row[k] < 0 || row[k] >= neighbours.length || row[k] == i || (k > 0 && row[k] == row[k - 1])) {
                    throw new IllegalArgumentException("area " + i + " has no neighbours " + Arrays.toString(row));
                }
            }
            System.arraycopy(row, 0, all, starts[i], row.length);
        }
        return new SpatialWeights(starts, all, false);
    }

    /** The same neighbours; the weights of each area sum to 1. */
    public SpatialWeights standardisedByRow() {
        return new SpatialWeights(starts, neighbours, true);
    }

    public boolean rowStandardised() {
        return rowStandardised;
    }

    /** Number of areas. */
    public int size() {
        return starts.length - 1;
    }

    /** Number of an area's neighbours. */
    public int count(int area) {
        return starts[area + 1] - starts[area];
    }

    public int mostNeighbours() {
        int most = 0;
        for (int i = 0; i < size(); i++) {
            most = Math.max(most, count(i));
        }
        return most;
    }

    /** Number of areas without a neighbour. */
    public int islands() {
        int islands = 0;
        for (int i = 0; i < size(); i++) {
            islands += count(i) == 0 ? 1 : 0;
        }
        return islands;
    }

    /** Mean number of neighbours, islands included; 0 without areas. */
    public double meanNeighbours() {
        return size() == 0 ? 0 : (double) neighbours.length / size();
    }

    /** Weight of each neighbour of an area; 0 of an island. */
    public double weight(int area) {
        int count = count(area);
        return count == 0 ? 0 : rowStandardised ? 1.0 / count : 1;
    }

    /** Sum of the values of an area's neighbours, without weight. */
    public double sum(int area, double[] values) {
        double sum = 0;
        for (int k = starts[area]; k < starts[area + 1]; k++) {
            sum += values[neighbours[k]];
        }
        return sum;
    }

    /** Numbers of an area's neighbours, ascending. */
    public int[] neighboursOf(int area) {
        return Arrays.copyOfRange(neighbours, starts[area], starts[area + 1]);
    }
}
