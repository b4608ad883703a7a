package vn.anttmap.exchange.territoryimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Right;
import vn.anttmap.access.Role;
import vn.anttmap.testing.DemoServiceContract;

/**
 * Worked examples in thôn Binh An, xã Yên Định, where the demonstration has no incident. The village holds the box from
 * 105.652, 19.982 to 105.656, 19.985. One thousandth of a degree is 104.67 m eastwards and 110.70 m northwards there.
 */
abstract class ImportEffectContract extends DemoServiceContract {

    private static final String IMPORTS = "/api/imports/residential-areas";
    private static final String COMMUNE = "commune-15469-2025";
    private static final String VILLAGE = "hamlet-15463-binh-an-2025";

    @Autowired
    private Accounts accounts;

    /**
     * The village shrinks to the lower left, a new one takes the lower right, both claim a strip of 0.0001° by 0.001°
     * (10.467 m · 110.70 m = 1,158.6 m²), and the upper half belongs to nobody any more.
     */
    @Test
    void overlapsAndMovingIncidentsAreToldBeforeAndWhatWasSetByHandStays() {
        String lowerLeft = incident(105.653, 19.9825);
        String lowerRight = incident(105.655, 19.9825);
        String upper = incident(105.655, 19.9845);
        String byHand = incident(105.6555, 19.9822);
        long village = unitId(VILLAGE);
        assertStatus(
                "assignment",
                as("officer").put(byHand + "/assignment", "{\"areaId\":" + village + "}", "If-Match", "\"0\""),
                200);
        String file = "ten,loai,wkt\n"
                + "Binh An,Thôn,\"" + box("105.652", "105.6541", "19.982", "19.983") + "\"\n"
                + "Vuông,Thôn,\"" + box("105.654", "105.656", "19.982", "19.983") + "\"\n";

        JsonNode look = look("planner", file, "&crs=EPSG:4326");

        assertThat(look.at("/counts/changed").asInt()).as(look.toPrettyString()).isEqualTo(1);
        assertThat(look.at("/counts/added").asInt()).isEqualTo(1);
        assertThat(look.at("/areas/1/issues").toString()).contains("Chồng lấn 1159 m² với “Thôn Binh An”");
        // The one on the lower left stays, the one by hand too: two move.
        assertThat(look.get("movingIncidents").asInt()).isEqualTo(2);
        assertThat(look.at("/effect/moves").toString())
                .contains("{\"from\":\"Thôn Binh An\",\"to\":\"Thôn Vuông\",\"count\":1}")
                .contains("{\"from\":\"Thôn Binh An\",\"to\":null,\"count\":1}");
        assertThat(look.at("/effect/areas").toString())
                .isEqualTo("[{\"name\":\"Thôn Binh An\",\"before\":4,\"after\":2},"
                        + "{\"name\":\"Thôn Vuông\",\"before\":null,\"after\":1}]");

        String path = IMPORTS + "/" + look.get("importId").asString();
        assertStatus("commit", as("planner").post(path + "/commit?changes=2", ""), 200);

        assertThat(areaLater(lowerLeft)).isEqualTo("Thôn Binh An");
        assertThat(areaLater(lowerRight)).isEqualTo("Thôn Vuông");
        assertThat(areaLater(upper)).isEmpty();
        assertThat(areaLater(byHand)).isEqualTo("Thôn Binh An");

        takenBackByAnyPlannerOfTheTerritory(path);

        assertThat(areaLater(lowerRight)).isEqualTo("Thôn Binh An");
        assertThat(areaLater(upper)).isEqualTo("Thôn Binh An");
        for (String each : List.of(lowerLeft, lowerRight, upper, byHand)) {
            String tag = each.equals(byHand) ? "\"1\"" : "\"0\"";
            assertStatus("withdrawal", as("officer").post(each + "/withdraw", "", "If-Match", tag), 200);
        }
    }

