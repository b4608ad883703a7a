package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The map page as a person uses it, on either screen. Elements are found by their test ids. */
final class MapPage {

    private static final int LONGEST_TAB_WALK = 120;
    private static final int LOOKS_FOR_POINT = 100;
    private static final int MILLIS_BETWEEN_LOOKS = 100;

    private final Page page;
    private final String baseUrl;
    private final Screen screen;

    MapPage(Page page, String baseUrl, Screen screen) {
        this.page = page;
        this.baseUrl = baseUrl;
        this.screen = screen;
    }

    Page page() {
        return page;
    }

    Locator find(String testId) {
        return page.getByTestId(testId);
    }

    /** Opens a path of the service, or a whole address as another page showed it. */
    MapPage open(String address) {
        page.navigate(address.startsWith("/") ? baseUrl + address : address);
        return this;
    }

    /** Fills the sign-in form in with a demonstration account and waits for the map. */
    MapPage signIn(String account) {
        find("login-username").fill(account);
        find("login-password").fill(account);
        find("login-submit").click();
        return loaded();
    }

    /** Waits until the figures that were asked for last are drawn. */
    MapPage loaded() {
        assertThat(find("period-words")).isAttached();
        assertThat(page.locator("body.is-loading")).hasCount(0);
        return this;
    }

    /** Waits until this phone has what it needs to work without a network. */
    MapPage readyForTheField() {
        page.evaluate("""
                async () => {
                  const answers = async () => (await (await caches.open('anttmap-answers-officer')).keys()).map(it => it.url)
                  const page = async () => (await (await caches.open('anttmap-page')).keys()).length > 0
                  await navigator.serviceWorker.ready
                  for (let look = 0; look < 3000 && (!navigator.serviceWorker.controller || !(await page())
                      || !(await answers()).some(url => url.includes('mine=true'))); look++)
                    await new Promise(resolve => setTimeout(resolve, 100))
                }
                """);
        return this;
    }

    /** Shows the tab {@code map}, {@code table} or {@code incidents} beside the map; on a phone, its sheet. */
    MapPage showTab(String tab) {
        Locator button = find("tab-" + tab);
        boolean open = page.locator("#sidebar.is-open").count() > 0;
        boolean chosen = "true".equals(button.getAttribute("aria-selected"));
        if (screen == Screen.DESKTOP ? !chosen : !(chosen && open)) {
            button.click();
        }
        return this;
    }

    /** On a phone, shows the map again where a sheet covers it. */
    MapPage showMap() {
        if (page.locator("#sidebar.is-open").count() > 0 && screen == Screen.PHONE) {
            page.locator("#sheet-close").click();
        }
        return this;
    }

    /** Chooses {@code density}, {@code per1000}, {@code count} or {@code status}. */
    MapPage colourBy(String theme) {
        showTab("map");
        choose("theme-" + theme);
        return loaded();
    }

    /** Chooses {@code residential-areas} or {@code communes}. */
    MapPage divideBy(String level) {
        showTab("map");
        choose("level-" + level);
        return loaded();
    }

    /** Chooses a place of the account by its name. */
    MapPage goTo(String place) {
        find("place-select").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(place));
        return loaded();
    }

    /** Types both days as dd/MM/yyyy. */
    MapPage period(String from, String to) {
        find("period-button").click();
        find("period-from").fill(from);
        find("period-to").fill(to);
        find("period-apply").click();
        return loaded();
    }

    /** A click on a radio button or switch goes to its label, which is what a person sees. */
    void choose(String testId) {
        page.locator("label:has([data-testid='" + testId + "'])").click();
    }

    /** The names of the table's areas, top down. */
    List<String> tableNames() {
        return page.locator("[data-testid=facts-table] .row-name").allTextContents();
    }

    /** One column of the table, top down, as it is written; 1 is the first after the name. */
    List<String> tableColumn(int column) {
        return page.locator("[data-testid=facts-table] tbody td:nth-of-type(" + column + ")")
                .allTextContents();
    }

    /** Opens an area from the table. */
    MapPage openFromTable(String name) {
        showTab("table");
        page.locator("[data-testid=facts-table] .row-button", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
        assertThat(page.locator(".panel-title")).hasText(name);
        return this;
    }

    /** The number of incidents that the table gives an area. */
    int countOf(String name) {
        return Integer.parseInt(rowOf(name).locator("td").first().textContent().replaceAll("[^0-9]", ""));
    }

    private Locator rowOf(String name) {
        return page.locator(
                        "[data-testid=facts-table] tbody tr",
                        new Page.LocatorOptions()
                                .setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))))
                .first();
    }

    /** The id of an area of the table, as the API has it. */
    String idOf(String name) {
        return rowOf(name).getAttribute("data-row-id");
    }

    /**
     * A point of the window, in CSS pixels, where nothing lies over this area of the map; waits until the map and what
     * moves over it have come to rest.
     */
    MapPoint pointInside(String areaId) {
        Locator area = page.locator("[data-testid=area-" + areaId + "]");
        MapPoint before = null;
        for (int look = 0; look < LOOKS_FOR_POINT; look++) {
            MapPoint now = freePoint(area);
            if (now != null && now.equals(before)) {
                return now;
            }
            before = now;
            page.waitForTimeout(MILLIS_BETWEEN_LOOKS);
        }
        throw new AssertionError("No free point of area " + areaId + " is in sight.");
    }

    private static @Nullable MapPoint freePoint(Locator area) {
        @SuppressWarnings("unchecked")
        List<Number> found = (List<Number>) area.evaluate("""
                path => {
                  const box = path.getBoundingClientRect()
                  const free = (x, y) => document.elementFromPoint(x, y) === path
                  let best = null
                  for (let i = 1; i < 16; i++) for (let j = 1; j < 16; j++) {
                    const [x, y] = [box.left + box.width * i / 16, box.top + box.height * j / 16]
                    let room = 0
                    while (room < 36 && [[room, 0], [-room, 0], [0, room], [0, -room]]
                        .every(([a, b]) => free(x + a, y + b))) room += 6
                    if (!best || room > best[2]) best = [x, y, room]
                  }
                  return best && best[2] > 0 ? best : null
                }
                """);
        return found == null
                ? null
                : new MapPoint(found.get(0).doubleValue(), found.get(1).doubleValue());
    }

    /** A click, or on a phone a touch, on the map. */
    MapPage pick(MapPoint point) {
        if (screen == Screen.PHONE) {
            page.touchscreen().tap(point.x(), point.y());
        } else {
            page.mouse().click(point.x(), point.y());
        }
        return this;
    }

    /** Presses the Tab key until this element has the focus. */
    Locator tabTo(Locator wanted) {
        for (int i = 0; i < LONGEST_TAB_WALK; i++) {
            page.keyboard().press("Tab");
            if (wanted.count() == 1 && Boolean.TRUE.equals(wanted.evaluate("it => it === document.activeElement"))) {
                return wanted;
            }
        }
        throw new AssertionError("The Tab key does not lead to " + wanted);
    }

    /** How far the page is wider than the window, in CSS pixels; 0 where nobody has to scroll sideways. */
    int sidewaysScroll() {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue();
    }

    /** A place in the window, in CSS pixels from its upper left corner. */
    record MapPoint(double x, double y) {}
}
