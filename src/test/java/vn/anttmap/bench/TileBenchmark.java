package vn.anttmap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/**
 * Vector tiles over HTTP, with rights, from a service of its own, against {@code ST_AsMVT} asked directly by pgbench, eight
 * clients each, on PostGIS: as many areas, roads and incidents as {@code -Dareas}, {@code -Droads} and {@code -Dincidents}
 * say.
 *
 * <p>{@code mvn test -Dtest=TileBenchmark}
 */
class TileBenchmark {

    private static final double SECONDS = Integer.getInteger("seconds", 10);
    private static final int CLIENTS = 8;
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    /** Fewer than there are at zoom 14. */
    private static final int TILES_A_DAY = 25_000;

    private static final LocalDate DAY = LocalDate.of(2019, 8, 15);

    private final AtomicInteger number = new AtomicInteger();

    @Test
    void againstTheDatabaseItself() throws Exception {
        TestDatabase database = TestDatabase.newPostgis();
        String recording = System.getProperty("recording");
        try (ServiceProcess service = ServiceProcess.on(database)
                .with("anttmap.demo", "true")
                .jvmOptions(
                        recording == null
                                ? new String[] {"-Xmx2g"}
                                : new String[] {
                                    "-Xmx2g",
                                    "-XX:StartFlightRecording=dumponexit=true,settings=profile,filename=" + recording
                                })
                .start()) {
            new SyntheticCountry(database).fill();
            LoadClients clients = clients(service, SyntheticCountry.basic(SyntheticCountry.PASSWORD));
            long begin = System.nanoTime();
            clients.ask(1, 0.001, i -> SyntheticCountry.tile("residential-areas", 14, i, "day=2019-08-15"));
            clients.ask(1, 0.001, i -> SyntheticCountry.tile("incidents", 14, i, "to=2019-08-15"));
            System.out.printf(Locale.ROOT, "both indexes: %.0f s%n", (System.nanoTime() - begin) / 1e9);
            sizes(service);
            signIns(service);
            layers(database, clients);
        }
    }

    private static LoadClients clients(ServiceProcess service, String headers) {
        return new LoadClients(service.baseUrl(), "Accept-Encoding: gzip\r\n" + headers);
    }

