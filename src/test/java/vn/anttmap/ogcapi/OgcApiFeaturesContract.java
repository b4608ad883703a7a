package vn.anttmap.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.Gdal;

/**
 * The abstract tests of OGC 17-069r4 (annex A.2) and 18-058 (annex A), each under its name, and what the service adds:
 * rights, the audit trail, pages that do not shift.
 */
abstract class OgcApiFeaturesContract extends DemoServiceContract {

    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
    private static final String CONFORMANCE = "http://www.opengis.net/spec/ogcapi-features-";

    /** Communes of 2019: 10 of Trà Lĩnh and 29 of Yên Định. */
    private static final String COMMUNES_2019 = "/ogc/collections/communes/items?datetime=2019-08-15";

    private static final List<String> COLLECTIONS = List.of(
            "provinces",
            "districts",
            "communes",
            "residential-areas",
            "villages",
            "residential-blocks",
            "road-segments",
            "security-teams",
            "incidents");

    private JsonNode planner(String path) {
        HttpResponse<String> answer = as("planner").get(path);
        assertStatus(path, answer, 200);
        return json(answer);
    }

    private static @Nullable String link(JsonNode document, String rel, String type) {
        for (JsonNode link : document.get("links")) {
            if (link.get("rel").asString().equals(rel)
                    && link.get("type").asString().startsWith(type)) {
                return link.get("href").asString();
            }
        }
        return null;
    }

