package vn.anttmap.exchange.registertable;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.testing.DemoServiceContract;

/** A table of security teams: looked at, stored as a whole, taken back as a whole. */
abstract class TeamTableContract extends DemoServiceContract {

    private static final String IMPORTS = "/api/imports/registers/security-teams";

    private static final String TEAMS = "/api/movement/security-teams";

    /** Both existed from June to August 2019 only, in the areas of then. */
    private static final String TABLE = """
            STT;Tên tổ;Loại;Xã;Địa bàn;Thành lập ngày;Giải thể từ ngày;Tổ trưởng;Tổ phó;Tổ viên;Số người;Kinh độ;Vĩ độ
            1;Tổ bảo vệ số 1 – Đường Ứng Hoà;to bao ve antt;;khu pho 1;01/6/2019;01/9/2019;1;1;3;;;
            2;Đội xung kích mới;doi_thanh_nien_xung_kich;Quán Lào;;01/6/2019;01/9/2019;;;;12;105,64806;19,97194
            """;

    private static final String FIRST = "Tổ bảo vệ số 1 – Đường Ứng Hoà";

    private static final String SECOND = "Đội xung kích mới";

    @AfterEach
    void removeWhatWasWritten() {
        jdbc.sql("delete from security_team where changed_by is not null and synthetic = false")
                .update();
    }

    @Test
    void looksAtEveryRowWithoutStoringAnything() {
        JsonNode look = look(TABLE);

        assertThat(look.get("ready").asInt()).as(look.toPrettyString()).isEqualTo(2);
        assertThat(look.get("errors").asInt()).isZero();
        assertThat(look.get("ignoredHeadings").toString()).isEqualTo("[\"STT\"]");
        JsonNode first = look.at("/rows/0");
        assertThat(first.get("kind").asString()).isEqualTo("to_bao_ve_antt");
        assertThat(first.get("title").asString()).isEqualTo(FIRST);
        assertThat(first.at("/unit/id").asLong()).isEqualTo(unitId("hamlet-15394-khu-pho-1-2019"));
        assertThat(first.at("/details/role-to-vien/value").asInt()).isEqualTo(3);
        assertThat(look.at("/rows/1/unit/id").asLong()).isEqualTo(unitId("commune-15394-2019"));
        assertThat(look.at("/rows/1/longitude").asDouble()).isEqualTo(105.64806);
        assertThat(team(FIRST)).isNull();
    }

    @Test
    void storesAllTeamsAtOnceAndOnlyOnceAndTakesThemBackAsAWhole() {
        String table = IMPORTS + "/" + look(TABLE).get("importId").asString();

        JsonNode stored = json(as("officer").post(table + "/commit?rows=2", ""));
        JsonNode again = json(as("officer").post(table + "/commit?rows=2", ""));

        assertThat(stored.get("count").asInt()).as(stored.toPrettyString()).isEqualTo(2);
        assertThat(again).isEqualTo(stored);
        JsonNode first = team(FIRST);
        // 1 head, 1 deputy, 3 members.
        assertThat(first.get("memberCount").asInt()).isEqualTo(5);
        assertThat(first.at("/members/2/count").asInt()).isEqualTo(3);
        assertThat(first.get("validFrom").asString()).isEqualTo("2019-06-01");
        assertThat(first.get("validTo").asString()).isEqualTo("2019-09-01");
        JsonNode second = team(SECOND);
        assertThat(second.get("memberCount").asInt()).isEqualTo(12);
        assertThat(second.get("members").size()).isZero();
        assertThat(second.get("longitude").asDouble()).isEqualTo(105.64806);
        assertThat(second.get("latitude").asDouble()).isEqualTo(19.97194);

        JsonNode takenBack = json(as("officer").post(table + "/rollback", ""));

        assertThat(takenBack.get("count").asInt())
                .as(takenBack.toPrettyString())
                .isEqualTo(2);
        assertThat(team(FIRST)).isNull();
        assertThat(team(SECOND)).isNull();
        assertThat(as("leader")
                        .get("/api/features/security-teams?day=2019-08-15")
                        .body())
                .doesNotContain(FIRST);
        assertThat(json(as("officer").post(table + "/rollback", ""))).isEqualTo(takenBack);
        assertProblem(as("officer").post(table + "/commit?rows=2", ""), 409, "register-table-taken-back");
        String path = TEAMS + "/" + first.get("id").asString();
        JsonNode history = json(as("leader").get(path + "/history")).get("history");
        assertThat(history.size()).isEqualTo(2);
        assertThat(history.at("/1/change").asString()).isEqualTo("withdrawn");
        assertThat(history.at("/1/changedBy").asString()).isEqualTo("officer");
        assertProblem(as("officer").put(path, change(first), "If-Match", "\"1\""), 409, "security-team-withdrawn");
        assertThat(as("admin").get("/api/audit?action=security-team-written").body())
                .contains("change=withdrawn");
    }

    @Test
    void takesNothingBackOnceSomebodyChangedOneOfThem() {
        String table = IMPORTS + "/" + look(TABLE).get("importId").asString();
        as("officer").post(table + "/commit?rows=2", "");
        JsonNode second = team(SECOND);
        HttpResponse<String> changed =
                as("officer").put(TEAMS + "/" + second.get("id").asString(), change(second), "If-Match", "\"0\"");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);

