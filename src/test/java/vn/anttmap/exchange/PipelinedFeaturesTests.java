package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.locationtech.jts.geom.Geometry;

/** Rows that are written on a thread of their own: all of them, in order, and failures where the caller sees them. */
@Timeout(30)
class PipelinedFeaturesTests {

    private static final int MANY = 5_000;

    private final List<Integer> written = new ArrayList<>();
    private final List<String> threads = new ArrayList<>();
    private boolean finished;
    private boolean closed;
    private @Nullable RowTaken onRow;

    /** What happens when a row is written. */
    private interface RowTaken {
        void row(int number) throws IOException;
    }

    private class Writer implements FeatureWriter {

        @Override
        public void write(@Nullable Geometry wgs84, @Nullable Object... values) throws IOException {
            int number = (Integer) values[0];
            if (onRow != null) {
                onRow.row(number);
            }
            written.add(number);
            threads.add(Thread.currentThread().getName());
        }

        @Override
        public long rows() {
            return written.size();
        }

        @Override
        public void finish() {
            finished = true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void writesEveryRowInOrderOnOneOtherThreadAndFinishesOnTheCallers() throws IOException {
        try (FeatureWriter pipelined = new PipelinedFeatures(new Writer())) {
            for (int i = 0; i < MANY; i++) {
                pipelined.write(null, i);
            }
            assertThat(pipelined.rows()).isEqualTo(MANY);
            pipelined.finish();
            assertThat(written).isEqualTo(IntStream.range(0, MANY).boxed().toList());
        }
        assertThat(threads).containsOnly("export-writer");
        assertThat(finished).isTrue();
        assertThat(closed).isTrue();
    }

    @Test
    void aFewRowsNeedNoThread() throws IOException {
        try (FeatureWriter pipelined = new PipelinedFeatures(new Writer())) {
            pipelined.write(null, 1);
            pipelined.write(null, 2);
            pipelined.finish();
        }
        assertThat(written).containsExactly(1, 2);
        assertThat(threads).containsOnly(Thread.currentThread().getName());
    }

    @Test
    void aFailureReachesTheCallerAsItWasAndTheLayerIsNotFinished() {
        IllegalArgumentException failure = new IllegalArgumentException("row 300 does not fit");
        onRow = number -> {
            if (number == 300) {
                throw failure;
            }
        };
        assertThatThrownBy(() -> {
                    try (FeatureWriter pipelined = new PipelinedFeatures(new Writer())) {
                        for (int i = 0; i < 1_000_000; i++) {
                            pipelined.write(null, i);
                        }
                        pipelined.finish();
                    }
                })
                .isSameAs(failure);
        assertThat(written).hasSize(300);
        assertThat(finished).isFalse();
        assertThat(closed).isTrue();
    }

    @Test
    void aFailureOfTheLastRowsIsSeenWhenTheLayerEnds() {
        IOException failure = new IOException("no space left on device");
        onRow = number -> {
            if (number == MANY - 1) {
                throw failure;
            }
        };
        assertThatThrownBy(() -> {
                    try (FeatureWriter pipelined = new PipelinedFeatures(new Writer())) {
                        for (int i = 0; i < MANY; i++) {
                            pipelined.write(null, i);
                        }
                        pipelined.finish();
                    }
                })
                .isSameAs(failure);
        assertThat(finished).isFalse();
    }

    @Test
    void closingBeforeTheEndStopsTheThread() throws IOException, InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        onRow = number -> busy.countDown();
        FeatureWriter pipelined = new PipelinedFeatures(new Writer());
        for (int i = 0; i < 600; i++) {
            pipelined.write(null, i);
        }
        busy.await();
        pipelined.close();
        int then = written.size();
        assertThat(closed).isTrue();
        assertThat(finished).isFalse();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("export-writer");
        assertThat(written).hasSize(then);
    }
}
