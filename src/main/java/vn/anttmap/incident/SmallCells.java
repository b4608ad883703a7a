package vn.anttmap.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses which numbers of one commune and its areas are withheld, so that no small number, and no small sum, follows from
 * those that are shown.
 *
 * <p>The areas and the rest (what lies in the commune and in none of its areas) are the leaves of a tree of which each sum
 * that can be worked out is one of leaves. What is withheld is kept together as one leaf: at least two leaves, and together
 * not small. So whatever is added and subtracted, what comes out is 0 or not small.
 */
final class SmallCells {

    /** The rest is never shown; it has no id. */
    private static final long REST = -1;

    private SmallCells() {}

    private record Leaf(long id, int count) {}

    /**
     * @param smallest numbers from 1 to below this are small
     * @param total of the commune
     * @param areas counts of its areas
     * @return areas whose number is withheld; all that are not 0 where the total itself is small
     */
    static Set<Long> withheld(int smallest, int total, Map<Long, Integer> areas) {
        List<Leaf> leaves = new ArrayList<>();
        int sum = 0;
        for (Map.Entry<Long, Integer> area : areas.entrySet()) {
            sum += area.getValue();
            if (area.getValue() > 0) {
                leaves.add(new Leaf(area.getKey(), area.getValue()));
            }
        }
        int rest = total - sum;
        if (total < smallest || rest < 0) {
            return ids(leaves);
        }
        if (rest > 0) {
            leaves.add(new Leaf(REST, rest));
        }
        // Small ones first, then the rest, whose withholding costs nobody anything, then the smallest.
        leaves.sort(Comparator.<Leaf>comparingInt(leaf -> leaf.count() < smallest ? 0 : leaf.id() == REST ? 1 : 2)
                .thenComparingInt(Leaf::count)
                .thenComparingLong(Leaf::id));
        List<Leaf> hidden = new ArrayList<>();
        int together = 0;
        for (Leaf leaf : leaves) {
            boolean small = leaf.count() < smallest;
            if (!small && (hidden.isEmpty() || hidden.size() > 1 && together >= smallest)) {
                break;
            }
            hidden.add(leaf);
            together += leaf.count();
        }
        return ids(hidden);
    }

    private static Set<Long> ids(List<Leaf> leaves) {
        Set<Long> ids = new HashSet<>();
        leaves.stream().filter(leaf -> leaf.id() != REST).forEach(leaf -> ids.add(leaf.id()));
        return ids;
    }
}
