package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.anttmap.testing.Browser;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/**
 * A real installation, from the password on the standard output to the first mark. On the desktop a ward without a boundary,
 * which a planner's file brings; on the phone a commune whose boundary is in the country's list. Each has a service of its own.
 */
class SetupBrowserTests {

    private static final Pattern FIRST_PASSWORD = Pattern.compile("First administrator: name admin, password (\\S+)");
    private static final String OWN = "mật khẩu của riêng tôi";
    private static final String BA_DINH = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ma_xa":"00004","ten_xa":"Phường Ba Đình"},
             "geometry":{"type":"Polygon","coordinates":[[[105.83,21.035],[105.84,21.035],[105.84,21.045],[105.83,21.045],[105.83,21.035]]]}}]}
            """;

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aNewInstallationIsSetUpAndAnOfficerMarksInIt(Screen screen) {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        boolean byFile = screen == Screen.DESKTOP;
        try (ServiceProcess service = ServiceProcess.on(TestDatabase.newH2gis()).start()) {
            Matcher password = FIRST_PASSWORD.matcher(service.log());
            assertThat(password.find()).as(service.log()).isTrue();
            MapPage admin = visitor(service, screen);
            signInFirst(admin, "admin", password.group(1));
            // It opens by itself.
            assertThat(admin.find("setup-province")).isVisible();
            Barriers.assertNone(admin);
            browser.screenshot(admin.page(), "setup-begin-" + screen);

            namePlace(admin, screen, byFile);
            String planner = account(admin, screen, "planner");
            String officer = account(admin, screen, "officer");
            account(admin, screen, "leader");
            admin.page().locator("[data-testid^=setup-since]").fill("01/07/2025");
            admin.page().locator("[data-testid^=setup-save-register]").click();
            assertThat(admin.find("setup-said")).containsText("Đã lưu ngày");
            assertThat(admin.find("setup-check-boundaries")).containsText(byFile ? "Còn thiếu" : "Xong");
            Barriers.assertNone(admin);
            // A phone makes its window wider where a page is too wide: the screen itself is the measure.
            assertThat(admin.page().evaluate("document.documentElement.scrollWidth <= screen.width"))
                    .isEqualTo(true);
            browser.screenshot(admin.page(), "setup-people-" + screen);

            if (byFile) {
                importBoundary(service, planner);
                admin.open("/setup");
                assertThat(admin.find("setup-check-boundaries")).containsText("Xong");
            }
            mark(service, screen, officer, byFile ? "Phường Ba Đình" : "Xã Yên Định");
            admin.open("/setup");
            assertThat(admin.find("setup-check-officer")).containsText("Xong");
            assertThat(admin.find("setup-check-areas")).containsText("Còn thiếu");
            browser.screenshot(admin.page(), "setup-checks-" + screen);
            admin.open("/settings/status");
            assertThat(admin.find("status-database")).containsText("H2 2.4");
            assertThat(admin.find("status-disk")).containsText("Còn trống");
            Barriers.assertNone(admin);
            browser.screenshot(admin.page(), "status-" + screen);
            admin.open("/setup?lang=en");
            assertThat(admin.find("setup-check-areas")).containsText("Missing");
            Barriers.assertNone(admin);
            browser.screenshot(admin.page(), "setup-english-" + screen);
        }
        // Until the first password is changed, the map gets nothing.
        assertThat(browser.consoleErrors()).allMatch(error -> error.contains("status of 403"));
    }

    private void namePlace(MapPage admin, Screen screen, boolean byFile) {
        admin.find("setup-province").selectOption(byFile ? "01" : "38");
        admin.find("setup-find").fill(byFile ? "ba dinh" : "yen dinh");
        admin.find(byFile ? "setup-code-00004" : "setup-code-15469").check();
        assertThat(admin.find("setup-chosen")).containsText(byFile ? "Phường Ba Đình" : "Xã Yên Định");
        Barriers.assertNone(admin);
        browser.screenshot(admin.page(), "setup-places-" + screen);
        admin.find("setup-save-places").click();
        assertThat(admin.find("setup-places"))
                .containsText(byFile ? "Phường Ba Đình, Thành phố Hà Nội" : "Xã Yên Định, Tỉnh Thanh Hoá");
    }

    /** @return its first password */
    private String account(MapPage admin, Screen screen, String role) {
        admin.find("setup-account-" + role).click();
        assertThat(admin.find("account-role")).hasValue(role);
        assertThat(admin.find("account-units").locator("li")).hasCount(1);
        admin.find("account-username").fill(role);
        admin.find("account-display-name").fill("Người thử " + role);
        if (role.equals("planner")) {
            Barriers.assertNone(admin);
            browser.screenshot(admin.page(), "setup-account-" + screen);
        }
        admin.find("account-save").click();
        String password = admin.find("secret").innerText();
        admin.find("secret-done").click();
        assertThat(admin.find("setup-check-" + role)).containsText("Xong");
        return password;
    }

    private void importBoundary(ServiceProcess service, String password) {
        MapPage planner = visitor(service, Screen.DESKTOP);
        signInFirst(planner, "planner", password);
        planner.open("/import?collection=communes");
        planner.find("import-unit").selectOption(new SelectOption().setLabel("Phường Ba Đình"));
        planner.find("import-file")
                .setInputFiles(new FilePayload("ba-dinh.geojson", "application/geo+json", BA_DINH.getBytes(UTF_8)));
        planner.find("import-look").click();
        assertThat(planner.find("import-rows")).containsText("đây là ranh giới đầu tiên");
        browser.screenshot(planner.page(), "setup-import");
        planner.find("import-store").click();
        assertThat(planner.page().getByText("Đã ghi ")).isVisible();
    }

    private void mark(ServiceProcess service, Screen screen, String password, String commune) {
        MapPage officer = visitor(service, screen);
        signInFirst(officer, "officer", password);
        officer.loaded();
        MarkingContract.startAMark(officer);
        officer.find("mark-locate").click();
        assertThat(officer.page().getByTestId("mark-form")).containsText(commune);
        officer.choose("mark-category-TTXH");
        officer.find("mark-save").click();
        MarkingContract.assertSaved(officer);
        officer.loaded();
        browser.screenshot(officer.page(), "setup-marked-" + screen);
        assertThat(service.client("officer", OWN)
                        .get("/api/incidents?mine=true")
                        .body())
                .contains(commune);
    }

    private MapPage visitor(ServiceProcess service, Screen screen) {
        // In phường Ba Đình for the desktop, in xã Yên Định for the phone (domain note 5.4: Quán Lào).
        boolean desktop = screen == Screen.DESKTOP;
        Page page = screen.open(
                browser,
                options -> options.setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                        .setGeolocation(desktop ? 21.04 : 19.97194, desktop ? 105.835 : 105.64806)
                        .setPermissions(List.of("geolocation")));
        page.setDefaultTimeout(30_000);
        return new MapPage(page, service.baseUrl(), screen);
    }

    /** Signs in with the password that somebody else made, and sets an own one. */
    private static void signInFirst(MapPage page, String name, String password) {
        page.open("/");
        page.find("login-username").fill(name);
        page.find("login-password").fill(password);
        page.find("login-submit").click();
        page.find("password-current").fill(password);
        page.find("password-new").fill(OWN);
        page.find("password-again").fill(OWN);
        // The page loads anew: until now it got nothing.
        page.page()
                .waitForResponse(
                        answer -> answer.request().isNavigationRequest() && answer.status() == 200,
                        () -> page.find("password-save").click());
        assertThat(page.find("password-dialog")).hasCount(0);
    }
}
