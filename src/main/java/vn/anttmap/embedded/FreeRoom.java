package vn.anttmap.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Whether the disk takes more, found out by writing beside the database and asked no more than once a second. */
final class FreeRoom {

    private static final int PROBE_BYTES = 1 << 20;
    private static final long ASK_AGAIN_NANOS = 1_000_000_000;

    private final Path file;
    private @Nullable IOException full;
    private long askedAtNanos;

    /** @param file of the database */
    FreeRoom(Path file) {
        this.file = file;
    }

    /** @throws SQLTransientConnectionException if there is none, with what was said against a write as its cause */
    synchronized void require() throws SQLTransientConnectionException {
        if (full == null || System.nanoTime() - askedAtNanos > ASK_AGAIN_NANOS) {
            full = probe();
            askedAtNanos = System.nanoTime();
        }
        IOException said = full;
        if (said != null) {
            throw new SQLTransientConnectionException("there is no room for the database", said);
        }
    }

    /** Whether a file beside the database's may take a megabyte, and be larger than it. @return what was said against it */
    private @Nullable IOException probe() {
        Path folder = file.toAbsolutePath().getParent();
        Path probe = folder.resolve("room-" + ProcessHandle.current().pid() + ".tmp");
        try {
            long beyond = (Files.exists(file) ? Files.size(file) : 0) + PROBE_BYTES;
            try (FileChannel channel = FileChannel.open(probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.allocate(PROBE_BYTES);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.write(ByteBuffer.allocate(1), beyond);
                channel.force(true);
            }
            return null;
        } catch (IOException e) {
            return e;
        } finally {
            try {
                Files.deleteIfExists(probe);
            } catch (IOException e) {
                // It is small, and the next one has the same name.
            }
        }
    }
}
