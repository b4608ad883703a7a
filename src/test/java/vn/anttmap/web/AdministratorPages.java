package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What the tests of the administrator's pages share. */
final class AdministratorPages {

    private AdministratorPages() {}

    /** Signs the demonstration's administrator in, whose map has nothing to load. */
    static MapPage signIn(MapPage visitor) {
        return signIn(visitor.open("/"), true);
    }

    /** @param onMap whether the sign-in page leads to the map of this page */
    static MapPage signIn(MapPage signInPage, boolean onMap) {
        signInPage.find("login-username").fill("admin");
        signInPage.find("login-password").fill("admin");
        signInPage.find("login-submit").click();
        assertThat(signInPage.find(onMap ? "account-button" : "login-submit")).hasCount(onMap ? 1 : 0);
        return signInPage;
    }
}
