package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** From afar the map is drawn from vector tiles, with the colours, names, clicks and legend that shapes have close up. */
class TileMapBrowserTests extends MapTest {

    private static final String TOWN = "Thị trấn Quán Lào";

    /** The place of the town that is farthest from its border, 394 m. */
    private static final double LONGITUDE = 105.6493;

    private static final double LATITUDE = 19.9744;

    /**
     * From the middle of the town as the tile shows it: its id, colour and spot in the window. The tile is found by the
     * formula of WebMercatorQuad.
     */
    private static final String IN_TILE = """
            async ([longitude, latitude, lowest]) => {
              for (let look = 0; look < 300; look++, await new Promise(resolve => setTimeout(resolve, 100)))
                for (let z = 18; z >= lowest; z--) {
                  const size = 2 ** z
                  const x = (longitude + 180) / 360 * size
                  const radians = latitude * Math.PI / 180
                  const y = (1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2 * size
                  const canvas = document.querySelector(
                    `.leaflet-tile-loaded[data-tile="${z}/${Math.floor(x)}/${Math.floor(y)}"] canvas[data-layer=areas]`)
                  if (!canvas) continue
                  const box = canvas.getBoundingClientRect()
                  const css = parseFloat(canvas.style.width)
                  const [left, top] = [(x % 1) * 256, (y % 1) * 256]
                  const scale = canvas.width / css
                  const pen = new OffscreenCanvas(1, 1).getContext('2d')
                  pen.drawImage(canvas, -Math.floor(left * scale), -Math.floor(top * scale))
                  const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data
                  return { x: box.left + left * box.width / css, y: box.top + top * box.height / css,
                    colour: a ? '#' + [r, g, b].map(it => it.toString(16).padStart(2, '0')).join('') : 'none', zoom: z }
                }
              return null
            }
            """;

    @ParameterizedTest
    @EnumSource(Screen.class)
    void fromAfarTilesHaveTheColoursOfTheLegendAndCloseUpShapesDo(Screen screen) {
        MapPage map = signIn(screen, "leader").divideBy("communes");
        map.showMap();
        if (screen == Screen.PHONE) {
            map.find("legend").locator("summary").click();
        }
        String legend = map.find("legend").innerText();
        String id = idOfTheTown();
        String colour = String.valueOf(
                map.page().locator("[data-testid=area-" + id + "]").getAttribute("fill"));
        browser.screenshot(map.page(), "tiles-near-" + screen);

        zoom(map, "out", ".vector-tile");

        Spot spot = inTile(map);
        assertThat(spot.colour()).isEqualTo(colour);
        assertThat(map.find("legend").innerText()).isEqualTo(legend);
        assertThat(map.find("legend")
                        .locator(".legend-item rect[fill='" + colour + "']")
                        .first())
                .isVisible();
        assertThat(map.page().locator("[data-testid=area-" + id + "]")).hasCount(0);
        browser.screenshot(map.page(), "tiles-far-" + screen);
        if (screen == Screen.DESKTOP) {
            map.page().mouse().move(spot.x(), spot.y());
            // 45 incidents / 1.47 km² / (592 days / 365.25).
            assertThat(map.page().locator(".area-tip")).containsText(TOWN + ": 18,89 vụ/km²·năm, 45 vụ");
        }
        map.pick(new MapPage.MapPoint(spot.x(), spot.y()));
        assertThat(map.page().locator(".panel-title")).hasText(TOWN);
        assertThat(map.find("panel-count")).hasText("45");
        assertThat(map.page().locator(".vector-tile canvas[data-layer=outline]").first())
                .isAttached();
        browser.screenshot(map.page(), "tiles-panel-" + screen);

        if (screen == Screen.DESKTOP) {
            zoom(map, "in", "[data-testid=area-" + id + "]");
            assertThat(map.page().locator(".vector-tile")).hasCount(0);
        }
    }

