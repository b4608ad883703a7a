package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.ServiceClient;

/** Accounts as an administrator keeps them, sign-ins that end from elsewhere, and codes for programs. */
abstract class AccountContract extends DemoServiceContract {

    private static final String NEW_PASSWORD = "mật khẩu của riêng tôi";

    /** Made, with a password of its own. */
    private record Person(long id, String name, String password) {}

    @Test
    void aPasswordMayHaveAHundredAndTwentyEightLettersWithMarks() throws Exception {
        Person person = person("leader");
        ServiceClient before = client(person);
        // Each of these takes three bytes in UTF-8.
        String letters = "ằẵắộợừỷễ".repeat(16);
        String body = "{\"currentPassword\":\"" + person.password() + "\",\"newPassword\":\"";

        assertProblem(before.post("/api/account/password", body + letters + "ạ\"}"), 422, "password-too-long");
        assertThat(before.post("/api/account/password", body + letters + "\"}").statusCode())
                .isEqualTo(204);

        assertThat(ServiceClient.of(baseUrl(), person.name(), letters)
                        .get("/api/crs")
                        .statusCode())
                .isEqualTo(200);
        // bcrypt itself would have looked at the first 72 bytes only.
        String another = letters.substring(0, letters.length() - 1) + "ạ";
        assertThat(ServiceClient.of(baseUrl(), person.name(), another)
                        .get("/api/crs")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aHashFromBeforeStaysGood() throws Exception {
        Person person = person("leader");
        jdbc.sql("update account set password_hash = ?, must_change_password = false where username = ?")
                .params("{bcrypt}" + new BCryptPasswordEncoder().encode("mật khẩu ngày trước"), person.name())
                .update();
        // What every request reads is held for a quarter of a second.
        LockSupport.parkNanos(Duration.ofMillis(400).toNanos());

        ServiceClient with = ServiceClient.of(baseUrl(), person.name(), "mật khẩu ngày trước");
        assertThat(with.get("/api/crs").statusCode()).isEqualTo(200);

        assertThat(changePassword(with, "mật khẩu ngày trước").statusCode()).isEqualTo(204);
        assertThat(jdbc.sql("select password_hash from account where username = ?")
                        .param(person.name())
                        .query(String.class)
                        .single())
                .startsWith("{sha384-bcrypt}");
    }

    @Test
    void aNewAccountMayDoNothingBeforeItHasAPasswordOfItsOwn() {
        String name = newName();
        JsonNode made = json(as("admin").post("/api/accounts", draft(name, "officer", "")));
        String password = made.get("password").asString();
        ServiceClient person = ServiceClient.of(baseUrl(), name, password);

        assertThat(password).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(made.at("/account/units/0/fullName").asString()).isEqualTo("Thị trấn Quán Lào");
        assertProblem(person.get("/api/crs"), 403, "password-change-needed");
        assertThat(changePassword(person, password).statusCode()).isEqualTo(204);
        JsonNode session = json(ServiceClient.of(baseUrl(), name, NEW_PASSWORD).get("/api/session"));
        assertThat(session.at("/roles/0").asString()).isEqualTo("OFFICER");
        assertThat(session.at("/places/0/fullName").asString()).isEqualTo("Thị trấn Quán Lào");
        assertThat(person.get("/api/session").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader", "officer", "planner"})
    void onlyAdministratorsKeepAccounts(String role) {
        long id = json(as("admin").get("/api/accounts")).at("/accounts/0/id").asLong();
        ServiceClient other = as(role);

        for (HttpResponse<String> answer : List.of(
                other.get("/api/accounts"),
                other.get("/api/accounts/" + id),
                other.post("/api/accounts", draft(newName(), "officer", "")),
                other.put("/api/accounts/" + id, draft(newName(), "officer", ""), "If-Match", "\"0\""),
                other.post("/api/accounts/" + id + "/password", ""),
                other.delete("/api/accounts/" + id + "/sessions"),
                other.delete("/api/accounts/" + id + "/second-factor"),
                other.delete("/api/accounts/" + id + "/tokens"))) {
            assertProblem(answer, 403, "right-missing");
        }
    }

    @Test
    void aChangeNeedsTheVersionThatWasSeen() {
        Person person = person("officer");
        String path = "/api/accounts/" + person.id();
        String change = draft(null, "planner", ",\"extraRights\":[\"see-incident-points\"]");
        String seen = as("admin").get(path).headers().firstValue("ETag").orElseThrow();

        assertProblem(as("admin").put(path, change), 428, "version-required");
        JsonNode changed = json(as("admin").put(path, change, "If-Match", seen));
        assertThat(changed.get("role").asString()).isEqualTo("planner");
        assertThat(changed.at("/extraRights/0").asString()).isEqualTo("see-incident-points");
        JsonNode late = assertProblem(as("admin").put(path, change, "If-Match", seen), 412, "account-changed");
        assertThat(late.at("/current/role").asString()).isEqualTo("planner");
        assertThat(json(client(person).get("/api/session"))
                        .at("/rights/viewIncidentPoints")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void anotherTerritoryHoldsFromTheNextRequestOn() {
        Person person = person("officer");
        String path = "/api/accounts/" + person.id();
        long traLinh = unitId("district-046");
        assertThat(client(person)
                        .get("/api/territory/units/" + unitId("commune-15394-2019"))
                        .statusCode())
                .isEqualTo(200);

        HttpResponse<String> answer = as("admin")
                .put(
                        path,
                        "{\"displayName\":\"Công an\",\"role\":\"officer\",\"unitIds\":[" + traLinh + "]}",
                        "If-Match",
                        version(path));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(client(person)
                        .get("/api/territory/units/" + unitId("commune-15394-2019"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void switchingOffEndsSignInsPasswordAndCodesAtOnce() {
        Person person = person("officer");
        BrowserSession browser = signedIn(person);
        String token = token(person, false);
        assertThat(byToken(person, token).get("/api/crs").statusCode()).isEqualTo(200);
        String path = "/api/accounts/" + person.id();

        as("admin").put(path, draft(null, "officer", ",\"enabled\":false"), "If-Match", version(path));

        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(browser.location(browser.get("/", "Accept", "text/html"))).startsWith("/login");
        assertThat(client(person).get("/api/crs").statusCode()).isEqualTo(401);
        assertThat(byToken(person, token).get("/api/crs").statusCode()).isEqualTo(401);
        as("admin").put(path, draft(null, "officer", ",\"enabled\":true"), "If-Match", version(path));
        assertThat(client(person).get("/api/crs").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void anotherRoleEndsSignInsAndAnotherNameDoesNot() {
        Person person = person("officer");
        BrowserSession browser = signedIn(person);
        String path = "/api/accounts/" + person.id();

        as("admin")
                .put(
                        path,
                        draft(null, "officer", "").replace("\"displayName\":\"", "\"displayName\":\"Khác "),
                        "If-Match",
                        version(path));
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
        as("admin").put(path, draft(null, "leader", ""), "If-Match", version(path));

        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(json(client(person).get("/api/session")).get("roles").toString())
                .containsIgnoringCase("leader");
    }

    @Test
    void somebodyAlwaysRemainsToAdminister() {
        JsonNode list = json(as("admin").get("/api/accounts"));
        long own = 0;
        List<String> units = new ArrayList<>();
        for (JsonNode account : list.get("accounts")) {
            if (account.get("username").asString().equals("admin")) {
                own = account.get("id").asLong();
                account.get("units").forEach(unit -> units.add(unit.get("id").asString()));
            }
        }
        String path = "/api/accounts/" + own;
        // Other tests use this account: in the end it is as it was.
        String off =
                "{\"displayName\":\"Quản trị\",\"role\":\"administrator\",\"unitIds\":" + units + ",\"enabled\":false}";

        assertProblem(as("admin").put(path, off, "If-Match", version(path)), 409, "account-own");
        Person second = person("administrator");
        assertThat(client(second).put(path, off, "If-Match", version(path)).statusCode())
                .isEqualTo(200);
        assertThat(as("admin").get("/api/session").statusCode()).isEqualTo(401);
        String on = off.replace("false", "true");
        String seen = client(second).get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(client(second).put(path, on, "If-Match", seen).statusCode()).isEqualTo(200);
        String ofSecond = "/api/accounts/" + second.id();
        assertThat(as("admin").put(ofSecond, off, "If-Match", version(ofSecond)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aNewPasswordFromTheAdministratorEndsAllThatWasBefore() {
        Person person = person("leader");
        BrowserSession browser = signedIn(person);
        String token = token(person, false);

        JsonNode made = json(as("admin").post("/api/accounts/" + person.id() + "/password", ""));

        assertThat(client(person).get("/api/session").statusCode()).isEqualTo(401);
        assertThat(byToken(person, token).get("/api/session").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
        JsonNode session = json(
                ServiceClient.of(baseUrl(), person.name(), made.get("password").asString())
                        .get("/api/session"));
        assertThat(session.get("mustChangePassword").asBoolean()).isTrue();
    }

    @Test
    void aSignInElsewhereIsSeenAndEnded() {
        Person person = person("leader");
        BrowserSession phone = signedIn(person, "Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36");
        BrowserSession office = signedIn(person, "Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko Firefox/128.0");
        JsonNode sessions = json(office.get("/api/account/sessions")).get("sessions");
        assertThat(sessions).hasSize(2);
        JsonNode there = sessions.get(0).get("here").asBoolean() ? sessions.get(1) : sessions.get(0);
        assertThat(there.get("client").asString()).isEqualTo("Chrome, Android");

        HttpResponse<String> ended =
                client(person).delete("/api/account/sessions/" + there.get("id").asString());

        assertThat(ended.statusCode()).isEqualTo(204);
        assertThat(phone.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(office.get("/api/session").statusCode()).isEqualTo(200);
        assertProblem(
                client(person).delete("/api/account/sessions/" + there.get("id").asString()), 404, "session-not-found");
    }

    @Test
    void aNewPasswordEndsTheSignInsElsewhere() {
        Person person = person("leader");
        BrowserSession browser = signedIn(person);

        changePassword(client(person), person.password());

        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void theCurrentPasswordCannotBeGuessedAtAComputerLeftOpen() {
        Person person = person("leader");
        BrowserSession browser = signedIn(person);
        for (int i = 0; i < 5; i++) {
            assertProblem(changePassword(client(person), "đoán lần " + i), 422, "password-wrong");
        }

        // Now the name rests, at the page that is still signed in as well, and even for the right one.
        assertThat(client(person).get("/api/session").statusCode()).isEqualTo(401);
        JsonNode csrf = json(browser.get("/api/session")).get("csrf");
        assertProblem(
                browser.post(
                        "/api/account/password",
                        "{\"currentPassword\":\"" + person.password() + "\",\"newPassword\":\"một mật khẩu khác\"}",
                        csrf.get("headerName").asString(),
                        csrf.get("token").asString()),
                422,
                "password-wrong-often");
    }

    @Test
    void aSessionThatWasLeftOpenMakesNoCode() {
        Person person = person("leader");
        BrowserSession browser = signedIn(person);
        JsonNode csrf = json(browser.get("/api/session")).get("csrf");
        String[] header = {csrf.get("headerName").asString(), csrf.get("token").asString()};

        assertProblem(browser.post("/api/account/tokens", "{\"name\":\"QGIS\"}", header), 400, "field-missing");
        String guess = "{\"currentPassword\":\"leader\",\"name\":\"QGIS\"}";
        for (int i = 0; i < 5; i++) {
            assertProblem(browser.post("/api/account/tokens", guess, header), 422, "password-wrong");
        }

        // Guesses count like those of a sign-in.
        assertProblem(
                browser.post("/api/account/tokens", guess.replace("leader", person.password()), header),
                422,
                "password-wrong-often");
        assertThat(json(browser.get("/api/account/tokens")).get("tokens")).isEmpty();
    }

    @Test
    void aNewPasswordRevokesTheCodesUnlessTheyAreKept() {
        Person person = person("officer");
        String token = token(person, false);
        ServiceClient program = byToken(person, token);
        String body = "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"%s}";

        assertThat(client(person)
                        .post(
                                "/api/account/password",
                                body.formatted(person.password(), "mật khẩu thứ hai", ",\"keepTokens\":true"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(program.get("/api/crs").statusCode()).isEqualTo(200);
        ServiceClient second = ServiceClient.of(baseUrl(), person.name(), "mật khẩu thứ hai");
        assertThat(second.post("/api/account/password", body.formatted("mật khẩu thứ hai", "mật khẩu thứ ba", ""))
                        .statusCode())
                .isEqualTo(204);

        assertThat(program.get("/api/crs").statusCode()).isEqualTo(401);
        assertThat(as("admin").get("/api/audit?username=" + person.name()).body())
                .contains("token-revoked", "all");
    }

    @Test
    void thereIsNoSecondFactorUnlessTheOperatorSwitchesItOn() {
        Person person = person("administrator");
        String path = "/api/account/second-factor";

        assertThat(json(client(person).get(path)).toString())
                .isEqualTo("{\"mode\":\"off\",\"required\":false,\"setAt\":null,\"recoveryCodesLeft\":0}");
        assertProblem(
                client(person).post(path, "{\"currentPassword\":\"" + person.password() + "\"}"),
                409,
                "second-factor-off");
    }

    @Test
    void nobodyEndsTheSignInOfAnother() {
        Person person = person("leader");
        BrowserSession browser = signedIn(person);
        String id = json(client(person).get("/api/account/sessions"))
                .at("/sessions/0/id")
                .asString();

        assertProblem(as("officer").delete("/api/account/sessions/" + id), 404, "session-not-found");

        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void aCodeForReadingReadsAndDoesNothingElse() {
        Person person = person("officer");
        ServiceClient program = byToken(person, token(person, false));

        assertThat(program.get("/api/crs").statusCode()).isEqualTo(200);
        assertProblem(program.put(newIncident(), mark(IN_QUAN_LAO)), 403, "token-read-only");
        assertProblem(program.get("/api/account/tokens"), 403, "token-not-for-accounts");
        assertProblem(changePassword(program, person.password()), 403, "token-not-for-accounts");
        BrowserSession browser = new BrowserSession(baseUrl());
        assertThat(browser.location(browser.signIn(person.name(), token(person, false))))
                .isEqualTo("/login?error");
    }

    @Test
    void aCodeThatMayWriteMarksAndItsOwnerRevokesIt() {
        Person person = person("officer");
        String token = token(person, true);
        ServiceClient program = byToken(person, token);
        assertThat(program.put(newIncident(), mark(IN_QUAN_LAO)).statusCode()).isEqualTo(201);
        JsonNode listed = json(client(person).get("/api/account/tokens")).at("/tokens/0");
        assertThat(listed.get("name").asString()).isEqualTo("QGIS máy phòng kỹ thuật");
        assertThat(listed.toString()).doesNotContain(token.substring(5));
        String path = "/api/account/tokens/" + listed.get("id").asString();

        assertProblem(as("officer").delete(path), 404, "token-not-found");
        assertThat(client(person).delete(path).statusCode()).isEqualTo(204);

        assertThat(program.get("/api/crs").statusCode()).isEqualTo(401);
        // The code of one opens nothing for another.
        assertThat(ServiceClient.of(baseUrl(), "leader", token(person, false))
                        .get("/api/crs")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theAdministratorRevokesTheCodesOfALostComputer() {
        Person person = person("planner");
        String token = token(person, false);
        assertThat(json(as("admin").get("/api/accounts/" + person.id())).get("tokens"))
                .hasSize(1);

        as("admin").delete("/api/accounts/" + person.id() + "/tokens");

        assertThat(byToken(person, token).get("/api/crs").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nguyễn Văn An | leader        | ,"wholeCountry":true                                              | 400 | account-name-invalid
            a             | leader        | ,"wholeCountry":true                                              | 400 | account-name-invalid
            leader        | leader        | ,"wholeCountry":true                                              | 409 | account-name-taken
            someone       | chief         | ,"wholeCountry":true                                              | 400 | choice-unknown
            someone       | leader        | ,"unitIds":[]                                                     | 422 | account-units-missing
            someone       | leader        | ,"unitIds":[987654321]                                            | 422 | unit-unknown
            someone       | planner       | ,"wholeCountry":true,"extraRights":["administer"]                 | 400 | choice-unknown
            someone       | administrator | ,"extraRights":["see-incident-points"]                            | 422 | account-right-of-administrator
            someone       | planner       | ,"wholeCountry":true,"displayName":" "                            | 400 | account-display-name-invalid
            """)
    void refusesWhatNoAccountCanBe(String name, String role, String more, int status, String key) {
        String shown = more.contains("displayName") ? "" : ",\"displayName\":\"Ai đó\"";

        assertProblem(
                as("admin")
                        .post(
                                "/api/accounts",
                                "{\"username\":\"" + name + "\",\"role\":\"" + role + "\"" + shown + more + "}"),
                status,
                key);
    }

    @ParameterizedTest
    @CsvSource({"'',90,token-name-invalid", "QGIS,0,token-days-invalid", "QGIS,367,token-days-invalid"})
    void refusesACodeWithoutANameOrAnEnd(String name, int days, String key) {
        assertProblem(
                as("leader")
                        .post(
                                "/api/account/tokens",
                                "{\"currentPassword\":\"leader\",\"name\":\"" + name + "\",\"days\":" + days + "}"),
                400,
                key);
    }

    @Test
    void theTrailTellsWhatWasDoneWithAnAccount() {
        Person person = person("leader");
        token(person, false);

        String trail = as("admin").get("/api/audit?from=2019-01-01").body();

        assertThat(trail)
                .contains("account-created", "token-created", person.name())
                .contains("role=leader; rights=; units=" + unitId("commune-15394-2019") + "; enabled=yes");
    }

    private Person person(String role) {
        String name = newName();
        JsonNode made = json(as("admin").post("/api/accounts", draft(name, role, "")));
        String first = made.get("password").asString();
        assertThat(changePassword(ServiceClient.of(baseUrl(), name, first), first)
                        .statusCode())
                .isEqualTo(204);
        return new Person(made.at("/account/id").asLong(), name, NEW_PASSWORD);
    }

    private static HttpResponse<String> changePassword(ServiceClient client, String current) {
        String next = current.equals(NEW_PASSWORD) ? NEW_PASSWORD + " 2" : NEW_PASSWORD;
        return client.post(
                "/api/account/password", "{\"currentPassword\":\"" + current + "\",\"newPassword\":\"" + next + "\"}");
    }

    private String draft(@org.jspecify.annotations.Nullable String name, String role, String more) {
        return "{" + (name == null ? "" : "\"username\":\"" + name + "\",") + "\"displayName\":\"Công an\",\"role\":\""
                + role + "\",\"unitIds\":[" + unitId("commune-15394-2019") + "]" + more + "}";
    }

    private String version(String path) {
        return as("admin").get(path).headers().firstValue("ETag").orElseThrow();
    }

    private ServiceClient client(Person person) {
        return ServiceClient.of(baseUrl(), person.name(), person.password());
    }

    private ServiceClient byToken(Person person, String token) {
        return ServiceClient.of(baseUrl(), person.name(), token);
    }

    private String token(Person person, boolean mayWrite) {
        return json(client(person)
                        .post(
                                "/api/account/tokens",
                                "{\"currentPassword\":\"" + person.password()
                                        + "\",\"name\":\"QGIS máy phòng kỹ thuật\",\"mayWrite\":" + mayWrite + "}"))
                .get("token")
                .asString();
    }

    private BrowserSession signedIn(Person person, String... userAgent) {
        BrowserSession browser = new BrowserSession(baseUrl());
        String[] headers = userAgent.length == 0 ? new String[0] : new String[] {"User-Agent", userAgent[0]};
        assertThat(browser.location(browser.signIn(person.name(), person.password(), headers)))
                .isIn("/", "/overview");
        return browser;
    }

    private static String newName() {
        return "thu-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private JsonNode assertProblem(HttpResponse<String> answer, int status, String key) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("type").asString()).endsWith(key);
        return json(answer);
    }
}
