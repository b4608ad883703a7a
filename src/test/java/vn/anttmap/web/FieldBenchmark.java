package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.anttmap.testing.Browser;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestCertificate;
import vn.anttmap.testing.TestDatabase;

/**
 * A scripted officer with a cheap phone: 360 × 740, the processor slowed six times, slow 3G as Chrome's developer tools
 * define it (400 kbit/s, 2 s of latency). Touches and seconds from the open map to the receipt, without the time that a
 * person thinks; and what the first view costs.
 */
class FieldBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(FieldBenchmark.class);
    private static final String HOST = "antt.test";
    private static final TestCertificate CERTIFICATE = TestCertificate.of(HOST);
    private static final int ROUNDS = 5;

    @RegisterExtension
    final Browser browser = Browser.withHost(HOST, CERTIFICATE.keyHash());

    private int touches;

    @Test
    void fromTheOpenMapToTheReceipt() {
        PlaywrightAssertions.setDefaultAssertionTimeout(180_000);
        try (ServiceProcess service = ServiceProcess.on(TestDatabase.newH2gis())
                .with("anttmap.demo", "true")
                .https(CERTIFICATE)
                .start()) {
            // Another phone before, so that the service itself is warm.
            phone(service).signIn("officer");
            MapPage map = phone(service);
            AtomicLong bytes = new AtomicLong();
            AtomicLong requests = new AtomicLong();
            CDPSession tools = slowDown(map.page(), bytes, requests);
            map.find("login-username").fill("officer");
            map.find("login-password").fill("officer");
            bytes.set(0);
            requests.set(0);
            Instant begin = Instant.now();
            map.find("login-submit").tap();
            map.loaded();
            LOG.info("first view: {} s, {} bytes, {} requests", since(begin), bytes, requests);
            map.readyForTheField();
            LOG.info("ready for the field: {} s, {} bytes by the page itself", since(begin), bytes);
            for (String state : List.of("online", "offline")) {
                if (state.equals("offline")) {
                    // The worker by the one, the page by the other.
                    map.page().context().setOffline(true);
                    slow(tools, true);
                }
                for (int round = 1; round <= ROUNDS; round++) {
                    bytes.set(0);
                    begin = Instant.now();
                    map.page().reload();
                    map.loaded();
                    String opened = since(begin);
                    mark(map, state, round, opened, bytes);
                }
            }
        }
    }

    private void mark(MapPage map, String state, int round, String opened, AtomicLong bytes) {
        touches = 0;
        Instant begin = Instant.now();
        touch(map.find("mark-button"));
        assertThat(map.find("mark-pin")).isVisible();
        touch(map.page().locator("label:has([data-testid='mark-category-TTXH'])"));
        touch(map.find("mark-save"));
        assertThat(map.find("message").last())
                .containsText(state.equals("online") ? "Đã lưu vụ việc" : "Đã giữ trong máy");
        LOG.info(
                "{} {}: page {} s ({} bytes), mark {} s, {} touches",
                state,
                round,
                opened,
                bytes,
                since(begin),
                touches);
    }

    private void touch(Locator target) {
        target.tap();
        touches++;
    }

    private MapPage phone(ServiceProcess service) {
        Page page = Screen.PHONE.open(
                browser, options -> options.setGeolocation(19.97194, 105.64806).setPermissions(List.of("geolocation")));
        page.setDefaultTimeout(180_000);
        return new MapPage(page, service.urlAs(HOST), Screen.PHONE).open("/");
    }

    private static CDPSession slowDown(Page page, AtomicLong bytes, AtomicLong requests) {
        CDPSession tools = page.context().newCDPSession(page);
        tools.send("Network.enable");
        tools.on("Network.loadingFinished", event -> {
            bytes.addAndGet(event.get("encodedDataLength").getAsLong());
            requests.incrementAndGet();
        });
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", 6);
        tools.send("Emulation.setCPUThrottlingRate", rate);
        slow(tools, false);
        return tools;
    }

    private static void slow(CDPSession tools, boolean offline) {
        JsonObject network = new JsonObject();
        network.addProperty("offline", offline);
        network.addProperty("latency", 2000);
        network.addProperty("downloadThroughput", 50_000);
        network.addProperty("uploadThroughput", 50_000);
        tools.send("Network.emulateNetworkConditions", network);
    }

    private static String since(Instant begin) {
        return String.format("%.1f", Duration.between(begin, Instant.now()).toMillis() / 1000.0);
    }
}
