package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.testing.Browser;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestCertificate;
import vn.anttmap.testing.TestDatabase;

/** A phone does not call the service localhost: what works under its own name, with HTTPS by the service and without. */
class HttpsBrowserTests {

    private static final String HOST = "antt.test";
    private static final TestCertificate CERTIFICATE = TestCertificate.of(HOST);

    @RegisterExtension
    final Browser browser = Browser.withHost(HOST, CERTIFICATE.keyHash());

    @BeforeEach
    void bePatient() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    @Test
    void onHttpsAPhoneMarksByItsPositionWithAndWithoutANetwork() {
        try (ServiceProcess service = ServiceProcess.on(TestDatabase.newH2gis())
                .with("anttmap.demo", "true")
                .https(CERTIFICATE)
                .start()) {
            MapPage map = phoneAt(service);
            assertThat(map.page().evaluate("window.isSecureContext")).isEqualTo(true);
            assertThat(map.page().evaluate("performance.getEntriesByType('navigation')[0].nextHopProtocol"))
                    .isEqualTo("h2");

            markByPosition(map);
            assertThat(map.find("message")).containsText("Đã lưu vụ việc");

            map.readyForTheField();
            map.page().context().setOffline(true);
            // Not a reload: the address would open the panel of the mark just made.
            map.open("/").loaded();
            assertThat(map.find("offline-bar")).isVisible();
            markByPosition(map);
            assertThat(map.find("message")).containsText("Đã giữ trong máy");
            assertThat(marks(service)).isEqualTo(1);
            browser.screenshot(map.page(), "https-offline");
            map.page().context().setOffline(false);
            assertThat(map.find("message")).containsText("Máy chủ đã nhận vụ");
            assertThat(marks(service)).isEqualTo(2);
        }
    }

    @Test
    void onPlainHttpAPersonIsToldWhatNeedsHttpsAndCanStillMark() {
        MapPage map = phoneAt(DemoService.onH2gis());
        assertThat(map.page().evaluate("window.isSecureContext")).isEqualTo(false);
        int before = marks(DemoService.onH2gis());

        map.find("mark-button").click();
        assertThat(map.find("insecure-note")).containsText("chỉ dùng được qua HTTPS");
        browser.screenshot(map.page(), "http-other-host");
        map.find("mark-typed").locator("summary").click();
        map.find("mark-first").fill("105,64806; 19,97194");
        map.find("mark-convert").click();
        map.choose("mark-category-TTXH");
        map.find("mark-save").click();

        assertThat(map.find("message")).containsText("Đã lưu vụ việc");
        assertThat(marks(DemoService.onH2gis())).isEqualTo(before + 1);
        MapTest.takeBackMarksOf("officer", DemoService.onH2gis());
    }

    private MapPage phoneAt(ServiceProcess service) {
        Page page = Screen.PHONE.open(
                browser, options -> options.setGeolocation(19.97194, 105.64806).setPermissions(List.of("geolocation")));
        page.setDefaultTimeout(30_000);
        return new MapPage(page, service.urlAs(HOST), Screen.PHONE).open("/").signIn("officer");
    }

    private static void markByPosition(MapPage map) {
        map.find("mark-button").click();
        assertThat(map.find("mark-pin")).isVisible();
        map.choose("mark-category-TTXH");
        map.find("mark-save").click();
    }

    private static int marks(ServiceProcess service) {
        String answer = service.client("officer", "officer")
                .get("/api/incidents?mine=true")
                .body();
        return JsonMapper.shared().readTree(answer).path("incidents").size();
    }
}
