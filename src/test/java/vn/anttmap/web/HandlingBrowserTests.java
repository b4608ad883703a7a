package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** An officer takes an incident through its handling, and a closed one asks why it is touched. */
class HandlingBrowserTests extends MapTest {

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "PHONE")
    void handsAnIncidentUpAndReopensItForAReason(Screen screen) {
        UUID id = mark("2019-08-10T07:30:00Z");
        MapPage map = signIn(screen, "officer", "/?selected=incident:" + id);
        assertThat(map.find("incident-state")).hasText("Tiếp nhận");
        map.find("step-verifying").click();
        map.find("step-save").click();
        assertThat(map.find("incident-state")).hasText("Đang xác minh");

        map.find("step-transferred").click();
        assertThat(map.find("step-level").locator("option"))
                .hasText(new String[] {"Cấp huyện (đến 28/02/2025)", "Cấp tỉnh"});
        map.find("step-level").selectOption("province");
        map.find("step-reason").fill("vượt thẩm quyền cấp xã");
        map.find("step-form").scrollIntoViewIfNeeded();
        browser.screenshot(map.page(), "officer-step-" + screen);
        map.find("step-save").click();

        assertThat(map.find("incident-state")).hasText("Chuyển cấp trên");
        map.find("step-verifying").click();
        map.find("step-save").click();
        assertThat(map.find("step-form").locator(".notice-error")).containsText("Hãy ghi lý do");
        map.find("step-reason").fill("tỉnh trả lại hồ sơ");
        map.find("step-save").click();
        assertThat(map.find("incident-state")).hasText("Đang xác minh");
        Locator steps = map.find("incident-steps").locator(".steps > li");
        assertThat(steps).hasCount(4);
        assertThat(steps.nth(2)).containsText("Chuyển cấp trên · Cấp tỉnh");
        assertThat(steps.nth(2)).containsText("officer");
        assertThat(steps.nth(3)).containsText("tỉnh trả lại hồ sơ");
        map.find("incident-steps").scrollIntoViewIfNeeded();
        browser.screenshot(map.page(), "officer-steps-" + screen);
        JsonNode stored = ask("officer", "/api/incidents/" + id);
        assertThat(stored.path("longitude").asDouble()).isEqualTo(105.64750123456789);
        assertThat(stored.path("handlingLevel").asString()).isEqualTo("province");
    }

    @Test
    void offersNoDistrictAfterTheDistrictsEnded() {
        UUID id = mark("2025-02-28T17:00:00Z");
        MapPage map = signIn(Screen.DESKTOP, "officer", "/?selected=incident:" + id);

        map.find("step-transferred").click();

        assertThat(map.find("step-level").locator("option")).hasText(new String[] {"Cấp tỉnh"});
    }

    @Test
    void correctsAndTakesBackAClosedIncidentForAReason() {
        UUID id = mark("2019-08-10T07:30:00Z");
        MapPage map = signIn(Screen.PHONE, "officer", "/?selected=incident:" + id);
        map.find("step-not_a_case").click();
        map.find("step-save").click();
        assertThat(map.find("incident-steps")).containsText("không tính vào số liệu nào");
        map.find("incident-edit").click();
        assertThat(map.find("where-area")).hasText("Khu phố 1");
        map.choose("mark-category-KHAC");
        map.find("mark-save").click();
        assertThat(map.find("mark-form").locator(".notice-error")).containsText("Hãy ghi lý do");
        map.find("mark-reason").fill("nhầm loại");
        browser.screenshot(map.page(), "officer-reason");
        map.find("mark-save").click();
        assertThat(map.find("message")).containsText("Đã lưu thay đổi");

        map.find("incident-withdraw").click();
        map.find("incident-withdraw-reason").fill("ghi trùng");
        map.find("incident-withdraw-confirm").click();

        assertThat(map.find("panel")).containsText("Vụ việc này đã được rút");
        map.find("incident-history").locator("summary").first().click();
        Locator history = map.find("incident-history").locator(".history > li");
        assertThat(history).hasCount(4);
        history.nth(2).locator("summary").click();
        assertThat(history.nth(2)).containsText("nhầm loại");
        // The version as it was, in words.
        assertThat(history.nth(2).locator("dl")).containsText("Khác");
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "DESKTOP")
    void whatIsNoCaseLooksSoOnTheMapAndInTheLegend(Screen screen) {
        UUID id = mark("2019-08-10T07:30:00Z");
        MapPage map = signIn(screen, "officer", "/?selected=incident:" + id);
        assertThat(map.find("legend-no-case")).hasCount(0);
        map.find("step-not_a_case").click();
        map.find("step-save").click();
        assertThat(map.find("incident-state")).hasText("Không phải vụ việc");
        map.find("panel-close").click();
        // The list zooms to it.
        map.showTab("incidents");
        map.page().locator(".incident-item[data-incident-id='" + id + "']").click();
        map.find("panel-close").click();

        Locator point = map.page().locator(".point.is-no-case[data-incident-id='" + id + "']");
        assertThat(point).hasAttribute("title", Pattern.compile("^TT: Trật tự xã hội, .*, không phải vụ việc$"));
        if (screen == Screen.PHONE) {
            map.find("legend").locator("summary").click();
        }
        assertThat(map.find("legend-no-case")).containsText("Không phải vụ việc: không tính");
        browser.screenshot(map.page(), "no-case-" + screen);
    }

    private UUID mark(String occurredAt) {
        UUID id = UUID.randomUUID();
        String body = """
                {"longitude": 105.64750123456789, "latitude": 19.9755, "occurredAt": "%s", "category": "TTXH"}""".formatted(occurredAt);
        var answer = service().client("officer", "officer").put("/api/incidents/" + id, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return id;
    }
}
