package vn.anttmap.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Right;
import vn.anttmap.access.Role;
import vn.anttmap.geo.WebMercator;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.OnPostgis;

/**
 * Vector tiles over HTTP, with rights, against {@code ST_AsMVT} asked directly by pgbench, eight clients each, on PostGIS:
 * as many areas, roads and incidents as {@code -Dareas}, {@code -Droads} and {@code -Dincidents} say.
 *
 * <p>{@code mvn test -Dtest=TileBenchmark -DargLine=-Xmx3g}
 */
@OnPostgis
class TileBenchmark extends DemoServiceContract {

    private static final int SIDE = (int) Math.sqrt(Integer.getInteger("areas", 100_000));
    private static final int ROADS = Integer.getInteger("roads", 20_000);
    private static final int INCIDENTS = Integer.getInteger("incidents", 2_000_000);
    private static final int SECONDS = Integer.getInteger("seconds", 10);
    private static final int CLIENTS = 8;
    private static final int COMMUNE_SIDE = 4;
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    /** Inside the box of {@link JitteredGrid}. */
    private static final double WEST = 104.2;

    private static final double NORTH = 22.8;
    private static final double DEGREES = 3.6;

    @Autowired
    private JdbcTemplate template;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Environment environment;

    @Test
    void againstTheDatabaseItself() throws Exception {
        fill();
        String areas =
                "territorial_unit where level = 'RESIDENTIAL_AREA' and (valid_from is null or valid_from <= date '2019-08-15')"
                        + " and (valid_to is null or valid_to > date '2019-08-15')";
        String areaColumns = "id, name, full_name, level, kind, code, measured_area_sq_km, synthetic";
        compare("areas", "residential-areas", "day=", 14, mvt(areaColumns, "boundary", areas, 14));
        compare(
                "roads",
                "road-segments",
                "day=",
                14,
                mvt("id, name, owner, measured_length_km, synthetic", "course", "road_segment where true", 14));
        compare(
                "incidents",
                "incidents",
                "to=",
                14,
                mvt(
                        "id, local_date, category, severity, place_accuracy",
                        "position",
                        "incident where withdrawn = false and state <> 'NOT_A_CASE'",
                        14));
        compare("areas, low zoom", "residential-areas", "day=", 6, mvt(areaColumns, "boundary", areas, 6));
        compare("incidents, low zoom", "incidents", "to=", 6, clusters(6));
    }

    private void fill() {
        long begin = System.nanoTime();
        String unit =
                "insert into territorial_unit (id, unit_key, level, kind, name, full_name, name_folded, parent_id,"
                        + " measured_area_sq_km, synthetic, boundary, west, south, east, north, version) values"
                        + " (?, ?, ?, ?, ?, ?, ?, ?, 1, true, st_setsrid(st_geomfromwkb(?), 4326), ?, ?, ?, ?, 0)";
        List<MultiPolygon> areas = new JitteredGrid(SIDE, 8).areas();
        List<Object[]> rows = new ArrayList<>();
        org.locationtech.jts.io.WKBWriter wkb = new org.locationtech.jts.io.WKBWriter();
        int communes = (SIDE + COMMUNE_SIDE - 1) / COMMUNE_SIDE;
        rows.add(row(10_000_000L, "PROVINCE", "TINH", null, box(104, 19, 108, 23), wkb));
        double step = 4.0 / SIDE * COMMUNE_SIDE;
        for (int i = 0; i < communes; i++) {
            for (int j = 0; j < communes; j++) {
                rows.add(row(
                        11_000_000L + (long) i * communes + j,
                        "COMMUNE",
                        "XA",
                        10_000_000L,
                        box(104 + j * step, 19 + i * step, 104 + (j + 1) * step, 19 + (i + 1) * step),
                        wkb));
            }
        }
        for (int i = 0; i < areas.size(); i++) {
            long commune = 11_000_000L + (long) (i / SIDE / COMMUNE_SIDE) * communes + i % SIDE / COMMUNE_SIDE;
            rows.add(row(12_000_000L + i, "RESIDENTIAL_AREA", "THON", commune, areas.get(i), wkb));
        }
        for (int i = 0; i < rows.size(); i += 2_000) {
            template.batchUpdate(unit, rows.subList(i, Math.min(rows.size(), i + 2_000)));
        }
        template.execute(
                "insert into road_segment (id, segment_key, name, name_folded, course, measured_length_km, west, south, east,"
                        + " north, synthetic, version) select 10000000 + g, 'bench-' || g, 'Road ' || g, 'road', st_multi(line), 1,"
                        + " st_xmin(line), st_ymin(line), st_xmax(line), st_ymax(line), true, 0"
                        + " from (select g, st_setsrid(st_makeline(array(select st_makepoint(x + 0.001 * n, y + 0.0005 * (n % 3))"
                        + " from generate_series(0, 9) n)), 4326) as line from (select g, 104.1 + 3.7 * random() as x,"
                        + " 19.1 + 3.7 * random() as y from generate_series(1, " + ROADS + ") g) start) lines");
        template.execute("insert into incident (id, version, position, place_accuracy, occurred_at, reported_at,"
                + " local_date, local_month, local_hour, category, severity, major_case, persons_involved, dead, injured,"
                + " damage_dong, handling_level, state, note, register_commune_id, near_border, withdrawn, synthetic,"
                + " created_by, created_at, changed_at)"
                + " select gen_random_uuid(), 0, st_setsrid(st_makepoint(x, y), 4326), 'EXACT', day, day, day, 1, 12,"
                + " (array['TTXH','TNGT','MATUY','TNXH','TRANHCHAP','CHAYNO'])[1 + g % 6], null, false, 0, 0, 0, 0,"
                + " 'COMMUNE', 'RECEIVED', null, 11000000 + floor((y - 19) / " + step + ")::int * " + communes
                + " + floor((x - 104) / " + step + ")::int, false, false, true, 'bench', day, day"
                + " from (select g, 104.02 + 3.9 * random() as x, 19.02 + 3.9 * random() as y,"
                + " date '2015-01-01' + (g % 1600) as day from generate_series(1, " + INCIDENTS + ") g) made");
        template.execute("vacuum analyze territorial_unit");
        template.execute("vacuum analyze road_segment");
        template.execute("vacuum analyze incident");
        template.execute("update territory_state set revision = 4711");
        accounts.create(new NewAccount(
                "bench",
                "bench",
                "bench",
                Role.PLANNER,
                Set.of(Right.SEE_INCIDENT_POINTS),
                List.of(10_000_000L),
                false,
                false,
                false));
        System.out.printf(
                Locale.ROOT,
                "%,d areas, %,d roads, %,d incidents filled in %.0f s%n",
                areas.size(),
                ROADS,
                INCIDENTS,
                (System.nanoTime() - begin) / 1e9);
        begin = System.nanoTime();
        get("residential-areas", 14, 0, "day=2019-08-15");
        get("incidents", 14, 0, "to=2019-08-15");
        System.out.printf(Locale.ROOT, "first tiles, both indexes built: %.0f s%n", (System.nanoTime() - begin) / 1e9);
    }

