package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The figures in exported files are those of the service, and those worked out by hand. */
abstract class ShapefileFiguresContract extends ShapefileExportContract {

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:9210", "EPSG:5897", "EPSG:3405", "EPSG:4326"})
    void communesCarryTheFiguresOfTheService(String crs) {
        Map<String, JsonNode> exported = byKey(export("planner", "communes", PERIOD + "&crs=" + crs));

        assertThat(exported).as("10 communes of Trà Lĩnh, 29 of Yên Định").hasSize(39);
        assertUnits(exported, "communes", "2019-08-15", "TEN_XA", "MA_XA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"residential-areas", "villages", "residential-blocks"})
    void residentialAreasCarryTheFiguresOfTheService(String collection) {
        Map<String, JsonNode> exported = byKey(export("planner", collection, PERIOD + "&crs=EPSG:9210"));

        assertUnits(exported, collection, "2019-08-15", "TEN_KDC", "MA_KDC");
        assertThat(exported.values())
                .allSatisfy(area -> assertThat(number(area, "MINH_HOA")).isEqualTo(1));
    }

    /** 45 / 1.47 km² / (592 / 365.25) = 18.887; the other 28 communes of the district have no register. */
    @Test
    void densityOfTheTownIsTheOneWorkedOutByHandAndItsNeighboursHaveNone() {
        Map<String, JsonNode> exported = byKey(export("planner", "communes", PERIOD));
        JsonNode town = exported.get("commune-15394-2019");

        assertThat(text(town, "TEN_XA")).isEqualTo("Thị trấn Quán Lào");
        assertThat(text(town, "LOAI_XA")).isEqualTo("Thị trấn");
        assertThat(text(town, "MA_TINH")).isEqualTo("38");
        assertThat(text(town, "MA_XA")).isEqualTo("15394");
        assertThat(number(town, "SO_VU")).isEqualTo(45);
        assertThat(number(town, "DT_KM2")).isEqualTo(1.47);
        assertThat(text(town, "DT_NGUON")).isEqualTo("chính thức");
        assertThat(number(town, "MAT_DO")).isCloseTo(18.887, within(0.0005));
        assertThat(text(town, "HIEU_LUC")).isNull();
        assertThat(text(town, "HET_HL")).isEqualTo("2019-12-01");

        JsonNode neighbour = exported.get("commune-15469-2019");
        assertThat(text(neighbour, "TEN_XA")).isEqualTo("Xã Định Tường");
        for (String field : List.of("SO_VU", "MAT_DO", "VU_1000DAN", "IT_SO_LIEU")) {
            assertThat(neighbour.get("properties").get(field).isNull())
                    .as(field)
                    .isTrue();
        }
        assertThat(exported.values().stream().filter(unit -> text(unit, "SO_VU") == null))
                .hasSize(28);
    }

    @Test
    void theStatusIsThatOfTheYearInWords() {
        Map<String, JsonNode> areas = byKey(export("planner", "residential-areas", PERIOD + "&year=2017"));

        JsonNode first = areas.get("hamlet-15394-khu-pho-1-2019");
        assertThat(number(first, "NAM_XET")).isEqualTo(2017);
        assertThat(text(first, "KQ_ANTT")).isEqualTo("Đạt");
        assertThat(text(first, "SO_QD")).isEqualTo("13/QĐ-UBND (minh hoạ)");
        assertThat(text(areas.get("hamlet-15394-khu-pho-2-2019"), "KQ_ANTT")).isEqualTo("Chưa đạt");
        assertThat(number(first, "NAM_LIEN")).isEqualTo(1);
        // Vietnamese takes up to three bytes a letter: what does not fit in 254 of them goes on in the next field.
        assertThat(text(first, "CON_THIEU")).contains("chưa ghi số hộ đăng ký").endsWith("chưa có ngày quyết định");
        assertThat(text(first, "CON_THIEU2")).isEqualTo("chưa ghi người ký quyết định; chưa có số giấy công nhận");
        assertThat(number(first, "SO_THIEU")).isEqualTo(8);
        assertThat(text(first, "CHAM")).isNull();
        JsonNode fifth = areas.get("hamlet-15394-khu-pho-5-2019");
        assertThat(text(fifth, "CON_THIEU")).isEqualTo("chưa đăng ký");
        assertThat(text(fifth, "CHAM")).isEqualTo("chưa đăng ký (hạn 31/03/2017, cần kiểm tra)");
        assertThat(text(fifth, "HO_DANG_KY")).isNull();
        assertThat(text(first, "TEN_XA")).isEqualTo("Thị trấn Quán Lào");
    }

    @Test
    void beforeTheFirstRulesThereIsNoStatus() {
        Map<String, JsonNode> communes = byKey(export("planner", "communes", "from=2005-01-01&to=2005-12-31"));

        assertThat(communes).hasSize(39).allSatisfy((key, unit) -> {
            assertThat(text(unit, "KQ_ANTT")).isNull();
            assertThat(text(unit, "NAM_XET")).isNull();
            assertThat(text(unit, "SO_VU")).isNull();
        });
    }

    @Test
    void theBoundaryDayDecidesWhichCommunesThereAre() {
        Map<String, JsonNode> communes = byKey(export("planner", "communes", PERIOD + "&boundaryDay=2025-07-02"));

        assertThat(communes).as("3 of Trà Lĩnh, 7 of Yên Định").hasSize(10);
        assertUnits(communes, "communes", "2025-07-02", "TEN_XA", "MA_XA");
        assertThat(text(communes.get("commune-15469-2025"), "TEN_XA")).isEqualTo("Xã Yên Định");
        assertThat(text(communes.get("commune-15469-2025"), "HIEU_LUC")).isEqualTo("2025-07-01");
        assertThat(text(communes.get("commune-15469-2025"), "MA_HUYEN")).isNull();
    }

    @Test
    void roadsCarryLengthCountAndRatePerKilometre() {
        List<JsonNode> exported =
                export("planner", "road-segments", PERIOD + "&crs=EPSG:5897").features();
        Map<String, List<JsonNode>> densities = new HashMap<>();
        json(as("planner").get("/api/density/road-segments?" + PERIOD))
                .get("areas")
                .forEach(road -> densities
                        .computeIfAbsent(
                                road.get("name").asString() + fixed(road.get("lengthKm")), key -> new ArrayList<>())
                        .add(road));

        assertThat(exported).hasSize(16);
        for (JsonNode road : exported) {
            List<JsonNode> same = densities.get(
                    text(road, "TEN_DOAN") + fixed(road.get("properties").get("DAI_KM")));
            assertThat(same).as(text(road, "TEN_DOAN")).hasSize(1);
            assertSame(road, "SO_VU", same.get(0).get("count"));
            assertSame(road, "VU_KM_NAM", same.get(0).get("incidentsPerKmYear"));
            assertThat(text(road, "DV_QUAN_LY")).isNotBlank();
            assertThat(number(road, "MINH_HOA")).isEqualTo(1);
        }
    }

    /** Every attribute of a unit against the interface and the table of units. */
    private void assertUnits(
            Map<String, JsonNode> exported, String level, String boundaryDay, String nameField, String codeField) {
        Map<String, JsonNode> densities = byId("/api/density/" + level + "?" + PERIOD + "&boundaryDay=" + boundaryDay);
        Map<String, JsonNode> statuses = byId("/api/safety/2019?boundaryDay=" + boundaryDay);
        assertThat(exported).hasSameSizeAs(densities);
        exported.forEach((key, unit) -> {
            Map<String, @Nullable Object> row = jdbc.sql("""
                            select id, code, full_name, valid_from, valid_to, households, synthetic
                            from territorial_unit where unit_key = ?""").param(key).query().singleRow();
            JsonNode density = densities.get(String.valueOf(row.get("id")));
            JsonNode status = statuses.get(String.valueOf(row.get("id")));
            assertThat(text(unit, nameField)).isEqualTo(row.get("full_name"));
            assertThat(text(unit, codeField)).isEqualTo(row.get("code"));
            assertThat(text(unit, "HIEU_LUC")).isEqualTo(words(row.get("valid_from")));
            assertThat(text(unit, "HET_HL")).isEqualTo(words(row.get("valid_to")));
            assertNumber(unit, "SO_HO", row.get("households"));
            assertThat(number(unit, "MINH_HOA")).isEqualTo(Boolean.TRUE.equals(row.get("synthetic")) ? 1 : 0);
            assertSame(unit, "SO_VU", density.get("count"));
            assertSame(unit, "MAT_DO", density.get("incidentsPerSqKmYear"));
            assertSame(unit, "VU_1000DAN", density.get("incidentsPer1000Year"));
            assertSame(unit, "DT_KM2", density.get("areaSqKm"));
            if (boundaryDay.startsWith("2019")) {
                assertSame(unit, "DAN_SO", density.get("population"));
                assertSame(unit, "DAN_SO_NAM", density.get("populationYear"));
            }
            assertThat(text(unit, "IT_SO_LIEU"))
                    .isEqualTo(
                            density.get("count").isNull()
                                    ? null
                                    : density.get("unstable").asBoolean() ? "1" : "0");
            assertThat(number(unit, "NAM_XET")).isEqualTo(2019);
            assertThat(text(unit, "KQ_ANTT"))
                    .isEqualTo(inWords(status.get("status").asString()));
            assertThat(text(unit, "SO_QD"))
                    .isEqualTo(
                            status.get("decisionNumber").isNull()
                                    ? null
                                    : status.get("decisionNumber").asString());
        });
    }

    private static String inWords(String status) {
        return switch (status) {
            case "not_registered" -> "Chưa đăng ký";
            case "registered" -> "Đã đăng ký";
            case "self_assessed" -> "Tự đánh giá";
            case "under_review" -> "Đang xét";
            case "recognised" -> "Đạt";
            case "not_recognised" -> "Chưa đạt";
            default -> "Không xét";
        };
    }

    private Map<String, JsonNode> byId(String path) {
        Map<String, JsonNode> entries = new HashMap<>();
        json(as("planner").get(path))
                .get("areas")
                .forEach(area -> entries.put(area.get("id").asString(), area));
        return entries;
    }

    private static @Nullable String words(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** The file holds four decimals. */
    private static void assertSame(JsonNode feature, String field, JsonNode expected) {
        if (expected.isNull()) {
            assertThat(text(feature, field)).as(field).isNull();
        } else {
            assertThat(number(feature, field)).as(field).isCloseTo(expected.asDouble(), within(0.0000501));
        }
    }

    private static String fixed(JsonNode kilometers) {
        return " " + BigDecimal.valueOf(kilometers.asDouble()).setScale(3, RoundingMode.HALF_UP);
    }
}
