package vn.anttmap.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells as people in a commune office write them. */
class CellTextTests {

    @ParameterizedTest
    @CsvSource({
        "15/8/2019, 2019-08-15",
        "15-08-2019, 2019-08-15",
        "1.2.2020, 2020-02-01",
        "29/2/2020, 2020-02-29",
        "2019-08-15, 2019-08-15",
        "29/2/2019,",
        "8/15/2019,",
        "15/8/19,",
        "hôm qua,"
    })
    void readsDaysTheVietnameseWay(String text, @Nullable String day) {
        assertThat(CellText.day(text).map(Object::toString).orElse(null)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "14:30, 14:30",
        "7h, 07:00",
        "7h05, 07:05",
        "14 giờ 30, 14:30",
        "14g30, 14:30",
        "14:30:59, 14:30",
        "25:00,"
    })
    void readsTimes(String text, @Nullable String time) {
        assertThat(CellText.time(text).map(Object::toString).orElse(null)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15/8/2019 14:30",
                "14:30 15/8/2019",
                "14h30, 15/8/2019",
                "2019-08-15T14:30",
                "14:30 ngày 15/8/2019"
            })
    void readsMomentsEitherWayRound(String text) {
        assertThat(CellText.moment(text).map(Object::toString)).hasValue("2019-08-15T14:30");
    }

    @ParameterizedTest
    @CsvSource({"1500, 1500", "1.500, 1500", "1 500 000, 1500000", "0, 0", "1.5,", "-1,", "ba,"})
    void readsWholeNumbersWithPointsBetweenThousands(String text, @Nullable Long number) {
        assertThat(CellText.whole(text).orElse(null)).isEqualTo(number);
    }

    @Test
    void readsCoordinatesWithCommaOrPoint() {
        assertThat(CellText.coordinate("567627,8")).isEqualTo(567627.8);
        assertThat(CellText.coordinate("567627.8")).isEqualTo(567627.8);
        assertThat(CellText.coordinate("2.209.278,6")).isEqualTo(2209278.6);
        assertThat(CellText.coordinate("2,209,278.6")).isEqualTo(2209278.6);
        assertThat(CellText.coordinate("105,64806")).isEqualTo(105.64806);
        assertThat(CellText.coordinate("2.209.278")).isEqualTo(2209278);
        assertThat(CellText.meters("640.000")).isEqualTo(640_000);
        assertThat(CellText.meters("567627.8")).isEqualTo(567627.8);
        assertThat(CellText.coordinate("đây")).isNull();
        assertThat(CellText.coordinate("")).isNull();
    }
}
