package vn.anttmap.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Right;
import vn.anttmap.access.Role;
import vn.anttmap.testing.DemoServiceContract;

/**
 * The abstract tests of OGC 20-002r1 (annex A: create/replace/delete, update, optimistic locking using ETags, features),
 * each under its name, and what the service adds: rights, notes that stay, drafts for the territory.
 */
abstract class OgcWritesContract extends DemoServiceContract {

    private static final String ITEMS = "/ogc/collections/incidents/items";
    private static final String GEO_JSON = "application/geo+json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    /** In thị trấn Quán Lào, 2020: outside the years whose figures other tests ask for. */
    private static final String GEOMETRY = "{\"type\":\"Point\",\"coordinates\":[105.64806,19.97194]}";

    private static final String PROPERTIES =
            "\"category\":\"TTXH\",\"occurredAt\":\"2020-08-03T02:00:00Z\",\"placeAccuracy\":\"street\"";

    @Autowired
    private Accounts accounts;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> made = new ArrayList<>();

    /** @param headers name, value, name, value … */
    private HttpResponse<String> send(
            String account, String method, String path, @Nullable String body, String... headers) {
        String basic = Base64.getEncoder().encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl() + path))
                .header("Authorization", "Basic " + basic)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            answer.headers().firstValue("Location").ifPresent(made::add);
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void takeMarksBack() {
        for (String location : made) {
            send("officer", "DELETE", location.substring(baseUrl().length()), null, "If-Match", "*");
        }
    }

    private static String feature(String geometry, String properties) {
        return "{\"type\":\"Feature\",\"geometry\":" + geometry + ",\"properties\":{" + properties + "}}";
    }

    private static String feature() {
        return feature(GEOMETRY, PROPERTIES);
    }

    private HttpResponse<String> post(String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", GEO_JSON));
        return send("officer", "POST", ITEMS, body, all.toArray(String[]::new));
    }

    /** Path of a new one. */
    private String mark() {
        HttpResponse<String> answer = post(feature());
        assertStatus("POST", answer, 201);
        return path(answer);
    }

    private String path(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(baseUrl());
        return location.substring(baseUrl().length());
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private HttpResponse<String> get(String path) {
        HttpResponse<String> answer = send("officer", "GET", path, null);
        assertStatus(path, answer, 200);
        return answer;
    }

    private String tag(String path) {
        return tag(get(path));
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static String text(JsonNode feature, String property) {
        return feature.at("/properties/" + property).asString("");
    }

    // annex A, create-replace-delete

    @Test
    void options_declareWhatCanBeWritten() {
        HttpResponse<String> items = send("officer", "OPTIONS", ITEMS, null);
        HttpResponse<String> item = send("officer", "OPTIONS", mark(), null);

        assertStatus("items", items, 200);
        assertThat(items.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS, POST");
        assertThat(items.headers().firstValue("Accept-Post")).hasValue("application/geo+json, application/json");
        assertStatus("item", item, 200);
        assertThat(item.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS, PUT, PATCH, DELETE");
        assertThat(item.headers().firstValue("Accept-Patch")).hasValue(MERGE_PATCH);
    }

    @Test
    void create_givesTheNewFeatureAnAddress() {
        HttpResponse<String> answer = post(feature());

        assertStatus("POST", answer, 201);
        JsonNode read = json(get(path(answer)));
        assertThat(read.get("id").asString()).isEqualTo(id(path(answer)));
        assertThat(read.at("/geometry/coordinates/0").asDouble()).isEqualTo(105.64806);
        assertThat(read.at("/geometry/coordinates/1").asDouble()).isEqualTo(19.97194);
        assertThat(text(read, "category")).isEqualTo("TTXH");
        assertThat(text(read, "occurredAt")).isEqualTo("2020-08-03T02:00:00Z");
        assertThat(text(read, "placeAccuracy")).isEqualTo("street");
        assertThat(text(read, "state")).isEqualTo("received");
        assertThat(tag(answer)).startsWith("\"0-");
    }

    @Test
    void create_keepsAnIdThatIsAUuid() {
        String id = UUID.randomUUID().toString();
        String body = feature().replaceFirst("\\{", "{\"id\":\"" + id + "\",");

        assertThat(id(path(post(body)))).isEqualTo(id);
        // Its answer was lost and it is sent again: the same, not another one.
        assertStatus("again", post(body), 200);
        assertStatus("other content under the id", post(body.replace("street", "exact")), 428);
        assertThat(id(path(post(feature().replaceFirst("\\{", "{\"id\":17,"))))).isNotEqualTo("17");
    }

    @Test
    void create_withAKeyWritesOnce() {
        String key = UUID.randomUUID().toString();

        String first = path(post(feature(), "Idempotency-Key", key));
        String second = path(post(feature(), "Idempotency-Key", key));

        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"POST, 400", "PUT, 400", "PATCH, 400"})
    void contentType_isAskedFor(String method, int status) {
        String path = method.equals("POST") ? ITEMS : mark();

        HttpResponse<String> answer = send("officer", method, path, feature());

        assertStatus(method, answer, status);
        assertThat(json(answer).get("type").asString()).contains("content-type-missing");
    }

    @Test
    void contentType_ofAnotherKindIs415() {
        assertStatus("POST", send("officer", "POST", ITEMS, feature(), "Content-Type", "application/gml+xml"), 415);
        assertStatus("PATCH", send("officer", "PATCH", mark(), feature(), "Content-Type", GEO_JSON), 415);
    }

    @Test
    void replace_replacesWhatAFeatureHolds() {
        String path = mark();
        String other = feature(GEOMETRY.replace("105.64806", "105.64900"), PROPERTIES + ",\"injured\":2");

        HttpResponse<String> answer =
                send("officer", "PUT", path, other, "Content-Type", GEO_JSON, "If-Match", tag(path));

        assertStatus("PUT", answer, 200);
        assertThat(json(get(path)).at("/geometry/coordinates/0").asDouble()).isEqualTo(105.649);
        assertThat(json(get(path)).at("/properties/injured").asInt()).isEqualTo(2);
    }

    @Test
    void replace_takesBackWhatWasRead() {
        String path = mark();
        HttpResponse<String> read = get(path);

        HttpResponse<String> answer =
                send("officer", "PUT", path, read.body(), "Content-Type", GEO_JSON, "If-Match", tag(read));

        assertStatus("PUT", answer, 200);
        assertThat(tag(answer)).isEqualTo(tag(read));
    }

    @Test
    void replace_rid_anotherIdInTheBodyIsRefused() {
        String path = mark();
        String body = feature().replaceFirst("\\{", "{\"id\":\"" + UUID.randomUUID() + "\",");

        assertStatus("PUT", send("officer", "PUT", path, body, "Content-Type", GEO_JSON, "If-Match", "*"), 400);
    }

    @Test
    void replace_exceptions_aNewIdMakesANewFeature() {
        String path = ITEMS + "/" + UUID.randomUUID();

        assertStatus("PUT", send("officer", "PUT", path, feature(), "Content-Type", GEO_JSON), 201);
        assertThat(json(get(path)).get("id").asString()).isEqualTo(id(path));
        for (String nobody : List.of(ITEMS + "/" + UUID.randomUUID(), ITEMS + "/xyz")) {
            assertStatus(
                    "If-Match",
                    send("officer", "PUT", nobody, feature(), "Content-Type", GEO_JSON, "If-Match", "\"xyz\""),
                    412);
            assertStatus("not made", send("officer", "GET", nobody, null), 404);
        }
        assertStatus("no UUID", send("officer", "PUT", ITEMS + "/xyz", feature(), "Content-Type", GEO_JSON), 404);
    }

    @Test
    void delete_withdraws() {
        String path = mark();

        assertStatus("DELETE", send("officer", "DELETE", path, null, "If-Match", tag(path)), 204);
        assertStatus("GET", send("officer", "GET", path, null), 404);
        assertStatus("again", send("officer", "DELETE", path, null), 404);
        HttpResponse<String> history = as("officer").get("/api/incidents/" + id(path) + "/history");
        assertThat(json(history).get("history")).hasSize(2);
    }

    @Test
    void whatWasWithdrawnIsNoFeatureHoweverItIsSentAgain() {
        String key = UUID.randomUUID().toString();
        String path = path(post(feature(), "Idempotency-Key", key));
        assertStatus("DELETE", send("officer", "DELETE", path, null, "If-Match", "*"), 204);

        assertStatus("POST with the key", post(feature(), "Idempotency-Key", key), 404);
        assertStatus("PUT", send("officer", "PUT", path, feature(), "Content-Type", GEO_JSON), 404);
        assertStatus("another", change("PUT", path, feature().replace("street", "exact"), GEO_JSON, "*"), 409);
    }

    // annex A, update

    @Test
    void update_changesWhatIsNamedOnly() {
        String path = mark();

        HttpResponse<String> answer = send(
                "officer",
                "PATCH",
                path,
                "{\"properties\":{\"injured\":3,\"severity\":null},\"geometry\":"
                        + GEOMETRY.replace("19.97194", "19.97200") + "}",
                "Content-Type",
                MERGE_PATCH,
                "If-Match",
                tag(path));

        assertStatus("PATCH", answer, 200);
        JsonNode read = json(get(path));
        assertThat(read.at("/properties/injured").asInt()).isEqualTo(3);
        assertThat(read.at("/geometry/coordinates/1").asDouble()).isEqualTo(19.972);
        assertThat(text(read, "category")).isEqualTo("TTXH");
        assertThat(text(read, "placeAccuracy")).isEqualTo("street");
        assertThat(text(read, "occurredAt")).isEqualTo("2020-08-03T02:00:00Z");
    }

    @Test
    void update_rid_anotherIdIsRefused() {
        HttpResponse<String> answer = send(
                "officer",
                "PATCH",
                mark(),
                "{\"id\":\"" + UUID.randomUUID() + "\"}",
                "Content-Type",
                MERGE_PATCH,
                "If-Match",
                "*");

        assertStatus("PATCH", answer, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"communeName", "changedAt", "note", "injuerd"})
    void update_refusesWhatCannotBeWritten(String property) {
        HttpResponse<String> answer = send(
                "officer",
                "PATCH",
                mark(),
                "{\"properties\":{\"" + property + "\":\"x\"}}",
                "Content-Type",
                MERGE_PATCH,
                "If-Match",
                "*");

        assertStatus(property, answer, 400);
        assertThat(json(answer).get("parameter").asString()).isEqualTo(property);
    }

    // annex A, optimistic-locking-etags

    @Test
    void getEtag_isStrongAndAnswersNotModified() {
        String path = mark();
        String tag = tag(path);

        assertThat(tag).matches("\"0-.*\"");
        assertThat(send("officer", "GET", path, null, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({"PUT, application/geo+json", "PATCH, application/merge-patch+json", "DELETE,"})
    void optimisticLocking_onlyTheVersionThatWasReadIsChanged(String method, @Nullable String type) {
        String path = mark();
        String before = tag(path);
        String body =
                switch (method) {
                    case "PUT" -> feature(GEOMETRY, PROPERTIES + ",\"dead\":1");
                    case "PATCH" -> "{\"properties\":{\"dead\":1}}";
                    default -> null;
                };

        assertStatus("another", change(method, path, body, type, "\"0\""), 412);
        assertThat(tag(path)).isEqualTo(before);
        assertStatus("none", change(method, path, body, type, null), 428);
        HttpResponse<String> good = change(method, path, body, type, before);
        assertThat(good.statusCode()).isEqualTo(method.equals("DELETE") ? 204 : 200);
        if (!method.equals("DELETE")) {
            assertThat(tag(good)).isNotEqualTo(before).startsWith("\"1-");
            assertStatus(
                    "out of date", change(method, path, body.replace("\"dead\":1", "\"dead\":2"), type, before), 412);
        }
    }

    private HttpResponse<String> change(
            String method, String path, @Nullable String body, @Nullable String type, @Nullable String ifMatch) {
        List<String> headers = new ArrayList<>();
        if (type != null) {
            headers.addAll(List.of("Content-Type", type));
        }
        if (ifMatch != null) {
            headers.addAll(List.of("If-Match", ifMatch));
        }
        return send("officer", method, path, body, headers.toArray(String[]::new));
    }

    // annex A, features

    @Test
    void features_putCreateIsDeclared() {
        JsonNode collection = json(get("/ogc/collections/incidents"));

        assertThat(collection.get("supportsNonAutogeneratedResourceIds").asBoolean())
                .isTrue();
        assertThat(json(get("/ogc/collections/communes")).has("supportsNonAutogeneratedResourceIds"))
                .isFalse();
    }

    /** Cao Bằng's and Thanh Hóa's zone, by PROJ (cs2cs EPSG:4326 EPSG:9210 with the published shift), domain note 5.4. */
    @Test
    void features_crs_placesComeInAnySystemOfTheCollection() {
        String plane = "http://www.opengis.net/def/crs/EPSG/0/9210";
        String latitudeFirst = "http://www.opengis.net/def/crs/EPSG/0/4326";
        String swapped = GEOMETRY.replace("105.64806,19.97194", "19.97194,105.64806");
        String path = mark();
        JsonNode inPlane = json(get(path + "?crs=" + plane)).get("geometry");

        String byPlane = path(post(feature(inPlane.toString(), PROPERTIES), "Content-Crs", "<" + plane + ">"));
        String bySwapped = path(post(feature(swapped, PROPERTIES), "Content-Crs", latitudeFirst));

        for (String one : List.of(byPlane, bySwapped)) {
            JsonNode place = json(get(one)).at("/geometry/coordinates");
            assertThat(place.get(0).asDouble()).isCloseTo(105.64806, within(1e-8));
            assertThat(place.get(1).asDouble()).isCloseTo(19.97194, within(1e-8));
        }
        assertStatus("unknown", post(feature(), "Content-Crs", "http://www.opengis.net/def/crs/EPSG/0/2000"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"type\":\"LineString\",\"coordinates\":[[105.6,19.9],[105.7,19.9]]}",
                "{\"type\":\"Point\",\"coordinates\":[\"105.6\",19.9]}",
                "{\"type\":\"Point\",\"coordinates\":[]}",
                "{\"type\":\"Point\"}",
                "7"
            })
    void features_anIncidentIsAPoint(String geometry) {
        HttpResponse<String> answer = post(feature(geometry, PROPERTIES));

        assertStatus(geometry, answer, 400);
        assertThat(json(answer).get("type").asString()).contains("ogc-point-wanted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "7",
                "null",
                "{\"type\":\"FeatureCollection\",\"features\":[]}",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[105.6,19.9]},\"properties\":3}",
                "{\"type\":\"Feature\",",
                "",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[105.64806,19.97194]},"
                        + "\"properties\":{\"category\":\"TTXH\",\"occurredAt\":\"hôm qua\"}}"
            })
    void features_whatIsNoFeatureIsRefused(String body) {
        assertStatus(body, post(body), 400);
    }

    // Beyond the standard

    @Test
    void theNoteOfAnIncidentStays() {
        String path = mark();
        String incident = "/api/incidents/" + id(path);
        String body = "{" + IN_QUAN_LAO
                + ",\"occurredAt\":\"2020-08-03T02:00:00Z\",\"category\":\"TTXH\",\"note\":\"Đã hòa giải\"}";
        assertStatus("note", as("officer").put(incident, body, "If-Match", "\"0\""), 200);

        assertStatus(
                "PUT", send("officer", "PUT", path, feature(), "Content-Type", GEO_JSON, "If-Match", tag(path)), 200);
        assertStatus(
                "PATCH",
                send(
                        "officer",
                        "PATCH",
                        path,
                        "{\"properties\":{\"dead\":0}}",
                        "Content-Type",
                        MERGE_PATCH,
                        "If-Match",
                        tag(path)),
                200);

        assertThat(json(as("officer").get(incident)).get("note").asString()).isEqualTo("Đã hòa giải");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader", "planner", "admin"})
    void whoMayNotMarkWritesNothing(String account) {
        String path = mark();
        String before = tag(path);

        assertStatus("POST", send(account, "POST", ITEMS, feature(), "Content-Type", GEO_JSON), 403);
        assertStatus("PUT", send(account, "PUT", path, feature(), "Content-Type", GEO_JSON, "If-Match", "*"), 403);
        assertStatus("PATCH", send(account, "PATCH", path, "{}", "Content-Type", MERGE_PATCH, "If-Match", "*"), 403);
        assertStatus("DELETE", send(account, "DELETE", path, null, "If-Match", "*"), 403);
        assertThat(send(account, "OPTIONS", path, null).headers().firstValue("Allow"))
                .isEqualTo(account.equals("admin") ? Optional.empty() : Optional.of("GET, HEAD, OPTIONS"));
        assertThat(tag(path)).isEqualTo(before);
    }

    @Test
    void anotherTerritoryIsNotWritten() {
        String path = ITEMS + "/" + UUID.randomUUID();

        HttpResponse<String> answer = send("officer-tra-linh", "PUT", path, feature(), "Content-Type", GEO_JSON);

        assertThat(answer.statusCode()).isIn(403, 422);
        assertStatus("not made", send("officer", "GET", path, null), 404);
    }

    @ParameterizedTest
    @CsvSource({"provinces, POST", "security-teams, POST", "communes, PUT", "communes, DELETE", "road-segments, PATCH"})
    void otherCollectionsSayWhatTheyAllow(String collection, String method) {
        String path = "/ogc/collections/" + collection + "/items" + (method.equals("POST") ? "" : "/1");

        assertStatus(path, send("planner", method, path, "{}", "Content-Type", GEO_JSON), 405);
    }

    @Test
    void featuresOfTheTerritoryBecomeADraft() {
        long commune = json(as("planner")
                        .get("/ogc/collections/communes/items?datetime=2026-02-01&bbox=105.648,19.972,105.648,19.972"))
                .at("/features/0/id")
                .asLong();
        String square = "{\"type\":\"Polygon\",\"coordinates\":[[[105.646,19.970],[105.650,19.970],[105.650,19.974],"
                + "[105.646,19.974],[105.646,19.970]]]}";
        String body = feature(square, "\"fullName\":\"Khu phố Thử nghiệm\",\"kind\":\"khu_pho\"");
        long before = json(as("planner").get("/ogc/collections/residential-areas/items?limit=1"))
                .get("numberMatched")
                .asLong();

        HttpResponse<String> answer = send(
                "planner",
                "POST",
                "/ogc/collections/residential-areas/items?validFrom=2026-02-01&unit=" + commune,
                body,
                "Content-Type",
                GEO_JSON);

        assertStatus("POST", answer, 202);
        JsonNode draft = json(answer);
        assertThat(draft.at("/look/areas")).hasSize(1);
        assertThat(draft.at("/look/areas/0/fullName").asString()).isEqualTo("Khu phố Thử nghiệm");
        assertThat(draft.at("/commit/href").asString())
                .startsWith("/api/imports/residential-areas/"
                        + draft.get("importId").asString() + "/commit");
        assertThat(json(as("planner").get("/ogc/collections/residential-areas/items?limit=1"))
                        .get("numberMatched")
                        .asLong())
                .isEqualTo(before);
        draftsAreTheirSendersOwn(draft.get("importId").asString());
        assertStatus(
                "officer",
                send(
                        "officer",
                        "POST",
                        "/ogc/collections/residential-areas/items?unit=" + commune,
                        body,
                        "Content-Type",
                        GEO_JSON),
                403);
    }

    private void draftsAreTheirSendersOwn(String importId) {
        String imports = "/api/imports/residential-areas";
        if (accounts.find("planner-yen-dinh").isEmpty()) {
            String name = "planner-yen-dinh";
            List<Long> units = List.of(unitId("commune-15469-2025"));
            accounts.create(new NewAccount(
                    name, name, name, Role.PLANNER, Set.of(Right.SEE_INCIDENT_POINTS), units, false, false, false));
        }
        JsonNode mine = json(as("planner").get(imports)).get("drafts");
        assertThat(values(mine, "importId")).contains(importId);
        assertThat(values(json(as("planner-yen-dinh").get(imports)).get("drafts"), "importId"))
                .doesNotContain(importId);
        assertThat(json(as("planner").get(imports + "/" + importId + "/file"))
                        .at("/features/0/properties/fullName")
                        .asString())
                .isEqualTo("Khu phố Thử nghiệm");
        for (String other : List.of("planner-yen-dinh", "officer")) {
            int refused = other.equals("officer") ? 403 : 404;
            assertStatus(other, as(other).get(imports + "/" + importId + "/file"), refused);
            assertStatus(other, as(other).delete(imports + "/" + importId), refused);
        }

        assertStatus("drop", as("planner").delete(imports + "/" + importId), 204);
        assertStatus("dropped", as("planner").get(imports + "/" + importId + "/file"), 404);
        assertStatus("again", as("planner").delete(imports + "/" + importId), 404);
    }
}
