package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.testing.Browser;
import vn.anttmap.testing.ServiceClient;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/**
 * The queue on the device against everything that happens in the field, with a real browser and a real service: tabs
 * killed, no network, answers lost, requests doubled and reordered, sessions ended, clocks wrong, another person at the
 * same record, the service killed. {@code -Dantt.field.runs=1000 -Dantt.field.seed=7} for more; the plan of a run follows
 * from the seed, its timing does not.
 */
class FieldFaultTests {

    private static final Logger LOG = LoggerFactory.getLogger(FieldFaultTests.class);
    private static final int RUNS = Integer.getInteger("antt.field.runs", 6);
    private static final long SEED = Long.getLong("antt.field.seed", 20260802L);
    /** One plan again and again, to find what only its timing brings about; 0: each run has its own. */
    private static final int ONLY = Integer.getInteger("antt.field.only", 0);
    /** A restart takes long: only now and then. */
    private static final int KILL_EVERY = Integer.getInteger("antt.field.kill-every", 100);

    @RegisterExtension
    final Browser browser = new Browser();

    private Cookie session = new Cookie("ANTTMAP", "");

    private final Map<FieldFaults.Fault, Integer> faults = new EnumMap<>(FieldFaults.Fault.class);

    @Test
    void losesNothingDoublesNothingAndOverwritesNothingUnseen() throws IOException {
        String harness = new ClassPathResource("field-harness.html").getContentAsString(StandardCharsets.UTF_8);
        Set<UUID> marks = new HashSet<>();
        Instant begin = Instant.now();
        try (ServiceProcess service = ServiceProcess.on(TestDatabase.newH2gis())
                .with("anttmap.demo", "true")
                .start()) {
            ServiceClient colleague = service.client("officer", "officer");
            signIn(service);
            BrowserContext context = device(harness);
            int lives = 3;
            for (int number = 1; number <= RUNS; number++) {
                FieldRun run = plan(number, service, colleague, context);
                try {
                    go(number, run, service, context);
                } catch (PlaywrightException driverDied) {
                    // Killed tabs now and then take the test's own driver with them; the same plan goes again.
                    if (!Browser.isGone(driverDied) || --lives == 0) {
                        throw driverDied;
                    }
                    LOG.warn("run {}: the browser's driver died, the run is repeated", number);
                    browser.startAnew();
                    context = device(harness);
                    number--;
                }
                marks.addAll(run.marks());
                run.faults().count().forEach((fault, count) -> faults.merge(fault, count, Integer::sum));
                if (number % 25 == 0 || number == RUNS) {
                    LOG.info(
                            "{} runs from seed {}: {} marks, faults {}, {} s",
                            number,
                            SEED,
                            marks.size(),
                            faults,
                            Duration.between(begin, Instant.now()).toSeconds());
                }
            }
            assertThat(notesOf(colleague, marks)).as("marks nobody made").isZero();
        }
        assertThat(marks).hasSizeGreaterThan(RUNS);
    }

    private BrowserContext device(String harness) {
        BrowserContext context = browser.newPage(360, 740).context();
        context.route(
                "**/field-harness.html*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody(harness)));
        return context;
    }

    private FieldRun plan(int number, ServiceProcess service, ServiceClient colleague, BrowserContext context) {
        Random random = new Random(SEED * 31 + (ONLY == 0 ? number : ONLY));
        return new FieldRun(number, random, context, colleague, service.baseUrl(), () -> signIn(service));
    }

    private void go(int number, FieldRun run, ServiceProcess service, BrowserContext context) {
        boolean struck = number % KILL_EVERY == 3;
        try {
            run.go(session, () -> {
                if (struck) {
                    service.kill9();
                    service.restart();
                }
                return struck;
            });
        } catch (RuntimeException | AssertionError e) {
            if (Browser.isGone(e)) {
                throw e;
            }
            throw new AssertionError("run " + number + " of seed " + SEED + ": " + run.steps() + "\n" + run.diary(), e);
        }
        // One window for all runs: opening one takes longer than a run.
        context.unroute(FieldRun.WRITES);
        List<Page> tabs = context.pages();
        tabs.subList(1, tabs.size()).forEach(Page::close);
    }

    /** Signed in as by the form, without the form's page. */
    private Cookie signIn(ServiceProcess service) {
        BrowserSession form = new BrowserSession(service.baseUrl());
        form.signIn("officer", "officer");
        session = new Cookie("ANTTMAP", form.sessionId()).setUrl(service.baseUrl());
        return session;
    }

    /** How many of the account's marks on the server are none of these. */
    private static int notesOf(ServiceClient colleague, Set<UUID> marks) {
        int unknown = 0;
        String cursor = "";
        do {
            JsonNode page = JsonMapper.shared()
                    .readTree(colleague
                            .get("/api/incidents?mine=true&limit=500" + cursor)
                            .body());
            for (JsonNode incident : page.path("incidents")) {
                unknown += marks.contains(UUID.fromString(incident.path("id").asString())) ? 0 : 1;
            }
            String next = page.path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + BrowserSession.encode(next);
        } while (!cursor.isEmpty());
        return unknown;
    }
}
