package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.CountingFilePath;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.TestDatabase;
import vn.anttmap.testing.TestFolders;

/**
 * On the embedded database every write of every module is on the disk before it is acknowledged, and no reading waits for
 * the disk. A killed process alone would not show it: what the operating system has outlives the process.
 */
class AcknowledgedWriteTests extends DemoServiceContract {

    private static final String AREA = "hamlet-15394-khu-pho-1-2019";
    private static final String TOWN = "commune-15394-2019";
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

    @DynamicPropertySource
    static void countForcedWrites(DynamicPropertyRegistry properties) {
        CountingFilePath.register();
        TestDatabase database = TestDatabase.h2gisIn(TestFolders.create("counted-writes-"));
        properties.add(
                "spring.datasource.url",
                () -> database.url().replace("jdbc:h2:file:", "jdbc:h2:" + CountingFilePath.SCHEME + ":"));
        properties.add(
                "anttmap.backup.directory", () -> TestFolders.create("backups-").toString());
        properties.add("spring.datasource.username", database::username);
        properties.add("spring.datasource.password", database::password);
    }

    private JsonNode forced(String what, Supplier<HttpResponse<String>> write) {
        int before = CountingFilePath.forced();
        HttpResponse<String> answer = write.get();
        assertThat(answer.statusCode()).as(what + ": " + answer.body()).isBetween(200, 204);
        assertThat(CountingFilePath.forced()).as(what).isGreaterThan(before);
        return answer.body().isEmpty() ? json(as("leader").get("/api/safety/2019/criteria")) : json(answer);
    }

    @Test
    void everyIncidentAndItsTableIsOnDisk() {
        String incident = newIncident();
        forced("mark", () -> as("officer").put(incident, mark(IN_QUAN_LAO)));
        forced("repeat", () -> as("officer").put(incident, mark(IN_QUAN_LAO)));
        forced(
                "assignment",
                () -> as("officer")
                        .put(incident + "/assignment", "{\"areaId\":" + unitIdIn2020() + "}", "If-Match", "\"0\""));
        forced("withdrawal", () -> as("officer").post(incident + "/withdraw", "", "If-Match", "\"1\""));
        String feature = "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[105.64806,19.97194]},"
                + "\"properties\":{\"category\":\"TTXH\",\"occurredAt\":\"2020-08-03T02:00:00Z\"}}";
        String id = forced("feature", () -> as("officer").post("/ogc/collections/incidents/items", feature))
                .get("id")
                .asString();
        forced(
                "feature removed",
                () -> as("officer").delete("/ogc/collections/incidents/items/" + id, "If-Match", "*"));
        table("/api/imports/incidents", "Ngày;Loại;Vĩ độ;Kinh độ\\n03/8/2020;TNGT;19,97194;105,64806");
    }

    private long unitIdIn2020() {
        return unitId("commune-15469-2020");
    }

    private void table(String imports, String text) {
        String id = forced("look at a table", () -> as("officer").post(imports, "{\"text\":\"" + text + "\"}"))
                .get("importId")
                .asString();
        forced("table", () -> as("officer").post(imports + "/" + id + "/commit?rows=1", ""));
        forced("table taken back", () -> as("officer").post(imports + "/" + id + "/rollback", ""));
    }

    @Test
    void everyAccountAndItsCodesAreOnDisk() {
        String account = "{\"username\":\"on-disk\",\"displayName\":\"Thử\",\"role\":\"leader\",\"wholeCountry\":true}";
        long id = forced("account", () -> as("admin").post("/api/accounts", account))
                .at("/account/id")
                .asLong();
        String path = "/api/accounts/" + id;
        forced("change", () -> as("admin").put(path, account.replace("Thử", "Khác"), "If-Match", "\"0\""));
        forced("password", () -> as("admin").post(path + "/password", ""));
        String row = "{\"username\":\"on-disk-2\",\"displayName\":\"Thử\",\"role\":\"leader\",\"wholeCountry\":true}";
        forced("table of accounts", () -> as("admin").post("/api/accounts/table", "{\"accounts\":[" + row + "]}"));
        String token = forced(
                        "code",
                        () -> as("leader")
                                .post("/api/account/tokens", "{\"currentPassword\":\"leader\",\"name\":\"QGIS\"}"))
                .at("/listed/id")
                .asString();
        forced("backup", () -> as("admin").post("/api/backups", ""));
        forced("code revoked", () -> as("leader").delete("/api/account/tokens/" + token));
    }