    private static Object[] row(
            long id,
            String level,
            String kind,
            Long parent,
            MultiPolygon shape,
            org.locationtech.jts.io.WKBWriter wkb) {
        var box = shape.getEnvelopeInternal();
        return new Object[] {
            id,
            "bench-" + id,
            level,
            kind,
            "Area " + id,
            "Thôn Area " + id,
            "area " + id,
            parent,
            wkb.write(shape),
            box.getMinX(),
            box.getMinY(),
            box.getMaxX(),
            box.getMaxY()
        };
    }

    private static MultiPolygon box(double west, double south, double east, double north) {
        var factory = vn.anttmap.geo.Wgs84.FACTORY;
        var box = (org.locationtech.jts.geom.Polygon)
                factory.toGeometry(new org.locationtech.jts.geom.Envelope(west, east, south, north));
        return factory.createMultiPolygon(new org.locationtech.jts.geom.Polygon[] {box});
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
        int[] ends = ends(zoom);
        return "\\set x random(" + ends[0] + ", " + ends[1] + ")\n\\set y random(" + ends[2] + ", " + ends[3] + ")\n";
    }

    /** First and last column and row. */
    private static int[] ends(int zoom) {
        double tiles = 1 << zoom;
        return new int[] {
            (int) (WebMercator.x(WEST) * tiles),
            (int) (WebMercator.x(WEST + DEGREES) * tiles),
            (int) (WebMercator.y(NORTH) * tiles),
            (int) (WebMercator.y(NORTH - DEGREES) * tiles)
        };
    }

    private void compare(String name, String layer, String day, int zoom, String sql) throws Exception {
        // Every request another tile, or another day, so that none was drawn before.
        AtomicInteger number = new AtomicInteger();
        IntFunction<String> uncached =
                i -> get(layer, zoom, i, day + LocalDate.of(2019, 8, 15).plusDays(number.incrementAndGet() % 20_000));
        IntFunction<String> cached = i -> get(layer, zoom, i % 64, day + "2019-08-15");
        measure(uncached, Math.min(SECONDS, 5));
        double drawn = measure(uncached, SECONDS);
        measure(cached, 2);
        double kept = measure(cached, SECONDS);
        double database = pgbench(sql);
        System.out.printf(
                Locale.ROOT,
                "%-20s zoom %2d: drawn %8.0f/s, kept %8.0f/s, ST_AsMVT %8.1f/s; drawn %6.1f times, kept %6.1f times%n",
                name,
                zoom,
                drawn,
                kept,
                database,
                drawn / database,
                kept / database);
    }

    private String get(String layer, int zoom, int number, String query) {
        int[] ends = ends(zoom);
        int columns = ends[1] - ends[0] + 1;
        int rows = ends[3] - ends[2] + 1;
        int x = ends[0] + (int) ((number * 7_919L) % columns);
        int y = ends[2] + (int) ((number * 104_729L) % rows);
        HttpResponse<byte[]> answer = as("bench")
                .getBytes(
                        "/ogc/collections/" + layer + "/tiles/WebMercatorQuad/" + zoom + "/" + y + "/" + x + "?"
                                + query,
                        "Accept-Encoding",
                        "gzip");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return "";
    }

    /** Answers a second. */
    private static double measure(IntFunction<String> request, int seconds) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        AtomicInteger answers = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        List<Future<?>> all = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int first = client * 100_000;
            all.add(clients.submit(() -> {
                for (int i = first; System.nanoTime() < end; i++) {
                    request.apply(i);
                    answers.incrementAndGet();
                }
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        clients.shutdown();
        return answers.get() / ((System.nanoTime() - begin) / 1e9);
    }

    private double pgbench(String sql) throws IOException, InterruptedException {
        Path script = Files.createTempFile("tile", ".sql");
        Files.writeString(script, sql);
        String url = property("url").replaceFirst("^jdbc:postgresql:", "postgresql:");
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
                String.valueOf(SECONDS),
                "-f",
                script.toString(),
                url);
        builder.environment().put("PGUSER", property("username"));
        builder.environment().put("PGPASSWORD", property("password"));
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

    private String property(String name) {
        return environment.getRequiredProperty("spring.datasource." + name);
    }
}
