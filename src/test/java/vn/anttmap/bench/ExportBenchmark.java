package vn.anttmap.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.OnPostgis;

/**
 * Files of 100,000 areas of 60 vertices ({@code -Dareas}) from PostGIS over HTTP, against pgsql2shp (where {@code
 * -Dpgsql2shp} says it is) and ogr2ogr on the same database in turns.
 *
 * <p>{@code mvn test -Dtest=ExportBenchmark}
 */
@OnPostgis
class ExportBenchmark extends DemoServiceContract {

    private static final int AREAS = Integer.getInteger("areas", 100_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int WARM_UP = 2;

    /** After every real unit of the demonstration began, so that few others are there. */
    private static final String DAY = "2030-06-01";

    /** The columns of the service's layer of provinces. */
    private static final String ROWS =
            "select code as ma_tinh, full_name as ten_tinh, kind as loai_tinh, unit_key as khoa,"
                    + " valid_from as hieu_luc, valid_to as het_hl, measured_area_sq_km as dt_km2, 'đo từ ranh giới'::text as dt_nguon,"
                    + " households as dan_so, version::int as dan_so_nam, households as so_ho, synthetic::int as minh_hoa, boundary"
                    + " from territorial_unit where level = 'PROVINCE' and valid_from <= '" + DAY
                    + "' and (valid_to is null or valid_to > '" + DAY + "') order by unit_key";

    @TempDir
    private Path folder;

    @Autowired
    private JdbcTemplate template;

    @Autowired
    private Environment environment;

    /** One way to a file. */
    private interface Way {
        double millis() throws IOException, InterruptedException;
    }

    private record Named(String name, Way way) {}

    @Test
    void areasAgainstPgsql2shpAndOgr2ogr() throws IOException, InterruptedException {
        template.execute(
                "insert into territorial_unit (id, unit_key, level, kind, name, full_name, name_folded, valid_from,"
                        + " measured_area_sq_km, synthetic, boundary, west, south, east, north, version)"
                        + " select 1000000000 + g, 'bench-' || g, 'PROVINCE', (select min(kind) from territorial_unit where level ="
                        + " 'PROVINCE'), 'Vùng thử ' || g, 'Vùng thử số ' || g, 'vung thu ' || g, date '2030-01-01', 0.6, true, b,"
                        + " st_xmin(b), st_ymin(b), st_xmax(b), st_ymax(b), 0"
                        + " from (select g, st_multi(st_buffer(st_setsrid(st_makepoint(104 + (g % 400) * 0.01, 10 + (g / 400) * 0.01),"
                        + " 4326), 0.004, 'quad_segs=15')) as b from generate_series(1, " + AREAS + ") g) made");
        template.execute("update territory_state set revision = revision + 1 where id = 1");
        template.execute("vacuum analyze territorial_unit");
        System.out.printf(
                Locale.ROOT,
                "%,d areas, %.1f vertices on average%n",
                template.queryForObject("select count(*) from (" + ROWS + ") r", Long.class),
                template.queryForObject("select avg(st_npoints(boundary)) - 1 from (" + ROWS + ") r", Double.class));
        List<Named> plain = new ArrayList<>(List.of(
                new Named("service, shapefile", () -> service("shp.zip", "EPSG:4326")),
                new Named("ogr2ogr, shapefile", () -> ogr("ESRI Shapefile", "a.shp"))));
        String pgsql2shp = System.getProperty("pgsql2shp");
        if (pgsql2shp != null) {
            plain.add(new Named("pgsql2shp", () -> pgsql2shp(pgsql2shp)));
        }
        measure(plain);
        measure(List.of(
                new Named("service, shapefile in EPSG:9210", () -> service("shp.zip", "EPSG:9210")),
                new Named("ogr2ogr -t_srs EPSG:9210", () -> ogr("ESRI Shapefile", "a.shp", "-t_srs", "EPSG:9210"))));
        measure(List.of(
                new Named("service, GeoPackage", () -> service("gpkg", "EPSG:4326")),
                new Named("ogr2ogr, GeoPackage", () -> ogr("GPKG", "a.gpkg"))));
    }

    private void measure(List<Named> ways) throws IOException, InterruptedException {
        double[][] times = new double[ways.size()][ROUNDS];
        // In turns, so that what else the machine does falls on all.
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int way = 0; way < ways.size(); way++) {
                double time = ways.get(way).way().millis();
                if (round >= 0) {
                    times[way][round] = time;
                }
            }
        }
        for (int way = 0; way < ways.size(); way++) {
            Arrays.sort(times[way]);
            System.out.printf(
                    Locale.ROOT,
                    "%-35s median %7.0f ms, fastest %7.0f ms; the service takes %.2f of it%n",
                    ways.get(way).name(),
                    times[way][ROUNDS / 2],
                    times[way][0],
                    times[0][ROUNDS / 2] / times[way][ROUNDS / 2]);
        }
    }

    private double service(String ending, String crs) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString("planner:planner".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        baseUrl() + "/api/exports/provinces." + ending + "?boundaryDay=" + DAY + "&crs=" + crs))
                .header("Authorization", "Basic " + basic)
                .build();
        long begin = System.nanoTime();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = answer.body();
                OutputStream out = Files.newOutputStream(folder.resolve("download"))) {
            if (answer.statusCode() != 200) {
                throw new IOException(
                        answer.statusCode() + " " + new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            in.transferTo(out);
            return (System.nanoTime() - begin) / 1e6;
        }
    }

    private double ogr(String driver, String file, String... options) throws IOException, InterruptedException {
        URI url = database();
        String source = "PG:host=" + url.getHost() + " port=" + url.getPort() + " dbname="
                + url.getPath().substring(1) + " user=" + property("username") + " password=" + property("password");
        List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", driver));
        command.addAll(List.of(options));
        command.addAll(List.of(target(file).toString(), source, "-sql", ROWS, "-nln", "a", "-nlt", "MULTIPOLYGON"));
        return run(command);
    }

    private double pgsql2shp(String program) throws IOException, InterruptedException {
        URI url = database();
        return run(List.of(
                program,
                "-f",
                target("a").toString(),
                "-h",
                url.getHost(),
                "-p",
                String.valueOf(url.getPort()),
                "-u",
                property("username"),
                url.getPath().substring(1),
                ROWS));
    }

    private double run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", property("password"));
        long begin = System.nanoTime();
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + output);
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    /** A name in an empty folder. */
    private Path target(String name) throws IOException {
        Path empty = folder.resolve("made");
        if (Files.exists(empty)) {
            try (Stream<Path> files = Files.list(empty)) {
                files.forEach(ExportBenchmark::delete);
            }
        }
        return Files.createDirectories(empty).resolve(name);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI database() {
        return URI.create(property("url").substring("jdbc:".length()));
    }

    private String property(String name) {
        return environment.getRequiredProperty("spring.datasource." + name);
    }
}
