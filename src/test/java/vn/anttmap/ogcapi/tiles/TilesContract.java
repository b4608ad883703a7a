package vn.anttmap.ogcapi.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Role;
import vn.anttmap.geo.WebMercator;
import vn.anttmap.testing.DemoServiceContract;

/** Tiles over HTTP, with the demonstration data. */
abstract class TilesContract extends DemoServiceContract {

    private static final List<String> ROLES = List.of("leader", "officer", "planner", "admin");
    private static final double LONGITUDE = 105.64806;
    private static final double LATITUDE = 19.97194;
    private static final String IN_2018 = "?from=2018-01-01&to=2019-08-15";

    @Autowired
    private Accounts accounts;

    @Autowired
    private KeptTiles kept;

    @ParameterizedTest
    @CsvSource(textBlock = """
            # layer,                                               leader, officer, planner, admin
            provinces/tiles?day=2019-08-15,                          200, 200, 200, 200
            districts/tiles?day=2019-08-15,                          200, 200, 200, 403
            communes/tiles?day=2019-08-15,                           200, 200, 200, 403
            residential-areas/tiles?day=2019-08-15,                  200, 200, 200, 403
            villages/tiles?day=2019-08-15,                           200, 200, 200, 403
            residential-blocks/tiles?day=2019-08-15,                 200, 200, 200, 403
            road-segments/tiles?day=2019-08-15,                      200, 200, 200, 403
            security-teams/tiles?day=2019-08-15,                     200, 200, 200, 403
            incidents/tiles?from=2018-01-01&to=2019-08-15,           403, 200, 200, 403
            communes/density/tiles?from=2018-01-01&to=2019-08-15,    200, 200, 200, 403
            residential-areas/density/tiles?from=2018-01-01&to=2019-08-15, 200, 200, 200, 403
            road-segments/density/tiles?from=2018-01-01&to=2019-08-15, 200, 200, 200, 403
            residential-areas/status/tiles?year=2019,                200, 200, 200, 403
            communes/status/tiles?year=2019,                         200, 200, 200, 403
            """)
    void eachRoleGetsTheLayersItMaySee(String layer, int leader, int officer, int planner, int admin) {
        int[] expected = {leader, officer, planner, admin};
        for (int zoom : new int[] {6, 9, 14}) {
            String path = path(layer.replace("?", " ").split(" ")[0].replace("/tiles", ""), zoom) + "?"
                    + layer.split("\\?")[1];
            for (int i = 0; i < ROLES.size(); i++) {
                assertStatus(ROLES.get(i) + " " + path, as(ROLES.get(i)).get(path), expected[i]);
            }
        }
        assertStatus("anonymous", anonymous().get(path("communes", 9)), 401);
    }

    @Test
    void theTownIsInItsTileWithItsDensity() {
        DecodedTile tile = tile("leader", path("communes/density", 14) + IN_2018);

        // Contract of figures: 45 incidents on 1.47 km² in 592 days.
        assertThat(tile.features().stream().map(DecodedTile.Feature::attributes))
                .anySatisfy(attributes -> assertThat(attributes)
                        .containsEntry("fullName", "Thị trấn Quán Lào")
                        .containsEntry("count", 45L)
                        .containsEntry("covered", true)
                        .hasEntrySatisfying(
                                "incidentsPerSqKmYear",
                                rate -> assertThat((double) rate).isBetween(18.88, 18.90)));
    }

    @Test
    void anOfficerOfOnePlaceGetsNothingOfTheOther() {
        for (String layer : List.of("communes", "residential-areas", "road-segments", "security-teams")) {
            for (int zoom : new int[] {11, 14}) {
                assertThat(tile("officer-tra-linh", path(layer, zoom) + "?day=2019-08-15")
                                .features())
                        .as(layer + " at " + zoom)
                        .isEmpty();
            }
        }
        assertThat(tile("officer-tra-linh", path("incidents", 14)).features()).isEmpty();
        assertThat(tile("officer", path("incidents", 14)).features()).isNotEmpty();
    }

    @Test
    void numbersOfIncidentsAreTheSameAtEveryZoom() {
        JsonNode summary = json(as("officer").get("/api/incidents/summary" + IN_2018));
        long all = summary.get("count").asLong();
        for (int zoom : new int[] {0, 3, 6, 9}) {
            long sum = 0;
            // The town lies at the north edge of its tile at zoom 9.
            for (int row = Math.max(0, row(zoom) - 1); row <= row(zoom); row++) {
                sum += tile(
                                "officer",
                                "/ogc/collections/incidents/tiles/WebMercatorQuad/" + zoom + "/" + row + "/"
                                        + column(zoom) + IN_2018)
                        .features()
                        .stream()
                        .mapToLong(feature -> (long) feature.attributes().get("count"))
                        .sum();
            }
            assertThat(sum).as("zoom " + zoom).isEqualTo(all);
        }
    }

