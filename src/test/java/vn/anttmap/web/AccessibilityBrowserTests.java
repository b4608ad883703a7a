package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** axe-core finds nothing, of whatever weight, and nobody has to scroll sideways, in any state of the page. */
class AccessibilityBrowserTests extends MapTest {

    @Override
    boolean worksWithoutANetwork() {
        return true;
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void signInHasNoBarrier(Screen screen) {
        MapPage map = newVisitor(screen).open("/login");

        Barriers.assertNone(map);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void mapAndTableAndPanelHaveNoBarrier(Screen screen) {
        MapPage map = signIn(screen, "leader");
        Barriers.assertNone(map);
        map.showTab("map");
        Barriers.assertNone(map);
        map.colourBy("status");
        Barriers.assertNone(map);
        map.showTab("table");
        Barriers.assertNone(map);
        map.openFromTable("Khu phố 2");
        Barriers.assertNone(map);
        map.find("status-form").locator("summary").click();
        map.find("criteria").locator("> summary").click();
        assertThat(map.find("criterion").first()).isVisible();
        Barriers.assertNone(map);
        map.find("panel-report").click();
        assertThat(map.find("report-download")).isEnabled();
        map.find("report-section-situation").locator("summary").click();
        Barriers.assertNone(map);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void periodAndAccountAndExportHaveNoBarrier(Screen screen) {
        MapPage map = signIn(screen, "planner");
        map.find("period-button").click();
        Barriers.assertNone(map);
        map.page().keyboard().press("Escape");
        map.find("account-button").click();
        Barriers.assertNone(map);
        map.page().keyboard().press("Escape");
        PlannerBrowserTests.openExport(map, screen);
        Barriers.assertNone(map);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void drawingHasNoBarrier(Screen screen) {
        MapPage map = signIn(screen, "planner");
        map.showTab("map");
        map.find("draw-open").click();
        Barriers.assertNone(map);
        for (int corner = 0; corner < 3; corner++) {
            map.page().waitForTimeout(300);
            map.pick(new MapPage.MapPoint(
                    screen == Screen.PHONE ? 90 + 80 * corner : 500 + 80 * corner, 200 + 60 * (corner % 2)));
        }
        map.find("draw-name").fill("9");
        map.find("draw-check").click();
        assertThat(map.find("draw-result")).isVisible();
        Barriers.assertNone(map);
        map.find("draw-cancel").click();
        Barriers.assertNone(map);
        map.find("draw-drop").click();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void markingHasNoBarrier(Screen screen) {
        MapPage map = signIn(screen, "officer");
        map.showTab("incidents");
        Barriers.assertNone(map);
        map.showMap();
        MarkingContract.startAMark(map);
        Barriers.assertNone(map);
        map.pick(map.pointInside(map.idOf("Khu phố 4")));
        map.find("mark-save").click();
        assertThat(map.find("mark-form").locator(".notice-error")).containsText("Hãy chọn loại");
        Barriers.assertNone(map);
        MarkingContract.fillIn(map, "Khu phố 4");
        map.find("mark-more").locator("summary").click();
        map.find("mark-typed").locator("summary").click();
        Barriers.assertNone(map);
        map.find("mark-cancel").click();

        map.showTab("incidents");
        map.find("table-open").click();
        assertThat(map.find("table-import")).isVisible();
        Barriers.assertNone(map);
        map.find("table-text").fill("Ngày\tLoại\tKhu dân cư\n04/8/2019\tTNGT\tkhu pho 2\n36/8/2019\tTNGT\tKhu phố 1");
        map.find("table-look").click();
        assertThat(map.find("table-counts")).containsText("1 dòng lỗi");
        Barriers.assertNone(map);
        map.find("panel-close").click();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void anIncidentAndTheTimeWithoutANetworkHaveNoBarrier(Screen screen) {
        expectConsoleError("ERR_INTERNET_DISCONNECTED|ERR_FAILED");
        MapPage map = signIn(screen, "officer", "/?selected=incident:" + markInBlock1("TTXH"))
                .readyForTheField();
        assertThat(map.find("step-verifying")).isVisible();
        map.find("incident-history").locator("summary").first().click();
        assertThat(map.find("incident-history").locator(".history > li")).hasCount(1);
        Barriers.assertNone(map);
        map.find("step-transferred").click();
        map.find("incident-withdraw").click();
        Barriers.assertNone(map);
        map.find("panel-close").click();

        map.page().context().setOffline(true);
        QueueOnDevice.fill(map);
        assertThat(map.find("offline-bar")).isVisible();
        Barriers.assertNone(map);
        map.find("queue-button").click();
        assertThat(map.find("queue-item")).hasCount(4);
        map.find("queue-discard").first().click();
        Barriers.assertNone(map);
        map.find("queue-compare").click();
        Barriers.assertNone(map);
        map.page().keyboard().press("Escape");
        map.page().keyboard().press("Escape");
        map.find("account-button").click();
        map.find("sign-out").click();
        Barriers.assertNone(map);
    }
}
