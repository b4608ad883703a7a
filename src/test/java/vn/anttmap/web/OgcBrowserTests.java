package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A planner looks at the layers of OGC API in the browser: from the landing page to one feature on its map. */
class OgcBrowserTests extends MapTest {

    @ParameterizedTest
    @EnumSource(Screen.class)
    void leadsFromTheAddressToAFeatureOnTheMap(Screen screen) {
        MapPage planner = signIn(screen, "planner");
        planner.open("/ogc?f=html");
        assertThat(planner.find("ogc-address")).hasText(Pattern.compile("http://.*/ogc$"));
        Barriers.assertNone(planner);
        browser.screenshot(planner.page(), "ogc-landing-" + screen);

        planner.find("ogc-data").click();
        Barriers.assertNone(planner);
        browser.screenshot(planner.page(), "ogc-collections-" + screen);
        planner.find("items-communes").click();
        // 10 communes of both places today.
        assertThat(planner.find("ogc-matched")).containsText("10");
        assertThat(planner.find("ogc-map").locator("path.leaflet-interactive")).hasCount(10);
        Locator row = planner.find("ogc-table").locator("tbody tr").first();
        row.locator("td").first().click();
        assertThat(row).hasClass(Pattern.compile("is-chosen"));
        Barriers.assertNone(planner);
        browser.screenshot(planner.page(), "ogc-items-" + screen);

        row.locator("a").click();
        assertThat(planner.find("ogc-map").locator("path.leaflet-interactive")).hasCount(1);
        assertThat(planner.page().title()).contains("ANTT Map");
        Barriers.assertNone(planner);
        browser.screenshot(planner.page(), "ogc-item-" + screen);

        planner.open("/ogc/collections/incidents?f=html");
        Barriers.assertNone(planner);
        browser.screenshot(planner.page(), "ogc-collection-" + screen);
        planner.open("/ogc/collections/incidents/items?f=html&limit=20");
        assertThat(planner.find("ogc-map").locator("path.leaflet-interactive")).hasCount(20);
        planner.find("ogc-next").click();
        assertThat(planner.find("ogc-table").locator("tbody tr")).hasCount(20);
        browser.screenshot(planner.page(), "ogc-incidents-" + screen);
    }
}
