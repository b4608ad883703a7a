package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The pages that look closer at incidents, on the figures of gis-data. */
class DensityBrowserTests extends LastingTest {

    private static final String PERIOD = "from=2018-01-01&to=2019-08-15";

    @ParameterizedTest
    @EnumSource(Screen.class)
    void ratesSayHowFarTheyCanBeTrusted(Screen screen) throws IOException {
        MapPage page = signIn(screen, "leader");
        page.find("account-button").click();
        page.find("density-page").click();
        page.open("/density?within=" + commune("Thị trấn Quán Lào") + "&" + PERIOD);

        // 45 incidents of the report of 2019; those whose block is not known stand in no block.
        assertThat(page.find("density-lead")).containsText("khu vực có đủ số liệu, 01/01/2018 – 15/08/2019");
        assertThat(page.find("density-table")).containsText("Khu phố 1");
        assertThat(page.find("density-table")).containsText(Pattern.compile("(cao|thấp) hơn mức chung"));
        assertThat(page.find("density-map").locator("path[data-feature-id]")).hasCount(5);
        Download file =
                page.page().waitForDownload(() -> page.find("density-csv").click());
        assertThat(Files.readString(file.path())).startsWith("\ufeffKhu vực,").contains("Khu phố 1");
        browser.screenshot(page.page(), "density-rates-" + screen);
        Barriers.assertNone(page);

        openFilter(page, screen);
        page.find("density-level").selectOption("road-segments");
        assertThat(page.find("density-lead")).containsText("vụ/km·năm");

        // A link to a drawn area, for somebody who sees no single places.
        expectConsoleError("403.*drawn-area");
        page.open("/density?ring=105.64,19.95;105.68,19.95;105.68,19.98&" + PERIOD);
        assertThat(page.find("drawn-no-right")).containsText("quyền xem từng điểm");
        assertThat(page.find("drawn-answer")).containsText("được xem vị trí chính xác");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void hotSpotsAreShownWithTheirMethodOrRefusedWithAReason(Screen screen) {
        MapPage page = signIn(screen, "leader");
        expectConsoleError("422.*api/density/hotspots");
        page.open("/density/hotspots?place=" + place("Trà Lĩnh") + "&from=2017-01-01&to=2019-08-15");

        assertThat(page.find("density-lead")).not().isEmpty();
        assertThat(page.find("density-legend")).containsText("Điểm nóng");
        assertThat(page.find("density-table").locator("tbody tr")).not().hasCount(0);
        page.find("density-how").locator("summary").click();
        assertThat(page.find("density-how")).containsText("Benjamini");
        page.find("density-course").locator("summary").click();
        assertThat(page.find("course-lead")).hasText("Xét được 3/3 khoảng thời gian.");
        browser.screenshot(page.page(), "density-hotspots-" + screen);
        Barriers.assertNone(page);

        // Five blocks are too few for anything.
        page.open("/density/hotspots?level=residential-areas&within=" + commune("Thị trấn Quán Lào") + "&" + PERIOD);
        assertThat(page.page().locator("#problem")).not().isEmpty();
        browser.screenshot(page.page(), "density-too-few-" + screen);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aSurfaceOfExactPlacesOrOfAreasDependingOnTheRights(Screen screen) {
        MapPage page = signIn(screen, "officer");
        page.open("/density/surface?" + PERIOD);
        assertThat(page.find("density-lead")).not().isEmpty();
        assertThat(page.find("density-legend").locator("li")).not().hasCount(0);
        Locator picture = page.page().locator("img.surface-picture");
        page.page().waitForCondition(() ->
                (boolean) picture.evaluate("image => image.complete && image.naturalWidth > 0"));
        browser.screenshot(page.page(), "density-surface-" + screen);
        Barriers.assertNone(page);

        MapPage leader = signIn(screen, "leader");
        leader.open("/density/surface?within=" + commune("Thị trấn Quán Lào") + "&" + PERIOD);
        assertThat(leader.page().locator("#content")).containsText("không xem từng điểm");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aPeriodPlaysStepByStepAndIsComparedWithTheYearBefore(Screen screen) {
        MapPage page = signIn(screen, "officer");
        page.open("/density/time?from=2019-01-01&to=2019-06-30");

        assertThat(page.find("time-caption")).containsText("Tháng 6/2019");
        page.find("time-range").fill("0");
        assertThat(page.find("time-caption")).containsText("Tháng 1/2019");
        page.find("time-play").click();
        assertThat(page.find("time-caption")).containsText("Tháng 2/2019");
        page.find("time-play").click();
        assertThat(page.find("time-play")).containsText("Chạy");
        assertThat(page.find("small-multiples").locator("li h3").first()).isVisible();
        assertThat(page.find("profile-weekdays")).containsText("T2");
        assertThat(page.find("density-lead")).containsText("so với 01/01/2018 – 30/06/2018");
        assertThat(page.find("comparison-table")).containsText("Khu phố 1");
        browser.screenshot(page.page(), "density-time-" + screen);
        page.find("small-multiples").scrollIntoViewIfNeeded();
        browser.screenshot(page.page(), "density-charts-" + screen);
        Barriers.assertNone(page);

        openFilter(page, screen);
        page.find("density-step").selectOption("quarter");
        assertThat(page.find("time-caption")).containsText("Quý 2/2019");
    }

    /** What somebody chooses stands in the address, so that a link shows the same. */
    @ParameterizedTest
    @EnumSource(Screen.class)
    void limitsAnAreaAndSettingsOfOnesOwn(Screen screen) throws IOException {
        MapPage page = signIn(screen, "planner");
        page.open("/density?within=" + commune("Thị trấn Quán Lào") + "&" + PERIOD);
        assertThat(page.find("density-table")).isVisible();
        openFilter(page, screen);
        page.find("density-classes").selectOption("fixed");
        assertThat(page.find("density-breaks")).not().hasValue("");
        page.find("density-breaks").fill("20; 2,5");
        page.find("density-breaks").press("Enter");
        assertThat(page.find("density-breaks-fault")).hasText("“2,5” phải lớn hơn số đứng trước.");
        page.find("density-breaks").fill("2,5; 12; 20");
        page.find("density-breaks").press("Enter");
        assertThat(page.find("density-legend")).containsText("trên 20");
        assertThat(page.find("density-breaks-fault")).isEmpty();
        browser.screenshot(page.page(), "density-limits-" + screen);
        assertThat(page.page()).hasURL(Pattern.compile("breaks=2.5%2C12%2C20"));
        openFilter(page, screen);

        page.find("drawn-open").click();
        var box = page.find("density-map").boundingBox();
        for (double[] corner : new double[][] {{0.25, 0.25}, {0.65, 0.25}, {0.65, 0.7}, {0.5, 0.76}, {0.28, 0.6}}) {
            page.pick(new MapPage.MapPoint(box.x + corner[0] * box.width, box.y + corner[1] * box.height));
        }
        assertThat(page.find("drawn-said")).containsText("5 góc");
        page.find("drawn-undo").click();
        assertThat(page.find("drawn-said")).containsText("4 góc");
        browser.screenshot(page.page(), "density-drawing-" + screen);
        page.find("drawn-done").click();
        // It reaches over the border, and the neighbours keep no register.
        assertThat(page.find("drawn-result")).containsText("không phủ kín kỳ này");
        page.find("drawn-clear").click();
        assertThat(page.find("drawn-open")).isFocused();

        page.find("drawn-open").click();
        page.find("drawn-type").click();
        page.find("drawn-text").fill("105,6525 19,9661; 105,6562 19,9661; 105,6562 19,9695; 105,6525 19,9695");
        page.find("drawn-take").click();
        assertThat(page.find("drawn-result")).containsText(Pattern.compile("\\d+ vụ trong 0,14\\d km²"));
        page.find("drawn-result").scrollIntoViewIfNeeded();
        browser.screenshot(page.page(), "density-drawn-" + screen);
        Barriers.assertNone(page);
        String counted = page.find("drawn-result").locator("dd").first().textContent();
        Download file = page.page().waitForDownload(() -> page.find("drawn-csv").click());
        assertThat(Files.readString(file.path())).contains("Số vụ,").contains("Thị trấn Quán Lào");
        page.page().reload();
        assertThat(page.find("drawn-result").locator("dd").first()).hasText(counted);

        page.open("/density/time?step=quarter&classes=fixed&breaks=1,3&within=" + commune("Thị trấn Quán Lào") + "&"
                + PERIOD);
        assertThat(page.find("small-maps").locator("button")).hasCount(7);
        assertThat(page.find("small-maps")).containsText("01/07/2019 – 15/08/2019");
        page.find("small-map-2018-Q1").click();
        assertThat(page.find("time-caption")).hasText("Quý 1/2018: 7 vụ");
        page.find("small-maps").evaluate("maps => maps.scrollIntoView({ block: 'center' })");
        browser.screenshot(page.page(), "density-small-maps-" + screen);
        Barriers.assertNone(page);

        page.open("/density/hotspots?place=" + place("Trà Lĩnh") + "&from=2017-01-01&to=2019-08-15");
        assertThat(page.find("density-table")).isVisible();
        openFilter(page, screen);
        page.find("density-advanced-open").click();
        page.find("density-weights").selectOption("nearest");
        page.find("density-neighbours").fill("6");
        page.find("density-neighbours").press("Tab");
        page.find("density-inference").selectOption("normal");
        page.find("density-confidence").selectOption("99");
        assertThat(page.find("density-legend")).containsText("Có dấu hiệu nóng (95 %)");
        assertThat(page.find("density-seed")).isHidden();
        page.find("density-how").locator("summary").click();
        assertThat(page.find("density-how")).containsText("6 nơi gần nhất");
        assertThat(page.find("density-how")).containsText("phân phối chuẩn");
        page.find("density-advanced").scrollIntoViewIfNeeded();
        browser.screenshot(page.page(), "density-advanced-" + screen);
        Barriers.assertNone(page);
        page.find("density-level").selectOption("hexagons");
        page.find("density-sizeM").selectOption("1000");
        assertThat(page.find("layer-gpkg"))
                .hasAttribute("href", Pattern.compile("/api/exports/hexagons.gpkg\\?crs=EPSG%3A9210.*sizeM=1000"));

        page.open("/?tab=map").loaded();
        if (screen == Screen.PHONE) {
            page.find("account-button").click();
            page.find("export-open-menu").click();
        } else {
            page.find("export-open").click();
        }
        assertThat(page.find("export-size")).isHidden();
        page.find("export-collection").selectOption("hexagons");
        assertThat(page.find("export-size")).hasValue("500");
        browser.screenshot(page.page(), "density-export-" + screen);
    }

    private String place(String name) {
        for (JsonNode each : ask("leader", "/api/session").path("places")) {
            if (each.path("fullName").asString().contains(name)) {
                return each.path("id").asString();
            }
        }
        throw new AssertionError("The leader has no " + name);
    }

    /** A commune of the middle of 2019, as the leader finds it. */
    private long commune(String fullName) {
        for (JsonNode each : ask("leader", "/api/density/communes?" + PERIOD).path("areas")) {
            if (each.path("fullName").asString().equals(fullName)) {
                return each.path("id").asLong();
            }
        }
        throw new AssertionError("The leader sees no " + fullName);
    }

    private static void openFilter(MapPage page, Screen screen) {
        if (screen == Screen.PHONE) {
            page.find("density-filter-open").click();
        }
    }
}
