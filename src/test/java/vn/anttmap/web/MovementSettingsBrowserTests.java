package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The administrator's pages of the open lists and of the criteria: nothing is deleted. */
class MovementSettingsBrowserTests extends LastingTest {

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aKindIsAddedAndRenamedAndACriterionChecked(Screen screen) {
        MapPage map = AdministratorPages.signIn(newVisitor(screen));
        map.find("account-button").click();
        map.find("kinds-open").click();
        Locator models = map.find("kinds-models");
        assertThat(models).containsText("Tổ cứu hộ cứu nạn");
        assertThat(map.find("kinds-team-roles")).containsText("Tổ trưởng");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "kinds-" + screen);
        String code = "camera-" + screen.name().toLowerCase(java.util.Locale.ROOT);
        models.locator("[data-testid=kind-add]").click();
        map.find("kind-name-vi").fill("Camera " + screen);
        map.find("kind-name-en").fill("Cameras");
        map.find("kind-word").fill("mô hình");
        map.find("record-save").click();
        assertThat(map.find("kind-code-problem")).hasText("Hãy điền ô này.");
        Barriers.assertNone(map);
        map.find("kind-code").fill(code);
        map.find("record-save").click();
        assertThat(map.find("kinds-said")).containsText("Đã lưu");
        map.page().locator("tr[data-kind='models " + code + "'] button").click();
        map.find("kind-name-vi").fill("Camera an ninh " + screen);
        map.find("record-save").click();
        assertThat(models).containsText("Camera an ninh " + screen);
        map.page().locator("tr[data-kind='models " + code + "'] button").click();
        map.find("record-history-open").locator("summary").click();
        assertThat(map.find("record-history")).containsText("Camera " + screen + " → Camera an ninh " + screen);
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "kind-history-" + screen);

        map.open("/settings/criteria");
        assertThat(map.find("criteria-residential-area")).isVisible();
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "criteria-" + screen);
        map.page().locator("tr[data-rule='self_assessed'] button").click();
        map.find("rule-days").fill(screen == Screen.PHONE ? "21" : "20");
        map.find("record-save").click();
        assertThat(map.find("rule-reason-problem")).hasText("Hãy điền ô này.");
        map.find("rule-reason").fill("Theo hướng dẫn của tỉnh");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "rule-form-" + screen);
        map.find("record-save").click();
        assertThat(map.find("criteria-said")).containsText("Đã lưu kỳ xét, thời hạn");
        assertThat(map.page().locator("tr[data-rule='self_assessed']"))
                .containsText(screen == Screen.PHONE ? "21 ngày" : "20 ngày");
        map.page().locator("tr[data-rule='self_assessed'] button").click();
        map.find("record-history-open").locator("summary").click();
        assertThat(map.find("record-history").locator("> li").first()).containsText("Theo hướng dẫn của tỉnh");
        map.find("record-history").scrollIntoViewIfNeeded();
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "rule-history-" + screen);
        map.page().keyboard().press("Escape");
        map.page().locator("tr[data-rule='windows'] button").click();
        assertThat(map.find("rule-form")).isVisible();
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "windows-form-" + screen);
        map.page().keyboard().press("Escape");
        assertThat(map.find("rule-form")).hasCount(0);
        map.find("criterion-edit").first().click();
        map.find("criterion-points").fill(screen == Screen.PHONE ? "15" : "10");
        map.find("criterion-verified").check();
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "criterion-form-" + screen);
        map.find("record-save").click();
        assertThat(map.find("criteria-said")).containsText("Đã lưu tiêu chí");
        assertThat(map.page().locator("tr[data-criterion]").first()).containsText(screen == Screen.PHONE ? "15" : "10");
        assertThat(map.page().locator("tr[data-criterion]").first()).containsText("Đã đối chiếu");
    }

    @Test
    void othersAreTakenToTheMap() {
        MapPage map = signIn(Screen.DESKTOP, "officer");
        map.open("/settings/movement").loaded();
        assertThat(map.page()).not().hasURL(Pattern.compile("settings"));
        map.open("/settings/criteria").loaded();
        assertThat(map.page()).not().hasURL(Pattern.compile("settings"));
    }
}