    @Test
    void residentialAreasAreShownByTheirCommuneUntilOneIsCloseEnough() {
        MapPage map = signIn(Screen.DESKTOP, "leader");
        List<String> asked = tilesAskedBy(map.page());

        zoom(map, "out", ".vector-tile");

        assertThat(map.find("legend-merged")).containsText("mỗi mảng là một xã");
        Spot spot = inTile(map);
        map.page().mouse().move(spot.x(), spot.y());
        assertThat(map.page().locator(".area-tip")).containsText(TOWN + ": 5 khu dân cư");
        assertThat(map.page().locator(".area-tip")).containsText("45 vụ, bấm để phóng to");
        browser.screenshot(map.page(), "tiles-merged-" + Screen.DESKTOP);
        assertThat(asked)
                .allMatch(path -> path.startsWith("/ogc/collections/residential-areas/density/tiles/WebMercatorQuad/")
                        && path.endsWith("?from=2018-01-01&to=2019-08-15&boundaryDay=2019-08-15"));

        asked.clear();
        map.period("01/01/2018", "31/12/2018");
        inTile(map);
        assertThat(asked)
                .isNotEmpty()
                .allMatch(path -> path.endsWith("?from=2018-01-01&to=2018-12-31&boundaryDay=2018-12-31"));
        asked.clear();
        map.colourBy("status");
        inTile(map);
        assertThat(asked)
                .isNotEmpty()
                .allMatch(path -> path.contains("/residential-areas/status/tiles/") && path.contains("year=2018"));
        assertThat(map.find("legend-merged")).containsText("nhiều khu dân cư nhất");
        browser.screenshot(map.page(), "tiles-status-" + Screen.DESKTOP);

        spot = inTile(map);
        map.page().mouse().click(spot.x(), spot.y());
        assertThat(map.page().locator("path[data-feature-id]").first()).isVisible();
        assertThat(map.find("legend-merged")).hasCount(0);
    }

    @Test
    void whatOthersMarkIsInTheTileSoonAndTheTableLeadsToEveryArea() {
        MapPage map = signIn(Screen.DESKTOP, "leader", "/?tab=table&level=communes&from=2019-08-01&to=2019-08-15");
        zoom(map, "out", ".vector-tile");
        int before = map.countOf(TOWN);
        Spot spot = inTile(map);
        map.page().mouse().move(spot.x(), spot.y());
        assertThat(map.page().locator(".area-tip")).containsText(", " + before + " vụ");

        markInBlock1("TTXH");

        map.page().waitForCondition(() -> map.countOf(TOWN) == before + 1);
        // The pointer does not leave the area: its name tells the new figure all the same.
        map.page().waitForCondition(() -> {
            for (int aside = 1; aside >= 0; aside--) {
                map.page().mouse().move(spot.x() + aside, spot.y());
                map.page().waitForTimeout(100);
            }
            return map.page().locator(".area-tip").count() > 0
                    && map.page().locator(".area-tip").innerText().contains(", " + (before + 1) + " vụ");
        });

        map.openFromTable(TOWN);
        assertThat(map.page().locator("[data-testid=area-" + idOfTheTown() + "]"))
                .isVisible();
    }

    /** Nothing is looked for under the pointer meanwhile; what it was let go over is not opened. */
    @Test
    void aDragWithTheMouseMovesTheMapAndOpensNothing() {
        MapPage map = signIn(Screen.DESKTOP, "leader");
        zoom(map, "out", ".vector-tile");
        Spot spot = inTile(map);
        String underThePointer = "([x, y]) => document.elementFromPoint(x, y).closest('#map') !== null";
        List<Double> end = List.of(spot.x() + 120, spot.y() + 40);

        map.page().mouse().move(spot.x(), spot.y());
        map.page().mouse().down();
        map.page().mouse().move(spot.x() + 60, spot.y() + 20);
        map.page().mouse().move(end.get(0), end.get(1));

        assertThat(map.page().evaluate(underThePointer, end)).isEqualTo(false);
        map.page().mouse().up();
        assertThat(map.page().evaluate(underThePointer, end)).isEqualTo(true);
        map.page().waitForCondition(() -> {
            Spot moved = inTile(map);
            return Math.abs(moved.x() - end.get(0)) < 3 && Math.abs(moved.y() - end.get(1)) < 3;
        });
        assertThat(map.page().locator(".panel-title")).not().isVisible();
    }

