package vn.anttmap.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class MapScaleTests {

    /** 720 points are ten inches, 0.254 m: 2,540 m on them is 1:10.000 exactly. */
    @Test
    void isTheLargestRoundScaleAtWhichTheGroundFits() {
        assertThat(scale(2540, 100).denominator()).isEqualTo(10_000);
        assertThat(scale(2541, 100).denominator()).isEqualTo(15_000);
        assertThat(scale(100, 2540 / 2).denominator()).isEqualTo(10_000);
    }

    @Test
    void aKilometreAtOneToTenThousandIsTenCentimetres() {
        // 10 cm are 10 / 2.54 inches of 72 points: 283.46 points.
        assertThat(scale(2540, 100).points(1000)).isCloseTo(283.46, within(0.01));
    }

    @Test
    void theMiddleOfTheGroundLiesInTheMiddleOfTheFrame() {
        MapScale scale = MapScale.fitting(new Envelope(500, 1500, 2_000_000, 2_000_500), 10, 20, 720, 360);

        assertThat(scale.x(1000)).isEqualTo(370);
        assertThat(scale.y(2_000_250)).isEqualTo(200);
        assertThat(scale.y(2_000_350)).isGreaterThan(200);
    }

    /** At 1:10.000, 130 points are 458.6 m: the longest round bar has 200 m. */
    @Test
    void theScaleBarHasARoundLengthThatFits() {
        assertThat(scale(2540, 100).barMeters(130)).isEqualTo(200);
        assertThat(scale(2540, 100).barMeters(142)).isEqualTo(500);
    }

    @Property
    void everythingFits(
            @ForAll @DoubleRange(min = 50, max = 2_000_000) double width,
            @ForAll @DoubleRange(min = 50, max = 2_000_000) double height) {
        MapScale scale = scale(width, height);

        assertThat(scale.points(width)).isLessThanOrEqualTo(720.001);
        assertThat(scale.points(height)).isLessThanOrEqualTo(360.001);
        assertThat(scale.points(scale.barMeters(130))).isBetween(26.0, 130.001);
    }

    private static MapScale scale(double width, double height) {
        return MapScale.fitting(new Envelope(0, width, 0, height), 0, 0, 720, 360);
    }
}
