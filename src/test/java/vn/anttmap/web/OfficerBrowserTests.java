package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An officer puts incidents on the map, corrects them and takes them back, and loses none. */
class OfficerBrowserTests extends MarkingContract {

    @Test
    void placesAMarkByTypedVn2000CoordinatesAlsoWithTheAxesExchanged() {
        MapPage map = startAMark(signIn(Screen.DESKTOP, "officer"));
        map.find("mark-typed").locator("summary").click();
        map.find("mark-crs").selectOption("EPSG:5897");
        map.find("mark-first").fill("2209278,6");
        map.find("mark-second").fill("567627,8");

        map.find("mark-convert").click();

        assertThat(map.find("mark-converted")).hasText("Kinh độ 105,648060, vĩ độ 19,971940 (WGS 84)");
        assertThat(map.find("where-area")).hasText("Khu phố 2");
        map.find("mark-first").fill("567627,8");
        map.find("mark-second").fill("2209278,6");
        map.find("mark-convert").click();
        assertThat(map.find("mark-converted")).containsText("Hai trục đã bị nhập đảo");
        assertThat(map.find("where-area")).hasText("Khu phố 2");
        map.choose("mark-category-TNXH");
        map.find("mark-save").click();
        assertSaved(map);
        JsonNode saved = newestMarkOf("officer");
        assertThat(saved.path("longitude").asDouble()).isBetween(105.648060, 105.648061);
        assertThat(saved.path("latitude").asDouble()).isBetween(19.971939, 19.971940);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void placesAMarkByThePositionOfThePhone(Screen screen) {
        MapPage map = startAMark(signIn(
                screen,
                "officer",
                "/",
                options -> options.setGeolocation(19.97194, 105.64806).setPermissions(List.of("geolocation"))));

        map.find("mark-locate").click();

        assertThat(map.find("where-area")).hasText("Khu phố 2");
        assertThat(map.find("mark-form")).containsText("sai số khoảng");
        assertThat(map.find("mark-pin")).isVisible();
        browser.screenshot(map.page(), "officer-position-" + screen);
    }

    @Test
    void isToldWhatToDoWhenThePositionIsRefused() {
        MapPage map = startAMark(signIn(Screen.PHONE, "officer"));

        map.find("mark-locate").click();

        assertThat(map.find("mark-form")).containsText("Trình duyệt chưa được phép dùng vị trí");
        assertThat(map.find("mark-locate")).isEnabled();
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "PHONE")
    void correctsAMarkAndMovesItToAnotherBlock(Screen screen) {
        int first = countedIn("Khu phố 1");
        int third = countedIn("Khu phố 3");
        // Without the other marks and roads: a finger is led to what can be tapped near it.
        String view = "/?layers=communes,villages,residential-blocks&selected=incident:" + markInBlock1("TTXH");
        MapPage map = signIn(screen, "officer", view);
        map.find("incident-edit").click();
        assertThat(map.find("where-area")).hasText("Khu phố 1");
        map.page().locator(".leaflet-control-zoom-out").click();

        map.pick(map.pointInside(map.idOf("Khu phố 3")));
        assertThat(map.find("where-area")).hasText("Khu phố 3");
        map.choose("mark-category-TRANHCHAP");
        map.find("mark-save").click();

        assertThat(map.find("message")).containsText("Đã lưu thay đổi");
        assertThat(map.page().locator(".panel-title")).hasText("Mâu thuẫn, tranh chấp");
        map.loaded();
        assertThat(map.countOf("Khu phố 1")).isEqualTo(first);
        assertThat(map.countOf("Khu phố 3")).isEqualTo(third + 1);
        map.find("incident-history").locator("summary").first().click();
        Locator history = map.find("incident-history").locator(".history > li");
        assertThat(history).hasCount(2);
        assertThat(map.find("incident-history")).containsText("Ghi mới");
        assertThat(map.find("incident-history")).containsText("Di chuyển");
        map.find("incident-history").scrollIntoViewIfNeeded();
        browser.screenshot(map.page(), "officer-history-" + screen);
    }

    @Test
    void correctsTheCategoryAndLosesNothingElseOfTheRecord() {
        UUID id = UUID.randomUUID();
        String body = """
                {"longitude": 105.6475, "latitude": 19.9755, "placeAccuracy": "street", "handlingLevel": "district",
                 "occurredAt": "2019-08-10T07:30:15Z", "occurredUntil": "2019-08-10T09:00:30Z",
                 "reportedAt": "2019-08-11T00:00:45.123456Z", "state": "verifying", "category": "TTXH",
                 "severity": "NGHIEM_TRONG", "majorCase": true, "personsInvolved": 2, "dead": 1, "injured": 3,
                 "damageDong": 5000000, "note": "mất trong đêm"}""";
        assertThat(service()
                        .client("officer", "officer")
                        .put("/api/incidents/" + id, body)
                        .statusCode())
                .isEqualTo(201);
        ObjectNode before = (ObjectNode) ask("officer", "/api/incidents/" + id);
        MapPage map = signIn(Screen.PHONE, "officer", "/?selected=incident:" + id);
        map.find("incident-edit").click();
        assertThat(map.find("where-area")).hasText("Khu phố 1");
        assertThat(map.find("mark-span")).isChecked();
        map.choose("mark-category-MATUY");
        map.find("mark-severity").selectOption("NGHIEM_TRONG");
        assertThat(map.find("mark-severity-rule")).containsText("Nguồn: Bộ luật Hình sự 2015, Điều 9");
        browser.screenshot(map.page(), "officer-span");

        map.find("mark-save").click();

        assertThat(map.find("message")).containsText("Đã lưu thay đổi");
        ObjectNode after = (ObjectNode) ask("officer", "/api/incidents/" + id);
        before.put("category", "MATUY").put("categoryName", "Ma túy").put("version", 1);
        List<String> ownOfTheVersion = List.of("changedAt");
        assertThat(after.without(ownOfTheVersion)).isEqualTo(before.without(ownOfTheVersion));
    }

    @Test
    void takesAMarkBackAndFindsItAmongHisOwn() {
        int before = countedIn("Khu phố 1");
        UUID id = markInBlock1("TTXH");
        MapPage map = signIn(Screen.DESKTOP, "officer").showTab("incidents");
        map.page().locator("[data-incident-id='" + id + "'].incident-item").click();

        map.find("incident-withdraw").click();
        map.find("incident-withdraw-confirm").click();

        assertThat(map.find("panel")).containsText("Vụ việc này đã được rút");
        // The panel may know it from the live event before the figures are loaded anew.
        map.page().waitForCondition(() -> map.countOf("Khu phố 1") == before);
        assertThat(map.page().locator("[data-incident-id='" + id + "'].incident-item"))
                .containsText("đã rút");
        assertThat(map.page().locator(".leaflet-container [data-incident-id='" + id + "']"))
                .hasCount(0);
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "PHONE")
    void isWarnedOfACitizenNumberInTheNote(Screen screen) {
        MapPage map = startAMark(signIn(screen, "officer"));
        fillIn(map, "Khu phố 4");
        map.find("mark-more").locator("summary").click();

        map.find("mark-note").fill("Người liên quan có số 038095001234");

        assertThat(map.find("mark-note-warning")).containsText("số căn cước (12 số)");
        map.find("mark-note").fill("Hai xe va chạm, không ai bị thương");
        assertThat(map.find("mark-note-warning")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "PHONE")
    void keepsTheMarkOnTheDeviceWhenTheServerDoesNotAnswer(Screen screen) {
        expectConsoleError("ERR_FAILED");
        MapPage map = startAMark(signIn(screen, "officer"));
        fillIn(map, "Khu phố 4");
        map.find("mark-more").locator("summary").click();
        map.find("mark-note").fill("Mất xe đạp trước chợ");
        map.page().route("**/api/incidents/*", Route::abort);

        map.find("mark-save").click();

        assertThat(map.find("message")).containsText("Đã giữ trong máy");
        assertThat(map.find("mark-form")).isHidden();
        assertThat(map.find("queue-count")).hasText("1");
        map.loaded();
        map.find("queue-button").click();
        assertThat(map.find("queue-item")).containsText("Khu phố 4");
        browser.screenshot(map.page(), "officer-queue-" + screen);
        map.page().unroute("**/api/incidents/*");
        // The queue may have tried again by itself in this very moment, and then there is nothing left to press.
        map.page().evaluate("document.querySelector('[data-testid=queue-send]')?.click()");
        assertThat(map.find("message")).containsText("Máy chủ đã nhận vụ");
        assertThat(map.find("queue-item")).hasCount(0);
        assertThat(newestMarkOf("officer").path("note").asString()).isEqualTo("Mất xe đạp trước chợ");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void seesBothVersionsWhenSomebodyElseHasChangedTheMark(Screen screen) {
        expectConsoleError("status of 412");
        UUID id = markInBlock1("TTXH");
        MapPage map = signIn(screen, "officer", "/?selected=incident:" + id);
        map.find("incident-edit").click();
        assertThat(map.find("where-area")).hasText("Khu phố 1");
        change(id, "MATUY");
        map.choose("mark-category-TRANHCHAP");

        map.find("mark-save").click();

        Locator dialog = map.find("conflict-dialog");
        assertThat(dialog).isVisible();
        Locator categories = dialog.locator("tr.differs td");
        assertThat(categories.first()).hasText("Mâu thuẫn, tranh chấp");
        assertThat(categories.nth(1)).hasText("Ma túy");
        browser.screenshot(map.page(), "officer-conflict-" + screen);
        map.find("conflict-mine").click();
        assertThat(map.find("message")).containsText("Đã lưu thay đổi");
        assertThat(map.page().locator(".panel-title")).hasText("Mâu thuẫn, tranh chấp");
    }

    @Test
    void isToldThatAPlaceIsFarOutsideHisTerritory() {
        expectConsoleError("status of 4\\d\\d");
        MapPage map = startAMark(signIn(Screen.DESKTOP, "officer"));
        map.find("mark-typed").locator("summary").click();
        map.find("mark-first").fill("106,3; 22,8");
        map.find("mark-convert").click();
        assertThat(map.find("where-outside")).containsText("Nằm ngoài địa bàn của bạn");
        map.choose("mark-category-KHAC");

        map.find("mark-save").click();

        assertThat(map.find("mark-form").locator(".notice-error")).isVisible();
        assertThat(map.find("mark-first")).not().hasValue("");
        browser.screenshot(map.page(), "officer-outside");
    }

    @Test
    void isToldWhenTheMarkIsOutsideThePeriodOnView() {
        MapPage map = startAMark(signIn(Screen.DESKTOP, "officer"));
        map.pick(map.pointInside(map.idOf("Khu phố 1")));
        map.choose("mark-category-TTXH");

        map.find("mark-save").click();

        assertThat(map.find("message")).containsText("nằm ngoài kỳ đang xem");
        assertThat(map.page().locator(".panel-title")).hasText("Trật tự xã hội");
        map.find("message").locator(".link-button").click();
        map.loaded();
        assertThat(map.find("period-button")).containsText("01/01/20");
    }
}
