package vn.anttmap.exchange.incidenttable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.Gdal;

/** A table of incidents: looked at, stored as a whole, taken back as a whole. Days lie outside those other tests ask for. */
abstract class IncidentTableContract extends DemoServiceContract {

    private static final String IMPORTS = "/api/imports/incidents";

    @Autowired
    IncidentTables tables;

    /** Domain note 5.4: EPSG:5897 X 2209278.6, Y 567627.8 is the centre of Quán Lào, 105.64806 E, 19.97194 N. */
    private static final String TABLE = """
            STT;Ngày xảy ra;Giờ;Loại vụ việc;Mức độ;X;Y;Khu dân cư;Số đối tượng;Thiệt hại (đồng)
            1;03/8/2020;14:30;Trật tự xã hội;Ít nghiêm trọng;2209278,6;567627,8;;2;1.500.000
            2;04/8/2020;;TNGT;;;;khu pho 1;;
            3;05/8/2020;7h;Mâu thuẫn, tranh chấp;;;;;;
            """;

    @Test
    void looksAtEveryRowWithoutStoringAnything() {
        int before = incidents();

        JsonNode look = look(TABLE);

        assertThat(look.get("ready").asInt()).as(look.toPrettyString()).isEqualTo(2);
        assertThat(look.get("unassigned").asInt()).isEqualTo(1);
        assertThat(look.get("errors").asInt()).isZero();
        assertThat(look.get("ignoredHeadings").toString()).isEqualTo("[\"STT\"]");
        JsonNode placed = look.get("rows").get(0);
        assertThat(placed.get("row").asInt()).isEqualTo(2);
        assertThat(placed.get("longitude").asDouble()).isCloseTo(105.64806, within());
        assertThat(placed.get("latitude").asDouble()).isCloseTo(19.97194, within());
        assertThat(placed.get("occurredAt").asString()).isEqualTo("2020-08-03T07:30:00Z");
        assertThat(placed.get("severity").asString()).isEqualTo("IT_NGHIEM_TRONG");
        JsonNode wholeDay = look.get("rows").get(1);
        assertThat(wholeDay.get("occurredAt").asString()).isEqualTo("2020-08-03T17:00:00Z");
        assertThat(wholeDay.get("occurredUntil").asString()).isEqualTo("2020-08-04T16:59:00Z");
        assertThat(wholeDay.get("area").get("fullName").asString()).isNotEmpty();
        assertThat(look.get("rows").get(2).get("status").asString()).isEqualTo("unassigned");
        assertThat(incidents()).isEqualTo(before);
    }

    /** The same place again, as another program writes it; the table names X the east, which the guard puts right. */
    @ParameterizedTest
    @CsvSource({"ESRI Shapefile, vu_viec.shp.zip, ''", "GPKG, vu_viec.gpkg, ''", "CSV, vu_viec.csv, ?crs=EPSG:5897"})
    void pointsOutOfAnotherProgramBecomeTheSameRows(String driver, String name, String more, @TempDir Path folder)
            throws IOException {
        Path source = Files.writeString(folder.resolve("a.geojson"), """
                {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::5897"}},"features":[
                {"type":"Feature","properties":{"LOAI":"Trật tự xã hội","NGAY":"03/08/2020"},
                 "geometry":{"type":"Point","coordinates":[567627.8,2209278.6]}},
                {"type":"Feature","properties":{"LOAI":"TNGT","NGAY":"04/08/2020"},"geometry":null}]}""");
        Path made = folder.resolve(name);
        List<String> command = new ArrayList<>(
                List.of("ogr2ogr", "-f", driver, made.toString(), source.toString(), "-nln", "vu_viec"));
        command.addAll(
                driver.equals("CSV")
                        ? List.of("-lco", "GEOMETRY=AS_XY")
                        : driver.equals("GPKG") ? List.of() : List.of("-lco", "ENCODING=UTF-8"));
        Gdal.run(command.toArray(String[]::new));

        HttpResponse<String> answer = as("officer").postFile(IMPORTS + more, name, Files.readAllBytes(made));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode look = json(answer);
        assertThat(look.get("ready").asInt()).as(look.toPrettyString()).isEqualTo(1);
        assertThat(look.get("unassigned").asInt()).isEqualTo(1);
        assertThat(look.at("/rows/0/longitude").asDouble()).isCloseTo(105.64806, within());
        assertThat(look.at("/rows/0/latitude").asDouble()).isCloseTo(19.97194, within());
        assertThat(look.at("/rows/0/occurredAt").asString()).startsWith("2020-08-02T17:00");
    }

