package vn.anttmap.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.territory.Jurisdictions;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.OnPostgis;

/**
 * The list of incidents, its totals and the first view of the map on a register of a million incidents (or as many as
 * {@code -Dincidents} says), on PostGIS: over HTTP, and the same SQL over JDBC and in psql.
 *
 * <p>{@code mvn test -Dtest=MillionIncidentsBenchmark}
 */
@OnPostgis
class MillionIncidentsBenchmark extends DemoServiceContract {

    private static final int INCIDENTS = Integer.getInteger("incidents", 1_000_000);
    private static final int PLACES = 4_000;
    private static final int ROUNDS = Integer.getInteger("rounds", 30);
    private static final int FIRST_VIEW_ROUNDS = Math.max(5, ROUNDS / 3);
    // The first requests run before the compiler has seen them.
    private static final int WARM_UP = 40;
    private static final Pattern TIMING = Pattern.compile("Time: ([0-9.]+) ms");

    @Autowired
    private JdbcTemplate template;

    @Autowired
    private Jurisdictions jurisdictions;

    @Autowired
    private Environment environment;

    /** A question over HTTP and the SQL that answers it. */
    private record Case(String name, String path, List<String> sql) {}

    @Test
    void listTotalsAndFirstView() throws SQLException, IOException, InterruptedException {
        fill();
        String scope = scope();
        String all = " from incident i where " + scope + " and i.withdrawn = false";
        String year = all + " and i.local_date >= '2022-01-01' and i.local_date <= '2022-12-31'";
        String order = " order by i.local_date desc, i.id limit 51";
        UUID middle = new UUID(0x8000000000000000L, 0);
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("2018-06-15_" + middle + "_" + INCIDENTS).getBytes(StandardCharsets.US_ASCII));
        String deep = " and (i.local_date < '2018-06-15' or i.id > '" + middle + "') and i.local_date <= '2018-06-15'";
        String groups = "select i.category, i.severity, i.handling_level, i.state, count(*),"
                + " sum(i.persons_involved), sum(i.dead), sum(i.injured), sum(i.damage_dong)";
        String byGroup = " group by i.category, i.severity, i.handling_level, i.state";
        String inYear = "from=2022-01-01&to=2022-12-31";
        measure(List.of(
                new Case(
                        "first page of all, with the number of all",
                        "/api/incidents?limit=50",
                        List.of("select i.*" + all + order, "select count(*)" + all)),
                new Case(
                        "page in the middle, by cursor",
                        "/api/incidents?limit=50&cursor=" + cursor,
                        List.of("select i.*" + all + deep + order)),
                new Case(
                        "first page of one year, with its number",
                        "/api/incidents?limit=50&" + inYear,
                        List.of("select i.*" + year + order, "select count(*)" + year)),
                new Case("summary of one year", "/api/incidents/summary?" + inYear, List.of(groups + year + byGroup)),
                new Case("summary of all", "/api/incidents/summary", List.of(groups + all + byGroup)),
                new Case(
                        "near the border",
                        "/api/incidents?limit=50&nearBorder=true",
                        List.of(
                                "select i.*" + all + " and i.near_border = true" + order,
                                "select count(*)" + all + " and i.near_border = true"))));
        firstView();
    }

    private void fill() {
        long begin = System.nanoTime();
        // Places in the communes of 2019, with every unit of any day that holds them, as the service would have found
        // them.
        template.execute("create table bench_place as select (row_number() over ())::int - 1 as number, place from ("
                + "select (st_dump(st_generatepoints(boundary, " + PLACES / 39 + ", 7))).geom as place"
                + " from territorial_unit where level = 'COMMUNE' and (valid_from is null or valid_from <= '2019-08-15')"
                + " and (valid_to is null or valid_to > '2019-08-15') and boundary is not null) spread");
        template.execute("create table bench_unit as select p.number, u.id, u.level, u.valid_from, u.valid_to"
                + " from bench_place p join territorial_unit u on st_covers(u.boundary, p.place)");
        template.execute("analyze bench_unit");
        int places = template.queryForObject("select count(*) from bench_place", Integer.class);
        template.execute(
                "create table bench_mark as select g, md5('incident ' || g)::uuid as id, ((g::bigint * 7919) % "
                        + places
                        + ")::int as place, date '2015-01-01' + ((g::bigint * 2654435761) % 3652)::int as day"
                        + " from generate_series(1, " + INCIDENTS + ") g");
        template.execute("insert into incident (id, version, position, place_accuracy, occurred_at, reported_at,"
                + " local_date, local_month, local_hour, category, severity, major_case, persons_involved, dead, injured,"
                + " damage_dong, handling_level, state, note, register_commune_id, near_border, withdrawn, synthetic,"
                + " created_by, created_at, changed_at)"
                + " select m.id, 0, p.place, 'EXACT', m.day + time '05:00', m.day + time '06:00', m.day,"
                + " extract(month from m.day), 12, (array['TTXH','TNGT','MATUY','TNXH','TRANHCHAP','CHAYNO'])[1 + g % 6],"
                + " null, g % 97 = 0, g % 4, 0, g % 3, 1000 * (g % 50), 'COMMUNE',"
                + " (array['RECEIVED','VERIFYING','RESOLVED'])[1 + g % 3], null, c.id, g % 5000 = 1, g % 200 = 0, false,"
                + " 'officer', m.day, m.day"
                + " from bench_mark m join bench_place p on p.number = m.place"
                + " join bench_unit c on c.number = m.place and c.level = 'COMMUNE'"
                + " and (c.valid_from is null or c.valid_from <= m.day) and (c.valid_to is null or c.valid_to > m.day)"
                + " on conflict do nothing");
        template.execute("insert into incident_placement (incident_id, unit_id, level, by_hand)"
                + " select m.id, u.id, u.level, false from bench_mark m join bench_unit u on u.number = m.place"
                + " join incident i on i.id = m.id on conflict do nothing");
        template.execute("vacuum analyze incident");
        template.execute("vacuum analyze incident_placement");
        System.out.printf(
                Locale.ROOT,
                "%,d incidents, %,d placements, filled in %.0f s; table %s, with indexes %s%n",
                template.queryForObject("select count(*) from incident", Long.class),
                template.queryForObject("select count(*) from incident_placement", Long.class),
                (System.nanoTime() - begin) / 1e9,
                template.queryForObject("select pg_size_pretty(pg_table_size('incident'))", String.class),
                template.queryForObject("select pg_size_pretty(pg_total_relation_size('incident'))", String.class));
    }

    /** The conditions of the planner's scope, with values instead of parameters. */
    private String scope() {
        List<Long> named = List.of(unitId("commune-15394-2019"), unitId("district-046"), unitId("district-394"));
        AccountView planner = new AccountView(0, "planner", "planner", Role.PLANNER, java.util.Set.of(), named, false);
        return "i.register_commune_id in ("
                + jurisdictions.of(planner).communeIds().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(","))
                + ") and i.category not in ('ANBG','ANCT')";
    }

    private void measure(List<Case> cases) throws SQLException, IOException, InterruptedException {
        System.out.printf(
                "%-45s %26s %26s %26s %9s %9s%n",
                "", "HTTP p50 / p95 ms", "JDBC p50 / p95 ms", "psql p50 / p95 ms", "p95/JDBC", "p95/psql");
        try (Connection connection =
                        DriverManager.getConnection(property("url"), property("username"), property("password"));
                Statement statement = connection.createStatement()) {
            for (Case one : cases) {
                for (String sql : one.sql()) {
                    explain(statement, sql);
                }
                double[] http = new double[ROUNDS];
                double[] jdbc = new double[ROUNDS];
                // In turns, so that what else the machine does falls on both.
                for (int round = -WARM_UP; round < ROUNDS; round++) {
                    double byHttp = millis(() -> get(one.path()));
                    double byJdbc = millis(() -> run(statement, one.sql()));
                    if (round >= 0) {
                        http[round] = byHttp;
                        jdbc[round] = byJdbc;
                    }
                }
                double[] psql = psql(one.sql());
                System.out.printf(
                        Locale.ROOT,
                        "%-45s %12.1f / %11.1f %12.1f / %11.1f %12.1f / %11.1f %9.2f %9.2f%n",
                        one.name(),
                        at(http, 0.5),
                        at(http, 0.95),
                        at(jdbc, 0.5),
                        at(jdbc, 0.95),
                        at(psql, 0.5),
                        at(psql, 0.95),
                        at(http, 0.95) / at(jdbc, 0.95),
                        at(http, 0.95) / at(psql, 0.95));
            }
        }
    }

    /** What the page asks for when it opens on a place and one year, one after the other. */
    private void firstView() {
        long district = unitId("district-394");
        String day = "2022-12-31";
        String period = "from=2022-01-01&to=" + day + "&boundaryDay=" + day + "&within=" + district;
        List<String> paths = List.of(
                "/api/features/communes?day=" + day + "&within=" + district,
                "/api/features/residential-areas?day=" + day + "&within=" + district,
                "/api/density/residential-areas?" + period,
                "/api/density/road-segments?" + period,
                "/api/safety/2022",
                "/api/incidents?limit=1000&" + period);
        double total = 0;
        for (String path : paths) {
            double[] times = new double[FIRST_VIEW_ROUNDS];
            for (int round = -3; round < FIRST_VIEW_ROUNDS; round++) {
                double time = millis(() -> get(path));
                if (round >= 0) {
                    times[round] = time;
                }
            }
            total += at(times, 0.95);
            System.out.printf(
                    Locale.ROOT, "first view: p50 %8.1f ms, p95 %8.1f ms  %s%n", at(times, 0.5), at(times, 0.95), path);
        }
        System.out.printf(Locale.ROOT, "first view, one after the other: p95 %.1f ms%n", total);
    }

    private void get(String path) {
        HttpResponse<String> answer = as("planner").get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static void run(Statement statement, List<String> queries) {
        try {
            for (String sql : queries) {
                try (ResultSet rows = statement.executeQuery(sql)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int column = 1; column <= columns; column++) {
                            rows.getObject(column);
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void explain(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery("explain (analyze, buffers) " + sql)) {
            while (rows.next()) {
                System.out.println("    " + rows.getString(1).replaceAll("\\{[0-9,]{200,}\\}", "{…}"));
            }
        }
    }

    private double[] psql(List<String> queries) throws IOException, InterruptedException {
        Path script = Files.createTempFile("bench", ".sql");
        Files.writeString(
                script,
                "\\timing on\n\\o /dev/null\n" + (String.join(";\n", queries) + ";\n").repeat(ROUNDS + WARM_UP));
        String url = property("url").replace("jdbc:postgresql:", "postgresql:");
        ProcessBuilder builder = new ProcessBuilder("psql", "-X", "-f", script.toString(), url);
        builder.environment().put("PGUSER", property("username"));
        builder.environment().put("PGPASSWORD", property("password"));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Files.delete(script);
        List<Double> times = new ArrayList<>();
        Matcher timing = TIMING.matcher(output);
        while (timing.find()) {
            times.add(Double.valueOf(timing.group(1)));
        }
        double[] rounds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int query = 0; query < queries.size(); query++) {
                rounds[round] += times.get((round + WARM_UP) * queries.size() + query);
            }
        }
        return rounds;
    }

    private String property(String name) {
        return environment.getRequiredProperty("spring.datasource." + name);
    }

    private static double millis(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double at(double[] times, double share) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }
}
