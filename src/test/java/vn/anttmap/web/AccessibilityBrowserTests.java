package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** axe-core finds nothing, of whatever weight, and nobody has to scroll sideways, in any state of the page. */
class AccessibilityBrowserTests extends MapTest {

    @ParameterizedTest
    @EnumSource(Screen.class)
    void signInHasNoBarrier(Screen screen) {
        MapPage map = newVisitor(screen).open("/login");

        assertNoBarrier(map);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void mapAndTableAndPanelHaveNoBarrier(Screen screen) {
        MapPage map = signIn(screen, "leader");
        assertNoBarrier(map);
        map.showTab("map");
        assertNoBarrier(map);
        map.colourBy("status");
        assertNoBarrier(map);
        map.showTab("table");
        assertNoBarrier(map);
        map.openFromTable("Khu phố 2");
        assertNoBarrier(map);
        map.find("status-form").locator("summary").click();
        assertNoBarrier(map);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void periodAndAccountAndExportHaveNoBarrier(Screen screen) {
        MapPage map = signIn(screen, "planner");
        map.find("period-button").click();
        assertNoBarrier(map);
        map.page().keyboard().press("Escape");
        map.find("account-button").click();
        assertNoBarrier(map);
        map.page().keyboard().press("Escape");
        PlannerBrowserTests.openExport(map, screen);
        assertNoBarrier(map);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void markingHasNoBarrier(Screen screen) {
        MapPage map = signIn(screen, "officer");
        map.showTab("incidents");
        assertNoBarrier(map);
        map.showMap();
        MarkingContract.startAMark(map);
        assertNoBarrier(map);
        MarkingContract.fillIn(map, "Khu phố 4");
        map.find("mark-more").locator("summary").click();
        map.find("mark-typed").locator("summary").click();
        assertNoBarrier(map);
    }

    private static void assertNoBarrier(MapPage map) {
        List<String> barriers = new AxeBuilder(map.page())
                .analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                        .toList();
        assertThat(barriers).isEmpty();
        assertThat(map.sidewaysScroll()).as("scroll sideways").isZero();
    }
}
