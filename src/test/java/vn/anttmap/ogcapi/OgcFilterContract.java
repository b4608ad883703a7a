package vn.anttmap.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;

/** Part 3 of OGC API Features (19-079r2): queryables and filters in CQL2, over what is in memory and what is in tables. */
abstract class OgcFilterContract extends DemoServiceContract {

    private static final String INCIDENTS =
            "/ogc/collections/incidents/items?limit=1000&datetime=2018-01-01/2019-08-15";
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    @Test
    void queryablesAreASchemaOfWhatAFilterMayName() {
        HttpResponse<String> answer = as("officer").get("/ogc/collections/incidents/queryables");
        JsonNode schema = json(answer);

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/schema+json");
        assertThat(schema.get("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.get("$id").asString()).isEqualTo(baseUrl() + "/ogc/collections/incidents/queryables");
        assertThat(schema.at("/properties/localDate/format").asString()).isEqualTo("date");
        assertThat(schema.at("/properties/geometry/format").asString()).isEqualTo("geometry-any");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fullName = 'Thị trấn Quán Lào'                          | Thị trấn Quán Lào
            accenti(casei(fullName)) LIKE accenti(casei('%quan lao')) | Thị trấn Quán Lào
            s_contains(geometry, POINT(105.64806 19.97194))         | Thị trấn Quán Lào
            name = 'Quán Lào' AND NOT population IS NULL            | Thị trấn Quán Lào
            """)
    void findsCommunesOf2019(String filter, String found) {
        JsonNode page = json(
                as("planner").get("/ogc/collections/communes/items?datetime=2019-08-15&filter=" + encoded(filter)));

        assertThat(names(page)).as(page.toString()).containsExactly(found);
        assertThat(page.get("numberMatched").asInt()).isEqualTo(1);
    }

    /** The whole of the register is counted by both: what meets a condition and what meets its opposite. */
    @Test
    void whatMeetsAConditionAndWhatDoesNotIsAll() {
        long all = matched(INCIDENTS);
        long fights = matched(INCIDENTS + "&filter=" + encoded("category = 'TTXH'"));
        long others = matched(INCIDENTS + "&filter=" + encoded("NOT category = 'TTXH'"));

        assertThat(fights).isPositive().isEqualTo(matched(INCIDENTS + "&category=TTXH"));
        assertThat(fights + others).isEqualTo(all);
    }

    @Test
    void pagesOfAFilterHoldEachMatchOnce() {
        String first = "/ogc/collections/incidents/items?limit=7&datetime=2018-01-01/2019-08-15&filter="
                + encoded("localDate >= DATE('2019-01-01') AND category IN ('TTXH', 'TNGT')");
        List<String> ids = new ArrayList<>();
        long matched = -1;
        for (String next = first; next != null; ) {
            JsonNode page = json(as("officer").get(next));
            matched = page.get("numberMatched").asLong();
            page.get("features").forEach(feature -> ids.add(feature.get("id").asString()));
            next = null;
            for (JsonNode link : page.get("links")) {
                if (link.get("rel").asString().equals("next")) {
                    next = link.get("href").asString().substring(baseUrl().length());
                }
            }
        }

        assertThat(ids).hasSize((int) matched).doesNotHaveDuplicates().hasSizeGreaterThan(7);
    }

    /** 300 m round the middle of Quán Lào, in VN-2000 Thanh Hóa (east, north) as PROJ gives it, and in degrees. */
    @Test
    void coordinatesOfAFilterMayBeInVn2000() {
        String meters = "s_intersects(geometry, BBOX(567327.8, 2208978.6, 567927.8, 2209578.6))";
        long inMeters = matched(INCIDENTS + "&filter-crs=" + encoded(EPSG + "5897") + "&filter=" + encoded(meters));

        assertThat(inMeters)
                .isPositive()
                .isEqualTo(matched(INCIDENTS + "&bbox-crs=" + encoded(EPSG + "5897")
                        + "&bbox=567327.8,2208978.6,567927.8,2209578.6"));
    }

    @Test
    void jsonSaysTheSameAsText() {
        String json = "{\"op\":\"=\",\"args\":[{\"property\":\"category\"},\"TTXH\"]}";

        assertThat(matched(INCIDENTS + "&filter-lang=cql2-json&filter=" + encoded(json)))
                .isEqualTo(matched(INCIDENTS + "&category=TTXH"));
    }

    /** A condition on the place would tell where it is, one half of the town after the other. */
    @Test
    void aLeaderCannotAskForAPlace() {
        String filter = encoded("s_intersects(geometry, BBOX(105.6, 19.9, 105.7, 20))");

        HttpResponse<String> answer = as("leader").get(INCIDENTS + "&filter=" + filter);

        assertStatus("filter on a place", answer, 400);
        assertThat(json(answer).get("type").asString()).endsWith("filter-property-unknown");
        assertThat(json(as("leader").get("/ogc/collections/incidents/queryables"))
                        .at("/properties/geometry")
                        .isMissingNode())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filter=note%20LIKE%20'%25'                                | filter-property-unknown
            filter=created_by%20%3D%20'officer'                       | filter-property-unknown
            filter=category%20%3D                                     | filter-unreadable
            filter=dead%20%3D%20'x'                                   | filter-types-differ
            filter-lang=cql-text&filter=dead%20%3D%201                | choice-unknown
            filter-crs=EPSG%3A4326&filter=dead%20%3D%201              | ogc-crs-unknown
            filter=category%20%3D%20'TTXH')%20or%20(1%3D1             | filter-unreadable
            """)
    void refusesWhatCannotBeAnsweredAndSaysWhy(String parameters, String key) {
        HttpResponse<String> answer = as("officer").get(INCIDENTS + "&" + parameters);

        assertStatus(parameters, answer, 400);
        assertThat(json(answer).get("type").asString()).endsWith(key);
    }

    private long matched(String path) {
        HttpResponse<String> answer = as("officer").get(path);
        assertStatus(path, answer, 200);
        return json(answer).get("numberMatched").asLong();
    }

    private static List<String> names(JsonNode page) {
        List<String> names = new ArrayList<>();
        page.get("features")
                .forEach(feature -> names.add(feature.at("/properties/fullName").asString()));
        return names;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
