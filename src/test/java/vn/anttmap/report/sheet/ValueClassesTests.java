package vn.anttmap.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.anttmap.report.sheet.ValueClasses.ValueClass;

/** The values and classes are those of src/test/js/classes.test.js, worked out by hand there. */
class ValueClassesTests {

    @Test
    void takesQuantilesAndRoundsThemToTwoDigits() {
        // Quantiles of ten values: the 2nd, 4th, 6th and 8th, and the largest.
        ValueClasses classes = ValueClasses.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0), false);

        assertThat(classes.list())
                .containsExactly(
                        new ValueClass(1, 2),
                        new ValueClass(2, 4),
                        new ValueClass(4, 6),
                        new ValueClass(6, 8),
                        new ValueClass(8, 10));
        assertThat(classes.indexOf(2)).isZero();
        assertThat(classes.indexOf(2.01)).isEqualTo(1);
        assertThat(classes.colourStep(4)).isEqualTo(4);
    }

    @Test
    void theLastLimitHoldsTheLargestValueAndTheFirstTheSmallest() {
        ValueClasses classes = ValueClasses.of(List.of(18.8901, 30.612), false);

        // 18.8901 down to 18 at the bottom and to 19 as a quantile; 30.612 up to 31.
        assertThat(classes.list()).containsExactly(new ValueClass(18, 19), new ValueClass(19, 31));
        assertThat(classes.indexOf(30.612)).isEqualTo(1);
    }

    @Test
    void zeroIsInNoClass() {
        assertThat(ValueClasses.of(List.of(0.0, 0.0), false).list()).isEmpty();
        assertThatThrownBy(() -> ValueClasses.of(List.of(0.0), true).indexOf(1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalValuesMakeOneClassOfTheMiddleColour() {
        ValueClasses classes = ValueClasses.of(List.of(3.0, 3.0, 3.0), true);

        assertThat(classes.list()).containsExactly(new ValueClass(3, 3));
        assertThat(classes.colourStep(0)).isEqualTo(2);
    }
}
