package vn.anttmap.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/**
 * Files of {@code -Dincidents} points (a million) from PostGIS, by a service in a process of its own with {@code -Dheap}
 * ({@code 256m}): first byte, whole time, and what is alive on the heap before and during it. Then how soon the database
 * is free when the reader of a GeoPackage leaves.
 *
 * <p>{@code mvn test -Dtest=ExportHeapBenchmark}
 */
class ExportHeapBenchmark {

    private static final int INCIDENTS = Integer.getInteger("incidents", 1_000_000);
    private static final String HEAP = System.getProperty("heap", "256m");
    private static final long SAMPLE_MILLIS = 2_000;
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("planner:planner".getBytes(StandardCharsets.UTF_8));
    private static final String PERIOD = "?from=2009-01-01&to=2018-12-31";

    @Test
    void aMillionPointsInASmallHeap() throws IOException, InterruptedException, SQLException {
        TestDatabase database = TestDatabase.newPostgis();
        try (ServiceProcess service = ServiceProcess.on(database)
                        .with("anttmap.demo", "true")
                        .jvmOptions("-Xmx" + HEAP, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError")
                        .start();
                Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password())) {
            fill(connection);
            System.out.printf(
                    Locale.ROOT,
                    "-Xmx%s, live after the start %.1f MB%n",
                    HEAP,
                    new ProcessMemory(service.pid()).liveBytes() / 1e6);
            for (String ending : List.of("csv", "shp.zip", "gpkg")) {
                download(service, "incidents." + ending + "?from=2008-01-01&to=2008-12-31");
            }
            System.out.printf(
                    Locale.ROOT,
                    "after small exports of each format (warm) %.1f MB%n",
                    new ProcessMemory(service.pid()).liveBytes() / 1e6);
            for (String ending : List.of("csv", "shp.zip", "gpkg")) {
                measured(service, "incidents." + ending + PERIOD);
            }
            leave(service, connection);
        }
    }

    private static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into incident (id, version, position, place_accuracy, occurred_at, reported_at,"
                    + " local_date, local_month, local_hour, category, severity, major_case, persons_involved, dead,"
                    + " injured, damage_dong, handling_level, state, note, register_commune_id, near_border,"
                    + " withdrawn, synthetic, created_by, created_at, changed_at)"
                    + " select md5('incident ' || g)::uuid, 0, st_setsrid(st_makepoint(105.64 + random() * 0.01,"
                    + " 19.97 + random() * 0.01), 4326), 'EXACT', d + time '05:00', d + time '06:00', d,"
                    + " extract(month from d), 12, 'TTXH', null, false, 1, 0, 0, 1000, 'COMMUNE', 'RESOLVED', null,"
                    + " (select id from territorial_unit where unit_key = 'commune-15394-2019'), false, false, true,"
                    + " 'officer', d, d from (select g, date '2009-01-01' + ((g::bigint * 2654435761) % 3652)::int"
                    + " as d from generate_series(1, " + INCIDENTS + ") g) made");
            statement.execute("vacuum analyze incident");
        }
    }

    /** What lives after a collection, every two seconds; the collections slow the export down. */
    private static void measured(ServiceProcess service, String file) throws IOException, InterruptedException {
        AtomicBoolean running = new AtomicBoolean(true);
        AtomicLong most = new AtomicLong();
        Thread sampler = new Thread(() -> {
            try {
                while (running.get()) {
                    Thread.sleep(SAMPLE_MILLIS);
                    most.accumulateAndGet(new ProcessMemory(service.pid()).liveBytes(), Math::max);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        sampler.start();
        double[] figures = download(service, file);
        running.set(false);
        sampler.join();
        System.out.printf(
                Locale.ROOT,
                "%-50s first byte %8.0f ms, whole %6.1f s, %,.0f bytes, most alive %.1f MB%n",
                file,
                figures[0],
                figures[1] / 1000,
                figures[2],
                most.get() / 1e6);
    }

    /** Milliseconds to the first byte and to the last, and bytes. */
    private static double[] download(ServiceProcess service, String file) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.baseUrl() + "/api/exports/" + file))
                .header("Authorization", BASIC)
                .build();
        long begin = System.nanoTime();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            if (answer.statusCode() != 200 || in.read() < 0) {
                throw new IOException(
                        answer.statusCode() + " " + new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            double first = (System.nanoTime() - begin) / 1e6;
            long bytes = 1 + in.transferTo(java.io.OutputStream.nullOutputStream());
            return new double[] {first, (System.nanoTime() - begin) / 1e6, bytes};
        }
    }

    private static void leave(ServiceProcess service, Connection connection)
            throws IOException, InterruptedException, SQLException {
        URI address = URI.create(service.baseUrl());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("GET /api/exports/incidents.gpkg" + PERIOD + " HTTP/1.1\r\nHost: x\r\nAuthorization: "
                                    + BASIC + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            if (!status.endsWith(" 200")) {
                throw new IOException(status);
            }
        }
        long left = System.nanoTime();
        String open = "select count(*) from pg_stat_activity where datname = current_database() and state <> 'idle'"
                + " and pid <> pg_backend_pid()";
        try (Statement statement = connection.createStatement()) {
            while (count(statement, open) > 0) {
                Thread.sleep(50);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "the reader of a GeoPackage leaves at its first byte: database free after %.1f s%n",
                (System.nanoTime() - left) / 1e9);
    }

    private static long count(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
