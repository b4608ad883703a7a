package vn.anttmap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import vn.anttmap.testing.PostgisServer;
import vn.anttmap.testing.TestDatabase;
import vn.anttmap.testing.TestFolders;

/**
 * What keeping a register of ten years takes, in one table and in partitions by year: vacuum after a year's corrections,
 * indexes, notes that are removed, a year that goes, pg_dump and pg_restore; and what partitions cost each mark. Prints one
 * row for each size of {@code -Drows=1000000,2000000,5000000}. The tables are those of the service without foreign keys.
 *
 * <p>{@code mvn test -Dtest=PartitionBenchmark}
 */
class PartitionBenchmark {

    private static final List<Integer> ROWS = Arrays.stream(
                    System.getProperty("rows", "1000000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int FIRST_YEAR = 2016;
    private static final int LAST_YEAR = 2025;
    private static final int ASKED = 5_000;
    private static final String ONE = "one";
    private static final String YEARS = "years";

    /** Of the ones on each other's heels, the first writes what the other finds in memory: they take turns. */
    private static final List<List<String>> TURNS = List.of(List.of(ONE, YEARS), List.of(YEARS, ONE));

    @Test
    void oneTableAgainstPartitionsByYear() throws Exception {
        for (int size = 0; size < ROWS.size(); size++) {
            // A server for each: what the one before left to be written is not in the next one's time.
            try (PostgisServer server = PostgisServer.startDurable()) {
                TestDatabase database = server.newDatabase();
                try (Connection connection =
                                DriverManager.getConnection(database.url(), database.username(), database.password());
                        Statement statement = connection.createStatement()) {
                    new Round(
                                    ROWS.get(size),
                                    TURNS.get(size % 2),
                                    server,
                                    database,
                                    connection,
                                    statement,
                                    new HashMap<>())
                            .run();
                }
            }
        }
    }

    private record Round(
            int rows,
            List<String> turn,
            PostgisServer server,
            TestDatabase database,
            Connection connection,
            Statement statement,
            Map<String, Path> archives) {

        private interface Work {
            void on(String table) throws Exception;
        }

        void run() throws Exception {
            Flyway.configure()
                    .dataSource(database.url(), database.username(), database.password())
                    .locations("classpath:db/migration/common", "classpath:db/migration/postgresql")
                    .outOfOrder(true)
                    .load()
                    .migrate();
            fill();
            measure("all indexes built", this::index);
            statement.execute("analyze " + ONE);
            statement.execute("analyze " + YEARS);
            tell("table and indexes, MB", table -> size(table) / 1e6);
            measure("look up " + ASKED + " by id", this::lookUp);
            measure("insert " + ASKED + " one by one", this::insert);
            measure("correct 5 % of the newest year", table -> change(table, LAST_YEAR, "random() < 0.05", "state"));
            tell("dead rows when autovacuum begins", this::reach);
            measure("vacuum after it", table -> statement.execute("vacuum " + partition(table, LAST_YEAR)));
            measure("remove a year's notes", table -> change(table, FIRST_YEAR + 4, "true", "note"));
            measure("vacuum after it", table -> statement.execute("vacuum " + partition(table, FIRST_YEAR + 4)));
            measure(
                    "reindex what became loose",
                    table -> statement.execute("reindex table " + partition(table, FIRST_YEAR + 4)));
            measure("pg_dump, all", table -> dump(table, table));
            measure("pg_restore -j 2, all", this::restore);
            measure("pg_dump, the newest year", table -> dump(table, partition(table, LAST_YEAR)));
            measure("take the oldest year away", table -> {
                if (table.equals(YEARS)) {
                    statement.execute("drop table " + partition(table, FIRST_YEAR));
                } else {
                    statement.execute("delete from one where local_date < date '" + (FIRST_YEAR + 1) + "-01-01'");
                    statement.execute("vacuum one");
                }
            });
            tell("table and indexes then, MB", table -> size(table) / 1e6);
            assertThat(number("select count(*) from one")).isEqualTo(number("select count(*) from years"));
        }

        private void fill() throws SQLException {
            statement.execute("create table one (like incident including defaults)");
            statement.execute("create table years (like incident including defaults) partition by range (local_date)");
            statement.execute("alter table one set (autovacuum_enabled = false)");
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                statement.execute("create table years_" + year + " partition of years for values from ('" + year
                        + "-01-01') to ('" + (year + 1) + "-01-01') with (autovacuum_enabled = false)");
            }
            // Written day by day, as a register is: the rows of a day lie together.
            statement.execute("""
                    insert into one (id, version, position, place_accuracy, occurred_at, reported_at, local_date,
                        local_month, local_hour, category, severity, major_case, handling_level, state, note,
                        register_commune_id, near_border, withdrawn, synthetic, created_by, created_at, changed_at, closed_at)
                    select gen_random_uuid(), 2, st_setsrid(st_makepoint(104.4 + random(), 19.3 + random()), 4326), 'EXACT',
                        day + interval '3 hours', day + interval '4 hours', day, extract(month from day)::int, 10,
                        (array['TTXH', 'MT', 'GT', 'CN'])[1 + n %% 4], 'LESS_SERIOUS', false, 'COMMUNE', 'RESOLVED',
                        'Ghi chép của cán bộ về vụ việc số ' || n || ', đã xử lý tại chỗ',
                        1 + n %% 166, false, false, true, 'officer' || n %% 500, day, day, day + interval '5 days'
                    from (select n, (date '%1$d-01-01' + (n * %2$d / %3$d)::int)::timestamp as day
                          from generate_series(0::bigint, %3$d - 1) n) days
                    """.formatted(
                    FIRST_YEAR,
                    java.time.temporal.ChronoUnit.DAYS.between(
                            java.time.LocalDate.of(FIRST_YEAR, 1, 1), java.time.LocalDate.of(LAST_YEAR + 1, 1, 1)),
                    rows));
            statement.execute("insert into years select * from one");
            statement.execute("checkpoint");
        }

        private void index(String table) throws SQLException {
            List<String> definitions = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(
                    "select indexdef from pg_indexes where tablename = 'incident' and indexname <> 'incident_pk'")) {
                while (found.next()) {
                    definitions.add(found.getString(1));
                }
            }
            // The key of a partitioned table holds the column by which it is parted.
            statement.execute(
                    "alter table " + table + " add primary key (id" + (table.equals(YEARS) ? ", local_date)" : ")"));
            for (String definition : definitions) {
                statement.execute(definition
                        .replaceFirst("INDEX incident", "INDEX " + table)
                        .replace(" ON public.incident ", " ON " + table + " "));
            }
        }

        private void lookUp(String table) throws SQLException {
            List<UUID> ids = new ArrayList<>();
            try (ResultSet some = statement.executeQuery(
                    "select id from one tablesample system (2) order by md5(id::text) limit " + ASKED)) {
                while (some.next()) {
                    ids.add(some.getObject(1, UUID.class));
                }
            }
            try (PreparedStatement one = connection.prepareStatement("select * from " + table + " where id = ?")) {
                for (UUID id : ids) {
                    one.setObject(1, id);
                    try (ResultSet found = one.executeQuery()) {
                        assertThat(found.next()).isTrue();
                    }
                }
            }
        }

        private void insert(String table) throws SQLException {
            connection.setAutoCommit(false);
            try (PreparedStatement one =
                    connection.prepareStatement("insert into " + table + " select (jsonb_populate_record("
                            + "newest, jsonb_build_object('id', ?::text))).* from (select newest from " + ONE
                            + " newest where local_date = date '" + LAST_YEAR + "-12-30' limit 1) newest")) {
                for (int i = 0; i < ASKED; i++) {
                    one.setString(1, new UUID(i, 1).toString());
                    one.executeUpdate();
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }

        private void change(String table, int year, String which, String what) throws SQLException {
            statement.execute("update " + table + " set changed_at = now(), "
                    + (what.equals("note")
                            ? "note = null, note_redacted_at = now()"
                            : "state = 'IN_PROGRESS', closed_at = null")
                    + " where local_date between date '" + year + "-01-01' and date '" + year + "-12-31' and " + which);
        }

        private double reach(String table) throws SQLException {
            return number("select 50 + round(0.2 * reltuples) from pg_class where relname = '"
                    + partition(table, LAST_YEAR) + "'");
        }

        private double size(String table) throws SQLException {
            return number("select sum(pg_total_relation_size(oid)) from pg_class where relkind = 'r' and relname ~ '^"
                    + table + "(_[0-9]+)?$'");
        }

        private static String partition(String table, int year) {
            return table.equals(YEARS) ? YEARS + "_" + year : ONE;
        }

        private void dump(String table, String what) throws Exception {
            Path folder = TestFolders.create("partitions-");
            archives.put(table, folder);
            command("pg_dump", database, "-Fd", "-Z", "1", "-j", "2", "-f", folder.toString(), "-t", what + "*");
        }

        private void restore(String table) throws Exception {
            command("pg_restore", server.newDatabase(), "-j", "2", String.valueOf(archives.get(table)));
        }

        private static void command(String program, TestDatabase on, String... more) throws Exception {
            java.net.URI address = java.net.URI.create(on.url().substring("jdbc:".length()));
            List<String> command = new ArrayList<>(List.of(program));
            command.addAll(List.of("-h", address.getHost(), "-p", String.valueOf(address.getPort())));
            command.addAll(List.of("-U", on.username(), "-d", address.getPath().substring(1)));
            command.addAll(List.of(more));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", on.password());
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new UncheckedIOException(new IOException(program + ": " + said));
            }
        }

        private double number(String sql) throws SQLException {
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getDouble(1);
            }
        }

        private void measure(String what, Work work) throws Exception {
            double[] seconds = new double[2];
            for (String table : turn) {
                statement.execute("checkpoint");
                long begin = System.nanoTime();
                work.on(table);
                seconds[table.equals(ONE) ? 0 : 1] = (System.nanoTime() - begin) / 1e9;
            }
            print(what + ", s", seconds);
        }

        private interface Figure {
            double of(String table) throws SQLException;
        }

        private void tell(String what, Figure figure) throws SQLException {
            print(what, new double[] {figure.of(ONE), figure.of(YEARS)});
        }

        private void print(String what, double[] figures) {
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %s | %,.2f | %,.2f | %.2f | load %.0f |%n",
                    rows,
                    what,
                    figures[0],
                    figures[1],
                    figures[1] / figures[0],
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }
}
