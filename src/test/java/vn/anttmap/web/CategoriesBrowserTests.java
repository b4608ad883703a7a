package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The administrator's page of the categories: no category can be taken away again. */
class CategoriesBrowserTests extends LastingTest {

    private static final String SETTINGS = "/api/settings/incident-categories";

    @ParameterizedTest
    @EnumSource(Screen.class)
    void theListSaysWhatEachCategoryIsAndWhatTheGradesMean(Screen screen) {
        MapPage map = AdministratorPages.signIn(newVisitor(screen));
        map.find("account-button").click();
        map.find("categories-open").click();

        assertThat(row(map, "ANCT")).containsText("An ninh chính trị");
        assertThat(row(map, "ANCT")).containsText("Hạn chế xem");
        assertThat(row(map, "TNGT")).containsText("Traffic accident");
        assertThat(row(map, "TNGT")).containsText("Mọi tài khoản");
        assertThat(map.find("categories-meaning")).containsText("Không xóa loại nào");
        Locator fire = map.find("scale-fire").locator("tbody tr");
        assertThat(fire).hasCount(5);
        assertThat(fire.first()).containsText("dưới 100 triệu đồng");
        assertThat(fire.first()).containsText("Thông tư 88/2024/TT-BCA, Điều 29(5)");
        assertThat(fire.first()).not().containsText("Cần đối chiếu");
        assertThat(fire.last()).containsText("Cần đối chiếu với văn bản gốc");
        assertThat(map.find("scale-none")).containsText("Mâu thuẫn, tranh chấp");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "categories-" + screen);
        row(map, "ANCT").scrollIntoViewIfNeeded();
        browser.screenshot(map.page(), "categories-list-" + screen);
        map.find("scale-traffic").scrollIntoViewIfNeeded();
        browser.screenshot(map.page(), "categories-scales-" + screen);
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "DESKTOP")
    void aCategoryIsAddedAndChangedWithAWarningOfWhatItMeans(Screen screen) {
        expectConsoleError("status of 400");
        String code = "TREEM_" + screen;
        MapPage map = open(screen);

        map.find("category-add").click();
        map.find("category-save").click();
        assertThat(map.find("category-code-problem")).hasText("Hãy điền ô này.");
        assertThat(map.find("category-code")).isFocused();
        map.find("category-code").fill("trẻ em");
        map.find("category-name-vi").fill("Xâm hại trẻ em");
        map.find("category-name-en").fill("Child abuse");
        map.find("category-scale").selectOption("crime");
        assertThat(map.find("category-dialog")).containsText("Ít nghiêm trọng → Nghiêm trọng");
        map.find("category-save").click();
        assertThat(map.find("category-code-problem")).containsText("bắt đầu bằng chữ, không dấu");
        assertThat(map.find("category-code")).isFocused();
        assertThat(map.find("category-code")).hasAttribute("aria-invalid", "true");
        assertThat(map.find("category-name-vi")).hasValue("Xâm hại trẻ em");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "category-problem-" + screen);
        map.find("category-code").fill(code.toLowerCase(java.util.Locale.ROOT));
        map.find("category-save").click();

        assertThat(map.find("category-said")).hasText("Đã lưu loại “Xâm hại trẻ em”.");
        assertThat(row(map, code)).containsText("Tội phạm");
        assertThat(row(map, code).locator("button")).isFocused();
        browser.screenshot(map.page(), "category-saved-" + screen);
        assertThat(choosableBy("officer")).contains(code);

        row(map, code).locator("button").click();
        assertThat(map.find("category-code")).hasJSProperty("readOnly", true);
        assertThat(map.find("category-warnings")).isEmpty();
        assertThat(map.find("category-save")).hasText("Lưu");
        map.find("category-restricted").check();
        map.find("category-active").uncheck();
        assertThat(map.find("category-warnings")).containsText("sẽ không còn thấy loại này");
        assertThat(map.find("category-warnings")).containsText("không ai chọn được loại này cho vụ việc mới");
        assertThat(map.find("category-save")).hasText("Đã đọc cảnh báo, lưu");
        Barriers.assertNone(map);
        map.find("category-save").scrollIntoViewIfNeeded();
        browser.screenshot(map.page(), "category-warning-" + screen);
        map.find("category-save").click();

        assertThat(row(map, code)).containsText("Hạn chế xem");
        assertThat(row(map, code)).containsText("Ngừng dùng");
        assertThat(choosableBy("officer")).doesNotContain(code);
    }

    @Test
    void whatTheServiceRefusesStandsBesideItsFieldAndAWindowWithSomethingTypedStaysOpen() {
        expectConsoleError("status of 409");
        String id = "/api/incidents/" + UUID.randomUUID();
        assertThat(service()
                        .client("officer", "officer")
                        .put(
                                id,
                                "{\"longitude\":105.6475,\"latitude\":19.9755,\"category\":\"TTXH\","
                                        + "\"occurredAt\":\"2019-08-10T07:30:00Z\",\"severity\":\"NGHIEM_TRONG\"}")
                        .statusCode())
                .isEqualTo(201);
        MapPage map = open(Screen.DESKTOP);
        row(map, "TTXH").locator("button").click();
        map.find("category-name-en").fill("Crime");
        map.find("category-scale").selectOption("fire");

        map.find("category-save").click();

        assertThat(map.find("category-scale-problem")).containsText("đã có vụ việc được phân mức độ");
        assertThat(map.find("category-scale")).isFocused();
        map.page().keyboard().press("Escape");
        map.page().mouse().click(5, 5);
        assertThat(map.find("category-name-en")).hasValue("Crime");
        assertThat(stored("TTXH").path("scale").asString()).isEqualTo("crime");
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "DESKTOP")
    void ofTwoAdministratorsTheSecondSeesWhatTheFirstHasSavedAndChooses(Screen screen) {
        expectConsoleError("status of 412");
        MapPage map = open(screen);
        row(map, "KHAC").locator("button").click();
        map.find("category-name-vi").fill("Việc khác " + screen);
        String others = "Others " + screen;
        saveAsSomebodyElse("KHAC", others);

        map.find("category-save").click();

        assertThat(map.find("category-conflict")).containsText("Người khác vừa sửa loại này");
        assertThat(map.find("category-conflict")).containsText(others);
        assertThat(map.find("category-conflict")).isFocused();
        assertThat(stored("KHAC").path("nameEn").asString()).isEqualTo(others);
        Barriers.assertNone(map);
        map.find("category-mine").scrollIntoViewIfNeeded();
        browser.screenshot(map.page(), "category-conflict-" + screen);

        map.find("category-theirs").click();
        assertThat(map.find("category-name-en")).hasValue(others);
        map.find("category-name-vi").fill("Loại khác " + screen);
        saveAsSomebodyElse("KHAC", "Rest " + screen);
        map.find("category-save").click();
        map.find("category-mine").click();

        assertThat(map.find("category-said")).hasText("Đã lưu loại “Loại khác " + screen + "”.");
        assertThat(stored("KHAC").path("nameVi").asString()).isEqualTo("Loại khác " + screen);
        assertThat(stored("KHAC").path("nameEn").asString()).isEqualTo(others);
    }

    @Test
    void aSessionThatHasEndedLosesNothingTyped() {
        expectConsoleError("status of 401");
        MapPage map = open(Screen.DESKTOP);
        row(map, "MANG").locator("button").click();
        map.find("category-name-en").fill("Online fraud");
        map.page().context().clearCookies();

        map.find("category-save").click();

        assertThat(map.find("category-signed-out")).containsText("Các ô vẫn giữ nguyên");
        Page tab = map.page()
                .waitForPopup(() -> map.find("category-signed-out").locator("a").click());
        AdministratorPages.signIn(new MapPage(tab, service().baseUrl(), Screen.DESKTOP), false);
        map.find("category-save").click();
        assertThat(row(map, "MANG")).containsText("Online fraud");
    }

    @Test
    void theTrailSaysWhoChangedTheListAndWhen() {
        saveAsSomebodyElse("KINHTE", "Economic crime");
        MapPage map = open(Screen.DESKTOP);

        map.find("categories-trail").click();

        assertThat(map.find("audit-action")).hasValue("category-changed");
        Locator newest = map.page().locator("#entries tr").first();
        assertThat(newest).containsText("admin");
        assertThat(newest).containsText("loại KINHTE");
        assertThat(map.page().locator("#entries tr:not([data-action=category-changed])"))
                .hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "leader", "planner"})
    void othersAreTakenToTheMapAndRefusedByTheInterface(String account) {
        MapPage map = signIn(Screen.DESKTOP, account);

        map.open("/settings/categories").loaded();

        assertThat(map.page()).not().hasURL(Pattern.compile("settings"));
        map.find("account-button").click();
        assertThat(map.find("password-open")).isVisible();
        assertThat(map.find("categories-open")).hasCount(0);
        var client = service().client(account, account);
        assertThat(client.get(SETTINGS).statusCode()).isEqualTo(403);
        assertThat(client.put(SETTINGS + "/KHAC", body("x")).statusCode()).isEqualTo(403);
    }

    private MapPage open(Screen screen) {
        MapPage map = AdministratorPages.signIn(newVisitor(screen));
        map.open("/settings/categories");
        assertThat(row(map, "TTXH")).isVisible();
        return map;
    }

    private static Locator row(MapPage map, String code) {
        return map.page().locator("#categories tr[data-code=" + code + "]");
    }

    private void saveAsSomebodyElse(String code, String nameEn) {
        String version = "\"" + stored(code).path("version").asLong() + "\"";
        var answer =
                service().client("admin", "admin").put(SETTINGS + "/" + code, body(nameEn, code), "If-Match", version);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private String body(String nameEn, String code) {
        JsonNode now = stored(code);
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "nameVi", now.path("nameVi").asString(),
                        "nameEn", nameEn,
                        "scale", now.path("scale").asString(),
                        "restricted", now.path("restricted").asBoolean(),
                        "active", now.path("active").asBoolean()));
    }

    private String body(String nameEn) {
        return body(nameEn, "KHAC");
    }

    private JsonNode stored(String code) {
        return ask("admin", SETTINGS + "/" + code);
    }

    private java.util.Set<String> choosableBy(String account) {
        return ask(account, "/api/incident-categories")
                .path("categories")
                .valueStream()
                .filter(category -> category.path("active").asBoolean())
                .map(category -> category.path("code").asString())
                .collect(Collectors.toSet());
    }
}
