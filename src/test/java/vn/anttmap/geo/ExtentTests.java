package vn.anttmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtentTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        105.8,21.0,105.9,21.1
        105.8, 21.0 ,105.9, 21.1
        105.8,21.0,-5,105.9,21.1,300
        """)
    void readsFourNumbersOrSixWithHeights(String text) {
        assertThat(Extent.parse(text)).isEqualTo(new Extent(105.8, 21.0, 105.9, 21.1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        105.8,21.0,105.9      | bbox has 3 numbers; send 4
        ''                    | bbox has 0 numbers; send 4
        105.8,21.0,105.9,     | bbox number 4 is not a number
        105.8,21.0,x,21.1     | bbox number 3 is not a number
        NaN,21.0,105.9,21.1   | bbox number 1 is not a number
        0x1p3,21.0,105.9,21.1 | bbox number 1 is not a number
        1e999,21.0,105.9,21.1 | bbox goes beyond the Earth
        21.0,105.8,21.1,105.9 | bbox goes beyond the Earth
        105.9,21.0,105.8,21.1 | west side east of its east side
        105.8,21.1,105.9,21.0 | south side north of its north side
        """)
    void saysWhatIsWrongAndWhatToSend(String text, String message) {
        assertThatThrownBy(() -> Extent.parse(text))
                .isInstanceOf(BadExtentException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("send")
                .extracting(e -> ((BadExtentException) e).received())
                .isEqualTo(text);
    }

    @Test
    void coversAGeometry() {
        Extent extent = Extent.of(Wgs84.FACTORY.createMultiPoint(
                new org.locationtech.jts.geom.Point[] {Wgs84.point(106, 20), Wgs84.point(105, 22)}));
        assertThat(extent.toArray()).containsExactly(105, 20, 106, 22);
        assertThat((Object) extent.toEnvelope()).isEqualTo(new org.locationtech.jts.geom.Envelope(105, 106, 20, 22));
    }

    @Test
    void hasNoneForAnEmptyGeometry() {
        assertThatThrownBy(() -> Extent.of(Wgs84.FACTORY.createPoint()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty");
    }
}
