package vn.anttmap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.anttmap.density.statistics.LocalTest;
import vn.anttmap.density.statistics.PointNeighbours;
import vn.anttmap.density.statistics.SpatialWeights;

/**
 * Gi* with 9,999 permutations on 3,000 hexagons: the service and {@code localG_perm} of R's spdep on the same values and
 * neighbours, in one run. Needs {@code Rscript} with spdep.
 *
 * <p>{@code mvn test -Dtest=HotSpotBenchmark}
 */
class HotSpotBenchmark {

    private static final int COLUMNS = 60;
    private static final int ROWS = 50;
    private static final int PERMUTATIONS = 9_999;
    private static final int ROUNDS = 11;

    @TempDir
    private Path folder;

    @Test
    void permutationsOfGiStarOnHexagons() throws IOException, InterruptedException {
        double[] x = new double[COLUMNS * ROWS];
        double[] y = new double[x.length];
        double[] values = new double[x.length];
        SplittableRandom random = new SplittableRandom(20190815);
        for (int i = 0; i < x.length; i++) {
            int row = i / COLUMNS;
            x[i] = 100 * (i % COLUMNS + row % 2 / 2.0);
            y[i] = 100 * row * Math.sqrt(3) / 2;
            values[i] = random.nextInt(6) + (i % 7 == 0 ? random.nextInt(9) : 0);
        }
        SpatialWeights weights = new PointNeighbours(x, y).within(101);
        double[] seconds = new double[ROUNDS];
        LocalTest last = null;
        for (int round = -3; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            last = LocalTest.of(LocalTest.Statistic.GI_STAR, values, weights, PERMUTATIONS, round, true);
            if (round >= 0) {
                seconds[round] = (System.nanoTime() - begin) / 1e9;
            }
        }
        Arrays.sort(seconds);
        double ours = seconds[ROUNDS / 2];
        double[] theirs = spdep(values, weights);
        System.out.printf(
                Locale.ROOT,
                "Gi*, %d areas, %d permutations: %.4f s (fastest %.4f), spdep %.2f s, ratio 1 : %.0f%n",
                values.length,
                PERMUTATIONS,
                ours,
                seconds[0],
                theirs[0],
                theirs[0] / ours);
        assertThat(last.figures().z()[0]).isCloseTo(theirs[1], org.assertj.core.api.Assertions.within(1e-9));
        assertThat(ours).isLessThan(theirs[0] / 20);
    }

    /** @return seconds of the permutations, and the first z for certainty that both mean the same */
    private double[] spdep(double[] values, SpatialWeights weights) throws IOException, InterruptedException {
        Path data = folder.resolve("areas.txt");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(values[i])
                    .append(' ')
                    .append(Arrays.stream(weights.neighboursOf(i))
                            .mapToObj(other -> String.valueOf(other + 1))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        Files.writeString(data, text, StandardCharsets.US_ASCII);
        Path script = Files.writeString(folder.resolve("run.R"), """
                suppressPackageStartupMessages(library(spdep))
                rows <- strsplit(readLines(commandArgs(TRUE)[1]), " ")
                value <- as.numeric(sapply(rows, `[`, 1))
                nb <- lapply(rows, function(row) as.integer(strsplit(row[2], ",")[[1]]))
                class(nb) <- "nb"
                attr(nb, "region.id") <- as.character(seq_along(nb))
                listw <- nb2listw(include.self(nb), style = "B")
                seconds <- system.time(localG_perm(value, listw, nsim = %d, iseed = 1))["elapsed"]
                cat(seconds, sprintf("%%.17g", unclass(localG(value, listw))[1]))
                """.formatted(PERMUTATIONS));
        Process process = new ProcessBuilder("Rscript", script.toString(), data.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor()).as(output).isZero();
        return Arrays.stream(output.strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