    private void takenBackByAnyPlannerOfTheTerritory(String path) {
        planner("planner-yen-dinh", unitId("commune-15469-2025"));
        planner("planner-noi-khac", unitId("commune-01447-2025"));
        assertStatus("another territory", as("planner-noi-khac").post(path + "/rollback", ""), 404);
        assertStatus("a leader", as("leader").post(path + "/rollback", ""), 403);
        assertThat(values(json(as("planner-noi-khac").get(IMPORTS)), "importId"))
                .doesNotContain(path.substring(path.lastIndexOf('/') + 1));
        JsonNode listed = json(as("planner-yen-dinh").get(IMPORTS)).at("/imports/0");
        assertThat(listed.get("createdBy").asString()).isEqualTo("planner");
        assertThat(listed.get("mayTakeBack").asBoolean()).isTrue();

        assertStatus("rollback", as("planner-yen-dinh").post(path + "/rollback", ""), 200);

        assertThat(as("admin")
                        .get("/api/audit?action=territory-import-taken-back&limit=1")
                        .body())
                .contains("planner-yen-dinh");
    }

    /** A hole of 0.0005° by 0.0005° (52.33 m · 55.35 m = 2,896.5 m²) that no area of the file claims. */
    @Test
    void aGapInsideTheFileIsToldWithItsSizeAndPlace() {
        String file =
                "ten,loai,wkt\nBinh An,Thôn,\"POLYGON((105.652 19.982, 105.656 19.982, 105.656 19.985, 105.652 19.985,"
                        + " 105.652 19.982), (105.654 19.983, 105.654 19.9835, 105.6545 19.9835, 105.6545 19.983, 105.654 19.983))\"\n";

        JsonNode look = look("planner", file, "&crs=EPSG:4326&complete=true");

        JsonNode gap = null;
        for (JsonNode issue : look.get("issues")) {
            if (issue.get("text").asString().contains("Khoảng trống 2897 m²")) {
                gap = issue;
            }
        }
        assertThat(gap).as(look.get("issues").toString()).isNotNull();
        assertThat(gap.get("longitude").asDouble()).isBetween(105.654, 105.6545);
        assertThat(gap.get("latitude").asDouble()).isBetween(19.983, 19.9835);
    }

    @Test
    void twoLooksAtOnceBothAnswer() {
        String file = "ten,loai,wkt\nMột,Thôn,\"" + box("105.652", "105.653", "19.982", "19.983") + "\"\n";
        List<CompletableFuture<JsonNode>> looks = List.of(
                CompletableFuture.supplyAsync(() -> look("planner", file, "&crs=EPSG:4326")),
                CompletableFuture.supplyAsync(() -> look("planner", file.replace("Một", "Hai"), "&crs=EPSG:4326")));

        assertThat(looks.stream()
                        .map(each -> each.join().at("/areas/0/fullName").asString()))
                .containsExactly("Thôn Một", "Thôn Hai");
    }

    private void planner(String name, long unit) {
        if (accounts.find(name).isEmpty()) {
            accounts.create(new NewAccount(
                    name,
                    name,
                    name,
                    Role.PLANNER,
                    Set.of(Right.SEE_INCIDENT_POINTS),
                    List.of(unit),
                    false,
                    false,
                    false));
        }
    }

    private String incident(double longitude, double latitude) {
        String incident = "/api/incidents/" + UUID.randomUUID();
        String body = "{\"longitude\":" + longitude + ",\"latitude\":" + latitude
                + ",\"placeAccuracy\":\"exact\",\"occurredAt\":\"2026-02-03T02:00:00Z\",\"category\":\"TTXH\"}";
        assertStatus("mark", as("officer").put(incident, body), 201);
        return incident;
    }

    /** The residential area that it counts in on the first day of the file; empty where there is none. */
    private String areaLater(String incident) {
        return jdbc.sql("select u.full_name from incident_placement p join territorial_unit u on u.id = p.unit_id"
                        + " where p.incident_id = ? and u.level = 'RESIDENTIAL_AREA'"
                        + " and (u.valid_from is null or u.valid_from <= date '2028-01-01')"
                        + " and (u.valid_to is null or u.valid_to > date '2028-01-01')")
                .param(UUID.fromString(incident.substring(incident.lastIndexOf('/') + 1)))
                .query(String.class)
                .optional()
                .orElse("");
    }

    private JsonNode look(String account, String file, String more) {
        HttpResponse<String> answer = as(account)
                .postFile(
                        IMPORTS + "?unit=" + unitId(COMMUNE) + "&day=2028-01-01" + more,
                        "a.csv",
                        file.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static String box(String west, String east, String south, String north) {
        return "POLYGON((%1$s %3$s, %2$s %3$s, %2$s %4$s, %1$s %4$s, %1$s %3$s))".formatted(west, east, south, north);
    }
}
