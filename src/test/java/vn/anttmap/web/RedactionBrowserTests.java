package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/** A note that should not be there goes for good: the officer gives its id, the administrator removes it. */
class RedactionBrowserTests extends MapTest {

    private static ServiceProcess withPhotos;

    @BeforeAll
    static void start() {
        withPhotos = ServiceProcess.on(TestDatabase.newH2gis())
                .with("anttmap.demo", "true")
                .with("anttmap.incident.photos", "true")
                .start();
    }

    @AfterAll
    static void stop() {
        withPhotos.close();
    }

    @Override
    ServiceProcess service() {
        return withPhotos;
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "DESKTOP")
    void theAdministratorRemovesTheNoteAndIsToldWhatWasDone(Screen screen) {
        String path = "/api/incidents/" + markWithNote();
        PhotoBrowserTests.addPhoto(service(), path);
        MapPage map = AdministratorPages.signIn(newVisitor(screen));
        map.open("/audit");
        assertThat(map.find("redaction-open")).hasCount(0);

        map.find("audit-incident").fill(path.replace("/api/incidents/", ""));
        map.find("audit-search").click();
        map.find("redaction-open").click();
        Locator dialog = map.find("redaction-dialog");
        assertThat(dialog).containsText("khỏi mọi bản cũ trong lịch sử");
        assertThat(dialog).containsText("ai đã xóa, lúc nào, lý do");
        assertThat(dialog).containsText("Không chọn thì ảnh vẫn còn.");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "redaction-" + screen);
        map.find("redaction-run").click();
        assertThat(dialog).containsText("Hãy ghi lý do.");
        assertThat(map.find("redaction-reason")).isFocused();
        map.find("redaction-reason").fill("tên người trong ghi chú");
        map.find("redaction-run").click();

        assertThat(map.find("redaction-done")).containsText("Đã xóa hẳn nội dung ghi chú lúc");
        assertThat(map.find("redaction-done")).containsText("Vụ việc vẫn còn 1 ảnh.");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "redaction-done-" + screen);
        map.find("redaction-close").click();
        assertThat(map.page().locator("#entries tr[data-action=incident-redacted]"))
                .hasCount(1);
        JsonNode read = ask("officer", path);
        assertThat(read.path("note").isNull()).isTrue();
        assertThat(read.path("noteRedactedAt").asString())
                .isEqualTo(read.path("changedAt").asString());
        assertThat(read.path("photos")).hasSize(1);

        map.find("redaction-open").click();
        map.find("redaction-photos").check();
        map.find("redaction-reason").fill("ảnh chụp rõ mặt người");
        map.find("redaction-run").click();
        assertThat(map.find("redaction-done")).containsText("Đã xóa hẳn 1 ảnh.");
        assertThat(ask("officer", path).path("photos")).isEmpty();
    }

    @Test
    void anIdThatNobodyHasIsAnsweredInWordsAndTheReasonStays() {
        expectConsoleError("status of 404");
        MapPage map = AdministratorPages.signIn(newVisitor(Screen.DESKTOP));
        map.open("/audit");
        map.find("audit-incident").fill(UUID.randomUUID().toString());
        map.find("audit-search").click();
        map.find("redaction-open").click();
        map.find("redaction-reason").fill("nhầm");

        map.find("redaction-run").click();

        assertThat(map.find("redaction-dialog").locator(".notice-error")).containsText("Không có vụ việc này");
        assertThat(map.find("redaction-reason")).hasValue("nhầm");
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "PHONE")
    void anOfficerFindsTheIdToGiveAndSeesThatTheNoteIsGone(Screen screen) {
        UUID id = markWithNote();
        MapPage map = newVisitor(
                        screen, options -> options.setPermissions(List.of("clipboard-write", "clipboard-read")))
                .open("/?selected=incident:" + id)
                .signIn("officer");
        map.find("incident-history").locator("summary").first().click();
        assertThat(map.find("incident-history")).containsText("Gửi mã này cho quản trị viên");
        map.find("incident-id-copy").click();
        assertThat(map.find("incident-history")).containsText("Đã chép mã.");
        assertThat(map.page().evaluate("navigator.clipboard.readText()")).isEqualTo(id.toString());
        map.find("incident-id-copy").scrollIntoViewIfNeeded();
        browser.screenshot(map.page(), "incident-id-" + screen);

        var answer = service()
                .client("admin", "admin")
                .post("/api/incidents/" + id + "/redaction", "{\"reason\":\"tên người\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        map.open("/?selected=incident:" + id).loaded();

        assertThat(map.find("panel")).containsText("Đã xóa hẳn lúc");
        assertThat(service()
                        .client("officer", "officer")
                        .post("/api/incidents/" + id + "/redaction", "{\"reason\":\"thử\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    private UUID markWithNote() {
        UUID id = UUID.randomUUID();
        String body = "{\"longitude\":105.6475,\"latitude\":19.9755,\"occurredAt\":\"2019-08-10T07:30:00Z\","
                + "\"category\":\"TTXH\",\"note\":\"mất xe đạp\"}";
        assertThat(service()
                        .client("officer", "officer")
                        .put("/api/incidents/" + id, body)
                        .statusCode())
                .isEqualTo(201);
        return id;
    }
}
