package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.util.List;

/** What keeps people from using a page: whatever axe-core finds, and scrolling sideways. */
final class Barriers {

    private static final double AT_REST_MILLIS = 500;

    private Barriers() {}

    /** Not one finding, whatever its weight, and nobody has to scroll sideways. */
    static void assertNone(MapPage map) {
        List<String> findings = findings(map);
        if (!findings.isEmpty()) {
            // A sheet that closed or a list that was drawn anew while axe looked is no state that anybody meets.
            map.page().waitForTimeout(AT_REST_MILLIS);
            findings = findings(map);
        }
        assertThat(findings).isEmpty();
        assertThat(map.sidewaysScroll()).as("scroll sideways").isZero();
    }

    /** In axe's older mode, which opens no page of its own for every look; what it leaves out are frames of others. */
    @SuppressWarnings("deprecation")
    private static List<String> findings(MapPage map) {
        return new AxeBuilder(map.page())
                .setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                        .toList();
    }
}
