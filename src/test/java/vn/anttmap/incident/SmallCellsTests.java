package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SmallCellsTests {

    @Test
    void aSmallNumberIsWithheldTogetherWithTheSmallestBesideIt() {
        // 30 = 2 + 9 + 7 + 12: without the 7, the 2 would be 30 - 9 - 7 - 12.
        assertThat(SmallCells.withheld(5, 30, Map.of(1L, 2, 2L, 9, 3L, 7, 4L, 12)))
                .containsExactlyInAnyOrder(1L, 3L);
    }

    @Test
    void theRestHidesASmallNumberWithoutWithholdingAnother() {
        // 8 of the 31 lie in no area: the 2 may be anything up to 10.
        assertThat(SmallCells.withheld(5, 31, Map.of(1L, 2, 2L, 9, 4L, 12))).containsExactly(1L);
    }

    @Test
    void aSmallRestIsHiddenToo() {
        // 23 - 9 - 12 would tell the 2 that lie in no area.
        assertThat(SmallCells.withheld(5, 23, Map.of(2L, 9, 4L, 12))).containsExactly(2L);
    }

    @Test
    void withoutSmallNumbersAllAreShown() {
        assertThat(SmallCells.withheld(5, 21, Map.of(1L, 0, 2L, 9, 4L, 12))).isEmpty();
    }

    @Test
    void ofASmallTotalNoPartIsShownThatIsNotZero() {
        assertThat(SmallCells.withheld(5, 4, Map.of(1L, 1, 2L, 0, 4L, 2))).containsExactlyInAnyOrder(1L, 4L);
    }

    /** Two that are small themselves do not hide each other where their sum is small. */
    @Test
    void whatIsWithheldIsNotSmallTogether() {
        assertThat(SmallCells.withheld(5, 22, Map.of(1L, 1, 2L, 2, 3L, 8, 4L, 11)))
                .containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    /**
     * The sums that follow from what is shown: each area by itself, and the total without any of them. Each is 0 or not
     * small, and where one is withheld, it shares its sum with another that is not 0.
     */
    @Test
    void nothingSmallFollowsFromWhatIsShown() {
        Random random = new Random(20260732);
        for (int round = 0; round < 20_000; round++) {
            int smallest = 3 + random.nextInt(8);
            Map<Long, Integer> areas = new HashMap<>();
            int sum = 0;
            for (long id = 0; id < 1 + random.nextInt(8); id++) {
                int count = random.nextInt(3) == 0 ? random.nextInt(40) : random.nextInt(smallest + 2);
                areas.put(id, count);
                sum += count;
            }
            int total = sum + (random.nextBoolean() ? random.nextInt(12) : 0);

            Set<Long> withheld = SmallCells.withheld(smallest, total, areas);

            int shown = 0;
            for (Map.Entry<Long, Integer> area : areas.entrySet()) {
                if (!withheld.contains(area.getKey())) {
                    shown += area.getValue();
                    assertThat(area.getValue() == 0 || area.getValue() >= smallest)
                            .isTrue();
                }
            }
            if (total < smallest) {
                assertThat(shown).isZero();
                continue;
            }
            int left = total - shown;
            assertThat(left == 0 || left >= smallest)
                    .as("%d of %d, %s without %s", left, total, areas, withheld)
                    .isTrue();
            if (!withheld.isEmpty()) {
                int rest = total - sum;
                assertThat(withheld.size() + (rest > 0 ? 1 : 0)).isGreaterThan(1);
            }
        }
    }
}
