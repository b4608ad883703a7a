package vn.anttmap.density.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.anttmap.problem.UserProblem;

class SurfaceClassesTests {

    @Test
    void limitsAreMultiplesOfARoundNumber() {
        // 37 / 6 = 6.2, the next round one is 8; 51 / 6 = 8.5 and 10; 28.8 / 6 = 4.8 and 5.
        assertThat(SurfaceClasses.below(37).breaks()).containsExactly(8.0, 16.0, 24.0, 32.0);
        assertThat(SurfaceClasses.below(51).breaks()).containsExactly(10.0, 20.0, 30.0, 40.0, 50.0);
        assertThat(SurfaceClasses.below(28.8).breaks()).containsExactly(5.0, 10.0, 15.0, 20.0, 25.0);
        assertThat(SurfaceClasses.below(60).breaks()).containsExactly(10.0, 20.0, 30.0, 40.0, 50.0);
        assertThat(SurfaceClasses.below(0.03).breaks()).containsExactly(0.005, 0.01, 0.015, 0.02, 0.025);
        assertThat(SurfaceClasses.below(0).breaks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, -1", "-1, -1", "0.05, -1", "0.06, 0", "1, 0", "1.01, 1", "2, 1", "5, 2", "5.1, 3"})
    void aLimitBelongsToTheClassBelowItAndTheLowestBeginsAtATwentiethOfItsEnd(double value, int expected) {
        assertThat(new SurfaceClasses(java.util.List.of(1.0, 2.0, 5.0)).classOf(value))
                .isEqualTo(expected);
    }

    @Test
    void eachClassIsDarkerThanTheOneBefore() {
        for (double maximum : new double[] {0.4, 3, 37, 900}) {
            double before = 300;
            for (SurfaceClasses.SurfaceClass each :
                    SurfaceClasses.below(maximum).list()) {
                java.awt.Color colour = java.awt.Color.decode(each.colour());
                double light = 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
                assertThat(light).isLessThan(before - 10);
                before = light;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "2,1", "1,1", "0,1", "-1", "1,2,3,4,5,6", "1,,2", "NaN", "1,Infinity"})
    void limitsThatAreNoAscendingRowAreRefused(String text) {
        assertThatThrownBy(() -> SurfaceClasses.parse(text))
                .isInstanceOfSatisfying(
                        UserProblem.class, problem -> assertThat(problem.key()).isEqualTo("surface-breaks-invalid"));
    }
}
