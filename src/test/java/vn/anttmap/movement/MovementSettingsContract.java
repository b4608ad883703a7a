package vn.anttmap.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;

/** The open lists as an administrator keeps them: versions, history, and who may. */
abstract class MovementSettingsContract extends DemoServiceContract {

    private static final String KINDS = "/api/settings/movement-kinds";
    private static final String CAMERAS = KINDS + "/models/camera";

    @AfterEach
    void removeWhatWasAdded() {
        jdbc.sql("delete from movement_kind_history where code in ('camera', 'doi-xung-kich')")
                .update();
        jdbc.sql("delete from movement_kind where code in ('camera', 'doi-xung-kich')")
                .update();
    }

    @Test
    void aChangeNeedsTheVersionItIsBasedOnAndKeepsWhatItWasCalled() {
        HttpResponse<String> added = as("admin").put(CAMERAS, kind("Camera"));

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(added.headers().firstValue("ETag")).hasValue("\"0\"");
        assertThat(as("admin").put(CAMERAS, kind("Camera")).statusCode()).isEqualTo(200);
        assertThat(as("admin").put(CAMERAS, kind("Camera an ninh")).statusCode())
                .isEqualTo(428);
        assertThat(as("admin")
                        .put(CAMERAS, kind("Camera an ninh"), "If-Match", "\"0\"")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> stale = as("admin").put(CAMERAS, kind("Mắt thần"), "If-Match", "\"0\"");

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).at("/current/nameVi").asString()).isEqualTo("Camera an ninh");
        JsonNode history = json(as("admin").get(CAMERAS + "/history")).get("history");
        assertThat(history.size()).isEqualTo(2);
        assertThat(history.at("/0/kind/nameVi").asString()).isEqualTo("Camera");
        assertThat(history.at("/1/changedBy").asString()).isEqualTo("admin");
        assertThat(as("admin").get("/api/audit?action=movement-kind-changed").body())
                .contains("models camera");
    }

    @Test
    void whatWasDeliveredIsTheFirstStateOfItsHistory() {
        JsonNode history =
                json(as("admin").get(KINDS + "/outreach/tai-xa/history")).get("history");

        assertThat(history.size()).isEqualTo(1);
        assertThat(history.at("/0/changedBy").asString()).isEqualTo("system");
        assertThat(as("admin").get(KINDS + "/outreach/khong-co/history").statusCode())
                .isEqualTo(404);
        assertThat(as("admin").get(KINDS + "/people/x/history").statusCode()).isEqualTo(404);
    }

    @Test
    void theKindsOfSecurityTeamsAreAnOpenListAsWell() {
        assertThat(as("admin")
                        .put(KINDS + "/security-teams/doi-xung-kich", kind("Đội xung kích"))
                        .statusCode())
                .isEqualTo(201);

        JsonNode teams = json(as("officer").get("/api/movement/registers")).get("teams");
        assertThat(teams.get("kinds").toString()).contains("Đội xung kích", "Tổ bảo vệ ANTT");
        assertThat(teams.get("roles").toString()).contains("Tổ trưởng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "leader", "planner"})
    void onlyAnAdministratorReadsOrChangesThem(String account) {
        assertThat(as(account).get(KINDS).statusCode()).isEqualTo(403);
        assertThat(as(account).get(KINDS + "/outreach/tai-xa/history").statusCode())
                .isEqualTo(403);
        assertThat(as(account).put(CAMERAS, kind("Camera")).statusCode()).isEqualTo(403);
    }

    private static String kind(String nameVi) {
        return "{\"nameVi\":\"" + nameVi + "\",\"nameEn\":\"Cameras\",\"countingWord\":\"mô hình\",\"active\":true}";
    }
}
