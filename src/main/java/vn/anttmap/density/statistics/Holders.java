package vn.anttmap.density.statistics;

import java.util.Arrays;

/** Which hands hold which area: for each area its hands, those of the first cards first. */
final class Holders {

    private final int[] starts;
    private final int[] hands;
    private final short[] cards;

    /**
     * @param dealt area by card and hand
     * @param areas number of areas
     */
    Holders(int[][] dealt, int areas) {
        starts = new int[areas + 1];
        for (int[] card : dealt) {
            for (int area : card) {
                starts[area + 1]++;
            }
        }
        for (int i = 0; i < areas; i++) {
            starts[i + 1] += starts[i];
        }
        hands = new int[starts[areas]];
        cards = new short[starts[areas]];
        int[] next = starts.clone();
        for (short card = 0; card < dealt.length; card++) {
            for (int hand = 0; hand < dealt[card].length; hand++) {
                int at = next[dealt[card][hand]]++;
                hands[at] = hand;
                cards[at] = card;
            }
        }
    }

    /** The hands that hold the area among the first cards, ascending; a hand that holds it twice stands twice. */
    int[] handsWith(int area, int firstCards) {
        int low = starts[area];
        int high = starts[area + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cards[middle] < firstCards) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int[] found = Arrays.copyOfRange(hands, starts[area], low);
        Arrays.sort(found);
        return found;
    }
}
