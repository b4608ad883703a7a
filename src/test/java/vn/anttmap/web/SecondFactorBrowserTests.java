package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/** An administrator sets the second factor up that the operator asks for, and signs in with it. */
class SecondFactorBrowserTests extends MapTest {

    private static ServiceProcess service;

    @BeforeAll
    static void start() {
        service = ServiceProcess.on(TestDatabase.newH2gis())
                .with("anttmap.demo", "true")
                .with("anttmap.access.second-factor", "administrators")
                .start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Override
    ServiceProcess service() {
        return service;
    }

    @Test
    void setsItUpSignsInWithItAndHelpsSomebodyWhoLostTheTelephone() {
        expectConsoleError("status of 40[13]");
        MapPage map = newVisitor(Screen.PHONE).open("/");
        signIn(map, "admin");
        assertThat(map.find("factor-dialog")).containsText("phải đăng nhập hai bước");
        Barriers.assertNone(map);
        String secret = setUp(map, "admin");
        browser.screenshot(map.page(), "factor-codes");
        List<String> codes = List.of(map.find("secret").innerText().split("\n"));
        assertThat(codes).hasSize(10);
        map.find("secret-done").click();
        assertThat(map.page()).hasURL(Pattern.compile("/setup|/$"));

        MapPage again = newVisitor(Screen.DESKTOP).open("/settings/accounts");
        signIn(again, "admin");
        assertThat(again.page()).hasURL(Pattern.compile("/login/code"));
        Barriers.assertNone(again);
        browser.screenshot(again.page(), "factor-code");
        again.find("code").fill(Authenticator.wrongCode(secret));
        again.find("code-submit").click();
        assertThat(again.find("code-error")).isVisible();
        again.find("code").fill(codes.get(0));
        again.find("code-submit").click();
        assertThat(again.page()).hasURL(Pattern.compile("/settings/accounts"));

        MapPage officer = signIn(Screen.DESKTOP, "officer");
        officer.find("account-button").click();
        officer.find("factor-open").click();
        setUp(officer, "officer");
        officer.find("secret-done").click();
        again.page().reload();
        var row = again.page().locator("#accounts tr[data-username=officer]");
        assertThat(row).containsText("Đăng nhập hai bước");
        row.getByTestId("account-edit").click();
        again.find("account-factor").click();
        again.find("account-factor").click();
        assertThat(row).not().containsText("Đăng nhập hai bước");
        officer.page().reload();
        assertThat(officer.page()).hasURL(Pattern.compile("/login"));
        signIn(officer, "officer");
        assertThat(officer.find("account-button")).isVisible();
    }

    private String setUp(MapPage map, String password) {
        map.find("factor-password").fill(password);
        map.find("factor-begin").click();
        String secret = map.find("factor-secret").innerText();
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "factor-qr-" + password);
        map.find("factor-code").fill(Authenticator.code(secret, 0));
        map.find("factor-confirm").click();
        assertThat(map.find("secret-dialog")).isVisible();
        return secret;
    }

    private static void signIn(MapPage map, String account) {
        map.find("login-username").fill(account);
        map.find("login-show").check();
        assertThat(map.find("login-password")).hasAttribute("type", "text");
        map.find("login-password").fill(account);
        map.find("login-submit").click();
    }
}
