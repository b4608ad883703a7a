package vn.anttmap.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.LockingMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.OgcWkt;

/**
 * A GeoPackage 1.3 (OGC 12-128r18) with any number of layers, written by SQLite into a temporary file that only the owner
 * of the process may read, and copied away by {@link #finish}.
 *
 * <p>For one thread. Why SQLite by JDBC: docs/decisions/0016-export-formats.md.
 */
final class GeoPackageFile implements Closeable {

    private static final int APPLICATION_ID = 0x47504B47;
    private static final int VERSION = 10_300;
    private static final int CACHE_KIB = 16_384;
    private static final int PAGE_BYTES = 4_096;
    private static final int COPY_BYTES = 1 << 18;

    private final Path path;
    private final Connection connection;
    private final String now;
    private final Set<Integer> systems = new HashSet<>();

    private GeoPackageFile(Path path, Connection connection, Instant now) {
        this.path = path;
        this.connection = connection;
        this.now = GeoPackageLayer.utc(now.truncatedTo(ChronoUnit.MILLIS));
    }

    static GeoPackageFile create(Clock clock) throws IOException {
        Path path = GeoPackageSpool.newFile();
        try {
            SQLiteConfig config = new SQLiteConfig();
            // Nobody reads it before it is whole, and what is not finished is thrown away.
            config.setJournalMode(JournalMode.OFF);
            config.setSynchronous(SynchronousMode.OFF);
            config.setLockingMode(LockingMode.EXCLUSIVE);
            config.setPageSize(PAGE_BYTES);
            config.setCacheSize(-CACHE_KIB);
            // Else each row is followed by a question for its number.
            config.setGetGeneratedKeys(false);
            Connection connection = config.createConnection("jdbc:sqlite:" + path);
            GeoPackageFile file = new GeoPackageFile(path, connection, clock.instant());
            file.begin();
            return file;
        } catch (SQLException e) {
            Files.deleteIfExists(path);
            throw new IOException("the GeoPackage cannot be begun", e);
        }
    }

    /**
     * What every file begins with: SQLite's name, the size of a page, the versions for reading and writing without a log,
     * and shares of a page that are fixed.
     */
    static byte[] beginning() {
        return ByteBuffer.allocate(24)
                .put("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) PAGE_BYTES)
                .put(new byte[] {1, 1, 0, 64, 32, 32})
                .array();
    }

    /** A writer of one layer; the one before must be finished. Closing it leaves the file open. */
    FeatureWriter layer(ExportLayer layer) throws IOException {
        try {
            add(layer.system());
            return new GeoPackageLayer(connection, layer, now);
        } catch (SQLException e) {
            throw new IOException("the layer " + layer.name() + " cannot be begun", e);
        }
    }

    /** Ends the file and copies it. */
    void finish(OutputStream target) throws IOException {
        try {
            connection.commit();
            connection.close();
        } catch (SQLException e) {
            throw new IOException("the GeoPackage cannot be ended", e);
        }
        try (InputStream bytes = Files.newInputStream(path)) {
            byte[] portion = new byte[COPY_BYTES];
            for (int count = bytes.read(portion); count >= 0; count = bytes.read(portion)) {
                target.write(portion, 0, count);
            }
        }
        target.flush();
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("the GeoPackage cannot be closed", e);
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private void begin() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma application_id = " + APPLICATION_ID);
            statement.execute("pragma user_version = " + VERSION);
            connection.setAutoCommit(false);
            for (String table : GeoPackageSchema.TABLES) {
                statement.execute(table);
            }
            statement.execute("insert into gpkg_contents (table_name, data_type, identifier, description, last_change)"
                    + " values ('layer_styles', 'attributes', 'layer_styles', 'QGIS', '" + now + "')");
        }
        addSystem(-1, "Undefined Cartesian SRS", "NONE", "undefined");
        addSystem(0, "Undefined geographic SRS", "NONE", "undefined");
        add(CoordinateSystems.WGS84);
    }

    private void add(CoordinateSystem system) throws SQLException {
        addSystem(system.srid(), system.name(), "EPSG", OgcWkt.of(system));
    }

    private void addSystem(int code, String name, String organization, String definition) throws SQLException {
        if (!systems.add(code)) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, definition)"
                        + " values (?, ?, ?, ?, ?)")) {
            insert.setString(1, name);
            insert.setInt(2, code);
            insert.setString(3, organization);
            insert.setInt(4, code);
            insert.setString(5, definition);
            insert.executeUpdate();
        }
    }
}
