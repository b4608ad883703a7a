package vn.anttmap.density.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.anttmap.problem.UserProblem;

/** What becomes of an area over the windows, and how a period is cut into them. */
class HotSpotTrendsTests {

    /** h: hot, -: not; windows in order. */
    @ParameterizedTest
    @CsvSource({
        "----, NONE",
        "---h, NEW",
        "hhhh, PERSISTENT",
        "-hhh, PERSISTENT",
        "h--h, SPORADIC",
        "--hh, SPORADIC",
        "hhh-, FADING",
        "h---, FADING",
        "h, PERSISTENT",
        "-, NONE"
    })
    void anAreaIsNamedAfterTheWindowsInWhichItIsHot(String windows, HotSpotSeries.Trend trend) {
        List<Boolean> hot = windows.chars().mapToObj(each -> each == 'h').toList();

        assertThat(HotSpotSeries.Trend.of(hot)).isEqualTo(trend);
    }

    @Test
    void aPeriodIsCutAtCalendarQuartersAndItsEndsStay() {
        assertThat(spans("2018-02-10", "2018-10-03", "quarter"))
                .containsExactly(
                        "2018-02-10/2018-03-31",
                        "2018-04-01/2018-06-30",
                        "2018-07-01/2018-09-30",
                        "2018-10-01/2018-10-03");
        assertThat(spans("2018-12-31", "2019-07-01", "half-year"))
                .containsExactly("2018-12-31/2018-12-31", "2019-01-01/2019-06-30", "2019-07-01/2019-07-01");
        assertThat(spans("2018-05-05", "2018-05-05", "year")).containsExactly("2018-05-05/2018-05-05");
    }

    @Test
    void anUnknownStepAndTooManyWindowsAreRefused() {
        assertThatThrownBy(() -> spans("2018-01-01", "2018-12-31", "week"))
                .isInstanceOf(UserProblem.class)
                .hasFieldOrPropertyWithValue("key", "choice-unknown");
        assertThatThrownBy(() -> spans("2010-01-01", "2018-12-31", "quarter"))
                .isInstanceOf(UserProblem.class)
                .hasFieldOrPropertyWithValue("key", "hotspot-too-many-windows");
    }

    private static List<String> spans(String from, String to, String step) {
        return HotSpotTrends.spans(LocalDate.parse(from), LocalDate.parse(to), step).stream()
                .map(span ->
                        Arrays.stream(span).map(LocalDate::toString).collect(java.util.stream.Collectors.joining("/")))
                .toList();
    }
}
