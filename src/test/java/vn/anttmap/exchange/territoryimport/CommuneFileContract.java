package vn.anttmap.exchange.territoryimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import vn.anttmap.boundarychange.TerritoryOf2019;
import vn.anttmap.territory.Territory;
import vn.anttmap.testing.DemoServiceContract;

/**
 * The mergers of 1 July 2025 (domain note 4.2, 4.3) as the files of the new communes, brought in on the communes of 2019, of
 * which they were made. What became of which stands in {@code two-districts-2019-to-2025.csv}, from the resolutions.
 */
@TestPropertySource(properties = "anttmap.test.territory=2019")
abstract class CommuneFileContract extends DemoServiceContract {

    private static final String IMPORTS = "/api/imports/communes";
    private static final Path SOURCES = Path.of("gis-data/sources");
    private static final String DAY = "2025-07-01";

    @Autowired
    private Territory territory;

    private final List<String> stored = new ArrayList<>();

    @BeforeEach
    void backTo2019() {
        TerritoryOf2019.restore(jdbc);
        territory.refresh();
    }

    @AfterEach
    void takeBack() {
        for (String path : stored) {
            HttpResponse<String> answer = as("planner").post(path + "/rollback", "");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        assertThat(jdbc.sql("select count(*) from territorial_unit where unit_key like 'import-%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Seven communes out of 29 and three out of ten, by codes that were other communes' before. */
    @ParameterizedTest
    @CsvSource({
        "yen-dinh-2025-communes.geojson, district-394, 394, 29, 7, 15469, Xã Định Tường, Xã Yên Định, Tỉnh Thanh Hoá",
        "tra-linh-2025-communes.geojson, district-046, 046, 10, 3, 01447, Thị trấn Hùng Quốc, Xã Trà Lĩnh, Tỉnh Cao Bằng"
    })
    void theMergersOfJuly2025(
            String file,
            String district,
            String districtCode,
            int before,
            int after,
            String code,
            String nameOfCodeBefore,
            String nameOfCodeAfter,
            String province)
            throws IOException {
        long place = unitId(district);
        Map<Long, Integer> counts = counts("communes", "2019-08-15");
        Map<Long, Integer> areaCounts = counts("residential-areas", "2019-08-15");
        List<Long> areas = areasUnder(place);

        JsonNode look = look(place, Files.readString(SOURCES.resolve(file)), "&complete=true");

        assertThat(look.at("/counts/refused").asInt())
                .as(look.get("areas").findValuesAsString("text").toString())
                .isZero();
        int changed = look.at("/counts/changed").asInt();
        assertThat(changed + look.at("/counts/added").asInt()).isEqualTo(after);
        assertThat(changed + look.at("/counts/ended").asInt()).isEqualTo(before);
        assertThat(values(look.get("issues"), "text"))
                .contains(areas.size() + " khu dân cư đi theo các xã mới, giữ nguyên tên và ranh giới.");
        commit(look);

        madeFrom(districtCode).forEach((codeAfter, names) -> {
            JsonNode unit = json(as("planner").get("/api/territory/units/" + newestOfCode(codeAfter)));
            assertThat(values(unit.get("predecessors"), "fullName"))
                    .as(codeAfter)
                    .isEqualTo(names);
            assertThat(values(unit.get("predecessors"), "change")).as(codeAfter).containsExactly("merged");
            assertThat(unit.at("/parent/fullName").asString())
                    .as("the district ended that day")
                    .isEqualTo(province);
        });
        assertThat(byCode(code, "2019-08-15")).isEqualTo(nameOfCodeBefore);
        assertThat(byCode(code, DAY)).isEqualTo(nameOfCodeAfter);
        // Each residential area goes on in one of the new communes, on its own ground.
        assertThat(jdbc.sql("select count(*) from unit_succession s join territorial_unit u on u.id = s.successor_id"
                                + " join territorial_unit c on c.id = u.parent_id where s.predecessor_id in (:ids)"
                                + " and s.change = 'continued' and c.level = 'COMMUNE' and c.unit_key like 'import-%'")
                        .param("ids", areas)
                        .query(Integer.class)
                        .single())
                .isEqualTo(areas.size());
        // A past day on its own boundaries, restated on today's, and nothing lost.
        assertThat(counts("communes", "2019-08-15")).isEqualTo(counts);
        assertThat(sum(counts("communes", DAY))).isEqualTo(sum(counts));
        assertThat(sum(counts("residential-areas", DAY))).isEqualTo(sum(areaCounts));
    }

    @Test
    void theEffectTellsWhichIncidentsWouldCountInWhichCommune() throws IOException {
        JsonNode look = look(
                unitId("district-394"),
                Files.readString(SOURCES.resolve("yen-dinh-2025-communes.geojson")),
                "&complete=true");

        assertThat(look.at("/effect/moves").toString())
                .contains("{\"from\":\"Thị trấn Quán Lào\",\"to\":\"Xã Yên Định\",\"count\":");
        assertThat(counts("communes", "2019-08-15").get(unitId("commune-15394-2019")))
                .isEqualTo(45);
    }

    @Test
    void aCommuneWithoutSuccessorRefusesTheWholeFile() throws IOException {
        String six = without(SOURCES.resolve("yen-dinh-2025-communes.geojson"), "15469");

        JsonNode look = look(unitId("district-394"), six, "&complete=true");

        assertThat(look.get("changes").asInt()).isZero();
        assertThat(values(look.get("areas"), "text"))
                .contains("“Thị trấn Quán Lào” kết thúc mà không có xã nào nối tiếp.");
        assertThat(values(look.get("issues"), "text"))
                .contains("Có đơn vị bị từ chối nên chưa lưu được gì: các xã trong tệp phải thay đổi cùng lúc.");
        // Without the claim to be complete, only what is covered ends.
        JsonNode part = look(unitId("district-394"), six, "");
        assertThat(part.at("/counts/refused").asInt()).as(part.toString()).isZero();
        assertThat(values(part.get("areas"), "fullName")).doesNotContain("Thị trấn Quán Lào");
        commit(part);
        assertThat(byCode("15394", DAY)).isEqualTo("Thị trấn Quán Lào");
    }

    /** A town alone: another name and kind on the same ground, as a table of corners would not tell but a CSV does. */
    @Test
    void aTownIsRenamedAndItsResidentialAreasGoWithIt() {
        long town = unitId("commune-01447-2019");
        String wkt = jdbc.sql("select st_astext(boundary) from territorial_unit where id = ?")
                .param(town)
                .query(String.class)
                .single();

        JsonNode look = look(town, "TEN_XA,LOAI_XA,MA_XA,wkt\nTrà Lĩnh,Thị trấn,01447,\"" + wkt + "\"\n", "", "a.csv");

        assertThat(values(look.get("areas"), "status")).containsExactly("changed");
        assertThat(look.at("/areas/0/differences").toString()).contains("name").doesNotContain("boundary");
        assertThat(look.get("movingIncidents").asInt()).isZero();
        commit(look);
        JsonNode unit = json(as("planner").get("/api/territory/units/" + newest("Thị trấn Trà Lĩnh")));
        assertThat(unit.at("/predecessors/0/change").asString()).isEqualTo("renamed");
        assertThat(areasOf(newest("Thị trấn Trà Lĩnh"))).isEqualTo(areasOf(town));
    }

    @Test
    void aFeatureWithoutAKindCanBeToldOne() throws IOException {
        String named = Files.readString(SOURCES.resolve("tra-linh-2025-communes.geojson"))
                .replace("\"fullName\":\"Xã ", "\"fullName\":\"")
                .replace("\"unitType\":\"xa\"", "\"unitType\":\"\"")
                // A name or code on record would tell it.
                .replace("Trà Lĩnh", "Lĩnh Mới")
                .replace("01447", "09999");

        JsonNode refused = look(unitId("district-046"), named, "&complete=true");
        assertThat(refused.get("changes").asInt()).isZero();
        assertThat(refused.toString()).contains("Không rõ là xã, phường, thị trấn hay đặc khu");

        assertThat(look(unitId("district-046"), named, "&complete=true&kind=xa")
                        .get("changes")
                        .asInt())
                .isPositive();
        assertThat(as("planner")
                        .postFile(wish(unitId("district-046"), "&kind=thon"), "a.geojson", "{}".getBytes())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void onlyAPlannerOfThePlaceMay() {
        byte[] file = "{}".getBytes(StandardCharsets.UTF_8);
        for (String other : List.of("leader", "officer", "admin")) {
            assertThat(as(other)
                            .postFile(wish(unitId("district-394"), ""), "a.geojson", file)
                            .statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(as("planner")
                        .postFile(wish(unitId("province-38"), ""), "a.geojson", file)
                        .statusCode())
                .as("the province has other districts")
                .isIn(404, 422);
    }

    @Test
    void theDistrictThatEndsThatDayCanBeChosen() {
        assertThat(values(json(as("planner").get(IMPORTS + "?day=" + DAY)).get("units"), "fullName"))
                .contains("Huyện Yên Định", "Thị trấn Quán Lào");
    }

    private JsonNode look(long place, String text, String more) {
        return look(place, text, more, "xa-2025.geojson");
    }

    private JsonNode look(long place, String text, String more, String name) {
        HttpResponse<String> answer =
                as("planner").postFile(wish(place, more), name, text.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static String wish(long place, String more) {
        return IMPORTS + "?unit=" + place + "&day=" + DAY + more;
    }

    private void commit(JsonNode look) {
        String path = IMPORTS + "/" + look.get("importId").asString();
        HttpResponse<String> answer = as("planner")
                .post(path + "/commit?changes=" + look.get("changes").asInt(), "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        stored.add(path);
    }

    /** Names of 2019 by the code of 2025. */
    private static Map<String, Set<String>> madeFrom(String district) throws IOException {
        Map<String, Set<String>> made = new TreeMap<>();
        for (String line : Files.readAllLines(SOURCES.resolve("two-districts-2019-to-2025.csv"))) {
            String[] cells = line.split(",");
            if (cells[2].equals(district)) {
                made.computeIfAbsent(cells[7], code -> new TreeSet<>()).add(cells[1]);
            }
        }
        return made;
    }

    private static String without(Path file, String code) throws IOException {
        JsonNode all = JsonMapper.shared().readTree(Files.readString(file));
        ArrayNode features = (ArrayNode) all.get("features");
        for (int i = features.size() - 1; i >= 0; i--) {
            if (features.get(i).at("/properties/code").asString().equals(code)) {
                features.remove(i);
            }
        }
        return all.toString();
    }

    private List<Long> areasUnder(long district) {
        return jdbc.sql("select a.id from territorial_unit a join territorial_unit c on c.id = a.parent_id"
                        + " where c.parent_id = ? and a.level = 'RESIDENTIAL_AREA' and a.valid_to is null")
                .param(district)
                .query(Long.class)
                .list();
    }

    private List<String> areasOf(long commune) {
        return jdbc.sql("select full_name from territorial_unit where parent_id = ? order by full_name")
                .param(commune)
                .query(String.class)
                .list();
    }

    private long newest(String fullName) {
        return jdbc.sql("select id from territorial_unit where full_name = ? and unit_key like 'import-%'")
                .param(fullName)
                .query(Long.class)
                .single();
    }

    private long newestOfCode(String code) {
        return jdbc.sql("select id from territorial_unit where code = ? and unit_key like 'import-%'")
                .param(code)
                .query(Long.class)
                .single();
    }

    private String byCode(String code, String day) {
        JsonNode found = json(as("planner").get("/api/territory/search?q=" + code + "&day=" + day))
                .get("areas");
        assertThat(found).as(found.toString()).hasSize(1);
        return found.at("/0/fullName").asString();
    }

    private Map<Long, Integer> counts(String level, String boundaryDay) {
        Map<Long, Integer> counts = new TreeMap<>();
        json(as("planner").get("/api/density/" + level + "?from=2018-01-01&to=2019-08-15&boundaryDay=" + boundaryDay))
                .get("areas")
                .forEach(area ->
                        counts.put(area.get("id").asLong(), area.get("recorded").asInt()));
        return counts;
    }

    private static int sum(Map<Long, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
