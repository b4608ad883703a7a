package vn.anttmap.exchange.registertable;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.testing.DemoServiceContract;

/** A table of a register: looked at, stored as a whole, taken back as a whole. */
abstract class RegisterTableContract extends DemoServiceContract {

    private static final String IMPORTS = "/api/imports/registers/outreach";

    private static final String TABLE = """
            STT;Loại;Nội dung;Xã;Địa bàn;Từ ngày;Đến ngày;Số cuộc;Lượt người;Nguồn
            1;Tuyên truyền tại xã, thị trấn;Phòng cháy;;;01/3/2020;31/3/2020;3;hơn 1.500;BC quý I
            2;tai-xom;Lừa đảo qua mạng;;khu pho 1;05/4/2020;;2;;
            """;

    @Autowired
    RegisterTables tables;

    @Autowired
    TableTargets targets;

    @AfterEach
    void removeWhatWasWritten() {
        jdbc.sql("delete from movement_entry_history where id in"
                        + " (select id from movement_entry where created_by <> 'gis-data')")
                .update();
        jdbc.sql("delete from movement_entry where created_by <> 'gis-data'").update();
    }

    @Test
    void looksAtEveryRowWithoutStoringAnything() {
        JsonNode look = look(TABLE);

        assertThat(look.get("ready").asInt()).as(look.toPrettyString()).isEqualTo(2);
        assertThat(look.get("errors").asInt()).isZero();
        assertThat(look.get("ignoredHeadings").toString()).isEqualTo("[\"STT\"]");
        JsonNode first = look.at("/rows/0");
        assertThat(first.get("row").asInt()).isEqualTo(2);
        assertThat(first.get("kind").asString()).isEqualTo("tai-xa");
        assertThat(first.at("/unit/fullName").asString()).contains("Quán Lào");
        assertThat(first.at("/details/attendances/value").asInt()).isEqualTo(1500);
        assertThat(first.at("/details/attendances/moreThan").asBoolean()).isTrue();
        assertThat(look.at("/rows/1/unit/fullName").asString()).isEqualTo("Khu phố 1");
        assertThat(entries()).isZero();
    }

    @Test
    void storesAllRowsAtOnceAndOnlyOnceAndTakesThemBackAsAWhole() {
        String table = IMPORTS + "/" + look(TABLE).get("importId").asString();

        JsonNode stored = json(as("officer").post(table + "/commit?rows=2", ""));
        JsonNode again = json(as("officer").post(table + "/commit?rows=2", ""));

        assertThat(stored.get("count").asInt()).isEqualTo(2);
        assertThat(again).isEqualTo(stored);
        assertThat(entries()).isEqualTo(2);
        // 3 + 2 sessions; attendances are given by one row only, as more than 1,500.
        JsonNode sums = json(as("leader").get("/api/movement/registers/outreach/sums?from=2020-01-01&to=2020-12-31"));
        assertThat(sums.get("counted").asInt()).isEqualTo(2);
        assertThat(sums.at("/amounts/sessions/value").asInt()).isEqualTo(5);
        assertThat(sums.at("/amounts/attendances/moreThan").asBoolean()).isTrue();

        JsonNode takenBack = json(as("officer").post(table + "/rollback", ""));

        assertThat(takenBack.get("count").asInt()).isEqualTo(2);
        assertThat(entries()).isZero();
        assertThat(json(as("officer").post(table + "/rollback", ""))).isEqualTo(takenBack);
        assertProblem(as("officer").post(table + "/commit?rows=2", ""), 409, "register-table-taken-back");
        String first = "/api/movement/registers/outreach/entries/"
                + stored.at("/entryIds/0").asString();
        JsonNode history = json(as("officer").get(first + "/history"));
        assertThat(history.at("/history/1/reason").asString()).contains("cả bảng");
    }

    @Test
    void tablesStoredBeforeAreListedWithWhoWhenAndHowManyRows() {
        HttpResponse<String> file =
                as("officer").postFile(IMPORTS, "sổ quý I.csv", TABLE.getBytes(StandardCharsets.UTF_8));
        String id = json(file).get("importId").asString();
        assertThat(listed(id)).as("only looked at").isNull();
        assertThat(as("officer").post(IMPORTS + "/" + id + "/commit?rows=2", "").statusCode())
                .isEqualTo(200);

        JsonNode table = listed(id);

        assertThat(table.get("fileName").asString()).isEqualTo("sổ quý I.csv");
        assertThat(table.get("createdBy").asString()).isEqualTo("officer");
        assertThat(Instant.parse(table.get("createdAt").asString()))
                .isCloseTo(Instant.now(), org.assertj.core.api.Assertions.within(1, ChronoUnit.MINUTES));
        assertThat(table.get("rows").asInt()).isEqualTo(2);
        assertThat(table.get("state").asString()).isEqualTo("stored");
        assertThat(table.get("mayTakeBack").asBoolean()).isTrue();
        // A colleague of the same territory sees it and cannot take it back; one of another territory does not.
        assertThat(tables.past(colleague("district-394"), targets.of("outreach")))
                .filteredOn(each -> each.importId().toString().equals(id))
                .singleElement()
                .matches(each -> !each.mayTakeBack());
        assertThat(tables.past(colleague("district-046"), targets.of("outreach")))
                .noneMatch(each -> each.importId().toString().equals(id));
        assertThat(as("officer-tra-linh").get(IMPORTS).body()).doesNotContain(id);
        as("officer").post(IMPORTS + "/" + id + "/rollback", "");
        assertThat(listed(id).get("state").asString()).isEqualTo("taken-back");
        assertThat(listed(id).get("mayTakeBack").asBoolean()).isFalse();
    }

