package vn.anttmap.density.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.core.io.ClassPathResource;

/** Against R: poisson.test of stats, EBest of spdep 1.2-7 (reference.R beside the figures). */
class RatesReferenceTests {

    @ParameterizedTest
    @CsvFileSource(resources = "/density/rates/intervals.csv", numLinesToSkip = 1)
    void intervalsAreThoseOfAnExactPoissonTest(int count, double lower, double upper) {
        CountInterval interval = CountInterval.of(count);

        assertThat(interval.lower()).isCloseTo(lower, within(1e-9 * Math.max(1, lower)));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-9 * upper));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/density/rates/splits.csv", numLinesToSkip = 1)
    void periodsAreComparedByTheExactConditionalTest(
            int later, int laterDays, int earlier, int earlierDays, String ratio, double p) {
        PeriodComparison comparison = PeriodComparison.of(later, laterDays, earlier, earlierDays);

        assertThat(comparison.p()).isCloseTo(p, within(1e-9));
        if (ratio.equals("Inf")) {
            assertThat(comparison.ratio()).isInfinite();
        } else {
            assertThat(comparison.ratio()).isCloseTo(Double.parseDouble(ratio), within(1e-9));
        }
    }

    @Test
    void withoutAnyCaseThereIsNothingToCompare() {
        PeriodComparison comparison = PeriodComparison.of(0, 365, 0, 365);

        assertThat(comparison.p()).isEqualTo(1);
        assertThat(comparison.isClear()).isFalse();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"mixed", "alike", "many"})
    void ratesAreSmoothedAsSpdepDoes(String set) throws IOException {
        List<String[]> rows = new ClassPathResource("density/rates/empirical-bayes.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.replace("\"", "").split(","))
                .filter(row -> row[0].equals(set))
                .toList();
        int[] counts = rows.stream().mapToInt(row -> Integer.parseInt(row[1])).toArray();
        double[] exposures =
                rows.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray();

        double[] smoothed = EmpiricalBayes.smoothed(counts, exposures);

        for (int i = 0; i < smoothed.length; i++) {
            assertThat(smoothed[i]).isCloseTo(Double.parseDouble(rows.get(i)[3]), within(1e-9));
        }
    }

    @Test
    void withoutAnyCaseAllRatesAreZero() {
        assertThat(EmpiricalBayes.smoothed(new int[] {0, 0}, new double[] {1, 2}))
                .containsExactly(0, 0);
    }
}
