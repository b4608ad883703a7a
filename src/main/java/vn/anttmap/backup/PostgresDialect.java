package vn.anttmap.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** PostgreSQL with PostGIS. */
final class PostgresDialect implements Dialect {

    @Override
    public String vendor() {
        return "postgresql";
    }

    @Override
    public void beginSnapshot(Connection connection) throws SQLException {
        // The driver streams inside a transaction only.
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        Dialect.texts(connection, "select count(*) from flyway_schema_history");
    }

    @Override
    public String columnsQuery() {
        return """
                select c.table_name, c.column_name, c.udt_name
                from information_schema.columns c
                join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
                order by c.table_name, c.ordinal_position""";
    }

    @Override
    public String selected(Table.Column column) {
        String name = '"' + column.name() + '"';
        return column.kind() == ColumnKind.GEOMETRY ? "st_asewkb(" + name + ", 'XDR')" : name;
    }

    @Override
    public String placeholder(Table.Column column) {
        return column.kind() == ColumnKind.GEOMETRY ? "st_geomfromewkb(?)" : "?";
    }

    @Override
    public Map<String, Long> counters(Connection connection) throws SQLException {
        Map<String, Long> counters = new TreeMap<>();
        // A sequence behind an identity column depends on it; the others stand for themselves.
        List<String> queries = Dialect.texts(connection, """
                select format('select %L, case when is_called then last_value + %s else last_value end from %s',
                              coalesce(owner.relname || '.' || a.attname, c.relname), s.seqincrement, c.oid::regclass)
                from pg_class c
                join pg_sequence s on s.seqrelid = c.oid
                left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i'
                left join pg_class owner on owner.oid = d.refobjid
                left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'""");
        for (String query : queries) {
            Dialect.numbers(connection, query, counters);
        }
        return counters;
    }

    /** Inside the transaction of the loading, so that they are back with it or it never was. */
    @Override
    public List<String> suspendReferences(Connection connection) throws SQLException {
        List<String> again = new ArrayList<>();
        for (String table : Dialect.texts(connection, """
                select distinct conrelid::regclass::text from pg_constraint
                where contype = 'f' and connamespace = 'public'::regnamespace""")) {
            again.addAll(Dialect.texts(connection, """
                    select format('alter table %s add constraint %I %s', conrelid::regclass, conname,
                                  pg_get_constraintdef(oid))
                    from pg_constraint where contype = 'f' and conrelid = '""" + table + "'::regclass"));
            for (String drop : Dialect.texts(
                    connection,
                    "select format('alter table %s drop constraint %I', conrelid::regclass, conname)"
                            + " from pg_constraint where contype = 'f' and conrelid = '" + table + "'::regclass")) {
                Dialect.execute(connection, drop);
            }
        }
        return again;
    }

    @Override
    public void checkReferences(Connection connection, List<String> suspended) throws SQLException {
        for (String statement : suspended) {
            Dialect.execute(connection, statement);
        }
    }
}
