package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The whole task of an officer by the keys alone; the focus is always to be seen, and never gets lost. */
class KeyboardBrowserTests extends MapTest {

    /** An outline, the element's own or of what stands for a hidden radio button. */
    private static final String FOCUS_IS_SEEN = """
            () => {
              const it = document.activeElement
              if (it === document.body) return false
              // A heading that was given the focus says by its place what is read out next.
              if (it.id === 'panel-title') return true
              return [it, it.nextElementSibling].some(box => box && getComputedStyle(box).outlineStyle !== 'none'
                  && parseFloat(getComputedStyle(box).outlineWidth) >= 2)
            }
            """;

    @Test
    void marksFindsCorrectsHandlesAndWithdrawsWithoutAMouse() {
        MapPage map = newVisitor(Screen.DESKTOP).open("/");
        Keyboard keys = map.page().keyboard();
        go(map, map.find("login-username"));
        keys.type("officer");
        go(map, map.find("login-password"));
        keys.type("officer");
        keys.press("Enter");
        map.loaded();

        press(map, "mark-button");
        assertThat(map.page().locator("#panel-title")).isFocused();
        press(map, "mark-centre");
        assertThat(map.find("mark-pin")).isFocused();
        assertThat(map.find("where-area")).not().isEmpty();
        String before = map.find("mark-where").locator(".coordinates").textContent();
        keys.press("Shift+ArrowRight");
        keys.press("ArrowUp");
        assertThat(map.find("mark-where").locator(".coordinates")).not().hasText(before);
        browser.screenshot(map.page(), "keyboard-pin");
        go(map, map.page().locator(".category-grid input").first());
        keys.press("Space");
        assertThat(map.page().locator(".category-grid input").first()).isChecked();
        go(map, map.find("mark-severity"));
        keys.press("ArrowDown");
        assertThat(map.find("mark-severity")).not().hasValue("");
        press(map, "mark-save");

        assertThat(map.find("message")).containsText("Đã lưu vụ việc");
        assertThat(map.page().locator("#panel-title")).isFocused();
        keys.press("Escape");
        assertThat(map.find("panel")).isHidden();
        assertThat(map.find("mark-button")).isFocused();
        String id = newestMarkOf("officer").path("id").asString();

        go(map, map.find("tab-map"));
        keys.press("ArrowLeft");
        assertThat(map.find("tab-incidents")).isFocused();
        Locator row = map.page().locator(".incident-item[data-incident-id='" + id + "']");
        go(map, row);
        keys.press("Enter");
        assertThat(map.page().locator("#panel-title")).isFocused();
        press(map, "incident-edit");
        assertThat(map.find("mark-form")).isVisible();
        assertThat(map.page().locator("#panel-title")).isFocused();
        assertThat(map.find("where-area")).not().isEmpty();
        go(map, map.page().locator(".category-grid input:checked"));
        keys.press("ArrowDown");
        press(map, "mark-save");
        assertThat(map.find("message")).containsText("Đã lưu");
        assertThat(map.find("incident-edit")).isVisible();
        assertThat(map.page().locator("#panel-title")).isFocused();

        press(map, "step-verifying");
        assertThat(map.find("step-reason")).isFocused();
        press(map, "step-save");
        assertThat(map.find("incident-state")).hasText("Đang xác minh");
        assertThat(map.page().locator("#panel-title")).isFocused();

        press(map, "incident-withdraw");
        assertThat(map.find("incident-withdraw-cancel")).isFocused();
        keys.press("Enter");
        assertThat(map.find("incident-withdraw")).isFocused();
        keys.press("Enter");
        assertThat(map.find("incident-withdraw-cancel")).isFocused();
        press(map, "incident-withdraw-confirm");
        assertThat(map.find("panel")).containsText("Vụ việc này đã được rút");
        assertThat(map.page().locator("#panel-title")).isFocused();
        keys.press("Escape");
        assertThat(map.find("panel")).isHidden();
        assertThat(row).isFocused();
        assertThat(ask("officer", "/api/incidents/" + id).path("withdrawn").asBoolean())
                .isTrue();
    }

    @Test
    void whatClosesGivesTheFocusBack() {
        MapPage map = signIn(Screen.DESKTOP, "officer");
        Keyboard keys = map.page().keyboard();

        press(map, "account-button");
        press(map, "password-open");
        assertThat(map.find("password-dialog")).isVisible();
        keys.press("Escape");
        assertThat(map.find("account-button")).isFocused();

        press(map, "period-button");
        keys.press("Escape");
        assertThat(map.find("period-button")).isFocused();

        press(map, "mark-button");
        assertThat(map.page().locator("#panel-title")).isFocused();
        keys.press("Escape");
        assertThat(map.find("mark-form")).isHidden();
        assertThat(map.find("mark-button")).isFocused();

        go(map, map.find("tab-map"));
        keys.press("ArrowLeft");
        press(map, "table-open");
        assertThat(map.page().locator("#panel-title")).isFocused();
        keys.press("Escape");
        assertThat(map.find("table-open")).isFocused();
    }

    private static void go(MapPage map, Locator wanted) {
        if (!Boolean.TRUE.equals(wanted.evaluate("it => it === document.activeElement"))) {
            map.tabTo(wanted);
        }
        assertThat((Boolean) map.page().evaluate(FOCUS_IS_SEEN))
                .as("the focus is to be seen on %s", wanted)
                .isTrue();
    }

    private static void press(MapPage map, String testId) {
        assertThat(map.find(testId)).isVisible();
        go(map, map.find(testId));
        map.page().keyboard().press("Enter");
    }
}
