package vn.anttmap.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What archives need and the two databases do each in their way. */
interface Dialect {

    /**
     * Not to be carried to another place: Flyway's own record of what it did to this database, tables of the spatial
     * extension, and what is so at the moment only: who is signed in, which node does what and has which archives. A
     * restored service does not open to a browser for what was so at another time.
     */
    Set<String> LEFT_BEHIND = Set.of(
            "flyway_schema_history", "spatial_ref_sys", "account_session", "half_sign_in", "job_turn", "backup_made");

    /** {@code h2} or {@code postgresql}, as folders of migrations are called. */
    String vendor();

    /** Makes everything that this connection reads from now on the state of this one moment, streamed row by row. */
    void beginSnapshot(Connection connection) throws SQLException;

    /** Asks for (table_name, column_name, type) of every column that holds data, tables by name, columns in order. */
    String columnsQuery();

    /** How a statement selects a column. */
    String selected(Table.Column column);

    /** What stands for a value of the column in an insert. */
    String placeholder(Table.Column column);

    /** Next value of each sequence and identity column; never lower than what the snapshot's rows have used. */
    Map<String, Long> counters(Connection connection) throws SQLException;

    /** Rows may come in any order from now on. @return what {@link #checkReferences} needs */
    List<String> suspendReferences(Connection connection) throws SQLException;

    /** Ends that: every reference is looked at. @throws SQLException if one leads nowhere */
    void checkReferences(Connection connection, List<String> suspended) throws SQLException;

    /** All tables of the service that an archive holds, by name. */
    default List<Table> tables(Connection connection) throws SQLException {
        Map<String, List<Table.Column>> columns = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(columnsQuery())) {
            while (row.next()) {
                String table = row.getString(1);
                if (!LEFT_BEHIND.contains(table)) {
                    String name = row.getString(2);
                    columns.computeIfAbsent(table, key -> new ArrayList<>())
                            .add(new Table.Column(name, ColumnKind.of(table, name, row.getString(3))));
                }
            }
        }
        return columns.entrySet().stream()
                .map(entry -> new Table(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Takes one row as an archive holds it. */
    @FunctionalInterface
    interface Lines {
        void line(byte[] line) throws SQLException, java.io.IOException;
    }

    /** Reads a table row by row. */
    default void read(Connection connection, Table table, Lines lines) throws SQLException, java.io.IOException {
        String columns =
                table.columns().stream().map(this::selected).collect(java.util.stream.Collectors.joining(", "));
        try (PreparedStatement statement =
                connection.prepareStatement("select " + columns + " from \"" + table.name() + '"')) {
            statement.setFetchSize(500);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.line(Rows.line(table, row));
                }
            }
        }
    }

    /** @param counter a sequence, or table and column with a dot */
    default void setCounter(Connection connection, String counter, long next) throws SQLException {
        int dot = counter.indexOf('.');
        execute(
                connection,
                dot < 0
                        ? "alter sequence \"" + counter + "\" restart with " + next
                        : "alter table \"" + counter.substring(0, dot) + "\" alter column \""
                                + counter.substring(dot + 1) + "\" restart with " + next);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    /** Pairs of a name and a number. */
    static void numbers(Connection connection, String sql, Map<String, Long> into) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                into.put(row.getString(1), row.getLong(2));
            }
        }
    }
}
