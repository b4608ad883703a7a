package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.Gdal;

/** The surface over HTTP: description, picture, grid and contours agree, and GDAL reads the files. */
abstract class SurfaceFileContract extends DemoServiceContract {

    @TempDir
    private Path folder;

    private String query() {
        return "?from=2018-01-01&to=2019-08-15&within=" + unitId("commune-15394-2019");
    }

    @Test
    void theDescriptionTellsMethodSettingsSampleAndClasses() {
        JsonNode surface = json(as("officer").get("/api/density/surface" + query()));

        assertThat(surface.get("source").asString()).isEqualTo("points");
        assertThat(surface.get("kernel").asString()).isEqualTo("quartic");
        assertThat(surface.get("correction").asString()).isEqualTo("diggle");
        assertThat(surface.get("bandwidthRule").asString()).isEqualTo("scott");
        assertThat(surface.get("crs").asString()).isEqualTo("EPSG:5897");
        assertThat(surface.get("used").asInt()).isEqualTo(38);
        assertThat(surface.get("total").asInt()).isEqualTo(45);
        assertThat(surface.get("leftOut").get("tooInexact").asInt()).isEqualTo(7);
        assertThat(surface.get("mass").asDouble()).isCloseTo(38, within(38e-6));
        assertThat(surface.get("years").asDouble()).isCloseTo(1.6208, within(0.0001));
        assertThat(surface.get("classes").size())
                .isEqualTo(surface.get("breaks").size() + 1);
        assertThat(surface.get("classes").get(0).get("label").asString())
                .startsWith("trên ")
                .contains(" đến ");
        assertThat(surface.get("sentence").asString()).contains("38 vụ");
        String english = as("officer")
                .get("/api/density/surface" + query(), "Accept-Language", "en")
                .body();
        assertThat(english).contains("38 incidents", "\"over ", "on one area");
    }

