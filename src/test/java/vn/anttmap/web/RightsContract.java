package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Role;
import vn.anttmap.testing.DemoServiceContract;

/** The table of rights, cell by cell, as seen from outside. */
abstract class RightsContract extends DemoServiceContract {

    private static final List<String> ROLES = List.of("leader", "officer", "planner", "admin");

    @Autowired
    private Accounts accounts;

    @ParameterizedTest
    @CsvSource(textBlock = """
            # path,                                                                 leader, officer, planner, admin
            /api/session,                                                              200, 200, 200, 200
            /api/crs,                                                                  200, 200, 200, 200
            /api/incident-categories,                                                  200, 200, 200, 200
            /api/settings/incident-categories,                                         403, 403, 403, 200
            /api/settings/incident-categories/TTXH,                                    403, 403, 403, 200
            /api/incidents/a81e7d8c-d6b1-3ba4-a3d9-e4faf80529a1/steps,                 200, 200, 200, 403
            /api/incidents/a81e7d8c-d6b1-3ba4-a3d9-e4faf80529a1/photos/a81e7d8c-d6b1-3ba4-a3d9-e4faf80529a1, 404, 404, 404, 404
            /api/features/provinces?day=2019-08-15,                                    200, 200, 200, 200
            /api/features/districts?day=2019-08-15,                                    200, 200, 200, 403
            /api/features/communes?day=2019-08-15,                                     200, 200, 200, 403
            /api/features/residential-areas?day=2019-08-15,                            200, 200, 200, 403
            /api/features/villages?day=2019-08-15,                                     200, 200, 200, 403
            /api/features/residential-blocks?day=2019-08-15,                           200, 200, 200, 403
            /api/features/road-segments?day=2019-08-15,                                200, 200, 200, 403
            /api/features/security-teams?day=2019-08-15,                               200, 200, 200, 403
            /api/territory/search?q=quan+lao&day=2019-08-15,                           200, 200, 200, 403
            /api/territory/units/{town},                                               200, 200, 200, 403
            /api/territory/locate?longitude=105.64806&latitude=19.97194,               200, 200, 200, 403
            /api/coordinates?crs=EPSG:5897&x=2209278.617&y=567627.778,                 200, 200, 200, 403
            /api/density/communes?from=2018-01-01&to=2019-08-15,                       200, 200, 200, 403
            /api/density/road-segments?from=2018-01-01&to=2019-08-15,                  200, 200, 200, 403
            /api/safety/2019,                                                          200, 200, 200, 403
            /api/incidents?from=2018-01-01&to=2019-08-15,                              200, 200, 200, 403
            /api/incidents?from=2018-01-01&to=2019-08-15&bbox=105.6%2C19.9%2C105.7%2C20, 403, 200, 200, 403
            /api/incidents/summary?from=2018-01-01&to=2019-08-15,                      200, 200, 200, 403
            /api/incidents/summary?bbox=105.6%2C19.9%2C105.7%2C20,                     403, 200, 200, 403
            /api/incidents/comparison?from=2018-01-01&to=2019-08-15,                   200, 200, 200, 403
            /api/incidents/near-border,                                                200, 200, 200, 403
            /api/incidents/duplicates?longitude=105.64806&latitude=19.97194&occurredAt=2019-08-03T02:00:00Z, 403, 200, 200, 403
            /api/incidents/a81e7d8c-d6b1-3ba4-a3d9-e4faf80529a1,                       200, 200, 200, 403
            /api/incidents/a81e7d8c-d6b1-3ba4-a3d9-e4faf80529a1/history,               200, 200, 200, 403
            /api/exports/provinces.shp.zip,                                            200, 200, 200, 403
            /api/exports/districts.shp.zip,                                            200, 200, 200, 403
            /api/exports/communes.shp.zip,                                             200, 200, 200, 403
            /api/exports/residential-areas.shp.zip,                                    200, 200, 200, 403
            /api/exports/villages.shp.zip,                                             200, 200, 200, 403
            /api/exports/residential-blocks.shp.zip,                                   200, 200, 200, 403
            /api/exports/road-segments.shp.zip,                                        200, 200, 200, 403
            /api/exports/security-teams.shp.zip,                                       200, 200, 200, 403
            /api/exports/incidents.shp.zip,                                            403, 200, 200, 403
            """)
    void readsWhatTheRoleMayRead(String path, int leader, int officer, int planner, int admin) {
        String url = path.replace("{town}", String.valueOf(unitId("commune-15394-2019")));
        int[] expected = {leader, officer, planner, admin};

        for (int i = 0; i < ROLES.size(); i++) {
            assertStatus(ROLES.get(i) + " GET " + url, as(ROLES.get(i)).get(url), expected[i]);
        }
    }

