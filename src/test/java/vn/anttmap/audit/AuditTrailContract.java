package vn.anttmap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Role;
import vn.anttmap.testing.DemoServiceContract;

/** What leaves an entry in the trail, what does not, and who may read it. */
abstract class AuditTrailContract extends DemoServiceContract {

    @Autowired
    private Accounts accounts;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mappings;

    /**
     * A call for each reading path that has to do with incidents. A new path fails the test until it stands here; whether
     * it lets a place or a note out is seen from its answer.
     */
    private static Map<String, String> calls(String incident) {
        String day = "from=2020-08-03&to=2020-08-03";
        return Map.ofEntries(
                Map.entry("/api/incidents", "/api/incidents?limit=1000&" + day),
                Map.entry("/api/incidents/{id}", incident),
                Map.entry("/api/incidents/{id}/history", incident + "/history"),
                Map.entry("/api/incidents/{id}/steps", incident + "/steps"),
                Map.entry("/api/incidents/summary", "/api/incidents/summary?" + day),
                Map.entry("/api/incidents/comparison", "/api/incidents/comparison?" + day),
                Map.entry("/api/incidents/near-border", "/api/incidents/near-border"),
                Map.entry(
                        "/api/incidents/duplicates",
                        "/api/incidents/duplicates?longitude=105.64806&latitude=19.97194&occurredAt=2020-08-03T02:00:00Z"),
                Map.entry("/api/incidents/{id}/photos/{photoId}", incident + "/photos/" + UUID.randomUUID()),
                Map.entry("/api/imports/incidents", "/api/imports/incidents"),
                Map.entry("/api/incident-categories", "/api/incident-categories"),
                Map.entry("/api/settings/incident-categories", "/api/settings/incident-categories"),
                Map.entry("/api/settings/incident-categories/{code}", "/api/settings/incident-categories/KHAC"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "planner", "leader", "admin"})
    void everyReadThatLetsAPlaceOrANoteOutLeavesAnEntryAndNoOtherDoes(String role) {
        String incident = newIncident();
        assertThat(as("officer")
                        .put(incident, mark(IN_QUAN_LAO).replace("}", ",\"note\":\"mất xe đạp\"}"))
                        .statusCode())
                .isEqualTo(201);
        String id = incident.substring(incident.lastIndexOf('/') + 1);
        Map<String, String> calls = calls(incident);
        int shown = 0;
        for (String pattern : readingPathsOfIncidents()) {
            assertThat(calls)
                    .as("no call of " + pattern + " is known to this test")
                    .containsKey(pattern);
            long before = newestEntry();

            HttpResponse<String> answer = as(role).get(calls.get(pattern));

            assertThat(answer.statusCode()).as(role + " " + pattern).isLessThan(500);
            JsonNode body = answer.statusCode() == 200 && answer.body().startsWith("{") ? json(answer) : null;
            boolean places = body != null && !values(body, "longitude").isEmpty();
            boolean notes = body != null && !values(body, "note").isEmpty();
            List<JsonNode> entries = entries("username=" + role + "&action=incidents-shown").stream()
                    .filter(entry -> entry.get("id").asLong() > before)
                    .toList();
            assertThat(entries).as(role + " " + pattern).hasSize(places || notes ? 1 : 0);
            if (places || notes) {
                shown++;
                JsonNode entry = entries.get(0);
                assertThat(entry.get("role").asString()).isEqualTo(role.toUpperCase());
                assertThat(entry.get("address").asString()).isEqualTo("127.0.0.1");
                assertThat(entry.get("detail").asString())
                        .contains("places=" + (places ? "yes" : "no"))
                        .contains("notes=" + (notes ? "yes" : "no"))
                        .contains("request=" + calls.get(pattern));
                assertThat(entry.get("count").asInt())
                        .isEqualTo(values(body, "id").stream()
                                .filter(value -> value.length() == 36)
                                .distinct()
                                .count());
                // Of many at the same place, the search for doubles shows five, and those may be of other tests.
                if (values(body, "id").contains(id)) {
                    assertThat(idsOf(entries("incidentId=" + id)))
                            .as(role + " " + pattern)
                            .contains(entry.get("id").asLong());
                }
            }
        }
        assertThat(shown).isEqualTo(role.equals("officer") || role.equals("planner") ? Math.max(3, shown) : 0);
        assertThat(trailHolds("mất xe")).as("a note's text is in the trail").isFalse();
    }

    @Test
    void anExportIsRecordedWithItsSystemPeriodAndRowsAndItsIncidentsOneByOne() {
        long before = newestEntry();
        String query = "crs=EPSG:5897&from=2019-01-01&to=2019-03-31";

        assertThat(as("planner")
                        .getBytes("/api/exports/incidents.shp.zip?" + query)
                        .statusCode())
                .isEqualTo(200);
        assertThat(as("leader")
                        .getBytes("/api/exports/communes.shp.zip?" + query)
                        .statusCode())
                .isEqualTo(200);

        int rows = json(as("planner").get("/api/incidents?from=2019-01-01&to=2019-03-31&limit=1"))
                .get("numberMatched")
                .asInt();
        JsonNode points = newest(before, "username=planner&action=data-exported");
        assertThat(points.get("subjectKind").asString()).isEqualTo("collection");
        assertThat(points.get("subjectId").asString()).isEqualTo("incidents");
        assertThat(points.get("count").asInt()).isEqualTo(rows).isPositive();
        assertThat(points.get("detail").asString()).contains("crs=EPSG:5897", "from=2019-01-01", "to=2019-03-31");
        JsonNode shown = newest(
                before,
                "username=planner&action=incidents-shown",
                entry -> entry.get("detail").asString().startsWith("how=export"));
        assertThat(shown.get("count").asInt()).isEqualTo(rows);
        assertThat(newest(before, "username=leader&action=data-exported")
                        .get("subjectId")
                        .asString())
                .isEqualTo("communes");
    }

    @Test
    void aRefusedExportLeavesNoEntry() {
        long before = newestEntry();

        assertThat(as("admin").get("/api/exports/incidents.shp.zip").statusCode())
                .isEqualTo(403);

        assertThat(newer(before, "username=admin&action=data-exported")).isEmpty();
    }

    @Test
    void eachWriteIsRecordedWithTheVersionItMade() {
        String incident = newIncident();
        String id = incident.substring(incident.lastIndexOf('/') + 1);
        as("officer").put(incident, mark(IN_QUAN_LAO));
        as("officer").put(incident, mark(IN_QUAN_LAO));
        as("officer").put(incident, mark(IN_QUAN_LAO).replace("TTXH", "KHAC"), "If-Match", "\"0\"");
        as("officer").post(incident + "/withdraw", "", "If-Match", "\"1\"");

        List<JsonNode> writes = entries("incidentId=" + id);
        assertThat(writes)
                .extracting(entry -> entry.get("action").asString() + " "
                        + entry.get("detail").asString())
                .containsExactly(
                        "incident-withdrawn version=2", "incident-changed version=1", "incident-created version=0");
        assertThat(writes).allSatisfy(entry -> {
            assertThat(entry.get("username").asString()).isEqualTo("officer");
            assertThat(entry.get("subjectKind").asString()).isEqualTo("incident");
            assertThat(entry.get("subjectId").asString()).isEqualTo(id);
            assertThat(entry.get("address").asString()).isEqualTo("127.0.0.1");
        });
    }

    @Test
    void aConflictShowsThePresentStateAndIsRecordedAsThat() {
        String incident = newIncident();
        as("officer").put(incident, mark(IN_QUAN_LAO));
        as("officer").put(incident, mark(IN_QUAN_LAO).replace("TTXH", "KHAC"), "If-Match", "\"0\"");

        HttpResponse<String> answer =
                as("officer").put(incident, mark(IN_QUAN_LAO).replace("TTXH", "TNGT"), "If-Match", "\"0\"");

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(entries("incidentId=" + incident.substring(incident.lastIndexOf('/') + 1))
                        .get(0)
                        .get("detail")
                        .asString())
                .startsWith("how=conflict; places=yes");
    }

    @Test
    void aRefusedWriteLeavesNoEntry() {
        String incident = newIncident();
        String id = incident.substring(incident.lastIndexOf('/') + 1);

        assertThat(as("leader").put(incident, mark(IN_QUAN_LAO)).statusCode()).isEqualTo(403);
        assertThat(as("officer").put(incident, mark(IN_TRA_LINH)).statusCode()).isEqualTo(403);

        assertThat(entries("incidentId=" + id)).isEmpty();
    }

    @Test
    void aStatusStepIsRecorded() {
        long before = newestEntry();
        long area = unitId("hamlet-15394-khu-pho-4-2019");

        assertThat(as("officer")
                        .put("/api/safety/2008/areas/" + area, "{\"status\":\"registered\"}")
                        .statusCode())
                .isEqualTo(200);

        JsonNode entry = newest(before, "username=officer&action=status-recorded");
        assertThat(entry.get("subjectKind").asString()).isEqualTo("area");
        assertThat(entry.get("subjectId").asLong()).isEqualTo(area);
        assertThat(entry.get("detail").asString()).isEqualTo("year=2008; before=not_registered; status=registered");
    }

    @Test
    void signInsOfToolsAreRecordedWhenThePasswordIsCheckedAnewAndFailuresEachTime() {
        String name = "audited-" + System.nanoTime();
        accounts.create(new NewAccount(name, name, name, Role.LEADER, Set.of(), List.of(), false, false, false));

        as(name).get("/api/session");
        as(name).get("/api/session");
        vn.anttmap.testing.ServiceClient.of(baseUrl(), name, "wrong").get("/api/session");
        vn.anttmap.testing.ServiceClient.of(baseUrl(), "nobody-of-this-name", "my secret")
                .get("/api/session");
        as(name).post(
                        "/api/account/password",
                        "{\"currentPassword\":\"" + name + "\",\"newPassword\":\"bàn tre lũy thép 2026\"}");

        assertThat(entries("username=" + name))
                .extracting(entry -> entry.get("action").asString() + " "
                        + entry.get("detail").asString(""))
                .containsExactly("password-changed ", "sign-in-failed cause=wrong", "signed-in by=tool");
        assertThat(entries("username=?&action=sign-in-failed".replace("?", "%3F")))
                .isNotEmpty();
        assertThat(trailHolds("nobody-of-this-name"))
                .as("an unknown name may be a password")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"leader,403", "officer,403", "planner,403", "admin,200"})
    void onlyAdministratorsReadTheTrail(String role, int expected) {
        assertThat(as(role).get("/api/audit").statusCode()).isEqualTo(expected);
        assertThat(as(role).get("/api/audit/verification").statusCode()).isEqualTo(expected);
        assertThat(anonymous().get("/api/audit").statusCode()).isEqualTo(401);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 0; i < 5; i++) {
            as("officer").get(QUAN_LAO_INCIDENT);
        }
        String filter = "username=officer&action=incidents-shown&incidentId="
                + QUAN_LAO_INCIDENT.substring(QUAN_LAO_INCIDENT.lastIndexOf('/') + 1);
        List<Long> all = idsOf(entries(filter));

