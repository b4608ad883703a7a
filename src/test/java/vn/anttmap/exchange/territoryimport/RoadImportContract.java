package vn.anttmap.exchange.territoryimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;

/** Road segments out and in again, looked at, stored and taken back as a whole; areas out of a GeoPackage of all layers. */
abstract class RoadImportContract extends DemoServiceContract {

    private static final String IMPORTS = "/api/imports/road-segments";
    private static final String COMMUNE = "commune-01447-2025";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "road-segments.gpkg?crs=EPSG:9210",
                "road-segments.shp.zip?crs=EPSG:9210",
                "road-segments.geojson?crs=EPSG:4326",
                "road-segments.kml?crs=EPSG:4326",
                "road-segments.csv?crs=EPSG:4326"
            })
    void whatWasExportedChangesNothing(String export) {
        byte[] file = export(export);

        JsonNode look = look(IMPORTS, COMMUNE, file, export.substring(0, export.indexOf('?')), "");

        // The roads of the other town lie elsewhere; none of this commune's is added or changed.
        assertThat(look.get("changes").asInt()).as(look.toPrettyString()).isZero();
        assertThat(look.at("/counts/unchanged").asInt()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all.gpkg?crs=EPSG:4326", "residential-areas.gpkg?crs=EPSG:5897"})
    void aGeoPackageOfThisServiceIsUnderstoodLayerByLayer(String export) {
        JsonNode look = look("/api/imports/residential-areas", COMMUNE, export(export), "a.gpkg", "");

        assertThat(look.get("format").asString()).isEqualTo("gpkg");
        assertThat(look.get("changes").asInt())
                .as(look.get("counts").toString())
                .isZero();
        // 28 are on record, two of them under one name: the second is refused as a twin.
        assertThat(look.at("/counts/unchanged").asInt()).isEqualTo(27);
    }

    @Test
    void roadsAreStoredAndTakenBackAsAWhole() {
        long before = count();
        String lines = "ten_doan,tu_diem,den_diem,dv_quan_ly,ngay_thanh_lap,wkt\n"
                // 0.001° of longitude at 22.82° north are 102.68 m.
                + "Đường mới,Nhà văn hoá,Trạm y tế,Hội Phụ nữ,22/12/2025,\"LINESTRING Z(106.32 22.82 5, 106.321 22.82 5)\"\n"
                + "Đường xa,,,,,\"LINESTRING(108 16, 108.01 16)\"\n"
                + "Không phải đường,,,,,POINT(106.32 22.82)\n"
                + "Đường cụt,,,,,\"LINESTRING(106.32 22.82, 106.32 22.82)\"\n";

        JsonNode look = look(IMPORTS, COMMUNE, lines.getBytes(StandardCharsets.UTF_8), "duong.csv", "&crs=EPSG:4326");

        assertThat(look.at("/counts/added").asInt()).as(look.toPrettyString()).isEqualTo(1);
        assertThat(look.at("/counts/refused").asInt()).isEqualTo(3);
        assertThat(look.at("/areas/0/lengthKm").asDouble()).isBetween(0.1025, 0.1028);
        assertThat(look.at("/areas/0/repairs/0/text").asString()).contains("độ cao");
        assertThat(look.at("/areas/2/issues/0/text").asString()).contains("không phải là đường");
        String path = IMPORTS + "/" + look.get("importId").asString();
        for (String account : List.of("leader", "officer", "admin")) {
            assertStatus(account, as(account).post(path + "/commit?changes=1", ""), 403);
        }
        assertStatus(
                "another collection",
                as("planner").post(path.replace("road-segments", "residential-areas") + "/commit?changes=1", ""),
                404);

        assertStatus("commit", as("planner").post(path + "/commit?changes=1", ""), 200);

        assertThat(count()).isEqualTo(before + 1);
        assertThat(jdbc.sql("select owner from road_segment where name = 'Đường mới'")
                        .query(String.class)
                        .single())
                .isEqualTo("Hội Phụ nữ");
        assertThat(as("planner")
                        .get("/api/features/road-segments?day=2027-06-01")
                        .body())
                .contains("Đường mới");
        // Now on record: another owner is a change, and the end of the one and the begin of the other are one change.
        String changed = lines.lines()
                .limit(2)
                .reduce((a, b) -> a + "\n" + b)
                .orElseThrow()
                .replace("Phụ nữ", "Nông dân");
        JsonNode again = look(
                IMPORTS,
                COMMUNE,
                changed.getBytes(StandardCharsets.UTF_8),
                "duong.csv",
                "&crs=EPSG:4326&day=2027-03-01");
        assertThat(again.at("/areas/0/differences").toString()).isEqualTo("[\"owner\"]");
        assertThat(again.get("changes").asInt()).isEqualTo(1);

        assertStatus("rollback", as("planner").post(path + "/rollback", ""), 200);

        assertThat(count()).isEqualTo(before);
    }

    /** All roads of the commune end; the figures of now are those that the map shows, by SQL. */
    @Test
    void tellsHowManyIncidentsWouldBelongToAnotherRoadOrToNone() {
        // Several segments have one name.
        List<String> recorded = new ArrayList<>();
        json(as("planner")
                        .get("/api/density/road-segments?from=2010-01-01&to=2026-06-30&boundaryDay=2026-06-30&within="
                                + unitId(COMMUNE)))
                .get("areas")
                .forEach(road -> {
                    if (road.get("recorded").asInt() > 0) {
                        recorded.add(road.get("name").asString() + ": "
                                + road.get("recorded").asInt());
                    }
                });
        String far = "ten_doan,wkt\nĐường xa,\"LINESTRING(108 16, 108.01 16)\"\n";

        JsonNode look = look(
                IMPORTS, COMMUNE, far.getBytes(StandardCharsets.UTF_8), "duong.csv", "&crs=EPSG:4326&complete=true");

        List<String> told = new ArrayList<>();
        int sum = 0;
        for (JsonNode road : look.at("/effect/areas")) {
            told.add(road.get("name").asString() + ": " + road.get("before").asInt());
            assertThat(road.get("after").isNull()).isTrue();
            sum += road.get("before").asInt();
        }
        assertThat(told).isNotEmpty().containsExactlyInAnyOrderElementsOf(recorded);
        assertThat(look.get("movingIncidents").asInt()).isEqualTo(sum);
        assertThat(values(look.at("/effect/moves"), "to")).isEmpty();
    }

    @Test
    void villagesAndBlocksAreLayersOfTheirOwn() {
        String file =
                "ten,loai,wkt\nMột,Tổ dân phố,\"POLYGON((106.32 22.82, 106.321 22.82, 106.321 22.821, 106.32 22.82))\"\n";

        JsonNode look = look(
                "/api/imports/villages", COMMUNE, file.getBytes(StandardCharsets.UTF_8), "a.csv", "&crs=EPSG:4326");

        assertThat(look.at("/areas/0/issues").toString()).contains("không thuộc lớp đang nhập");
        assertStatus("unknown", as("planner").get("/api/imports/provinces"), 404);
    }

    private long count() {
        return jdbc.sql("select count(*) from road_segment").query(Long.class).single();
    }

    private byte[] export(String path) {
        HttpResponse<byte[]> answer = as("planner").getBytes("/api/exports/" + path + "&from=2026-01-01&to=2026-06-30");
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer.body();
    }

    private JsonNode look(String imports, String commune, byte[] file, String name, String more) {
        String day = more.contains("&day=") ? "" : "&day=2027-02-01";
        String ending = name.replace(".shp.zip", ".zip");
        HttpResponse<String> answer =
                as("planner").postFile(imports + "?unit=" + unitId(commune) + day + more, ending, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }
}