    @ParameterizedTest
    @CsvSource({"leader,403", "officer,201", "planner,403", "admin,403"})
    void onlyOfficersMark(String role, int expected) {
        String path = newIncident();

        HttpResponse<String> answer = as(role).put(path, mark(IN_QUAN_LAO));

        assertStatus(role, answer, expected);
        assertThat(as("officer").get(path).statusCode()).isEqualTo(expected == 201 ? 200 : 404);
    }

    @ParameterizedTest
    @CsvSource({"leader,403", "officer,200", "planner,403", "admin,403"})
    void onlyOfficersCorrectAndWithdraw(String role, int expected) {
        String path = newIncident();
        as("officer").put(path, mark(IN_QUAN_LAO));
        String changed = mark(IN_QUAN_LAO).replace("TTXH", "KHAC");

        assertStatus(role, as(role).put(path, changed, "If-Match", "\"0\""), expected);
        String version = "\"" + json(as("officer").get(path)).get("version") + "\"";
        assertStatus(role, as(role).post(path + "/withdraw", "", "If-Match", version), expected);

        assertThat(json(as("officer").get(path)).get("category").asString())
                .isEqualTo(expected == 200 ? "KHAC" : "TTXH");
        assertThat(json(as("officer").get(path)).get("withdrawn").asBoolean()).isEqualTo(expected == 200);
    }

    @ParameterizedTest
    @CsvSource({"leader,403", "officer,200", "planner,403", "admin,403"})
    void onlyOfficersAssignAnAreaByHand(String role, int expected) {
        String path = newIncident();
        as("officer").put(path, mark(IN_QUAN_LAO));
        String area = "{\"areaId\":" + unitId("hamlet-15394-khu-pho-1-2020") + "}";

        assertStatus(role, as(role).put(path + "/assignment", area, "If-Match", "\"0\""), expected);
        JsonNode last = json(as("officer").get(path + "/history")).get("history");
        last = last.get(last.size() - 1);
        assertThat(last.get("change").asString()).isEqualTo(expected == 200 ? "assigned" : "created");
        assertThat(last.get("changedBy").asString()).isEqualTo("officer");
        String version = "\"" + json(as("officer").get(path)).get("version") + "\"";
        assertStatus(role, as(role).delete(path + "/assignment", "If-Match", version), expected);

        assertThat(json(as("officer").get(path)).get("assignedByHand").asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"leader,403", "officer,403", "planner,403", "admin,200"})
    void onlyAdministratorsMaintainTheCategories(String role, int expected) {
        String path = "/api/settings/incident-categories/KHAC";
        String asItIs =
                "{\"nameVi\":\"Khác\",\"nameEn\":\"Other\",\"scale\":\"none\",\"restricted\":false,\"active\":true}";

        assertStatus(role, as(role).put(path, asItIs), expected);
        assertStatus(role, as(role).put(path, asItIs.replace("Other", "Others")), expected == 200 ? 428 : expected);
    }

    @Test
    void aCategoryHasAnEtagAndAStaleChangeIsAnsweredWithThePresentState() {
        String path = "/api/settings/incident-categories/KHAC";
        var before = as("admin").get(path);
        String etag = before.headers().firstValue("ETag").orElseThrow();
        String body =
                "{\"nameVi\":\"Khác\",\"nameEn\":\"Others\",\"scale\":\"none\",\"restricted\":false,\"active\":true}";

        var changed = as("admin").put(path, body, "If-Match", etag);
        var stale = as("admin").put(path, body.replace("Others", "Rest"), "If-Match", etag);

        assertStatus("change", changed, 200);
        assertStatus("stale", stale, 412);
        assertThat(json(stale).get("type").asString()).endsWith("#category-changed");
        assertThat(json(stale).get("current").get("nameEn").asString()).isEqualTo("Others");
        String present = changed.headers().firstValue("ETag").orElseThrow();
        assertThat(present)
                .isEqualTo("\"" + json(stale).get("current").get("version").asLong() + "\"");
        assertStatus("back", as("admin").put(path, body.replace("Others", "Other"), "If-Match", present), 200);
    }

    @ParameterizedTest
    @CsvSource({"leader,403", "officer,403", "planner,403", "admin,200"})
    void onlyAdministratorsRemoveANoteForGood(String role, int expected) {
        String path = newIncident();
        as("officer").put(path, mark(IN_QUAN_LAO).replace("}", ",\"note\":\"mất xe đạp\"}"));

        assertStatus(role, as(role).post(path + "/redaction", "{\"reason\":\"thử\"}"), expected);

        assertThat(json(as("officer").get(path)).get("note").isNull()).isEqualTo(expected == 200);
    }

