package vn.anttmap.density.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import vn.anttmap.problem.UserProblem;

class ClassBreaksTests {

    /** Figures of classInt 0.4 with three data sets; ties and zeros among them. See src/test/resources/density/classes.R. */
    @ParameterizedTest(name = "{0}, {1} classes, {2}")
    @CsvFileSource(resources = "/density/classes-limits.csv", numLinesToSkip = 1)
    void equalsClassInt(String set, int classes, String style, String limits) throws IOException {
        double[] expected = Arrays.stream(limits.split(" "))
                .mapToDouble(Double::parseDouble)
                .distinct()
                .toArray();

        double[] found = ClassBreaks.limits(values(set), ClassMethod.ofKey(style), classes);

        assertThat(found).hasSize(expected.length).containsExactly(expected, within(1e-9));
    }

    @Test
    void zeroAndWhatIsNoNumberAreInNoClass() {
        double[] limits = ClassBreaks.limits(new double[] {0, 0, Double.NaN, -3, 1, 2, 3, 4}, ClassMethod.QUANTILE, 2);

        assertThat(limits).containsExactly(2.5, 4);
        assertThat(ClassBreaks.classOf(limits, 0)).isEqualTo(-1);
        assertThat(ClassBreaks.classOf(limits, 2.5)).isZero();
        assertThat(ClassBreaks.classOf(limits, 2.6)).isEqualTo(1);
        assertThat(ClassBreaks.classOf(limits, 4)).isEqualTo(1);
        assertThat(ClassBreaks.classOf(limits, 5)).isEqualTo(-1);
    }

    @Test
    void printedLimitsHaveThreeDigitsAndLoseNoValue() {
        assertThat(ClassBreaks.printable(new double[] {0.12341, 0.12342, 18.8874, 1234.5, 5}))
                .containsExactly(0.124, 18.9, 1240, 5);
    }

    @Test
    void givenLimitsAreAscendingPositiveNumbers() {
        assertThat(ClassBreaks.given("0.5,2,10")).containsExactly(0.5, 2, 10);
        for (String wrong : new String[] {null, "", "0,1", "2,1", "1,1", "1,x", "1,Infinity", "1,2,3,4,5,6,7,8,9,10"}) {
            assertThatThrownBy(() -> ClassBreaks.given(wrong)).as(wrong).isInstanceOf(UserProblem.class);
        }
    }

    @Test
    void withoutAPositiveValueThereIsNoClassAndWithFewDistinctOnesThereAreFewer() {
        for (ClassMethod method : List.of(ClassMethod.QUANTILE, ClassMethod.JENKS, ClassMethod.EQUAL)) {
            assertThat(ClassBreaks.limits(new double[] {0, 0}, method, 5)).isEmpty();
            assertThat(ClassBreaks.limits(new double[] {3, 3, 3}, method, 5)).containsExactly(3);
        }
        assertThat(ClassBreaks.limits(new double[] {1, 7, 7, 1, 1}, ClassMethod.JENKS, 5))
                .containsExactly(1, 7);
    }

    /** {1, 2, 3}, {10, 11}, {50}: the squares are 2, 0.5 and 0; every other division of these in three has more. */
    @Test
    void naturalBreaksByHand() {
        assertThat(ClassBreaks.limits(new double[] {50, 2, 11, 1, 10, 3}, ClassMethod.JENKS, 3))
                .containsExactly(3, 11, 50);
    }

    /** As many areas and months as a province has: 200,000 different rates take less than a second or two. */
    @Test
    void naturalBreaksOfManyValuesDoNotGrowWithTheirSquare() {
        Random random = new Random(7);
        double[] values = random.doubles(200_000, 0, 100).toArray();

        long begin = System.nanoTime();
        double[] limits = ClassBreaks.limits(values, ClassMethod.JENKS, 5);

        // Of an even spread, breaks are at equal distances.
        assertThat(limits).hasSize(5).satisfies(found -> assertThat(found[0]).isBetween(19.0, 21.0));
        assertThat((System.nanoTime() - begin) / 1e9).isLessThan(20);
    }

    private static double[] values(String set) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ClassBreaksTests.class.getResourceAsStream("/density/classes-values.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(set + ","))
                    .mapToDouble(line -> Double.parseDouble(line.substring(set.length() + 1)))
                    .toArray();
        }
    }
}
