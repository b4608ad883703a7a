package vn.anttmap.exchange.territoryimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.databind.JsonNode;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.testing.DemoServiceContract;

/** A planner's file of residential areas: looked at, stored as a whole with the incidents in it, taken back as a whole. */
abstract class TerritoryImportContract extends DemoServiceContract {

    private static final String IMPORTS = "/api/imports/residential-areas";

    /** Xã Trà Lĩnh since July 2025. */
    private static final String COMMUNE = "commune-01447-2025";

    @Test
    void aFileThatSaysWhatIsOnRecordChangesNothing() {
        JsonNode look = look(csv(present()), "khu-dan-cu.csv", "&complete=true");

        assertThat(look.get("changes").asInt())
                .as(look.get("counts").toString())
                .isZero();
        assertThat(look.at("/counts/unchanged").asInt()).isEqualTo(present().size());
        assertThat(look.at("/text/reading").asString()).isEqualTo("utf-8");
    }

    @Test
    void aRenamedAndAnEndedAreaAreStoredWithTheIncidentsInThemAndTakenBackAsAWhole() {
        Map<String, String> areas = present();
        String gone = areas.keySet().stream()
                .filter(name -> !name.equals("Xóm Vĩnh Quang"))
                .findFirst()
                .orElseThrow();
        areas.remove(gone);
        areas.put("Xóm Quang Mới", areas.remove("Xóm Vĩnh Quang"));
        long units = count("territorial_unit");
        long placements = count("incident_placement");
        JsonNode look = look(csv(areas), "khu-dan-cu.csv", "&complete=true");
        assertThat(look.at("/counts/changed").asInt())
                .as(look.get("counts").toString())
                .isEqualTo(1);
        assertThat(look.at("/counts/ended").asInt()).isEqualTo(1);
        assertThat(look.get("changes").asInt()).isEqualTo(2);
        assertThat(look.get("issues").toString()).contains("m²");
        assertThat(count("territorial_unit")).as("only looked at").isEqualTo(units);
        String path = IMPORTS + "/" + look.get("importId").asString();
        assertProblem(as("planner").post(path + "/commit?changes=3", ""), 422, "import-changes-differ");
        assertProblem(as("planner").post(path + "/rollback", ""), 409, "import-not-stored");

        JsonNode stored = json(as("planner").post(path + "/commit?changes=2", ""));

        assertThat(stored.get("state").asString()).as(stored.toString()).isEqualTo("stored");
        assertThat(json(as("planner").post(path + "/commit?changes=2", ""))).isEqualTo(stored);
        assertThat(names("2026-12-01")).contains("Xóm Quang Mới").doesNotContain("Xóm Vĩnh Quang", gone);
        assertThat(names("2026-11-30")).contains("Xóm Vĩnh Quang", gone).doesNotContain("Xóm Quang Mới");
        // Each incident inside Vĩnh Quang now counts in what follows it, too.
        assertThat(placedIn("Xóm Quang Mới")).isEqualTo(placedIn("Xóm Vĩnh Quang"));
        assertThat(as("admin")
                        .get("/api/audit?action=territory-imported&limit=1")
                        .body())
                .contains("khu-dan-cu.csv");
        assertThat(json(as("planner").get(IMPORTS)).at("/imports/0/mayTakeBack").asBoolean())
                .isTrue();

        JsonNode takenBack = json(as("planner").post(path + "/rollback", ""));

        assertThat(takenBack.get("state").asString()).as(takenBack.toString()).isEqualTo("taken-back");
        assertThat(names("2026-12-01")).contains("Xóm Vĩnh Quang", gone).doesNotContain("Xóm Quang Mới");
        assertThat(count("territorial_unit")).isEqualTo(units);
        assertThat(count("incident_placement")).isEqualTo(placements);
        assertProblem(as("planner").post(path + "/commit?changes=2", ""), 409, "import-taken-back");
    }

    @Test
    void aProvincialFileWithoutPrjInTcvn3AndTheLocalZoneIsUnderstoodWithEvidence() {
        JsonNode look = look(provincial(), "khu_dan_cu.zip", "");

        assertThat(look.at("/text/reading").asString())
                .as(look.get("text").toString())
                .isEqualTo("tcvn3");
        assertThat(look.at("/system/crs").asString())
                .as(look.get("system").toString())
                .isEqualTo("EPSG:9210");
        assertThat(look.at("/system/declared").asBoolean()).isFalse();
        assertThat(look.at("/system/options").size()).isGreaterThanOrEqualTo(1);
        assertThat(look.at("/columns/columns/name").asInt()).isZero();
        assertThat(look.at("/counts/unchanged").asInt())
                .as(look.get("counts").toString())
                .isEqualTo(present().size());
        // Read as another font, the names are no names on record; nothing of that is silent.
        JsonNode wrong = look(provincial(), "khu_dan_cu.zip", "&encoding=windows-1258");
        assertThat(wrong.at("/text/overruled").asBoolean()).isTrue();
        assertThat(wrong.get("changes").asInt()).isPositive();
        // A wrong meridian puts the file 77 km away: every feature is refused.
        JsonNode away = look(provincial(), "khu_dan_cu.zip", "&crs=EPSG:5897");
        assertThat(away.get("changes").asInt()).isZero();
        assertThat(away.at("/counts/refused").asInt()).isEqualTo(present().size());
    }

