package vn.anttmap.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Role;
import vn.anttmap.testing.DemoServiceContract;

/**
 * What a planner draws in xã Trà Lĩnh: looked at, stored with the incidents in it, taken back.
 *
 * <p>Sizes worked out by hand: at 22.82° the radii of curvature are 6,345,020 m along the meridian and 6,381,351 m across
 * it, so 0.001° is 110.74 m to the north and 102.66 m to the east; a cell of 0.001° × 0.001° is 11,368 m².
 */
abstract class DrawingContract extends DemoServiceContract {

    private static final String AREAS = "/api/drawings/residential-areas";
    private static final String ROADS = "/api/drawings/road-segments";
    private static final double CELL_SQ_M = 11_368;

    /** Four cells by three, in Tổ dân phố 3. */
    private static final String BLOCK = rectangle(106.320, 22.820, 106.324, 22.823);

    @Autowired
    private Accounts accounts;

    private final List<String> stored = new ArrayList<>();

    @AfterEach
    void takeBack() {
        for (int i = stored.size() - 1; i >= 0; i--) {
            as("planner").post("/api/drawings/" + stored.get(i) + "/take-back", "");
        }
        stored.clear();
    }

    @Test
    void aLookTellsSizesAndOverlapsAndChangesNothing() {
        long units = count("territorial_unit");
        String revision = revision();

        JsonNode look = look(AREAS, newArea("Khu Mới", "2026-12-01", BLOCK, false));

        assertThat(look.get("areaSqM").asDouble()).isCloseTo(12 * CELL_SQ_M, within(200.0));
        // Twice four cells to the east, twice three to the north.
        assertThat(look.get("lengthMeters").asDouble()).isCloseTo(8 * 102.66 + 6 * 110.74, within(1.5));
        assertThat(look.at("/commune/fullName").asString()).isEqualTo("Xã Trà Lĩnh");
        // The areas of the commune cover it without overlaps, so what is shared with them is all of the block.
        assertThat(sum(look, "overlap")).isCloseTo(12 * CELL_SQ_M, within(200.0));
        assertThat(look.at("/findings/0/text").asString())
                .startsWith("Chồng lấn ")
                .endsWith("”.");
        assertThat(look.at("/findings/0/shape/type").asString()).contains("Polygon");
        assertThat(count("territorial_unit")).isEqualTo(units);
        assertThat(revision()).isEqualTo(revision);
    }

