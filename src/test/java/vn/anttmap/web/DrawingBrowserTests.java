package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.ServiceClient;

/** A planner draws a block beside another one, and moves a road; on a phone, too. */
class DrawingBrowserTests extends MapTest {

    /** A block whose eastern border has a corner in its middle. */
    private static final String NEIGHBOUR = "{\"type\":\"Polygon\",\"coordinates\":[[[106.32,22.82],[106.322,22.82],"
            + "[106.3223,22.821],[106.322,22.822],[106.32,22.822],[106.32,22.82]]]}";

    @AfterEach
    void takeTheDrawingsBack() {
        ServiceClient planner = service().client("planner", "planner");
        for (JsonNode drawing : ask("planner", "/api/drawings").path("drawings")) {
            if (drawing.path("mayTakeBack").asBoolean()) {
                planner.post("/api/drawings/" + drawing.path("id").asString() + "/take-back", "");
            }
        }
    }

    @Test
    void drawsABlockAlongItsNeighbourChecksSavesAndFindsItAgain() {
        drawNeighbour();
        MapPage map = signIn(Screen.DESKTOP, "planner", traLinh() + "&view=106.323,22.821,16.5");
        map.find("draw-open").click();
        map.find("draw-day").fill("02/06/2026");
        map.find("draw-day").blur();
        map.page().waitForTimeout(1500);

        click(map, 106.32202, 22.81998);
        assertThat(map.find("draw-said")).containsText("Đã bám vào Tổ dân phố Thử A");
        click(map, 106.32203, 22.82201);
        assertThat(map.find("draw-said")).containsText("Đã đi theo ranh giới Tổ dân phố Thử A, thêm 1 đỉnh");
        click(map, 106.324, 22.822);
        click(map, 106.324, 22.820);
        assertThat(map.find("draw-round")).containsText("5 đỉnh");
        click(map, 106.3232, 22.8192);
        assertThat(map.find("draw-round")).containsText("6 đỉnh");
        map.page().keyboard().press("Control+z");
        assertThat(map.find("draw-round")).containsText("5 đỉnh");
        map.find("draw-close").click();
        // Two cells by two without the corner of the neighbour: 4 × 11,368 − 0.3 × 11,368 = 42,062 m².
        assertThat(map.find("draw-size"))
                .containsText(Pattern.compile("Diện tích 4[12]\\.\\d{3} m² \\(4,\\d\\d ha\\)"));

        // What was drawn outlives a reload.
        map.page().waitForTimeout(300);
        map.page().reload();
        map.loaded();
        assertThat(map.find("draw-round")).containsText("5 đỉnh");
        assertThat(map.find("draw-day")).hasValue("02/06/2026");

        map.find("draw-name").fill("Thử B");
        map.find("draw-check").click();
        assertThat(map.find("draw-result")).containsText("Chồng lấn");
        map.find("draw-finding").first().click();
        browser.screenshot(map.page(), "planner-draw-report");
        map.find("draw-take").check();
        map.find("draw-check").click();
        assertThat(map.find("draw-result")).containsText("nhường");
        assertThat(map.find("draw-result")).containsText("Lưu được");
        map.find("draw-save").click();
        assertThat(map.find("draw-result").locator("xpath=..")).containsText("Hãy ghi lý do");
        map.find("draw-reason").fill("Quyết định 12/QĐ-UBND");
        map.find("draw-check").click();
        assertThat(map.find("draw-save")).isVisible();
        map.find("draw-save").click();
        assertThat(map.find("message")).containsText("Đã lưu Tổ dân phố Thử B, có hiệu lực từ 02/06/2026");
        assertThat(map.page().locator(".panel-title")).hasText("Tổ dân phố Thử B");
        browser.screenshot(map.page(), "planner-draw-saved");
        map.page().reload();
        map.loaded();

        assertThat(map.page().locator(".panel-title")).hasText("Tổ dân phố Thử B");
        assertThat(map.find("panel-redraw")).isVisible();
        assertThat(shared("Tổ dân phố Thử B")).contains("[106.322,22.82]", "[106.3223,22.821]", "[106.322,22.822]");
        map.find("panel-redraw").click();
        assertThat(map.find("draw-vertex").first()).isVisible();
        browser.screenshot(map.page(), "planner-draw-change");
        map.page().keyboard().press("Escape");
        assertThat(map.page().locator(".panel-title")).hasText("Tổ dân phố Thử B");
    }

    @Test
    void movesARoadWithTheKeyboard() {
        JsonNode road = road("Đường tổ dân phố (minh hoạ)");
        MapPage map = signIn(
                Screen.DESKTOP,
                "planner",
                traLinh() + "&view=106.322,22.827,16&selected=road:"
                        + road.path("id").asString());
        map.find("panel-redraw").click();
        assertThat(map.find("draw-size")).containsText("Chiều dài");
        String before = map.find("draw-size").textContent();
        Locator vertex = map.find("draw-vertex").first();
        vertex.focus();
        for (int i = 0; i < 4; i++) {
            map.page().keyboard().press("Shift+ArrowUp");
        }
        assertThat(map.find("draw-size")).not().hasText(before);
        map.find("draw-owner").fill("Hội Phụ nữ");
        map.find("draw-day").fill("01/10/2026");
        map.find("draw-reason").fill("Thử");
        map.find("draw-check").click();
        assertThat(map.find("draw-result")).containsText("Lưu được");
        if (map.find("draw-seen").count() > 0) {
            map.find("draw-seen").check();
        }
        browser.screenshot(map.page(), "planner-draw-road");
        map.find("draw-save").click();

        assertThat(map.find("message")).containsText("có hiệu lực từ 01/10/2026");
        assertThat(map.find("panel")).containsText("Hội Phụ nữ");
    }

