package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An officer brings the month's table in: pasted or as a file, looked at on the map, stored, taken back. */
class TableImportBrowserTests extends MapTest {

    private static final String TABLE = """
            Ngày\tGiờ\tLoại\tMức độ\tX\tY\tKhu dân cư
            03/8/2019\t14:30\tTrật tự xã hội\tÍt nghiêm trọng\t2209278,6\t567627,8\t
            04/8/2019\t\tTNGT\t\t\t\tkhu pho 2
            05/8/2019\t7h\tMâu thuẫn, tranh chấp\t\t\t\t
            36/8/2019\t\tTNGT\t\t\t\tKhu phố 1
            """;

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "DESKTOP")
    void looksAtAPastedTableOnTheMapStoresItAndTakesItBack(Screen screen) {
        MapPage map = signIn(screen, "officer");
        map.showTab("map");
        int before = Integer.parseInt(map.find("summary-count").textContent());
        open(map);

        map.find("table-text").fill(TABLE);
        map.find("table-look").click();

        assertThat(map.find("table-counts")).containsText("2 dòng có vị trí");
        assertThat(map.find("table-counts")).containsText("1 dòng chỉ biết xã");
        assertThat(map.find("table-counts")).containsText("1 dòng lỗi");
        assertThat(map.find("table-rows").locator("li").first()).containsText("36/8/2019");
        assertThat(map.page().locator(".preview-point")).hasCount(3);
        browser.screenshot(map.page(), "officer-table-" + screen);
        map.find("table-store").click();
        assertThat(map.find("message")).containsText("Đã ghi 3 vụ việc");
        assertThat(map.page().locator(".preview-point")).hasCount(0);
        map.loaded();
        map.showTab("map");
        // The third one lies in no residential area, so it is not in the figures of these.
        assertThat(map.find("summary-count")).hasText(String.valueOf(before + 2));

        map.find("message").getByText("Rút lại cả bảng").click();

        assertThat(map.find("message")).containsText("Đã rút lại 3 vụ việc");
        map.loaded();
        assertThat(map.find("summary-count")).hasText(String.valueOf(before));
    }

    @Test
    void readsAFileAndSaysWhatItLacks() {
        expectConsoleError("422");
        MapPage map = signIn(Screen.DESKTOP, "officer");
        open(map);

        map.find("table-file").setInputFiles(file("Họ tên;Địa chỉ\nA;B\n"));
        assertThat(map.find("table-import")).containsText("ít nhất là “Loại” và “Ngày”");

        map.find("table-file").setInputFiles(file("Ngày;Loại\n03/8/2019;TNGT\n"));
        assertThat(map.find("table-counts")).containsText("1 dòng chỉ biết xã");
    }

    @Test
    void isNotOfferedToALeader() {
        MapPage map = signIn(Screen.DESKTOP, "leader");
        map.showTab("incidents");

        assertThat(map.find("table-open")).hasCount(0);
    }

    static void open(MapPage map) {
        map.showTab("incidents");
        map.find("table-open").click();
        assertThat(map.find("table-import")).isVisible();
    }

    private static FilePayload file(String text) {
        return new FilePayload("vụ việc.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
