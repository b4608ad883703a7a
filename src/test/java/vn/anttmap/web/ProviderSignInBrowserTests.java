package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.anttmap.testing.IdentityProvider;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/** The service starts without its identity provider; when that is there, an administrator links an officer, who comes by it. */
class ProviderSignInBrowserTests extends MapTest {

    private static final int PORT = IdentityProvider.freePort();
    private static ServiceProcess service;

    @BeforeAll
    static void start() {
        service = ServiceProcess.on(TestDatabase.newH2gis())
                .with("anttmap.demo", "true")
                .with("anttmap.access.oidc.issuer", "http://localhost:" + PORT)
                .with("anttmap.access.oidc.client-id", IdentityProvider.CLIENT)
                .with("anttmap.access.oidc.client-secret", IdentityProvider.SECRET)
                .with("anttmap.access.oidc.name", "Cổng tỉnh")
                .with("anttmap.access.oidc.sign-out-there", "true")
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
    void anOfficerComesByTheProviderOnceLinked() {
        MapPage phone = newVisitor(Screen.PHONE).open("/login");
        phone.find("login-provider").click();
        assertThat(phone.find("login-provider-problem")).containsText("Chưa nối được tới Cổng tỉnh");
        Barriers.assertNone(phone);
        browser.screenshot(phone.page(), "provider-away");

        try (IdentityProvider provider = IdentityProvider.start(PORT)) {
            provider.trust(service.baseUrl());
            // The same name is not enough: nothing is linked by name unless the operator says so.
            provider.add("officer", "0f3c-17", Map.of("preferred_username", "officer", "name", "Lê Văn Cường"));
            assertThat(phone.page().locator("body")).isVisible();
            while (phone.find("login-provider-problem").innerText().contains("Chưa nối được")) {
                phone.find("login-provider").click();
                phone.page().waitForLoadState();
                if (phone.page().url().startsWith(provider.issuer())) {
                    break;
                }
            }
            phone.page().locator("[name=username]").fill("officer");
            phone.page().locator("[name=password]").fill("officer");
            phone.page().locator("button[type=submit]").click();
            assertThat(phone.find("login-provider-problem")).containsText("Chưa có tài khoản nào");

            MapPage office = AdministratorPages.signIn(newVisitor(Screen.DESKTOP));
            office.open("/settings/accounts");
            var row = office.page().locator("#accounts tr[data-username=officer]");
            row.getByTestId("account-edit").click();
            office.find("account-link").click();
            office.find("provider-subject").fill("0f3c-17");
            Barriers.assertNone(office);
            browser.screenshot(office.page(), "provider-link");
            office.find("provider-link").click();
            assertThat(row).containsText("Gắn với cổng đăng nhập");

            // Signed in there already: one press is enough.
            phone.find("login-provider").click();
            assertThat(phone.find("account-button")).isVisible();
            phone.find("account-button").click();
            // While the map still loads: what is refused meanwhile does not lead away from the page that forgets.
            expectConsoleError("status of 401");
            phone.find("sign-out").click();
            assertThat(phone.page()).hasURL(Pattern.compile("/login\\?logout$"));
            phone.find("login-provider").click();
            assertThat(phone.page().locator("[name=password]")).isVisible();

            row.getByTestId("account-edit").click();
            office.find("account-unlink").click();
            office.find("account-unlink").click();
            assertThat(row).not().containsText("Gắn với cổng đăng nhập");
        }
    }
}
