package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The administrator's page of accounts, and what everybody sees of the own one. */
class AccountsBrowserTests extends LastingTest {

    @ParameterizedTest
    @EnumSource(Screen.class)
    void anAccountIsMadeAndItsPasswordToldOnce(Screen screen) {
        String name = "thu." + screen.name().toLowerCase(java.util.Locale.ROOT);
        MapPage map = AdministratorPages.signIn(newVisitor(screen));
        map.find("account-button").click();
        map.find("accounts-open").click();
        assertThat(row(map, "officer")).containsText("Thị trấn Quán Lào");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "accounts-" + screen);

        expectConsoleError("status of 4(00|22)");
        map.find("account-add").click();
        map.find("account-username").fill("Nguyễn Văn An");
        map.find("account-display-name").fill("Công an thị trấn Quán Lào");
        map.find("account-save").click();
        assertThat(map.find("account-username-problem")).containsText("chữ thường không dấu");
        map.find("account-username").fill(name);
        map.find("account-save").click();
        assertThat(map.find("account-unit-problem")).containsText("chọn ít nhất một đơn vị");
        map.find("account-unit-input").fill("yen dinh");
        map.page()
                .getByTestId("account-unit-option")
                .filter(new Locator.FilterOptions().setHasText("Xã Yên Định"))
                .first()
                .click();
        assertThat(map.find("account-units")).containsText("Xã Yên Định");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "accounts-form-" + screen);
        map.find("account-save").click();
        String password = map.find("secret").innerText();
        assertThat(password).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        browser.screenshot(map.page(), "accounts-secret-" + screen);
        map.find("secret-done").click();

        assertThat(row(map, name)).containsText("Chưa đặt mật khẩu riêng");
        assertThat(row(map, name)).containsText("Xã Yên Định");
        assertThat(service().client(name, password).get("/api/session").statusCode())
                .isEqualTo(200);
        row(map, name).getByTestId("account-edit").click();
        map.find("account-enabled").uncheck();
        map.find("account-save").click();
        assertThat(row(map, name)).containsText("Đã khóa");
        assertThat(service().client(name, password).get("/api/session").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void accountsComeFromRowsOfASpreadsheet(Screen screen) {
        String last = screen.name().toLowerCase(java.util.Locale.ROOT);
        MapPage map = AdministratorPages.signIn(newVisitor(screen));
        map.find("account-button").click();
        map.find("accounts-open").click();
        map.find("account-add-table").click();
        Locator text = map.find("account-table-text");

        text.fill("Họ tên\tVai trò\tĐịa bàn\nLê Văn " + last + "\tcán bộ\tXã Yên Định, Tỉnh Thanh Hóa\nTrần Thị " + last
                + "\tgiám đốc\t15469");
        map.find("account-table-look").click();
        assertThat(map.find("account-table-answer")).containsText("1 trong 2 dòng chưa đúng");
        assertThat(map.find("account-table-answer"))
                .containsText("Vai trò phải là một trong: Lãnh đạo; Cán bộ ghi nhận");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "accounts-table-fault-" + screen);
        text.fill(text.inputValue().replace("giám đốc", "lãnh đạo"));
        map.find("account-table-look").click();
        assertThat(map.find("account-table-rows")).containsText("tran.thi." + last);
        map.find("account-table-make").click();

        assertThat(map.find("account-table-rows").locator("code")).hasCount(2);
        String password = map.find("account-table-rows").locator("code").first().innerText();
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "accounts-table-made-" + screen);
        map.find("account-table-done").click();
        assertThat(row(map, "le.van." + last)).containsText("Xã Yên Định");
        assertThat(service()
                        .client("le.van." + last, password)
                        .get("/api/session")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void everybodySeesTheOwnSignInsAndMakesACodeForQgis() {
        MapPage map = signIn(Screen.PHONE, "planner");
        map.find("account-button").click();
        map.find("access-open").click();
        assertThat(map.find("own-sessions")).containsText("(thiết bị này)");

        map.find("token-name").fill("QGIS máy phòng kỹ thuật");
        map.find("token-password").fill("planner");
        map.find("token-make").click();
        String token = map.find("secret").innerText();
        browser.screenshot(map.page(), "own-access-secret");
        map.find("secret-done").click();

        assertThat(map.find("own-tokens")).containsText("QGIS máy phòng kỹ thuật");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "own-access");
        assertThat(service().client("planner", token).get("/api/crs").statusCode())
                .isEqualTo(200);
        map.find("token-revoke").click();
        assertThat(map.find("own-tokens")).containsText("Chưa có mã nào");
        assertThat(service().client("planner", token).get("/api/crs").statusCode())
                .isEqualTo(401);
    }

    private static Locator row(MapPage map, String username) {
        return map.page().locator("#accounts tr[data-username=\"" + username + "\"]");
    }
}
