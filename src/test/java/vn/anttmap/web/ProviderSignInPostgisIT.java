package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import vn.anttmap.access.Role;
import vn.anttmap.testing.IdentityProvider;
import vn.anttmap.testing.OnPostgis;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

@OnPostgis
class ProviderSignInPostgisIT extends ProviderSignInContract {

    @Autowired
    private Environment environment;

    @Test
    void whoLeftOnOneNodeComesBackAtTheOther() {
        String name = account(Role.OFFICER, false);
        String person = person(Map.of());
        linkPast(name, subject(person));
        try (ServiceProcess other = ServiceProcess.on(TestDatabase.newPostgis())
                .with("spring.datasource.url", environment.getRequiredProperty("spring.datasource.url"))
                .with("anttmap.demo", "true")
                .with("anttmap.access.oidc.issuer", provider.issuer())
                .with("anttmap.access.oidc.client-id", IdentityProvider.CLIENT)
                .with("anttmap.access.oidc.client-secret", IdentityProvider.SECRET)
                .start()) {
            BrowserSession browser = new BrowserSession(baseUrl());
            String back = passThrough(browser, browser.get("/login/provider"), person);

            String location = browser.location(browser.open(back.replace(baseUrl(), other.baseUrl())));

            assertThat(location).isEqualTo(other.baseUrl() + "/");
            assertThat(json(browser.get("/api/session")).get("username").asString())
                    .isEqualTo(name);
        }
    }
}