    @Test
    void aBlockTakesGroundFromItsNeighboursIsRedrawnAndTakenBackWithItsIncidents() {
        String inColumn = incident(106.3235, 22.8215);
        String byHand = incident(106.3236, 22.8216);
        long other = otherArea();
        assertStatus(
                "assignment",
                as("officer-tra-linh").put(byHand + "/assignment", "{\"areaId\":" + other + "}", "If-Match", "\"0\""),
                200);
        long units = count("territorial_unit");
        String fresh = newArea("Khu Mới", "2026-12-01", BLOCK, true);
        JsonNode look = look(AREAS, fresh);
        assertThat(sum(look, "takes")).isCloseTo(12 * CELL_SQ_M, within(200.0));
        assertThat(keys(look)).containsOnly("takes");
        assertThat(look.get("movingIncidents").asInt()).isGreaterThanOrEqualTo(1);
        String id = UUID.randomUUID().toString();

        HttpResponse<String> saved = save(AREAS, id, fresh, look);

        assertStatus("save", saved, 201);
        assertStatus("repeat", save(AREAS, id, fresh, look), 200);
        long area = begun(saved);
        assertThat(placedIn(inColumn)).contains(area);
        assertThat(placedIn(byHand)).doesNotContain(area);
        assertThat(valid("2026-12-01")).contains("Thôn Khu Mới");
        assertThat(valid("2026-11-30")).doesNotContain("Thôn Khu Mới");
        assertThat(as("admin").get("/api/audit?action=drawing-stored&limit=1").body())
                .contains(id)
                .contains("2026-12-01");

        // Without the eastern column, from ten days later: three cells are left to nobody.
        String narrower = redrawn(area, "2026-12-11", rectangle(106.320, 22.820, 106.323, 22.823));
        JsonNode second = look(AREAS, narrower);
        assertThat(second.get("beforeSize").asDouble()).isCloseTo(12 * CELL_SQ_M, within(200.0));
        assertThat(second.get("areaSqM").asDouble()).isCloseTo(9 * CELL_SQ_M, within(150.0));
        assertThat(keys(second)).containsOnly("gap");
        assertThat(sum(second, "gap")).isCloseTo(3 * CELL_SQ_M, within(60.0));
        assertThat(second.at("/findings/0/longitude").asDouble()).isCloseTo(106.3235, within(1e-6));
        assertThat(second.get("movingIncidents").asInt()).isEqualTo(1);
        String nextId = UUID.randomUUID().toString();
        assertProblem(
                as("planner").put(AREAS + "/" + nextId, body(narrower, second, 0)), 422, "drawing-remarks-differ");
        assertProblem(as("planner").put(AREAS + "/" + nextId, body(narrower, look, 1)), 409, "meanwhile");
        HttpResponse<String> again = save(AREAS, nextId, narrower, second);
        assertStatus("redrawn", again, 201);
        long redrawn = begun(again);
        assertThat(placedIn(inColumn)).contains(area).doesNotContain(redrawn);
        assertThat(succession(area, redrawn)).isEqualTo("continued");
        assertProblem(as("planner").post("/api/drawings/" + id + "/take-back", ""), 409, "territory-changed-since");

        JsonNode back = json(as("planner").post("/api/drawings/" + nextId + "/take-back", ""));

        assertThat(back.get("state").asString()).isEqualTo("taken-back");
        assertThat(json(as("planner").post("/api/drawings/" + nextId + "/take-back", "")))
                .isEqualTo(back);
        assertProblem(save(AREAS, nextId, narrower, second), 409, "drawing-taken-back");
        // Another planner of the place sees it and may take it back; one of elsewhere sees nothing of it.
        String elsewhere = planner("commune-15469-2025");
        assertThat(as(elsewhere).get("/api/drawings").body()).doesNotContain(id);
        assertProblem(as(elsewhere).post("/api/drawings/" + id + "/take-back", ""), 404, "drawing-unknown");
        String colleague = planner("district-046");
        assertThat(json(as(colleague).get("/api/drawings"))
                        .at("/drawings/1/mayTakeBack")
                        .asBoolean())
                .isTrue();
        assertStatus("first back", as(colleague).post("/api/drawings/" + id + "/take-back", ""), 200);
        assertThat(count("territorial_unit")).isEqualTo(units);
        assertThat(valid("2026-12-31")).doesNotContain("Thôn Khu Mới");
        assertThat(json(as("planner").get("/api/drawings"))
                        .at("/drawings/0/mayTakeBack")
                        .asBoolean())
                .isFalse();
        assertThat(json(as("officer-tra-linh").get(byHand))
                        .get("assignedByHand")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void twoRectanglesOverlapByWhatTheyShare() {
        String first = newArea("Khu Một", "2026-12-01", BLOCK, true);
        assertStatus("first", save(AREAS, UUID.randomUUID().toString(), first, look(AREAS, first)), 201);

        JsonNode look =
                look(AREAS, newArea("Khu Hai", "2026-12-01", rectangle(106.323, 22.820, 106.326, 22.823), false));

        JsonNode overlap = null;
        for (JsonNode finding : look.get("findings")) {
            if (finding.get("text").asString().contains("Thôn Khu Một")) {
                overlap = finding;
            }
        }
        // One column of three cells: a third of the smaller one, which is told and does not refuse.
        assertThat(overlap.get("areaSqM").asDouble()).isCloseTo(3 * CELL_SQ_M, within(60.0));
        assertThat(overlap.get("weight").asString()).isEqualTo("remark");
        assertThat(overlap.get("text").asString()).contains("34.1");
        assertThat(overlap.get("longitude").asDouble()).isCloseTo(106.3235, within(1e-6));
        String twin = newArea("khu một", "2026-12-01", rectangle(106.323, 22.820, 106.326, 22.823), false);
        assertThat(keys(look(AREAS, twin))).contains("same-name");
        assertThat(keys(look(AREAS, newArea("Khu Ba", "2026-12-01", BLOCK, true))))
                .contains("begins-that-day");
    }

    @Test
    void badShapesAreToldWithAPlaceAndNotStored() {
        String bowTie = "{\"type\":\"Polygon\",\"coordinates\":"
                + "[[[106.32,22.82],[106.322,22.822],[106.322,22.82],[106.32,22.822],[106.32,22.82]]]}";
        JsonNode look = look(AREAS, newArea("Nơ", "2026-12-01", bowTie, false));
        assertThat(look.get("savable").asBoolean()).isFalse();
        assertThat(look.at("/findings/0/key").asString()).isEqualTo("self-intersection");
        assertThat(look.at("/findings/0/longitude").asDouble()).isCloseTo(106.321, within(1e-9));
        assertThat(look.at("/findings/0/latitude").asDouble()).isCloseTo(22.821, within(1e-9));
        String id = UUID.randomUUID().toString();
        assertProblem(save(AREAS, id, newArea("Nơ", "2026-12-01", bowTie, false), look), 422, "drawing-unfit");

        String two = "{\"type\":\"Polygon\",\"coordinates\":[[[106.32,22.82],[106.322,22.822],[106.32,22.82]]]}";
        assertThat(keys(look(AREAS, newArea("Hai", "2026-12-01", two, false)))).containsOnly("too-few-points");
        // Five metres by one.
        assertThat(keys(look(AREAS, newArea("Bé", "2026-12-01", rectangle(106.32, 22.82, 106.32005, 22.82001), false))))
                .contains("too-small");
        // A strip of two metres.
        assertThat(keys(look(AREAS, newArea("Dải", "2026-12-01", rectangle(106.32, 22.82, 106.322, 22.82002), false))))
                .contains("sliver");
        assertThat(keys(look(AREAS, newArea("Xa", "2026-12-01", rectangle(108, 15, 108.01, 15.01), false))))
                .contains("elsewhere");
        assertProblem(
                as("planner").post(AREAS + "/look", newArea("Điểm", "2026-12-01", "{\"type\":\"Point\"}", false)),
                400,
                "drawing-unreadable");
        assertProblem(
                as("planner").post(AREAS + "/look", newArea("", "2026-12-01", BLOCK, false)), 400, "field-missing");
        assertProblem(
                as("planner")
                        .post(
                                AREAS + "/look",
                                newArea("A", "2026-12-01", BLOCK, false).replace("thon", "xa")),
                400,
                "choice-unknown");
    }

    @Test
    void aRoadIsDrawnRedrawnAndTakenBackWithItsIncidents() {
        long roads = count("road_segment");
        // Five and a half metres north of the line, half-way.
        String incident = incident(106.321, 22.82005);
        String draft = road(null, "Đường thử", "2026-12-01", "[[106.320,22.820],[106.322,22.820]]");
        JsonNode look = look(ROADS, draft);
        assertThat(look.get("lengthMeters").asDouble()).isCloseTo(2 * 102.66, within(0.3));
        assertThat(look.get("areaSqM").isNull()).isTrue();
        assertThat(look.get("movingIncidents").asInt()).isEqualTo(1);
        assertThat(keys(look)).isEmpty();
        String id = UUID.randomUUID().toString();

        HttpResponse<String> saved = save(ROADS, id, draft, look);

        assertStatus("save", saved, 201);
        long road = begun(saved);
        assertThat(roadsOf(incident)).containsExactly(road);
        // A hundred metres farther north: the incident is on no road then, and stays on the old one before.
        String moved = road(road, "Đường thử B", "2026-12-11", "[[106.320,22.821],[106.322,22.821]]");
        JsonNode second = look(ROADS, moved);
        assertThat(second.get("movingIncidents").asInt()).isEqualTo(1);
        assertThat(second.get("beforeSize").asDouble()).isCloseTo(2 * 102.66, within(0.3));
        String nextId = UUID.randomUUID().toString();
        HttpResponse<String> again = save(ROADS, nextId, moved, second);
        assertStatus("moved", again, 201);
        assertThat(roadsOf(incident)).containsExactly(road);
        assertThat(jdbc.sql("select follows_id from road_segment where id = ?")
                        .param(begun(again))
                        .query(Long.class)
                        .single())
                .isEqualTo(road);
        assertThat(as("planner")
                        .get("/api/features/road-segments?day=2026-12-10")
                        .body())
                .contains("Đường thử")
                .doesNotContain("Đường thử B");
        assertThat(as("planner")
                        .get("/api/features/road-segments?day=2026-12-11")
                        .body())
                .contains("Đường thử B");
        // Beside itself: three metres to the north for all of its length, and once with a gap of 10.3 m at its end.
        assertThat(keys(look(ROADS, road(null, "Song song", "2026-12-12", "[[106.320,22.82103],[106.322,22.82103]]"))))
                .containsExactly("beside-road");
        assertThat(keys(look(ROADS, road(null, "Nối", "2026-12-12", "[[106.3221,22.821],[106.323,22.8215]]"))))
                .containsExactly("near-end");

        assertStatus("back", as("planner").post("/api/drawings/" + nextId + "/take-back", ""), 200);
        assertStatus("back", as("planner").post("/api/drawings/" + id + "/take-back", ""), 200);

        assertThat(roadsOf(incident)).isEmpty();
        assertThat(count("road_segment")).isEqualTo(roads);
    }

    @Test
    void surroundingsComeWithEveryDigitOfTheirPlaces() {
        String area = newArea("Khu Số", "2026-12-01", rectangle(106.3201234567891, 22.82, 106.324, 22.823), true);
        assertStatus("save", save(AREAS, UUID.randomUUID().toString(), area, look(AREAS, area)), 201);

        HttpResponse<String> answer =
                as("planner").get("/api/drawings/surroundings?day=2026-12-01&bbox=106.319,22.819,106.325,22.824");

        assertStatus("surroundings", answer, 200);
        assertThat(answer.body()).contains("106.3201234567891", "Thôn Khu Số", "commune");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader", "officer", "admin"})
    void othersMayNeitherLookNorStoreNorTakeBackNorList(String account) {
        String draft = newArea("Khu Cấm", "2026-12-01", BLOCK, true);
        JsonNode look = look(AREAS, draft);
        String id = UUID.randomUUID().toString();
        assertStatus("planner", save(AREAS, id, draft, look), 201);
        String road = road(null, "Cấm", "2026-12-01", "[[106.320,22.820],[106.322,22.820]]");
        JsonNode roadLook = look(ROADS, road);

        assertStatus("look", as(account).post(AREAS + "/look", draft), 403);
        assertStatus("look", as(account).post(ROADS + "/look", road), 403);
        assertStatus("save", as(account).put(AREAS + "/" + UUID.randomUUID(), body(draft, look, 0)), 403);
        assertStatus("repeat", as(account).put(AREAS + "/" + id, body(draft, look, 0)), 403);
        assertStatus("save", as(account).put(ROADS + "/" + UUID.randomUUID(), body(road, roadLook, 0)), 403);
        assertStatus("back", as(account).post("/api/drawings/" + id + "/take-back", ""), 403);
        assertStatus("list", as(account).get("/api/drawings"), 403);
        assertStatus(
                "surroundings",
                as(account).get("/api/drawings/surroundings?day=2026-12-01&bbox=106.3,22.8,106.4,22.9"),
                403);
    }

    @Test
    void aPlannerOfAnotherPlaceNeitherDrawsNorRedrawsNorSeesWhatLiesHere() {
        String name = planner("commune-15469-2025");
        long area = unitId("hamlet-01447-to-dan-pho-3-2025");

        assertThat(keys(json(as(name).post(AREAS + "/look", newArea("Lạ", "2026-12-01", BLOCK, false)))))
                .containsExactly("elsewhere");
        assertProblem(as(name).post(AREAS + "/look", redrawn(area, "2026-12-01", BLOCK)), 404, "unit-unknown");
        assertThat(keys(json(as(name).post(
                                ROADS + "/look",
                                road(null, "Lạ", "2026-12-01", "[[106.320,22.820],[106.322,22.820]]")))))
                .containsExactly("elsewhere");
        long road = jdbc.sql("select min(id) from road_segment where name like 'Đường tổ dân phố%'")
                .query(Long.class)
                .single();
        assertProblem(
                as(name).post(ROADS + "/look", road(road, "Lạ", "2026-12-01", "[[106.320,22.820],[106.322,22.820]]")),
                404,
                "road-unknown");
        assertThat(as(name).get("/api/drawings/surroundings?day=2026-12-01&bbox=106.3,22.8,106.4,22.9")
                        .body())
                .contains("\"areas\":[]", "\"roads\":[]");
    }

    /** An account of a place, with its name as password. */
    private String planner(String unitKey) {
        String name = "planner-" + unitKey + "-" + System.nanoTime();
        accounts.create(new NewAccount(
                name, name, name, Role.PLANNER, Set.of(), List.of(unitId(unitKey)), false, false, false));
        return name;
    }

    private JsonNode look(String path, String draft) {
        HttpResponse<String> answer = as("planner").post(path + "/look", draft);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private HttpResponse<String> save(String path, String id, String draft, JsonNode look) {
        HttpResponse<String> answer = as("planner")
                .put(path + "/" + id, body(draft, look, look.get("remarks").asInt()));
        if (answer.statusCode() == 201) {
            stored.add(id);
        }
        return answer;
    }

    private static String body(String draft, JsonNode look, int remarks) {
        return "{\"drawing\":" + draft + ",\"revision\":\""
                + look.get("revision").asString() + "\",\"remarks\":" + remarks
                + ",\"reason\":\"QĐ 12/QĐ-UBND\"}";
    }

    private static String newArea(String name, String day, String geometry, boolean take) {
        return "{\"kind\":\"thon\",\"name\":\"%s\",\"day\":\"%s\",\"takeOverlaps\":%s,\"geometry\":%s}"
                .formatted(name, day, take, geometry);
    }

    private static String redrawn(long areaId, String day, String geometry) {
        return "{\"areaId\":%d,\"day\":\"%s\",\"geometry\":%s}".formatted(areaId, day, geometry);
    }

    private static String road(Long roadId, String name, String day, String line) {
        return "{\"roadId\":%s,\"name\":\"%s\",\"owner\":\"Hội Cựu chiến binh\",\"day\":\"%s\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":%s}}"
                .formatted(roadId, name, day, line);
    }

    private static String rectangle(double west, double south, double east, double north) {
        return String.format(
                Locale.ROOT,
                "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}",
                west,
                south,
                east,
                north);
    }

    private String incident(double longitude, double latitude) {
        String path = newIncident();
        assertStatus(
                "mark",
                as("officer-tra-linh")
                        .put(
                                path,
                                mark("\"longitude\":" + longitude + ",\"latitude\":" + latitude)
                                        .replace("}", ",\"placeAccuracy\":\"exact\"}")),
                201);
        return path;
    }

    /** An area of the day of the incidents that is not the one they lie in. */
    private long otherArea() {
        return jdbc.sql("select min(u.id) from territorial_unit u where u.level = 'RESIDENTIAL_AREA'"
                        + " and u.unit_key like 'hamlet-01447-%' and u.unit_key not like '%to-dan-pho-3%'"
                        + " and (u.valid_from is null or u.valid_from <= date '2020-08-03')"
                        + " and (u.valid_to is null or u.valid_to > date '2020-08-03')")
                .query(Long.class)
                .single();
    }

    private List<Long> placedIn(String incident) {
        return jdbc.sql("select unit_id from incident_placement where incident_id = ?")
                .param(UUID.fromString(incident.substring(incident.lastIndexOf('/') + 1)))
                .query(Long.class)
                .list();
    }

    private List<Long> roadsOf(String incident) {
        return jdbc.sql("select road_segment_id from incident_road where incident_id = ?")
                .param(UUID.fromString(incident.substring(incident.lastIndexOf('/') + 1)))
                .query(Long.class)
                .list();
    }

    private List<String> valid(String day) {
        return jdbc.sql("select full_name from territorial_unit where level = 'RESIDENTIAL_AREA'"
                        + " and (valid_from is null or valid_from <= cast(? as date))"
                        + " and (valid_to is null or valid_to > cast(? as date))")
                .params(day, day)
                .query(String.class)
                .list();
    }

    private String succession(long before, long after) {
        return jdbc.sql("select change from unit_succession where predecessor_id = ? and successor_id = ?")
                .params(before, after)
                .query(String.class)
                .single();
    }

    private String revision() {
        return jdbc.sql("select revision from territory_state")
                .query(String.class)
                .single();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static long begun(HttpResponse<String> saved) {
        return json(saved).at("/begun/0").asLong();
    }

    private static List<String> keys(JsonNode look) {
        List<String> keys = new ArrayList<>();
        look.get("findings").forEach(finding -> keys.add(finding.get("key").asString()));
        return keys;
    }

    private static double sum(JsonNode look, String key) {
        double sum = 0;
        for (JsonNode finding : look.get("findings")) {
            if (finding.get("key").asString().equals(key)) {
                sum += finding.get("areaSqM").asDouble();
            }
        }
        return sum;
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("type").asString()).contains(type);
    }
}
