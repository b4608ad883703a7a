package vn.anttmap.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.Gdal;

/** The abstract tests of OGC 18-058 (annex A), each under its name. */
abstract class OgcCrsContract extends OgcContract {

    @Test
    void crs_everyCollectionListsTheSystems() {
        planner("/ogc/collections").get("collections").forEach(collection -> {
            List<String> systems =
                    collection.get("crs").valueStream().map(JsonNode::asString).toList();
            assertThat(systems).hasSize(26).first().isEqualTo(CRS84);
            assertThat(systems)
                    .contains(EPSG + 4326, EPSG + 4756, EPSG + 3857, EPSG + 32648, EPSG + 32649, EPSG + 3405)
                    .contains(EPSG + 5897, EPSG + 9210, EPSG + 9218)
                    .contains(collection.get("storageCrs").asString());
        });
    }

    /** gdaltransform puts longitude and easting first whatever the register says, so only projected systems are asked of it. */
    @ParameterizedTest
    @ValueSource(ints = {3857, 32648, 32649})
    void crs_coordinatesAreThoseOfGdal(int code) {
        String id = QUAN_LAO_INCIDENT.substring("/api/incidents/".length());
        JsonNode degrees = planner("/ogc/collections/incidents/items/" + id).at("/geometry/coordinates");
        JsonNode meters = planner("/ogc/collections/incidents/items/" + id + "?crs=" + EPSG + code)
                .at("/geometry/coordinates");

        String[] expected = Gdal.runWithInput(
                        degrees.get(0) + " " + degrees.get(1) + "\n",
                        "gdaltransform",
                        "-output_xy",
                        "-s_srs",
                        "EPSG:4326",
                        "-t_srs",
                        "EPSG:" + code)
                .strip()
                .split("\\s+");
        assertThat(meters.get(0).asDouble()).isCloseTo(Double.parseDouble(expected[0]), within(0.001));
        assertThat(meters.get(1).asDouble()).isCloseTo(Double.parseDouble(expected[1]), within(0.001));
    }

    /** EPSG 4326 and 4756 have latitude first, all projected systems here easting first, as GDAL's copy of the register says. */
    @Test
    void crs_axesStandInTheOrderOfTheRegister() {
        for (OgcCrs crs : OgcCrs.list().subList(1, OgcCrs.list().size())) {
            String code = crs.uri().substring(crs.uri().lastIndexOf('/') + 1);
            String described = Gdal.run("gdalsrsinfo", "-o", "wkt2", "EPSG:" + code);
            String firstAxis = described.substring(described.lastIndexOf("CS["));

            assertThat(firstAxis.indexOf(",north") < firstAxis.indexOf(",east"))
                    .as(code)
                    .isEqualTo(crs.northFirst());
        }
    }

    /** Every VN-2000 system: easting, then northing, near the false easting; the geographic one latitude first. */
    @Test
    void crs_everySystemCanBeAskedForAndItsBoxFindsTheSameFeatures() {
        String id = QUAN_LAO_INCIDENT.substring("/api/incidents/".length());
        planner("/ogc/collections/incidents").get("crs").forEach(system -> {
            String uri = system.asString();
            HttpResponse<String> answer = as("planner").get("/ogc/collections/incidents/items/" + id + "?crs=" + uri);
            JsonNode place = json(answer).at("/geometry/coordinates");
            double first = place.get(0).asDouble();
            double second = place.get(1).asDouble();

            assertThat(answer.headers().firstValue("Content-Crs")).hasValue("<" + uri + ">");
            if (uri.equals(CRS84)) {
                assertThat(first).isBetween(105.0, 106.0);
            } else if (uri.endsWith("/4326") || uri.endsWith("/4756")) {
                assertThat(first).as(uri).isBetween(19.0, 21.0);
                assertThat(second).as(uri).isBetween(105.0, 106.0);
            } else if (!uri.endsWith("/3857")) {
                assertThat(first).as(uri).isBetween(-500_000.0, 1_500_000.0);
                assertThat(second).as(uri).isBetween(2_190_000.0, 2_230_000.0);
            }
            double reach = Math.abs(first) > 1000 ? 0.01 : 1e-7;
            JsonNode page = planner("/ogc/collections/incidents/items?limit=100&bbox-crs=" + uri + "&bbox="
                    + plain(first - reach) + "," + plain(second - reach) + "," + plain(first + reach) + ","
                    + plain(second + reach));
            assertThat(ids(page)).as(uri).contains(id);
            assertThat(page.get("numberMatched").asInt()).isLessThan(5);
        });
    }

    private static String plain(double number) {
        return new java.math.BigDecimal(number)
                .setScale(9, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Domain note 5.4: thị trấn Quán Lào is 567627.778, 2209278.617 in EPSG:5897. */
    @Test
    void crs_boxInVn2000() {
        JsonNode page = planner(COMMUNES_2019 + "&bbox-crs=" + EPSG + "5897&bbox=567627,2209278,567628,2209279");

        assertThat(page.get("numberMatched").asInt()).isEqualTo(1);
        assertThat(page.at("/features/0/properties/fullName").asString()).isEqualTo("Thị trấn Quán Lào");
    }

    @Test
    void crs_itemsTellTheirSystem() {
        assertThat(as("planner").get(COMMUNES_2019).headers().firstValue("Content-Crs"))
                .hasValue("<" + CRS84 + ">");
        assertThat(as("planner")
                        .get(COMMUNES_2019 + "&crs=" + EPSG + 9210)
                        .headers()
                        .firstValue("Content-Crs"))
                .hasValue("<" + EPSG + "9210>");
    }
}
