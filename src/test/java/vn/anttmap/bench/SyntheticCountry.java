package vn.anttmap.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.anttmap.geo.WebMercator;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.testing.TestDatabase;

/**
 * A made-up province the size of a country on PostGIS, beside the demonstration: {@code -Dareas}, {@code -Droads} and
 * {@code -Dincidents} say how much, and an account {@code bench} with all of it as its territory.
 */
final class SyntheticCountry {

    static final int SIDE = (int) Math.sqrt(Integer.getInteger("areas", 100_000));
    static final int ROADS = Integer.getInteger("roads", 20_000);
    static final int INCIDENTS = Integer.getInteger("incidents", 2_000_000);
    static final String ACCOUNT = "bench";

    /** As the demonstration's planner's. */
    static final String PASSWORD = "planner";

    static final String TOKEN = "antt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final int COMMUNE_SIDE = 4;

    /** Inside the box of {@link JitteredGrid}. */
    private static final double WEST = 104.2;

    private static final double NORTH = 22.8;
    private static final double DEGREES = 3.6;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    final JdbcTemplate template;
    private final double step = 4.0 / SIDE * COMMUNE_SIDE;
    private final int communes = (SIDE + COMMUNE_SIDE - 1) / COMMUNE_SIDE;

    SyntheticCountry(TestDatabase database) {
        template =
                new JdbcTemplate(new DriverManagerDataSource(database.url(), database.username(), database.password()));
    }

    void fill() throws Exception {
        long begin = System.nanoTime();
        fillUnits();
        template.execute(
                "insert into road_segment (id, segment_key, name, name_folded, course, measured_length_km, west, south, east,"
                        + " north, synthetic, version) select 10000000 + g, 'bench-' || g, 'Road ' || g, 'road', st_multi(line), 1,"
                        + " st_xmin(line), st_ymin(line), st_xmax(line), st_ymax(line), true, 0"
                        + " from (select g, st_setsrid(st_makeline(array(select st_makepoint(x + 0.001 * n, y + 0.0005 * (n % 3))"
                        + " from generate_series(0, 9) n)), 4326) as line from (select g, 104.1 + 3.7 * random() as x,"
                        + " 19.1 + 3.7 * random() as y from generate_series(1, " + ROADS + ") g) start) lines");
        String column = "floor((x - 104) / " + step + ")::int";
        template.execute("create table bench_made as select g, gen_random_uuid() as id, x, y, day, floor((y - 19) / "
                + step + ")::int as i, " + column + " as j"
                + " from (select g, 104.02 + 3.9 * random() as x, 19.02 + 3.9 * random() as y,"
                + " date '2015-01-01' + (g % 1600) as day from generate_series(1, " + INCIDENTS + ") g) made");
        template.execute("insert into incident (id, version, position, place_accuracy, occurred_at, reported_at,"
                + " local_date, local_month, local_hour, category, severity, major_case, persons_involved, dead, injured,"
                + " damage_dong, handling_level, state, note, register_commune_id, near_border, withdrawn, synthetic,"
                + " created_by, created_at, changed_at)"
                + " select id, 0, st_setsrid(st_makepoint(x, y), 4326), 'EXACT', day + interval '5 hours',"
                + " day + interval '6 hours', day, 1, 12,"
                + " (array['TTXH','TNGT','MATUY','TNXH','TRANHCHAP','CHAYNO'])[1 + g % 6], null, false, 0, 0, 0, 0,"
                + " 'COMMUNE', 'RECEIVED', null, 11000000 + i * " + communes + " + j, false, false, true, 'bench', day,"
                + " day from bench_made");
        for (String unit : List.of("11000000 + i * " + communes + " + j, 'COMMUNE'", "10000000, 'PROVINCE'")) {
            template.execute("insert into incident_placement (incident_id, unit_id, level, by_hand) select id, " + unit
                    + ", false from bench_made where g <= 400000");
        }
        template.execute("drop table bench_made");
        for (String table : List.of("territorial_unit", "road_segment", "incident", "incident_placement")) {
            template.execute("vacuum analyze " + table);
        }
        template.execute("update territory_state set revision = 4711");
        account();
        System.out.printf(
                Locale.ROOT,
                "%,d areas, %,d roads, %,d incidents filled in %.0f s%n",
                SIDE * SIDE,
                ROADS,
                INCIDENTS,
                (System.nanoTime() - begin) / 1e9);
    }