    @Test
    void everyImportOfBoundariesAndRoadsIsOnDisk() {
        imported(
                "residential-areas",
                "ten,loai,wkt\nThử,Thôn,\"POLYGON((105.652 19.982, 105.653 19.982, 105.653 19.983,"
                        + " 105.652 19.982))\"\n",
                "&complete=true");
        imported("road-segments", "ten_doan,wkt\nThử,\"LINESTRING(105.652 19.982, 105.653 19.982)\"\n", "");
    }

    private void imported(String collection, String file, String more) {
        String imports = "/api/imports/" + collection;
        JsonNode look = forced(
                "look at " + collection,
                () -> as("planner")
                        .postFile(
                                imports + "?unit=" + unitId("commune-15469-2025") + "&day=2028-01-01&crs=EPSG:4326"
                                        + more,
                                "a.csv",
                                file.getBytes(StandardCharsets.UTF_8)));
        String path = imports + "/" + look.get("importId").asString();
        forced(collection, () -> as("planner").post(path + "/commit?changes=" + look.get("changes"), ""));
        forced(collection + " taken back", () -> as("planner").post(path + "/rollback", ""));
    }

    @Test
    void everyEntryOfTheMovementIsOnDisk() {
        String entry = "/api/movement/registers/tips/entries/" + UUID.randomUUID();
        String body = "{\"kind\":\"antt\",\"unitId\":" + unitId(TOWN)
                + ",\"title\":\"Tin\",\"firstDay\":\"2020-01-01\",\"details\":{\"tips\":3}}";
        forced("entry", () -> as("officer").put(entry, body));
        forced(
                "withdrawal",
                () -> as("officer").post(entry + "/withdraw", "{\"reason\":\"nhầm\"}", "If-Match", "\"0\""));
        forced(
                "team",
                () -> as("officer")
                        .post(
                                "/api/movement/security-teams",
                                "{\"name\":\"Tổ\",\"kind\":\"to_bao_ve_antt\",\"areaId\":" + unitId(AREA)
                                        + ",\"members\":[],\"gradings\":[]}"));
        forced(
                "kind",
                () -> as("admin")
                        .put(
                                "/api/settings/movement-kinds/models/may-anh",
                                "{\"nameVi\":\"Máy ảnh\",\"nameEn\":\"Camera\",\"countingWord\":\"mô hình\",\"active\":true}"));
        table("/api/imports/registers/tips", "Nội dung;Ngày;Số tin\\nTin;01/3/2020;3");
        table(
                "/api/imports/registers/security-teams",
                "Tên tổ;Loại;Kinh độ;Vĩ độ\\nTổ;to_bao_ve_antt;105.64806;19.97194");
    }

    @Test
    void everyStepOfAYearIsOnDisk() {
        String area = "/api/safety/2016/areas/" + unitId(AREA);
        forced("step", () -> as("officer").put(area, "{\"status\":\"registered\"}"));
        forced(
                "judgement",
                () -> as("officer")
                        .put(
                                area + "/criteria/5.2",
                                "{\"verdict\":\"met\"}",
                                "If-Match",
                                as("officer")
                                        .get(area)
                                        .headers()
                                        .firstValue("ETag")
                                        .orElseThrow()));
        String document = forced("document", () -> as("officer").postFile(area + "/documents", "giay.pdf", PDF))
                .get("id")
                .asString();
        assertThat(notForced(() -> as("officer").get(area + "/documents/" + document)))
                .isTrue();
        String school = "/organizations/" + UUID.randomUUID();
        forced(
                "organization",
                () -> as("officer")
                        .put(
                                "/api/safety" + school,
                                "{\"name\":\"Trường\",\"kind\":\"school\",\"communeId\":" + unitId(TOWN)
                                        + ",\"validFrom\":\"2000-01-01\"}"));
        forced(
                "organization's year",
                () -> as("officer").put("/api/safety/2016" + school, "{\"status\":\"registered\"}"));
        forced(
                "criterion",
                () -> as("admin")
                        .put(
                                "/api/settings/criteria/TT124-2021/residential-area/CB-9",
                                "{\"text\":\"Thêm\",\"judgedBy\":\"ATTESTED\",\"provinceCode\":null,\"optional\":true,"
                                        + "\"points\":null,\"verified\":false,\"source\":\"thử\",\"active\":true}"));
    }

