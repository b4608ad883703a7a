package vn.anttmap.exchange.territoryimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Each look has its own time and memory, and one that takes too much does not hold the other up. */
class LookRunnerTests {

    @Test
    void aLookThatNeverEndsIsGivenUpAndItsNeighbourIsNot() throws Exception {
        LookRunner runner = new LookRunner(limits(Duration.ofMillis(400), 8_000_000));
        CountDownLatch stopped = new CountDownLatch(1);
        CompletableFuture<Void> endless =
                CompletableFuture.runAsync(() -> assertThatThrownBy(() -> runner.run(budget -> {
                            try {
                                while (true) {
                                    budget.tick();
                                }
                            } finally {
                                stopped.countDown();
                            }
                        }))
                        .hasMessage("import-too-slow"));

        String neighbour = runner.run(budget -> "read");
        assertThat(neighbour).isEqualTo("read");

        endless.get(10, TimeUnit.SECONDS);
        assertThat(stopped.await(10, TimeUnit.SECONDS))
                .as("the work itself ends, too")
                .isTrue();
        // Its place is free again: two more run at once.
        CountDownLatch both = new CountDownLatch(2);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> runner.run(budget -> meet(both)));
        String second = runner.run(budget -> meet(both));
        assertThat(second).isEqualTo("met");
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("met");
        runner.close();
    }

    @Test
    void memoryIsCountedForEachFileAlone() {
        TerritoryImportSettings limits = limits(Duration.ofSeconds(20), 1_048_576);
        String row = "Xóm," + "x".repeat(100_000) + ",0,0\n";
        byte[] large = ("ten,ghi_chu,x,y\n" + row.repeat(6)).getBytes(StandardCharsets.UTF_8);

        // 600 kB of file and as much of cells are more than 1 MiB.
        assertThatThrownBy(() -> LayerFile.read("a.csv", large, null, List.of(), limits, new ImportBudget(limits)))
                .hasMessage("import-memory");
        byte[] small = ("ten,ghi_chu,x,y\n" + row.repeat(3)).getBytes(StandardCharsets.UTF_8);
        assertThat(LayerFile.read("a.csv", small, null, List.of(), limits, new ImportBudget(limits))
                        .rows())
                .hasSize(3);
    }

    /** A setting made for a large heap must not bring a small one down. */
    @Test
    void noFileMayTakeMoreThanTwoFifthsOfTheHeapWhateverIsSet() {
        ImportBudget budget = new ImportBudget(limits(Duration.ofSeconds(20), 17_179_869_184L));
        long heap = Runtime.getRuntime().maxMemory();

        budget.bytes((long) (0.39 * heap));
        assertThatThrownBy(() -> budget.bytes((long) (0.02 * heap))).hasMessage("import-memory");
    }

    /** 400 spikes over 400 others: 160,000 crossings, which an overlay would take minutes and gigabytes for. */
    @Test
    void aTangledBorderIsRefusedAtOnce() {
        Coordinate[] places = new Coordinate[1_602];
        for (int i = 0; i < 800; i++) {
            places[i] = new Coordinate(106 + i * 1e-5, i % 2 == 0 ? 22 : 22.01);
            places[800 + i] = new Coordinate(i % 2 == 0 ? 106 : 106.008, 22 + i * 1e-5);
        }
        places[1_600] = new Coordinate(106.5, 22.5);
        places[1_601] = places[0].copy();
        Polygon tangled = new GeometryFactory().createPolygon(places);
        TerritoryImportSettings limits = limits(Duration.ofSeconds(20), 8_000_000);

        long begin = System.nanoTime();
        GeometryRepair.Result result = GeometryRepair.repair(tangled, false, 1_000, new ImportBudget(limits));

        assertThat(result.fault()).isEqualTo("crossings-many");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    private static String meet(CountDownLatch latch) {
        latch.countDown();
        try {
            return latch.await(5, TimeUnit.SECONDS) ? "met" : "alone";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TerritoryImportSettings limits(Duration look, long bytes) {
        return new TerritoryImportSettings(4_000_000, 5, 100, 1_000, 100, bytes, look, Duration.ofSeconds(20));
    }
}
