package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.Gdal;

/** The places in exported files, in any reference system, are those of the database. */
abstract class ShapefilePlacesContract extends ShapefileExportContract {

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

    @Test
    void theProvincesOf2025ReachHoangSaAndTruongSa() {
        List<JsonNode> provinces = export("planner", "provinces", "boundaryDay=2025-07-02&crs=EPSG:4326")
                .features();

        assertThat(provinces).hasSize(34);
        assertThat(eastOf(provinces, "Đà Nẵng")).as("Hoàng Sa").isBetween(112.0, 113.0);
        assertThat(eastOf(provinces, "Khánh Hòa", "Khánh Hoà")).as("Trường Sa").isGreaterThan(114.0);
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
}