    /** The same place as in the table, east first as GeoJSON has it. */
    @Test
    void aLayerOfPointsIsReadInTheSystemThatItNames() {
        String layer = """
                {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::5897"}},"features":[
                {"type":"Feature","properties":{"LOAI":"Trật tự xã hội","NGAY":"20200803"},
                 "geometry":{"type":"Point","coordinates":[567627.8,2209278.6]}},
                {"type":"Feature","properties":{"LOAI":"TNGT","NGAY":"2020-08-04"},"geometry":null}]}""";

        HttpResponse<String> answer =
                as("officer").postFile(IMPORTS, "vu_viec.geojson", layer.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode look = json(answer);
        assertThat(look.get("ready").asInt()).as(look.toPrettyString()).isEqualTo(1);
        assertThat(look.get("unassigned").asInt()).isEqualTo(1);
        assertThat(look.at("/rows/0/longitude").asDouble()).isCloseTo(105.64806, within());
        assertThat(look.at("/rows/0/latitude").asDouble()).isCloseTo(19.97194, within());
        assertThat(look.at("/rows/0/occurredAt").asString()).startsWith("2020-08-02T17:00");
        assertProblem(
                as("planner").postFile(IMPORTS, "vu_viec.geojson", layer.getBytes(StandardCharsets.UTF_8)),
                403,
                "right-missing");
    }

    @Test
    void storesAllRowsAtOnceAndOnlyOnceAndTakesThemBackAsAWhole() {
        int before = incidents();
        JsonNode look = look(TABLE);
        String table = IMPORTS + "/" + look.get("importId").asString();

        JsonNode stored = json(as("officer").post(table + "/commit?rows=3", ""));
        JsonNode again = json(as("officer").post(table + "/commit?rows=3", ""));

        assertThat(stored.get("count").asInt()).isEqualTo(3);
        assertThat(again).isEqualTo(stored);
        assertThat(incidents()).isEqualTo(before + 3);
        String first = "/api/incidents/" + stored.get("incidentIds").get(0).asString();
        JsonNode incident = json(as("officer").get(first));
        assertThat(incident.get("damageDong").asLong()).isEqualTo(1_500_000);
        assertThat(incident.get("mine").asBoolean()).isTrue();
        String third = "/api/incidents/" + stored.get("incidentIds").get(2).asString();
        assertThat(json(as("officer").get(third)).get("placeAccuracy").asString())
                .isEqualTo("unknown");
        assertThat(json(as("officer").get(third)).get("residentialArea").isNull())
                .isTrue();

        JsonNode takenBack = json(as("officer").post(table + "/rollback", ""));

        assertThat(takenBack.get("count").asInt()).isEqualTo(3);
        assertThat(json(as("officer").get(first)).get("withdrawn").asBoolean()).isTrue();
        assertThat(json(as("officer").post(table + "/rollback", ""))).isEqualTo(takenBack);
        assertProblem(as("officer").post(table + "/commit?rows=2", ""), 422, "table-rows-differ");
        assertProblem(as("officer").post(table + "/commit?rows=3", ""), 409, "table-taken-back");
    }

    @Test
    void tablesStoredBeforeAreListedWithWhoWhenAndHowManyRows() {
        HttpResponse<String> file = as("officer")
                .postFile(IMPORTS + "?crs=EPSG:5897", "sổ quý I.csv", TABLE.getBytes(StandardCharsets.UTF_8));
        String id = json(file).get("importId").asString();
        assertThat(listed(id)).as("only looked at").isNull();
        assertThat(as("officer").post(IMPORTS + "/" + id + "/commit?rows=3", "").statusCode())
                .isEqualTo(200);

        JsonNode table = listed(id);

        assertThat(table.get("fileName").asString()).isEqualTo("sổ quý I.csv");
        assertThat(table.get("createdBy").asString()).isEqualTo("officer");
        assertThat(Instant.parse(table.get("createdAt").asString()))
                .isCloseTo(Instant.now(), org.assertj.core.api.Assertions.within(1, ChronoUnit.MINUTES));
        assertThat(table.get("rows").asInt()).isEqualTo(3);
        assertThat(table.get("state").asString()).isEqualTo("stored");
        assertThat(table.get("mayTakeBack").asBoolean()).isTrue();
        // A colleague of the same territory sees it and cannot take it back; one of another territory does not.
        assertThat(tables.past(colleague("district-394")))
                .filteredOn(each -> each.importId().toString().equals(id))
                .singleElement()
                .matches(each -> !each.mayTakeBack());
        assertThat(tables.past(colleague("district-046")))
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
        JsonNode look =
                look("Ngày;Loại;Vĩ độ;Kinh độ\n03/8/2020;TNGT;19,97194;105,64806\n03/8/2020;TTXH;19,972;105,648\n");
        String table = IMPORTS + "/" + look.get("importId").asString();
        JsonNode ids = json(as("officer").post(table + "/commit?rows=2", "")).get("incidentIds");
        String second = "/api/incidents/" + ids.get(1).asString();
        String correction = mark("\"longitude\":105.648,\"latitude\":19.972");
        assertThat(as("officer").put(second, correction, "If-Match", "\"0\"").statusCode())
                .isEqualTo(200);

        assertProblem(as("officer").post(table + "/rollback", ""), 409, "incident-corrected-since");

        String first = "/api/incidents/" + ids.get(0).asString();
        assertThat(json(as("officer").get(first)).get("withdrawn").asBoolean()).isFalse();
        as("officer").post(first + "/withdraw", "", "If-Match", "\"0\"");
        as("officer").post(second + "/withdraw", "", "If-Match", "\"1\"");
    }

    @Test
    void tellsEveryFaultOfARowAndStoresTheOthersOnlyWhenTheirNumberIsNamed() {
        JsonNode look = look("""
                Ngày;Loại;Mức độ;X;Y;Chết
                32/8/2020;Bay;;2209278,6;567627,8;ba
                03/8/2020;TNGT;Cấp I;2209278,6;567627,8;
                03/8/2020;TNGT;;2.523.000;640.000;
                03/8/2999;TNGT;;2209278,6;567627,8;
                03/8/2020;TNGT;;567627,8;2209278,6;0
                03/8/2020;TNGT;;567627,8;2209278,6;0
                """);

        assertThat(look.get("errors").asInt()).isEqualTo(4);
        assertThat(look.get("ready").asInt()).isEqualTo(2);
        JsonNode rows = look.get("rows");
        assertThat(rows.get(0).get("problems").size()).isEqualTo(3);
        assertThat(rows.get(0).get("problems").toString()).contains("32/8/2020", "\"category\"", "\"dead\"");
        assertThat(rows.get(1).get("problems").toString()).contains("Va chạm giao thông");
        assertThat(rows.get(2).get("problems").toString()).contains("1000 m");
        assertThat(rows.get(4).get("status").asString())
                .as("exchanged axes are understood")
                .isEqualTo("ready");
        assertThat(rows.get(5).get("sameAsRow").asInt()).isEqualTo(6);
        int before = incidents();
        String table = IMPORTS + "/" + look.get("importId").asString();
        assertProblem(as("officer").post(table + "/commit?rows=6", ""), 422, "table-rows-differ");
        assertThat(incidents()).isEqualTo(before);
    }

    @Test
    void findsAnAreaByItsNameInItsCommune() {
        JsonNode look = look("Ngày;Loại;Khu dân cư\n03/8/2019;TNGT;khu pho 2\n03/8/2019;TNGT;Khu phố 77\n");

        assertThat(look.get("rows").get(0).get("area").get("fullName").asString())
                .isEqualTo("Khu phố 2");
        assertThat(look.get("rows").get(1).get("problems").toString()).contains("Khu phố 77");
    }

    @Test
    void readsAnUploadedFileAsWellAsPastedText() {
        byte[] file = "Ngày,Loại\n03/8/2020,TNGT\n".getBytes(StandardCharsets.UTF_8);

        JsonNode look = json(as("officer").postFile(IMPORTS + "?crs=EPSG:5897", "vụ việc.csv", file));

        assertThat(look.get("unassigned").asInt()).as(look.toPrettyString()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader", "planner", "admin"})
    void isForThoseWhoMayMark(String account) {
        assertProblem(post(account, TABLE), 403, "right-missing");
        assertProblem(
                as(account).postFile(IMPORTS, "a.csv", TABLE.getBytes(StandardCharsets.UTF_8)), 403, "right-missing");
        assertProblem(as(account).post(IMPORTS + "/" + UUID.randomUUID() + "/commit?rows=1", ""), 403, "right-missing");
        assertProblem(as(account).post(IMPORTS + "/" + UUID.randomUUID() + "/rollback", ""), 403, "right-missing");
        assertProblem(as(account).get(IMPORTS), 403, "right-missing");
    }

    @Test
    void keepsATableForTheAccountThatSentIt() {
        String table = IMPORTS + "/"
                + look("Ngày;Loại\n03/8/2020;TNGT\n").get("importId").asString();

        assertProblem(as("officer-tra-linh").post(table + "/commit?rows=1", ""), 404, "table-unknown");
    }

    @Test
    void takesNoRowOfAnotherTerritory() {
        JsonNode look = look("Ngày;Loại;Vĩ độ;Kinh độ\n03/8/2019;TNGT;22,82;106,32\n");

        assertThat(look.get("errors").asInt()).isEqualTo(1);
    }

    @Test
    void saysWhatAFileLacks() {
        assertProblem(post("officer", "Họ tên;Địa chỉ\nA;B\n"), 422, "table-columns-missing");
        assertProblem(post("officer", ""), 422, "table-empty");
        assertProblem(as("officer").postFile(IMPORTS, "a.csv", new byte[12_000_000]), 413, "file-too-large");
    }

    private JsonNode look(String text) {
        HttpResponse<String> answer = post("officer", text);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private HttpResponse<String> post(String account, String text) {
        String quoted = tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text);
        return as(account).post(IMPORTS + "?crs=EPSG:5897", "{\"text\":" + quoted + "}", "Accept-Language", "vi");
    }

    private int incidents() {
        return jdbc.sql("select count(*) from incident").query(Integer.class).single();
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String key) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("#" + key);
    }
}
