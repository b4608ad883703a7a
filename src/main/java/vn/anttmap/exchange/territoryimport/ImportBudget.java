package vn.anttmap.exchange.territoryimport;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What one file may still take: places, memory and time. Memory is counted where a file makes it grow, by what a place or a
 * cell comes to in all its copies; the collector's own figure is of all users together. Safe to share between threads.
 */
final class ImportBudget {

    /** Read, transformed, repaired and shown: four coordinates with their arrays. */
    private static final long BYTES_PER_PLACE = 160;

    private static final long BYTES_PER_CELL = 24;

    /** Of the heap, for one file; two are looked at, at once, and the rest is everybody's. */
    private static final double SHARE_OF_HEAP = 0.4;

    private final TerritoryImportSettings limits;
    private final long largestBytes;
    private final long endNanos;
    private final AtomicLong places = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean stopped;

    ImportBudget(TerritoryImportSettings limits) {
        this.limits = limits;
        this.largestBytes = Math.min(limits.largestMemoryBytes(), (long)
                (SHARE_OF_HEAP * Runtime.getRuntime().maxMemory()));
        this.endNanos = System.nanoTime() + limits.longestLook().toNanos();
    }

    /** @throws vn.anttmap.problem.UserProblem when the file has more places, or takes more memory, than one may */
    void places(int count) {
        if (places.addAndGet(count) > limits.mostVertices()) {
            throw BadFile.of("import-vertices-many", limits.mostVertices());
        }
        bytes(count * BYTES_PER_PLACE);
    }

    /** @param length in bytes of one cell of the table */
    void cell(int length) {
        bytes(BYTES_PER_CELL + length);
    }

    void bytes(long count) {
        if (bytes.addAndGet(count) > largestBytes) {
            throw tooLarge();
        }
    }

    vn.anttmap.problem.UserProblem tooLarge() {
        return BadFile.of("import-memory", largestBytes / 1_048_576);
    }

    /** To be called between two steps of the work. */
    void tick() {
        if (stopped || System.nanoTime() - endNanos > 0) {
            throw tooSlow();
        }
    }

    boolean isOver() {
        return stopped || System.nanoTime() - endNanos > 0;
    }

    /** Nobody waits for the answer any more. */
    void stop() {
        stopped = true;
    }

    vn.anttmap.problem.UserProblem tooSlow() {
        return BadFile.of("import-too-slow", limits.longestLook().toSeconds());
    }
}
