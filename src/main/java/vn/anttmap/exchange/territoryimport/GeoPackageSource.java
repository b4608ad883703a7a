package vn.anttmap.exchange.territoryimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * A layer of a GeoPackage. The file is somebody else's database: it is opened read-only and unchanging from a temporary
 * file of our own name, its schema is not trusted, only plain columns of plain tables are read (no view, no virtual table,
 * no computed column, so that no expression of the file is ever run), values are limited, and SQLite stops when the time
 * is over.
 */
final class GeoPackageSource implements AutoCloseable {

    static final int MOST_LAYERS = 50;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_TEXT = 1_000;
    private static final int STEPS_BETWEEN_LOOKS = 10_000;
    private static final int MOST_COLUMNS = 255;

    private final Connection connection;
    private final Path path;
    private final ImportBudget budget;

    private GeoPackageSource(Connection connection, Path path, ImportBudget budget) {
        this.connection = connection;
        this.path = path;
        this.budget = budget;
    }

    /** A layer as the contents tell it. */
    private record Layer(String table, String title, String column, int system) {}

    private record Column(String name, boolean key) {}

    static boolean isOne(byte[] file) {
        return file.length > MAGIC.length && java.util.Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /**
     * @param wanted name of the layer; null for the only one
     * @param usual names of a layer that is meant where none is named and there are several
     */
    static RawLayer read(
            byte[] file,
            @Nullable String wanted,
            List<String> usual,
            TerritoryImportSettings limits,
            ImportBudget budget) {
        try (GeoPackageSource source = open(file, limits, budget)) {
            return source.layer(wanted, usual, limits);
        } catch (SQLException e) {
            if (budget.isOver()) {
                throw budget.tooSlow();
            }
            throw BadFile.damaged("GeoPackage");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GeoPackageSource open(byte[] file, TerritoryImportSettings limits, ImportBudget budget)
            throws IOException, SQLException {
        Path path = Files.createTempFile("anttmap-import-", ".gpkg");
        try {
            Files.write(path, file);
            SQLiteConfig config = new SQLiteConfig();
            config.setReadOnly(true);
            config.enableLoadExtension(false);
            Connection connection = config.createConnection("jdbc:sqlite:file:" + path + "?immutable=1");
            GeoPackageSource source = new GeoPackageSource(connection, path, budget);
            try {
                source.guard((SQLiteConnection) connection, limits);
            } catch (SQLException | RuntimeException e) {
                source.close();
                throw e;
            }
            return source;
        } catch (IOException | SQLException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private void guard(SQLiteConnection sqlite, TerritoryImportSettings limits) throws SQLException {
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, limits.largestUnpackedBytes());
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_TRIGGER_DEPTH, 1);
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_COLUMN, 2_000);
        ProgressHandler.setHandler(sqlite, STEPS_BETWEEN_LOOKS, new ProgressHandler() {
            @Override
            protected int progress() {
                return budget.isOver() ? 1 : 0;
            }
        });
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("pragma trusted_schema = off");
            statement.execute("pragma query_only = on");
            statement.execute("pragma cell_size_check = on");
            statement.execute("pragma mmap_size = 0");
            statement.execute("pragma cache_size = -8192");
        }
    }

    private RawLayer layer(@Nullable String wanted, List<String> usual, TerritoryImportSettings limits)
            throws SQLException {
        List<Layer> layers = layers();
        if (layers.isEmpty()) {
            throw BadFile.of("import-gpkg-empty");
        }
        Layer layer = choose(layers, wanted, usual).orElseThrow(() -> LayerChoice.needed(names(layers)));
        if (!plain(layer.table())) {
            throw BadFile.of("import-gpkg-view", layer.table());
        }
        List<Column> columns = columns(layer);
        List<RawLayer.Row> rows = rows(layer, columns, limits);
        return new RawLayer(
                "gpkg",
                columns.stream()
                        .map(column -> column.name().getBytes(StandardCharsets.UTF_8))
                        .toList(),
                rows,
                system(layer.system()),
                null,
                true);
    }

    private static List<String> names(List<Layer> layers) {
        return layers.stream().map(Layer::table).toList();
    }

    private static Optional<Layer> choose(List<Layer> layers, @Nullable String wanted, List<String> usual) {
        if (wanted != null) {
            return layers.stream().filter(layer -> layer.table().equals(wanted)).findFirst();
        }
        return layers.size() == 1
                ? Optional.of(layers.get(0))
                : usual.stream()
                        .flatMap(name ->
                                layers.stream().filter(layer -> layer.table().equalsIgnoreCase(name)))
                        .findFirst();
    }

    private List<Layer> layers() throws SQLException {
        for (String table : List.of("gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys")) {
            if (!plain(table)) {
                throw BadFile.damaged("GeoPackage");
            }
        }
        List<Layer> layers = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "select c.table_name, c.identifier, g.column_name, g.srs_id from gpkg_contents c"
                                + " join gpkg_geometry_columns g on g.table_name = c.table_name"
                                + " where c.data_type = 'features' order by c.table_name limit " + (MOST_LAYERS + 1));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String table = row.getString(1);
                String column = row.getString(3);
                if (table != null && column != null && table.length() <= 200 && layers.size() < MOST_LAYERS) {
                    layers.add(new Layer(table, String.valueOf(row.getString(2)), column, row.getInt(4)));
                }
            }
        }
        return layers;
    }

    /** Neither a view nor a virtual table: both would run what the file says. */
    private boolean plain(String table) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select type, sql from sqlite_master where name = ? collate nocase")) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        && "table".equals(row.getString(1))
                        && String.valueOf(row.getString(2))
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .matches("(?s)create\\s+table\\b.*");
            }
        }
    }

    private List<Column> columns(Layer layer) throws SQLException {
        List<Column> columns = new ArrayList<>();
        boolean geometry = false;
        try (PreparedStatement statement =
                connection.prepareStatement("select name, pk, hidden from pragma_table_xinfo(?)")) {
            statement.setString(1, layer.table());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String name = row.getString(1);
                    boolean computed = row.getInt(3) != 0;
                    if (name.equalsIgnoreCase(layer.column())) {
                        geometry = !computed;
                    } else if (!computed && columns.size() < MOST_COLUMNS) {
                        columns.add(new Column(name, row.getInt(2) > 0));
                    }
                }
            }
        }
        if (!geometry) {
            throw BadFile.of("import-gpkg-view", layer.table());
        }
        columns.removeIf(Column::key);
        return columns;
    }

    private List<RawLayer.Row> rows(Layer layer, List<Column> columns, TerritoryImportSettings limits)
            throws SQLException {
        String selected = columns.stream()
                .map(column -> ", " + quoted(column.name()))
                .collect(Collectors.joining("", quoted(layer.column()), ""));
        List<RawLayer.Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select " + selected + " from "
                        + quoted(layer.table()) + " not indexed limit " + (limits.mostFeatures() + 1L));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                budget.tick();
                if (rows.size() >= limits.mostFeatures()) {
                    throw BadFile.of("import-features-many", limits.mostFeatures());
                }
                byte[] blob = row.getBytes(1);
                ShapeReader.Shape shape =
                        blob == null ? new ShapeReader.Shape(null, false, null) : WkbShape.read(blob, budget);
                List<byte[]> cells = new ArrayList<>(columns.size());
                for (int i = 0; i < columns.size(); i++) {
                    cells.add(cell(row.getObject(i + 2)));
                }
                rows.add(new RawLayer.Row(rows.size() + 1, shape.geometry(), shape.hasZ(), shape.fault(), cells));
            }
        }
        return rows;
    }

    private byte[] cell(@Nullable Object value) {
        String text =
                value == null || value instanceof byte[] ? "" : value.toString().strip();
        byte[] cell = (text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text)
                .getBytes(StandardCharsets.UTF_8);
        budget.cell(cell.length);
        return cell;
    }

    private @Nullable String system(int id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select organization, organization_coordsys_id, definition from gpkg_spatial_ref_sys where srs_id = ?")) {
            statement.setInt(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (id <= 0 || !row.next()) {
                    return null;
                }
                if ("epsg".equalsIgnoreCase(row.getString(1))) {
                    return "EPSG:" + row.getInt(2);
                }
                String text = row.getString(3);
                return text == null || text.isBlank() ? null : text.substring(0, Math.min(text.length(), 20_000));
            }
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws SQLException, IOException {
        try {
            connection.close();
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
