package vn.anttmap.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.anttmap.testing.TestDatabase;

/** What the tests of this module do with databases, by means of their own and not by those under test. */
final class Databases {

    /** An archive of the first release on the embedded database, with rows in most tables. */
    static final Path FIRST_RELEASE = Path.of("src/test/resources/releases/0.1.0.zip");

    private Databases() {}

    static DatabaseAddress address(TestDatabase database) {
        return new DatabaseAddress(database.url(), database.username(), database.password());
    }

    static void restore(Path archive, DatabaseAddress into) throws IOException, SQLException {
        try (Archive open = Archive.open(archive)) {
            new Restoration(open, into, line -> {}).run(archive.getFileName().toString());
        } catch (DamagedArchiveException e) {
            throw new AssertionError(archive + ": " + e.getMessage(), e);
        }
    }

    /** The first release's rows in the tables of the first release, which no migration has touched since. */
    static void restoreAsItWas(Path archive, DatabaseAddress into) throws IOException, SQLException {
        try (Archive open = Archive.open(archive)) {
            List<String> had = open.manifest().migrations().stream()
                    .map(Manifest.Migration::script)
                    .toList();
            List<String> common =
                    Schema.known("").stream().map(Manifest.Migration::script).toList();
            Schema.migrate(into, script -> had.contains(script) || !common.contains(script));
            try (Connection connection = into.connect()) {
                new Loading(open, connection, into.dialect(), line -> {}).load("test");
            }
        } catch (DamagedArchiveException e) {
            throw new AssertionError(archive + ": " + e.getMessage(), e);
        }
    }

    static Path backup(DatabaseAddress database, Path folder) {
        BackupFolder archives = new BackupFolder(folder);
        return folder.resolve(
                BackupWork.make(database, archives, "", 100, () -> {}).file().name());
    }

    static long number(DatabaseAddress database, String sql) {
        return Long.parseLong(texts(database, sql).get(0));
    }

    static List<String> texts(DatabaseAddress database, String sql) {
        try (Connection connection = database.connect()) {
            return Dialect.texts(connection, sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static void execute(DatabaseAddress database, String... statements) throws SQLException {
        try (Connection connection = database.connect()) {
            for (String sql : statements) {
                Dialect.execute(connection, sql);
            }
        }
    }

    /** Every row of every table as text, sorted; geometries as WKT with SRID, written by the database. */
    static Map<String, List<String>> contents(DatabaseAddress database) throws SQLException {
        Map<String, List<String>> contents = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table : Dialect.texts(connection, """
                    select table_name from information_schema.tables
                    where table_schema = 'public' and table_type = 'BASE TABLE'
                        and table_name not in ('flyway_schema_history', 'spatial_ref_sys')""")) {
                List<String> columns = Dialect.texts(connection, """
                        select concat(column_name, case when data_type in ('USER-DEFINED', 'geometry', 'GEOMETRY')
                            then '!' else '' end)
                        from information_schema.columns
                        where table_schema = 'public' and table_name = '""" + table + "' order by column_name");
                List<String> asked = columns.stream()
                        .map(column -> column.endsWith("!") ? asText(column.replace("!", "")) : column)
                        .toList();
                contents.put(table, rows(statement, "select " + String.join(", ", asked) + " from " + table));
            }
        }
        return contents;
    }

    private static String asText(String geometry) {
        return "case when " + geometry + " is null then null else concat(st_srid(" + geometry + "), st_astext("
                + geometry + ")) end";
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    text.append(text(row, i)).append(" | ");
                }
                rows.add(text.toString());
            }
        }
        rows.sort(null);
        return rows;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String type = row.getMetaData().getColumnTypeName(column).toLowerCase(java.util.Locale.ROOT);
        if (row.getString(column) == null) {
            return "(null)";
        }
        return switch (type) {
            case "timestamptz", "timestamp with time zone" ->
                row.getObject(column, OffsetDateTime.class).toInstant().toString();
            case "bytea", "binary varying" -> HexFormat.of().formatHex(row.getBytes(column));
            case "float8", "double precision" -> Double.toString(row.getDouble(column));
            case "bool", "boolean" -> Boolean.toString(row.getBoolean(column));
            // The two write WKT with and without blanks.
            default -> row.getString(column).replace(", ", ",").replaceFirst("^(\\d+[A-Z]+) \\(", "$1(");
        };
    }
}
