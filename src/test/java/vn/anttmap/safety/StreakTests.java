package vn.anttmap.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.anttmap.safety.SafetyStatus.NOT_CONSIDERED;
import static vn.anttmap.safety.SafetyStatus.NOT_RECOGNISED;
import static vn.anttmap.safety.SafetyStatus.RECOGNISED;
import static vn.anttmap.safety.SafetyStatus.REGISTERED;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StreakTests {

    @Test
    void countsRecognisedYearsBackFromTheLastThatWasDecided() {
        assertThat(streak(Map.of(2016, RECOGNISED, 2017, RECOGNISED, 2018, RECOGNISED)))
                .isEqualTo(3);
        assertThat(streak(Map.of(2016, NOT_RECOGNISED, 2017, RECOGNISED, 2018, RECOGNISED)))
                .isEqualTo(2);
        assertThat(streak(Map.of(2017, RECOGNISED, 2018, NOT_RECOGNISED))).isZero();
    }

    @Test
    void aYearThatIsNotDecidedYetDoesNotEndIt() {
        assertThat(streak(Map.of(2017, RECOGNISED, 2018, RECOGNISED, 2019, REGISTERED)))
                .isEqualTo(2);
    }

    @Test
    void aYearWithoutRecordOrNotConsideredEndsIt() {
        assertThat(streak(Map.of(2016, RECOGNISED, 2018, RECOGNISED))).isEqualTo(1);
        assertThat(streak(Map.of(2016, RECOGNISED, 2017, NOT_CONSIDERED, 2018, RECOGNISED)))
                .isEqualTo(1);
        assertThat(streak(Map.of())).isZero();
    }

    private static int streak(Map<Integer, SafetyStatus> statuses) {
        return StatusYears.streak(new TreeMap<>(statuses));
    }
}