    @ParameterizedTest
    @CsvSource({"leader,false,false", "officer,true,true", "planner,true,false"})
    void placeAndNoteGoOnlyToThoseWithTheRight(String role, boolean point, boolean note) {
        String path = newIncident();
        as("officer").put(path, mark(IN_QUAN_LAO).replace("}", ",\"note\":\"mất xe đạp\"}"));

        for (String asked :
                List.of(path, path + "/history", "/api/incidents?from=2020-08-03&to=2020-08-03&limit=1000")) {
            String body = as(role).get(asked).body();
            assertThat(body.contains("105.64806")).as(role + " " + asked).isEqualTo(point);
            assertThat(body.contains("mất xe đạp")).as(role + " " + asked).isEqualTo(note);
        }
    }

    @ParameterizedTest
    @CsvSource({"2008,leader,403", "2009,officer,200", "2010,planner,403", "2011,admin,403"})
    void onlyOfficersSubmitAssessments(int freeYear, String role, int expected) {
        String path = assessment("hamlet-15394-khu-pho-1-2019", freeYear);

        assertStatus(role, as(role).put(path, "{\"status\":\"registered\"}"), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2008,recognised,leader,200",
        "2009,recognised,officer,403",
        "2010,recognised,planner,403",
        "2011,recognised,admin,403",
        "2012,not_considered,leader,200",
        "2013,not_considered,officer,403",
        "2014,not_considered,planner,403"
    })
    void onlyLeadersDecideAssessments(int freeYear, String status, String role, int expected) {
        String path = assessment("hamlet-15394-khu-pho-2-2019", freeYear);
        for (String step : List.of("registered", "self_assessed", "under_review")) {
            assertStatus("officer", as("officer").put(path, "{\"status\":\"" + step + "\"}"), 200);
        }

        assertStatus(role, as(role).put(path, "{\"status\":\"" + status + "\"}"), expected);
    }

