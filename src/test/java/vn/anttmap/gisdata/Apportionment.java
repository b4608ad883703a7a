package vn.anttmap.gisdata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Shares whole things out by weight (largest remainder, also known as Hamilton's method). */
final class Apportionment {

    private Apportionment() {}

    /**
     * @param weights not negative, not all 0
     * @return as many shares as weights; their sum is the total; equal remainders go to the earlier one
     */
    static List<Integer> share(int total, List<Double> weights) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        List<Integer> shares = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            shares.add((int) (total * weights.get(i) / sum));
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> shares.get(i) - total * weights.get(i) / sum));
        int left = total - shares.stream().mapToInt(Integer::intValue).sum();
        for (int i : order.subList(0, left)) {
            shares.set(i, shares.get(i) + 1);
        }
        return shares;
    }
}