    private AccountView colleague(String unitKey) {
        return new AccountView(0, "colleague", "colleague", Role.OFFICER, Set.of(), List.of(unitId(unitKey)), false);
    }

    private @Nullable JsonNode listed(String id) {
        for (JsonNode table : json(as("officer").get(IMPORTS)).get("tables")) {
            if (table.get("importId").asString().equals(id)) {
                return table;
            }
        }
        return null;
    }

    @Test
    void takesNothingBackOnceSomebodyCorrectedOneOfThem() {
        String table = IMPORTS + "/" + look(TABLE).get("importId").asString();
        JsonNode ids = json(as("officer").post(table + "/commit?rows=2", "")).get("entryIds");
        String second = "/api/movement/registers/outreach/entries/" + ids.get(1).asString();
        String correction = "{\"kind\":\"tai-xom\",\"unitId\":" + unitOf(second)
                + ",\"title\":\"Sửa\",\"firstDay\":\"2020-04-05\",\"details\":{\"sessions\":2}}";
        assertThat(as("officer").put(second, correction, "If-Match", "\"0\"").statusCode())
                .isEqualTo(200);

        assertProblem(as("officer").post(table + "/rollback", ""), 409, "register-entry-corrected-since");

        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void tellsEveryFaultOfARowAndStoresTheOthersOnlyWhenTheirNumberIsNamed() {
        JsonNode look = look("""
                Loại;Nội dung;Địa bàn;Ngày;Số cuộc;Lượt người
                Bay;;Khu phố 77;01/3/2020;ba;
                tai-xa;A;;36/3/2020;1;
                tai-xa;A;;01/3/2999;1;
                tai-xa;A;;01/3/2020;;10
                tai-xa;B;;01/3/2020;1;10
                tai-xa;B;;01/3/2020;1;10
                """);

        assertThat(look.get("errors").asInt()).as(look.toPrettyString()).isEqualTo(4);
        assertThat(look.get("ready").asInt()).isEqualTo(2);
        JsonNode rows = look.get("rows");
        assertThat(rows.get(0).get("problems").size()).isEqualTo(4);
        assertThat(rows.get(0).get("problems").toString())
                .contains("\"kind\"", "\"title\"", "Khu phố 77", "\"sessions\"");
        assertThat(rows.get(2).get("problems").toString()).contains("\"firstDay\"");
        assertThat(rows.get(3).get("problems").toString()).contains("\"sessions\"");
        assertThat(rows.get(5).get("sameAsRow").asInt()).isEqualTo(6);
        String table = IMPORTS + "/" + look.get("importId").asString();
        assertProblem(as("officer").post(table + "/commit?rows=6", ""), 422, "table-rows-differ");
        assertThat(entries()).isZero();
    }

    @Test
    void readsAnUploadedFileAndTheFieldsOfOtherRegisters() {
        HttpResponse<String> answer = as("officer")
                .postFile(
                        "/api/imports/registers/commendations",
                        "khen.csv",
                        ("Hình thức,Nội dung,Ngày,Đối tượng được khen,Cấp khen,Số lượng khen\n"
                                        + "Giấy khen,Khen năm 2020,15/8/2020,tập thể,Cấp xã,6\n")
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).at("/rows/0/details/recipient").asString()).isEqualTo("collective");
        assertThat(json(answer).at("/rows/0/details/level").asString()).isEqualTo("commune");
        assertThat(json(answer).at("/rows/0/details/awards/value").asInt()).isEqualTo(6);
    }

    @Test
    void anotherRegisterOrAnotherAccountDoesNotFindTheTable() {
        String id = look(TABLE).get("importId").asString();

        assertProblem(
                as("officer").post("/api/imports/registers/tips/" + id + "/commit?rows=2", ""), 404, "table-unknown");
        assertProblem(as("officer-tra-linh").post(IMPORTS + "/" + id + "/commit?rows=2", ""), 404, "table-unknown");
        assertProblem(as("officer").post("/api/imports/incidents/" + id + "/commit?rows=2", ""), 404, "table-unknown");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Họ tên;Địa chỉ\\nA;B|table-columns-missing", "Nội dung;Ngày|table-empty"})
    void aTableThatSaysNothingIsRefused(String text, String problem) {
        assertProblem(as("officer").post(IMPORTS, body(text.replace("\\n", "\n"))), 422, problem);
    }

    private JsonNode look(String text) {
        HttpResponse<String> answer = as("officer").post(IMPORTS, body(text));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static String body(String text) {
        return JsonMapper.shared().writeValueAsString(java.util.Map.of("text", text));
    }

    private String unitOf(String entry) {
        return json(as("officer").get(entry)).at("/unit/id").asString();
    }

    private int entries() {
        return json(as("officer").get("/api/movement/registers/outreach/entries?from=2020-01-01&to=2020-12-31"))
                .get("entries")
                .size();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("type").asString()).endsWith(type);
    }
}
