package vn.anttmap.exchange.territoryimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.boundarychange.TerritoryOf2019;
import vn.anttmap.territory.Territory;
import vn.anttmap.testing.DemoServiceContract;

/** The mergers of 9 September 2019 in Hùng Quốc (domain note 4.2) as a file. */
@TestPropertySource(properties = "anttmap.test.territory=2019")
abstract class MergerFileContract extends DemoServiceContract {

    private static final String IMPORTS = "/api/imports/residential-areas";

    /** What each area after the day was made from. */
    private static final Map<String, List<String>> MADE_FROM = Map.of(
            "Tổ dân phố 3",
            List.of("Tổ dân phố 3", "Xóm Pò Khao"),
            "Xóm Nam Tuấn",
            List.of("Xóm Háng Páo", "Xóm Nà Đoỏng"),
            "Xóm Vĩnh Quang",
            List.of("Xóm Nà Quan", "Xóm Nà Rạo", "Xóm Cốc Khoác"));

    @Autowired
    private Territory territory;

    @BeforeEach
    void backTo2019() {
        TerritoryOf2019.restore(jdbc);
        territory.refresh();
    }

    @Test
    void newAreasThatCoverOldOnesFollowThem() {
        JsonNode look = look(afterTheMergers(false), "&complete=true");

        assertThat(look.at("/counts/added").asInt())
                .as(look.get("counts").toString())
                .isEqualTo(2);
        assertThat(look.at("/counts/changed").asInt()).isEqualTo(1);
        assertThat(look.at("/counts/ended").asInt()).isEqualTo(6);
        assertThat(look.at("/counts/unchanged").asInt()).isEqualTo(12);
        assertThat(values(area(look, "Xóm Vĩnh Quang").get("links"), "fullName"))
                .containsExactlyInAnyOrder("Xóm Nà Quan", "Xóm Nà Rạo", "Xóm Cốc Khoác");
        assertThat(values(area(look, "Xóm Vĩnh Quang").get("links"), "percent")).containsExactly("100");
        assertThat(values(area(look, "Tổ dân phố 3").get("links"), "fullName")).containsExactly("Xóm Pò Khao");
        String path = IMPORTS + "/" + look.get("importId").asString();
        json(as("planner").post(path + "/commit?changes=" + look.get("changes").asInt(), ""));
        try {
            MADE_FROM.forEach((name, before) -> {
                JsonNode unit = json(as("planner").get("/api/territory/units/" + newest(name)));
                assertThat(values(unit.get("predecessors"), "fullName")).containsExactlyInAnyOrderElementsOf(before);
                assertThat(values(unit.get("predecessors"), "change")).containsExactly("merged");
            });
        } finally {
            HttpResponse<String> back = as("planner").post(path + "/rollback", "");
            assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        }
    }

    @Test
    void aColumnSaysItAndAPersonGoesBeforeIt() {
        JsonNode look = look(afterTheMergers(true), "&complete=true");
        JsonNode area = area(look, "Xóm Nam Tuấn");
        assertThat(values(area.get("links"), "fullName")).containsExactlyInAnyOrder("Xóm Háng Páo", "Xóm Nà Đoỏng");
        assertThat(values(area.get("links"), "evidence")).containsExactly("column");

        JsonNode overruled = look(
                afterTheMergers(true),
                "&complete=true&links=" + area.get("number").asInt() + ":");
        assertThat(area(overruled, "Xóm Nam Tuấn").get("links")).isEmpty();
    }

    /** A file of the new areas only: what they cover ends, although the file does not say so. */
    @Test
    void aFileOfTheNewAreasAloneEndsWhatTheyCover() {
        Map<String, Geometry> all = boundaries();
        StringBuilder text = new StringBuilder("TEN_KDC,wkt\n");
        text.append("Xóm Nam Tuấn,\"")
                .append(union(all, MADE_FROM.get("Xóm Nam Tuấn")))
                .append("\"\n");

        JsonNode look = look(text.toString(), "");

        assertThat(look.at("/counts/added").asInt()).as(look.toString()).isEqualTo(1);
        assertThat(look.at("/counts/ended").asInt()).isEqualTo(2);
        assertThat(look.get("issues")).isEmpty();
        assertThat(as("planner")
                        .postFile(wish("&links=x"), "a.csv", text.toString().getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
    }

    private String afterTheMergers(boolean column) {
        Map<String, Geometry> all = boundaries();
        List<String> gone = new ArrayList<>();
        MADE_FROM.values().forEach(gone::addAll);
        StringBuilder text = new StringBuilder(column ? "TEN_KDC,SAP_NHAP_TU,wkt\n" : "TEN_KDC,wkt\n");
        all.forEach((name, boundary) -> {
            if (!gone.contains(name)) {
                text.append(name)
                        .append(column ? ",,\"" : ",\"")
                        .append(boundary)
                        .append("\"\n");
            }
        });
        MADE_FROM.forEach((name, before) -> text.append(name)
                .append(column ? ",\"" + String.join("; ", before) + "\",\"" : ",\"")
                .append(union(all, before))
                .append("\"\n"));
        return text.toString();
    }

    private static Geometry union(Map<String, Geometry> all, List<String> names) {
        return UnaryUnionOp.union(names.stream().map(all::get).toList());
    }

    private Map<String, Geometry> boundaries() {
        Map<String, Geometry> boundaries = new LinkedHashMap<>();
        jdbc.sql("select full_name, st_astext(boundary) as wkt from territorial_unit where parent_id = ?"
                        + " and level = 'RESIDENTIAL_AREA' order by unit_key")
                .param(unitId("commune-01447-2019"))
                .query(row -> {
                    try {
                        boundaries.put(row.getString("full_name"), new WKTReader().read(row.getString("wkt")));
                    } catch (ParseException e) {
                        throw new IllegalStateException(e);
                    }
                });
        return boundaries;
    }

    private JsonNode look(String csv, String more) {
        HttpResponse<String> answer =
                as("planner").postFile(wish(more), "sap-nhap.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private String wish(String more) {
        return IMPORTS + "?unit=" + unitId("commune-01447-2019") + "&day=2019-09-09" + more;
    }

    private static JsonNode area(JsonNode look, String name) {
        for (JsonNode area : look.get("areas")) {
            if (area.get("fullName").asString().equals(name)
                    && area.get("number").asInt() > 0) {
                return area;
            }
        }
        throw new AssertionError(name + " is not in " + look);
    }

    private long newest(String fullName) {
        return jdbc.sql("select id from territorial_unit where full_name = ? and unit_key like 'import-%'")
                .param(fullName)
                .query(Long.class)
                .single();
    }
}
