package vn.anttmap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Role;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.OnPostgis;

/**
 * A zipped shapefile of 100,000 areas of 60 vertices ({@code -Dareas}) from the upload to the answer that it is stored, with
 * all checks, against ogr2ogr of the same ZIP into a table of the same PostGIS, in turns.
 *
 * <p>{@code mvn test -Dtest=ImportBenchmark}
 */
@OnPostgis
@TestPropertySource(
        properties = {
            "anttmap.territory-import.most-features=100000",
            "anttmap.territory-import.most-vertices=10000000",
            "anttmap.territory-import.largest-unpacked-bytes=536870912",
            "anttmap.territory-import.largest-memory-bytes=4294967296",
            "anttmap.territory-import.longest-look=10m",
            "anttmap.territory-import.longest-storing=10m",
            "anttmap.web.largest-file-bytes=536870912",
            "spring.servlet.multipart.max-file-size=512MB",
            "spring.servlet.multipart.max-request-size=512MB",
            "spring.servlet.multipart.file-size-threshold=512MB"
        })
class ImportBenchmark extends DemoServiceContract {

    private static final int AREAS = Integer.getInteger("areas", 100_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final int WARM_UP = Integer.getInteger("warmup", 1);

    /** After every real unit of the demonstration began. */
    private static final String DAY = "2031-01-01";

    /** Circles side by side, as in {@link ExportBenchmark}: 0.004° wide in cells of 0.01°. */
    private static final String SOURCE = "select 'Thôn thử ' || g as \"TEN_KDC\", 100 + g % 50 as \"SO_HO\","
            + " st_buffer(st_setsrid(st_makepoint(104 + (g % 400) * 0.01, 10 + (g / 400) * 0.01), 4326), 0.004,"
            + " 'quad_segs=15') as geom from generate_series(1, " + AREAS + ") g";

    private static final String GROUND = "st_multi(st_makeenvelope(103.9, 9.9, 108.1, 12.7, 4326))";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private JsonNode csrf = JsonMapper.shared().nullNode();

    @TempDir
    private Path folder;

    @Autowired
    private JdbcTemplate template;

    @Autowired
    private Environment environment;

    @Autowired
    private Accounts accounts;

    @Test
    void aLargeLayerAgainstOgr2ogr() throws IOException, InterruptedException {
        long commune = commune();
        accounts.create(new NewAccount(
                "planner-all", "planner-all", "Quy hoạch", Role.PLANNER, Set.of(), List.of(), true, false, false));
        signIn();
        Path zip = shapefile();
        System.out.printf(
                Locale.ROOT,
                "%,d areas, ZIP %,d bytes, heap %,d MB, load %.1f%n",
                AREAS,
                Files.size(zip),
                Runtime.getRuntime().maxMemory() >> 20,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        double[] service = new double[ROUNDS];
        double[] ogr = new double[ROUNDS];
        // In turns, so that what else the machine does falls on both.
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double ours = service(zip, commune);
            double theirs = ogr(zip);
            if (round >= 0) {
                service[round] = ours;
                ogr[round] = theirs;
            }
        }
        Arrays.sort(service);
        Arrays.sort(ogr);
        System.out.printf(
                Locale.ROOT,
                "service median %.1f s (%.1f to %.1f), ogr2ogr median %.1f s (%.1f to %.1f), ratio %.2f, load %.1f%n",
                service[ROUNDS / 2] / 1000,
                service[0] / 1000,
                service[ROUNDS - 1] / 1000,
                ogr[ROUNDS / 2] / 1000,
                ogr[0] / 1000,
                ogr[ROUNDS - 1] / 1000,
                service[ROUNDS / 2] / ogr[ROUNDS / 2],
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private long commune() {
        template.execute(
                "insert into territorial_unit (id, unit_key, level, kind, name, full_name, name_folded, parent_id,"
                        + " valid_from, measured_area_sq_km, synthetic, boundary, west, south, east, north, version)"
                        + " select 1000000000, 'bench-xa', 'COMMUNE', 'XA', 'Thử', 'Xã Thử', 'xa thu', min(id), date '2030-01-01', 100,"
                        + " true, " + GROUND
                        + ", 103.9, 9.9, 108.1, 12.7, 0 from territorial_unit where level = 'PROVINCE'"
                        + " and valid_to is null");
        template.execute("update territory_state set revision = revision + 1 where id = 1");
        return 1_000_000_000L;
    }

    private double service(Path zip, long commune) throws IOException, InterruptedException {
        // What was deleted by hand, below, is read anew before the clock starts.
        get("/api/imports/residential-areas?day=" + DAY);
        long begin = System.nanoTime();
        double cpuBegin = cpuSeconds();
        String boundary = "antt-bench";
        String path = "/api/imports/residential-areas";
        JsonNode look = send(
                path + "?unit=" + commune + "&day=" + DAY + "&kind=thon&complete=true",
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.concat(
                        BodyPublishers.ofString("--" + boundary
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.zip\"\r\n"
                                + "Content-Type: application/zip\r\n\r\n"),
                        BodyPublishers.ofFile(zip),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
        double looked = (System.nanoTime() - begin) / 1e6;
        double cpuLooked = cpuSeconds();
        assertThat(look.get("changes").asInt())
                .as(look.get("counts").toString())
                .isEqualTo(AREAS);
        send(
                path + "/" + look.get("importId").asString() + "/commit?changes=" + AREAS,
                "application/json",
                BodyPublishers.noBody());
        double stored = (System.nanoTime() - begin) / 1e6;
        System.out.printf(
                Locale.ROOT,
                "looked at in %.2f s (processor of the JVM %.2f s), stored in %.2f s more (%.2f s)%n",
                looked / 1e3,
                cpuLooked - cpuBegin,
                (stored - looked) / 1e3,
                cpuSeconds() - cpuLooked);
        assertThat(template.queryForObject(
                        "select count(*) from territorial_unit where unit_key like 'import-%'", Integer.class))
                .isEqualTo(AREAS);
        template.execute("delete from unit_population where unit_id in"
                + " (select id from territorial_unit where unit_key like 'import-%')");
        template.execute("delete from territorial_unit where unit_key like 'import-%'");
        template.execute("update territory_import set begun_ids = ''");
        template.execute("update territory_state set revision = revision + 1 where id = 1");
        template.execute("vacuum analyze territorial_unit");
        return stored;
    }

    /** Client and service share the JVM; the database is not in it. */
    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** As the page does, once: checking a password takes as long as reading some thousand areas. */
    private void signIn() throws IOException, InterruptedException {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(get("/login"));
        assertThat(token.find()).isTrue();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(baseUrl() + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=planner-all&password=planner-all&_csrf="
                                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
        csrf = JsonMapper.shared().readTree(get("/api/session")).get("csrf");
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(baseUrl() + path)).build(), BodyHandlers.ofString())
                .body();
    }

    private JsonNode send(String path, String type, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(baseUrl() + path))
                        .header("Content-Type", type)
                        .header(
                                csrf.get("headerName").asString(),
                                csrf.get("token").asString())
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private double ogr(Path zip) throws IOException, InterruptedException {
        template.execute("drop table if exists bench_ogr");
        return run(List.of(
                "ogr2ogr",
                "-f",
                "PostgreSQL",
                database(),
                "/vsizip/" + zip,
                "-nln",
                "bench_ogr",
                "-nlt",
                "MULTIPOLYGON",
                "-lco",
                "GEOMETRY_NAME=boundary"));
    }

    private Path shapefile() throws IOException, InterruptedException {
        Path made = Files.createDirectories(folder.resolve("made"));
        run(List.of(
                "ogr2ogr",
                "-f",
                "ESRI Shapefile",
                made.resolve("khu_dan_cu.shp").toString(),
                database(),
                "-sql",
                SOURCE,
                "-lco",
                "ENCODING=UTF-8"));
        Path zip = folder.resolve("khu_dan_cu.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file);
                Stream<Path> parts = Files.list(made)) {
            for (Path part : parts.sorted().toList()) {
                out.putNextEntry(new ZipEntry(part.getFileName().toString()));
                Files.copy(part, out);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return zip;
    }

    private static double run(List<String> command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + output);
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private String database() {
        URI url = URI.create(property("url").substring("jdbc:".length()));
        return "PG:host=" + url.getHost() + " port=" + url.getPort() + " dbname="
                + url.getPath().substring(1) + " user=" + property("username") + " password=" + property("password");
    }

    private String property(String name) {
        return environment.getRequiredProperty("spring.datasource." + name);
    }
}
