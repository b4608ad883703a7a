package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import vn.anttmap.testing.Gdal;

/** SQLite itself says whether the tree is one of its own, finds in it what a look at every box finds, and goes on with it. */
class PackedIndexTests {

    private static final String BOX = "insert into rtree_a_geom values (%d, %f, %f, %f, %f)";

    private final Random random = new Random(51);

    @TempDir
    private Path folder;

    /** The sizes at which a node is full, a level begins, or a portion ends; the last with boxes all at one place. */
    @ParameterizedTest
    @CsvSource({
        "0, 1000, 1",
        "1, 1000, 1",
        "51, 1000, 1",
        "52, 1000, 1",
        "2601, 100000, 1",
        "2602, 100000, 1",
        "5000, 1000, 1",
        "140000, 262144, 1",
        "3000, 700, 0"
    })
    void isATreeAsSqliteMakesItAndFindsWhatIsThere(int count, int portion, double spread) throws SQLException {
        try (Connection connection = open()) {
            List<Envelope> boxes = fill(connection, count, portion, spread);

            assertThat(string(connection, "select rtreecheck('rtree_a_geom')")).isEqualTo("ok");
            assertThat(string(connection, "select count(*) from rtree_a_geom")).isEqualTo(String.valueOf(count));
            for (int i = 0; i < 20; i++) {
                Envelope asked = box(spread, 1);
                long expected = boxes.stream().filter(asked::intersects).count();
                // The floats of the tree are a hundred-thousandth wider at most.
                long wider = boxes.stream()
                        .filter(box -> {
                            Envelope wide = new Envelope(box);
                            wide.expandBy(2e-5);
                            return wide.intersects(asked);
                        })
                        .count();
                long found = Long.parseLong(string(
                        connection,
                        String.format(
                                Locale.ROOT,
                                "select count(*) from rtree_a_geom where minx <= %.12f and maxx >= %.12f and miny <= %.12f and"
                                        + " maxy >= %.12f",
                                asked.getMaxX(),
                                asked.getMinX(),
                                asked.getMaxY(),
                                asked.getMinY())));
                assertThat(found).isBetween(expected, wider);
            }
        }
    }

    @Test
    void otherProgramsGoOnWithIt() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            fill(connection, 4_000, 1_500, 1);
            connection.setAutoCommit(false);
            for (int i = 1; i <= 1_000; i++) {
                statement.execute("delete from rtree_a_geom where id = " + 4 * i);
                statement.execute(String.format(Locale.ROOT, BOX, 4_000 + i, 105.0, 105.5, 20.0, 20.0 + i / 1000.0));
            }
            connection.commit();

            assertThat(string(connection, "select rtreecheck('rtree_a_geom')")).isEqualTo("ok");
            assertThat(string(connection, "select count(*) from rtree_a_geom")).isEqualTo("4000");
        }
    }

    /** Every tenth row stands without a place; 31 × 31 points lie in the middle of a grid of 100 × 100. */
    @Test
    void gdalSearchesALayerByIt() throws java.io.IOException {
        Path file = folder.resolve("grid.gpkg");
        ExportLayer layer = new ExportLayer(
                "grid",
                "Lưới",
                GeometryKind.POINT,
                List.of(ExportField.integer("SO", "Số")),
                vn.anttmap.geo.CoordinateSystems.WGS84,
                List.of());
        try (GeoPackageFile geoPackage = GeoPackageFile.create(ZippedShapefile.CLOCK);
                var out = java.nio.file.Files.newOutputStream(file)) {
            try (FeatureWriter writer = geoPackage.layer(layer)) {
                for (int i = 0; i < 10_000; i++) {
                    writer.write(vn.anttmap.geo.Wgs84.point(105 + (i % 100) * 0.01, 20 + (i / 100) * 0.01), i);
                    if (i % 10 == 0) {
                        writer.write(null, -i);
                    }
                }
                writer.finish();
            }
            geoPackage.finish(out);
        }

        assertThat(Gdal.run(
                        "ogrinfo", "-so", "-spat", "105.345", "20.345", "105.655", "20.655", file.toString(), "grid"))
                .contains("Feature Count: 961");
        assertThat(Gdal.run("ogrinfo", "-q", file.toString(), "-sql", "select rtreecheck('rtree_grid_geom') as r"))
                .contains("= ok");
        assertThat(
                        Gdal.run(
                                "ogrinfo",
                                "-q",
                                file.toString(),
                                "-sql",
                                "explain query plan select * from grid where fid in (select id from rtree_grid_geom where minx < 106)"))
                .contains("VIRTUAL TABLE INDEX");
    }

    private Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("index.db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute(GeoPackageSchema.createIndex("a"));
        }
        return connection;
    }

    private List<Envelope> fill(Connection connection, int count, int portion, double spread) throws SQLException {
        List<Envelope> boxes = new ArrayList<>();
        connection.setAutoCommit(false);
        try (PackedIndex index = new PackedIndex(connection, "rtree_a_geom", portion)) {
            for (int i = 0; i < count; i++) {
                boxes.add(box(spread, 0.01));
                index.add(i + 1, boxes.get(i));
            }
            index.finish();
        }
        connection.commit();
        connection.setAutoCommit(true);
        return boxes;
    }

    private Envelope box(double spread, double size) {
        double x = 105 + spread * random.nextDouble();
        double y = 20 + spread * random.nextDouble();
        return new Envelope(x, x + size * random.nextDouble(), y, y + size * random.nextDouble());
    }

    private static String string(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.getString(1);
        }
    }
}