    /** Every tile of the low zooms, as large as it is before packing: none may be above 300 kB. */
    private static void sizes(ServiceProcess service) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        String[] signIn = SyntheticCountry.basic(SyntheticCountry.TOKEN).strip().split(": ", 2);
        for (String layer : List.of(
                "provinces/tiles?day=" + DAY,
                "communes/tiles?day=" + DAY,
                "residential-areas/tiles?day=" + DAY,
                "road-segments/tiles?day=" + DAY,
                "incidents/tiles?to=" + DAY,
                "residential-areas/density/tiles?from=2018-01-01&to=" + DAY,
                "residential-areas/status/tiles?year=2019&boundaryDay=" + DAY)) {
            int largest = 0;
            int count = 0;
            for (int zoom = 0; zoom <= 11; zoom++) {
                int[] ends = SyntheticCountry.ends(zoom);
                for (int x = ends[0]; x <= ends[1]; x++) {
                    for (int y = ends[2]; y <= ends[3]; y++) {
                        String address = "tiles/WebMercatorQuad/" + zoom + "/" + y + "/" + x;
                        HttpRequest request = HttpRequest.newBuilder(URI.create(service.baseUrl() + "/ogc/collections/"
                                        + layer.replace("tiles?", address + "?")))
                                .header(signIn[0], signIn[1])
                                .build();
                        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                        assertThat(answer.statusCode()).as(address).isEqualTo(200);
                        largest = Math.max(largest, answer.body().length);
                        count++;
                    }
                }
            }
            System.out.printf(
                    Locale.ROOT, "%,d tiles of %s to zoom 11: the largest has %,d bytes%n", count, layer, largest);
            assertThat(largest).as(layer).isLessThanOrEqualTo(300_000);
        }
    }

    /** The same kept tile, by each way to sign in. */
    private static void signIns(ServiceProcess service) throws Exception {
        IntFunction<String> kept = i -> SyntheticCountry.tile("residential-areas", 14, i % 64, "day=2019-08-15");
        for (String[] way : new String[][] {
            {"password", SyntheticCountry.basic(SyntheticCountry.PASSWORD)},
            {"code", SyntheticCountry.basic(SyntheticCountry.TOKEN)},
            {"session", SyntheticCountry.session(service.baseUrl())}
        }) {
            LoadClients clients = clients(service, way[1]);
            clients.ask(CLIENTS, SECONDS, kept);
            System.out.printf(
                    Locale.ROOT,
                    "kept, by %-10s %8.0f/s%n",
                    way[0],
                    clients.ask(CLIENTS, SECONDS, kept).perSecond());
        }
    }

    private void layers(TestDatabase database, LoadClients clients) throws Exception {
        String areas =
                "territorial_unit where level = 'RESIDENTIAL_AREA' and (valid_from is null or valid_from <= date '2019-08-15')"
                        + " and (valid_to is null or valid_to > date '2019-08-15')";
        String areaColumns = "id, name, full_name, level, kind, code, measured_area_sq_km, synthetic";
        compare(database, clients, "areas", "residential-areas", "day=", 14, mvt(areaColumns, "boundary", areas, 14));
        compare(
                database,
                clients,
                "roads",
                "road-segments",
                "day=",
                14,
                mvt("id, name, owner, measured_length_km, synthetic", "course", "road_segment where true", 14));
        compare(
                database,
                clients,
                "incidents",
                "incidents",
                "to=",
                14,
                mvt(
                        "id, local_date, category, severity, place_accuracy",
                        "position",
                        "incident where withdrawn = false and state <> 'NOT_A_CASE'",
                        14));
        compare(
                database,
                clients,
                "areas, low zoom",
                "residential-areas",
                "day=",
                6,
                mvt(areaColumns, "boundary", areas, 6));
        compare(database, clients, "incidents, low zoom", "incidents", "to=", 6, clusters(6));
    }

    private static String mvt(String columns, String geometry, String source, int zoom) {
        return tile(zoom)
                + "select st_asmvt(q.*, 'layer') from (select " + columns + ", st_asmvtgeom(st_transform(" + geometry
                + ", 3857), st_tileenvelope(" + zoom + ", :x, :y), 4096, 64, true) as geom from " + source + " and "
                + geometry
                + " && st_transform(st_tileenvelope(" + zoom
                + ", :x, :y, margin => 0.015625), 4326)) q where geom is not null;\n";
    }

    /** Numbers of a grid of 16 by 16 cells, as the service gives them. */
    private static String clusters(int zoom) {
        return tile(zoom)
                + "select st_asmvt(q.*, 'layer') from (select n as count, st_asmvtgeom(cell, st_tileenvelope(" + zoom
                + ", :x, :y), 4096, 64, true) as geom from (select count(*) as n, st_snaptogrid(st_transform(position, 3857),"
                + " 20037508.342789 * 2 / 2 ^ (" + zoom
                + " + 4)) as cell from incident where withdrawn = false and state <>"
                + " 'NOT_A_CASE' and position && st_transform(st_tileenvelope(" + zoom
                + ", :x, :y), 4326) group by 2) c) q;\n";
    }

    private static String tile(int zoom) {
        int[] ends = SyntheticCountry.ends(zoom);
        return "\\set x random(" + ends[0] + ", " + ends[1] + ")\n\\set y random(" + ends[2] + ", " + ends[3] + ")\n";
    }

    private void compare(
            TestDatabase database, LoadClients clients, String name, String layer, String day, int zoom, String sql)
            throws Exception {
        // At zoom 14 every request another tile, and another day when all were asked for; at zoom 6 another day each.
        IntFunction<String> uncached = i -> {
            int next = number.incrementAndGet();
            return SyntheticCountry.tile(
                    layer, zoom, next, day + DAY.plusDays(zoom > 9 ? 1 + next / TILES_A_DAY : next));
        };
        IntFunction<String> cached = i -> SyntheticCountry.tile(layer, zoom, i % 64, day + DAY);
        clients.ask(CLIENTS, Math.min(SECONDS, 5), uncached);
        LoadClients.Result drawn = clients.ask(CLIENTS, SECONDS, uncached);
        clients.ask(CLIENTS, 2, cached);
        LoadClients.Result kept = clients.ask(CLIENTS, SECONDS, cached);
        double byDatabase = pgbench(database, sql);
        System.out.printf(
                Locale.ROOT,
                "%-20s zoom %2d: drawn %8.0f/s (%,.0f bytes), kept %8.0f/s, ST_AsMVT %8.1f/s; drawn %6.2f times, kept %6.2f times%n",
                name,
                zoom,
                drawn.perSecond(),
                drawn.bytesEach(),
                kept.perSecond(),
                byDatabase,
                drawn.perSecond() / byDatabase,
                kept.perSecond() / byDatabase);
    }

    private static double pgbench(TestDatabase database, String sql) throws IOException, InterruptedException {
        Path script = Files.createTempFile("tile", ".sql");
        Files.writeString(script, sql);
        ProcessBuilder builder = new ProcessBuilder(
                "/usr/lib/postgresql/15/bin/pgbench",
                "-n",
                "-M",
                "prepared",
                "-c",
                String.valueOf(CLIENTS),
                "-j",
                "2",
                "-T",
                String.valueOf((int) SECONDS),
                "-f",
                script.toString(),
                database.url().replaceFirst("^jdbc:postgresql:", "postgresql:"));
        builder.environment().put("PGUSER", database.username());
        builder.environment().put("PGPASSWORD", database.password());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Files.delete(script);
        Matcher tps = TPS.matcher(output);
        if (!tps.find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(tps.group(1));
    }
}