    private void fillUnits() {
        String unit =
                "insert into territorial_unit (id, unit_key, level, kind, name, full_name, name_folded, parent_id,"
                        + " measured_area_sq_km, synthetic, boundary, west, south, east, north, version) values"
                        + " (?, ?, ?, ?, ?, ?, ?, ?, 1, true, st_setsrid(st_geomfromwkb(?), 4326), ?, ?, ?, ?, 0)";
        List<MultiPolygon> areas = new JitteredGrid(SIDE, 8).areas();
        List<Object[]> rows = new ArrayList<>();
        rows.add(row(10_000_000L, "PROVINCE", "TINH", null, box(104, 19, 108, 23)));
        for (int i = 0; i < communes; i++) {
            for (int j = 0; j < communes; j++) {
                rows.add(row(
                        11_000_000L + (long) i * communes + j,
                        "COMMUNE",
                        "XA",
                        10_000_000L,
                        box(104 + j * step, 19 + i * step, 104 + (j + 1) * step, 19 + (i + 1) * step)));
            }
        }
        for (int i = 0; i < areas.size(); i++) {
            long commune = 11_000_000L + (long) (i / SIDE / COMMUNE_SIDE) * communes + i % SIDE / COMMUNE_SIDE;
            rows.add(row(12_000_000L + i, "RESIDENTIAL_AREA", "THON", commune, areas.get(i)));
        }
        for (int i = 0; i < rows.size(); i += 2_000) {
            template.batchUpdate(unit, rows.subList(i, Math.min(rows.size(), i + 2_000)));
        }
    }

    private void account() throws Exception {
        template.execute("insert into account (username, display_name, password_hash, role, extra_rights, created_at)"
                + " select '" + ACCOUNT + "', '" + ACCOUNT + "', password_hash, 'PLANNER', 'SEE_INCIDENT_POINTS',"
                + " created_at from account where username = 'planner'");
        template.execute("insert into account_jurisdiction (account_id, position, unit_id)"
                + " select id, 0, 10000000 from account where username = '" + ACCOUNT + "'");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8));
        template.update(
                "insert into account_token (id, account_id, name, secret_hash, may_write, created_at, expires_at)"
                        + " select ?, id, 'bench', ?, false, ?, ? from account where username = '" + ACCOUNT + "'",
                UUID.randomUUID(),
                HexFormat.of().formatHex(hash),
                OffsetDateTime.parse("2026-01-01T00:00:00Z"),
                OffsetDateTime.parse("2100-01-01T00:00:00Z"));
    }

    private static Object[] row(long id, String level, String kind, Long parent, MultiPolygon shape) {
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
            new WKBWriter().write(shape),
            box.getMinX(),
            box.getMinY(),
            box.getMaxX(),
            box.getMaxY()
        };
    }

    private static MultiPolygon box(double west, double south, double east, double north) {
        return Wgs84.FACTORY.createMultiPolygon(
                new Polygon[] {(Polygon) Wgs84.FACTORY.toGeometry(new Envelope(west, east, south, north))});
    }

    /** First and last column and row of the tiles that lie in it. */
    static int[] ends(int zoom) {
        double tiles = 1 << zoom;
        return new int[] {
            (int) (WebMercator.x(WEST) * tiles),
            (int) (WebMercator.x(WEST + DEGREES) * tiles),
            (int) (WebMercator.y(NORTH) * tiles),
            (int) (WebMercator.y(NORTH - DEGREES) * tiles)
        };
    }

    /** Path of one of its tiles; as many different ones as there are, for numbers that follow each other. */
    static String tile(String layer, int zoom, int number, String query) {
        int[] ends = ends(zoom);
        int x = ends[0] + (int) ((number * 7_919L) % (ends[1] - ends[0] + 1));
        int y = ends[2] + (int) ((number * 104_729L) % (ends[3] - ends[2] + 1));
        return "/ogc/collections/" + layer + "/tiles/WebMercatorQuad/" + zoom + "/" + y + "/" + x + "?" + query;
    }

    /** Header lines of one that sends name and password, or the code, each time. */
    static String basic(String secret) {
        return basic(ACCOUNT, secret);
    }

    static String basic(String account, String secret) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString((account + ":" + secret).getBytes(StandardCharsets.UTF_8))
                + "\r\n";
    }

    /** Header lines of one that signed in through the page. */
    static String session(String baseUrl) throws Exception {
        return session(baseUrl, ACCOUNT, PASSWORD);
    }

    static String session(String baseUrl, String account, String password) throws Exception {
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        URI page = URI.create(baseUrl + "/login");
        Matcher token =
                CSRF.matcher(browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
        if (!token.find()) {
            throw new IllegalStateException("no form");
        }
        browser.send(
                HttpRequest.newBuilder(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=" + account + "&password=" + password
                                + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        StringBuilder line = new StringBuilder("Cookie: ");
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> line.append(cookie.getName())
                        .append('=')
                        .append(cookie.getValue())
                        .append("; "));
        return line.append("\r\n").toString();
    }
}
