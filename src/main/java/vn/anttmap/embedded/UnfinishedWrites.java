package vn.anttmap.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.db.MVIndex;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionMap;
import org.h2.table.Table;
import org.h2.value.VersionedValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back what transactions that were cut off left in the file of an embedded database. H2 does so itself by its list of
 * what each transaction changed, but the list and the tables get into the file one after the other (h2database issue 2080,
 * pull request 1222): a change can be there without its place in the list. Such a change belongs to whichever transaction
 * gets the same number later, and in a unique index it keeps everybody else from writing the same key for ever. So after each
 * end that was not in good order all tables and indexes are gone through, about a second for each 100 MB. There are no spatial indexes in such a file, as a kill makes it unreadable then.
 */
public final class UnfinishedWrites {

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedWrites.class);

    private static final String FILE = "jdbc:h2:file:";
    private static final int HEADER_BYTES = 4096;

    /** What H2 writes into the head of a file that it closed in good order, and takes away with the first write. */
    private static final String CLOSED_WELL = ",clean:1,";

    private UnfinishedWrites() {}

    /**
     * To be called before anybody else opens the database. Does nothing for other databases, and for a file that is not there
     * or was closed in good order.
     *
     * @param url JDBC
     * @return how many changes were taken back
     * @throws SQLException if the database cannot be opened
     */
    public static long takeBack(String url, String username, String password) throws SQLException {
        Path file = file(url).orElse(null);
        if (file == null || closedWell(file)) {
            return 0;
        }
        try (Connection connection = DriverManager.getConnection(url, username, password)) {
            return takeBack(connection);
        }
    }

    /** The file of an embedded database. @return empty for any other */
    public static Optional<Path> file(String url) {
        if (!url.startsWith(FILE)) {
            return Optional.empty();
        }
        String path = url.substring(FILE.length()).replaceFirst(";.*", "");
        String home = System.getProperty("user.home").replace("\\", "/");
        return Optional.of(Path.of(path.replaceFirst("^~(?=/)", home) + ".mv.db"));
    }

    /** Whether the file needs no looking through: it is not there, or its head says that it was closed in good order. */
    static boolean closedWell(Path file) {
        if (!Files.exists(file)) {
            return true;
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            String head = new String(bytes.readNBytes(HEADER_BYTES), StandardCharsets.ISO_8859_1);
            return head.lines().findFirst().orElse("").contains(CLOSED_WELL);
        } catch (IOException e) {
            LOG.debug("the head of the database cannot be read", e);
            return false;
        }
    }

    /** The open database that a connection belongs to. */
    static Database database(Connection connection) throws SQLException {
        return ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession()).getDatabase();
    }

    /** @return how many changes were taken back; none where somebody else is connected already */
    static long takeBack(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set exclusive 1");
            Database database = database(connection);
            // Who is there already may be in the middle of a transaction; then the file was opened before, and looked
            // at.
            long changes = database.getSessions(false).length > 1 ? 0 : takeBack(database);
            statement.execute("set exclusive 0");
            if (changes > 0) {
                LOG.warn(
                        "the database was not closed in good order: {} changes of transactions that never ended were taken back",
                        changes);
            }
            return changes;
        }
    }

    private static long takeBack(Database database) {
        Transaction transaction = database.getStore().getTransactionStore().begin();
        long changes = 0;
        for (Table table : database.getAllTablesAndViews()) {
            if (table.getIndexes() != null) {
                for (Index index : table.getIndexes()) {
                    if (index instanceof MVIndex<?, ?> stored) {
                        changes += takeBack(transaction, stored.getMVMap());
                    }
                }
            }
        }
        transaction.commit();
        database.getStore().getMvStore().commit();
        return changes;
    }

    private static <K, V> long takeBack(Transaction transaction, MVMap<K, VersionedValue<V>> map) {
        long changes = 0;
        TransactionMap<K, V> changed = transaction.openMapX(map);
        for (Map.Entry<K, VersionedValue<V>> entry : map.entrySet()) {
            // No transaction is open but ours, which has not been here before.
            if (!entry.getValue().isCommitted()) {
                V before = entry.getValue().getCommittedValue();
                if (before == null) {
                    changed.remove(entry.getKey());
                } else {
                    changed.put(entry.getKey(), before);
                }
                changes++;
            }
        }
        return changes;
    }
}
