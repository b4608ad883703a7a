package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.Gdal;

/** Exported files as GDAL reads them, against the database and the interface they come from. */
abstract class ShapefileExportContract extends DemoServiceContract {

    private static final String PERIOD = "from=2018-01-01&to=2019-08-15";

    /** EPSG:6960 as coordinate frame rotation (domain note 5.4), pinned: PROJ by itself may take another operation. */
    private static final String TO_WGS84 = " +step +proj=push +v_3 +step +proj=cart +ellps=WGS84"
            + " +step +proj=helmert +convention=coordinate_frame +x=-191.90441429 +y=-39.30318279 +z=-111.45032835"
            + " +rx=-0.00928836 +ry=0.01975479 +rz=-0.00427372 +s=0.252906278"
            + " +step +inv +proj=cart +ellps=WGS84 +step +proj=pop +v_3"
            + " +step +proj=unitconvert +xy_in=rad +xy_out=deg";

    private static final String TRANSVERSE_MERCATOR =
            "+proj=pipeline +step +inv +proj=tmerc +lat_0=0 +x_0=500000 +y_0=0 +ellps=WGS84 ";

    private static final Map<String, String> SYSTEMS = Map.of(
            "EPSG:9210", TRANSVERSE_MERCATOR + "+lon_0=105.75 +k=0.9999" + TO_WGS84,
            "EPSG:5897", TRANSVERSE_MERCATOR + "+lon_0=105 +k=0.9999" + TO_WGS84,
            "EPSG:3405", TRANSVERSE_MERCATOR + "+lon_0=105 +k=0.9996" + TO_WGS84);

    private static final double METERS_PER_DEGREE = 111_320;

    private static final Set<String> DATES = Set.of("HIEU_LUC", "HET_HL");

    @TempDir
    Path folder;

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

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:9210", "EPSG:5897", "EPSG:3405"})
    void boundariesComeBackToWgs84WithinTwoCentimetres(String crs) {
        Map<String, JsonNode> exported = byKey(export("planner", "communes", PERIOD + "&crs=" + crs));
        List<Coordinate> projected = new ArrayList<>();
        exported.values().forEach(unit -> collect(unit.get("geometry").get("coordinates"), projected));
        List<Coordinate> places = toWgs84(projected, crs);

        int first = 0;
        for (Map.Entry<String, JsonNode> unit : exported.entrySet()) {
            List<Coordinate> own = new ArrayList<>();
            collect(unit.getValue().get("geometry").get("coordinates"), own);
            assertSamePlaces(unit.getKey(), places.subList(first, first + own.size()), stored(unit.getKey()));
            first += own.size();
        }
    }

    @Test
    void boundariesInWgs84AreThoseOfTheDatabase() {
        byKey(export("planner", "residential-areas", PERIOD + "&crs=EPSG:4326")).forEach((key, unit) -> {
            List<Coordinate> places = new ArrayList<>();
            collect(unit.get("geometry").get("coordinates"), places);
            assertSamePlaces(key, places, stored(key));
        });
    }

    @ParameterizedTest
    @CsvSource({"EPSG:9210", "EPSG:5897", "EPSG:3405"})
    void incidentsCarryTheRegisterAndComeBackWithinTwoCentimetres(String crs) {
        List<JsonNode> exported = export("planner", "incidents", "from=2016-01-01&to=2019-08-15&crs=" + crs)
                .features();
        List<Coordinate> projected = new ArrayList<>();
        exported.forEach(incident -> collect(incident.get("geometry").get("coordinates"), projected));
        List<Coordinate> places = toWgs84(projected, crs);

        assertThat(exported)
                .as("45 of Quán Lào, 28 of Trà Lĩnh, 2 restricted left out")
                .hasSize(73);
        for (int i = 0; i < exported.size(); i++) {
            JsonNode incident = exported.get(i);
            Map<String, @Nullable Object> row =
                    jdbc.sql("""
                            select category, local_date, persons_involved, dead, injured, damage_dong, major_case,
                                   st_x(position) as longitude, st_y(position) as latitude
                            from incident where id = cast(? as uuid)""").param(text(incident, "MA_VU")).query().singleRow();
            assertThat(text(incident, "MA_LOAI")).isEqualTo(row.get("category"));
            assertThat(text(incident, "NGAY")).isEqualTo(String.valueOf(row.get("local_date")));
            assertNumber(incident, "DOI_TUONG", row.get("persons_involved"));
            assertNumber(incident, "SO_CHET", row.get("dead"));
            assertNumber(incident, "BI_THUONG", row.get("injured"));
            assertNumber(incident, "THIET_HAI", row.get("damage_dong"));
            assertThat(number(incident, "TRONG_AN")).isEqualTo(Boolean.TRUE.equals(row.get("major_case")) ? 1 : 0);
            Coordinate stored = new Coordinate(
                    ((Number) row.get("longitude")).doubleValue(), ((Number) row.get("latitude")).doubleValue());
            assertThat(meters(places.get(i), stored)).isLessThan(0.02);
        }
    }

