package vn.anttmap.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.anttmap.testing.ServiceClient;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/**
 * Reports of a made-up province of 160 communes, 4,000 residential areas and 200,000 incidents a year, over HTTP from a
 * service of its own with 512 MB of heap on PostGIS: time, size and the memory that the service held at most.
 *
 * <p>{@code mvn test -Dtest=ProvinceReportBenchmark}
 */
class ProvinceReportBenchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final String PROVINCE = "/api/reports/900000";
    private static final String YEAR = "from=2019-01-01&to=2019-12-31";

    @Test
    void reportsOfAProvince() throws SQLException, IOException {
        TestDatabase database = TestDatabase.newPostgis();
        try (ServiceProcess service = ServiceProcess.on(database)
                .with("anttmap.demo", "true")
                .jvmOptions("-Xmx512m")
                .start()) {
            fill(database);
            service.restart();
            ServiceClient planner = service.client("bench", "planner");
            System.out.printf(Locale.ROOT, "idle: resident %,d MB%n", residentMb(service, "VmRSS"));
            for (String path : List.of(
                    PROVINCE + ".json?" + YEAR,
                    PROVINCE + ".docx?" + YEAR,
                    PROVINCE + ".pdf?" + YEAR,
                    PROVINCE + ".xlsx?" + YEAR,
                    PROVINCE + "/map.pdf?theme=density&level=residential-areas&size=a3&year=2019&" + YEAR,
                    "/api/overview?within=900000&year=2019",
                    "/api/safety/2019",
                    "/api/density/residential-areas?within=900000&" + YEAR)) {
                measure(service, planner, path);
            }
        }
    }

    private static void fill(TestDatabase database) throws SQLException, IOException {
        String script;
        try (var input =
                Objects.requireNonNull(ProvinceReportBenchmark.class.getResourceAsStream("/bench/province.sql"))) {
            script = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    private static void measure(ServiceProcess service, ServiceClient planner, String path) throws IOException {
        double[] seconds = new double[ROUNDS];
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            HttpResponse<byte[]> answer = planner.getBytes(path);
            seconds[round] = (System.nanoTime() - begin) / 1e9;
            bytes = answer.body().length;
            if (answer.statusCode() != 200) {
                System.out.println(answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
                break;
            }
        }
        double first = seconds[0];
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "first %6.2f s, median %6.2f s, slowest %6.2f s, %,10d bytes, resident at most %,d MB  %s%n",
                first,
                seconds[ROUNDS / 2],
                seconds[ROUNDS - 1],
                bytes,
                residentMb(service, "VmHWM"),
                path);
    }

    private static long residentMb(ServiceProcess service, String what) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + service.pid() + "/status")).stream()
                        .filter(line -> line.startsWith(what + ":"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                        .findFirst()
                        .orElse(0)
                / 1024;
    }
}
