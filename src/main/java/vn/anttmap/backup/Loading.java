package vn.anttmap.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings the rows of an archive into the tables that were made for them, and compares. */
final class Loading {

    private static final int BATCH = 500;

    private final Archive archive;
    private final Connection connection;
    private final Dialect dialect;
    private final Consumer<String> progress;

    Loading(Archive archive, Connection connection, Dialect dialect, Consumer<String> progress) {
        this.archive = archive;
        this.connection = connection;
        this.dialect = dialect;
        this.progress = progress;
    }

    /** All in one transaction, which ends with the connection where this throws. */
    void load(String name) throws IOException, SQLException, DamagedArchiveException {
        connection.setAutoCommit(false);
        Manifest manifest = archive.manifest();
        List<String> suspended = dialect.suspendReferences(connection);
        for (Table table : dialect.tables(connection)) {
            // What the migrations brought along is in the archive as it was in the end.
            Dialect.execute(connection, "delete from \"" + table.name() + '"');
        }
        for (Manifest.Content table : manifest.tables()) {
            load(table);
        }
        for (var counter : manifest.counters().entrySet()) {
            dialect.setCounter(connection, counter.getKey(), counter.getValue());
        }
        for (Manifest.Content table : manifest.tables()) {
            compare(table);
        }
        dialect.checkReferences(connection, suspended);
        record(name);
        connection.commit();
        progress.accept("All " + manifest.rows() + " rows of "
                + manifest.tables().size() + " tables are there, counted and compared.");
    }

    private void load(Manifest.Content content) throws IOException, SQLException, DamagedArchiveException {
        Table table = content.table();
        String values = table.columns().stream().map(dialect::placeholder).collect(Collectors.joining(", "));
        String insert = "insert into \"" + table.name() + "\" (" + table.columnNames() + ") values (" + values + ")";
        int[] waiting = {0};
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            archive.read(content, line -> {
                @Nullable Object[] row = Rows.values(line);
                for (int i = 0; i < row.length; i++) {
                    table.columns().get(i).kind().bind(statement, i + 1, row[i]);
                }
                statement.addBatch();
                if (++waiting[0] == BATCH) {
                    statement.executeBatch();
                    waiting[0] = 0;
                }
            });
            if (waiting[0] > 0) {
                statement.executeBatch();
            }
        } catch (SQLException e) {
            SQLException cause = e.getNextException() == null ? e : e.getNextException();
            throw new SQLException("table " + table.name() + ": " + cause.getMessage(), cause.getSQLState(), e);
        }
    }

    private void compare(Manifest.Content expected) throws IOException, SQLException {
        ContentDigest found = new ContentDigest();
        dialect.read(connection, expected.table(), found::add);
        if (found.rows() != expected.rows() || !found.text().equals(expected.content())) {
            throw new CommandException("Table " + expected.name() + " is not what the archive holds: " + found.rows()
                    + " rows for " + expected.rows() + ", or other contents. Nothing was kept of it.");
        }
    }

    /** The trail goes on from here, and says so. */
    private void record(String name) throws SQLException {
        try (PreparedStatement entry = connection.prepareStatement(
                "insert into audit_entry (at, username, action, detail) values (?, ?, ?, ?)")) {
            entry.setObject(1, OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS));
            entry.setString(2, "-");
            entry.setString(3, "backup-restored");
            entry.setString(4, "name=" + name);
            entry.executeUpdate();
        }
    }
}
