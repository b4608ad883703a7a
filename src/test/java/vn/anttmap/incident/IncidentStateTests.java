package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which step may follow which, cell by cell. */
class IncidentStateTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # from,      received, verifying, resolved, transferred, not_a_case
            RECEIVED,    false,    true,      true,     true,        true
            VERIFYING,   false,    false,     true,     true,        true
            RESOLVED,    false,    true,      false,    false,       false
            TRANSFERRED, false,    true,      false,    false,       false
            NOT_A_CASE,  false,    true,      false,    false,       false
            """)
    void onlyTheseStepsFollow(
            IncidentState from,
            boolean received,
            boolean verifying,
            boolean resolved,
            boolean transferred,
            boolean notACase) {
        boolean[] expected = {received, verifying, resolved, transferred, notACase};

        for (IncidentState to : IncidentState.values()) {
            assertThat(to.mayFollow(from)).as("%s to %s", from, to).isEqualTo(expected[to.ordinal()]);
            assertThat(from.next().contains(to)).isEqualTo(expected[to.ordinal()]);
        }
    }
}
