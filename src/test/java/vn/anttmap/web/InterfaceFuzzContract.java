package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.anttmap.testing.DemoServiceContract;

/**
 * Whatever is sent to any operation of the OpenAPI document, the service answers, and never that it broke. What is written on
 * the way stays in a database of its own. {@code -Danttmap.fuzz=50000} for more requests, {@code -Danttmap.fuzz.seed} for
 * others.
 */
@DirtiesContext
@TestPropertySource(properties = "spring.application.name=antt-map-fuzz")
abstract class InterfaceFuzzContract extends DemoServiceContract {

    private static final int REQUESTS = Integer.getInteger("anttmap.fuzz", 800);
    private static final long SEED = Long.getLong("anttmap.fuzz.seed", 20190815);
    private static final List<String> ROLES = List.of("officer", "admin", "planner", "leader");

    /** Events go on until the reader leaves; the others may shut the accounts that ask for everything else. */
    private static final List<String> LEFT_OUT =
            List.of("/api/live", "/api/account/password", "/api/accounts/{id}", "/api/accounts/{id}/password");

    private static final Pattern INSIDE = Pattern.compile(
            "\\bat [a-z]+\\.[a-z.]+\\(|Exception|org\\.(h2|postgresql|hibernate|springframework)\\.|select .+ from ");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void nothingThatIsSentMakesAnOperationBreak() throws InterruptedException {
        RandomRequests requests =
                new RandomRequests(SEED, json(as("admin").get("/v3/api-docs")), known(), knownByName(), LEFT_OUT);
        Map<String, String> broken = new TreeMap<>();
        Map<Integer, Integer> byStatus = new TreeMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            RandomRequests.Request request = requests.next(i);
            String account = ROLES.get(i / requests.operations() % ROLES.size());
            String fault = fault(request, account, byStatus);
            if (fault != null) {
                broken.putIfAbsent(request.operation(), shortened(account + " " + request + "\n  " + fault));
            }
        }
        System.out.println(
                "seed " + SEED + ", " + requests.operations() + " operations, answers by status " + byStatus);
        assertThat(broken.values()).as("seed " + SEED).isEmpty();
    }

    private String fault(RandomRequests.Request request, String account, Map<Integer, Integer> byStatus)
            throws InterruptedException {
        HttpResponse<String> answer;
        try {
            answer = http.send(request(request, account), BodyHandlers.ofString());
        } catch (IOException e) {
            return "no answer: " + e;
        }
        byStatus.merge(answer.statusCode(), 1, Integer::sum);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() >= 500) {
            return answer.statusCode() + " " + answer.body();
        }
        if (answer.statusCode() == 401) {
            return "the account may not sign in any more";
        }
        if (answer.statusCode() >= 400 && !type.startsWith("application/problem+json")) {
            return answer.statusCode() + " of type " + type;
        }
        return answer.statusCode() >= 400 && INSIDE.matcher(answer.body()).find()
                ? "tells of its inside: " + answer.body()
                : null;
    }

    private HttpRequest request(RandomRequests.Request request, String account) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(baseUrl() + request.path()))
                .timeout(Duration.ofSeconds(60))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < request.headers().size(); i += 2) {
            builder.setHeader(request.headers().get(i), request.headers().get(i + 1));
        }
        return builder.method(
                        request.method(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()))
                .build();
    }

    private static String shortened(String text) {
        return text.length() < 1_000 ? text : text.substring(0, 1_000) + "…";
    }

    /** So that requests get beyond "there is no such thing". */
    private List<String> known() {
        List<String> known = new ArrayList<>(List.of(
                "communes",
                "residential-areas",
                "road-segments",
                "incidents",
                "hexagon",
                "TTXH",
                "quan lao",
                "month",
                "year",
                "quantile",
                "EPSG:5897",
                "TT23-2012",
                "0001",
                "5",
                "106.32",
                "22.82",
                "communes.gpkg",
                "json"));
        known.add(QUAN_LAO_INCIDENT.substring("/api/incidents/".length()));
        known.add(TRA_LINH_INCIDENT.substring("/api/incidents/".length()));
        known.addAll(units());
        return known;
    }

    private Map<String, List<String>> knownByName() {
        List<String> layers = List.of("communes", "residential-areas", "villages", "road-segments", "incidents");
        List<String> days = List.of("2018-01-01", "2019-08-15", "2019-12-01", "2025-07-01");
        return Map.ofEntries(
                Map.entry("level", layers),
                Map.entry("collectionId", layers),
                Map.entry("file", List.of("communes.gpkg", "incidents.csv", "road-segments.shp.zip", "villages.kml")),
                Map.entry("format", List.of("json", "docx", "pdf", "xlsx", "csv")),
                Map.entry("f", List.of("json", "html", "tilejson", "mvt")),
                Map.entry("register", List.of("security-teams", "outreach", "models")),
                Map.entry("category", List.of("TTXH", "TNGT", "CHAYNO")),
                Map.entry("from", days),
                Map.entry("to", days),
                Map.entry("day", days),
                Map.entry("boundaryDay", days),
                Map.entry("year", List.of("2018", "2019", "2025")),
                Map.entry("zoom", List.of("0", "6", "10", "14")),
                Map.entry("row", List.of("0", "27", "455", "7272")),
                Map.entry("column", List.of("0", "50", "812", "12999")),
                Map.entry("step", List.of("month", "quarter", "year")),
                Map.entry("bbox", List.of("105.6,19.9,105.7,20")),
                Map.entry("crs", List.of("EPSG:5897", "http://www.opengis.net/def/crs/OGC/1.3/CRS84")),
                Map.entry("longitude", List.of("105.64806")),
                Map.entry("latitude", List.of("19.97194")),
                Map.entry("areaId", units()),
                Map.entry("within", units()));
    }

    private List<String> units() {
        return jdbc
                .sql("select id from territorial_unit where valid_to is null order by id limit 5")
                .query(Long.class)
                .list()
                .stream()
                .map(String::valueOf)
                .toList();
    }
}
