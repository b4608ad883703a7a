package vn.anttmap.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.testing.Browser;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/**
 * Somebody with an old computer drags the map of a country with 3,321 communes and four residential areas in each, the
 * processor slowed four times: how many tasks of more than 50 ms the browser counts meanwhile, and the longest.
 *
 * <p>{@code mvn test -Dtest=MapPanBenchmark}; the page of an earlier release with
 * {@code -DstaticFiles=/its/src/main/resources/static/}
 */
class MapPanBenchmark {

    private static final int SIDE = 58;
    private static final int COMMUNES = 3_321;
    private static final int INCIDENTS = Integer.getInteger("incidents", 200_000);
    private static final int SLOWER = Integer.getInteger("slower", 4);
    private static final @Nullable String STATIC = System.getProperty("staticFiles");
    private static final int DRAGS = 12;
    private static final long COUNTRY = 10_000_000;

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void tasksWhilePanning() throws Exception {
        TestDatabase database = TestDatabase.newPostgis();
        var builder = ServiceProcess.on(database).with("anttmap.demo", "true");
        if (STATIC != null) {
            builder.with("spring.web.resources.static-locations", "file:" + STATIC + ",classpath:/META-INF/resources/");
        }
        try (ServiceProcess service = builder.start()) {
            fill(database);
            for (String what : List.of(System.getProperty("views", "communes,8 communes,9.5 residential-areas,8.5")
                    .split(" "))) {
                String level = what.split(",")[0];
                String zoom = what.split(",")[1];
                measure(service, level, zoom);
            }
        }
    }

    private void measure(ServiceProcess service, String level, String zoom) {
        Page page = browser.newPage(
                1366,
                768,
                options -> options.setReducedMotion(ReducedMotion.REDUCE).setServiceWorkers(ServiceWorkerPolicy.BLOCK));
        page.setDefaultTimeout(300_000);
        page.navigate(service.baseUrl() + "/login");
        page.getByTestId("login-username").fill("planner");
        page.getByTestId("login-password").fill("planner");
        page.getByTestId("login-submit").click();
        page.getByTestId("account-button").waitFor();
        page.navigate(service.baseUrl() + "/?tab=map&place=" + COUNTRY + "&level=" + level
                + "&from=2018-01-01&to=2018-12-31&layers=communes,villages,residential-blocks,incidents&view=106,21,"
                + zoom);
        page.getByTestId("period-words").waitFor();
        page.waitForFunction("() => !document.body.classList.contains('is-loading')");
        // What is drawn step by step has time to be; what is measured is a person who has begun to look.
        page.waitForTimeout(8_000);
        String used = usedByTasks(page);
        var tools = page.context().newCDPSession(page);
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", SLOWER);
        tools.send("Emulation.setCPUThrottlingRate", rate);
        page.waitForTimeout(1_000);
        page.evaluate("""
                () => {
                  window.longTasks = []
                  new PerformanceObserver(list => list.getEntries().forEach(it => window.longTasks.push(it.duration)))
                    .observe({ type: 'longtask' })
                }
                """);
        pan(page);
        System.out.printf(
                Locale.ROOT,
                "%s at zoom %s, processor slowed %d times: %s tasks over 50 ms, longest %s ms, together %s ms; %s; %s shapes,"
                        + " %s tiles, %s symbols%n",
                level,
                zoom,
                SLOWER,
                page.evaluate("longTasks.length"),
                page.evaluate("Math.round(Math.max(0, ...longTasks))"),
                page.evaluate("Math.round(longTasks.reduce((a, b) => a + b, 0))"),
                used,
                page.locator("path[data-feature-id]").count(),
                page.locator(".vector-tile").count(),
                page.locator(".cluster").count());
        browser.screenshot(page, "pan-" + level + "-" + zoom + (STATIC == null ? "" : "-before"));
        page.context().close();
    }

