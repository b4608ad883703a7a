package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The list of incidents beside the map: what is in it, what it comes to, and how the two go together. */
class IncidentListBrowserTests extends MapTest {

    private static final String IN_BLOCK_1 = "\"longitude\": 105.6475, \"latitude\": 19.9755";

    /** Ten thôn of the neighbours lie in the town's bounding box; they are in none of its figures. */
    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "DESKTOP")
    void aPlaceIsItsUnitAndNothingBeside(Screen screen) {
        MapPage map = signIn(screen, "leader").showTab("table");

        assertThat(map.tableNames())
                .containsExactlyInAnyOrder("Khu phố 1", "Khu phố 2", "Khu phố 3", "Khu phố 4", "Khu phố 5");
        map.showTab("map");
        assertThat(map.find("summary-areas")).hasText("5");
        assertThat(map.find("summary-count")).hasText("45");
        map.showTab("incidents");
        assertThat(map.find("incident-total")).containsText("45 vụ");
        // The register begins with 2018: of 2017 nothing is known.
        assertThat(map.find("incident-before")).containsText("không đủ số liệu");
        browser.screenshot(map.page(), "list-leader-" + screen);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void theListComparesFiltersAndLoadsMore(Screen screen) {
        MapPage map =
                signIn(screen, "officer").period("01/01/2019", "15/08/2019").showTab("incidents");
        map.choose("incidents-period");
        JsonNode comparison = ask("officer", "/api/incidents/comparison?from=2019-01-01&to=2019-08-15");
        long count = comparison.path("period").path("count").asLong();
        long before = comparison.path("before").path("count").asLong();
        assertThat(count + before).isPositive();

        assertThat(map.find("incident-total")).containsText(count + " vụ, cùng kỳ " + before);
        browser.screenshot(map.page(), "list-officer-" + screen);
        map.showMap();
        map.period("01/01/2018", "15/08/2019").showTab("incidents");
        Locator items = map.page().locator("#incidents .incident-item");
        assertThat(map.find("incident-total")).containsText("45 vụ");
        assertThat(items).hasCount(30);
        map.find("incidents-next").scrollIntoViewIfNeeded();
        assertThat(items).hasCount(45);
        map.find("incidents-more").locator("summary").click();
        map.find("incidents-category").selectOption("TNGT");
        assertThat(map.find("incident-total")).containsText("9 vụ");
        assertThat(items).hasCount(9);
        browser.screenshot(map.page(), "list-filtered-" + screen);
        map.find("incidents-clear").click();
        assertThat(map.find("incident-total")).containsText("45 vụ");
    }

    @Test
    void aRowPointsAtItsMarkAndTheMarkAtItsRow() {
        MapPage map = signIn(Screen.DESKTOP, "officer").showTab("incidents");
        map.choose("incidents-period");
        Locator row = map.page().locator("#incidents .incident-item").first();

        row.focus();
        assertThat(map.page().locator(".leaflet-container .is-hovered")).hasCount(1);
        map.page().keyboard().press("Enter");

        assertThat(map.find("panel")).isVisible();
        assertThat(row).hasAttribute("aria-current", "true");
        assertThat(map.page().locator(".leaflet-container .point.is-selected")).hasCount(1);
        map.find("incidents-inView").click();
        assertThat(map.find("incident-total")).not().containsText("45 vụ");
        browser.screenshot(map.page(), "list-selected");
    }

    @Test
    void aPresetOfTheListIsThePeriodOfTheMapToo() {
        MapPage map = signIn(Screen.DESKTOP, "leader").showTab("incidents");

        map.find("incident-period").selectOption("assessment");
        map.loaded();

        assertThat(map.find("period-button")).containsText("01/11/2018 – 31/10/2019");
        assertThat(map.find("incident-uncovered")).isVisible();
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "PHONE")
    void aMarkNearTheBorderIsFoundAndPutIntoAnArea(Screen screen) {
        UUID id = mark(northOfTown());
        MapPage map = signIn(screen, "officer").showTab("incidents");
        map.choose("incidents-period");
        map.find("incidents-nearBorder").click();
        Locator row = map.page().locator("#incidents [data-incident-id='" + id + "']");
        assertThat(row).containsText("Gần ranh giới");
        row.click();

        map.find("assign-start").click();
        // The blocks of the own town come first, and the town itself.
        Locator offered = map.find("assign-option").locator("strong");
        assertThat(offered).hasText(new String[] {
            "Khu phố 1", "Khu phố 2", "Khu phố 3", "Khu phố 4", "Khu phố 5", "Thị trấn Quán Lào"
        });
        browser.screenshot(map.page(), "assign-" + screen);
        map.find("assign-input").fill("khu pho 3");
        assertThat(offered).hasText(new String[] {"Khu phố 3"});
        map.find("assign-save").click();
        assertThat(map.find("assign-area")).containsText("Hãy chọn một địa bàn trong danh sách");
        map.find("assign-input").press("Enter");
        assertThat(map.find("assign-input")).hasValue("Khu phố 3");
        browser.screenshot(map.page(), "assign-chosen-" + screen);
        map.find("assign-save").click();

        assertThat(map.find("message").first()).containsText("Đã gán địa bàn");
        assertThat(map.find("assign-area")).containsText("Đã gán bằng tay vào Khu phố 3");
        map.find("incident-history").locator("summary").first().click();
        assertThat(map.find("incident-history")).containsText("Gán địa bàn");
        browser.screenshot(map.page(), "assigned-" + screen);
        map.find("assign-release").click();
        assertThat(map.find("assign-start")).isVisible();
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "PHONE")
    void whoeverMarksIsToldOfWhatIsThereAlready(Screen screen) {
        UUID id = mark(IN_BLOCK_1);
        MapPage map = MarkingContract.startAMark(signIn(screen, "officer"));
        map.find("mark-typed").locator("summary").click();
        map.find("mark-first").fill("105,6476; 19,9755");
        map.find("mark-convert").click();
        assertThat(map.find("where-area")).hasText("Khu phố 1");
        map.find("mark-time").fill("2019-08-10T15:00");

        assertThat(map.find("mark-duplicates")).containsText("Có thể đã có");
        assertThat(map.find("mark-duplicates").locator("a")).hasAttribute("href", Pattern.compile("incident:" + id));
        browser.screenshot(map.page(), "duplicates-" + screen);
        map.find("mark-time").fill("2019-07-10T15:00");
        assertThat(map.find("mark-duplicates")).isHidden();
    }

    /** 110 m north of the northernmost vertex of the town of 2019. */
    private String northOfTown() {
        double[] north = {0, -90};
        for (JsonNode feature :
                ask("officer", "/api/features/communes?day=2019-08-15").path("features")) {
            for (JsonNode vertex : feature.path("geometry").path("coordinates").get(0)) {
                if (vertex.get(1).asDouble() > north[1]) {
                    north = new double[] {
                        vertex.get(0).asDouble(), vertex.get(1).asDouble()
                    };
                }
            }
        }
        return String.format(Locale.ROOT, "\"longitude\": %.6f, \"latitude\": %.6f", north[0], north[1] + 0.001);
    }

    private UUID mark(String place) {
        UUID id = UUID.randomUUID();
        var answer = service().client("officer", "officer").put("/api/incidents/" + id, """
                {%s, "placeAccuracy": "exact", "occurredAt": "2019-08-10T07:30:00Z", "category": "TTXH"}
                """.formatted(place));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return id;
    }
}
