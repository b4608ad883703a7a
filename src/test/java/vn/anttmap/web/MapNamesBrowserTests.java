package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names of places on the map can be read. */
class MapNamesBrowserTests extends MapTest {

    /**
     * Names in sight when the map has come to rest; those that a button, the scale, the credits or the legend still covers
     * a part of after five seconds begin with a star. While the map zooms, names pass below its buttons.
     */
    private static final String NAMES = """
            async () => {
              const look = () => {
                const covers = [...document.querySelectorAll('.leaflet-control, #legend')].map(it => it.getBoundingClientRect())
                const map = document.querySelector('#map').getBoundingClientRect()
                const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
                return [...document.querySelectorAll('.map-name:not(.map-name-island) span')]
                  .map(it => ({ text: it.textContent, box: it.getBoundingClientRect() }))
                  .filter(({ box }) => meet(box, map))
                  .map(({ text, box }) => (covers.some(it => it.width > 0 && meet(box, it)) ? '*' : '') + text)
              }
              for (let looks = 0; looks < 50; looks++) {
                await new Promise(resolve => setTimeout(resolve, 100))
                if (!document.querySelector('.leaflet-zoom-anim') && !look().some(it => it.startsWith('*'))) break
              }
              return look()
            }
            """;

    @ParameterizedTest
    @EnumSource(Screen.class)
    void noNameStandsHalfUnderAButtonOrTheLegend(Screen screen) {
        MapPage map = signIn(screen, "leader");
        map.showMap();
        Set<String> seen = new TreeSet<>();
        for (int press = 0; press < 9; press++) {
            map.page().locator(".leaflet-control-zoom-out").click();
            map.page().waitForTimeout(300);
            seen.addAll(names(map));
        }
        browser.screenshot(map.page(), "map-names-" + screen);
        assertThat(seen).contains("Thanh Hoá", "Nghệ An").noneMatch(name -> name.startsWith("*"));
    }

    @Test
    void aNameComesBackWhenTheLegendIsClosed() {
        MapPage map = signIn(Screen.PHONE, "leader");
        map.showMap();
        map.find("legend").locator("summary").click();
        Locator name = map.page().locator(".map-name", new Page.LocatorOptions().setHasText("Khu phố 4"));
        assertThat(name).hasCount(0);

        map.find("legend").locator("summary").click();

        assertThat(name).hasCount(1);
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(MapPage map) {
        return (List<String>) map.page().evaluate(NAMES);
    }
}
