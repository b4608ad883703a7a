package vn.anttmap.embedded;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * An embedded database that closed itself for want of room is opened again only when there is room. Opened on a full disk, it
 * closes itself again at any moment from a thread of its own, and H2 2.4 lets a statement that begins just then run round in
 * circles for ever instead of failing ({@code MVStore.registerVersionUsage}).
 */
final class ReopenedDatabase extends DelegatingDataSource {

    private static final int PROBE_BYTES = 1 << 20;
    private static final long ASK_AGAIN_NANOS = 1_000_000_000;

    private final HikariDataSource pool;
    private final Path file;
    private final SerialCommits commits = new SerialCommits();
    private long handled = ClosedDatabase.closed();
    private volatile @Nullable IOException noRoom;
    private long lookedAtNanos;

    /** @param file of the database */
    ReopenedDatabase(HikariDataSource pool, Path file) {
        super(pool);
        this.pool = pool;
        this.file = file;
    }

    @Override
    public Connection getConnection() throws SQLException {
        look();
        return commits.of(pool.getConnection());
    }

    private synchronized void look() throws SQLException {
        long closed = ClosedDatabase.closed();
        if (closed == handled && noRoom == null) {
            return;
        }
        if (noRoom == null || System.nanoTime() - lookedAtNanos > ASK_AGAIN_NANOS) {
            noRoom = probe();
            lookedAtNanos = System.nanoTime();
        }
        IOException full = noRoom;
        if (full != null) {
            throw new SQLTransientConnectionException("there is no room for the database", full);
        }
        handled = closed;
        // Those that are left belong to the database as it was before it closed.
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        if (connections != null) {
            connections.softEvictConnections();
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
