package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.anttmap.testing.Gdal;
import vn.anttmap.testing.TestFolders;

/** A planner takes a layer along as a shapefile that other programs read. */
class PlannerBrowserTests extends MapTest {

    @ParameterizedTest
    @EnumSource(Screen.class)
    void downloadsTheResidentialAreasInTheSystemOfThePlace(Screen screen) {
        int expected = ask("planner", "/api/features/residential-areas?day=2019-08-15")
                .path("features")
                .size();
        MapPage map = signIn(screen, "planner");
        openExport(map, screen);
        assertThat(map.find("export-crs")).hasValue("EPSG:5897");
        assertThat(map.find("export-from")).hasValue("01/01/2018");
        browser.screenshot(map.page(), "planner-export-" + screen);

        String layer = readByGdal(download(map));

        assertThat(expected).isPositive();
        assertThat(layer).contains("Feature Count: " + expected).contains("Geometry: Polygon");
        // EPSG:5897: transverse Mercator on 105°00′ E, scale 0.9999, on the ellipsoid of VN-2000.
        assertThat(layer)
                .contains("VN-2000")
                .containsPattern("\"Longitude of natural origin\",105[,.]")
                .containsPattern("\"Scale factor at natural origin\",0\\.9999[,\\]]");
        assertThat(map.find("export-done")).containsText("Đã tải");
    }

    @Test
    void downloadsTheIncidentsOfAPeriodInWgs84() {
        int expected = ask("planner", "/api/incidents?from=2018-01-01&to=2018-12-31")
                .path("numberMatched")
                .asInt();
        MapPage map = signIn(Screen.DESKTOP, "planner");
        openExport(map, Screen.DESKTOP);
        map.find("export-collection").selectOption("incidents");
        map.find("export-crs").selectOption("EPSG:4326");
        map.find("export-to").fill("31/12/2018");

        String layer = readByGdal(download(map));

        assertThat(expected).isPositive();
        assertThat(layer).contains("Feature Count: " + expected).contains("Geometry: Point");
        assertThat(layer).contains("ID[\"EPSG\",4326]").contains("105.6");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void downloadsEveryLayerAsOneGeoPackage(Screen screen) {
        MapPage map = signIn(screen, "planner");
        openExport(map, screen);
        map.find("export-format").selectOption("kml");
        assertThat(map.find("export-crs")).hasValue("EPSG:4326");
        assertThat(map.find("export-crs")).isDisabled();
        map.find("export-format").selectOption("csv");
        assertThat(map.find("export-crs")).hasValue("EPSG:5897");
        map.find("export-collection").selectOption("all");
        assertThat(map.find("export-format")).hasValue("gpkg");
        assertThat(map.find("export-format")).isDisabled();
        map.find("export-more").click();
        assertThat(map.find("export-category")).isVisible();
        browser.screenshot(map.page(), "planner-export-all-" + screen);

        Path file = download(map);

        assertThat(file.getFileName().toString()).isEqualTo("all.gpkg");
        assertThat(Gdal.run("ogrinfo", file.toString()))
                .contains("incidents (Point)", "residential-areas (Multi Polygon)", "road-segments");
        assertThat(map.find("export-done")).containsText("all.gpkg");
        assertThat(map.find("export-progress")).isHidden();
    }

    static void openExport(MapPage map, Screen screen) {
        if (screen == Screen.PHONE) {
            map.find("account-button").click();
            map.find("export-open-menu").click();
        } else {
            map.find("export-open").click();
        }
        assertThat(map.find("export-download")).isEnabled();
    }

    private static Path download(MapPage map) {
        Download download =
                map.page().waitForDownload(() -> map.find("export-download").click());
        Path file = TestFolders.create("download-").resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    private static String readByGdal(Path zip) {
        assertThat(zip.getFileName().toString()).endsWith(".zip");
        return Gdal.run("ogrinfo", "-al", "/vsizip/" + zip);
    }
}
