package vn.anttmap.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;

/** Entering, correcting, withdrawing and reading entries, and who may. */
abstract class MovementRegistersContract extends DemoServiceContract {

    private static final String REASON = "{\"reason\":\"Ghi nhầm\"}";

    private final String outreach = "/api/movement/registers/outreach/entries/" + UUID.randomUUID();

    @AfterEach
    void removeWhatWasWritten() {
        jdbc.sql("delete from movement_entry_history where id in"
                        + " (select id from movement_entry where created_by <> 'gis-data')")
                .update();
        jdbc.sql("delete from movement_entry where created_by <> 'gis-data'").update();
        jdbc.sql("delete from movement_kind_history where code = 'camera-an-ninh'")
                .update();
        jdbc.sql("delete from movement_kind where code = 'camera-an-ninh'").update();
    }

    @Test
    void anEntryIsStoredOnceAndSaysWhatWasSent() {
        HttpResponse<String> first = as("officer").put(outreach, meetings(3));
        HttpResponse<String> again = as("officer").put(outreach, meetings(3));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("ETag")).hasValue("\"0\"");
        JsonNode entry = json(as("officer").get(outreach));
        assertThat(entry.get("title").asString()).isEqualTo("Tuyên truyền quý I");
        assertThat(entry.get("kindName").asString()).isEqualTo("Tuyên truyền tại xã, thị trấn");
        assertThat(entry.at("/details/sessions/value").asInt()).isEqualTo(3);
        assertThat(entry.at("/details/attendances/moreThan").asBoolean()).isTrue();
        assertThat(entry.at("/unit/fullName").asString()).contains("Quán Lào");
        assertThat(entry.get("createdBy").asString()).isEqualTo("officer");
    }

    @Test
    void aCorrectionNeedsTheVersionItIsBasedOnAndKeepsWhatWasBefore() {
        as("officer").put(outreach, meetings(3));

        assertThat(as("officer").put(outreach, meetings(4)).statusCode()).isEqualTo(428);
        assertThat(as("officer").put(outreach, meetings(4), "If-Match", "\"0\"").statusCode())
                .isEqualTo(200);
        HttpResponse<String> stale = as("officer").put(outreach, meetings(5), "If-Match", "\"0\"");

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).at("/current/details/sessions/value").asInt()).isEqualTo(4);
        JsonNode history = json(as("officer").get(outreach + "/history")).get("history");
        assertThat(history.size()).isEqualTo(2);
        assertThat(history.at("/0/change").asString()).isEqualTo("created");
        assertThat(history.at("/0/entry/details/sessions/value").asInt()).isEqualTo(3);
        assertThat(history.at("/1/change").asString()).isEqualTo("corrected");
        assertThat(history.at("/1/changedBy").asString()).isEqualTo("officer");
    }

    @Test
    void aWithdrawnEntryStaysReadableCountsNowhereAndIsNotChangedAnyMore() {
        as("officer").put(outreach, meetings(3));

        assertThat(as("officer").post(outreach + "/withdraw", REASON).statusCode())
                .isEqualTo(428);
        assertThat(as("officer")
                        .post(outreach + "/withdraw", "", "If-Match", "\"0\"")
                        .statusCode())
                .as("without a reason")
                .isEqualTo(400);
        assertThat(as("officer")
                        .post(outreach + "/withdraw", REASON, "If-Match", "\"0\"")
                        .statusCode())
                .isEqualTo(200);

        assertThat(json(as("officer").get(outreach)).get("withdrawn").asBoolean())
                .isTrue();
        assertThat(list("officer", "").toString()).doesNotContain("Tuyên truyền quý I");
        JsonNode history = json(as("officer").get(outreach + "/history"));
        assertThat(history.at("/history/1/change").asString()).isEqualTo("withdrawn");
        assertThat(history.at("/history/1/reason").asString()).isEqualTo("Ghi nhầm");
        assertThat(as("officer").put(outreach, meetings(4), "If-Match", "\"1\"").statusCode())
                .isEqualTo(409);
        assertThat(as("officer")
                        .post(outreach + "/withdraw", REASON, "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"leader,403", "officer,200", "planner,403", "admin,403"})
    void onlyOfficersWrite(String role, int expected) {
        as("officer").put(outreach, meetings(3));

        HttpResponse<String> change = as(role).put(outreach, meetings(4), "If-Match", "\"0\"");
        String version = json(as("officer").get(outreach)).get("version").asInt() == 1 ? "\"1\"" : "\"0\"";
        HttpResponse<String> withdrawal = as(role).post(outreach + "/withdraw", REASON, "If-Match", version);

        assertThat(change.statusCode()).as(change.body()).isEqualTo(expected);
        assertThat(withdrawal.statusCode()).isEqualTo(expected);
        assertThat(json(as("officer").get(outreach)).get("withdrawn").asBoolean())
                .isEqualTo(expected == 200);
    }

    @ParameterizedTest
    @CsvSource({"leader,200,3", "officer,200,3", "planner,200,3", "officer-tra-linh,404,0", "admin,403,0"})
    void othersSeeItWithinTheirTerritoryOnly(String role, int expected, int seen) {
        as("officer").put(outreach, meetings(3));

        assertThat(as(role).get(outreach).statusCode()).isEqualTo(expected);
        assertThat(as(role).get(outreach + "/history").statusCode()).isEqualTo(expected);
        HttpResponse<String> list = as(role).get("/api/movement/registers/outreach/entries");
        assertThat(list.body().contains("Tuyên truyền quý I")).isEqualTo(seen > 0);
    }

    @Test
    void anOfficerEntersNothingForAnotherTerritory() {
        assertThat(as("officer-tra-linh").put(outreach, meetings(3)).statusCode())
                .isEqualTo(404);
        as("officer").put(outreach, meetings(3));
        assertThat(as("officer-tra-linh")
                        .put(outreach, meetings(4), "If-Match", "\"0\"")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "kind":"tai-xa"                       | "kind":"khong-co"                          | choice-unknown | kind
            "title":"Tuyên truyền quý I"          | "title":"  "                               | field-missing  | title
            "firstDay":"2019-01-01"               | "firstDay":"2019-04-01"                    | period-backwards | lastDay
            "firstDay":"2019-01-01"               | "firstDay":"1930-01-01"                    | register-day-invalid | firstDay
            "lastDay":"2019-03-31"                | "lastDay":"2999-03-31"                     | register-day-in-future | lastDay
            "sessions":{"value":3}                | "sessions":{"value":-1}                    | number-out-of-range | sessions
            "sessions":{"value":3}                | "sessions":"ba"                            | register-field-type | sessions
            "sessions":{"value":3}                | "sessions":2.5                             | register-field-type | sessions
            "sessions":{"value":3},               |                                            | field-missing  | sessions
            "sessions":{"value":3}                | "sessions":3,"informant":"x"               | register-field-unknown | informant
            "title":"Tuyên truyền quý I"          | "title":"T","longitude":105.6              | field-missing  | latitude
            "title":"Tuyên truyền quý I"          | "title":"T","longitude":19.9,"latitude":105.6 | axes-swapped | longitude
            """)
    void aWrongValueIsRefusedWithItsName(String right, String wrong, String problem, String parameter) {
        String body = meetings(3).replace(right, wrong == null ? "" : wrong);
        assertThat(body).isNotEqualTo(meetings(3));

        HttpResponse<String> answer = as("officer").put(outreach, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).get("type").asString()).endsWith(problem);
        assertThat(json(answer).get("parameter").asString()).isEqualTo(parameter);
        assertThat(as("officer").get(outreach).statusCode()).isEqualTo(404);
    }

    @Test
    void sumsLeaveOutWhatReachesOutOfThePeriodAndCountWhatStandsOnItsLastDay() {
        as("officer").put(outreach, meetings(3));

        JsonNode whole = sums("outreach", "from=2019-01-01&to=2019-03-31");
        JsonNode part = sums("outreach", "from=2019-02-01&to=2019-12-31");
        // Of the town's four models one is from 2008, the others from 2019-08-15.
        JsonNode before = sums("models", "from=2018-01-01&to=2019-08-14");
        JsonNode after = sums("models", "from=2018-01-01&to=2019-08-15");

        assertThat(whole.get("counted").asInt()).isEqualTo(1);
        assertThat(whole.at("/amounts/sessions/value").asInt()).isEqualTo(3);
        assertThat(whole.at("/amounts/sessions/moreThan").asBoolean()).isFalse();
        assertThat(whole.at("/amounts/attendances/moreThan").asBoolean()).isTrue();
        assertThat(part.get("counted").asInt()).isZero();
        assertThat(part.get("leftOut").asInt()).isEqualTo(1);
        assertThat(part.get("amounts").isEmpty()).isTrue();
        assertThat(before.get("counted").asInt()).isEqualTo(1);
        assertThat(after.get("counted").asInt()).isEqualTo(4);
        assertThat(after.get("onDay").asString()).isEqualTo("2019-08-15");
    }

    @Test
    void anEntryWithAPlaceIsOnTheMapOfThoseWhoMaySeeIt() {
        String placed = "\"longitude\":105.648,\"latitude\":19.972,\"firstDay\"";
        as("officer").put(outreach, meetings(3).replace("\"firstDay\"", placed));
        String places = "/api/movement/places?from=2019-01-01&to=2019-12-31";

        JsonNode entries = json(as("leader").get(places)).get("entries");
        assertThat(entries.size()).isEqualTo(1);
        assertThat(entries.at("/0/longitude").asDouble()).isEqualTo(105.648);
        assertThat(json(as("officer-tra-linh").get(places)).get("entries").isEmpty())
                .isTrue();
        String later = "/api/movement/places?from=2020-01-01&to=2020-12-31";
        assertThat(json(as("leader").get(later)).get("entries").isEmpty()).isTrue();
    }

    @Test
    void theFormIsToldWhatEveryFieldIsCalledInTheLanguageOfTheCaller() {
        JsonNode vietnamese = json(as("officer").get("/api/movement/registers"));
        JsonNode english = json(as("officer").get("/api/movement/registers", "Accept-Language", "en"));

        assertThat(vietnamese.at("/registers/3/label").asString()).isEqualTo("Tuyên truyền");
        assertThat(vietnamese.at("/registers/3/fields/0/label").asString()).isEqualTo("Số cuộc, đợt, buổi");
        assertThat(english.at("/registers/3/fields/0/label").asString()).isEqualTo("Sessions");
        assertThat(vietnamese.at("/registers/7/fields/0/options/0/label").asString())
                .isEqualTo("Tập thể");
    }

    private JsonNode sums(String register, String query) {
        return json(as("officer").get("/api/movement/registers/" + register + "/sums?" + query));
    }

    @Test
    void anUnknownRegisterIsNamedWithThoseThereAre() {
        HttpResponse<String> answer = as("officer").get("/api/movement/registers/people/entries");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("detail").asString()).contains("outreach").contains("commendations");
    }

    @Test
    void aListComesInPagesNewestFirst() {
        for (int month = 1; month <= 5; month++) {
            as("officer")
                    .put(
                            "/api/movement/registers/outreach/entries/" + UUID.randomUUID(),
                            meetings(month)
                                    .replace("2019-01-01", "2019-0" + month + "-01")
                                    .replace("2019-03-31", "2019-0" + month + "-02"));
        }
        JsonNode first = list("officer", "?from=2019-01-01&to=2019-12-31&limit=3");
        JsonNode second = list(
                "officer",
                "?from=2019-01-01&to=2019-12-31&limit=3&cursor="
                        + first.get("next").asString());

        assertThat(first.get("entries").size()).isEqualTo(3);
        assertThat(first.at("/entries/0/firstDay").asString()).isEqualTo("2019-05-01");
        assertThat(second.get("entries").size()).isEqualTo(2);
        assertThat(second.at("/entries/1/firstDay").asString()).isEqualTo("2019-01-01");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void aKindIsAddedByAnAdministratorAndMayThenBeChosen() {
        String kind = "/api/settings/movement-kinds/models/camera-an-ninh";
        String body = "{\"nameVi\":\"Camera an ninh\",\"nameEn\":\"Security cameras\",\"countingWord\":\"mô hình\","
                + "\"active\":true}";
        assertThat(as("officer").put(kind, body).statusCode()).isEqualTo(403);
        assertThat(as("admin").put(kind, body).statusCode()).isEqualTo(201);
        String model = "/api/movement/registers/models/entries/" + UUID.randomUUID();
        String entry = "{\"kind\":\"camera-an-ninh\",\"unitId\":" + unitId("commune-15394-2019")
                + ",\"title\":\"82 mắt camera\",\"firstDay\":\"2019-06-01\",\"details\":{\"owner\":\"UBND\"}}";

        assertThat(as("officer").put(model, entry).statusCode()).isEqualTo(201);
        assertThat(as("admin")
                        .put(kind, body.replace("true", "false"), "If-Match", "\"0\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(as("officer")
                        .put(model, entry.replace("82", "83"), "If-Match", "\"0\"")
                        .statusCode())
                .as("an entry keeps the kind it has")
                .isEqualTo(200);
        assertThat(as("officer")
                        .put("/api/movement/registers/models/entries/" + UUID.randomUUID(), entry)
                        .statusCode())
                .as("nothing new takes it")
                .isEqualTo(400);
    }

    private JsonNode list(String account, String query) {
        return json(as(account).get("/api/movement/registers/outreach/entries" + query));
    }

    private String meetings(int sessions) {
        return "{\"kind\":\"tai-xa\",\"unitId\":" + unitId("commune-15394-2019")
                + ",\"title\":\"Tuyên truyền quý I\",\"firstDay\":\"2019-01-01\",\"lastDay\":\"2019-03-31\","
                + "\"details\":{\"sessions\":{\"value\":" + sessions
                + "},\"attendances\":{\"value\":200,\"moreThan\":true}},\"source\":\"Báo cáo quý I/2019\"}";
    }
}
