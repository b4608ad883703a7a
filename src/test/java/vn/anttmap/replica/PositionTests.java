package vn.anttmap.replica;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** PostgreSQL's log has pages of 8,192 bytes with a header of 24, the first of a file one of 40. */
class PositionTests {

    @Test
    void behindThePagesHeaderNothingIsWritten() {
        assertThat(written(8192 + 24)).isEqualTo(8192);
        assertThat(written(16 * 1024 * 1024 + 40)).isEqualTo(16 * 1024 * 1024);
        assertThat(written(8192)).isEqualTo(8192);
    }

    @Test
    void elsewhereTheNextRecordBeginsWhereTheLastEnded() {
        assertThat(written(8192 + 48)).isEqualTo(8192 + 48);
        assertThat(written(16383)).isEqualTo(16383);
    }

    private static long written(long next) {
        return Position.of("1", 1, next, 8192).written();
    }
}
