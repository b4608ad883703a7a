package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The one way that everything hangs on, on either database: a mark is saved, and every figure has it. */
abstract class MarkingContract extends MapTest {

    private static final String TIME = "2019-08-10T14:30";

    @ParameterizedTest
    @EnumSource(Screen.class)
    void marksAnIncidentOnTheMapAndSeesTheCountRise(Screen screen) {
        int before = countedIn("Khu phố 1");
        MapPage map = startAMark(signIn(screen, "officer"));
        browser.screenshot(map.page(), "officer-empty-form-" + screen);
        fillIn(map, "Khu phố 1");
        browser.screenshot(map.page(), "officer-form-" + screen);

        map.find("mark-save").click();

        assertSaved(map);
        map.loaded();
        assertThat(map.countOf("Khu phố 1")).isEqualTo(before + 1);
        assertThat(countedIn("Khu phố 1")).isEqualTo(before + 1);
        String id = newestMarkOf("officer").path("id").asString();
        assertThat(map.page().locator(".leaflet-container [data-incident-id='" + id + "']"))
                .isAttached();
        map.showTab("incidents");
        assertThat(map.page().locator("[data-incident-id='" + id + "'].incident-item"))
                .containsText("Khu phố 1");
        browser.screenshot(map.page(), "officer-saved-" + screen);
    }

    /** Opens an empty form. */
    static MapPage startAMark(MapPage map) {
        map.find("mark-button").click();
        assertThat(map.find("mark-form")).isVisible();
        return map;
    }

    /** Place by a click into this block, a category, and a time inside the period on view. */
    static void fillIn(MapPage map, String residentialBlock) {
        map.pick(map.pointInside(map.idOf(residentialBlock)));
        assertThat(map.find("where-area")).hasText(residentialBlock);
        map.choose("mark-category-TTXH");
        // Another day may mean another area, so the page asks again.
        map.page()
                .waitForResponse(
                        "**/api/territory/locate*", () -> map.find("mark-time").fill(TIME));
        assertThat(map.find("where-area")).hasText(residentialBlock);
    }

    static void assertSaved(MapPage map) {
        assertThat(map.find("message")).containsText("Đã lưu vụ việc");
        assertThat(map.find("mark-form")).hasCount(0);
    }

    /** The mark of this officer that was changed last and still counts. */
    final JsonNode newestMarkOf(String officer) {
        for (JsonNode incident : ask(officer, "/api/incidents?mine=true").path("incidents")) {
            if (!incident.path("withdrawn").asBoolean()) {
                return incident;
            }
        }
        throw new AssertionError(officer + " has no mark.");
    }

    /** A mark in the north-west of Khu phố 1, made over the API. */
    final UUID markInBlock1(String category) {
        UUID id = UUID.randomUUID();
        var answer = service().client("officer", "officer").put("/api/incidents/" + id, body(category));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return id;
    }

    /** What another person does meanwhile: the same mark with another category. */
    final void change(UUID id, String category) {
        var client = service().client("officer", "officer");
        String path = "/api/incidents/" + id;
        String etag = client.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(client.put(path, body(category), "If-Match", etag).statusCode())
                .isEqualTo(200);
    }

    private static String body(String category) {
        return """
                {"longitude": 105.6475, "latitude": 19.9755, "placeAccuracy": "exact", "handlingLevel": "commune",
                 "occurredAt": "2019-08-10T07:30:00Z", "category": "%s"}
                """.formatted(category);
    }
}
