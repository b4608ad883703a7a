package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.ServiceClient;

/** Many accounts from a table: looked at row by row, then all of them or none. */
abstract class AccountTableContract extends DemoServiceContract {

    @Test
    void allRowsBecomeAccountsOfTheirTerritoryEachWithAPasswordOfItsOwn() {
        String first = newName();
        String second = newName();
        String rows = table(
                row(first, "Nguyễn Văn An", "leader", "15469"),
                row(second, "Trần Thị Bình", "officer", "Huyện Trà Lĩnh, Tỉnh Cao Bằng"));
        // The district is no unit of today.
        assertThat(look(rows).at("/rows/1/field").asString()).isEqualTo("units");
        rows = table(
                row(first, "Nguyễn Văn An", "leader", "15469"),
                row(second, "Trần Thị Bình", "officer", "xã yên định, tỉnh thanh hóa"));
        assertThat(look(rows).at("/rows/1/units/0").asString()).isEqualTo("Xã Yên Định");
        assertThat(exists(first)).isFalse();

        HttpResponse<String> answer = as("admin").post("/api/accounts/table", rows);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode made = json(answer).get("accounts");
        assertThat(made).hasSize(2);
        assertThat(made.get(0).get("password").asString())
                .isNotEqualTo(made.get(1).get("password").asString());
        for (JsonNode each : made) {
            ServiceClient person = ServiceClient.of(
                    baseUrl(),
                    each.at("/account/username").asString(),
                    each.get("password").asString());
            assertThat(json(person.get("/api/session"))
                            .get("mustChangePassword")
                            .asBoolean())
                    .isTrue();
            assertThat(each.at("/account/units/0/fullName").asString()).isEqualTo("Xã Yên Định");
        }
    }

    @Test
    void oneFaultyRowMakesNoneAndEachFaultIsToldInItsRow() {
        String good = newName();
        String rows = table(
                row(good, "Nguyễn Văn An", "leader", "15469"),
                row(good, "Trùng tên", "leader", "15469"),
                row("leader", "Đã có", "leader", "15469"),
                row(newName(), "Không vai trò", "giám đốc", "15469"),
                row(newName(), "Không địa bàn", "officer", ""),
                row("Có Dấu", "Sai tên đăng nhập", "officer", "15469"));

        HttpResponse<String> answer = as("admin").post("/api/accounts/table", rows, "Accept-Language", "vi");

        assertStatus("faulty rows", answer, 422);
        JsonNode problem = json(answer);
        assertThat(problem.get("type").asString()).endsWith("#account-rows-faulty");
        assertThat(StreamSupport.stream(problem.get("rows").spliterator(), false)
                        .map(row -> row.get("field").asString("")))
                .containsExactly("", "username", "username", "role", "unitIds", "username");
        assertThat(problem.at("/rows/2/problem").asString()).contains("Đã có tài khoản leader");
        assertThat(exists(good)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"leader", "officer", "planner"})
    void onlyAdministratorsMakeAccounts(String role) {
        String rows = table(row(newName(), "Ai đó", "leader", "15469"));

        assertStatus("look", as(role).post("/api/accounts/table/look", rows), 403);
        assertStatus("make", as(role).post("/api/accounts/table", rows), 403);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void aTableHasOneToAHundredRows(int count) {
        String[] rows = IntStream.range(0, count)
                .mapToObj(i -> row("u" + i + newName(), "Ai đó", "leader", "15469"))
                .toArray(String[]::new);

        assertStatus("rows", as("admin").post("/api/accounts/table/look", table(rows)), 400);
    }

    private JsonNode look(String rows) {
        HttpResponse<String> answer = as("admin").post("/api/accounts/table/look", rows);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private boolean exists(String username) {
        return as("admin").get("/api/accounts").body().contains("\"" + username + "\"");
    }

    private static String newName() {
        return "bang." + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String table(String... rows) {
        return "{\"accounts\":[" + String.join(",", List.of(rows)) + "]}";
    }

    private static String row(String username, String displayName, String role, String unit) {
        return "{\"username\":\"%s\",\"displayName\":\"%s\",\"role\":\"%s\",\"units\":[\"%s\"]}"
                .formatted(username, displayName, role, unit);
    }
}