    @Test
    void lowZoomsShowProvincesWithTheTotalsOfWhatLiesInThem() {
        String question = "from=2018-01-01&to=2019-08-15";
        int areas = 0;
        int recorded = 0;
        for (JsonNode area : json(as("leader").get("/api/density/residential-areas?" + question))
                .get("areas")) {
            areas++;
            recorded += area.get("recorded").asInt();
        }
        for (int zoom : new int[] {0, 3}) {
            List<DecodedTile.Feature> features = tile(
                            "leader", path("residential-areas/density", zoom) + "?" + question)
                    .features();

            assertThat(features.stream()
                            .mapToLong(one -> (long) one.attributes().get("members"))
                            .sum())
                    .isEqualTo(areas);
            assertThat(features.stream()
                            .mapToLong(one -> (long) one.attributes().get("recorded"))
                            .sum())
                    .isEqualTo(recorded);
        }
    }

    @Test
    void aTileComesPackedWithAStrongTagAndIsNotSentTwice() throws IOException {
        String path = path("residential-areas", 12) + "?day=2019-08-15";
        HttpResponse<byte[]> plain = as("leader").getBytes(path);
        HttpResponse<byte[]> packed = as("leader").getBytes(path, "Accept-Encoding", "gzip");
        String tag = packed.headers().firstValue("ETag").orElseThrow();

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("Content-Type")).contains("application/vnd.mapbox-vector-tile");
        assertThat(packed.headers().firstValue("Cache-Control").orElse("")).contains("private", "no-cache");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(tag)
                .startsWith("\"")
                .isNotEqualTo(plain.headers().firstValue("ETag").orElseThrow());
        HttpResponse<byte[]> again = as("leader").getBytes(path, "Accept-Encoding", "gzip", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(as("leader").getBytes(path, "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void onlyAccountsThatSeeTheSameShareATile() {
        String town = "commune-15394-2019";
        String one = account(Role.OFFICER, town);
        String other = account(Role.LEADER, town);
        String elsewhere = account(Role.LEADER, "district-046");
        String path = path("residential-areas", 13) + "?day=2019-08-14";
        byte[] tile = as(one).getBytes(path).body();
        long drawn = kept.drawn();

        assertThat(as(other).getBytes(path).body()).isEqualTo(tile);
        assertThat(kept.drawn()).isEqualTo(drawn);
        assertThat(as(elsewhere).getBytes(path).body()).isEmpty();
        assertThat(kept.drawn()).isEqualTo(drawn + 1);
    }

    /** A language to be kept is one of the things that are left to the general way of reading requests. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "residential-areas/tiles?day=2019-08-15",
                "security-teams/tiles?f=mvt",
                "incidents/tiles?from=2018-01-01&to=2019-08-15",
                "communes/density/tiles?from=2018-01-01&to=2019-08-15&boundaryDay=2019-08-15",
                "communes/status/tiles?year=2019"
            })
    void theShortWayAndTheGeneralOneGiveTheSameTile(String layer) {
        String path = path(layer.substring(0, layer.indexOf("/tiles")), 14) + layer.substring(layer.indexOf('?'));
        for (String encoding : List.of("gzip", "identity")) {
            HttpResponse<byte[]> shortWay = as("officer").getBytes(path, "Accept-Encoding", encoding);
            HttpResponse<byte[]> general = as("officer").getBytes(path + "&lang=vi", "Accept-Encoding", encoding);

            assertThat(shortWay.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(general.headers().firstValue("Set-Cookie")).isPresent();
            assertThat(shortWay.body()).isEqualTo(general.body());
            for (String header :
                    List.of("ETag", "Content-Type", "Content-Encoding", "Content-Length", "Cache-Control", "Vary")) {
                assertThat(shortWay.headers().allValues(header))
                        .as(header)
                        .isEqualTo(general.headers().allValues(header));
            }
        }
    }

    @Test
    void placesThatAreShownOneByOneAreInTheTrail() {
        as("officer").getBytes(path("incidents", 9) + IN_2018);
        long before = entries();
        as("officer").getBytes(path("incidents", 9) + IN_2018);
        assertThat(entries()).as("numbers tell no place").isEqualTo(before);

        as("officer").getBytes(path("incidents", 14) + IN_2018);
        long once = entries();
        // Another test may have asked for the same tile in the five minutes before.
        assertThat(once).isBetween(before, before + 1);
        assertThat(jdbc.sql("select count(*) from audit_entry where username = 'officer' and detail like '%how=tile%'")
                        .query(Long.class)
                        .single())
                .isPositive();

        as("officer").getBytes(path("incidents", 14) + IN_2018);
        assertThat(entries()).as("the same again within five minutes").isEqualTo(once);
    }

    private long entries() {
        return jdbc.sql("select count(*) from audit_entry where action = 'incidents-shown'")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({
        "/ogc/collections/communes/tiles/WebMercatorQuad/19/0/0, 404",
        "/ogc/collections/communes/tiles/WebMercatorQuad/3/8/0, 404",
        "/ogc/collections/communes/tiles/WebMercatorQuad/3/-1/0, 404",
        "/ogc/collections/communes/tiles/WebMercatorQuad/a/0/0, 404",
        "/ogc/collections/streets/tiles/WebMercatorQuad/3/0/0, 404",
        "/ogc/collections/provinces/density/tiles/WebMercatorQuad/3/0/0?from=2018-01-01&to=2018-12-31, 404",
        "/ogc/collections/communes/tiles/WebMercatorQuad/3/0/0?from=2018-01-01, 400",
        "/ogc/collections/communes/tiles/WebMercatorQuad/3/0/0?f=png, 400",
        "/ogc/collections/communes/density/tiles/WebMercatorQuad/3/0/0, 400",
        "/ogc/collections/communes/density/tiles/WebMercatorQuad/3/0/0?from=2019-01-01&to=2018-01-01, 400",
        "/ogc/collections/communes/status/tiles/WebMercatorQuad/3/0/0?year=1900, 400",
        "/ogc/collections/incidents/tiles/WebMercatorQuad/3/0/0?category=NONE, 400",
        "/ogc/tileMatrixSets/Other, 404",
    })
    void whatIsNotThereIsToldInWords(String path, int status) {
        assertStatus(path, as("officer").get(path), status);
    }

    @Test
    void everyLayerIsDescribed() {
        for (String layer : List.of("communes", "incidents", "road-segments/density", "residential-areas/status")) {
            String base = "/ogc/collections/" + layer;
            String query = layer.contains("/") ? (layer.endsWith("status") ? "year=2019" : IN_2018.substring(1)) : "";
            JsonNode set = json(as("leader").get(base + "/tiles/WebMercatorQuad?" + query));
            JsonNode tileJson = json(as("leader").get(base + "/tiles/WebMercatorQuad?f=tilejson&" + query));
            JsonNode style = json(as("leader").get(base + "/styles/default?" + query));
            String template = tileJson.at("/tiles/0").asString();

            assertThat(set.get("dataType").asString()).isEqualTo("vector");
            assertThat(values(set, "tileMatrixSetURI")).anyMatch(uri -> uri.endsWith("WebMercatorQuad"));
            assertThat(json(as("leader").get(base + "/tiles?" + query)).get("tilesets"))
                    .hasSize(1);
            assertThat(template).endsWith("?f=mvt" + (query.isEmpty() ? "" : "&" + query));
            assertThat(as("officer")
                            .get(template.replace(baseUrl(), "")
                                    .replace("{z}", "9")
                                    .replace("{y}", String.valueOf(row(9)))
                                    .replace("{x}", String.valueOf(column(9))))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(style.get("version").asInt()).isEqualTo(8);
            assertThat(style.at("/sources/antt/url").asString()).contains("f=tilejson");
            assertThat(values(style, "source-layer")).containsExactly(layer.split("/")[0]);
        }
        JsonNode matrices =
                json(as("leader").get("/ogc/tileMatrixSets/WebMercatorQuad")).get("tileMatrices");
        assertThat(matrices).hasSize(19);
        // From the definition of WebMercatorQuad in OGC 17-083r4, annex D.1.
        assertThat(matrices.get(0).get("scaleDenominator").asDouble())
                .isCloseTo(559082264.028717, org.assertj.core.api.Assertions.within(1e-4));
        assertThat(matrices.get(5).get("cellSize").asDouble())
                .isCloseTo(4891.96981025128, org.assertj.core.api.Assertions.within(1e-8));
    }

    /** An account of a place, with its name as password. */
    private String account(Role role, String unitKey) {
        String name = "tiles-" + UUID.randomUUID();
        accounts.create(
                new NewAccount(name, name, name, role, Set.of(), List.of(unitId(unitKey)), false, false, false));
        return name;
    }

    private DecodedTile tile(String account, String path) {
        HttpResponse<byte[]> answer = as(account).getBytes(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return DecodedTile.of(answer.body());
    }

    private static String path(String layer, int zoom) {
        return "/ogc/collections/" + layer + "/tiles/WebMercatorQuad/" + zoom + "/" + row(zoom) + "/" + column(zoom);
    }

    private static int row(int zoom) {
        return (int) (WebMercator.y(LATITUDE) * (1 << zoom));
    }

    private static int column(int zoom) {
        return (int) (WebMercator.x(LONGITUDE) * (1 << zoom));
    }
}
