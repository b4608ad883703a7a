package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The pages about the title; the statuses are those of assessments.csv. */
class SafetyPagesBrowserTests extends LastingTest {

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aLeaderFindsWhatTheYearStillLacksAndTakesItAway(Screen screen) throws IOException {
        MapPage page = signIn(screen, "leader");
        page.open("/overview");
        page.find("overview-place").selectOption("Thị trấn Quán Lào");
        page.find("overview-year").selectOption("2018");
        page.find("overview-show").click();
        assertThat(page.find("overview-titles")).containsText("năm 2018");
        page.find("overview-year-table").click();

        assertThat(page.page()).hasURL(Pattern.compile("/safety\\?place=\\d+&year=2018$"));
        assertThat(page.find("figure-recognised")).containsText("4/6");
        assertThat(page.find("year-table").locator("tbody tr")).hasCount(6);
        assertThat(page.find("year-table")).containsText("chưa có số giấy công nhận");
        browser.screenshot(page.page(), "safety-year-" + screen);
        Barriers.assertNone(page);

        openFilter(page, screen);
        page.find("safety-show").selectOption("late");
        assertThat(page.find("year-table").locator("tbody tr")).hasCount(1);
        assertThat(page.find("year-table")).containsText("chưa đăng ký (hạn 31/03/2018, cần kiểm tra)");
        assertThat(page.page()).hasURL(Pattern.compile("show=late"));
        Download file = page.page().waitForDownload(() -> page.find("year-csv").click());
        assertThat(file.suggestedFilename()).isEqualTo("An toàn về ANTT 2018 - Thị trấn Quán Lào.csv");
        assertThat(Files.readString(file.path())).contains("Khu phố 5");

        page.find("safety-as-of").fill("01/06/2018");
        assertThat(page.find("as-of-note")).containsText("đến hết ngày 01/06/2018");
        assertThat(page.find("figure-recognised")).containsText("0/6");
        page.find("year-area").first().click();
        page.loaded();
        assertThat(page.find("panel")).isVisible();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void twoYearsStandBesideEachOther(Screen screen) {
        MapPage page = signIn(screen, "officer");
        page.open("/safety/compare?before=2017&year=2018");

        // The fifth khu phố was not registered in 2017; the second was recognised in neither year.
        assertThat(page.find("compare-gained")).containsText("1/5");
        assertThat(page.find("compare-lost")).containsText("0/5");
        assertThat(page.find("compare-kept")).containsText("3/5");
        assertThat(page.find("changes-gained")).containsText("Khu phố 5");
        Locator before = page.find("map-before").locator("path[data-feature-id]");
        Locator after = page.find("map-after").locator("path[data-feature-id]");
        assertThat(before).hasCount(5);
        assertThat(after).hasCount(5);
        assertThat(page.find("compare-legend")).containsText("2017: 3 · 2018: 4");
        browser.screenshot(page.page(), "safety-compare-" + screen);
        Barriers.assertNone(page);

        double width = after.first().boundingBox().width;
        page.find("map-before").locator(".leaflet-control-zoom-in").click();
        page.page().waitForCondition(() -> after.first().boundingBox().width > width * 1.2);
        assertThat(before.first().boundingBox().width)
                .isEqualTo(after.first().boundingBox().width, org.assertj.core.data.Offset.offset(2.0));

        openFilter(page, screen);
        page.find("safety-before").selectOption("2018");
        assertThat(page.find("compare-same")).isVisible();

        // Hùng Quốc on 9 September 2019: seven areas became three, which were not considered that year.
        MapPage leader = signIn(screen, "leader");
        leader.open("/safety/compare?within=" + commune("Thị trấn Hùng Quốc") + "&before=2018&year=2019");
        assertThat(leader.find("changes-other").or(leader.find("changes-lost")).first())
                .isVisible();
        assertThat(leader.page().locator("#content")).containsText("Tổ dân phố 3 (Đạt), Xóm Pò Khao (Chưa đạt)");
        browser.screenshot(leader.page(), "safety-compare-merged-" + screen);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void anOfficerKeepsTheOrganizationsAndALeaderDecidesThem(Screen screen) {
        String name = "Trường THCS Quán Lào " + screen;
        MapPage officer = signIn(screen, "officer");
        officer.find("account-button").click();
        officer.find("organizations-page").click();
        assertThat(officer.find("share-table")).containsText("Thị trấn Quán Lào");
        officer.open("/safety/organizations?year=2018");
        // Thông tư 23/2012: 4 of 5 residential areas, ceil(0.7 × 5) = 4 needed.
        assertThat(officer.find("share-table")).containsText("4/5 (cần 4, là 70 % của 5) ✓ đủ");
        officer.find("organization-add").click();
        officer.find("record-save").click();
        assertThat(officer.find("organization-name-problem")).hasText("Hãy điền ô này.");
        officer.find("organization-name").fill(name);
        officer.find("organization-kind").selectOption("school");
        browser.screenshot(officer.page(), "safety-organization-form-" + screen);
        assertThat(officer.find("organization-commune-input")).hasValue("Thị trấn Quán Lào");
        officer.find("record-save").click();
        assertThat(officer.find("safety-said")).containsText("Đã lưu");

        Locator row = officer.find("organization-table").locator("tr", new Locator.LocatorOptions().setHasText(name));
        assertThat(row).containsText("Chưa đăng ký");
        row.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
        officer.find("organization-record").click();
        assertThat(row).containsText("Đã đăng ký");
        browser.screenshot(officer.page(), "safety-organizations-" + screen);
        Barriers.assertNone(officer);

        MapPage leader = signIn(screen, "leader");
        leader.open("/safety/organizations?year=2018");
        assertThat(leader.find("organization-table")).isVisible();
        assertThat(leader.find("organization-add")).hasCount(0);
        Locator own = leader.find("organization-table").locator("tr", new Locator.LocatorOptions().setHasText(name));
        own.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
        leader.find("organization-next").selectOption("recognised");
        leader.find("organization-decision").fill("9/QĐ-UBND");
        browser.screenshot(leader.page(), "safety-organization-step-" + screen);
        leader.find("organization-record").click();
        assertThat(own).containsText("9/QĐ-UBND");
        assertThat(own).containsText("Đạt");
        own.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
        leader.find("organization-next").selectOption("recognised");
        leader.find("organization-decision").fill("10/QĐ-UBND");
        leader.find("organization-record").click();
        assertThat(own).containsText("10/QĐ-UBND");
        own.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
        leader.find("organization-history-open").locator("summary").click();
        assertThat(leader.find("organization-history").locator("> li")).hasCount(4);
        assertThat(leader.find("organization-history").locator("> li").first()).containsText("Năm 2018: Đạt");
        leader.find("organization-history").scrollIntoViewIfNeeded();
        browser.screenshot(leader.page(), "safety-organization-history-" + screen);
        Barriers.assertNone(leader);

        officer.open("/safety/organizations?year=2018");
        row.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
        officer.find("organization-withdraw").click();
        officer.find("organization-withdraw-sure").click();
        assertThat(officer.find("safety-said")).containsText("Đã rút");
    }

    @Test
    void whoMayNotReadFiguresSeesTheMap() {
        MapPage admin = AdministratorPages.signIn(newVisitor(Screen.DESKTOP));
        for (String path : new String[] {"/safety", "/safety/compare", "/safety/organizations"}) {
            admin.open(path);
            assertThat(admin.page()).hasURL(Pattern.compile("/(\\?.*)?$"));
            assertThat(admin.find("map")).isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void theMapShowsTheStatusesOfAPastDay(Screen screen) {
        String address = "/?theme=status&year=2018&selected=area:" + area("Khu phố 1");
        MapPage page = signIn(screen, "officer", address + "&asOf=2018-06-01");

        // The decision for 2018 was taken on 26 November 2018; nothing was on record in June.
        assertThat(page.find("as-of-bar")).containsText("Tình trạng tính đến 01/06/2018");
        assertThat(page.find("panel-status")).containsText("Chưa đăng ký");
        assertThat(page.find("panel-as-of")).containsText("01/06/2018");
        browser.screenshot(page.page(), "safety-as-of-" + screen);
        page.find("as-of-now").click();
        assertThat(page.find("panel-status")).containsText("Đạt");
        assertThat(page.find("as-of-bar")).isHidden();
        assertThat(page.page()).not().hasURL(Pattern.compile("asOf"));

        if (screen == Screen.DESKTOP) {
            page.find("as-of").fill("26/11/2018");
            assertThat(page.page()).hasURL(Pattern.compile("asOf=2018-11-26"));
            assertThat(page.find("panel-status")).containsText("Đạt");
            assertThat(page.find("legend-as-of")).containsText("26/11/2018");
            browser.screenshot(page.page(), "safety-as-of-map");
            Barriers.assertNone(page);
        }
    }

    @Test
    void theIncidentsBehindAFigureAreOneClickAway() {
        MapPage page = signIn(Screen.DESKTOP, "leader", "/?theme=status&year=2019&selected=area:" + area("Khu phố 2"));
        page.find("criteria").locator("> summary").first().click();
        Locator counted = page.find("hint-incidents").first();
        counted.locator("summary").click();
        Locator first = counted.locator("[data-testid=hint-incident]").first();
        assertThat(first).containsText("2019");
        browser.screenshot(page.page(), "safety-hint-incidents");
        first.click();
        assertThat(page.page()).hasURL(Pattern.compile("selected=incident:"));
        assertThat(page.find("panel")).containsText("Khu phố 2");
    }

    private long commune(String fullName) {
        for (JsonNode each :
                ask("leader", "/api/safety/2019?boundaryDay=2019-10-31").path("areas")) {
            if (each.path("fullName").asString().equals(fullName)) {
                return each.path("id").asLong();
            }
        }
        throw new AssertionError("The leader sees no " + fullName);
    }

    private long area(String fullName) {
        for (JsonNode each : ask("officer", "/api/safety/2018").path("areas")) {
            if (each.path("fullName").asString().equals(fullName)) {
                return each.path("id").asLong();
            }
        }
        throw new AssertionError("The officer sees no " + fullName);
    }

    private static void openFilter(MapPage page, Screen screen) {
        if (screen == Screen.PHONE) {
            page.find("safety-filter-open").click();
        }
    }
}
