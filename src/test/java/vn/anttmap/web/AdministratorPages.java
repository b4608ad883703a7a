package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.util.List;

/** What the tests of the administrator's pages share. */
final class AdministratorPages {

    private AdministratorPages() {}

    /** Signs the demonstration's administrator in, whose map has nothing to load. */
    static MapPage signIn(MapPage visitor) {
        return signIn(visitor.open("/"), true);
    }

    /** @param onMap whether the sign-in page leads to the map of this page */
    static MapPage signIn(MapPage signInPage, boolean onMap) {
        signInPage.find("login-username").fill("admin");
        signInPage.find("login-password").fill("admin");
        signInPage.find("login-submit").click();
        assertThat(signInPage.find(onMap ? "account-button" : "login-submit")).hasCount(onMap ? 1 : 0);
        return signInPage;
    }

    /** Not one finding, whatever its weight, and nobody has to scroll sideways. */
    static void assertNoFinding(MapPage map) {
        List<String> findings = new AxeBuilder(map.page())
                .analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                        .toList();
        assertThat(findings).isEmpty();
        assertThat(map.sidewaysScroll()).as("scroll sideways").isZero();
    }
}
