package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The one way that everything hangs on, on either database: a mark is saved, and every figure has it. */
abstract class MarkingContract extends MapTest {

    private static final String TIME = "2019-08-10T14:30";

    @ParameterizedTest
    @EnumSource(Screen.class)
    void marksAnIncidentOnTheMapAndSeesTheCountRise(Screen screen) {
        int before = countedIn("Khu phố 1");
        MapPage map = startAMark(signIn(screen, "officer"));
        browser.screenshot(map.page(), "officer-empty-form-" + screen);
        fillIn(map, "Khu phố 1");
        browser.screenshot(map.page(), "officer-form-" + screen);

        map.find("mark-save").click();

        assertSaved(map);
        map.loaded();
        assertThat(map.countOf("Khu phố 1")).isEqualTo(before + 1);
        assertThat(countedIn("Khu phố 1")).isEqualTo(before + 1);
        String id = newestMarkOf("officer").path("id").asString();
        assertThat(map.page().locator(".leaflet-container [data-incident-id='" + id + "']"))
                .isAttached();
        map.showTab("incidents");
        assertThat(map.page().locator("[data-incident-id='" + id + "'].incident-item"))
                .containsText("Khu phố 1");
        browser.screenshot(map.page(), "officer-saved-" + screen);
    }

    /** Opens an empty form. */
    static MapPage startAMark(MapPage map) {
        map.find("mark-button").click();
        assertThat(map.find("mark-form")).isVisible();
        return map;
    }

    /** Place by a click into this block, a category, and a time inside the period on view. */
    static void fillIn(MapPage map, String residentialBlock) {
        map.pick(map.pointInside(map.idOf(residentialBlock)));
        assertThat(map.find("where-area")).hasText(residentialBlock);
        map.choose("mark-category-TTXH");
        // Another day may mean another area, so the page asks again.
        map.page()
                .waitForResponse(
                        "**/api/territory/locate*", () -> map.find("mark-time").fill(TIME));
        assertThat(map.find("where-area")).hasText(residentialBlock);
    }

    static void assertSaved(MapPage map) {
        assertThat(map.find("message")).containsText("Đã lưu vụ việc");
        assertThat(map.find("mark-form")).hasCount(0);
    }
}
