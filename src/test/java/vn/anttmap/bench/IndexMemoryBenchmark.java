package vn.anttmap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.MultiPolygon;
import vn.anttmap.territory.BenchmarkedIndex;

/**
 * Heap that the look-up index needs for 99,856 areas: after building, and when every area has been asked for, since JTS
 * prepares an area at its first question.
 *
 * <p>{@code mvn test -Dtest=IndexMemoryBenchmark}
 */
class IndexMemoryBenchmark {

    private static final int COLUMNS = 316;

    @Test
    void memoryOfTheIndex() {
        System.out.printf("%n%-10s %14s %14s %20s%n", "vertices", "boundaries", "+ index", "+ all asked for");
        for (int steps : new int[] {2, 8}) {
            measure(steps);
        }
    }

    private static void measure(int steps) {
        double before = usedMegabytes();
        List<MultiPolygon> areas = new JitteredGrid(COLUMNS, steps).areas();
        double boundaries = usedMegabytes() - before;
        BenchmarkedIndex index = new BenchmarkedIndex(areas);
        double built = usedMegabytes() - before;
        for (MultiPolygon area : areas) {
            assertThat(index.areaAt(area.getInteriorPoint())).isNotNegative();
        }
        double asked = usedMegabytes() - before;
        System.out.printf(
                Locale.ROOT,
                "%-10d %11.0f MB %11.0f MB %17.0f MB%n",
                areas.get(0).getNumPoints(),
                boundaries,
                built,
                asked);
        Reference.reachabilityFence(areas);
        Reference.reachabilityFence(index);
    }

    private static double usedMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        // Collected until it stays the same: what a collection leaves is reachable.
        for (int i = 0; i < 5; i++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used / 1e6;
    }
}
