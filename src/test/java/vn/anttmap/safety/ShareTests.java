package vn.anttmap.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTests {

    /** 25 × 0.7 = 17.5: sixteen (64 %) and seventeen (68 %) are too few. The others by hand in the same way. */
    @ParameterizedTest
    @CsvSource({"25,18", "10,7", "1,1", "2,2", "3,3", "6,5", "7,5", "100,70", "101,71", "0,0"})
    void seventyPercentIsRoundedUpToWholeAreas(int all, int needed) {
        assertThat(Share.seventyPercent("recognised", 0, all).needed()).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({"16,25,false", "17,25,false", "18,25,true", "25,25,true", "0,0,false"})
    void isReachedFromTheNeededNumberOnAndNeverByNone(int recognised, int all, boolean reached) {
        assertThat(Share.seventyPercent("recognised", recognised, all).reached())
                .isEqualTo(reached);
    }

    @Test
    void allMeansEveryOne() {
        assertThat(Share.all("registered", 139, 140).reached()).isFalse();
        assertThat(Share.all("registered", 140, 140).reached()).isTrue();
    }
}
