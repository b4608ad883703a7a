package vn.anttmap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.density.Density;
import vn.anttmap.density.DensityLevel;
import vn.anttmap.density.grid.GridDensity;
import vn.anttmap.density.grid.GridShape;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.OnPostgis;

/**
 * Counts of 99,856 areas and of hexagons over 200,000 and 2,000,000 incidents ({@code -Dincidents=…}, comma-separated) on
 * PostGIS: the service, against a spatial join and against {@code ST_HexagonGrid} on tables of their own that hold geometry
 * and day only, in turns and in one run. Takes a quarter of an hour.
 *
 * <p>{@code mvn test -Dtest=CountBenchmark}
 */
@OnPostgis
class CountBenchmark extends DemoServiceContract {

    private static final List<Integer> INCIDENTS = Arrays.stream(
                    System.getProperty("incidents", "200000,2000000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int WARM_UP = Integer.getInteger("warmUp", 2);

    /** Of 2,000,000 incidents, {@code ST_HexagonGrid} takes minutes for each round. */
    private static final boolean HEXAGONS = !"false".equals(System.getProperty("hexagons"));

    private static final int SIDE = 316;

    /** Areas of a commune, in each direction. */
    private static final int COMMUNE = 18;

    private static final long PROVINCE = 1_000_000_000;
    private static final long COMMUNES = 1_000_001_000;
    private static final long AREAS = 1_001_000_000;
    private static final int HEXAGON_M = Integer.getInteger("hexagonM", 2_500);

    /** Before the demonstration begins. */
    private static final LocalDate FIRST = LocalDate.of(2005, 1, 1);

    private static final int DAYS = 3_652;
    private static final LocalDate LAST = FIRST.plusDays(DAYS - 1);

    private static final AccountView ALL =
            new AccountView(0, "bench", "bench", Role.OFFICER, Set.of(), List.of(), true);

    @Autowired
    private JdbcTemplate template;

    @Autowired
    private Environment environment;

    @Autowired
    private IncidentCounts counts;

    @Autowired
    private Density density;

    @Autowired
    private GridDensity grids;

    private final HttpClient client = HttpClient.newHttpClient();

    private record Period(String name, LocalDate from, LocalDate to) {

        IncidentCounts.Question question() {
            return IncidentCounts.Question.period(from, to, to);
        }

        String between() {
            return " between '" + from + "' and '" + to + "'";
        }

        String query() {
            return "from=" + from + "&to=" + to;
        }
    }

    /** {@code -Dperiods=month,all} for some: a year of hexagons takes PostgreSQL minutes a round. */
    private static final List<String> WANTED =
            List.of(System.getProperty("periods", "month,quarter,year,all").split(","));

    private static final List<Period> PERIODS = Stream.of(
                    new Period("month", LocalDate.of(2010, 3, 1), LocalDate.of(2010, 3, 31)),
                    new Period("quarter", LocalDate.of(2010, 4, 1), LocalDate.of(2010, 6, 30)),
                    new Period("year", LocalDate.of(2010, 1, 1), LocalDate.of(2010, 12, 31)),
                    new Period("all", FIRST, LAST))
            .filter(period -> WANTED.contains(period.name()))
            .toList();

    private int newSizeM = HEXAGON_M;

    /** The first is what the others are compared with. */
    private record Way(String name, Runnable work) {}

    /** Median by what was measured, of each number of incidents. */
    private final Map<String, List<Double>> medians = new LinkedHashMap<>();

    @Test
    void countsAgainstSpatialJoins() throws SQLException {
        territory();
        int before = 0;
        try (Connection connection =
                        DriverManager.getConnection(property("url"), property("username"), property("password"));
                Statement statement = connection.createStatement()) {
            for (int incidents : INCIDENTS) {
                incidents(before, incidents);
                before = incidents;
                System.out.printf(Locale.ROOT, "%n%,d incidents%n", incidents);
                cold();
                for (Period period : PERIODS) {
                    same(statement, period);
                    areas(statement, period);
                    if (HEXAGONS) {
                        hexagons(statement, period);
                    }
                }
            }
        }
        System.out.printf("%ngrowth of the medians from %s incidents%n", INCIDENTS);
        medians.forEach((name, values) ->
                System.out.printf(Locale.ROOT, "%-45s %8.1f%n", name, values.get(values.size() - 1) / values.get(0)));
    }

    private void territory() {
        WKBWriter writer = new WKBWriter(2, true);
        List<Object[]> rows = new ArrayList<>();
        List<MultiPolygon> areas = new JitteredGrid(SIDE, 8).areas();
        for (int i = 0; i < areas.size(); i++) {
            rows.add(new Object[] {
                AREAS + i, COMMUNES + (i / SIDE / COMMUNE) * 100 + (i % SIDE) / COMMUNE, writer.write(areas.get(i))
            });
        }
        template.execute(
                "create table bench_area (id bigint primary key, commune bigint, geom geometry(MultiPolygon, 4326))");
        template.batchUpdate("insert into bench_area values (?, ?, st_geomfromewkb(?))", rows);
        template.execute("create index bench_area_place on bench_area using gist (geom)");
        // No boundary: nothing here asks for it, and the union takes half a minute.
        template.execute(insertUnits(
                "PROVINCE",
                String.valueOf(PROVINCE),
                "null",
                "(select cast(null as geometry(MultiPolygon, 4326)) as b) made"));
        template.execute(insertUnits(
                "COMMUNE",
                "commune",
                String.valueOf(PROVINCE),
                "(select commune, st_multi(st_union(geom)) as b from bench_area group by commune) made"));
        template.execute(insertUnits(
                "RESIDENTIAL_AREA", "id", "commune", "(select id, commune, geom as b from bench_area) made"));
        template.update(
                "insert into register_coverage (unit_id, covered_from, covered_to, source, synthetic) values (?, ?, ?, 'bench', true)",
                PROVINCE,
                FIRST,
                LAST);
        template.execute("update territory_state set revision = revision + 1 where id = 1");
        template.execute("update account set whole_country = true where username = 'officer'");
        template.execute("create table bench_incident (id uuid primary key, geom geometry(Point, 4326),"
                + " place geometry(Point, 32648), day date)");
        template.execute("create index bench_incident_geom on bench_incident using gist (geom)");
        template.execute("create index bench_incident_place on bench_incident using gist (place)");
        template.execute("create index bench_incident_day on bench_incident (day)");
        template.execute("vacuum analyze bench_area");
        template.execute("vacuum analyze territorial_unit");
    }

    private static String insertUnits(String level, String id, String parent, String from) {
        return "insert into territorial_unit (id, unit_key, level, kind, code, name, full_name, name_folded, parent_id,"
                + " measured_area_sq_km, synthetic, boundary, west, south, east, north, version)"
                + " select " + id + ", 'bench-' || " + id + ", '" + level + "', (select min(kind) from territorial_unit"
                + " where level = '" + level + "'), null, 'Vùng ' || " + id + ", 'Vùng ' || " + id + ", 'vung', "
                + parent
                + ", st_area(st_transform(b, 32648)) / 1e6, true, b, st_xmin(b), st_ymin(b), st_xmax(b), st_ymax(b), 0 from "
                + from;
    }

    private void incidents(int from, int to) {
        long begin = System.nanoTime();
        template.execute("create temporary table made as select g, md5('incident ' || g)::uuid as id,"
                + " st_setsrid(st_makepoint(104.05 + 3.9 * random(), 19.05 + 3.9 * random()), 4326) as geom,"
                + " date '" + FIRST + "' + floor(random() * " + DAYS + ")::int as day"
                + " from generate_series(" + (from + 1) + ", " + to + ") g");
        template.execute("create temporary table placed as select m.*, a.id as area, a.commune from made m"
                + " join bench_area a on st_contains(a.geom, m.geom)");
        template.execute("insert into bench_incident select id, geom, st_transform(geom, 32648), day from placed");
        template.execute("insert into incident (id, version, position, place_accuracy, occurred_at, reported_at,"
                + " local_date, local_month, local_hour, category, severity, major_case, handling_level, state,"
                + " register_commune_id, near_border, withdrawn, synthetic, created_by, created_at, changed_at)"
                + " select id, 0, geom, 'EXACT', day + time '05:00', day + time '06:00', day, extract(month from day), 12,"
                + " (array['TTXH','TNGT','MATUY','TNXH','TRANHCHAP','CHAYNO'])[1 + g % 6], null, g % 97 = 0, 'COMMUNE',"
                + " 'RECEIVED', commune, false, false, false, 'officer', day, day from placed");
        template.execute("insert into incident_placement (incident_id, unit_id, level, by_hand)"
                + " select id, area, 'RESIDENTIAL_AREA', false from placed union all"
                + " select id, commune, 'COMMUNE', false from placed union all"
                + " select id, " + PROVINCE + ", 'PROVINCE', false from placed");
        template.execute(
                "insert into incident_count_change (month_begin, changed_at) values (null, current_timestamp)");
        template.execute("drop table made");
        template.execute("drop table placed");
        for (String table : List.of("incident", "incident_placement", "bench_incident")) {
            template.execute("vacuum analyze " + table);
        }
        System.out.printf(Locale.ROOT, "filled in %.0f s%n", (System.nanoTime() - begin) / 1e9);
    }

    /** Nothing is in memory yet, as after a start. */
    private void cold() {
        // The index of the territory is another matter: it is there before the first question about incidents.
        LocalDate before = FIRST.minusYears(10);
        density.report(
                ALL,
                DensityLevel.RESIDENTIAL_AREAS,
                IncidentCounts.Question.period(before, before, before),
                Locale.ROOT);
        System.gc();
        long used = used();
        Period month = PERIODS.get(0);
        Period all = PERIODS.get(PERIODS.size() - 1);
        double first = millis(() -> counts.byUnit(ALL, UnitLevel.RESIDENTIAL_AREA, month.question()));
        double rest = millis(() -> counts.byUnit(ALL, UnitLevel.RESIDENTIAL_AREA, all.question()));
        System.gc();
        System.out.printf(
                Locale.ROOT,
                "first question after the start: one month %.0f ms, then all %.0f ms; held in memory %.0f MB%n",
                first,
                rest,
                (used() - used) / 1e6);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String join(Period period) {
        return "select a.id, count(*) from bench_area a join bench_incident i on st_covers(a.geom, i.geom)"
                + " and i.day" + period.between() + " group by a.id";
    }

    /** Both must count the same, but for places on a line. */
    private void same(Statement statement, Period period) throws SQLException {
        Map<Long, Integer> expected = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(join(period))) {
            while (rows.next()) {
                expected.put(rows.getLong(1), rows.getInt(2));
            }
        }
        assertThat(counts.byUnit(ALL, UnitLevel.RESIDENTIAL_AREA, period.question()))
                .isEqualTo(expected);
    }

    private void areas(Statement statement, Period period) {
        String path = "/api/density/residential-areas?" + period.query();
        measure(
                "areas, " + period.name(),
                new Way("spatial join", () -> run(statement, join(period))),
                new Way("counts", () -> counts.byUnit(ALL, UnitLevel.RESIDENTIAL_AREA, period.question())),
                new Way(
                        "density with rates and intervals",
                        () -> density.report(ALL, DensityLevel.RESIDENTIAL_AREAS, period.question(), Locale.ROOT)),
                new Way("… over HTTP as JSON", () -> get(path)),
                new Way(
                        "series by year over HTTP",
                        () -> get("/api/density/series?level=residential-areas&step=year&" + period.query())));
    }

    private void hexagons(Statement statement, Period period) {
        double edge = HEXAGON_M * Math.sqrt(2 / (3 * Math.sqrt(3)));
        String sql = "select h.i, h.j, count(*) from st_hexagongrid(" + edge
                + ", st_transform(st_makeenvelope(104, 19, 108, 23, 4326), 32648)) h"
                + " join bench_incident i on st_intersects(h.geom, i.place) and i.day" + period.between()
                + " group by h.i, h.j";
        measure(
                "hexagons, " + period.name(),
                new Way("ST_HexagonGrid", () -> run(statement, sql)),
                new Way("cells", () -> grids.report(ALL, GridShape.HEXAGON, HEXAGON_M, period.question())),
                // A size that nobody asked for yet: cells and shares are worked out.
                new Way("cells made anew", () -> grids.report(ALL, GridShape.HEXAGON, ++newSizeM, period.question())),
                new Way(
                        "… over HTTP as JSON",
                        () -> get("/api/density/grid?shape=hexagon&sizeM=" + HEXAGON_M + "&" + period.query())));
    }

    private void measure(String what, Way... ways) {
        double[][] times = new double[ways.length][ROUNDS];
        // In turns, so that what else the machine does falls on all.
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int way = 0; way < ways.length; way++) {
                double time = millis(ways[way].work());
                if (round >= 0) {
                    times[way][round] = time;
                }
            }
        }
        for (int way = 0; way < ways.length; way++) {
            Arrays.sort(times[way]);
            double median = times[way][ROUNDS / 2];
            String name = what + ": " + ways[way].name();
            medians.computeIfAbsent(name, key -> new ArrayList<>()).add(median);
            System.out.printf(
                    Locale.ROOT,
                    "%-60s median %9.1f ms, fastest %9.1f ms, 1/%.1f%n",
                    name,
                    median,
                    times[way][0],
                    times[0][ROUNDS / 2] / median);
        }
    }

    private void get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl() + path))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("officer:officer".getBytes(StandardCharsets.UTF_8)))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException(path + ": " + status);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static void run(Statement statement, String sql) {
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getLong(1);
                rows.getLong(2);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String property(String name) {
        return environment.getRequiredProperty("spring.datasource." + name);
    }

    private static double millis(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }
}
