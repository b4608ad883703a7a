package vn.anttmap.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.engine.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connects the pool to a database in a file. Whenever that opens the file anew, at the start or after the database closed
 * itself, what was cut off is taken back before anybody else gets in ({@link UnfinishedWrites}).
 */
final class OpenedDatabase extends AbstractDataSource {

    private final String url;
    private final Path file;
    private final FreeRoom room;
    private volatile @Nullable Database open;

    /** @param url JDBC @param file of the database */
    OpenedDatabase(String url, Path file, FreeRoom room) {
        this.url = url;
        this.file = file;
        this.room = room;
    }

    /** Whether the database was open and has closed itself. */
    boolean isClosed() {
        Database database = open;
        return database != null
                && (database.isClosing() || database.getStore().getMvStore().isClosed());
    }

    @Override
    public synchronized Connection getConnection(@Nullable String username, @Nullable String password)
            throws SQLException {
        if (isClosed()) {
            room.require();
        }
        boolean closedWell = UnfinishedWrites.closedWell(file);
        Connection connection = DriverManager.getConnection(url, username, password);
        try {
            Database database = UnfinishedWrites.database(connection);
            if (database != open && !closedWell) {
                UnfinishedWrites.takeBack(connection);
            }
            open = database;
            return connection;
        } catch (SQLException | RuntimeException e) {
            try {
                connection.close();
            } catch (SQLException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(null, null);
    }

    /** A file is opened at once or not at all. */
    @Override
    public void setLoginTimeout(int seconds) {}
}