    private String path(@Nullable String href) {
        assertThat(href).isNotNull().startsWith(baseUrl());
        return href.substring(baseUrl().length());
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("features").forEach(feature -> ids.add(feature.get("id").asString()));
        return ids;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    // 17-069r4, A.2.2 to A.2.4

    @ParameterizedTest
    @ValueSource(strings = {"/ogc", "/ogc/"})
    void landingPage_rootSuccess(String root) {
        JsonNode page = planner(root);

        assertThat(path(link(page, "service-desc", "application/vnd.oai.openapi+json;version=3.0")))
                .startsWith("/ogc/api");
        assertThat(path(link(page, "service-doc", "text/html"))).startsWith("/ogc/api");
        assertThat(path(link(page, "conformance", "application/json"))).isEqualTo("/ogc/conformance");
        assertThat(path(link(page, "data", "application/json"))).isEqualTo("/ogc/collections");
        assertThat(link(page, "self", "application/json")).isNotNull();
        assertThat(link(page, "alternate", "text/html")).isNotNull();
    }

    @Test
    void apiDefinition_isOpenApiAndRefersToNothingElse() {
        String address = path(link(planner("/ogc"), "service-desc", "application/vnd.oai.openapi+json"));
        HttpResponse<String> answer = as("planner").get(address);
        JsonNode api = json(answer);

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/vnd.oai.openapi+json;version=3.0");
        assertThat(api.get("openapi").asString()).startsWith("3.0");
        assertThat(api.at("/servers/0/url").asString()).isEqualTo(baseUrl() + "/ogc");
        Set<String> references = values(api, "$ref");
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(api.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
        for (String collection : COLLECTIONS) {
            assertThat(api.get("paths").propertyNames())
                    .contains(
                            "/collections/" + collection,
                            "/collections/" + collection + "/items",
                            "/collections/" + collection + "/items/{featureId}");
        }
        // A planner sends features of five layers as drafts.
        assertThat(values(api.get("paths"), "operationId")).hasSize(4 + 4 * COLLECTIONS.size() + 5);
    }

    @Test
    void apiDefinition_parametersAreThoseOfTheStandard() {
        JsonNode parameters = planner("/ogc/api?f=json").at("/components/parameters");

        parameters.forEach(parameter -> {
            assertThat(parameter.get("in").asString()).isEqualTo("query");
            assertThat(parameter.get("required").asBoolean()).isFalse();
            assertThat(parameter.get("style").asString()).isEqualTo("form");
            assertThat(parameter.get("explode").asBoolean()).isFalse();
        });
        JsonNode limit = parameters.at("/limit/schema");
        assertThat(List.of(
                        limit.get("minimum").asInt(),
                        limit.get("maximum").asInt(),
                        limit.get("default").asInt()))
                .containsExactly(1, 10_000, 100);
        assertThat(parameters.at("/bbox/schema/minItems").asInt()).isEqualTo(4);
        assertThat(parameters.at("/bbox/schema/maxItems").asInt()).isEqualTo(6);
        assertThat(parameters.at("/datetime/schema/type").asString()).isEqualTo("string");
        assertThat(parameters.at("/crs/schema/enum")).hasSize(26);
    }

    @Test
    void conformance_declaresTheClasses() {
        assertThat(planner("/ogc/conformance").get("conformsTo").valueStream().map(JsonNode::asString))
                .contains(
                        CONFORMANCE + "1/1.0/conf/core",
                        CONFORMANCE + "1/1.0/conf/geojson",
                        CONFORMANCE + "1/1.0/conf/html",
                        CONFORMANCE + "1/1.0/conf/oas30",
                        CONFORMANCE + "2/1.0/conf/crs");
    }

    // A.2.5, A.2.6

    @Test
    void collections_areListedWithTheirLinksAndExtents() {
        JsonNode document = planner("/ogc/collections");

        assertThat(link(document, "self", "application/json")).isNotNull();
        assertThat(link(document, "alternate", "text/html")).isNotNull();
        assertThat(document.get("crs").get(0).asString()).isEqualTo(CRS84);
        assertThat(document.get("collections")
                        .valueStream()
                        .map(each -> each.get("id").asString()))
                .containsExactlyElementsOf(COLLECTIONS);
        document.get("collections").forEach(collection -> {
            String id = collection.get("id").asString();
            assertThat(path(link(collection, "items", "application/geo+json")))
                    .isEqualTo("/ogc/collections/" + id + "/items");
            assertThat(link(collection, "items", "text/html")).isNotNull();
            JsonNode same = planner("/ogc/collections/" + id);
            for (String member : List.of("id", "title", "description", "extent", "crs", "storageCrs")) {
                assertThat(same.get(member)).as(id + " " + member).isEqualTo(collection.get(member));
            }
            JsonNode box = collection.at("/extent/spatial/bbox/0");
            JsonNode items = planner("/ogc/collections/" + id + "/items?limit=10000&datetime=../..");
            JsonNode inside = planner("/ogc/collections/" + id + "/items?limit=10000&datetime=../..&bbox=" + box.get(0)
                    + "," + box.get(1) + "," + box.get(2) + "," + box.get(3));
            assertThat(inside.get("numberMatched")).as(id).isEqualTo(items.get("numberMatched"));
        });
        // The register of the demonstration begins on 1 January 2017 in Vietnam.
        assertThat(planner("/ogc/collections/incidents")
                        .at("/extent/temporal/interval/0/0")
                        .asString())
                .isEqualTo("2017-01-01T17:35:00Z");
    }

    // A.2.7

    @Test
    void features_responseHasTheFormOfTheStandard() {
        Instant before = Instant.now().minusSeconds(60);
        HttpResponse<String> answer = as("planner").get(COMMUNES_2019);
        JsonNode page = json(answer);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        assertThat(page.get("type").asString()).isEqualTo("FeatureCollection");
        assertThat(page.get("numberMatched").asInt()).isEqualTo(39);
        assertThat(page.get("numberReturned").asInt())
                .isEqualTo(page.get("features").size())
                .isEqualTo(39);
        assertThat(Instant.parse(page.get("timeStamp").asString())).isAfter(before);
        assertThat(link(page, "self", "application/geo+json")).isEqualTo(baseUrl() + COMMUNES_2019);
        assertThat(link(page, "alternate", "text/html")).isNotNull();
        assertThat(link(page, "next", "")).isNull();
        page.get("links").forEach(link -> assertThat(link.propertyNames()).contains("href", "rel", "type"));
    }

    @Test
    void features_limitIsKeptAndThePagesHoldEachFeatureOnce() {
        for (String collection : List.of("communes", "incidents")) {
            String address = "/ogc/collections/" + collection + "/items?datetime=../..&limit=7";
            List<String> all = new ArrayList<>();
            JsonNode page = planner(address);
            int matched = page.get("numberMatched").asInt();
            while (true) {
                assertThat(page.get("features").size()).isBetween(1, 7);
                assertThat(page.get("numberMatched").asInt()).isEqualTo(matched);
                all.addAll(ids(page));
                String next = link(page, "next", "application/geo+json");
                if (next == null) {
                    break;
                }
                page = planner(path(next));
            }
            assertThat(all).doesNotHaveDuplicates().hasSize(matched);
        }
    }

    @Test
    void features_aLimitAboveTheLargestIsTheLargest() {
        assertThat(planner(COMMUNES_2019 + "&limit=99999999999")
                        .get("numberReturned")
                        .asInt())
                .isEqualTo(39);
    }

    @Test
    void features_pagesDoNotShiftWhenOthersMark() {
        String address = "/ogc/collections/incidents/items?limit=2";
        JsonNode first = planner(address);
        as("officer").put(newIncident(), mark(IN_QUAN_LAO));
        JsonNode second = planner(path(link(first, "next", "application/geo+json")));

        assertThat(ids(second)).doesNotContainAnyElementsOf(ids(first)).hasSize(2);
        assertThat(second.get("numberMatched")).isEqualTo(first.get("numberMatched"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # bbox: within thị trấn Quán Lào, both places, then the meridian, equator, antimeridian and poles | communes
            105.648,19.9719,105.6481,19.972               | 1
            105.648,19.9719,-100,105.6481,19.972,8000     | 1
            105.64806,19.97194,105.64806,19.97194         | 1
            105.4,19.9,106.5,22.9                         | 39
            -1.5,50,1.5,53                                | 0
            -80,-5,-70,5                                  | 0
            177,65,-177,70                                | 0
            170,10,107,30                                 | 39
            -180,85,180,90                                | 0
            -180,-90,180,-85                              | 0
            """)
    void features_bbox(String bbox, int expected) {
        assertThat(planner(COMMUNES_2019 + "&bbox=" + bbox).get("numberMatched").asInt())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # datetime                                     | communes: 39 in 2019
            2019-08-15                                     | 39
            2019-08-15T00:00:00Z                           | 39
            2019-08-15T07:00:00%2B07:00                    | 39
            2018-02-12T00:00:00Z/2019-08-15T00:00:00Z      | 39
            2018-02-12/P2D                                 | 39
            P1M/2018-02-12                                 | 39
            """)
    void features_datetime(String datetime, int expected) {
        assertThat(planner("/ogc/collections/communes/items?datetime=" + datetime)
                        .get("numberMatched")
                        .asInt())
                .isEqualTo(expected);
    }

    @Test
    void features_datetimeOfIncidentsIsWhenTheyHappened() {
        JsonNode all = planner("/ogc/collections/incidents/items?limit=10000&datetime=../2019-12-31");
        JsonNode early = planner("/ogc/collections/incidents/items?limit=10000&datetime=../2018-06-30");
        JsonNode late = planner("/ogc/collections/incidents/items?limit=10000&datetime=2018-07-01/2019-12-31");

        // In Vietnam: the last moment of 30 June is 16:59:59 UTC.
        early.get("features")
                .forEach(each ->
                        assertThat(each.at("/properties/localDate").asString()).isLessThanOrEqualTo("2018-06-30"));
        Set<String> both = new HashSet<>(ids(early));
        both.addAll(ids(late));
        assertThat(both).containsExactlyInAnyOrderElementsOf(ids(all));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=unlimited",
                "limit=0",
                "limit=-3",
                "limit=",
                "bbox=1,2,3",
                "bbox=a,b,c,d",
                "bbox=105,21,106,20",
                "bbox=19.9,105.6,20,105.7",
                "bbox=NaN,1,2,3",
                "bbox=105,19,106,20&bbox-crs=EPSG:9999",
                "datetime=yesterday",
                "datetime=2019-08-15/2018-08-15",
                "datetime=2019-13-01",
                "datetime=1/2/3",
                "datetime=-999999999-01-01",
                "crs=EPSG:5897",
                "crs=http://www.opengis.net/def/crs/EPSG/0/2000",
                "properties=nothing",
                "sortby=kindLabel",
                "sortby=name,name",
                "cursor=AAAA",
                "cursor=%00",
                "synthetic=perhaps",
                "parentId=first",
                "validFrom=2019",
                "f=xml",
                "unknownQueryParameter12345=1",
                "limit=1&limit=2"
            })
    void features_queryParamInvalidOrUnknown(String parameters) {
        assertStatus(parameters, as("planner").get("/ogc/collections/communes/items?" + parameters), 400);
    }

    @Test
    void features_aCursorOfAnotherQuestionIsRefused() {
        String next = path(link(planner(COMMUNES_2019 + "&limit=3"), "next", "application/geo+json"));
        String cursor = next.replaceAll(".*cursor=", "");

        assertStatus("itself", as("planner").get(next), 200);
        assertStatus("another box", as("planner").get(COMMUNES_2019 + "&bbox=105,19,106,20&cursor=" + cursor), 400);
        assertStatus(
                "another collection",
                as("planner").get("/ogc/collections/villages/items?datetime=2019-08-15&cursor=" + cursor),
                400);
    }

    /** Whatever is sent, no answer is a fault of the service. The seed is fixed, so that a failure comes again. */
    @Test
    void features_noParameterIsAFaultOfTheService() {
        Random random = new Random(17069);
        List<String> names = List.of(
                "limit",
                "bbox",
                "bbox-crs",
                "datetime",
                "properties",
                "sortby",
                "crs",
                "cursor",
                "f",
                "name",
                "category");
        String letters = "0123456789-+.,/:TZPDe[]{}'\"\\%&=?# ..äđ\u0001\uFFFF;<>|NaN";
        for (int i = 0; i < 300; i++) {
            StringBuilder value = new StringBuilder();
            for (int n = random.nextInt(24); n >= 0; n--) {
                value.append(letters.charAt(random.nextInt(letters.length())));
            }
            String collection = COLLECTIONS.get(random.nextInt(COLLECTIONS.size()));
            String asked = "/ogc/collections/" + collection + "/items?limit=1&"
                    + names.get(1 + random.nextInt(names.size() - 1)) + "=" + encoded(value.toString());

            assertThat(as("planner").get(asked).statusCode()).as(asked).isIn(200, 400);
        }
    }

    @Test
    void features_propertiesAreChosenFilteredAndSorted() {
        JsonNode page = planner(COMMUNES_2019 + "&properties=name,code&kind=thi_tran&sortby=-code");

        List<String> codes = new ArrayList<>();
        page.get("features").forEach(feature -> {
            assertThat(feature.get("properties").propertyNames()).containsExactly("name", "code");
            codes.add(feature.at("/properties/code").asString());
        });
        // thị trấn Hùng Quốc (01444), Quán Lào (15394) and Thống Nhất (15391)
        assertThat(codes).contains("15394").isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(codes.size()).isBetween(2, 4);
    }

    @Test
    void features_sortedPagesFollowEachOther() {
        for (String sort : List.of("%2Bcategory,-occurredAt", "-damageDong", "severity,category", "-occurredAt")) {
            String address = "/ogc/collections/incidents/items?datetime=../2019-12-31&sortby=" + sort + "&limit=";
            JsonNode page = planner(address + 20);
            List<String> paged = new ArrayList<>(ids(page));
            for (String next = link(page, "next", "application/geo+json");
                    next != null;
                    next = link(page, "next", "application/geo+json")) {
                page = planner(path(next));
                paged.addAll(ids(page));
            }
            assertThat(paged).as(sort).containsExactlyElementsOf(ids(planner(address + 10_000)));
        }
    }

    // A.2.8

    @Test
    void feature_isTheOneOfTheCollection() {
        JsonNode first = planner(COMMUNES_2019).get("features").get(0);
        JsonNode feature = planner("/ogc/collections/communes/items/" + first.get("id"));

        assertThat(feature.get("properties")).isEqualTo(first.get("properties"));
        assertThat(feature.get("geometry")).isEqualTo(first.get("geometry"));
        assertThat(link(feature, "self", "application/geo+json")).isNotNull();
        assertThat(link(feature, "alternate", "text/html")).isNotNull();
        assertThat(path(link(feature, "collection", "application/json"))).isEqualTo("/ogc/collections/communes");
    }

    @Test
    void feature_absentAndInvisibleAreToldTheSame() {
        String elsewhere = TRA_LINH_INCIDENT.substring("/api/incidents/".length());
        String invented = "0" + elsewhere.substring(1, 35) + "0";

        HttpResponse<String> hidden = as("officer").get("/ogc/collections/incidents/items/" + elsewhere);
        HttpResponse<String> absent = as("officer").get("/ogc/collections/incidents/items/" + invented);

        assertStatus("of another officer", hidden, 404);
        assertThat(hidden.body().replace(elsewhere, "")).isEqualTo(absent.body().replace(invented, ""));
        assertStatus("a commune elsewhere", as("officer").get("/ogc/collections/communes/items/1"), 404);
        for (String odd : List.of("x", "-1", "1.5", "99999999999999999999", "1'--")) {
            assertStatus(odd, as("planner").get("/ogc/collections/communes/items/" + encoded(odd)), 404);
        }
    }

    @Test
    void feature_ofAnIncidentHasATag() {
        String path = "/ogc/collections/incidents/items/" + QUAN_LAO_INCIDENT.substring("/api/incidents/".length());
        String tag = as("planner").get(path).headers().firstValue("ETag").orElseThrow();

        assertThat(as("planner").get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(as("leader").get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # Accept                                                             | Content-Type
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8      | text/html
            application/geo+json                                                 | application/geo+json
            application/json                                                     | application/geo+json
            */*                                                                  | application/geo+json
            text/html;q=0.2,application/geo+json;q=0.7                           | application/geo+json
            application/xml                                                      | application/problem+json
            """)
    void negotiation_followsAcceptUnlessToldOtherwise(String accept, String expected) {
        HttpResponse<String> answer = as("planner").get(COMMUNES_2019, "Accept", accept);

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(expected);
        assertThat(answer.statusCode()).isEqualTo(expected.contains("problem") ? 406 : 200);
        assertThat(as("planner")
                        .get(COMMUNES_2019 + "&f=html", "Accept", accept)
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/conformance",
                "/api",
                "/collections",
                "/collections/communes",
                "/collections/incidents",
                "/collections/road-segments/items",
                "/collections/provinces/items",
                "/collections/incidents/items",
                "/collections/security-teams/items",
                "/collections/communes/items/{town}",
            })
    void html_isThereForEveryDocumentInBothLanguages(String below) {
        String path = "/ogc" + below.replace("{town}", String.valueOf(unitId("commune-15394-2019")));
        HttpResponse<String> vietnamese = as("planner").get(path + "?f=html");
        HttpResponse<String> english = as("leader").get(path + "?f=html&lang=en");

        assertThat(vietnamese.statusCode()).as(vietnamese.body()).isEqualTo(200);
        assertThat(english.statusCode()).as(english.body()).isEqualTo(200);
        assertThat(vietnamese.body()).contains("lang=\"vi\"", "<title>").doesNotContain("??", "<script>");
        assertThat(english.body()).contains("lang=\"en\"").doesNotContain("??");
    }

    // 18-058, annex A

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

    // Rights

    @Test
    void aLeaderGetsIncidentsWithoutPlacesAndNoBoxTellsThem() {
        JsonNode all = json(as("leader").get("/ogc/collections/incidents/items?datetime=../2019-12-31&limit=10000"));
        JsonNode box = json(
                as("leader").get("/ogc/collections/incidents/items?datetime=../2019-12-31&limit=10000&bbox=1,1,2,2"));
        JsonNode collection = json(as("leader").get("/ogc/collections/incidents"));

        assertThat(all.get("features")).isNotEmpty().allSatisfy(feature -> {
            assertThat(feature.get("geometry").isNull()).isTrue();
            assertThat(feature.at("/properties/roadSegmentName").isNull()).isTrue();
        });
        assertThat(all.get("features").get(0).get("properties").has("note")).isFalse();
        assertThat(ids(box)).isEqualTo(ids(all));
        assertThat(collection.at("/extent/spatial").isMissingNode()).isTrue();
    }

    @Test
    void anOfficerSeesItsOwnCommuneOnlyEverywhere() {
        JsonNode incidents = json(as("officer").get("/ogc/collections/incidents/items?limit=10000"));
        double north = json(as("officer").get("/ogc/collections/incidents"))
                .at("/extent/spatial/bbox/0/3")
                .asDouble();

        incidents
                .get("features")
                .forEach(each -> assertThat(each.at("/geometry/coordinates/1").asDouble())
                        .isLessThan(20.2));
        assertThat(north).isLessThan(20.2);
        assertThat(json(as("officer").get(COMMUNES_2019)).get("numberMatched").asInt())
                .isEqualTo(1);
    }

    @Test
    void restrictedCategoriesAreNowhere() {
        HttpResponse<String> asked = as("planner").get("/ogc/collections/incidents/items?category=ANBG");
        HttpResponse<String> invented = as("planner").get("/ogc/collections/incidents/items?category=XXXX");

        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body().replace("ANBG", "XXXX")).isEqualTo(invented.body());
    }

    @Test
    void anAdministratorIsOfferedTheProvincesOnly() {
        assertThat(json(as("admin").get("/ogc/collections")).get("collections")).hasSize(1);
        assertStatus("communes", as("admin").get("/ogc/collections/communes/items"), 403);
        assertThat(json(as("admin").get("/ogc/api?f=json")).get("paths").has("/collections/communes/items"))
                .isFalse();
    }

    @Test
    void pagesWithPlacesAreInTheTrail() {
        long before = shown("ogc");
        as("leader").get("/ogc/collections/incidents/items?limit=3");
        assertThat(shown("ogc")).isEqualTo(before);

        as("planner").get("/ogc/collections/incidents/items?limit=3");
        as("planner")
                .get("/ogc/collections/incidents/items/" + QUAN_LAO_INCIDENT.substring("/api/incidents/".length()));

        assertThat(shown("ogc")).isEqualTo(before + 2);
    }

    private long shown(String how) {
        return jdbc.sql("select count(*) from audit_entry where action = 'incidents-shown' and detail like ?")
                .param("how=" + how + ";%")
                .query(Long.class)
                .single();
    }

    @Test
    void linksFollowTheAddressThatAProxyTells() {
        HttpResponse<String> answer = as("planner")
                .get(
                        "/ogc/collections",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Host",
                        "antt.example",
                        "X-Forwarded-Port",
                        "443");

        assertThat(link(json(answer), "self", "application/json")).isEqualTo("https://antt.example/ogc/collections");
    }
}
