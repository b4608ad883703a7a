package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;

/** A planner merges two villages on a day, sees what would become of them, stores it and takes it back. */
class BoundaryChangeBrowserTests extends MapTest {

    @Test
    void mergesTwoVillagesLooksStoresAndTakesItBack() {
        MapPage map = signIn(Screen.DESKTOP, "planner");
        map.open("/boundaries");
        map.find("change-day").fill("01/12/2027");
        map.find("change-day").blur();
        map.find("change-commune").selectOption(new SelectOption().setLabel("Xã Trà Lĩnh"));
        map.page().getByLabel("Xóm Bản Hía").check();
        map.page().getByLabel("Xóm Bản Khun").check();
        map.find("change-name").fill("Bản Mới");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "planner-change-form");

        map.find("change-look").click();

        assertThat(map.find("change-result")).containsText("Xóm Bản Hía (sáp nhập), Xóm Bản Khun (sáp nhập)");
        assertThat(map.find("change-moving")).containsText("tổng số không đổi");
        map.find("change-reason").fill("Sắp xếp thôn, tổ dân phố");
        map.find("change-decision").fill("123/QĐ-UBND");
        map.find("change-decision-day").fill("15/11/2027");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "planner-change-look");
        map.find("change-store").click();

        assertThat(map.find("change-said")).containsText("Đã ghi: Xóm Bản Mới");
        assertThat(map.find("change-past")).containsText("123/QĐ-UBND, 15/11/2027");
        assertThat(map.find("change-units")).containsText("Xóm Bản Mới");
        map.page().setViewportSize(360, 740);
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "planner-change-phone");
        map.find("change-take-back").first().click();
        map.find("change-take-back-sure").click();

        assertThat(map.find("change-said")).containsText("Đã rút lại thay đổi");
        assertThat(map.find("change-units")).containsText("Xóm Bản Hía");
        assertThat(map.find("change-past").locator("li").first()).containsText("Đã rút lại");
        map.find("change-kind").selectOption("redraw");
        map.find("change-unit").selectOption(new SelectOption().setLabel("Xóm Bản Hía"));
        map.page().setViewportSize(1366, 768);
        browser.screenshot(map.page(), "planner-change-redraw");
        map.find("change-redraw").click();
        assertThat(map.find("draw-size")).containsText("ha");
        assertThat(map.find("draw-hole")).isVisible();
        map.find("draw-cancel").click();
        // Back, with the same area.
        assertThat(map.find("change-unit").locator("option:checked")).hasText("Xóm Bản Hía");
        map.page().setViewportSize(360, 740);
        map.find("change-kind").selectOption("split");
        map.page().setViewportSize(1366, 768);
        map.find("change-unit").selectOption(new SelectOption().setLabel("Xóm Bản Hía"));
        map.find("change-draw").click();
        browser.screenshot(map.page(), "planner-change-split");
        map.page().setViewportSize(360, 740);
        map.page().locator("#map").scrollIntoViewIfNeeded();
        browser.screenshot(map.page(), "planner-change-map-phone");
    }
}
