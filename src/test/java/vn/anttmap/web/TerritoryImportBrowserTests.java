package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.anttmap.exchange.territoryimport.TestShapefile;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.GeoJsonGeometry;

/** A planner brings in the file of a provincial office: letters of an old font, no .prj, metres of the local zone. */
class TerritoryImportBrowserTests extends MapTest {

    private static final String COMMUNE = "Xã Trà Lĩnh";

    @Test
    void understandsABadFileIsOverruledStoresItAndTakesItBack() {
        MapPage map = signIn(Screen.DESKTOP, "planner");
        map.open("/import");
        map.find("import-file").setInputFiles(new FilePayload("khu_dan_cu.zip", "application/zip", provincial()));
        map.find("import-unit").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(COMMUNE));
        map.find("import-day").fill("01/12/2027");
        map.find("import-day").blur();

        map.find("import-look").click();

        assertThat(map.find("import-encoding")).hasValue("tcvn3");
        assertThat(map.find("import-guesses")).containsText("EPSG:9210");
        assertThat(map.find("import-guesses")).containsText("Tệp không ghi hệ tọa độ");
        assertThat(map.find("import-counts")).containsText("Thay đổi: ");
        assertThat(map.find("import-rows")).containsText("Trước là Xóm Vĩnh Quang");
        browser.screenshot(map.page(), "planner-import");
        map.find("import-encoding").selectOption("windows-1258");
        map.find("import-again").click();
        assertThat(map.find("import-guesses")).containsText("Do bạn chọn");
        map.find("import-encoding").selectOption("tcvn3");
        map.find("import-again").click();
        assertThat(map.find("import-counts")).containsText("Thay đổi: ");

        map.find("import-store").click();

        assertThat(map.find("import-said")).containsText("Đã ghi ");
        map.page().setViewportSize(360, 740);
        browser.screenshot(map.page(), "planner-import-phone");
        map.find("import-take-back").first().click();
        map.find("import-take-back-sure").click();
        assertThat(map.find("import-said")).containsText("Đã rút lại cả lần nhập");
    }

    private byte[] provincial() {
        JsonNode features =
                ask("planner", "/api/features/residential-areas?day=2026-11-01").path("features");
        List<TestShapefile.Item> items = new ArrayList<>();
        for (JsonNode feature : features) {
            JsonNode about = feature.path("properties");
            if (about.toString().contains("\"" + COMMUNE + "\"")) {
                String name = about.path("fullName").asString(about.path("name").asString());
                items.add(new TestShapefile.Item(
                        TestShapefile.tcvn3(name.equals("Xóm Vĩnh Quang") ? "Xóm Quang Mới" : name),
                        CoordinateTransform.between(CoordinateSystems.WGS84, CoordinateSystems.get("EPSG:9210"))
                                .transform(GeoJsonGeometry.read(
                                        feature.path("geometry").toString()))));
            }
        }
        return TestShapefile.zipped(items);
    }
}
