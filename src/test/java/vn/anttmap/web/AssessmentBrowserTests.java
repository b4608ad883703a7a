package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The title of one area in one year, from the officer who submits to the leader who decides. */
class AssessmentBrowserTests extends MapTest {

    /** A year without any recorded status, which no other test looks at. */
    private static final String VIEW = "/?from=2021-01-01&to=2021-12-31&year=2021&theme=status&tab=table";

    @Test
    void isSubmittedByTheOfficerAndDecidedByTheLeader() {
        MapPage officer = signIn(Screen.DESKTOP, "officer", VIEW).openFromTable("Khu phố 1");
        assertThat(officer.find("panel-status")).hasText("Chưa đăng ký");
        record(officer, "registered", "Đã đăng ký");
        record(officer, "self_assessed", "Tự đánh giá");
        record(officer, "under_review", "Đang xét");
        browser.screenshot(officer.page(), "status-officer");

        MapPage leader = signIn(Screen.PHONE, "leader", VIEW).openFromTable("Khu phố 1");
        assertThat(leader.find("panel-status")).hasText("Đang xét");
        leader.find("status-form").locator("summary").click();
        leader.find("status-select").selectOption("recognised");
        leader.find("status-decision").fill("125/QĐ-UBND");
        leader.find("status-save").click();

        assertThat(leader.find("panel-status")).hasText("Đạt");
        assertThat(leader.find("panel")).containsText("125/QĐ-UBND");
        assertThat(leader.find("panel")).containsText("người ghi: leader");
        browser.screenshot(leader.page(), "status-leader");
    }

    @Test
    void isNotForTheOfficerToDecide() {
        MapPage officer = signIn(Screen.DESKTOP, "officer", VIEW).openFromTable("Khu phố 2");
        officer.find("status-form").locator("summary").click();

        Locator choices = officer.find("status-select").locator("option");

        assertThat(choices.filter(new Locator.FilterOptions().setHasText("Đạt")))
                .hasCount(0);
        assertThat(choices.filter(new Locator.FilterOptions().setHasText("Đã đăng ký")))
                .hasCount(1);
    }

    private static void record(MapPage map, String status, String expected) {
        map.find("status-form").locator("summary").click();
        map.find("status-select").selectOption(status);
        map.find("status-save").click();
        assertThat(map.find("panel-status")).hasText(expected);
        map.loaded();
    }
}
