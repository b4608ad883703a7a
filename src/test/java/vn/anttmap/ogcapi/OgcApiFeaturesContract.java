package vn.anttmap.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The abstract tests of OGC 17-069r4 (annex A.2), each under its name, and what the service adds: pages that do not shift,
 * properties, order. Reference systems are in {@link OgcCrsContract}, rights in {@link OgcRightsContract}.
 */
abstract class OgcApiFeaturesContract extends OgcContract {

    private static final String CONFORMANCE = "http://www.opengis.net/spec/ogcapi-features-";

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
        assertThat(values(api.get("paths"), "operationId")).hasSize(4 + 7 * COLLECTIONS.size() + 5);
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
                        CONFORMANCE + "2/1.0/conf/crs",
                        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets");
    }

    /** 20-057, A.12 to A.14 and A.24: from a collection to its tilesets, to a tileset, to a tile. */
    @Test
    void tiles_areFoundFromTheCollectionAndNamedInTheApiDocument() {
        JsonNode api = planner("/ogc/api?f=json").get("paths");
        for (String collection : COLLECTIONS) {
            JsonNode document = planner("/ogc/collections/" + collection);
            String list =
                    path(link(document, "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector", "application/json"));
            JsonNode set = planner(list).at("/tilesets/0");
            JsonNode tileset = planner(path(link(set, "self", "application/json")));
            String tile = path(link(tileset, "item", "application/vnd.mapbox-vector-tile"))
                    .replace("{tileMatrix}", "9")
                    .replace("{tileRow}", "227")
                    .replace("{tileCol}", "406");

            assertThat(list).isEqualTo("/ogc/collections/" + collection + "/tiles");
            assertThat(set.get("tileMatrixSetURI").asString()).endsWith("/WebMercatorQuad");
            assertThat(as("planner").get(tile).statusCode()).as(tile).isIn(200, 204);
            assertThat(as("planner").get(tile.replace("/227/", "/512/")).statusCode())
                    .as("outside the matrix")
                    .isEqualTo(404);
            assertThat(api.get(list.substring("/ogc".length()) + "/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}")
                            .at("/get/operationId")
                            .asString())
                    .endsWith(".collection.vector.getTile");
        }
        assertThat(link(
                        json(as("leader").get("/ogc/collections/incidents")),
                        "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
                        ""))
                .as("who gets no places gets no tiles of them")
                .isNull();
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

    /** Abolished on 1 July 2025: today there is none, so those of 30 June are told, whose last day it was. */
    @Test
    void features_districtsAreThoseOfTheirLastDay() {
        JsonNode usual = planner("/ogc/collections/districts/items");

        assertThat(usual.get("features"))
                .isNotEmpty()
                .allSatisfy(district -> assertThat(
                                district.at("/properties/validTo").asString())
                        .isEqualTo("2025-07-01"));
        assertThat(ids(usual)).isEqualTo(ids(planner("/ogc/collections/districts/items?datetime=2025-06-30")));
        assertThat(planner("/ogc/collections/districts/items?datetime=2025-07-01")
                        .get("numberMatched")
                        .asInt())
                .isZero();
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
}
