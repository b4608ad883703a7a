package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The administrator's page of the audit trail, on a desk and on a phone. */
class AuditBrowserTests extends MapTest {

    private static final String INCIDENT = "a81e7d8c-d6b1-3ba4-a3d9-e4faf80529a1";

    @ParameterizedTest
    @EnumSource(Screen.class)
    void theAdministratorFindsWhoSawAnIncidentAndChecksTheChain(Screen screen) {
        ask("officer", "/api/incidents/" + INCIDENT);
        service().client("planner", "planner").getBytes("/api/exports/incidents.shp.zip");
        MapPage map = AdministratorPages.signIn(newVisitor(screen));
        map.find("account-button").click();
        map.find("audit-open").click();

        assertThat(map.page().locator("#entries tr").first()).isVisible();
        assertThat(map.page().locator("#entries tr[data-action=data-exported]").first())
                .containsText("Vụ việc");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "audit-" + screen);

        map.find("audit-incident").fill(INCIDENT);
        map.find("audit-action").selectOption("incidents-shown");
        map.find("audit-username").fill("officer");
        map.find("audit-search").click();
        Page page = map.page();
        assertThat(page.locator("#entries tr[data-action=trail-searched]")).hasCount(0);
        assertThat(page.locator("#entries tr[data-action=incidents-shown]").first())
                .containsText("cách: xem vụ việc · vị trí: có");
        assertThat(page.locator("#entries tr")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(INCIDENT)))
                .not()
                .hasCount(0);

        map.find("audit-verify").click();
        assertThat(map.find("audit-intact")).containsText("Chuỗi nguyên vẹn");
        Barriers.assertNone(map);
        browser.screenshot(page, "audit-verified-" + screen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "leader", "planner"})
    void othersAreTakenToTheMap(String account) {
        MapPage map = signIn(Screen.DESKTOP, account);

        map.open("/audit").loaded();

        assertThat(map.page().url()).doesNotContain("/audit");
        map.find("account-button").click();
        assertThat(map.find("password-open")).isVisible();
        assertThat(map.find("audit-open")).hasCount(0);
    }
}
