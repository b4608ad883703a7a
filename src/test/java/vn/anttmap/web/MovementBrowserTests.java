package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The page of the movement: what is entered stays in the registers. */
class MovementBrowserTests extends LastingTest {

    private static final String YEAR_2026 = "from=2026-01-01&to=2026-06-30";

    @ParameterizedTest
    @EnumSource(Screen.class)
    void anOfficerEntersCorrectsAndWithdraws(Screen screen) {
        expectConsoleError("status of 412");
        MapPage map = signIn(screen, "officer");
        map.find("account-button").click();
        map.find("movement-page").click();
        assertThat(map.find("movement-table").or(map.find("movement-empty"))).isVisible();
        map.find("movement-register").selectOption("models");
        assertThat(map.find("movement-table")).containsText("Khu dân cư an toàn");
        assertThat(map.find("movement-sums")).containsText("Tổng");
        map.find("movement-open").last().scrollIntoViewIfNeeded();
        browser.screenshot(map.page(), "movement-list-" + screen);
        Barriers.assertNone(map);

        map.open("/movement?register=outreach&" + YEAR_2026);
        assertThat(map.find("movement-empty")).containsText("chưa có mục nào trong kỳ 01/01/2026");
        assertThat(map.find("movement-empty")).containsText("không có nghĩa là không có hoạt động");
        browser.screenshot(map.page(), "movement-empty-" + screen);
        map.find("movement-add").click();
        map.find("record-save").click();
        assertThat(map.find("entry-title-problem")).hasText("Hãy điền ô này.");
        assertThat(map.find("field-sessions-problem")).hasText("Hãy điền ô này.");
        assertThat(map.find("entry-kind")).isFocused();
        Barriers.assertNone(map);
        map.find("entry-kind").selectOption("tai-xa");
        map.find("entry-title").fill("Phòng cháy " + screen);
        map.find("entry-first-day").fill("1/3/2026");
        map.find("entry-last-day").fill("31/3/2026");
        map.find("field-sessions").fill("3");
        map.find("field-attendances").fill("1.500");
        map.find("field-attendances-more").check();
        browser.screenshot(map.page(), "movement-form-" + screen);
        map.find("record-save").click();

        assertThat(map.find("movement-said")).containsText("Đã lưu");
        assertThat(map.find("movement-table")).containsText("hơn 1.500");
        assertThat(map.find("movement-sums")).containsText("hơn 1.500");
        assertThat(map.find("movement-open").first()).isFocused();

        map.find("movement-open").first().click();
        map.find("movement-edit").click();
        map.find("field-sessions").fill("4");
        somebodyElseSaysFive();
        map.find("record-save").click();
        assertThat(map.find("record-conflict")).containsText("Số cuộc, đợt, buổi");
        assertThat(map.find("record-conflict")).isFocused();
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "movement-conflict-" + screen);
        map.find("record-mine").click();
        assertThat(map.find("movement-sums")).containsText("4");

