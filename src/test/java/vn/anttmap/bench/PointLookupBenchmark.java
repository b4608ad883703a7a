package vn.anttmap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKBWriter;
import vn.anttmap.territory.BenchmarkedIndex;
import vn.anttmap.testing.TestDatabase;

/**
 * "Which area is this point in" among 99,856 areas: the service's index in memory, PostGIS with its spatial index, H2 with
 * bounding-box columns, in one run, one thread, one connection each. All must give the same areas.
 *
 * <p>{@code mvn test -Dtest=PointLookupBenchmark}
 */
class PointLookupBenchmark {

    private static final int COLUMNS = 316;
    private static final int STEPS = 8;
    private static final int ROUNDS = 11;

    /** Answers the id of the area that a point lies in. */
    @FunctionalInterface
    private interface Lookup {
        long areaAt(Point point) throws SQLException;
    }

    @Test
    void pointToArea() throws SQLException {
        List<MultiPolygon> areas = new JitteredGrid(COLUMNS, STEPS).areas();
        BenchmarkedIndex index = new BenchmarkedIndex(areas);
        TestDatabase postgis = TestDatabase.newPostgis();
        TestDatabase h2 = TestDatabase.newH2gis();
        try (Connection onPostgis = open(postgis);
                Connection onH2 = open(h2)) {
            fill(onPostgis, areas, false);
            fill(onH2, areas, true);
            double widest = areas.stream()
                    .map(MultiPolygon::getEnvelopeInternal)
                    .mapToDouble(Envelope::getWidth)
                    .max()
                    .orElseThrow();
            try (PreparedStatement gist =
                            onPostgis.prepareStatement("select id from area where st_covers(boundary, st_setsrid("
                                    + "st_makepoint(?, ?), 4326)) order by id limit 1");
                    PreparedStatement boxes = onH2.prepareStatement("select id from area where west <= ? and east >= ?"
                            + " and south <= ? and north >= ? and west >= ?"
                            + " and st_covers(boundary, st_setsrid(st_makepoint(?, ?), 4326)) order by id limit 1");
                    PreparedStatement revisionOnPostgis = onPostgis.prepareStatement("select revision from state");
                    PreparedStatement revisionOnH2 = onH2.prepareStatement("select revision from state")) {
                Lookup inMemory = index::areaAt;
                Lookup onGist = point -> one(gist, point.getX(), point.getY());
                // Plain columns; and with the widest area known, which bounds the scan of the index on "west".
                Lookup onBoxes = point -> one(boxes, boxValues(point, -1_000));
                Lookup onNarrowBoxes = point -> one(boxes, boxValues(point, point.getX() - widest));
                for (Point point : JitteredGrid.points(200, 7)) {
                    assertThat(onGist.areaAt(point)).isEqualTo(inMemory.areaAt(point));
                    assertThat(onBoxes.areaAt(point)).isEqualTo(inMemory.areaAt(point));
                    assertThat(onNarrowBoxes.areaAt(point)).isEqualTo(inMemory.areaAt(point));
                }
                // JTS prepares an area at its first question; this asks every area once.
                for (MultiPolygon area : areas) {
                    assertThat(index.areaAt(area.getInteriorPoint())).isNotNegative();
                }
                report(areas);
                double memory = measure("index in memory", inMemory, 50_000);
                measure("index in memory, revision asked of PostGIS", withRevision(revisionOnPostgis, inMemory), 5_000);
                measure("index in memory, revision asked of H2", withRevision(revisionOnH2, inMemory), 5_000);
                double server = measure("PostGIS, ST_Covers with GiST", onGist, 5_000);
                double narrow = measure("H2GIS, boxes with the widest area known", onNarrowBoxes, 2_000);
                double plain = measure("H2GIS, plain boxes", onBoxes, 50);
                System.out.printf(
                        Locale.ROOT,
                        "times the index in memory: PostGIS %.0f, H2GIS bounded %.0f, H2GIS plain %.0f%n",
                        server / memory,
                        narrow / memory,
                        plain / memory);
            }
        }
    }

    private static Lookup withRevision(PreparedStatement revision, Lookup lookup) {
        return point -> {
            one(revision);
            return lookup.areaAt(point);
        };
    }

    /** Median of the rounds, in microseconds for one look-up; each round asks for other points. */
    private static double measure(String name, Lookup lookup, int perRound) throws SQLException {
        run(lookup, JitteredGrid.points(perRound * 2, 1));
        double[] micros = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            List<Point> points = JitteredGrid.points(perRound, 100 + round);
            long start = System.nanoTime();
            run(lookup, points);
            micros[round] = (System.nanoTime() - start) / 1_000.0 / perRound;
        }
        Arrays.sort(micros);
        double median = micros[ROUNDS / 2];
        System.out.printf(
                Locale.ROOT,
                "%-45s %10.1f µs (fastest round %.1f, slowest %.1f; %d rounds of %d)%n",
                name,
                median,
                micros[0],
                micros[ROUNDS - 1],
                ROUNDS,
                perRound);
        return median;
    }

    private static void run(Lookup lookup, List<Point> points) throws SQLException {
        for (Point point : points) {
            assertThat(lookup.areaAt(point) >= 0).isTrue();
        }
    }

    private static double[] boxValues(Point point, double least) {
        return new double[] {point.getX(), point.getX(), point.getY(), point.getY(), least, point.getX(), point.getY()};
    }

    private static long one(PreparedStatement query, double... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            query.setDouble(i + 1, values[i]);
        }
        try (ResultSet rows = query.executeQuery()) {
            return rows.next() ? rows.getLong(1) : -1;
        }
    }

    private static Connection open(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }

    private static void fill(Connection connection, List<MultiPolygon> areas, boolean h2) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (h2) {
                statement.execute("create alias if not exists h2gis_spatial for"
                        + " \"org.h2gis.functions.factory.H2GISFunctions.load\"");
                statement.execute("call h2gis_spatial()");
            }
            statement.execute("create table state (revision bigint)");
            statement.execute("insert into state values (1)");
            statement.execute("create table area (id bigint primary key, west double precision, south double precision,"
                    + " east double precision, north double precision, boundary geometry(MultiPolygon, 4326))");
        }
        WKBWriter wkb = new WKBWriter(2, true);
        connection.setAutoCommit(false);
        String boundary = h2 ? "?" : "?::geometry";
        try (PreparedStatement insert =
                connection.prepareStatement("insert into area values (?, ?, ?, ?, ?, " + boundary + ")")) {
            for (int id = 0; id < areas.size(); id++) {
                Envelope box = areas.get(id).getEnvelopeInternal();
                insert.setLong(1, id);
                insert.setDouble(2, box.getMinX());
                insert.setDouble(3, box.getMinY());
                insert.setDouble(4, box.getMaxX());
                insert.setDouble(5, box.getMaxY());
                if (h2) {
                    insert.setObject(6, areas.get(id));
                } else {
                    insert.setString(6, WKBWriter.toHex(wkb.write(areas.get(id))));
                }
                insert.addBatch();
                if (id % 1_000 == 999) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            if (h2) {
                statement.execute("create index area_by_box on area (west, south, east, north)");
            } else {
                statement.execute("create index area_by_boundary on area using gist (boundary)");
            }
            statement.execute(h2 ? "analyze" : "vacuum analyze area");
        }
    }

    private static void report(List<MultiPolygon> areas) {
        System.out.printf(
                Locale.ROOT,
                "%n%d areas of %d vertices; Java %s, %d processors%n",
                areas.size(),
                areas.get(0).getNumPoints(),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
    }
}
