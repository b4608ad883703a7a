package vn.anttmap.exchange.territoryimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.anttmap.problem.UserProblem;

/** A GeoPackage is somebody else's database: plain rows are read, nothing that it says is run. */
class GeoPackageSourceTests {

    private static final TerritoryImportSettings LIMITS = new TerritoryImportSettings(
            4_000_000, 5, 100, 1_000, 100, 8_000_000, Duration.ofSeconds(20), Duration.ofSeconds(20));

    @TempDir
    private Path folder;

    @Test
    void rowsOfTheOnlyLayerAreReadWithTheirSystem() throws SQLException, IOException {
        RawLayer layer = read(file("khu"), null);

        assertThat(layer.systemText()).isEqualTo("EPSG:9210");
        assertThat(text(layer.fields())).containsExactly("TEN_KDC", "SO_HO");
        assertThat(layer.rows()).hasSize(3);
        assertThat(text(layer.rows().get(0).cells())).containsExactly("Xóm A", "17");
        assertThat(layer.rows().get(0).geometry().getArea()).isEqualTo(4);
        assertThat(layer.rows().get(1).geometry() == null).as("null geometry").isTrue();
        // A MultiPolygon with heights inside which another one sits in place of a polygon.
        assertThat(layer.rows().get(2).fault()).isEqualTo("shape-damaged");
    }

    @Test
    void ofSeveralLayersTheNamedOrTheUsualOneIsTaken() throws SQLException, IOException {
        byte[] two = file("a", "residential-areas");

        assertThat(read(two, "a").rows()).hasSize(3);
        assertThat(GeoPackageSource.read(two, null, List.of("residential-areas"), LIMITS, new ImportBudget(LIMITS))
                        .rows())
                .hasSize(3);
        assertThatThrownBy(() -> read(two, null)).satisfies(problem -> {
            assertThat(problem).hasMessage("import-layer-choice");
            assertThat(((UserProblem) problem).extras()).containsEntry("layers", List.of("a", "residential-areas"));
        });
        assertThatThrownBy(() -> read(two, "b")).hasMessage("import-layer-choice");
    }

    @Test
    void viewsVirtualTablesAndComputedColumnsAreNotRun() throws SQLException, IOException {
        String endless = "with recursive c(x) as (select 1 union all select x + 1 from c) select x as geom from c";
        assertRefused("import-gpkg-view", "drop table khu", "create view khu as " + endless);
        assertRefused("import-gpkg-view", "drop table khu", "create virtual table khu using rtree(id, geom, b)");
        assertRefused(
                "import-gpkg-view",
                "drop table khu",
                "create table khu (fid integer primary key, geom blob generated always as (zeroblob(1000000000)))");
        assertRefused(
                "import-file-damaged",
                "drop table gpkg_contents",
                "create view gpkg_contents as select x as table_name from (" + endless.replace("geom", "x") + ")");
        // A computed column beside the others is left out, a trigger never fires.
        RawLayer layer = read(
                changed(
                        "alter table khu add column boom text as (printf('%.*c', 100000000, 'x'))",
                        "create trigger t after insert on khu begin delete from khu; end"),
                null);
        assertThat(text(layer.fields())).containsExactly("TEN_KDC", "SO_HO");
    }

    @Test
    void aLookThatLastsTooLongStopsInsideSqlite() throws SQLException, IOException {
        TerritoryImportSettings short_ = new TerritoryImportSettings(
                4_000_000, 5, 100, 1_000, 100, 8_000_000, Duration.ofMillis(1), Duration.ofSeconds(20));
        byte[] file = file("khu");
        ImportBudget budget = new ImportBudget(short_);
        budget.stop();

        assertThatThrownBy(() -> GeoPackageSource.read(file, null, List.of(), short_, budget))
                .hasMessage("import-too-slow");
    }