        assertProblem(as("officer").post(table + "/rollback", ""), 409, "security-team-changed-since");

        assertThat(team(FIRST)).isNotNull();
        assertThat(team("Sửa")).isNotNull();
    }

    @Test
    void tellsEveryFaultOfARowAndStoresTheOthersOnlyWhenTheirNumberIsNamed() {
        JsonNode look = look("""
                Tên tổ;Loại;Địa bàn;Thành lập ngày;Giải thể từ ngày;Tổ trưởng;Tổ viên;Số thành viên
                ;Bay;Khu phố 77;36/3/2019;;một;;
                Tổ A;to_bao_ve_antt;khu pho 1;01/6/2019;01/5/2019;1;2;
                Tổ B;to_bao_ve_antt;khu pho 1;01/6/2019;01/9/2019;1;2;5
                Tổ C;to_bao_ve_antt;khu pho 1;01/6/2019;01/9/2019;1;hơn 2;
                Tổ D;to_bao_ve_antt;khu pho 1;01/6/2019;01/9/2019;1;2;3
                Tổ D;to_bao_ve_antt;khu pho 1;01/6/2019;01/9/2019;1;2;3
                """);

        assertThat(look.get("errors").asInt()).as(look.toPrettyString()).isEqualTo(4);
        assertThat(look.get("ready").asInt()).isEqualTo(2);
        JsonNode rows = look.get("rows");
        assertThat(rows.get(0).get("problems").size()).isEqualTo(5);
        assertThat(rows.get(0).get("problems").toString())
                .contains("\"kind\"", "\"title\"", "\"firstDay\"", "Khu phố 77", "\"role-to-truong\"");
        assertThat(rows.get(1).at("/problems/0/column").asString()).isEqualTo("lastDay");
        assertThat(rows.get(2).at("/problems/0/column").asString()).isEqualTo("memberCount");
        assertThat(rows.get(3).at("/problems/0/heading").asString()).isEqualTo("Tổ viên");
        assertThat(rows.get(5).get("sameAsRow").asInt()).isEqualTo(6);
        String table = IMPORTS + "/" + look.get("importId").asString();
        assertProblem(as("officer").post(table + "/commit?rows=6", ""), 422, "table-rows-differ");
        assertThat(team("Tổ D")).isNull();
    }

    /** As files from a Mac have them: each mark apart from its letter. */
    @Test
    void readsDecomposedLettersOfAFileAndListsIt() {
        byte[] file = Normalizer.normalize(TABLE, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = as("officer").postFile(IMPORTS, "tổ bảo vệ.csv", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String id = json(answer).get("importId").asString();

        assertThat(as("officer").post(IMPORTS + "/" + id + "/commit?rows=2", "").statusCode())
                .isEqualTo(200);

        assertThat(team(FIRST)).isNotNull();
        assertThat(as("officer").get(IMPORTS).body()).contains(id, "tổ bảo vệ.csv");
        assertThat(as("officer-tra-linh").get(IMPORTS).body()).doesNotContain(id);
    }

    @Test
    void anotherRegisterOrAnotherAccountDoesNotFindTheTable() {
        String id = look(TABLE).get("importId").asString();

        assertProblem(
                as("officer").post("/api/imports/registers/tips/" + id + "/commit?rows=2", ""), 404, "table-unknown");
        assertProblem(as("officer-tra-linh").post(IMPORTS + "/" + id + "/commit?rows=2", ""), 404, "table-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader", "planner", "admin"})
    void othersMayNeitherLookNorStoreNorTakeBack(String account) {
        String table = IMPORTS + "/" + look(TABLE).get("importId").asString();

        assertThat(as(account).post(IMPORTS, body(TABLE)).statusCode()).isEqualTo(403);
        assertThat(as(account).post(table + "/commit?rows=2", "").statusCode()).isEqualTo(403);
        assertThat(as(account).post(table + "/rollback", "").statusCode()).isEqualTo(403);
        assertThat(as(account).get(IMPORTS).statusCode()).isEqualTo(403);
    }

    @Test
    void aTableWithoutNameOrKindIsRefused() {
        assertProblem(
                as("officer").post(IMPORTS, body("Tên tổ;Địa bàn\nTổ A;khu pho 1")), 422, "table-columns-missing");
    }

    private JsonNode look(String text) {
        HttpResponse<String> answer = as("officer").post(IMPORTS, body(text));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static String body(String text) {
        return JsonMapper.shared().writeValueAsString(Map.of("text", text));
    }

    private static String change(JsonNode team) {
        return "{\"name\":\"Sửa\",\"kind\":\"to_bao_ve_antt\",\"areaId\":"
                + team.at("/area/id").asString()
                + ",\"validFrom\":\"2019-06-01\",\"members\":[],\"gradings\":[]}";
    }

    /** A team as the leader sees it on a day when it existed; null where it is not listed. */
    private @Nullable JsonNode team(String name) {
        for (JsonNode team : json(as("leader").get(TEAMS + "?day=2019-08-15")).get("teams")) {
            if (team.get("name").asString().equals(name)) {
                return team;
            }
        }
        return null;
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("type").asString()).endsWith(type);
    }
}