    @Test
    void featuresThatCannotBeStoredAreRefusedWithAReasonAndRepairsAreNamed() {
        String square = "POLYGON((%1$s 22.80, %2$s 22.80, %2$s 22.81, %1$s 22.81, %1$s 22.80))";
        Map<String, String> areas = new LinkedHashMap<>();
        areas.put("Xóm Không Hình", "");
        areas.put("Xóm Xa", square.formatted("108.0", "108.01"));
        areas.put("Xóm Điểm", "POINT(106.32 22.82)");
        areas.put("Vô Danh", present().get("Xóm Vĩnh Quang"));

        JsonNode look = look(csv(areas), "loi.csv", "&crs=EPSG:4326");

        assertThat(look.at("/counts/refused").asInt()).as(look.toPrettyString()).isEqualTo(3);
        assertThat(look.at("/areas/0/issues/0/text").asString()).contains("Không có hình");
        assertThat(look.at("/areas/1/issues/0/text").asString()).contains("ngoài địa bàn");
        assertThat(look.at("/areas/2/issues/0/text").asString()).contains("khép kín");
        // The ground says which area it is: renamed, its kind kept.
        assertThat(look.at("/areas/3/before").asString()).isEqualTo("Xóm Vĩnh Quang");
        assertThat(look.at("/areas/3/differences").toString()).isEqualTo("[\"name\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader", "officer", "admin"})
    void othersMayNeitherLookNorStoreNorTakeBackNorList(String account) {
        String path = IMPORTS + "/"
                + look(csv(present()), "a.csv", "").get("importId").asString();

        assertThat(as(account)
                        .postFile(IMPORTS + wish(""), "a.csv", csv(present()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(as(account).post(path + "/commit?changes=1", "").statusCode())
                .isEqualTo(403);
        assertThat(as(account).post(path + "/rollback", "").statusCode()).isEqualTo(403);
        assertThat(as(account).get(IMPORTS).statusCode()).isEqualTo(403);
    }

    @Test
    void badQuestionsAreProblems() {
        assertThat(as("planner")
                        .postFile(IMPORTS + "?unit=999999999&day=2026-12-01", "a.csv", csv(present()))
                        .statusCode())
                .isEqualTo(404);
        for (String wrong : List.of("&encoding=x", "&crs=EPSG:1", "&columns=name", "&kind=xa")) {
            assertProblem(
                    as("planner").postFile(IMPORTS + wish(wrong), "a.csv", csv(present())), 400, "choice-unknown");
        }
        assertProblem(
                as("planner").postFile(IMPORTS + wish(""), "a.zip", TestShapefile.zip(Map.of("../a.shp", new byte[1]))),
                422,
                "import-archive-path");
    }

    private JsonNode look(byte[] file, String name, String more) {
        HttpResponse<String> answer = as("planner").postFile(IMPORTS + wish(more), name, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private String wish(String more) {
        return "?unit=" + unitId(COMMUNE) + "&day=2026-12-01" + more;
    }

    /** WKT by name of the areas on record. */
    private Map<String, String> present() {
        Map<String, String> areas = new LinkedHashMap<>();
        jdbc.sql("select full_name, st_astext(boundary) as wkt from territorial_unit where parent_id = ?"
                        + " and valid_to is null and level = 'RESIDENTIAL_AREA' order by unit_key")
                .param(unitId(COMMUNE))
                .query(row -> {
                    areas.put(row.getString("full_name"), row.getString("wkt"));
                });
        assertThat(areas).containsKey("Xóm Vĩnh Quang");
        return areas;
    }

    private static byte[] csv(Map<String, String> areas) {
        StringBuilder text = new StringBuilder("TEN_KDC,wkt\n");
        areas.forEach((name, wkt) -> text.append(name).append(",\"").append(wkt).append("\"\n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] provincial() {
        List<TestShapefile.Item> items = new ArrayList<>();
        present().forEach((name, wkt) -> items.add(new TestShapefile.Item(TestShapefile.tcvn3(name), local(wkt))));
        return TestShapefile.zipped(items);
    }

    private static Geometry local(String wkt) {
        try {
            return CoordinateTransform.between(CoordinateSystems.WGS84, CoordinateSystems.get("EPSG:9210"))
                    .transform(new WKTReader().read(wkt));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> names(String day) {
        return jdbc.sql("select full_name from territorial_unit where parent_id = ? and level = 'RESIDENTIAL_AREA'"
                        + " and (valid_from is null or valid_from <= cast(? as date))"
                        + " and (valid_to is null or valid_to > cast(? as date))")
                .params(unitId(COMMUNE), day, day)
                .query(String.class)
                .list();
    }

    private long placedIn(String name) {
        return jdbc.sql("select count(*) from incident_placement p join territorial_unit u on u.id = p.unit_id"
                        + " where u.full_name = ? and u.parent_id = ?")
                .params(name, unitId(COMMUNE))
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("type").asString()).endsWith(type);
    }
}