    @Test
    void mutatedFilesAreReadOrRefusedAndLeaveNothingBehind() throws SQLException, IOException {
        byte[] file = file("khu");
        Random random = new Random(20261123);
        for (int i = 0; i < 400; i++) {
            byte[] copy = random.nextInt(10) == 0
                    ? java.util.Arrays.copyOf(file, 100 + random.nextInt(file.length - 100))
                    : file.clone();
            for (int j = random.nextInt(12); j >= 0; j--) {
                // The pages of the schema and of the rows, where most of the content is.
                copy[16 + random.nextInt(copy.length - 16)] = (byte) random.nextInt(256);
            }
            try {
                read(copy, null);
            } catch (UserProblem refused) {
                assertThat(refused.key()).startsWith("import-");
            }
        }
        byte[] blob = square();
        for (int i = 0; i < 3_000; i++) {
            byte[] copy = blob.clone();
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
            WkbShape.read(copy, new ImportBudget(LIMITS));
        }
        try (java.util.stream.Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("anttmap-import-")))
                    .isEmpty();
        }
    }

    private void assertRefused(String key, String... changes) throws SQLException, IOException {
        byte[] file = changed(changes);
        assertThatThrownBy(() -> read(file, null))
                .as(String.join("; ", changes))
                .hasMessage(key);
    }

    private static RawLayer read(byte[] file, String layer) {
        return GeoPackageSource.read(file, layer, List.of(), LIMITS, new ImportBudget(LIMITS));
    }

    private static List<String> text(List<byte[]> cells) {
        return cells.stream()
                .map(cell -> new String(cell, StandardCharsets.UTF_8))
                .toList();
    }

    private byte[] changed(String... changes) throws SQLException, IOException {
        Path path = folder.resolve("changed.gpkg");
        Files.write(path, file("khu"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                Statement statement = connection.createStatement()) {
            for (String change : changes) {
                statement.execute(change);
            }
        }
        return Files.readAllBytes(path);
    }

    private byte[] file(String... layers) throws SQLException, IOException {
        Path path = folder.resolve("made.gpkg");
        Files.deleteIfExists(path);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                Statement statement = connection.createStatement()) {
            statement.execute("create table gpkg_contents (table_name text, data_type text, identifier text)");
            statement.execute("create table gpkg_geometry_columns (table_name text, column_name text, srs_id integer)");
            statement.execute("create table gpkg_spatial_ref_sys (srs_id integer, organization text,"
                    + " organization_coordsys_id integer, definition text)");
            statement.execute("insert into gpkg_spatial_ref_sys values (9210, 'EPSG', 9210, '')");
            for (String layer : layers) {
                statement.execute("insert into gpkg_contents values ('" + layer + "', 'features', '" + layer + "')");
                statement.execute("insert into gpkg_geometry_columns values ('" + layer + "', 'geom', 9210)");
                statement.execute("create table \"" + layer
                        + "\" (fid integer primary key, geom blob, TEN_KDC text, SO_HO integer)");
                row(connection, layer, square(), "Xóm A", 17);
                row(connection, layer, null, "Xóm B", null);
                row(connection, layer, nested(), "Xóm C", 1);
            }
        }
        return Files.readAllBytes(path);
    }

    private static void row(Connection connection, String layer, byte[] geometry, String name, Integer households)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into \"" + layer + "\" (geom, TEN_KDC, SO_HO) values (?, ?, ?)")) {
            insert.setBytes(1, geometry);
            insert.setString(2, name);
            insert.setObject(3, households);
            insert.executeUpdate();
        }
    }

    /** Two by two, without a box in the header. */
    private static byte[] square() {
        ByteBuffer out = header(8 + 9 + 4 + 5 * 16);
        out.put((byte) 1).putInt(3).putInt(1).putInt(5);
        for (double[] place : new double[][] {{0, 0}, {0, 2}, {2, 2}, {2, 0}, {0, 0}}) {
            out.putDouble(place[0]).putDouble(place[1]);
        }
        return out.array();
    }

    private static byte[] nested() {
        ByteBuffer out = header(8 + 9 + 9);
        out.put((byte) 1).putInt(1006).putInt(1);
        out.put((byte) 1).putInt(1006).putInt(0);
        return out.array();
    }

    private static ByteBuffer header(int bytes) {
        return ByteBuffer.allocate(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) 1)
                .putInt(9210);
    }
}
