package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sign-in, its end, and the way back to what one was doing. */
class SessionBrowserTests extends MapTest {

    @Test
    void leadsBackToTheSameViewAfterASessionHasEnded() {
        MapPage map = signIn(Screen.DESKTOP, "leader").divideBy("communes");
        map.page().context().clearCookies();
        expectConsoleError("status of 401");

        map.choose("theme-count");
        assertThat(map.page()).hasURL(Pattern.compile("/login"));
        map.signIn("leader");

        assertThat(map.find("theme-count")).isChecked();
        assertThat(map.find("level-communes")).isChecked();
        assertThat(map.find("legend")).containsText("Số vụ việc");
    }

    @Test
    void sendsAMarkThatWasSavedAfterTheSessionHadEndedOnceThereIsANewOne() {
        MapPage map = MarkingContract.startAMark(signIn(Screen.PHONE, "officer"));
        MarkingContract.fillIn(map, "Khu phố 4");
        map.page().context().clearCookies();
        expectConsoleError("status of 401");

        map.find("mark-save").click();
        assertThat(map.page()).hasURL(Pattern.compile("/login"));
        assertThat(ask("officer", "/api/incidents?mine=true").path("incidents").findValuesAsString("withdrawn"))
                .doesNotContain("false");
        map.signIn("officer");

        assertThat(map.find("message")).containsText("Máy chủ đã nhận vụ");
        assertThat(ask("officer", "/api/incidents?mine=true").path("incidents").findValuesAsString("withdrawn"))
                .containsOnlyOnce("false");
    }

    @Test
    void keepsAHalfWrittenMarkOverANewSignIn() {
        MapPage map = MarkingContract.startAMark(signIn(Screen.PHONE, "officer"));
        MarkingContract.fillIn(map, "Khu phố 4");
        map.find("mark-more").locator("summary").click();
        map.find("mark-note").fill("Xe máy va chạm xe đạp");
        map.page().context().clearCookies();
        expectConsoleError("status of 401");

        map.find("mark-time").fill("2019-08-09T14:30");
        assertThat(map.page()).hasURL(Pattern.compile("/login"));
        map.signIn("officer");

        assertThat(map.find("mark-form")).isVisible();
        assertThat(map.find("where-area")).hasText("Khu phố 4");
        assertThat(map.find("mark-note")).hasValue("Xe máy va chạm xe đạp");
        assertThat(map.find("mark-category-TTXH")).isChecked();
        map.find("mark-save").click();
        MarkingContract.assertSaved(map);
    }

    /** The browser was started again and has lost its cookie, and with it what the token of the form belongs to. */
    @Test
    void signsInOnAPageThatWasLeftOpenOverNight() {
        MapPage map = newVisitor(Screen.PHONE);
        map.page().clock().install();
        map.open("/?layer=communes");
        assertThat(map.find("login-submit")).isVisible();
        map.page().context().clearCookies();
        map.page().clock().fastForward("12:00:00");
        map.find("login-username").fill("planner");
        map.find("login-password").fill("planner");

        map.find("login-submit").click();

        assertThat(map.find("account-button")).isVisible();
    }

    @Test
    void saysThatThePasswordIsWrong() {
        MapPage map =
                new MapPage(Screen.PHONE.open(browser, options -> {}), service().baseUrl(), Screen.PHONE).open("/");
        map.find("login-username").fill("leader");
        map.find("login-password").fill("sai mật khẩu");

        map.find("login-submit").click();

        assertThat(map.find("login-error")).isVisible();
        assertThat(map.sidewaysScroll()).isZero();
        browser.screenshot(map.page(), "login-error");
    }

    @Test
    void endsWithTheSignOut() {
        MapPage map = signIn(Screen.DESKTOP, "leader");

        map.find("account-button").click();
        map.find("sign-out").click();

        assertThat(map.find("login-logged-out")).isVisible();
        map.open("/");
        assertThat(map.page()).hasURL(Pattern.compile("/login"));
    }
}