    @Test
    void drawsOnAPhoneAndIsAskedBeforeTheDrawingIsDropped() {
        drawNeighbour();
        MapPage map = signIn(Screen.PHONE, "planner", traLinh() + "&view=106.322,22.821,16");
        map.showTab("map");
        map.find("draw-open").click();
        map.find("draw-day").fill("02/06/2026");
        map.find("draw-day").blur();
        map.page().waitForTimeout(1500);
        map.find("draw-kind-area").scrollIntoViewIfNeeded();
        tap(map, 90, 120);
        tap(map, 280, 130);
        tap(map, 270, 300);
        assertThat(map.find("draw-round")).containsText("đỉnh");
        map.page().waitForTimeout(400);
        browser.screenshot(map.page(), "planner-draw-phone");
        Locator handle = map.find("draw-vertex").first();
        org.assertj.core.api.Assertions.assertThat(handle.boundingBox().width).isGreaterThanOrEqualTo(44);
        map.find("panel-close").click();
        map.find("draw-stay").click();
        assertThat(map.find("draw-round")).containsText("đỉnh");
        map.find("draw-check").scrollIntoViewIfNeeded();
        map.find("draw-name").fill("Thử C");
        map.find("draw-check").click();
        assertThat(map.find("draw-result")).isVisible();
        browser.screenshot(map.page(), "planner-draw-phone-report");
        map.find("draw-cancel").click();
        map.find("draw-drop").click();

        assertThat(map.find("panel")).isHidden();
        assertThat(map.sidewaysScroll()).isZero();
    }

    private String traLinh() {
        for (JsonNode place : ask("planner", "/api/session").path("places")) {
            if (place.path("name").asString().contains("Trà Lĩnh")) {
                return "/?tab=map&from=2026-01-01&to=2026-12-31&place="
                        + place.path("id").asString();
            }
        }
        throw new AssertionError("The planner has no Trà Lĩnh.");
    }

    private void drawNeighbour() {
        ServiceClient planner = service().client("planner", "planner");
        String draft =
                "{\"kind\":\"to_dan_pho\",\"name\":\"Thử A\",\"day\":\"2026-06-01\",\"takeOverlaps\":true,\"geometry\":"
                        + NEIGHBOUR + "}";
        HttpResponse<String> look = planner.post("/api/drawings/residential-areas/look", draft);
        Matcher revision = Pattern.compile("\"revision\":\"(\\d+)\"").matcher(look.body());
        assertThat(revision.find()).as(look.body()).isTrue();
        HttpResponse<String> saved = planner.put(
                "/api/drawings/residential-areas/" + UUID.randomUUID(),
                "{\"drawing\":" + draft + ",\"revision\":\"" + revision.group(1)
                        + "\",\"remarks\":0,\"reason\":\"thử\"}");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
    }

    private String shared(String name) {
        for (JsonNode area : ask(
                        "planner", "/api/drawings/surroundings?day=2026-12-31&bbox=106.32,22.82,106.324,22.822")
                .path("areas")) {
            if (area.path("fullName").asString().equals(name)) {
                return area.path("geometry").toString();
            }
        }
        throw new AssertionError("There is no " + name);
    }

    private JsonNode road(String name) {
        for (JsonNode feature :
                ask("planner", "/api/features/road-segments?day=2026-11-01").path("features")) {
            if (feature.at("/properties/name").asString().equals(name)) {
                return feature;
            }
        }
        throw new AssertionError("There is no " + name);
    }

    /** By Web Mercator, from the view that the address keeps. */
    private static void click(MapPage map, double longitude, double latitude) {
        map.page().waitForTimeout(350);
        Matcher view = Pattern.compile("view=([\\d.]+),([\\d.]+),([\\d.]+)")
                .matcher(map.page().url());
        org.assertj.core.api.Assertions.assertThat(view.find())
                .as(map.page().url())
                .isTrue();
        double scale = 256 * Math.pow(2, Double.parseDouble(view.group(3)));
        var box = map.find("map").boundingBox();
        double x = box.x + box.width / 2 + (longitude - Double.parseDouble(view.group(1))) / 360 * scale;
        double y = box.y
                + box.height / 2
                - (mercator(latitude) - mercator(Double.parseDouble(view.group(2)))) / (2 * Math.PI) * scale;
        map.page().mouse().click(x, y);
    }

    private static double mercator(double latitude) {
        return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2));
    }

    private static void tap(MapPage map, double x, double y) {
        map.page().touchscreen().tap(x, y);
        map.page().waitForTimeout(200);
    }
}