    /** The record that opens gis-data/quan-lao/incidents.geojson: 11:45 in UTC is 18:45 in Vietnam. */
    @Test
    void anIncidentIsWrittenInWordsAndLocalTimeWithoutANote() {
        ZippedShapefile file = export("planner", "incidents", "from=2018-01-24&to=2018-01-24");
        JsonNode incident = file.features().get(0);

        assertThat(text(incident, "MA_VU")).isEqualTo("a81e7d8c-d6b1-3ba4-a3d9-e4faf80529a1");
        assertThat(text(incident, "LOAI")).isEqualTo("Trật tự xã hội");
        assertThat(text(incident, "THOI_DIEM")).isEqualTo("2018-01-24 18:45:00");
        assertThat(text(incident, "BAO_TIN")).isEqualTo("2018-01-24 19:35:00");
        assertThat(text(incident, "DEN_LUC")).isNull();
        assertThat(text(incident, "MUC_DO")).isNull();
        assertThat(text(incident, "DOI_TUONG")).isNull();
        assertThat(number(incident, "SO_CHET")).isZero();
        assertThat(number(incident, "THIET_HAI")).isEqualTo(5_000_000);
        assertThat(text(incident, "CAP_XU_LY")).isEqualTo("cấp huyện");
        assertThat(text(incident, "TRANG_THAI")).isEqualTo("Đã giải quyết");
        assertThat(text(incident, "TEN_XA")).isEqualTo("Thị trấn Quán Lào");
        assertThat(incident.get("properties").propertyNames())
                .noneMatch(name -> name.contains("GHI_CHU") || name.contains("NOTE"));
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

    @Test
    void teamsAreTheOnesOfBothPlaces() {
        List<JsonNode> exported = export("planner", "security-teams", PERIOD).features();

        assertThat(exported).as("123 of Trà Lĩnh, 10 of Quán Lào").hasSize(133);
        assertThat(exported.stream().map(team -> text(team, "LOAI_TO")).collect(Collectors.toSet()))
                .contains("Tổ an ninh tự quản");
        Set<String> names = exported.stream().map(team -> text(team, "TEN_TO")).collect(Collectors.toSet());
        Set<String> served = values(json(as("planner").get("/api/features/security-teams?day=2019-08-15")), "name");
        assertThat(served).containsAll(names);
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
    void theProvincesOf2025ReachHoangSaAndTruongSa() {
        List<JsonNode> provinces = export("planner", "provinces", "boundaryDay=2025-07-02&crs=EPSG:4326")
                .features();

        assertThat(provinces).hasSize(34);
        assertThat(eastOf(provinces, "Đà Nẵng")).as("Hoàng Sa").isBetween(112.0, 113.0);
        assertThat(eastOf(provinces, "Khánh Hòa", "Khánh Hoà")).as("Trường Sa").isGreaterThan(114.0);
    }

    @Test
    void districtsAreThoseOfTheirTime() {
        assertThat(names(export("planner", "districts", "boundaryDay=2019-08-15"), "TEN_HUYEN"))
                .contains("Huyện Trà Lĩnh", "Huyện Yên Định");
        assertThat(export("planner", "districts", "boundaryDay=2025-07-02").text(".txt"))
                .contains("Số bản ghi: 0");
    }

    @Test
    void aBoxTakesWhatItTouches() {
        String box = "105.63,19.95,105.66,19.98";
        List<String> expected = jdbc.sql("""
                        select unit_key from territorial_unit
                        where level = 'COMMUNE' and unit_key like '%-2019' and boundary is not null
                          and st_intersects(boundary, st_geomfromtext(
                              'POLYGON((105.63 19.95, 105.66 19.95, 105.66 19.98, 105.63 19.98, 105.63 19.95))', 4326))""").query(String.class).list();

        Set<String> exported =
                byKey(export("planner", "communes", PERIOD + "&bbox=" + box)).keySet();

        assertThat(expected).hasSizeBetween(2, 10).contains("commune-15394-2019");
        assertThat(exported).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void anOfficersFileHoldsTheOwnPlaceOnly() {
        Set<String> keys = byKey(export("officer-tra-linh", "communes", PERIOD)).keySet();

        assertThat(keys).hasSize(10).allMatch(key -> key.startsWith("commune-014"));
        assertThat(byKey(export("officer", "communes", PERIOD)).keySet()).containsExactly("commune-15394-2019");
        assertThat(names(export("officer", "incidents", PERIOD), "TEN_XA")).containsExactly("Thị trấn Quán Lào");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provinces",
                "districts",
                "communes",
                "residential-areas",
                "villages",
                "residential-blocks",
                "road-segments",
                "security-teams",
                "incidents"
            })
    void everyLayerComesWithItsPartsAndADictionary(String collection) {
        ZippedShapefile file = export("planner", collection, PERIOD + "&crs=EPSG:9210");

        assertThat(file.fileNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(new String[] {".shp", ".shx", ".dbf", ".prj", ".cpg", ".txt"})
                                .map(extension -> collection + extension)
                                .toList());
        assertThat(file.text(".cpg")).isEqualTo("UTF-8");
        assertThat(file.text(".prj")).startsWith("PROJCS[").doesNotContain("TOWGS84");
        assertThat(file.text(".txt"))
                .contains("EPSG:9210", "EPSG:6960", "từ 01/01/2018 đến hết 15/08/2019", "theo ngày 15/08/2019")
                .contains("dữ liệu minh hoạ", "Ô để trống nghĩa là không có số liệu");
        String summary = Gdal.run("ogrinfo", "-so", "-al", file.gdalPath());
        assertThat(summary).contains("\"Longitude of natural origin\",105.75", "ID[\"EPSG\",9210]");
        Set<String> fields = new TreeSet<>();
        summary.lines()
                .filter(line -> line.matches("[A-Z0-9_]+: (String|Integer|Integer64|Real|Date) .*"))
                .forEach(line -> fields.add(line.substring(0, line.indexOf(':'))));
        assertThat(fields).isNotEmpty().allMatch(name -> name.length() <= 10);
        assertThat(fields).allSatisfy(name -> assertThat(file.text(".txt")).contains("\r\n" + name + " ["));
    }

    private ZippedShapefile export(String account, String collection, String parameters) {
        HttpResponse<byte[]> answer = as(account).getBytes("/api/exports/" + collection + ".shp.zip?" + parameters);
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains(collection + ".shp.zip");
        return ZippedShapefile.of(folder, collection, answer.body());
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

    private static Map<String, JsonNode> byKey(ZippedShapefile file) {
        Map<String, JsonNode> units = new java.util.LinkedHashMap<>();
        file.features().forEach(unit -> units.put(text(unit, "KHOA"), unit));
        return units;
    }

    private static Set<String> names(ZippedShapefile file, String field) {
        return file.features().stream().map(unit -> text(unit, field)).collect(Collectors.toSet());
    }

    private List<Coordinate> stored(String unitKey) {
        String wkt = jdbc.sql("select st_astext(boundary) from territorial_unit where unit_key = ?")
                .param(unitKey)
                .query(String.class)
                .single();
        return List.of(ZippedShapefile.wkt(wkt).getCoordinates());
    }

    private static void assertSamePlaces(String what, List<Coordinate> exported, List<Coordinate> stored) {
        assertThat(exported).as(what).hasSameSizeAs(stored);
        for (Coordinate place : exported) {
            double nearest = stored.stream()
                    .mapToDouble(other -> meters(place, other))
                    .min()
                    .orElseThrow();
            assertThat(nearest).as(what + " at " + place).isLessThan(0.02);
        }
    }

    private static List<Coordinate> toWgs84(List<Coordinate> projected, String crs) {
        String input =
                projected.stream().map(place -> place.x + " " + place.y).collect(Collectors.joining("\n", "", "\n"));
        List<Coordinate> places = new ArrayList<>();
        Gdal.runWithInput(input, "gdaltransform", "-ct", SYSTEMS.get(crs))
                .lines()
                .forEach(line -> {
                    String[] numbers = line.split(" ");
                    places.add(new Coordinate(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
                });
        assertThat(places).hasSameSizeAs(projected);
        return places;
    }

    private static double meters(Coordinate a, Coordinate b) {
        double east = (a.x - b.x) * METERS_PER_DEGREE * Math.cos(Math.toRadians(a.y));
        return Math.hypot(east, (a.y - b.y) * METERS_PER_DEGREE);
    }

    private static void collect(JsonNode coordinates, List<Coordinate> places) {
        if (coordinates.get(0).isNumber()) {
            places.add(new Coordinate(
                    coordinates.get(0).asDouble(), coordinates.get(1).asDouble()));
        } else {
            coordinates.forEach(part -> collect(part, places));
        }
    }

    private static double eastOf(List<JsonNode> provinces, String... names) {
        List<Coordinate> places = new ArrayList<>();
        provinces.stream()
                .filter(province -> Arrays.stream(names).anyMatch(text(province, "TEN_TINH")::contains))
                .forEach(province -> collect(province.get("geometry").get("coordinates"), places));
        return places.stream().mapToDouble(place -> place.x).max().orElseThrow();
    }

    /** A field as text, dates as ISO; null where it is empty. */
    private static @Nullable String text(JsonNode feature, String field) {
        JsonNode value = feature.get("properties").get(field);
        // GDAL leaves a blank date out where it writes null for other blanks.
        assertThat(value != null || DATES.contains(field)).as("field " + field).isTrue();
        return value == null || value.isNull()
                ? null
                : value.asString().replaceFirst("^(\\d{4})/(\\d\\d)/(\\d\\d)$", "$1-$2-$3");
    }

    private static double number(JsonNode feature, String field) {
        return Double.parseDouble(String.valueOf(text(feature, field)));
    }

    private static @Nullable String words(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static void assertNumber(JsonNode feature, String field, @Nullable Object expected) {
        if (expected == null) {
            assertThat(text(feature, field)).as(field).isNull();
        } else {
            assertThat(number(feature, field)).as(field).isEqualTo(((Number) expected).doubleValue());
        }
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