    @Test
    void everyTextOfAReportAndEveryCategoryIsOnDisk() {
        forced(
                "text",
                () -> as("officer")
                        .put(
                                "/api/reports/" + unitId(TOWN) + "/texts?from=2016-01-01&to=2016-12-31",
                                "{\"texts\":{\"direction\":\"x\"}}"));
        forced(
                "category",
                () -> as("admin")
                        .put(
                                "/api/settings/incident-categories/THU",
                                "{\"nameVi\":\"Thử\",\"nameEn\":\"Try\",\"scale\":\"NONE\",\"restricted\":false,\"active\":true}"));
    }

    @Test
    void everyDrawingIsOnDisk() {
        drawing(
                "residential-areas",
                "{\"kind\":\"thon\",\"name\":\"Thử\",\"day\":\"2026-12-01\",\"takeOverlaps\":true,\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[106.32,22.82],[106.322,22.82],[106.322,22.822],[106.32,22.822],[106.32,22.82]]]}}");
        drawing(
                "road-segments",
                "{\"name\":\"Thử\",\"day\":\"2026-12-01\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[106.32,22.82],[106.322,22.82]]}}");
        assertThat(notForced(() -> as("planner").get("/api/drawings"))).isTrue();
    }

    private void drawing(String collection, String draft) {
        String path = "/api/drawings/" + collection;
        JsonNode look = json(as("planner").post(path + "/look", draft));
        String id = UUID.randomUUID().toString();
        String save = "{\"drawing\":" + draft + ",\"revision\":" + look.get("revision") + ",\"remarks\":"
                + look.get("remarks") + ",\"reason\":\"thử\"}";
        forced(collection, () -> as("planner").put(path + "/" + id, save));
        forced(collection + " taken back", () -> as("planner").post("/api/drawings/" + id + "/take-back", ""));
    }

    @Test
    void everyChangeOfBoundariesIsOnDisk() {
        String look = "{\"kind\":\"rename\",\"day\":\"2026-12-01\",\"unitIds\":["
                + unitId("hamlet-15394-khu-pho-1-2025") + "],\"parts\":[{\"name\":\"Một\"}]}";
        String change = "/api/boundary-changes/"
                + forced("look", () -> as("planner").post("/api/boundary-changes", look))
                        .get("changeId")
                        .asString();
        forced("change", () -> as("planner").post(change + "/commit", "{\"changes\":2,\"reason\":\"thử\"}"));
        forced("change taken back", () -> as("planner").post(change + "/rollback", ""));
    }

    /** Those of incidents write who saw them; that need not be waited for. */
    @Test
    void noReadingWaitsForTheDisk() {
        for (String path : new String[] {
            "/api/incidents?from=2019-01-01&to=2019-12-31",
            QUAN_LAO_INCIDENT,
            QUAN_LAO_INCIDENT + "/history",
            QUAN_LAO_INCIDENT + "/steps",
            "/api/density/communes?from=2019-01-01&to=2019-12-31",
            "/api/safety/2019",
            "/api/safety/2019?asOf=2019-06-30",
            "/api/safety/2019/areas/" + unitId(AREA),
            "/api/movement/registers/tips/entries",
            "/api/imports/incidents",
            "/api/reports/" + unitId(TOWN) + ".json?from=2018-01-01&to=2019-08-15"
        }) {
            assertThat(notForced(() -> as("officer").get(path))).as(path).isTrue();
        }
    }

    /** Of three times once without: what the service does on its own now and then may come between. */
    private static boolean notForced(Supplier<HttpResponse<String>> read) {
        for (int attempt = 0; attempt < 3; attempt++) {
            int before = CountingFilePath.forced();
            HttpResponse<String> answer = read.get();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            if (CountingFilePath.forced() == before) {
                return true;
            }
        }
        return false;
    }
}
