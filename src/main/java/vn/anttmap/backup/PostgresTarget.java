package vn.anttmap.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;

/** A PostgreSQL database that is to take an archive. */
final class PostgresTarget {

    private static final String INSTEAD = "\nMake an empty one and name it: sudo -u postgres createdb --owner anttmap"
            + " anttmap_restored && sudo -u postgres psql -d anttmap_restored -c 'create extension postgis'";

    private PostgresTarget() {}

    /**
     * Empty means without tables, or with the tables of that time and nothing in them, as an attempt leaves them that was
     * cut off.
     *
     * @throws CommandException if it is not
     */
    static void requireEmpty(DatabaseAddress database, Predicate<String> asItWas) throws SQLException {
        try (Connection connection = database.connect()) {
            List<Table> tables = database.dialect().tables(connection);
            if (tables.isEmpty()) {
                return;
            }
            boolean ours = tables.stream().anyMatch(table -> table.name().equals("installation"));
            if (!ours || !isNew(connection)) {
                throw new CommandException("The database " + database
                        + " holds tables already, and a backup is restored into an empty database only." + INSTEAD);
            }
            if (Schema.applied(connection).stream().anyMatch(migration -> !asItWas.test(migration.script()))) {
                throw new CommandException(
                        "The database " + database + " is empty, but its tables are newer than the archive." + INSTEAD);
            }
        }
    }

    private static boolean isNew(Connection connection) throws SQLException {
        for (String table : List.of("installation", "account", "incident", "audit_entry", "territorial_unit")) {
            if (!Dialect.texts(connection, "select 1 from " + table + " limit 1")
                    .isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
