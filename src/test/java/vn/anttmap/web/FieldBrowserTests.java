package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The officer in the field: without a network, with a full queue, on a device that others use too. */
class FieldBrowserTests extends MarkingContract {

    @Override
    boolean worksWithoutANetwork() {
        return true;
    }

    private static final Consumer<NewContextOptions> IN_BLOCK_2 =
            options -> options.setGeolocation(19.97194, 105.64806).setPermissions(List.of("geolocation"));

    @BeforeEach
    void theNetworkIsExpectedToFail() {
        expectConsoleError("ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 503|fetching the script");
    }

    @Test
    void opensWithoutANetworkMarksAndSendsOnceItIsBack() {
        MapPage map = inTheField();

        map.page().context().setOffline(true);
        map.page().reload();
        map.loaded();
        assertThat(map.find("offline-bar")).containsText("Ngoại tuyến – dữ liệu lúc");
        assertThat(map.page().locator("[data-testid^=area-]")).not().hasCount(0);
        markByPosition(map);
        assertThat(map.find("message")).containsText("Đã giữ trong máy, sẽ tự gửi khi có mạng");
        browser.screenshot(map.page(), "field-kept");
        map.page().reload();
        map.loaded();
        assertThat(map.find("queue-count")).hasText("1");
        assertThat(marksOnServer()).isZero();
        map.page().context().setOffline(false);

        assertThat(map.find("message")).containsText("Máy chủ đã nhận vụ");
        assertThat(map.find("offline-bar")).hasCount(0);
        map.page().reload();
        map.loaded();
        assertThat(map.find("queue-button")).isHidden();
        assertThat(marksOnServer()).isEqualTo(1);
        assertThat(newestMarkOf("officer")
                        .path("residentialArea")
                        .path("fullName")
                        .asString())
                .isEqualTo("Khu phố 2");
    }

    @Test
    void correctsAMarkThatStillWaits() {
        MapPage map = inTheField();
        map.page().context().setOffline(true);
        markByPosition(map);
        map.find("queue-button").click();
        map.find("queue-edit").click();
        map.choose("mark-category-MATUY");
        map.find("mark-save").click();
        assertThat(map.find("queue-count")).hasText("1");

        map.page().context().setOffline(false);

        assertThat(map.find("message")).containsText("Máy chủ đã nhận vụ \"Ma túy\"");
        assertThat(newestMarkOf("officer").path("category").asString()).isEqualTo("MATUY");
        assertThat(marksOnServer()).isEqualTo(1);
    }

    /** A sign-in has an end: whoever was in the field then signs in again, and nothing is lost. */
    @Test
    void sendsWhatWasMarkedWithoutANetworkAfterTheSignInHadEnded() {
        expectConsoleError("status of 401");
        MapPage map = inTheField();
        map.page().context().setOffline(true);
        markByPosition(map);
        assertThat(map.find("queue-count")).hasText("1");
        assertThat(service()
                        .client("officer", "officer")
                        .delete("/api/account/sessions")
                        .statusCode())
                .isEqualTo(204);

        map.page().context().setOffline(false);
        assertThat(map.page()).hasURL(Pattern.compile("/login"));
        assertThat(marksOnServer()).isZero();
        map.signIn("officer");

        assertThat(map.find("message")).containsText("Máy chủ đã nhận vụ");
        assertThat(map.find("queue-button")).isHidden();
        assertThat(marksOnServer()).isEqualTo(1);
    }

    @Test
    void keepsARefusedMarkWithItsReasonUntilItIsDiscarded() {
        expectConsoleError("status of 4\\d\\d");
        MapPage map = signIn(
                Screen.PHONE,
                "officer",
                "/",
                options -> options.setGeolocation(22.8, 106.3).setPermissions(List.of("geolocation")));
        markByPosition(map);
        assertThat(map.find("mark-form").locator(".notice-error")).isVisible();
        map.find("mark-cancel").click();
        map.page().reload();
        map.loaded();

        map.find("queue-button").click();

        assertThat(map.find("queue-item")).containsText("bị từ chối");
        assertThat(map.find("queue-reason")).containsText("địa bàn");
        assertThat(map.find("queue-counts")).containsText("Trong máy: 1 chờ gửi · Trên máy chủ: 0 vụ của tôi");
        browser.screenshot(map.page(), "field-refused");
        map.find("queue-discard").click();
        map.find("queue-discard-confirm").click();
        assertThat(map.find("queue-item")).hasCount(0);
    }

    @Test
    void showsBothVersionsWhenSomebodyElseWasFasterWhileTheNetworkWasAway() {
        expectConsoleError("status of 412");
        var id = markInBlock1("TTXH");
        MapPage map = signIn(Screen.PHONE, "officer", "/?selected=incident:" + id);
        map.find("incident-edit").click();
        assertThat(map.find("where-area")).hasText("Khu phố 1");
        map.page().context().setOffline(true);
        map.choose("mark-category-TRANHCHAP");
        map.find("mark-save").click();
        assertThat(map.find("queue-count")).hasText("1");
        change(id, "MATUY");
        map.page().context().setOffline(false);

        map.find("queue-button").click();
        map.find("queue-compare").click();

        Locator categories = map.find("conflict-dialog").locator("tr.differs td");
        assertThat(categories.first()).hasText("Mâu thuẫn, tranh chấp");
        assertThat(categories.nth(1)).hasText("Ma túy");
        browser.screenshot(map.page(), "field-conflict");
        assertThat(newestMarkOf("officer").path("category").asString()).isEqualTo("MATUY");
        map.find("conflict-mine").click();
        assertThat(map.find("queue-item")).hasCount(0);
        assertThat(newestMarkOf("officer").path("category").asString()).isEqualTo("TRANHCHAP");
    }

