package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** An officer of Trà Lĩnh gets links to Quán Lào: he is told no, and nothing of it is on his page. */
class JurisdictionBrowserTests extends MapTest {

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "DESKTOP")
    void isRefusedTheIncidentOfAnotherPlace(Screen screen) {
        expectConsoleError("status of 404");
        JsonNode incident = ask("officer", "/api/incidents?from=2018-01-01&to=2019-08-15&limit=1")
                .path("incidents")
                .get(0);

        MapPage map = signIn(
                screen,
                "officer-tra-linh",
                "/?selected=incident:" + incident.path("id").asString());

        assertThat(map.find("panel").locator(".notice-error"))
                .hasText("Không có vụ việc này trong phạm vi của tài khoản.");
        assertNothingOfQuanLao(map);
        browser.screenshot(map.page(), "refused-incident-" + screen);
    }

    @Test
    void isRefusedTheAreaOfAnotherPlace() {
        expectConsoleError("status of 404");
        MapPage leader = signIn(Screen.DESKTOP, "leader").divideBy("communes");
        String link = leader.openFromTable("Thị trấn Quán Lào").page().url();

        MapPage map = signIn(Screen.DESKTOP, "officer-tra-linh", link);

        assertThat(map.find("message")).containsText("trong phạm vi của tài khoản");
        assertThat(map.find("panel")).isHidden();
        assertThat(map.page()).not().hasURL(java.util.regex.Pattern.compile("selected="));
        assertNothingOfQuanLao(map);
        // His own place is in sight, not the empty middle of the link.
        assertThat(map.page().locator(".leaflet-container")).containsText("Hùng Quốc");
        browser.screenshot(map.page(), "refused-area");
    }

    @Test
    void findsNothingOfAnotherPlace() {
        MapPage map = signIn(Screen.DESKTOP, "officer-tra-linh");

        map.find("search-input").fill("quan lao");

        assertThat(map.page().locator(".search-note")).containsText("Không tìm thấy địa bàn nào");
        assertThat(map.find("search-option")).hasCount(0);
    }

    private static void assertNothingOfQuanLao(MapPage map) {
        map.loaded();
        assertThat(map.find("place-select").locator("option")).hasText(new String[] {"Trà Lĩnh"});
        assertThat(map.page().content()).doesNotContain("Quán Lào");
    }
}
