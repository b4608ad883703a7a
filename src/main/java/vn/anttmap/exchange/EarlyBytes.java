package vn.anttmap.exchange;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Sends the first bytes of a file ahead, one at a time, while the file is still being made: a reader who left is noticed
 * when a byte cannot be sent, and proxies do not take a long silence for a dead service. The bytes are those that every file
 * of the format begins with, so they say nothing; when the file itself comes, they are left out of it.
 *
 * <p>The first goes after two seconds, so that what fails before can still be explained. A failure after it has to cut the
 * connection, as for every file that broke off. The pause grows by a quarter each time: few bytes reach far.
 *
 * <p>For one thread, whose rows are read.
 */
final class EarlyBytes extends FilterOutputStream {

    /** Sends a byte where it is time to. */
    @FunctionalInterface
    interface Heartbeat {

        /** A file that leaves at once, or is small, needs none. */
        Heartbeat NONE = () -> {};

        /** @throws IOException if the reader left */
        void beat() throws IOException;
    }

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final double GROWTH = 1.25;

    private final byte[] beginning;
    private int sent;

    /** How many of those sent the file itself has come to. */
    private int seen;

    private boolean begun;
    private double pauseNanos;
    private long next;

    /** @param beginning what the file begins with in any case */
    EarlyBytes(OutputStream target, byte[] beginning) {
        this(target, beginning, FIRST_PAUSE);
    }

    EarlyBytes(OutputStream target, byte[] beginning, Duration firstPause) {
        super(target);
        this.beginning = beginning.clone();
        this.pauseNanos = firstPause.toNanos();
        this.next = System.nanoTime() + firstPause.toNanos();
    }

    /**
     * Sends the next byte if it is time to.
     *
     * @throws IOException if the reader left
     */
    void beat() throws IOException {
        if (sent == beginning.length || begun || System.nanoTime() - next < 0) {
            return;
        }
        out.write(beginning[sent]);
        sent++;
        out.flush();
        pauseNanos *= GROWTH;
        next = System.nanoTime() + (long) pauseNanos;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    /** @throws IOException if the file begins with something else than was sent */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int known = Math.min(sent - seen, length);
        for (int i = 0; i < known; i++) {
            if (bytes[offset + i] != beginning[seen + i]) {
                throw new IOException("byte " + (seen + i) + " of the file is not what was sent ahead");
            }
        }
        seen += known;
        begun = true;
        out.write(bytes, offset + known, length - known);
    }
}
