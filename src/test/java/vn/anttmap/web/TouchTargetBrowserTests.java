package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** On a phone, whatever can be pressed is at least 44 by 44 CSS pixels, so that a thumb finds it. */
class TouchTargetBrowserTests extends MapTest {

    @Override
    boolean worksWithoutANetwork() {
        return true;
    }

    /**
     * What is too small, as words. A hidden radio button or switch is pressed through its label, a link inside a sentence
     * is as high as the sentence, and the credits in the corner of the map are as small as on every map. What is scrolled
     * out of a sheet counts as well, what lies on the map is drawn to scale.
     */
    private static final String TOO_SMALL = """
            () => {
              const least = 43.5
              const controls = 'a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=option]'
              const inSentence = (it) => it.matches('a, .link-button') && getComputedStyle(it).display === 'inline'
                  && it.parentElement.textContent.trim() !== it.textContent.trim()
              const target = (it) => it.matches('input[type=radio], input[type=checkbox], input[type=file]')
                  ? (it.closest('label') ?? (it.type === 'file' ? null : it)) : it
              const seen = new Set()
              const found = []
              for (const it of document.querySelectorAll(controls)) {
                if (it.closest('.credits, .leaflet-pane, [inert]') || inSentence(it)) continue
                const box = target(it)
                if (!box || seen.has(box) || !box.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
                seen.add(box)
                const { width, height } = box.getBoundingClientRect()
                // One pixel by one: there for screen readers and keyboards only, as the link that skips to the map.
                if (width <= 1 || height <= 1 || box.matches('.skip-link, .date-native')) continue
                if (width < least || height < least)
                  found.push(`${Math.round(width)} x ${Math.round(height)}: ${box.outerHTML.slice(0, 160)}`)
              }
              return found
            }
            """;

    @Test
    void theOfficersPagesHaveRoomForAThumb() {
        UUID id = markInBlock1("TTXH");
        MapPage map = signIn(Screen.PHONE, "officer");
        assertRoom(map, "map");
        for (String tab : List.of("map", "table", "incidents")) {
            map.showTab(tab);
            map.page().waitForLoadState(LoadState.NETWORKIDLE);
            if (tab.equals("incidents")) {
                map.find("incidents-more").locator("summary").click();
            }
            assertRoom(map, "tab " + tab);
            browser.screenshot(map.page(), "target-" + tab);
        }
        map.showMap();
        map.find("account-button").click();
        assertRoom(map, "menu of the account");
        map.find("password-open").click();
        assertRoom(map, "password");
        map.page().keyboard().press("Escape");
        map.find("period-button").click();
        assertRoom(map, "period");
        browser.screenshot(map.page(), "target-period");
        map.page().keyboard().press("Escape");

        MarkingContract.startAMark(map);
        assertRoom(map, "form without a place");
        browser.screenshot(map.page(), "target-form-empty");
        MarkingContract.fillIn(map, "Khu phố 4");
        map.find("mark-typed").locator("summary").click();
        map.find("mark-more").locator("summary").click();
        assertRoom(map, "form");
        browser.screenshot(map.page(), "target-form");
        map.find("mark-cancel").click();

        map.open("/?selected=incident:" + id).loaded();
        assertThat(map.find("step-verifying")).isVisible();
        map.find("incident-history").locator("summary").first().click();
        assertThat(map.find("incident-history").locator(".history > li")).hasCount(1);
        assertRoom(map, "incident");
        browser.screenshot(map.page(), "target-incident");
        map.find("step-transferred").click();
        map.find("incident-withdraw").click();
        assertRoom(map, "step and withdrawal");
        browser.screenshot(map.page(), "target-step");
        map.find("panel-close").click();

        map.showTab("incidents");
        map.find("table-open").click();
        assertThat(map.find("table-import")).isVisible();
        assertRoom(map, "table");
        map.find("panel-close").click();
    }

    @Test
    void theQueueHasRoomForAThumb() {
        expectConsoleError("ERR_INTERNET_DISCONNECTED|ERR_FAILED");
        MapPage map = signIn(Screen.PHONE, "officer").readyForTheField();
        map.page().context().setOffline(true);
        QueueOnDevice.fill(map);
        assertRoom(map, "map without a network");
        map.find("queue-button").click();
        assertThat(map.find("queue-item")).hasCount(4);
        assertRoom(map, "queue");
        browser.screenshot(map.page(), "target-queue");
        map.find("queue-compare").click();
        assertRoom(map, "two versions");
        map.page().keyboard().press("Escape");
        map.page().keyboard().press("Escape");
        map.find("account-button").click();
        map.find("sign-out").click();
        assertRoom(map, "sign-out");
        browser.screenshot(map.page(), "target-sign-out");
    }

    @Test
    void theLeadersPagesHaveRoomForAThumb() {
        MapPage map = signIn(Screen.PHONE, "leader");
        map.openFromTable("Khu phố 2");
        map.find("status-form").locator("summary").click();
        assertRoom(map, "area");
        browser.screenshot(map.page(), "target-area");
    }

    @Test
    void theDrawingHasRoomForAThumb() {
        MapPage map = signIn(Screen.PHONE, "planner");
        map.showTab("map");
        map.find("draw-open").click();
        map.find("draw-past").locator("summary").click();
        assertRoom(map, "new drawing");
        for (int corner = 0; corner < 3; corner++) {
            map.page().waitForTimeout(300);
            map.pick(new MapPage.MapPoint(90 + 80 * corner, 200 + 60 * (corner % 2)));
        }
        map.find("draw-name").fill("9");
        map.find("draw-check").click();
        assertThat(map.find("draw-result")).isVisible();
        assertRoom(map, "drawing that was checked");
        browser.screenshot(map.page(), "target-drawing");
        map.find("draw-cancel").click();
        map.find("draw-drop").click();
    }

    private static void assertRoom(MapPage map, String state) {
        @SuppressWarnings("unchecked")
        List<String> small = (List<String>) map.page().evaluate(TOO_SMALL);
        assertThat(small).as("smaller than 44 x 44: %s", state).isEmpty();
    }
}
