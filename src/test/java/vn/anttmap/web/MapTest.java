package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.testing.Browser;
import vn.anttmap.testing.ServiceClient;
import vn.anttmap.testing.ServiceProcess;

/**
 * What the browser tests of the map page share: the running service, pages of both sizes, and the rule that no test
 * leaves an error on the console or a mark in the register.
 */
abstract class MapTest {

    /** Two processor cores may be shared with much else. */
    private static final int PATIENCE_MS = 30_000;

    /** The bare address of the service leads a leader to the overview. */
    private static final String MAP = "/?tab=map";

    private static final List<String> OFFICERS = List.of("officer", "officer-tra-linh");

    @RegisterExtension
    final Browser browser = new Browser();

    private final List<Pattern> expectedErrors = new ArrayList<>();

    ServiceProcess service() {
        return DemoService.onH2gis();
    }

    /**
     * Whether pages bring the service worker in that works without a network. It takes every file of the page a second
     * time, which costs each sign-in of a test that has no use for it a second.
     */
    boolean worksWithoutANetwork() {
        return false;
    }

    @BeforeEach
    void bePatient() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        List<String> unexpected = browser.consoleErrors().stream()
                .filter(error -> expectedErrors.stream()
                        .noneMatch(expected -> expected.matcher(error).find()))
                .toList();
        assertThat(unexpected).as("errors on the console").isEmpty();
    }

    @AfterEach
    void takeTheMarksBack() {
        for (String officer : OFFICERS) {
            takeBackMarksOf(officer, service());
        }
    }

    /** The service is shared with other tests. */
    static void takeBackMarksOf(String officer, ServiceProcess service) {
        ServiceClient client = service.client(officer, officer);
        String mine = client.get("/api/incidents?mine=true").body();
        for (JsonNode incident : JsonMapper.shared().readTree(mine).path("incidents")) {
            if (!incident.path("withdrawn").asBoolean()) {
                String path = "/api/incidents/" + incident.path("id").asString();
                String etag = client.get(path).headers().firstValue("ETag").orElseThrow();
                assertThat(client.post(path + "/withdraw", "{\"reason\":\"thử xong\"}", "If-Match", etag)
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    /** A test that makes a request fail says what Chromium will write about it. */
    final void expectConsoleError(String regex) {
        expectedErrors.add(Pattern.compile(regex));
    }

    /** The map of this demonstration account, loaded. */
    final MapPage signIn(Screen screen, String account) {
        return signIn(screen, account, MAP, options -> {});
    }

    /** As {@link #signIn(Screen, String)}, at this path, or at an address as another page showed it. */
    final MapPage signIn(Screen screen, String account, String path) {
        return signIn(screen, account, path, options -> {});
    }

    /** As {@link #signIn(Screen, String, String)}, in a browser with more options, such as a position. */
    final MapPage signIn(Screen screen, String account, String path, Consumer<NewContextOptions> more) {
        // The form itself has tests of its own; here it would cost each of them a page more.
        String session = BrowserSession.signedIn(service().baseUrl(), account).sessionId();
        MapPage map = newVisitor(screen, more);
        map.page()
                .context()
                .addCookies(
                        List.of(new Cookie("ANTTMAP", session).setUrl(service().baseUrl())));
        return map.open(path).loaded();
    }

    /** A browser that has not signed in and shows nothing yet. */
    final MapPage newVisitor(Screen screen) {
        return newVisitor(screen, options -> {});
    }

    /** As {@link #newVisitor(Screen)}, in a browser with more options, such as a permission. */
    final MapPage newVisitor(Screen screen, Consumer<NewContextOptions> more) {
        var workers = worksWithoutANetwork() ? ServiceWorkerPolicy.ALLOW : ServiceWorkerPolicy.BLOCK;
        Page page = screen.open(browser, more.andThen(options -> options.setServiceWorkers(workers)));
        page.setDefaultTimeout(PATIENCE_MS);
        return new MapPage(page, service().baseUrl(), screen);
    }

    /** How many incidents of the whole register (2018-01-01 to 2019-08-15) the officer's API counts in this block. */
    final int countedIn(String residentialBlock) {
        String path = "/api/density/residential-areas?from=2018-01-01&to=2019-08-15";
        for (JsonNode area : ask("officer", path).path("areas")) {
            if (area.path("fullName").asString().equals(residentialBlock)) {
                return area.path("count").asInt();
            }
        }
        throw new AssertionError("The density knows no " + residentialBlock);
    }

    /** What the API answers this account. */
    final JsonNode ask(String account, String path) {
        var answer = service().client(account, account).get(path);
        assertThat(answer.statusCode()).as("GET %s", path).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** The mark of this officer that was changed last and still counts. */
    final JsonNode newestMarkOf(String officer) {
        for (JsonNode incident : ask(officer, "/api/incidents?mine=true").path("incidents")) {
            if (!incident.path("withdrawn").asBoolean()) {
                return incident;
            }
        }
        throw new AssertionError(officer + " has no mark.");
    }

    /** A mark in the north-west of Khu phố 1, made over the API. */
    final UUID markInBlock1(String category) {
        return markInBlock1(category, "2019-08-10T07:30:00Z");
    }

    final UUID markInBlock1(String category, String occurredAt) {
        UUID id = UUID.randomUUID();
        var answer = service().client("officer", "officer").put("/api/incidents/" + id, body(category, occurredAt));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return id;
    }

    /** What another person does meanwhile: the same mark with another category. */
    final void change(UUID id, String category) {
        var client = service().client("officer", "officer");
        String path = "/api/incidents/" + id;
        String etag = client.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(client.put(path, body(category, "2019-08-10T07:30:00Z"), "If-Match", etag)
                        .statusCode())
                .isEqualTo(200);
    }

    private static String body(String category, String occurredAt) {
        return """
                {"longitude": 105.6475, "latitude": 19.9755, "placeAccuracy": "exact", "handlingLevel": "commune",
                 "occurredAt": "%s", "category": "%s"}
                """.formatted(occurredAt, category);
    }
}
