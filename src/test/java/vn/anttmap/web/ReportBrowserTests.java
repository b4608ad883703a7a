package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.anttmap.testing.Office;
import vn.anttmap.testing.TestFolders;

/** A report from the panel of an area, and the text an officer adds to it. */
class ReportBrowserTests extends MapTest {

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aLeaderTakesTheReportOfATown(Screen screen) {
        MapPage map = signIn(screen, "leader").goTo("Quán Lào").divideBy("communes");
        open(map, "Thị trấn Quán Lào");

        assertThat(map.find("report-from")).hasValue("01/01/2018");
        assertThat(map.find("report-to")).hasValue("15/08/2019");
        map.find("report-section-situation").locator("summary").click();
        assertThat(map.find("report-section-situation")).containsText("xảy ra 45 vụ việc liên quan đến ANTT");
        assertThat(map.page().locator("[data-testid^=report-text-]")).hasCount(0);
        assertThat(map.find("report-save")).isHidden();
        browser.screenshot(map.page(), "report-leader-" + screen);
        map.find("report-format").selectOption("pdf");
        Path pdf = download(map);
        browser.screenshot(map.page(), "report-leader-done-" + screen);

        assertThat(pdf.getFileName().toString())
                .isEqualTo("Báo cáo ANTT thị trấn Quán Lào, 01-01-2018 – 15-8-2019.pdf");
        assertThat(Office.textOf(pdf)).contains("THỊ TRẤN QUÁN LÀO");
    }

    @Test
    void theReportOfAnAreaLeadsToTheUnitsAboveIt() {
        MapPage map = signIn(Screen.DESKTOP, "leader").goTo("Quán Lào");
        open(map, "Khu phố 1");

        assertThat(map.find("report-place").locator("option").nth(1)).hasText("Thị trấn Quán Lào");
        assertThat(map.find("report-place").locator("option").nth(2)).hasText("Huyện Yên Định");
        map.find("report-place").selectOption("Thị trấn Quán Lào");
        assertThat(map.find("report-dialog").locator("h2")).hasText("Báo cáo: Thị trấn Quán Lào");
        map.find("report-section-situation").locator("summary").click();
        assertThat(map.find("report-section-situation")).containsText("xảy ra 45 vụ việc liên quan đến ANTT");
        browser.screenshot(map.page(), "report-place");
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "DESKTOP")
    void anOfficerAddsTextAndTakesItOverInTheNextPeriod(Screen screen) throws java.io.IOException {
        int year = screen == Screen.DESKTOP ? 2011 : 2013;
        String words = "Tiếp tục củng cố tổ bảo vệ ANTT năm " + year + ".";
        MapPage map = signIn(screen, "officer");
        open(map, "Khu phố 1");
        period(map, "01/01/" + year, "30/06/" + year);
        write(map, words);
        browser.screenshot(map.page(), "report-officer-" + screen);
        map.page().keyboard().press("Escape");
        map.page().onceDialog(Dialog::dismiss);
        map.find("report-dialog").locator(".dialog-head button").click();
        assertThat(map.find("report-text-direction")).hasValue(words);
        map.find("report-save").click();
        assertThat(map.find("report-saved")).isVisible();

        period(map, "01/07/" + year, "31/12/" + year);
        map.find("report-use-proposal").click();
        map.find("report-section-direction").locator("summary").click();
        assertThat(map.find("report-text-direction")).hasValue(words);
        browser.screenshot(map.page(), "report-officer-proposal-" + screen);
        Path docx = download(map);

        assertThat(Files.size(docx)).isPositive();
        assertThat(Office.textOf(Office.toPdf(docx)).replaceAll("\\s+", " ")).contains(words);
    }

    @Test
    void savesAMapToPrint() {
        MapPage map = signIn(Screen.PHONE, "leader").goTo("Quán Lào").divideBy("communes");
        map.openFromTable("Thị trấn Quán Lào");
        map.find("panel-sheet").scrollIntoViewIfNeeded();
        map.find("panel-sheet").click();
        map.find("sheet-size").selectOption("a3");
        Barriers.assertNone(map);
        browser.screenshot(map.page(), "sheet-dialog");

        Download sheet =
                map.page().waitForDownload(() -> map.find("sheet-download").click());

        assertThat(sheet.suggestedFilename())
                .isEqualTo("Bản đồ mật độ vụ việc an ninh, trật tự, Thị trấn Quán Lào, từ ngày 01-01-2018 đến ngày"
                        + " 15-8-2019.pdf");
        assertThat(map.find("sheet-done")).containsText("Đã tải");
    }

    private void open(MapPage map, String area) {
        map.openFromTable(area);
        map.find("panel-report").scrollIntoViewIfNeeded();
        map.find("panel-report").click();
        assertThat(map.find("report-download")).isEnabled();
    }

    private static void period(MapPage map, String from, String to) {
        map.find("report-from").fill(from);
        map.find("report-to").fill(to);
        assertThat(map.find("report-section-direction")).isVisible();
        assertThat(map.find("report-download")).isEnabled();
    }

    private static void write(MapPage map, String words) {
        map.find("report-section-direction").locator("summary").click();
        map.find("report-text-direction").fill(words);
    }

    private static Path download(MapPage map) {
        Page page = map.page();
        Download download =
                page.waitForDownload(() -> map.find("report-download").click());
        Path file = TestFolders.create("download-").resolve(download.suggestedFilename());
        download.saveAs(file);
        assertThat(map.find("report-done")).containsText("Đã tải");
        return file;
    }
}
