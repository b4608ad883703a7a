package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Taking back, without a network, what the service already has. */
class FieldWithdrawalBrowserTests extends MapTest {

    @Override
    boolean worksWithoutANetwork() {
        return true;
    }

    @BeforeEach
    void theNetworkIsExpectedToFail() {
        expectConsoleError("ERR_INTERNET_DISCONNECTED|ERR_FAILED|fetching the script");
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "PHONE")
    void waitsOnTheDeviceCanBeUndoneAndGoesOutWithTheNetwork(Screen screen) {
        UUID id = markInBlock1("TTXH");
        MapPage map = signIn(screen, "officer", "/?selected=incident:" + id).readyForTheField();
        assertThat(map.find("step-verifying")).isVisible();
        map.page().context().setOffline(true);

        withdraw(map);

        assertThat(map.find("message")).containsText("Đã giữ yêu cầu rút trong máy");
        assertThat(map.find("withdrawal-note")).containsText("Đến khi máy chủ nhận, vụ việc vẫn được tính");
        assertThat(map.find("incident-edit")).hasCount(0);
        assertThat(map.find("queue-count")).hasText("1");
        browser.screenshot(map.page(), "withdrawal-waits-" + screen);
        map.find("withdrawal-undo").click();
        assertThat(map.find("withdrawal-note")).hasCount(0);
        assertThat(map.find("incident-edit")).isVisible();
        withdraw(map);
        // Only what the page says it keeps has to outlive it.
        assertThat(map.find("withdrawal-note")).isVisible();
        map.page().reload();
        map.loaded();
        assertThat(map.find("queue-count")).hasText("1");
        map.find("queue-button").click();
        assertThat(map.find("queue-item")).containsText("Rút: Trật tự xã hội");
        browser.screenshot(map.page(), "withdrawal-queue-" + screen);
        assertThat(isWithdrawn(id)).isFalse();

        map.page().context().setOffline(false);

        assertThat(map.find("queue-item")).hasCount(0);
        assertThat(map.find("queue-dialog")).containsText("Đã rút: Trật tự xã hội");
        assertThat(isWithdrawn(id)).isTrue();
    }

    @Test
    void showsBothVersionsWhereSomebodyCorrectedItBeforeAndWithdrawsOnlyOnTopOfWhatWasSeen() {
        expectConsoleError("status of 412");
        UUID id = markInBlock1("TTXH");
        MapPage map =
                signIn(Screen.PHONE, "officer", "/?selected=incident:" + id).readyForTheField();
        assertThat(map.find("step-verifying")).isVisible();
        loseTheNetwork(map);
        withdraw(map);
        assertThat(map.find("queue-count")).hasText("1");
        change(id, "MATUY");
        map.page().context().setOffline(false);

        assertThat(map.find("withdrawal-note")).containsText("người khác đã sửa vụ việc này");
        assertThat(isWithdrawn(id)).isFalse();
        map.find("withdrawal-compare").click();
        Locator categories = map.find("conflict-dialog").locator("tr.differs td");
        assertThat(categories.first()).hasText("Trật tự xã hội");
        assertThat(categories.nth(1)).hasText("Ma túy");
        browser.screenshot(map.page(), "withdrawal-conflict");
        map.find("conflict-theirs").click();
        assertThat(map.find("withdrawal-note")).hasCount(0);
        assertThat(map.page().locator(".panel-title")).hasText("Ma túy");
        assertThat(isWithdrawn(id)).isFalse();

        loseTheNetwork(map);
        withdraw(map);
        assertThat(map.find("queue-count")).hasText("1");
        change(id, "TNXH");
        map.page().context().setOffline(false);
        map.find("withdrawal-compare").click();
        map.find("conflict-mine").click();
        assertThat(map.find("panel")).containsText("Vụ việc này đã được rút");
        assertThat(isWithdrawn(id)).isTrue();
        JsonNode history = ask("officer", "/api/incidents/" + id + "/history").path("history");
        assertThat(history).hasSize(4);
        assertThat(history.get(2).path("incident").path("category").asString()).isEqualTo("TNXH");
    }

    @Test
    void aQuestionStaysWhereTheNetworkComesAndGoesBeforeItIsAnswered() {
        UUID id = markInBlock1("TTXH");
        MapPage map =
                signIn(Screen.PHONE, "officer", "/?selected=incident:" + id).readyForTheField();
        loseTheNetwork(map);
        map.find("incident-withdraw").click();
        Locator confirm = map.find("incident-withdraw-confirm");
        assertThat(confirm).isVisible();

        map.page()
                .waitForResponse(
                        answer -> answer.url().endsWith("/api/incidents/" + id),
                        () -> map.page().context().setOffline(false));
        assertThat(map.find("offline-bar")).isHidden();
        loseTheNetwork(map);
        confirm.click();

        assertThat(map.find("withdrawal-note")).isVisible();
        assertThat(map.find("queue-count")).hasText("1");
    }

    @Test
    void aClosedOneIsWithdrawnForAReasonThatWaitsWithIt() {
        UUID id = markInBlock1("TTXH");
        MapPage map =
                signIn(Screen.PHONE, "officer", "/?selected=incident:" + id).readyForTheField();
        map.find("step-not_a_case").click();
        map.find("step-save").click();
        assertThat(map.find("incident-state")).hasText("Không phải vụ việc");
        map.page().context().setOffline(true);
        map.find("incident-withdraw").click();
        map.find("incident-withdraw-confirm").click();
        assertThat(map.find("panel")).containsText("Hãy ghi lý do");
        map.find("incident-withdraw-reason").fill("ghi trùng");
        map.find("incident-withdraw-confirm").click();
        map.find("queue-button").click();
        assertThat(map.find("queue-item")).containsText("ghi trùng");

        map.page().context().setOffline(false);

        assertThat(map.find("queue-item")).hasCount(0);
        JsonNode history = ask("officer", "/api/incidents/" + id + "/history").path("history");
        assertThat(history.get(history.size() - 1).path("reason").asString()).isEqualTo("ghi trùng");
        assertThat(history.get(history.size() - 1).path("change").asString()).isEqualTo("withdrawn");
    }

    /** The service took it and the answer was lost: the second time it says the same and writes nothing. */
    @Test
    void isOneWithdrawalAlsoWhereTheAnswerWasLost() {
        UUID id = markInBlock1("TTXH");
        MapPage map = signIn(Screen.PHONE, "officer", "/?selected=incident:" + id);
        AtomicInteger sent = new AtomicInteger();
        map.page().route("**/api/incidents/*/withdraw", route -> {
            if (sent.incrementAndGet() == 1) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });

        withdraw(map);

        assertThat(map.find("panel")).containsText("Vụ việc này đã được rút");
        map.page().waitForCondition(() -> sent.get() > 1);
        assertThat(map.find("queue-button")).isHidden();
        map.page().unroute("**/api/incidents/*/withdraw");
        assertThat(ask("officer", "/api/incidents/" + id + "/history").path("history"))
                .hasSize(2);
    }

    /** Until the page knows: one that thinks itself connected waits for the answer and opens the comparison by itself. */
    private static void loseTheNetwork(MapPage map) {
        map.page().context().setOffline(true);
        assertThat(map.find("offline-bar")).isVisible();
    }

    private static void withdraw(MapPage map) {
        map.find("incident-withdraw").click();
        map.find("incident-withdraw-confirm").click();
    }

    private boolean isWithdrawn(UUID id) {
        return ask("officer", "/api/incidents/" + id).path("withdrawn").asBoolean();
    }
}
