package vn.anttmap.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;

/** Security teams by number and role, graded by year, and who may say so. */
abstract class SecurityTeamRecordsContract extends DemoServiceContract {

    private static final String TEAMS = "/api/movement/security-teams";

    @AfterEach
    void removeWhatWasAdded() {
        jdbc.sql("delete from security_team where changed_by is not null and synthetic = false")
                .update();
    }

    @Test
    void aTeamCountsItsMembersByRoleAndIsGradedByYear() {
        JsonNode team = add(team("\"Tổ 1\""));

        // 1 head, 1 deputy, 3 members.
        assertThat(team.get("memberCount").asInt()).isEqualTo(5);
        assertThat(team.at("/members/0/roleName").asString()).isEqualTo("Tổ trưởng");
        assertThat(team.at("/members/2/count").asInt()).isEqualTo(3);
        assertThat(team.at("/gradings/0/year").asInt()).isEqualTo(2019);
        assertThat(team.at("/gradings/1/gradeName").asString()).isEqualTo("Hoàn thành");
        assertThat(team.get("longitude").asDouble()).isBetween(105.0, 106.0);
        assertThat(as("leader").get(TEAMS + "?day=2019-08-15").body()).contains("Tổ 1");
        assertThat(as("leader")
                        .get("/api/features/security-teams?day=2019-08-15")
                        .body())
                .contains("Tổ 1");
    }

    @Test
    void aChangeOfTheMembersAloneIsANewVersionAndNeedsTheOneItIsBasedOn() {
        String path = TEAMS + "/" + add(team("\"Tổ 1\"")).get("id").asString();
        String six = team("\"Tổ 1\"").replace("\"count\":3", "\"count\":4");

        assertThat(as("officer").put(path, team("\"Tổ 1\"")).statusCode()).isEqualTo(200);
        assertThat(as("officer").put(path, six).statusCode()).isEqualTo(428);
        HttpResponse<String> changed = as("officer").put(path, six, "If-Match", "\"0\"");
        HttpResponse<String> stale = as("officer").put(path, team("\"Tổ 2\""), "If-Match", "\"0\"");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(json(changed).get("memberCount").asInt()).isEqualTo(6);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).at("/current/memberCount").asInt()).isEqualTo(6);
        assertThat(as("admin").get("/api/audit?action=security-team-written").body())
                .contains("security-team");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "to_bao_ve_antt"  | "khong-co"        | choice-unknown
            "Tổ 1"            | " "               | field-missing
            "to-truong"       | "to-vien"         | security-team-twice
            "year":2018       | "year":2019       | security-team-twice
            "year":2018       | "year":2999       | number-out-of-range
            "count":3         | "count":-3        | number-out-of-range
            "count":3         | "name":"A"        | unreadable-body
            "tot"             | "gioi"            | choice-unknown
            """)
    void aWrongValueIsRefused(String right, String wrong, String problem) {
        String body = team("\"Tổ 1\"").replace(right, wrong);
        assertThat(body).isNotEqualTo(team("\"Tổ 1\""));

        HttpResponse<String> answer = as("officer").post(TEAMS, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        if (!problem.equals("unreadable-body")) {
            assertThat(json(answer).get("type").asString()).endsWith(problem);
        }
    }

    @Test
    void everyStateOfATeamStaysReadableWithWhoAndWhen() {
        String path = TEAMS + "/" + add(team("\"Tổ 1\"")).get("id").asString();
        String six = team("\"Tổ 1\"").replace("\"count\":3", "\"count\":4").replace("\"tot\"", "\"xuat-sac\"");
        as("officer").put(path, six, "If-Match", "\"0\"");

        JsonNode history = json(as("leader").get(path + "/history")).get("history");

        assertThat(history.size()).isEqualTo(2);
        assertThat(history.at("/0/change").asString()).isEqualTo("created");
        assertThat(history.at("/0/team/memberCount").asInt()).isEqualTo(5);
        assertThat(history.at("/0/team/members/2/count").asInt()).isEqualTo(3);
        assertThat(history.at("/0/team/gradings/0/gradeName").asString()).isEqualTo("Hoàn thành tốt");
        assertThat(history.at("/1/change").asString()).isEqualTo("corrected");
        assertThat(history.at("/1/changedBy").asString()).isEqualTo("officer");
        assertThat(java.time.Instant.parse(history.at("/1/changedAt").asString()))
                .isCloseTo(
                        java.time.Instant.now(),
                        org.assertj.core.api.Assertions.within(1, java.time.temporal.ChronoUnit.MINUTES));
        assertThat(history.at("/1/team/members/2/count").asInt()).isEqualTo(4);
        assertThat(history.at("/1/team/version").asInt()).isEqualTo(1);
        assertThat(history.at("/1/team")).isEqualTo(json(as("officer").get(path)));
        assertThat(as("officer-tra-linh").get(path + "/history").statusCode()).isEqualTo(404);
        assertThat(as("admin").get(path + "/history").statusCode()).isEqualTo(403);
    }

    /** Teams of the demonstration were loaded by the service, and nobody has changed them. */
    @Test
    void aTeamThatWasLoadedBeginsWithWhatItIs() {
        String id = json(as("leader").get(TEAMS + "?day=2019-08-15"))
                .at("/teams/0/id")
                .asString();

        JsonNode history = json(as("leader").get(TEAMS + "/" + id + "/history")).get("history");

        assertThat(history.size()).isEqualTo(1);
        assertThat(history.at("/0/changedBy").asString()).isEqualTo("system");
        assertThat(history.at("/0/team")).isEqualTo(json(as("leader").get(TEAMS + "/" + id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader", "planner", "admin"})
    void onlyOfficersWrite(String account) {
        String path = TEAMS + "/" + add(team("\"Tổ 1\"")).get("id").asString();

        assertThat(as(account).post(TEAMS, team("\"Tổ 3\"")).statusCode()).isEqualTo(403);
        assertThat(as(account).put(path, team("\"Tổ 3\""), "If-Match", "\"0\"").statusCode())
                .isEqualTo(403);
    }

    @Test
    void anOfficerOfAnotherTerritoryNeitherSeesNorChangesIt() {
        String path = TEAMS + "/" + add(team("\"Tổ 1\"")).get("id").asString();

        assertThat(as("officer-tra-linh").get(path).statusCode()).isEqualTo(404);
        assertThat(as("officer-tra-linh")
                        .put(path, team("\"Tổ 3\""), "If-Match", "\"0\"")
                        .statusCode())
                .isEqualTo(404);
        assertThat(as("officer-tra-linh").post(TEAMS, team("\"Tổ 3\"")).statusCode())
                .isEqualTo(404);
        assertThat(as("officer-tra-linh").get(TEAMS + "?day=2019-08-15").body()).doesNotContain("Tổ 1\"");
    }

    private JsonNode add(String body) {
        HttpResponse<String> answer = as("officer").post(TEAMS, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private String team(String name) {
        return "{\"name\":" + name + ",\"kind\":\"to_bao_ve_antt\",\"areaId\":"
                + unitId("hamlet-15394-khu-pho-1-2019")
                + ",\"members\":[{\"role\":\"to-truong\",\"count\":1},{\"role\":\"to-pho\",\"count\":1},"
                + "{\"role\":\"to-vien\",\"count\":3}],\"gradings\":[{\"year\":2018,\"grade\":\"hoan-thanh\"},"
                + "{\"year\":2019,\"grade\":\"tot\"}]}";
    }
}