        map.find("movement-open").first().click();
        map.find("record-history-open").locator("summary").click();
        assertThat(map.find("record-history").locator("> li")).hasCount(3);
        assertThat(map.find("record-history")).containsText("5 → 4");
        map.find("movement-withdraw").click();
        map.find("withdraw-confirm").click();
        assertThat(map.find("movement-entry")).containsText("lý do");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "movement-withdraw-" + screen);
        map.find("withdraw-reason").fill("Ghi nhầm kỳ");
        map.find("withdraw-confirm").click();
        assertThat(map.find("movement-empty")).isVisible();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void anOfficerTakesATableInAndBackAndKeepsTheTeams(Screen screen) {
        MapPage map = signIn(screen, "officer");
        map.open("/movement?register=tips&" + YEAR_2026);
        assertThat(map.find("movement-empty")).isVisible();
        map.find("movement-import-open").click();
        map.find("import-text").fill("""
                Nội dung\tNgày\tSố tin\tTin có giá trị\tKinh độ\tVĩ độ
                Tin tháng 1\t31/1/2026\t12\t3\t105,648\t19,972
                Tin tháng 2\t28/2/2026\thơn 10\t\t\t
                Tin tháng 3\t36/3/2026\tba\t\t\t
                """);
        map.find("import-look").click();
        assertThat(map.find("import-counts")).containsText("2 dòng ghi được");
        assertThat(map.find("import-counts")).containsText("1 dòng lỗi");
        assertThat(map.find("import-rows").locator("li").first()).containsText("36/3/2026");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "movement-import-" + screen);
        map.find("import-store").click();
        assertThat(map.find("movement-sums")).containsText("hơn 22");
        browser.screenshot(map.page(), "movement-imported-" + screen);

        map.find("movement-map").click();
        map.loaded();
        Locator point = map.page().locator(".point-movement");
        assertThat(point).hasCount(1);
        point.click();
        assertThat(map.find("panel")).containsText("Tin tháng 1");
        browser.screenshot(map.page(), "movement-map-" + screen);
        map.find("movement-register-link").click();
        assertThat(map.find("movement-sums")).containsText("hơn 22");
        map.find("movement-import-open").click();
        map.find("import-list-open").locator("summary").click();
        assertThat(map.find("import-list").locator("> li").first()).containsText("2 dòng");
        map.find("import-take-back").first().click();
        map.find("import-list").scrollIntoViewIfNeeded();
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "movement-import-list-" + screen);
        map.find("import-take-back-sure").click();
        assertThat(map.find("import-list").locator("> li").first()).containsText("Đã rút lại");
        assertThat(map.find("movement-empty")).isAttached();

        map.open("/movement?register=security-teams&from=2019-01-01&to=2019-08-15");
        assertThat(map.find("movement-sums")).containsText("tổ");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "movement-teams-" + screen);
        takeTeamsInAndBack(map, screen);
        map.find("movement-open").first().click();
        map.find("movement-edit").click();
        map.find("team-role-to-truong").fill("1");
        map.find("team-role-to-vien").fill(screen == Screen.PHONE ? "4" : "3");
        map.find("team-add-grading").click();
        map.find("team-year").last().fill(screen == Screen.PHONE ? "2018" : "2019");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "movement-team-form-" + screen);
        map.find("record-save").click();
        assertThat(map.find("movement-table")).containsText("Tổ trưởng: 1");
        map.find("movement-open").first().click();
        map.find("record-history-open").locator("summary").click();
        assertThat(map.find("record-history")).containsText("Tổ trưởng: 1");
        assertThat(map.find("record-history")).containsText("có sẵn khi cài đặt");
        map.find("record-history").scrollIntoViewIfNeeded();
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "movement-team-history-" + screen);
    }

    private void takeTeamsInAndBack(MapPage map, Screen screen) {
        map.find("movement-import-open").click();
        map.find("import-text").fill("""
                Tên tổ\tLoại\tĐịa bàn\tThành lập ngày\tGiải thể từ ngày\tTổ trưởng\tTổ viên
                Tổ bảo vệ số 9 – Đường Ứng Hoà\tto bao ve antt\tkhu pho 1\t01/6/2019\t01/9/2019\t1\t3
                Tổ bay\tbay\tkhu pho 1\t01/6/2019\t01/9/2019\t1\t3
                """);
        map.find("import-look").click();
        assertThat(map.find("import-counts")).containsText("1 dòng ghi được");
        assertThat(map.find("import-counts")).containsText("1 dòng lỗi");
        assertThat(map.find("import-rows").locator("li").first()).containsText("Loại: ");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "movement-teams-import-" + screen);
        map.find("import-store").click();
        assertThat(map.find("movement-table")).containsText("Tổ bảo vệ số 9 – Đường Ứng Hoà");

        map.find("movement-import-open").click();
        map.find("import-list-open").locator("summary").click();
        assertThat(map.find("import-list").locator("> li").first()).containsText("1 dòng");
        map.find("import-take-back").first().click();
        map.find("import-take-back-sure").click();
        assertThat(map.find("import-list").locator("> li").first()).containsText("Đã rút lại");
        browser.screenshot(map.page(), "movement-teams-taken-back-" + screen);
        map.page().keyboard().press("Escape");
        assertThat(map.find("movement-import")).hasCount(0);
        assertThat(map.find("movement-table")).not().containsText("Tổ bảo vệ số 9");
    }

    @Test
    void aLeaderReadsAndAnAdministratorIsTakenToTheMap() {
        MapPage leader = signIn(Screen.DESKTOP, "leader");
        leader.open("/movement?register=basis-documents");
        assertThat(leader.find("movement-table")).containsText("Đề án 375");
        assertThat(leader.find("movement-add")).hasCount(0);
        assertThat(leader.find("movement-import-open")).hasCount(0);
        leader.find("movement-open").first().click();
        assertThat(leader.find("movement-entry")).containsText("Nguồn số liệu");
        assertThat(leader.find("movement-edit")).hasCount(0);

        MapPage admin = AdministratorPages.signIn(newVisitor(Screen.DESKTOP));
        admin.open("/movement");
        assertThat(admin.page()).not().hasURL(Pattern.compile("movement"));
    }

    private void somebodyElseSaysFive() {
        JsonNode entry = ask("officer", "/api/movement/registers/outreach/entries?" + YEAR_2026)
                .path("entries")
                .get(0);
        String body = "{\"kind\":\"tai-xa\",\"unitId\":" + entry.at("/unit/id").asLong() + ",\"title\":\""
                + entry.path("title").asString() + "\",\"firstDay\":\"2026-03-01\",\"lastDay\":\"2026-03-31\","
                + "\"details\":{\"sessions\":5,\"attendances\":{\"value\":1500,\"moreThan\":true}}}";
        String path =
                "/api/movement/registers/outreach/entries/" + entry.path("id").asString();
        var answer = service().client("officer", "officer").put(path, body, "If-Match", "\"0\"");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