    /**
     * The same without slowing, by the processor's own clock: what else runs on the machine does not count. Times
     * {@link #SLOWER} it is what the slow computer would need.
     */
    private static String usedByTasks(Page page) {
        page.context()
                .browser()
                .startTracing(
                        page,
                        new com.microsoft.playwright.Browser.StartTracingOptions()
                                .setCategories(List.of(
                                        "toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline")));
        pan(page);
        byte[] trace = page.context().browser().stopTracing();
        JsonNode events = JsonMapper.shared().readTree(trace).path("traceEvents");
        Map<String, Long> longest = new HashMap<>();
        Map<String, Integer> late = new HashMap<>();
        Set<String> mains = new HashSet<>();
        for (JsonNode event : events) {
            String thread = event.path("pid").asLong() + "/" + event.path("tid").asLong();
            if (event.path("name").asString().equals("thread_name")
                    && event.path("args").path("name").asString().equals("CrRendererMain")) {
                mains.add(thread);
            }
            if (event.path("name").asString().equals("RunTask") && event.has("tdur")) {
                long micros = event.path("tdur").asLong();
                longest.merge(thread, micros, Math::max);
                if (micros * SLOWER > 50_000) {
                    late.merge(thread, 1, Integer::sum);
                }
            }
        }
        String main = mains.stream()
                .max(Comparator.comparingLong(thread -> longest.getOrDefault(thread, 0L)))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "by the processor's clock %d times %.1f ms at most, %d such tasks",
                SLOWER,
                longest.getOrDefault(main, 0L) / 1000.0,
                late.getOrDefault(main, 0));
    }

    private static void pan(Page page) {
        for (int drag = 0; drag < DRAGS; drag++) {
            drag(page, drag % 4 < 2 ? 1 : -1, drag % 2);
        }
        page.waitForTimeout(2_000);
    }

    private static void drag(Page page, int way, int axis) {
        page.mouse().move(850, 420);
        page.mouse().down();
        for (int step = 1; step <= 12; step++) {
            page.mouse().move(850 + (axis == 0 ? way * step * 25 : 0), 420 + (axis == 1 ? way * step * 18 : 0));
            page.waitForTimeout(16);
        }
        page.mouse().up();
        page.waitForTimeout(500);
    }

    private static void fill(TestDatabase database) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = connection.createStatement();
                PreparedStatement unit = connection.prepareStatement(
                        "insert into territorial_unit (id, unit_key, level, kind, name, full_name, name_folded, parent_id,"
                                + " measured_area_sq_km, synthetic, boundary, west, south, east, north, version) values"
                                + " (?, ?, ?, ?, ?, ?, ?, ?, 50, true, st_setsrid(st_geomfromwkb(?), 4326), ?, ?, ?, ?, 0)")) {
            connection.setAutoCommit(false);
            add(
                    unit,
                    COUNTRY,
                    "PROVINCE",
                    "TINH",
                    null,
                    Wgs84.FACTORY.createMultiPolygon(new org.locationtech.jts.geom.Polygon[] {
                        (org.locationtech.jts.geom.Polygon) Wgs84.FACTORY.toGeometry(new Envelope(104, 108, 19, 23))
                    }));
            var communes = new JitteredGrid(SIDE, 8).areas();
            for (int i = 0; i < COMMUNES; i++) {
                add(unit, COUNTRY + 1 + i, "COMMUNE", "XA", COUNTRY, communes.get(i));
            }
            var areas = new JitteredGrid(SIDE * 2, 4).areas();
            for (int i = 0; i < areas.size(); i++) {
                int commune = i / (SIDE * 2) / 2 * SIDE + i % (SIDE * 2) / 2;
                if (commune < COMMUNES) {
                    add(unit, COUNTRY + 10_000 + i, "RESIDENTIAL_AREA", "THON", COUNTRY + 1 + commune, areas.get(i));
                }
            }
            unit.executeBatch();
            statement.execute(
                    "insert into register_coverage (unit_id, covered_from, covered_to, source, synthetic) values ("
                            + COUNTRY + ", '2018-01-01', '2018-12-31', 'bench', true)");
            statement.execute("insert into incident (id, version, position, place_accuracy, occurred_at, reported_at,"
                    + " local_date, local_month, local_hour, category, severity, major_case, persons_involved, dead, injured,"
                    + " damage_dong, handling_level, state, note, register_commune_id, near_border, withdrawn, synthetic,"
                    + " created_by, created_at, changed_at)"
                    + " select gen_random_uuid(), 0, st_setsrid(st_makepoint(x, y), 4326), 'EXACT', day, day, day, 1, 12,"
                    + " (array['TTXH','TNGT','TNXH'])[1 + g % 3], null, false, 0, 0, 0, 0, 'COMMUNE', 'RECEIVED', null,"
                    + " " + (COUNTRY + 1)
                    + " + floor((y - 19) / 4 * 58)::int * 58 + floor((x - 104) / 4 * 58)::int, false,"
                    + " false, true, 'bench', day, day"
                    + " from (select g, 104.02 + 3.9 * random() as x, 19.02 + 3.7 * random() ^ 2 as y,"
                    + " date '2018-01-01' + (g % 360) as day from generate_series(1, " + INCIDENTS + ") g) made");
            statement.execute("insert into incident_placement (incident_id, unit_id, level, by_hand) select id,"
                    + " register_commune_id, 'COMMUNE', false from incident where created_by = 'bench'");
            statement.execute("insert into incident_placement (incident_id, unit_id, level, by_hand) select id, "
                    + (COUNTRY + 10_000) + " + floor((st_y(position) - 19) * 29)::int * 116"
                    + " + floor((st_x(position) - 104) * 29)::int, 'RESIDENTIAL_AREA', false from incident"
                    + " where created_by = 'bench'");
            statement.execute(
                    "insert into incident_count_change (month_begin, changed_at) values (null, current_timestamp)");
            statement.execute("delete from account_jurisdiction where account_id in"
                    + " (select id from account where username = 'planner')");
            statement.execute("insert into account_jurisdiction (account_id, position, unit_id) select id, 0, "
                    + COUNTRY + " from account where username = 'planner'");
            statement.execute("update territory_state set revision = revision + 4711");
            connection.commit();
        }
    }

    private static void add(
            PreparedStatement unit, long id, String level, String kind, @Nullable Long parent, Geometry shape)
            throws SQLException {
        Envelope box = shape.getEnvelopeInternal();
        unit.setLong(1, id);
        unit.setString(2, "bench-" + id);
        unit.setString(3, level);
        unit.setString(4, kind);
        unit.setString(5, "Vùng " + id);
        unit.setString(6, (level.equals("COMMUNE") ? "Xã Vùng " : "Thôn Vùng ") + id);
        unit.setString(7, "vung " + id);
        unit.setObject(8, parent);
        unit.setBytes(9, new WKBWriter().write(shape));
        unit.setDouble(10, box.getMinX());
        unit.setDouble(11, box.getMinY());
        unit.setDouble(12, box.getMaxX());
        unit.setDouble(13, box.getMaxY());
        unit.addBatch();
    }
}
