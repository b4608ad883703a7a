package vn.anttmap.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.Gdal;

/** GDAL reads the layers with the address and an account, as QGIS does. */
abstract class OgcClientContract extends DemoServiceContract {

    @TempDir
    private Path folder;

    private String gdal(String tool, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                tool, "--config", "GDAL_HTTP_USERPWD", "planner:planner", "--config", "GDAL_HTTP_AUTH", "BASIC"));
        command.addAll(List.of(arguments));
        return Gdal.run(command.toArray(new String[0]));
    }

    private String service() {
        return "OAPIF:" + baseUrl() + "/ogc";
    }

    @Test
    void findsTheLayersByTheLandingPage() {
        assertThat(gdal("ogrinfo", "-ro", service()))
                .contains("provinces", "communes", "residential-areas", "road-segments", "security-teams")
                .contains("incidents", "Multi Polygon", "Multi Line String", "Point");
    }

    @Test
    void readsTypesExtentsAndNumbers() {
        assertThat(gdal("ogrinfo", "-ro", "-so", service(), "incidents"))
                // GDAL takes types from the first page: of a property that is null on all of it, it knows none.
                .contains("Geometry: Point", "occurredAt: DateTime", "localDate: Date", "category: String")
                .contains("majorCase: Integer(Boolean)", "TEMPORAL_INTERVAL_MIN=2017-01-01");
    }

    @Test
    void pagesThroughALayerAndFiltersByPlace() {
        Path file = folder.resolve("layers.gpkg");
        gdal("ogr2ogr", "-f", "GPKG", file.toString(), service(), "residential-areas", "-oo", "PAGE_SIZE=7");

        int all = json(as("planner").get("/ogc/collections/residential-areas/items"))
                .get("numberMatched")
                .asInt();
        assertThat(Gdal.run("ogrinfo", "-so", file.toString(), "residential-areas"))
                .contains("Feature Count: " + all);
        String near = gdal(
                "ogrinfo", "-ro", "-q", service(), "communes", "-spat", "105.648", "19.9719", "105.6481", "19.972");
        assertThat(near.split("OGRFeature\\(")).hasSize(2);
    }
}
