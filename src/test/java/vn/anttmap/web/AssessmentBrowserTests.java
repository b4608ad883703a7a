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
    void whatIsBeingWrittenStaysWhereTheNetworkComesAndGoes() {
        expectConsoleError("ERR_INTERNET_DISCONNECTED|ERR_FAILED|fetching the script");
        MapPage officer = signIn(Screen.DESKTOP, "officer", VIEW).openFromTable("Khu phố 3");
        officer.find("status-form").locator("summary").click();
        officer.find("status-note").fill("Đã họp dân, còn chờ biên bản");
        officer.page().context().setOffline(true);
        assertThat(officer.find("offline-bar")).isVisible();

        officer.page()
                .waitForResponse(
                        answer -> answer.url().contains("/api/safety/") && answer.ok(),
                        () -> officer.page().context().setOffline(false));
        officer.loaded();

        assertThat(officer.find("status-note")).hasValue("Đã họp dân, còn chờ biên bản");
        assertThat(officer.find("status-note")).isVisible();
    }

    /** Registration with its households, a judgement with its evidence and a paper, and what a leader then reads. */
    @Test
    void isRegisteredJudgedAndDecidedCriterionByCriterion() {
        MapPage officer = signIn(Screen.DESKTOP, "officer", VIEW).openFromTable("Khu phố 3");
        assertThat(officer.find("year-missing")).containsText("Chưa đăng ký");
        assertThat(officer.find("year-late")).containsText("31/03/2021");
        officer.find("status-form").locator("summary").click();
        officer.find("status-select").selectOption("registered");
        officer.find("fact-resolutionNumber").fill("05-NQ/CB");
        officer.find("fact-resolutionDate").fill("12/02/2021");
        officer.find("fact-householdsTotal").fill("140");
        officer.find("fact-householdsRegistered").fill("128");
        browser.screenshot(officer.page(), "year-register");
        officer.find("status-save").click();
        assertThat(officer.find("panel-status")).hasText("Đã đăng ký");
        assertThat(officer.find("year-missing")).containsText("Còn 12/140 hộ chưa đăng ký");

        officer.find("year-documents").locator("summary").click();
        officer.find("document-file")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                        "nghi-quyet.pdf",
                        "application/pdf",
                        "%PDF-1.4\n%%EOF".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        assertThat(officer.find("document")).containsText("nghi-quyet.pdf");
        officer.find("criteria").locator("> summary").click();
        Locator first = officer.find("criterion").first();
        first.getByTestId("verdict-met").click();
        first.getByTestId("evidence-text").fill("Nghị quyết và biên bản họp ngày 12/02");
        first.getByTestId("evidence-document")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("nghi-quyet.pdf"));
        browser.screenshot(officer.page(), "year-judge");
        expectConsoleError("412");
        // Somebody else records something meanwhile: what was typed stays, and is sent again once it has been looked
        // at.
        String area = officer.page().url().replaceFirst(".*selected=area(:|%3A)(\\d+).*", "$2");
        org.assertj.core.api.Assertions.assertThat(service()
                        .client("officer", "officer")
                        .put(
                                "/api/safety/2021/areas/" + area,
                                "{\"status\":\"registered\",\"householdsRegistered\":129}")
                        .statusCode())
                .isEqualTo(200);
        first.getByTestId("verdict-save").click();
        assertThat(first).containsText("đã có thay đổi");
        assertThat(officer.find("year-missing")).containsText("Còn 11/140 hộ");
        assertThat(first.getByTestId("evidence-text")).hasValue("Nghị quyết và biên bản họp ngày 12/02");
        browser.screenshot(officer.page(), "year-judge-conflict");
        first.getByTestId("verdict-save").click();
        assertThat(first.getByTestId("evidence")).containsText("biên bản họp");
        assertThat(officer.find("criteria")).containsText("1/5 đã xét");
        for (String status : new String[] {"self_assessed", "under_review"}) {
            record(officer, status, status.equals("self_assessed") ? "Tự đánh giá" : "Đang xét");
        }

        MapPage leader = signIn(Screen.PHONE, "leader", VIEW).openFromTable("Khu phố 3");
        assertThat(leader.find("year-missing")).containsText("tiêu chí chưa xét");
        leader.find("criteria").locator("> summary").click();
        assertThat(leader.find("verdict").first()).hasText("Đạt");
        assertThat(leader.find("verdict-met")).hasCount(0);
        browser.screenshot(leader.page(), "year-criteria-leader");
        leader.find("status-form").locator("summary").click();
        assertThat(leader.find("status-select").locator("option[value=recognised]"))
                .hasCount(0);
        leader.find("status-select").selectOption("not_recognised");
        leader.find("fact-reasons").fill("Còn 12 hộ chưa đăng ký.");
        leader.find("status-save").click();
        assertThat(leader.find("panel-status")).hasText("Chưa đạt");
        leader.find("year-steps").locator("summary").click();
        assertThat(leader.find("decision-basis")).containsText("1/5 tiêu chí đạt");
        browser.screenshot(leader.page(), "year-steps-leader");
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