    /** A second finger has to reach the map, so that it can be drawn apart. */
    @Test
    void aFingerFindsTheMapWhileItIsDragged() {
        MapPage map = signIn(Screen.PHONE, "leader").showMap();
        var finger = map.page().context().newCDPSession(map.page());
        touch(finger, "touchStart", 180, 300);
        for (int step = 1; step <= 4; step++) {
            touch(finger, "touchMove", 180 - 10 * step, 300 - 10 * step);
        }

        assertThat(map.page().locator("body.leaflet-dragging")).hasCount(1);
        assertThat(map.page().evaluate("() => document.elementFromPoint(100, 250).closest('#map') !== null"))
                .isEqualTo(true);
        touch(finger, "touchEnd", 0, 0);
    }

    private static void touch(CDPSession finger, String type, int x, int y) {
        JsonObject event = new JsonObject();
        JsonArray points = new JsonArray();
        if (!type.equals("touchEnd")) {
            JsonObject point = new JsonObject();
            point.addProperty("x", x);
            point.addProperty("y", y);
            points.add(point);
        }
        event.addProperty("type", type);
        event.add("touchPoints", points);
        finger.send("Input.dispatchTouchEvent", event);
    }

    @Test
    void withoutTilesTheShapesThatAreHereAreDrawn() {
        MapPage map = signIn(Screen.DESKTOP, "leader").divideBy("communes");
        expectConsoleError("Failed to load resource");
        map.page().route("**/ogc/collections/**", route -> route.abort());

        map.open(map.page().url().replaceFirst("view=[^&]*", "view=105.65,19.97,9"))
                .loaded();

        assertThat(map.page().locator("[data-testid=area-" + idOfTheTown() + "]"))
                .isAttached();
        assertThat(map.page().locator(".vector-tile")).hasCount(0);
    }

    private String idOfTheTown() {
        for (JsonNode area : ask("leader", "/api/density/communes?from=2018-01-01&to=2019-08-15")
                .path("areas")) {
            if (area.path("fullName").asString().equals(TOWN)) {
                return area.path("id").asString();
            }
        }
        throw new AssertionError("no " + TOWN);
    }

    private static List<String> tilesAskedBy(Page page) {
        List<String> asked = new ArrayList<>();
        page.onRequest((Request request) -> {
            if (request.url().contains("/tiles/WebMercatorQuad/")) {
                asked.add(request.url().replaceFirst("^http://[^/]+", ""));
            }
        });
        return asked;
    }

    /** Presses the button until this is there. */
    private static void zoom(MapPage map, String direction, String until) {
        Locator wanted = map.page().locator(until);
        for (int press = 0; press < 12 && wanted.count() == 0; press++) {
            map.page().locator(".leaflet-control-zoom-" + direction).click();
            map.page().waitForTimeout(300);
        }
        assertThat(wanted.first()).isAttached();
    }

    private record Spot(double x, double y, String colour) {}

    private static Spot inTile(MapPage map) {
        @SuppressWarnings("unchecked")
        Map<String, Object> found = (Map<String, Object>) map.page().evaluate(IN_TILE, List.of(LONGITUDE, LATITUDE, 5));
        assertThat(found).as("a tile over the town").isNotNull();
        return new Spot(
                ((Number) found.get("x")).doubleValue(),
                ((Number) found.get("y")).doubleValue(),
                String.valueOf(found.get("colour")));
    }
}