        List<Long> paged = new java.util.ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(as("admin").get("/api/audit?limit=2&" + filter + cursor));
            page.get("entries").forEach(entry -> paged.add(entry.get("id").asLong()));
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").asString();
        } while (cursor != null);

        assertThat(paged).isEqualTo(all).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
        assertThat(json(as("admin").get("/api/audit?from=2000-01-01&to=2000-12-31"))
                        .get("entries")
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action=nothing",
                "cursor=x",
                "limit=0",
                "limit=501",
                "incidentId=1",
                "from=2020-02-01&to=2020-01-01",
                "user=officer"
            })
    void aWrongFilterIsExplained(String query) {
        HttpResponse<String> answer = as("admin").get("/api/audit?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("parameter").asString()).isNotEmpty();
    }

    private Set<String> readingPathsOfIncidents() {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/api/") && pattern.contains("incident"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean trailHolds(String text) {
        return jdbc.sql("select count(*) from audit_entry where detail like ? or username like ? or subject_id like ?")
                        .params("%" + text + "%", "%" + text + "%", "%" + text + "%")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private long newestEntry() {
        return jdbc.sql("select coalesce(max(id), 0) from audit_entry")
                .query(Long.class)
                .single();
    }

    private JsonNode newest(long after, String filter) {
        return newest(after, filter, entry -> true);
    }

    private JsonNode newest(long after, String filter, java.util.function.Predicate<JsonNode> wanted) {
        return newer(after, filter).stream().filter(wanted).findFirst().orElseThrow();
    }

    private List<JsonNode> newer(long after, String filter) {
        return entries(filter).stream()
                .filter(entry -> entry.get("id").asLong() > after)
                .toList();
    }

    private List<JsonNode> entries(String filter) {
        HttpResponse<String> answer = as("admin").get("/api/audit?limit=500&" + filter);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(json(answer).get("entries").spliterator(), false)
                .toList();
    }

    private static List<Long> idsOf(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.get("id").asLong()).toList();
    }
}