    @Test
    void everyRoleChangesItsOwnPassword() {
        for (Role role : Role.values()) {
            String name = "password-of-" + role + "-" + System.nanoTime();
            accounts.create(new NewAccount(name, name, name, role, Set.of(), List.of(), false, false, false));

            assertStatus(
                    name,
                    as(name).post(
                                    "/api/account/password",
                                    "{\"currentPassword\":\"" + name + "\",\"newPassword\":\"mật khẩu mới 2026\"}"),
                    204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-01-01", "2019-10-01", "2020-06-01", "2025-08-01"})
    void officersSeeNothingOfTheOtherPlace(String day) {
        Set<String> traLinh = unitIds("'%-014__-%'");
        Set<String> yenDinh = unitIds("'%-154__-%'");
        yenDinh.addAll(unitIds("'%-153__-%'"));
        for (String officer : List.of("officer", "officer-tra-linh")) {
            Set<String> own = officer.equals("officer") ? yenDinh : traLinh;
            Set<String> foreign = officer.equals("officer") ? traLinh : yenDinh;
            for (String path : List.of(
                    "/api/features/communes?day=" + day,
                    "/api/features/residential-areas?day=" + day,
                    "/api/density/communes?from=2018-01-01&to=2019-08-15&boundaryDay=" + day,
                    "/api/density/residential-areas?from=2018-01-01&to=2019-08-15&boundaryDay=" + day,
                    "/api/safety/2019?boundaryDay=" + day,
                    "/api/territory/search?q=xa&day=" + day,
                    "/api/territory/search?q=thi+tran&day=" + day)) {
                Set<String> seen = values(json(as(officer).get(path)), "id");
                assertThat(seen).as(officer + " " + path).doesNotContainAnyElementsOf(foreign);
                if (!path.contains("/search")) {
                    assertThat(seen).as(officer + " " + path).isNotEmpty().isSubsetOf(own);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"officer,Quán Lào,Trà Lĩnh,Hùng Quốc", "officer-tra-linh,Trà Lĩnh,Quán Lào,Yên Định"})
    void sessionRoadsAndTeamsNameOnlyTheOwnPlace(String officer, String own, String foreign, String foreignToo) {
        assertThat(as(officer).get("/api/session").body()).contains(own).doesNotContain(foreign, foreignToo);
        for (String layer : List.of("road-segments", "security-teams", "districts")) {
            assertThat(as(officer)
                            .get("/api/features/" + layer + "?day=2019-08-01")
                            .body())
                    .as(layer)
                    .doesNotContain(foreign, foreignToo);
        }
        assertThat(as(officer)
                        .get("/api/density/road-segments?from=2019-01-01&to=2019-08-01")
                        .body())
                .doesNotContain(foreign, foreignToo);
    }

    @Test
    void officerOfTheTownSeesNoNeighbourBeforeTheMerger() {
        Set<String> communes = values(json(as("officer").get("/api/features/communes?day=2019-08-15")), "fullName");

        assertThat(communes).containsExactly("Thị trấn Quán Lào");
    }

    @ParameterizedTest
    @CsvSource({
        "officer,commune-01447-2019,105.63,19.95,106.32,22.82",
        "officer-tra-linh,commune-15394-2019,106.32,22.82,105.64806,19.97194"
    })
    void officersReachNoRecordOfTheOtherPlace(
            String officer, String foreignUnit, String x, String y, String foreignX, String foreignY) {
        boolean town = officer.equals("officer");
        String incident = town ? TRA_LINH_INCIDENT : QUAN_LAO_INCIDENT;
        long unit = unitId(foreignUnit);

        assertStatus(officer, as(officer).get(incident), 404);
        assertStatus(officer, as(officer).get(incident + "/history"), 404);
        assertStatus(officer, as(officer).put(incident, mark(town ? IN_QUAN_LAO : IN_TRA_LINH)), 403);
        assertStatus(officer, as(officer).post(incident + "/withdraw", "", "If-Match", "\"0\""), 404);
        assertStatus(officer, as(officer).put(newIncident(), mark(town ? IN_TRA_LINH : IN_QUAN_LAO)), 403);
        assertStatus(officer, as(officer).get("/api/territory/units/" + unit), 404);
        assertStatus(officer, as(officer).get("/api/incidents?areaId=" + unit), 404);
        assertStatus(officer, as(officer).put("/api/safety/2019/areas/" + unit, "{\"status\":\"registered\"}"), 404);

        var here = json(as(officer)
                .get("/api/territory/locate?day=2019-08-01&longitude=" + foreignX + "&latitude=" + foreignY));
        assertThat(here.get("insideJurisdiction").asBoolean()).isFalse();
        assertThat(here.get("commune").isNull()).isTrue();
        assertThat(here.get("residentialArea").isNull()).isTrue();
        assertThat(here.get("roadSegment").isNull()).isTrue();
    }

    /** 30 incidents are in the data of Trà Lĩnh, two of them of border security, which needs an extra right. */
    @Test
    void listHoldsThePlacesOwnIncidentsWithoutRestrictedCategories() {
        var traLinh = json(as("officer-tra-linh").get("/api/incidents?from=2016-01-01&to=2019-07-31"));
        assertThat(traLinh.get("numberMatched").asInt()).isEqualTo(28);
        assertThat(values(traLinh, "category")).doesNotContain("ANBG", "ANCT");

        var quanLao = json(as("officer").get("/api/incidents?from=2016-01-01&to=2019-07-31&limit=1000"));
        assertThat(values(quanLao, "id")).doesNotContainAnyElementsOf(values(traLinh, "id"));
        var leader = json(as("leader").get("/api/incidents?from=2016-01-01&to=2019-07-31"));
        assertThat(leader.get("numberMatched").asInt())
                .isEqualTo(28 + quanLao.get("numberMatched").asInt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/session",
                "/api/crs",
                "/api/incidents",
                "/api/features/provinces",
                "/api/density/communes",
                "/api/safety/2019",
                "/api/exports/communes.shp.zip",
                "/api/nothing",
                "/api/incident-categories"
            })
    void anonymousCallsOfTheInterfaceAreUnauthorisedAndMakeNoSession(String path) {
        HttpResponse<String> answer = anonymous().get(path, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json;charset=UTF-8");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(json(answer).get("title").asString()).isEqualTo("Cần đăng nhập");
    }

    @Test
    void anonymousWritesAreRefusedWithoutASession() {
        String path = newIncident();
        HttpResponse<String> answer = anonymous().put(path, mark(IN_QUAN_LAO));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(as("officer").get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/login,200",
        "/actuator/health,200",
        "/actuator/health/liveness,200",
        "/css/base.css,200",
        "/icons/antt-map.svg,200",
        "/js/pages/login.js,200",
        "/webjars/leaflet/1.9.4/dist/leaflet.css,200",
        "/,302",
        "/swagger-ui.html,302",
        "/v3/api-docs,302",
        "/actuator,302",
        "/actuator/env,302"
    })
    void anonymousCallersGetSignInHealthAndTheFilesOfThePageOnly(String path, int expected) {
        HttpResponse<String> answer = anonymous().get(path);

        assertThat(answer.statusCode()).isEqualTo(expected);
        if (expected == 302) {
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
        }
    }

    private String assessment(String unitKey, int year) {
        return "/api/safety/" + year + "/areas/" + unitId(unitKey);
    }

    private Set<String> unitIds(String keyPattern) {
        return new java.util.HashSet<>(jdbc.sql("select id from territorial_unit where unit_key like " + keyPattern)
                .query(String.class)
                .list());
    }

    private static void assertStatus(String what, HttpResponse<String> answer, int expected) {
        assertThat(answer.statusCode()).as(what + ": " + answer.body()).isEqualTo(expected);
        if (expected >= 400) {
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
    }
}
