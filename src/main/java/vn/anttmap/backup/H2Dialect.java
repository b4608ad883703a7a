package vn.anttmap.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** H2 with H2GIS. */
final class H2Dialect implements Dialect {

    /** {@code org.h2.engine.Constants.TRANSACTION_SNAPSHOT}: what a transaction sees is fixed with its first statement. */
    private static final int SNAPSHOT = 6;

    @Override
    public String vendor() {
        return "h2";
    }

    @Override
    public void beginSnapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(SNAPSHOT);
        // Rows while they are read, not the whole answer first.
        Dialect.execute(connection, "set lazy_query_execution true");
        Dialect.texts(connection, "select count(*) from \"flyway_schema_history\"");
    }

    @Override
    public String columnsQuery() {
        return """
                select c.table_name, c.column_name, c.data_type
                from information_schema.columns c
                join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
                order by c.table_name, c.ordinal_position""";
    }

    @Override
    public String selected(Table.Column column) {
        return '"' + column.name() + '"';
    }

    @Override
    public String placeholder(Table.Column column) {
        return column.kind() == ColumnKind.GEOMETRY ? "cast(? as geometry)" : "?";
    }

    @Override
    public Map<String, Long> counters(Connection connection) throws SQLException {
        Map<String, Long> counters = new TreeMap<>();
        Dialect.numbers(connection, """
                select sequence_name, base_value from information_schema.sequences
                where sequence_schema = 'public'""", counters);
        Dialect.numbers(connection, """
                select concat(table_name, '.', column_name), identity_base from information_schema.columns
                where table_schema = 'public' and is_identity = 'YES'""", counters);
        counters.keySet().removeIf(name -> LEFT_BEHIND.contains(name.replaceFirst("\\..*", "")));
        return counters;
    }

    /** Works on the whole database, so nobody else may be in it. */
    @Override
    public List<String> suspendReferences(Connection connection) throws SQLException {
        Dialect.execute(connection, "set referential_integrity false");
        // What is read for the comparison comes row by row, too.
        Dialect.execute(connection, "set lazy_query_execution true");
        return Dialect.texts(connection, """
                select distinct table_name from information_schema.table_constraints
                where table_schema = 'public' and constraint_type = 'FOREIGN KEY' order by table_name""");
    }

    @Override
    public void checkReferences(Connection connection, List<String> suspended) throws SQLException {
        for (String table : suspended) {
            Dialect.execute(connection, "alter table \"" + table + "\" set referential_integrity true check");
        }
        Dialect.execute(connection, "set referential_integrity true");
    }
}
