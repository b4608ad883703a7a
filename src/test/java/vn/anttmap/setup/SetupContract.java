package vn.anttmap.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Role;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.territory.Territory;
import vn.anttmap.testing.ServiceClient;

/**
 * From an empty database to a commune in which an officer marks. It gets a database of its own, since it begins one. Codes,
 * names and the box of phường Ba Đình (105.82661 to 105.85037, 21.02825 to 21.05063) are those of the list of July 2025.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "anttmap.setup.places=")
@DirtiesContext
abstract class SetupContract {

    private static final String PASSWORD = "a password of its own";
    private static final String BA_DINH = file("00004", "Phường Ba Đình", 105.83);
    private static final String NGOC_HA = file("00008", "Phường Ngọc Hà", 105.81);

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Setup setup;

    @Autowired
    private RegisterCoverage registers;

    @Autowired
    private Territory territory;

    @Autowired
    private JdbcTemplate jdbc;

    private static String file(String code, String name, double west) {
        double east = west + 0.01;
        return """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ma_xa":"%s","ten_xa":"%s"},
                 "geometry":{"type":"Polygon","coordinates":[[[%s,21.035],[%s,21.035],[%s,21.045],[%s,21.045],[%s,21.035]]]}}]}
                """.formatted(code, name, west, east, east, west, west);
    }

    /** One story, because a beginning happens once. */
    @Test
    void anEmptyDatabaseBecomesACommuneInWhichAnOfficerMarks() {
        account("quan-tri", Role.ADMINISTRATOR);
        assertThat(rows("territorial_unit")).isZero();
        assertThat(setup.needed()).isTrue();
        assertThat(state("places")).isEqualTo("missing");
        assertThat(json(as("quan-tri").get("/api/setup/provinces")).get("provinces"))
                .hasSize(34);
        assertThat(as("quan-tri").get("/api/setup/provinces/99/communes").statusCode())
                .isEqualTo(404);
        assertRefused(name("\"00004\",\"99999\""), 422, "setup-code-unknown");
        assertRefused(name(""), 422, "setup-places-number");
        assertThat(rows("territorial_unit")).as("nothing half done").isZero();

        // By command, where nobody has named one; what an administrator said is not overruled by it.
        new PlacesAtStart(new SetupSettings(List.of("15469")), setup).run(null);
        new PlacesAtStart(new SetupSettings(List.of("01")), setup).run(null);
        assertThat(setup.needed()).isFalse();
        assertThat(names()).containsExactly("Xã Yên Định");
        assertThat(rows("territorial_unit where level = 'PROVINCE' and boundary is not null"))
                .isEqualTo(34);

        assertStatus(name("\"15469\",\"00004\",\"00008\""), 200);
        assertThat(names()).containsExactly("Phường Ba Đình", "Phường Ngọc Hà", "Xã Yên Định");
        assertThat(rows("territorial_unit where level = 'COMMUNE'")).isEqualTo(3);
        assertThat(check("boundaries").get("have").asInt()).isEqualTo(1);
        assertThat(check("boundaries").get("of").asInt()).isEqualTo(3);
        assertThat(rows("audit_entry where action = 'places-named'")).isEqualTo(2);

        long baDinh = unit("00004");
        account("quy-hoach", Role.PLANNER, baDinh, unit("00008"), unit("15469"));
        account("can-bo", Role.OFFICER, baDinh);
        account("lanh-dao", Role.LEADER, baDinh, unit("00008"), unit("15469"));
        assertThat(state("planner")).isEqualTo("done");
        assertThat(state("leader")).isEqualTo("done");
        assertThat(check("officer").get("have").asInt())
                .as("two places have none")
                .isEqualTo(1);
        // A point outside every boundary on record, and after the import inside.
        UUID id = UUID.randomUUID();
        assertThat(mark(id).statusCode()).isEqualTo(403);

        firstBoundaryByImport(baDinh);

        assertStatus(mark(id), 201);
        assertThat(json(as("can-bo").get("/api/incidents/" + id))
                        .at("/commune/fullName")
                        .asString())
                .isEqualTo("Phường Ba Đình");
        String imports = "/api/imports/communes/" + importOf("ba-dinh.geojson");
        assertRefused(as("quy-hoach").post(imports + "/rollback", ""), 409, "import-in-use");
        assertThat(check("boundaries").get("have").asInt()).isEqualTo(2);

        firstBoundaryTakenBack();
        registerIsKept(baDinh);
        aWholeProvince();
    }

    private void firstBoundaryByImport(long baDinh) {
        JsonNode overview = json(as("quy-hoach").get("/api/imports/communes?day=2025-07-01"));
        assertThat(overview.get("units").findValuesAsString("fullName")).contains("Phường Ba Đình");
        JsonNode look = look(baDinh, "ba-dinh.geojson", BA_DINH);
        assertThat(look.at("/counts/changed").asInt()).as(look.toString()).isEqualTo(1);
        assertThat(look.toString()).contains("đây là ranh giới đầu tiên");
        store(look);
        // The same state has it, from its first day; nothing ended and nothing else began.
        assertThat(rows("territorial_unit where code = '00004'")).isEqualTo(1);
        assertThat(rows("territorial_unit where id = " + baDinh
                        + " and boundary is not null and valid_from = '2025-07-01' and valid_to is null"))
                .isEqualTo(1);
        assertThat(jdbc.queryForObject(
                        "select measured_area_sq_km from territorial_unit where id = " + baDinh, Double.class))
                // 0.01° of longitude and latitude at 21.04°: 1.0398 km × 1.1074 km.
                .isBetween(1.14, 1.16);
    }

    private void firstBoundaryTakenBack() {
        long ngocHa = unit("00008");
        store(look(ngocHa, "ngoc-ha.geojson", NGOC_HA));
        assertThat(territory.find(ngocHa).orElseThrow().extent()).isNotNull();
        assertStatus(
                as("quy-hoach").post("/api/imports/communes/" + importOf("ngoc-ha.geojson") + "/rollback", ""), 200);
        territory.refresh();
        assertThat(territory.find(ngocHa).orElseThrow().extent()).isNull();
        assertThat(rows("territorial_unit where id = " + ngocHa + " and boundary is null and west is null"))
                .isEqualTo(1);
        // And again: the file is as good as before.
        store(look(ngocHa, "ngoc-ha-2.geojson", NGOC_HA));
        assertThat(check("boundaries").get("have").asInt()).isEqualTo(3);
    }

    private void registerIsKept(long baDinh) {
        AccountView officer = accounts.find("can-bo").orElseThrow();
        LocalDate first = LocalDate.of(2025, 9, 1);
        LocalDate last = LocalDate.of(2025, 12, 31);
        assertThat(covers(officer, baDinh, first, last)).isFalse();
        String path = "/api/setup/registers/" + baDinh;
        assertRefused(as("quan-tri").put(path, "{\"since\":\"2999-01-01\"}"), 422, "register-since-later");
        assertRefused(
                as("quan-tri").put("/api/setup/registers/4711", "{\"since\":\"2025-09-01\"}"), 404, "unit-unknown");
        assertStatus(as("quan-tri").put(path, "{\"since\":\"2025-09-01\"}"), 200);
        assertThat(covers(officer, baDinh, first, last)).isTrue();
        assertThat(covers(officer, baDinh, first.minusDays(1), last)).isFalse();
        assertThat(check("register").get("have").asInt()).isEqualTo(1);
        // Said anew, the day before counts no more.
        assertStatus(as("quan-tri").put(path, "{\"since\":\"2025-10-01\"}"), 200);
        assertThat(covers(officer, baDinh, first, last)).isFalse();
        assertStatus(as("quan-tri").put(path, "{\"since\":null}"), 200);
        assertThat(rows("register_coverage")).isZero();
    }

    private void aWholeProvince() {
        assertStatus(name("\"04\",\"00004\""), 200);
        JsonNode view = json(as("quan-tri").get("/api/setup"));
        assertThat(names()).containsExactly("Tỉnh Cao Bằng", "Phường Ba Đình");
        assertThat(view.at("/places/0/communes").asInt()).isEqualTo(56);
        assertThat(view.at("/places/0/communesWithBoundary").asInt()).isEqualTo(56);
        // What is no longer named stays on record.
        assertThat(rows("territorial_unit where code = '15469'")).isEqualTo(1);
        assertStatus(name("\"04\",\"00004\""), 200);
        assertThat(rows("territorial_unit where level = 'COMMUNE'"))
                .as("nothing twice")
                .isEqualTo(59);
    }

    private boolean covers(AccountView account, long unit, LocalDate from, LocalDate to) {
        return registers.calendar(account).covers(territory.find(unit).orElseThrow(), from, to);
    }

    private JsonNode look(long unit, String name, String content) {
        HttpResponse<String> answer = as("quy-hoach")
                .postFile(
                        "/api/imports/communes?unit=" + unit + "&day=2025-07-01",
                        name,
                        content.getBytes(StandardCharsets.UTF_8));
        assertStatus(answer, 200);
        return json(answer);
    }

    private void store(JsonNode look) {
        assertStatus(
                as("quy-hoach")
                        .post(
                                "/api/imports/communes/" + look.get("importId").asString() + "/commit?changes="
                                        + look.get("changes").asInt(),
                                ""),
                200);
    }

    private String importOf(String file) {
        return jdbc.queryForObject("select id from territory_import where file_name = ?", UUID.class, file)
                .toString();
    }

    private HttpResponse<String> mark(UUID id) {
        return as("can-bo")
                .put(
                        "/api/incidents/" + id,
                        "{\"longitude\":105.835,\"latitude\":21.04,\"occurredAt\":\"2025-08-01T02:00:00Z\",\"category\":\"TTXH\"}");
    }

    private HttpResponse<String> name(String codes) {
        return as("quan-tri").put("/api/setup/places", "{\"codes\":[" + codes + "]}");
    }

    private List<String> names() {
        return json(as("quan-tri").get("/api/setup")).get("places").findValuesAsString("fullName");
    }

    private JsonNode check(String key) {
        for (JsonNode check : json(as("quan-tri").get("/api/setup")).get("checks")) {
            if (check.get("key").asString().equals(key)) {
                return check;
            }
        }
        throw new AssertionError("no check " + key);
    }

    private String state(String key) {
        return check(key).get("state").asString();
    }

    private long unit(String code) {
        return jdbc.queryForObject("select id from territorial_unit where code = ?", Long.class, code);
    }

    private int rows(String tableAndCondition) {
        return jdbc.queryForObject("select count(*) from " + tableAndCondition, Integer.class);
    }

    private void account(String name, Role role, Long... units) {
        accounts.create(new NewAccount(name, PASSWORD, name, role, Set.of(), List.of(units), false, false, false));
    }

    private ServiceClient as(String account) {
        return ServiceClient.of("http://127.0.0.1:" + port, account, PASSWORD);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static void assertStatus(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String type) {
        assertStatus(answer, status);
        assertThat(json(answer).get("type").asString()).endsWith("#" + type);
    }
}
