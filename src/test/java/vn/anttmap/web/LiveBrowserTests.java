package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An open map follows what others mark, and leaves the person's hands alone. */
class LiveBrowserTests extends MapTest {

    private static final String PERIOD = "/?from=2019-08-01&to=2019-08-15";

    @Test
    void aMarkOfTheOfficerShowsOnTheLeadersOpenMapWithoutAReload() {
        MapPage leader = signIn(Screen.DESKTOP, "leader", PERIOD);
        int before = leader.countOf("Khu phố 1");
        MapPage officer = signIn(Screen.PHONE, "officer", PERIOD);
        leader.page().evaluate("document.querySelector('#map').dataset.sameDocument = 'yes'");
        leader.showTab("table");
        Locator row = leader.page()
                .locator(
                        "[data-testid=facts-table] .row-button",
                        new com.microsoft.playwright.Page.LocatorOptions().setHasText("Khu phố 2"))
                .first();
        row.focus();
        String address = leader.page().url();

        MarkingContract.startAMark(officer);
        MarkingContract.fillIn(officer, "Khu phố 1");
        officer.find("mark-save").click();
        MarkingContract.assertSaved(officer);

        leader.page().waitForCondition(() -> leader.countOf("Khu phố 1") == before + 1);
        assertThat(leader.page().locator("#map[data-same-document=yes]")).hasCount(1);
        assertThat(row).isFocused();
        assertThat(leader.page().url()).isEqualTo(address);
        assertThat(leader.page().locator("#live")).containsText("Bản đồ vừa có thay đổi");
        // Who made the mark is not told of it a second time.
        assertThat(officer.page().locator("#live").textContent()).doesNotContain("Bản đồ vừa có thay đổi");
    }

    @Test
    void aColleaguesMapShowsThePointAndTakesItAwayAgain() {
        MapPage officer = signIn(Screen.DESKTOP, "officer", PERIOD);
        UUID id = UUID.randomUUID();
        String path = "/api/incidents/" + id;
        var colleague = service().client("officer", "officer");
        assertThat(colleague
                        .put(
                                path,
                                "{\"longitude\":105.6475,\"latitude\":19.9755,\"occurredAt\":\"2019-08-10T07:30:00Z\","
                                        + "\"category\":\"CHAYNO\"}")
                        .statusCode())
                .isEqualTo(201);
        Locator point = officer.page().locator("[data-incident-id='" + id + "']");
        assertThat(officer.page().locator("#live")).containsText("Bản đồ vừa có thay đổi: 1 vụ việc");
        officer.showTab("incidents");
        officer.choose("incidents-mine");
        assertThat(point.first()).isVisible();

        assertThat(colleague.post(path + "/withdraw", "{}", "If-Match", "\"0\"").statusCode())
                .isEqualTo(200);
        assertThat(officer.page().locator(".leaflet-container [data-incident-id='" + id + "']"))
                .hasCount(0);
    }

    @Test
    void whoReadsTheListKeepsTheRowUnderTheFingerWhenAColleagueMarks() {
        markInBlock1("TTXH");
        markInBlock1("MATUY");
        MapPage officer = signIn(Screen.DESKTOP, "officer", PERIOD);
        officer.showTab("incidents");
        Locator rows = officer.find("incident-rows").locator("> li");
        assertThat(rows.first()).isVisible();
        Locator chosen = rows.nth(1).locator("button");
        chosen.focus();
        chosen.evaluate("row => { row.dataset.sameRow = 'yes' }");

        // One of the latest, so that it is on the first page, however full that already is.
        UUID latest = markInBlock1("TTXH", "2019-08-14T16:00:00Z");

        assertThat(officer.find("incident-rows").locator("[data-incident-id='" + latest + "']"))
                .isVisible();
        assertThat(officer.page().locator("[data-same-row=yes]")).isFocused();
    }
}
