package vn.anttmap.exchange;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes rows on a thread of its own while the caller reads the next ones: the database, which waits for its reader between
 * two portions, and the encoding take their time beside each other and not one after the other.
 *
 * <p>A layer of a few rows never starts the thread. What waits is bounded by places, not only by rows, so that communes of
 * twenty thousand vertices need no more memory than points. A failure of the thread is thrown by the caller's next call,
 * as it was. The rows of one layer are written in their order; {@link #finish()} and {@link #close()} of the writer run on the
 * caller's thread.
 */
final class PipelinedFeatures implements FeatureWriter {

    private static final int ROWS_OF_BATCH = 256;
    private static final int PLACES_OF_BATCH = 16_384;
    private static final int BATCHES_WAITING = 4;
    private static final long LOOK_MILLIS = 200;

    private record Row(@Nullable Geometry wgs84, @Nullable Object[] values) {}

    private final FeatureWriter writer;
    private final EarlyBytes.Heartbeat heartbeat;
    private final BlockingQueue<List<Row>> waiting = new ArrayBlockingQueue<>(BATCHES_WAITING);
    private List<Row> batch = new ArrayList<>();
    private int placesOfBatch;
    private long rows;
    private @Nullable Thread thread;
    private volatile @Nullable Throwable failure;

    /** @param writer used by nobody else until this one is closed, which closes it, too */
    PipelinedFeatures(FeatureWriter writer) {
        this(writer, EarlyBytes.Heartbeat.NONE);
    }

    /**
     * @param writer used by nobody else until this one is closed, which closes it, too
     * @param heartbeat asked on the caller's thread with each portion
     */
    PipelinedFeatures(FeatureWriter writer, EarlyBytes.Heartbeat heartbeat) {
        this.writer = writer;
        this.heartbeat = heartbeat;
    }

    @Override
    public void write(@Nullable Geometry wgs84, @Nullable Object... values) throws IOException {
        batch.add(new Row(wgs84, values));
        rows++;
        placesOfBatch += wgs84 == null ? 0 : wgs84.getNumPoints();
        if (batch.size() >= ROWS_OF_BATCH || placesOfBatch >= PLACES_OF_BATCH) {
            hand(batch);
            batch = new ArrayList<>(ROWS_OF_BATCH);
            placesOfBatch = 0;
        }
    }

    /** How many rows were taken; the writer may still be busy with the last of them. */
    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void finish() throws IOException {
        if (thread == null) {
            writeAll(batch);
        } else {
            hand(batch);
            // An empty batch ends the thread.
            hand(List.of());
            join(thread);
            rethrow();
        }
        batch = List.of();
        writer.finish();
    }

    @Override
    public void close() throws IOException {
        try {
            if (thread != null) {
                thread.interrupt();
                join(thread);
            }
        } finally {
            writer.close();
        }
    }

    private void hand(List<Row> next) throws IOException {
        if (thread == null) {
            thread = new Thread(this::work, "export-writer");
            thread.setDaemon(true);
            thread.start();
        }
        try {
            do {
                rethrow();
                heartbeat.beat();
            } while (!waiting.offer(next, LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the export was interrupted");
        }
    }

    private void work() {
        try {
            for (List<Row> next = waiting.take(); !next.isEmpty(); next = waiting.take()) {
                writeAll(next);
            }
        } catch (InterruptedException e) {
            // Closed before it was finished.
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }

    private void writeAll(List<Row> next) throws IOException {
        for (Row row : next) {
            writer.write(row.wgs84(), row.values());
        }
    }

    private void rethrow() throws IOException {
        Throwable thrown = failure;
        if (thrown instanceof IOException e) {
            throw e;
        }
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }

    private static void join(Thread thread) throws InterruptedIOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the export was interrupted");
        }
    }
}
