package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import vn.anttmap.exchange.territoryimport.TestShapefile;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.GeoJsonGeometry;

/** A planner brings in the file of a provincial office: letters of an old font, no .prj, metres of the local zone. */
class TerritoryImportBrowserTests extends MapTest {

    private static final String COMMUNE = "Xã Trà Lĩnh";

    private static final String DEGREES =
            "TEN,LOAI,wkt\nThử,Xóm,\"POLYGON((106.32 22.82, 106.322 22.82, 106.322 22.822, 106.32 22.82))\"\n";

    @Test
    void aDraftThatAProgramSentIsOpenedAndDropped() {
        MapPage map = signIn(Screen.PHONE, "planner");
        map.open("/import");
        map.page().evaluate("""
                async () => {
                  const session = await (await fetch('/api/session')).json()
                  const feature = { type: 'Feature', properties: { fullName: 'Xóm Bản Nháp', kind: 'xom' }, geometry: { type: 'Polygon',
                    coordinates: [[[106.32, 22.82], [106.322, 22.82], [106.322, 22.822], [106.32, 22.82]]] } }
                  const imports = await (await fetch('/api/imports/residential-areas')).json()
                  const { id } = imports.units.find(({ fullName }) => fullName === '%s')
                  await fetch('/ogc/collections/residential-areas/items?unit=' + id, { method: 'POST', body: JSON.stringify(feature),
                    headers: { 'Content-Type': 'application/geo+json', [session.csrf.headerName]: session.csrf.token } })
                }""".formatted(COMMUNE));
        map.open("/import");
        assertThat(map.find("import-drafts").locator("li")).hasCount(1);
        map.find("import-drafts").scrollIntoViewIfNeeded();
        browser.screenshot(map.page(), "planner-import-draft-phone");

        map.find("import-draft-open").click();

        assertThat(map.find("import-rows")).containsText("Xóm Bản Nháp");
        assertThat(map.find("import-unit").locator("option:checked")).hasText(COMMUNE);
        map.find("import-draft-drop").click();
        assertThat(map.find("import-said")).hasText("Đã bỏ bản nháp.");
        assertThat(map.find("import-drafts")).hasCount(0);
    }

    @Test
    void understandsABadFileIsOverruledStoresItAndTakesItBack() {
        MapPage map = signIn(Screen.DESKTOP, "planner");
        map.open("/import");
        map.find("import-unit").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(COMMUNE));
        // Degrees may be those of a receiver or of VN-2000, 224 m away: both stand on the map, with their names.
        map.find("import-file").setInputFiles(new FilePayload("xom.csv", "text/csv", DEGREES.getBytes(UTF_8)));
        map.find("import-look").click();
        assertThat(map.page().locator(".import-outline-name")).hasText(new String[] {"1. EPSG:4326", "2. EPSG:4756"});
        browser.screenshot(map.page(), "planner-import-readings");
        map.find("import-file").setInputFiles(new FilePayload("khu_dan_cu.zip", "application/zip", provincial()));
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

        assertThat(map.find("import-moves")).containsText("không thuộc khu dân cư nào");
        map.find("import-effect").scrollIntoViewIfNeeded();
        browser.screenshot(map.page(), "planner-import-effect");

        map.find("import-store").click();

        assertThat(map.find("import-said")).containsText("Đã ghi ");
        map.page().setViewportSize(360, 740);
        browser.screenshot(map.page(), "planner-import-phone");
        // The page of boundary changes tells of it, too.
        map.open("/boundaries");
        assertThat(map.find("change-past-file").first()).containsText("khu_dan_cu.zip");
        map.open("/import");
        map.find("import-take-back").first().click();
        map.find("import-take-back-sure").click();
        assertThat(map.find("import-said")).containsText("Đã rút lại cả lần nhập");
    }

    @Test
    void roadsOfAGeoPackageAreFoundAmongItsLayersOnAPhone() {
        MapPage map = signIn(Screen.PHONE, "planner");
        map.open("/import");
        map.find("import-collection").selectOption("road-segments");
        map.find("import-file")
                .setInputFiles(new FilePayload("tat_ca.gpkg", "application/geopackage+sqlite3", export("all.gpkg")));
        map.find("import-unit").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(COMMUNE));
        map.find("import-day").fill("01/12/2027");
        map.find("import-day").blur();

        map.find("import-look").click();

        assertThat(map.find("import-counts")).containsText("Giữ nguyên: ");
        assertThat(map.find("import-rows")).containsText("km");
        browser.screenshot(map.page(), "planner-import-roads-phone");
    }

    private byte[] export(String file) {
        return service()
                .client("planner", "planner")
                .getBytes("/api/exports/" + file + "?from=2026-01-01&to=2026-06-30&crs=EPSG:9210")
                .body();
    }

    private byte[] provincial() {
        JsonNode features =
                ask("planner", "/api/features/residential-areas?day=2026-11-01").path("features");
        List<TestShapefile.Item> items = new ArrayList<>();
        for (JsonNode feature : features) {
            JsonNode about = feature.path("properties");
            if (about.toString().contains("\"" + COMMUNE + "\"")) {
                String name = about.path("fullName").asString(about.path("name").asString());
                Geometry shape = GeoJsonGeometry.read(feature.path("geometry").toString());
                Geometry local = CoordinateTransform.between(
                                CoordinateSystems.WGS84, CoordinateSystems.get("EPSG:9210"))
                        .transform(shape);
                // Drawn 150 m smaller: two incidents lay 58 m and 64 m from its border and count nowhere then.
                items.add(new TestShapefile.Item(
                        TestShapefile.tcvn3(name.equals("Xóm Vĩnh Quang") ? "Xóm Quang Mới" : name),
                        name.equals("Xóm Cốc Càng") ? local.buffer(-150) : local));
            }
        }
        return TestShapefile.zipped(items);
    }
}