    @Test
    void isWarnedBeforeSigningOutAndTheNextAccountOnlyLearnsThatSomethingWaits() {
        MapPage map = inTheField();
        map.page().route("**/api/incidents/*", com.microsoft.playwright.Route::abort);
        markByPosition(map);
        assertThat(map.find("queue-count")).hasText("1");

        map.find("account-button").click();
        map.find("sign-out").click();
        assertThat(map.find("sign-out-dialog")).containsText("Trên máy này còn 1 vụ chưa lên máy chủ");
        browser.screenshot(map.page(), "field-sign-out");
        map.find("sign-out-stay").click();
        assertThat(map.find("queue-count")).hasText("1");
        map.find("account-button").click();
        map.find("sign-out").click();
        map.find("sign-out-keep").click();
        assertThat(map.find("login-logged-out")).isVisible();
        map.page().waitForFunction("() => caches.keys().then(names => names.every(name => name.includes('shell')))");
        map.signIn("officer-tra-linh");

        assertThat(map.find("message")).containsText("còn 1 vụ của tài khoản khác");
        assertThat(map.find("queue-button")).isHidden();
        map.page().unroute("**/api/incidents/*");
        map.page().reload();
        map.loaded();
        assertThat(marksOnServer()).isZero();
        map.find("account-button").click();
        map.find("sign-out").click();
        assertThat(map.find("login-logged-out")).isVisible();
        map.signIn("officer");
        assertThat(map.find("message")).containsText("Máy chủ đã nhận vụ");
        assertThat(marksOnServer()).isEqualTo(1);
    }

    @Test
    void savesTheQueueToAFileAfterAWarning() throws IOException {
        MapPage map = inTheField();
        map.page().context().setOffline(true);
        markByPosition(map);
        map.find("queue-button").click();

        map.find("queue-save").click();
        assertThat(map.find("queue-dialog")).containsText("Tệp chứa vị trí và ghi chú");
        Download file =
                map.page().waitForDownload(() -> map.find("queue-save-confirm").click());

        JsonNode saved = JsonMapper.shared().readTree(Files.readString(file.path()));
        assertThat(saved.path("account").asString()).isEqualTo("officer");
        assertThat(saved.path("incidents").get(0).path("longitude").asDouble()).isEqualTo(105.64806);
        assertThat(saved.path("incidents").get(0).path("category").asString()).isEqualTo("TTXH");
    }

    @Test
    void keepsTheFormWhenNeitherTheDiskNorTheNetworkTakesTheMark() {
        MapPage map = inTheField();
        CDPSession devTools = map.page().context().newCDPSession(map.page());
        JsonObject quota = new JsonObject();
        quota.addProperty("origin", service().baseUrl());
        quota.addProperty("quotaSize", 1);
        devTools.send("Storage.overrideQuotaForOrigin", quota);
        map.page().context().setOffline(true);

        markByPosition(map);

        assertThat(map.find("mark-form").locator(".notice-error")).containsText("Chưa lưu được: bộ nhớ của máy đã đầy");
        assertThat(map.find("mark-category-TTXH")).isChecked();
        browser.screenshot(map.page(), "field-disk-full");
        map.page().context().setOffline(false);
        map.find("mark-save").click();
        assertThat(map.find("message")).containsText("Đã lưu vụ việc");
        assertThat(marksOnServer()).isEqualTo(1);
    }

    @Test
    void canBeInstalled() {
        MapPage map = inTheField();

        JsonObject errors = map.page().context().newCDPSession(map.page()).send("Page.getInstallabilityErrors");

        // The browser of a test keeps nothing, as a private window; that alone is in the way.
        assertThat(errors.getAsJsonArray("installabilityErrors").toString())
                .isEqualTo("[{\"errorId\":\"in-incognito\",\"errorArguments\":[]}]");
    }

    @Test
    void withoutANetworkAndWithoutAnybodySignedInThereIsAPageThatSaysSo() {
        MapPage map = inTheField();
        map.find("account-button").click();
        map.find("sign-out").click();
        assertThat(map.find("login-logged-out")).isVisible();
        map.page().context().setOffline(true);

        map.open("/");

        assertThat(map.page().locator("h1")).hasText("Ngoại tuyến");
        assertThat(map.page()).hasURL(Pattern.compile("/$"));
    }

    /** The map on a phone that stands in Khu phố 2, with everything kept that it needs without a network. */
    private MapPage inTheField() {
        MapPage map = signIn(Screen.PHONE, "officer", "/", IN_BLOCK_2);
        return map.readyForTheField();
    }

    private static void markByPosition(MapPage map) {
        map.find("mark-button").click();
        assertThat(map.find("mark-pin")).isVisible();
        map.choose("mark-category-TTXH");
        map.find("mark-save").click();
    }

    private int marksOnServer() {
        int count = 0;
        for (JsonNode incident : ask("officer", "/api/incidents?mine=true").path("incidents")) {
            count += incident.path("withdrawn").asBoolean() ? 0 : 1;
        }
        return count;
    }
}
