package vn.anttmap.boundarychange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.territory.Territory;
import vn.anttmap.testing.DemoServiceContract;

/** A planner changes boundaries on the territory of the summer of 2019; what a test stores, it takes back. */
@TestPropertySource(properties = "anttmap.test.territory=2019")
abstract class PlannerOf2019Contract extends DemoServiceContract {

    static final String CHANGES = "/api/boundary-changes";
    static final String DECISION =
            ",\"reason\":\"Sắp xếp đơn vị\",\"decisionNumber\":\"12/QĐ-UBND\",\"decisionDay\":\"2019-09-05\"}";

    static final Map<String, Double> MEASURED = new LinkedHashMap<>();

    @Autowired
    private Territory territory;

    final List<String> stored = new ArrayList<>();

    @BeforeEach
    void backTo2019() {
        jdbc.sql("select unit_key, measured_area_sq_km from territorial_unit where valid_from is not null"
                        + " and unit_key not like 'change-%' and measured_area_sq_km is not null")
                .query(row -> {
                    MEASURED.put(row.getString("unit_key"), row.getDouble("measured_area_sq_km"));
                });
        TerritoryOf2019.restore(jdbc);
        territory.refresh();
    }

    @AfterEach
    void takeBack() {
        for (int i = stored.size() - 1; i >= 0; i--) {
            HttpResponse<String> answer = as("planner").post(CHANGES + "/" + stored.get(i) + "/rollback", "");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        assertThat(jdbc.sql("select count(*) from territorial_unit where unit_key like 'change-%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    void merge(String day, String part, String... keys) {
        store(look(mergeBody(day, part, keys)));
    }

    String mergeBody(String day, String part, String... keys) {
        return "{\"kind\":\"merge\",\"day\":\"" + day + "\",\"unitIds\":"
                + List.of(keys).stream()
                        .map(key -> String.valueOf(unitId(key)))
                        .collect(Collectors.joining(",", "[", "]"))
                + ",\"parts\":[" + part + "]}";
    }

    JsonNode look(String body) {
        HttpResponse<String> answer = as("planner").post(CHANGES, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    JsonNode store(JsonNode look) {
        assertThat(look.get("storable").asBoolean())
                .as(look.get("concerns").toString())
                .isTrue();
        String id = look.get("changeId").asString();
        HttpResponse<String> answer = as("planner")
                .post(
                        CHANGES + "/" + id + "/commit",
                        "{\"changes\":" + look.get("changes").asInt() + DECISION);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        stored.add(id);
        return json(answer);
    }

    /** What is on record for each area, whether or not the register is complete. */
    Map<Long, Integer> counts(String level, String from, String to, String boundaryDay) {
        Map<Long, Integer> counts = new TreeMap<>();
        json(as("planner").get("/api/density/" + level + "?from=" + from + "&to=" + to + "&boundaryDay=" + boundaryDay))
                .get("areas")
                .forEach(area ->
                        counts.put(area.get("id").asLong(), area.get("recorded").asInt()));
        return counts;
    }

    static int sum(Map<Long, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    List<String> areas(String communeKey, String day) {
        return areas(unitId(communeKey), day);
    }

    List<String> areasOf(String commune, String day) {
        return areas(newest(commune), day);
    }

    List<String> areas(long communeId, String day) {
        return jdbc.sql("select full_name from territorial_unit where parent_id = ? and level = 'RESIDENTIAL_AREA'"
                        + " and (valid_from is null or valid_from <= cast(? as date))"
                        + " and (valid_to is null or valid_to > cast(? as date))")
                .params(communeId, day, day)
                .query(String.class)
                .list();
    }

    long newest(String fullName) {
        return jdbc.sql("select id from territorial_unit where full_name = ? and unit_key like 'change-%'"
                        + " order by valid_from desc limit 1")
                .param(fullName)
                .query(Long.class)
                .single();
    }

    double measured(String fullName) {
        return json(as("planner").get("/api/territory/units/" + newest(fullName)))
                .at("/areaSqKm/measured")
                .asDouble();
    }

    String byCode(String code, String day) {
        JsonNode found = json(as("planner").get("/api/territory/search?q=" + code + "&day=" + day))
                .get("areas");
        assertThat(found).as(found.toString()).hasSize(1);
        return found.at("/0/fullName").asString();
    }

    double[] bbox(long unitId) {
        JsonNode box = json(as("planner").get("/api/territory/units/" + unitId)).get("bbox");
        return new double[] {
            box.get(0).asDouble(),
            box.get(1).asDouble(),
            box.get(2).asDouble(),
            box.get(3).asDouble()
        };
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("type").asString()).endsWith(type);
    }
}
