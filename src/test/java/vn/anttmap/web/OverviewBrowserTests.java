package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A leader signs in and sees what matters at once, one click from each place on the map. */
class OverviewBrowserTests extends MapTest {

    @ParameterizedTest
    @EnumSource(Screen.class)
    void isTheFirstPageOfALeader(Screen screen) {
        MapPage page = newVisitor(screen).open("/");
        enter(page, "leader");

        assertThat(page.page()).hasURL(Pattern.compile("/overview$"));
        assertThat(page.find("overview-subject")).containsText("01/01/2019 – 15/08/2019");
        // 24 of the 227 areas of 15/8/2019 have "recognised" for 2019 in gis-data.
        assertThat(page.find("overview-figures")).containsText("24/227");
        // Counted in gis-data: seven in 2019, five until 15 August 2018.
        Locator risesMost = page.find("overview-trends").locator("tbody tr").first();
        assertThat(risesMost).containsText("Khu phố 2");
        assertThat(risesMost.locator("td")).hasText(new String[] {"7", "5", "+2"});
        assertThat(page.find("overview-mark").first()).containsText("Khu phố 5");
        Barriers.assertNone(page);
        browser.screenshot(page.page(), "overview-" + screen);

        risesMost.locator("a").click();
        page.loaded();
        assertThat(page.find("panel")).containsText("Khu phố 2");
    }

    @Test
    void showsAnotherPersonTheSameThroughALinkAndFitsOnOneSheet() throws IOException {
        MapPage leader = signIn(Screen.DESKTOP, "leader");
        leader.open("/overview");
        leader.find("overview-place").selectOption("Thị trấn Quán Lào");
        leader.find("overview-from").fill("01/01/2018");
        leader.find("overview-to").fill("31/12/2018");
        leader.find("overview-year").selectOption("2018");
        leader.find("overview-show").click();
        // Four of five: the second khu phố was not recognised in 2018. 30 of the 45 incidents lie in 2018.
        assertThat(leader.find("overview-figures")).containsText("4/5");
        assertThat(leader.find("overview-figures")).containsText("30");
        assertThat(leader.find("overview-late")).containsText("Thị trấn Quán Lào");
        leader.find("overview-place").selectOption("Huyện Yên Định");
        leader.find("overview-today").check();
        browser.screenshot(leader.page(), "overview-today-form");
        leader.find("overview-show").click();
        // 29 communes of 2018 are seven today; their registers do not reach back to 2017.
        assertThat(leader.find("overview-trends")).containsText("7 nơi không đủ số liệu");
        leader.page().goBack();
        assertThat(leader.find("overview-figures")).containsText("4/5");

        MapPage officer = newVisitor(Screen.PHONE).open(leader.page().url());
        enter(officer, "officer");

        assertThat(officer.find("overview-subject")).containsText("01/01/2018 – 31/12/2018");
        assertThat(officer.find("overview-figures")).containsText("4/5");
        assertThat(sheets(leader, "overview-town")).isEqualTo(1);
        leader.open("/overview");
        assertThat(leader.find("overview-figures")).containsText("24/227");
        assertThat(sheets(leader, "overview-districts")).isEqualTo(1);
    }

    /** How many sheets of A4 the page prints to; they are kept to be looked at. */
    private int sheets(MapPage page, String name) throws IOException {
        try (PdfReader sheets = new PdfReader(browser.print(page.page(), name).toString())) {
            return sheets.getNumberOfPages();
        }
    }

    private static void enter(MapPage page, String account) {
        page.find("login-username").fill(account);
        page.find("login-password").fill(account);
        page.find("login-submit").click();
        assertThat(page.find("overview-figures")).isVisible();
    }
}
