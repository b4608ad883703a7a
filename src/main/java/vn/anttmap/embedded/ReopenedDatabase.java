package vn.anttmap.embedded;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * An embedded database that closed itself for want of room is opened again only when there is room. Opened on a full disk, it
 * closes itself again at any moment from a thread of its own, and H2 2.4 lets a statement that begins just then run round in
 * circles for ever instead of failing ({@code MVStore.registerVersionUsage}).
 */
final class ReopenedDatabase extends DelegatingDataSource {

    private final HikariDataSource pool;
    private final FreeRoom room;
    private final OpenedDatabase opened;
    private final SerialCommits commits = new SerialCommits();
    private long handled = ClosedDatabase.closed();
    private boolean full;

    /** @param pool not used yet @param file of the database */
    ReopenedDatabase(HikariDataSource pool, Path file) {
        super(pool);
        this.pool = pool;
        this.room = new FreeRoom(file);
        this.opened = new OpenedDatabase(pool.getJdbcUrl(), file, room);
        pool.setDataSource(opened);
    }

    @Override
    public Connection getConnection() throws SQLException {
        look();
        return commits.of(pool.getConnection());
    }

    /** Whoever asks while there is no room is told at once, and does not wait for the pool. */
    private synchronized void look() throws SQLException {
        long closed = ClosedDatabase.closed();
        if (closed == handled && !full && !opened.isClosed()) {
            return;
        }
        full = true;
        room.require();
        full = false;
        handled = closed;
        // Those that are left belong to the database as it was before it closed.
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        if (connections != null) {
            connections.softEvictConnections();
        }
    }
}
