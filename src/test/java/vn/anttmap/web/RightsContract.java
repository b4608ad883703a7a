package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            /api/accounts,                                                             403, 403, 403, 200
            /api/setup,                                                                403, 403, 403, 200
            /api/setup/provinces,                                                      403, 403, 403, 200
            /api/setup/provinces/04/communes,                                          403, 403, 403, 200
            /api/status,                                                               403, 403, 403, 200
            /actuator/prometheus,                                                      403, 403, 403, 200
            /actuator/health,                                                          200, 200, 200, 200
            /api/backups,                                                              403, 403, 403, 200
            /api/account/sessions,                                                     200, 200, 200, 200
            /api/account/tokens,                                                       200, 200, 200, 200
            /api/account/second-factor,                                                200, 200, 200, 200
            /api/incident-categories,                                                  200, 200, 200, 200
            /api/settings/incident-categories,                                         403, 403, 403, 200
            /api/settings/incident-categories/TTXH,                                    403, 403, 403, 200
            /api/incidents/a81e7d8c-d6b1-3ba4-a3d9-e4faf80529a1/steps,                 200, 200, 200, 403
            /api/incidents/a81e7d8c-d6b1-3ba4-a3d9-e4faf80529a1/photos/a81e7d8c-d6b1-3ba4-a3d9-e4faf80529a1, 404, 404, 404, 404
            /api/overview,                                                             200, 200, 200, 403
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
            /api/territory/units/{town}/above,                                         200, 200, 200, 403
            /api/territory/locate?longitude=105.64806&latitude=19.97194,               200, 200, 200, 403
            /api/coordinates?crs=EPSG:5897&x=2209278.617&y=567627.778,                 200, 200, 200, 403
            /api/density/communes?from=2018-01-01&to=2019-08-15,                       200, 200, 200, 403
            /api/density/road-segments?from=2018-01-01&to=2019-08-15,                  200, 200, 200, 403
            /api/density/communes/comparison?from=2019-01-01&to=2019-06-30,            200, 200, 200, 403
            /api/density/grid?from=2018-01-01&to=2019-08-15&sizeM=1000,                403, 200, 200, 403
            /api/density/hotspots/series?level=communes&step=year&from=2017-01-01&to=2019-08-15, 200, 422, 200, 403
            /api/density/hotspots?level=residential-areas&from=2018-01-01&to=2019-08-15, 200, 422, 200, 403
            /api/density/hotspots?level=hexagons&sizeM=150&from=2018-01-01&to=2019-08-15&within={town}, 403, 200, 200, 403
            /api/density/surface?from=2018-01-01&to=2019-08-15&within={town},          200, 200, 200, 403
            /api/density/surface.png?from=2018-01-01&to=2019-08-15&within={town},      200, 200, 200, 403
            /api/density/surface.geojson?from=2018-01-01&to=2019-08-15&within={town},  200, 200, 200, 403
            /api/density/surface.tif?from=2018-01-01&to=2019-08-15&within={town},      200, 200, 200, 403
            /api/exports/density/surface.gpkg?from=2018-01-01&to=2019-08-15&within={town}, 200, 200, 200, 403
            /api/density/series?level=communes&from=2018-01-01&to=2019-08-15,          200, 200, 200, 403
            /api/density/profile?from=2018-01-01&to=2019-08-15,                        200, 200, 200, 403
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
            /api/safety/2019/criteria,                                                 200, 200, 200, 403
            /api/settings/criteria,                                                    403, 403, 403, 200
            /api/settings/criteria/TT23-2012/windows/history,                          403, 403, 403, 200
            /api/settings/criteria/TT23-2012/deadlines/registered/history,             403, 403, 403, 200
            /api/safety/2019/areas/{town},                                             200, 200, 200, 403
            /api/safety/2019/areas/{town}?asOf=2020-01-01,                             200, 200, 200, 403
            /api/safety/2019/areas/{town}/documents,                                   200, 200, 200, 403
            /api/safety/2019/areas/{town}/documents/a81e7d8c-d6b1-3ba4-a3d9-e4faf80529a1, 404, 404, 404, 403
            /api/safety/2019/organizations,                                            200, 200, 200, 403
            /api/safety/2019/organizations?within={town},                              200, 200, 200, 403
            /api/safety/2019/organizations?asOf=2020-01-01,                            200, 200, 200, 403
            /api/safety/organizations/a81e7d8c-d6b1-3ba4-a3d9-e4faf80529a1/history,    404, 404, 404, 403
            /api/safety/2019/table?within={town},                                      200, 200, 200, 403
            /api/safety/2019/shares?within={town},                                     200, 200, 200, 403
            /api/exports/safety/2019.xlsx?within={town},                               200, 200, 200, 403
            /api/exports/safety/2019.csv,                                              200, 200, 200, 403
            /api/imports/residential-areas,                                            403, 403, 200, 403
            /api/imports/communes,                                                     403, 403, 200, 403
            /api/drawings,                                                             403, 403, 200, 403
            /api/drawings/surroundings?day=2026-11-01&bbox=106.3%2C22.8%2C106.4%2C22.9, 403, 403, 200, 403
            /api/boundary-changes,                                                     403, 403, 200, 403
            /ogc,                                                                      200, 200, 200, 200
            /ogc/qgis,                                                                 200, 200, 200, 200
            /ogc/conformance,                                                          200, 200, 200, 200
            /ogc/api,                                                                  200, 200, 200, 200
            /ogc/collections,                                                          200, 200, 200, 200
            /ogc/collections/provinces/items?limit=1,                                  200, 200, 200, 200
            /ogc/collections/districts/items?limit=1,                                  200, 200, 200, 403
            /ogc/collections/communes,                                                 200, 200, 200, 403
            /ogc/collections/communes/items?limit=1,                                   200, 200, 200, 403
            /ogc/collections/communes/items/{town},                                    200, 200, 200, 403
            /ogc/collections/residential-areas/items?limit=1,                          200, 200, 200, 403
            /ogc/collections/villages/items?limit=1,                                   200, 200, 200, 403
            /ogc/collections/residential-blocks/items?limit=1,                         200, 200, 200, 403
            /ogc/collections/road-segments/items?limit=1,                              200, 200, 200, 403
            /ogc/collections/security-teams/items?limit=1,                             200, 200, 200, 403
            /ogc/collections/incidents,                                                200, 200, 200, 403
            /ogc/collections/incidents/queryables,                                     200, 200, 200, 403
            /ogc/collections/communes/queryables,                                      200, 200, 200, 403
            /ogc/collections/incidents/items?limit=1,                                  200, 200, 200, 403
            /ogc/collections/incidents/items/a81e7d8c-d6b1-3ba4-a3d9-e4faf80529a1,     200, 200, 200, 403
            /ogc/collections/nothing,                                                  404, 404, 404, 404
            /api/movement/registers,                                                   200, 200, 200, 403
            /api/movement/registers/outreach/entries,                                  200, 200, 200, 403
            /api/movement/registers/outreach/sums,                                     200, 200, 200, 403
            /api/movement/places,                                                      200, 200, 200, 403
            /api/movement/security-teams,                                              200, 200, 200, 403
            /api/imports/registers/outreach,                                           403, 200, 403, 403
            /api/imports/registers/security-teams,                                     403, 200, 403, 403
            /api/settings/movement-kinds,                                              403, 403, 403, 200
            /api/settings/movement-kinds/outreach/tai-xa/history,                      403, 403, 403, 200
            /api/exports/provinces.shp.zip,                                            200, 200, 200, 403
            /api/exports/districts.shp.zip,                                            200, 200, 200, 403
            /api/exports/communes.shp.zip,                                             200, 200, 200, 403
            /api/exports/residential-areas.shp.zip,                                    200, 200, 200, 403
            /api/exports/villages.shp.zip,                                             200, 200, 200, 403
            /api/exports/residential-blocks.shp.zip,                                   200, 200, 200, 403
            /api/exports/road-segments.shp.zip,                                        200, 200, 200, 403
            /api/exports/security-teams.shp.zip,                                       200, 200, 200, 403
            /api/exports/hexagons.geojson?sizeM=1000,                                  403, 200, 200, 403
            /api/exports/squares.shp.zip,                                              403, 200, 200, 403
            /api/exports/incidents.shp.zip,                                            200, 200, 200, 403
            /api/exports/incidents.csv,                                                200, 200, 200, 403
            /api/exports/communes.geojson,                                             200, 200, 200, 403
            /api/exports/communes.kml,                                                 200, 200, 200, 403
            /api/exports/communes.gpkg,                                                200, 200, 200, 403
            /api/exports/all.gpkg,                                                     200, 200, 200, 403
            /api/reports/{town}.json?from=2018-01-01&to=2019-08-15,                    200, 200, 200, 403
            /api/reports/{town}.ndjson?from=2018-01-01&to=2019-08-15,                  200, 200, 200, 403
            /api/reports/{town}.pdf?from=2018-01-01&to=2019-08-15,                     200, 200, 200, 403
            /api/safety/years?from=2017&to=2019,                                        200, 200, 200, 403
            /api/reports/{town}/forms/decision.docx?year=2018,                         200, 200, 200, 403
            /api/reports/{town}/map.pdf?from=2018-01-01&to=2019-08-15,                 200, 200, 200, 403
            /api/reports/{town}/texts?from=2018-01-01&to=2019-08-15,                   200, 200, 200, 403
            /api/reports/{town}/texts/history?from=2018-01-01&to=2019-08-15,           200, 200, 200, 403
            /ogc/tileMatrixSets,                                                       200, 200, 200, 200
            /ogc/tileMatrixSets/WebMercatorQuad,                                       200, 200, 200, 200
            /ogc/collections/communes/tiles,                                           200, 200, 200, 200
            /ogc/collections/communes/tiles/WebMercatorQuad,                           200, 200, 200, 200
            /ogc/collections/communes/styles/default,                                  200, 200, 200, 200
            /ogc/collections/provinces/tiles/WebMercatorQuad/9/227/406,                200, 200, 200, 200
            /ogc/collections/communes/tiles/WebMercatorQuad/9/227/406,                 200, 200, 200, 403
            /ogc/collections/security-teams/tiles/WebMercatorQuad/9/227/406,           200, 200, 200, 403
            /ogc/collections/incidents/tiles/WebMercatorQuad/9/227/406,                403, 200, 200, 403
            /ogc/collections/communes/density/tiles/WebMercatorQuad/9/227/406?from=2018-01-01&to=2019-08-15, 200, 200, 200, 403
            /ogc/collections/communes/status/tiles/WebMercatorQuad/9/227/406?year=2019, 200, 200, 200, 403
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

    /** A demonstration is not set up; who may not even ask is told that first. */
    @ParameterizedTest
    @CsvSource({"leader,403", "officer,403", "planner,403", "admin,409"})
    void onlyAdministratorsNamePlaces(String role, int expected) {
        assertStatus(role, as(role).put("/api/setup/places", "{\"codes\":[\"00004\"]}"), expected);
        assertStatus(
                role,
                as(role).put("/api/setup/registers/1", "{\"since\":\"2026-01-01\"}"),
                expected == 409 ? 404 : expected);
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

    @ParameterizedTest
    @CsvSource({"2008,leader,403", "2009,officer,200", "2010,planner,403", "2011,admin,403"})
    void onlyOfficersJudgeCriteriaBeforeTheDecision(int freeYear, String role, int expected) {
        String path = assessment("hamlet-15394-khu-pho-3-2019", freeYear);
        String etag = as("officer")
                .put(path, "{\"status\":\"registered\"}")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        String judged = path + "/criteria/" + "5.2";

        assertStatus(role, as(role).put(judged, "{\"verdict\":\"met\"}", "If-Match", etag), expected);
        if (expected == 200) {
            assertStatus("without", as(role).put(judged, "{\"verdict\":\"met\"}"), 428);
            assertStatus("stale", as(role).put(judged, "{\"verdict\":\"met\"}", "If-Match", etag), 412);
            assertStatus("stale", as(role).put(path, "{\"status\":\"self_assessed\"}", "If-Match", etag), 412);
        }
    }

    /** Codes have letters such as đ. */
    @Test
    void aCriterionIsNamedByItsCodeInThePath() {
        String path = assessment("hamlet-15394-khu-pho-3-2019", 2022);
        String etag = as("officer")
                .put(path, "{\"status\":\"registered\"}")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        HttpResponse<String> answer = as("officer")
                .put(path + "/criteria/4.3%C4%91", "{\"verdict\":\"met\",\"evidence\":\"không có\"}", "If-Match", etag);

        assertStatus("4.3đ", answer, 200);
        assertThat(answer.headers().firstValue("ETag")).isNotEqualTo(java.util.Optional.of(etag));
    }

    @ParameterizedTest
    @CsvSource({"2012,leader,403", "2013,officer,201", "2014,planner,403", "2015,admin,403"})
    void onlyOfficersAttachDocumentsAndRemoveThem(int freeYear, String role, int expected) {
        String path = assessment("hamlet-15394-khu-pho-3-2019", freeYear);
        as("officer").put(path, "{\"status\":\"registered\"}");
        byte[] pdf = "%PDF-1.4\n%%EOF".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertStatus(role, as(role).postFile(path + "/documents", "giay.pdf", pdf), expected);
        HttpResponse<String> added = as("officer").postFile(path + "/documents", "giay.pdf", pdf);
        String document = path + "/documents/" + json(added).get("id").asString();
        HttpResponse<byte[]> read = as("leader").getBytes(document);
        assertThat(read.body()).isEqualTo(pdf);
        assertThat(read.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(read.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertStatus(role, as(role).delete(document), expected == 201 ? 204 : expected);
    }

    @ParameterizedTest
    @CsvSource({"leader,403,200", "officer,201,403", "planner,403,403", "admin,403,403"})
    void officersKeepTheOrganizationsAndLeadersDecideThem(String role, int written, int decided) {
        String path = "/api/safety/organizations/" + java.util.UUID.randomUUID();
        String body = "{\"name\":\"Trạm y tế " + role + "\",\"kind\":\"agency\",\"communeId\":"
                + unitId("commune-15394-2019") + ",\"validFrom\":\"2000-01-01\",\"validTo\":\"2001-01-01\"}";

        assertStatus(role, as(role).put(path, body), written);
        as("officer").put(path, body);
        String year = path.replace("/safety/", "/safety/2009/");
        assertStatus(role, as(role).put(year, "{\"status\":\"registered\"}"), written == 201 ? 200 : written);
        as("officer").put(year, "{\"status\":\"registered\"}");
        assertStatus(role, as(role).put(year, "{\"status\":\"recognised\"}"), decided);
        assertStatus(role, as(role).post(path + "/withdraw", "", "If-Match", "\"0\""), written == 201 ? 200 : written);
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
                                    "{\"currentPassword\":\"" + name + "\",\"newPassword\":\"bàn tre lũy thép 2026\"}"),
                    204);
        }
    }

    private String assessment(String unitKey, int year) {
        return "/api/safety/" + year + "/areas/" + unitId(unitKey);
    }
}
