package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Right;
import vn.anttmap.access.Role;
import vn.anttmap.testing.DemoServiceContract;

/** No output tells an exact place, or of a restricted category, to an account without the right: not round a corner either. */
abstract class ExactPlaceContract extends DemoServiceContract {

    private static final String DAY = "2020-08-03";
    private static final String PERIOD = "from=" + DAY + "&to=" + DAY;

    @Autowired
    private Accounts accounts;

    /** Also at another place of the same area nothing of what a leader gets is different. */
    @Test
    void aLeaderGetsTheSameWhereverInItsAreaAnIncidentLies() {
        String incident = newIncident();
        as("officer").put(incident, mark(IN_QUAN_LAO));
        List<String> before = seenByLeader(incident);
        String moved = mark("\"longitude\":105.64815,\"latitude\":19.97203");
        assertThat(as("officer").put(incident, moved, "If-Match", "\"0\"").statusCode())
                .isEqualTo(200);
        List<String> after = seenByLeader(incident);

        assertThat(after).isEqualTo(before);
        assertThat(String.join("\n", after)).doesNotContain("105.648", "19.972");
    }

    @Test
    void noFilterOrderCursorOrTagOfTheListTellsAPlace() {
        for (int i = 0; i < 3; i++) {
            as("officer").put(newIncident(), mark(IN_QUAN_LAO));
        }
        assertThat(as("leader")
                        .get("/api/incidents?bbox=105.648,19.9719,105.6481,19.972&" + PERIOD)
                        .statusCode())
                .isEqualTo(403);
        assertThat(as("leader").get("/api/exports/incidents.csv?" + PERIOD).body())
                .startsWith("\uFEFFTEN_XA,TEN_KDC,")
                .doesNotContain("MA_VU");

        JsonNode all = json(as("leader").get("/api/incidents?limit=1000&" + PERIOD));
        List<String> ids = new ArrayList<>();
        all.get("incidents").forEach(entry -> ids.add(entry.get("id").asString()));
        // Of one day: the order is that of the ids, which the clients make at random.
        assertThat(ids)
                .isSortedAccordingTo(Comparator.comparing(id -> new java.math.BigInteger(id.replace("-", ""), 16)));

        JsonNode first = json(as("leader").get("/api/incidents?limit=1&" + PERIOD));
        String cursor =
                new String(Base64.getUrlDecoder().decode(first.get("next").asString()), StandardCharsets.UTF_8);
        assertThat(cursor)
                .isEqualTo(DAY + "_" + ids.get(0) + "_"
                        + first.get("numberMatched").asInt());

        HttpResponse<String> record = as("leader").get("/api/incidents/" + ids.get(0));
        assertThat(record.headers().firstValue("ETag"))
                .hasValue("\"" + json(record).get("version") + "\"");
    }

    @Test
    void whatIsRestrictedIsNowhereForThoseWithoutTheRight() {
        String trusted = trustedOfficer();
        List<String> before = figures();
        String incident = newIncident();
        String id = incident.substring(incident.lastIndexOf('/') + 1);
        assertThat(as(trusted)
                        .put(incident, mark(IN_QUAN_LAO).replace("TTXH", "ANBG"))
                        .statusCode())
                .isEqualTo(201);

        assertThat(figures()).isEqualTo(before);
        for (String role : List.of("officer", "leader", "planner")) {
            assertThat(as(role).get(incident).statusCode()).isEqualTo(404);
            assertThat(as(role).get(incident + "/history").statusCode()).isEqualTo(404);
            assertThat(as(role).get("/api/incidents?limit=1000&" + PERIOD).body())
                    .doesNotContain(id);
            HttpResponse<String> asked = as(role).get("/api/incidents?category=ANBG");
            HttpResponse<String> invented = as(role).get("/api/incidents?category=XXXX");
            assertThat(asked.statusCode()).isEqualTo(400);
            assertThat(asked.body().replace("ANBG", "XXXX")).isEqualTo(invented.body());
        }
        assertThat(as(trusted).get(incident).statusCode()).isEqualTo(200);
    }