    @Test
    void thePictureFillsTheBoxOfTheDescriptionWithItsColoursAndNothingElse() throws IOException {
        JsonNode surface = json(as("officer").get("/api/density/surface" + query() + "&bandwidthM=60"));
        HttpResponse<byte[]> answer = as("officer").getBytes("/api/density/surface.png" + query() + "&bandwidthM=60");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(picture.getWidth())
                .isEqualTo(surface.get("picture").get("width").asInt());
        assertThat(picture.getHeight())
                .isEqualTo(surface.get("picture").get("height").asInt());
        Set<String> colours = new HashSet<>();
        boolean transparent = false;
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                int pixel = picture.getRGB(x, y);
                if (pixel >>> 24 == 255) {
                    colours.add(String.format("#%06x", pixel & 0xffffff));
                }
                transparent |= pixel >>> 24 == 0;
            }
        }
        Set<String> classes = new HashSet<>();
        surface.get("classes").forEach(each -> classes.add(each.get("colour").asString()));
        assertThat(colours).isEqualTo(classes);
        assertThat(transparent).as("outside the ground, and where it is zero").isTrue();
    }

    @Test
    void gdalReadsTheGridInItsSystemWithItsNumbers() throws IOException {
        JsonNode surface = json(as("officer").get("/api/density/surface" + query()));
        Path file = save(as("officer").getBytes("/api/density/surface.tif" + query()), "surface.tif");

        JsonNode info = JsonMapper.shared().readTree(Gdal.run("gdalinfo", "-json", "-stats", file.toString()));

        assertThat(info.at("/stac/proj:epsg").asInt()).isEqualTo(5897);
        assertThat(info.at("/coordinateSystem/wkt").asString())
                .contains("VN-2000 / TM-3 zone 482", "ID[\"EPSG\",5897]");
        assertThat(info.at("/size/0").asInt()).isEqualTo(surface.get("columns").asInt());
        assertThat(info.at("/size/1").asInt()).isEqualTo(surface.get("rows").asInt());
        double cell = surface.get("cellSizeM").asDouble();
        assertThat(info.at("/geoTransform/0").asDouble())
                .isEqualTo(surface.at("/extentM/0").asDouble());
        assertThat(info.at("/geoTransform/1").asDouble()).isEqualTo(cell);
        assertThat(info.at("/geoTransform/3").asDouble())
                .isEqualTo(surface.at("/extentM/3").asDouble());
        assertThat(info.at("/geoTransform/5").asDouble()).isEqualTo(-cell);
        JsonNode band = info.at("/bands/0");
        assertThat(band.get("type").asString()).isEqualTo("Float32");
        assertThat(band.get("noDataValue").asDouble()).isEqualTo(-9999);
        assertThat(band.get("maximum").asDouble())
                .isCloseTo(surface.get("maximum").asDouble(), within(1e-3));
        assertThat(info.at("/metadata//AREA_OR_POINT").asString()).isEqualTo("Area");
        assertThat(info.at("/metadata//TIFFTAG_IMAGEDESCRIPTION").asString())
                .contains("38 incidents", "incidents per km2");
        assertThat(info.at("/metadata/IMAGE_STRUCTURE/COMPRESSION").asString()).isEqualTo("DEFLATE");
        // mean · cells = mass: what GDAL sums up is the number of incidents.
        double share = band.at("/metadata//STATISTICS_VALID_PERCENT").asDouble() / 100;
        double cells =
                share * surface.get("columns").asInt() * surface.get("rows").asInt();
        double mass = band.get("mean").asDouble()
                * cells
                * cell
                * cell
                / 1e6
                * surface.get("years").asDouble();
        assertThat(mass).isCloseTo(38, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({"shp.zip, 5897", "gpkg, 5897", "geojson, 4326", "kml, 4326", "csv, 0"})
    void contoursComeInEachFormatInTheZoneWhereItCanHoldIt(String format, int epsg) throws IOException {
        HttpResponse<byte[]> answer = as("planner").getBytes("/api/exports/density/surface." + format + query());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", "density-surface." + format);
        Path file = save(answer, "density-surface." + format);
        int classes = json(as("planner").get("/api/density/surface.geojson" + query()))
                .get("features")
                .size();
        assertThat(classes).isGreaterThan(2);
        String source = (format.equals("shp.zip") ? "/vsizip/" : "") + file;
        String info = Gdal.run("ogrinfo", "-so", "-al", source);
        assertThat(info).contains("Feature Count: " + classes);
        if (epsg != 0) {
            // A .prj has no code of its own, and a layer of a KML no kind.
            assertThat(info).contains(format.equals("kml") ? "Geometry: " : "Polygon");
            assertThat(info).contains(format.equals("shp.zip") ? "VN-2000" : "ID[\"EPSG\"," + epsg + "]");
        }
    }

    @Test
    void anotherSystemCanBeAskedForAndOneThatTheFormatCannotHoldIsRefused() throws IOException {
        Path file = save(
                as("planner").getBytes("/api/exports/density/surface.gpkg" + query() + "&crs=EPSG:3405"), "utm.gpkg");

        assertThat(Gdal.run("ogrinfo", "-so", "-al", file.toString())).contains("ID[\"EPSG\",3405]");
        assertStatus("kml", as("planner").get("/api/exports/density/surface.kml" + query() + "&crs=EPSG:5897"), 422);
        assertStatus("dwg", as("planner").get("/api/exports/density/surface.dwg" + query()), 404);
    }

    @Test
    void contoursForTheMapHaveTheLimitsAndColoursOfTheDescription() {
        String limits = query() + "&breaks=5,20,60";
        JsonNode surface = json(as("leader").get("/api/density/surface" + limits));
        JsonNode contours = json(as("leader").get("/api/density/surface.geojson" + limits));

        assertThat(surface.get("source").asString()).isEqualTo("residential-areas");
        assertThat(surface.get("used").asInt()).isEqualTo(45);
        assertThat(surface.get("breaks").toString()).isEqualTo("[5.0,20.0,60.0]");
        contours.get("features").forEach(feature -> {
            JsonNode properties = feature.get("properties");
            JsonNode described =
                    surface.get("classes").get(properties.get("number").asInt() - 1);
            assertThat(properties.get("from")).isEqualTo(described.get("from"));
            assertThat(properties.get("to")).isEqualTo(described.get("to"));
            assertThat(properties.get("colour")).isEqualTo(described.get("colour"));
            assertThat(feature.get("geometry").get("type").asString()).isEqualTo("MultiPolygon");
        });
    }

    @Test
    void filesAreInTheAuditTrailAndPicturesAreNot() {
        // Signing in leaves an entry of its own.
        as("planner").get("/api/session");
        long before = newestEntry();
        as("planner").getBytes("/api/density/surface.png" + query());
        assertThat(newestEntry()).isEqualTo(before);

        as("planner").getBytes("/api/density/surface.tif" + query());
        as("planner").getBytes("/api/exports/density/surface.gpkg" + query());

        JsonNode entries = json(as("admin").get("/api/audit?username=planner&action=data-exported"))
                .get("entries");
        assertThat(entries.toString()).contains("density-surface", "tif", "gpkg");
        assertThat(newestEntry()).isGreaterThanOrEqualTo(before + 2);
    }

    private long newestEntry() {
        return jdbc.sql("select coalesce(max(id), 0) from audit_entry")
                .query(Long.class)
                .single();
    }

    private Path save(HttpResponse<byte[]> answer, String name) throws IOException {
        assertThat(answer.statusCode())
                .as(new String(
                        Arrays.copyOf(answer.body(), Math.min(answer.body().length, 300)), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return Files.write(folder.resolve(name), answer.body());
    }
}