    /** A write has to fail where the id is taken; more than that it does not tell, nor a read anything at all. */
    @Test
    void aTakenIdOutOfSightTellsNoMoreThanThatItIsTaken() {
        String restricted = newIncident();
        as(trustedOfficer()).put(restricted, mark(IN_QUAN_LAO).replace("TTXH", "ANBG"));
        String elsewhere = TRA_LINH_INCIDENT;
        String free = "/api/incidents/" + UUID.randomUUID();

        assertThat(refusal(elsewhere, mark(IN_QUAN_LAO))).isEqualTo(refusal(restricted, mark(IN_QUAN_LAO)));
        assertThat(refusal(elsewhere, mark(IN_QUAN_LAO), "If-Match", "\"7\""))
                .isEqualTo(refusal(elsewhere, mark(IN_QUAN_LAO)));
        for (String wrong : List.of(mark(IN_TRA_LINH), mark(IN_QUAN_LAO).replace("2020", "2999"), "{}")) {
            assertThat(refusal(elsewhere, wrong)).isEqualTo(refusal(free, wrong));
            assertThat(refusal(restricted, wrong)).isEqualTo(refusal(free, wrong));
        }
        assertThat(as("leader").put(elsewhere, mark(IN_QUAN_LAO)).statusCode()).isEqualTo(403);
        for (String path : List.of("", "/history")) {
            assertThat(told(as("officer").get(elsewhere + path)))
                    .isEqualTo(told(as("officer").get(free + path)))
                    .isEqualTo(told(as("officer").get(restricted + path)));
        }
        assertThat(told(as("officer").post(elsewhere + "/withdraw", "", "If-Match", "\"0\"")))
                .isEqualTo(told(as("officer").post(free + "/withdraw", "", "If-Match", "\"0\"")));
    }

    private String refusal(String path, String body, String... headers) {
        HttpResponse<String> answer = as("officer").put(path, body, headers);
        assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
        return told(answer);
    }

    /** Status and text without the id that was asked for. */
    private static String told(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.body().replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID");
    }

    private List<String> seenByLeader(String incident) {
        return List.of(
                withoutVersion(as("leader").get(incident).body()),
                withoutVersion(
                        as("leader").get("/api/incidents?limit=1000&" + PERIOD).body()),
                as("leader").get("/api/density/residential-areas?" + PERIOD).body(),
                as("leader")
                        .get("/api/density/series?level=residential-areas&" + PERIOD)
                        .body(),
                as("leader").get("/api/density/profile?" + PERIOD).body(),
                // A surface is in SurfaceContract, with a register that covers its period.
                // Not the figures of roads: those a leader may see, and a road counts what lies within 30 m.
                // Without the boundaries, which hold many places.
                as("leader")
                        .get("/api/exports/incidents.csv?" + PERIOD)
                        .body()
                        .replaceAll("\"MULTIPOLYGON [^\"]*\"", ""),
                as("leader").get("/api/safety/2020").body());
    }

    private static String withoutVersion(String body) {
        return body.replaceAll("\"(version|changedAt|reportedAt)\":(\"[^\"]*\"|\\d+)", "\"$1\":0");
    }

    private List<String> figures() {
        List<String> figures = new ArrayList<>();
        for (String role : List.of("officer", "leader", "planner")) {
            figures.add(as(role).get("/api/density/communes?" + PERIOD).body());
            figures.add(as(role).get("/api/density/residential-areas?" + PERIOD).body());
            figures.add(as(role).get("/api/density/road-segments?" + PERIOD).body());
            figures.add(
                    as(role).get("/api/density/series?level=communes&" + PERIOD).body());
            figures.add(as(role).get("/api/density/profile?" + PERIOD).body());
            figures.add(as(role).get("/api/incidents?limit=1&" + PERIOD).body());
            figures.add(as(role).get("/api/exports/incidents.csv?" + PERIOD).body());
        }
        return figures;
    }

    private String trustedOfficer() {
        String name = "trusted-" + System.nanoTime();
        accounts.create(new NewAccount(
                name,
                name,
                name,
                Role.OFFICER,
                Set.of(Right.SEE_RESTRICTED_CATEGORIES),
                List.of(unitId("commune-15394-2019")),
                false,
                false,
                false));
        return name;
    }
}
