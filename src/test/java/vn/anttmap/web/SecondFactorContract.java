package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Role;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.ServiceClient;

/** Signing in with password and code, where administrators have to and others may. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "anttmap.demo=true",
            "anttmap.access.second-factor=administrators",
            "anttmap.access.second-factor-key=00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
        })
abstract class SecondFactorContract extends DemoServiceContract {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    private Accounts accounts;

    /** An account whose password is its name, with its secret and recovery codes. */
    private record Person(String name, String secret, List<String> recoveryCodes) {}

    @Test
    void anAdministratorMayDoNothingBeforeASecondFactorIsSetUp() {
        String name = account(Role.ADMINISTRATOR);
        ServiceClient client = ServiceClient.of(baseUrl(), name, name);
        BrowserSession browser = BrowserSession.signedIn(baseUrl(), name);

        for (String path : List.of("/api/accounts", "/api/crs", "/ogc", "/actuator/prometheus")) {
            assertProblem(client.get(path), 403, "second-factor-needed");
        }
        assertThat(browser.location(browser.get("/settings/accounts"))).isEqualTo("/");
        assertThat(browser.get("/").body()).contains("data-must-set-second-factor=\"true\"");
        assertThat(json(client.get("/api/session")).get("secondFactorMissing").asBoolean())
                .isTrue();
        JsonNode state = json(client.get("/api/account/second-factor"));
        assertThat(state.get("mode").asString()).isEqualTo("administrators");
        assertThat(state.get("required").asBoolean()).isTrue();
        Person person = setUp(name);

        // The sign-in from before was another one than that which set it up.
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
        BrowserSession again = signedIn(person);
        assertThat(again.get("/api/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void thePasswordAloneOpensNothing() {
        Person person = setUp(account(Role.LEADER));
        BrowserSession browser = new BrowserSession(baseUrl());
        browser.get("/login");
        String before = browser.sessionId();

        assertThat(browser.location(browser.signIn(person.name(), person.name())))
                .isEqualTo("/login/code");
        String half = browser.sessionId();
        assertThat(half).isNotEqualTo(before);
        assertThat(browser.get("/login/code").body()).contains("autocomplete=\"one-time-code\"");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(browser.location(browser.get("/", "Accept", "text/html"))).startsWith("/login");
        assertThat(browser.location(sendCode(browser, Authenticator.wrongCode(person.secret()))))
                .isEqualTo("/login/code?error");
        assertThat(browser.get("/login/code?error").body()).contains("data-testid=\"code-error\"");
        assertThat(browser.location(sendCode(browser, Authenticator.code(person.secret(), 1))))
                .isEqualTo("/overview");
        assertThat(browser.sessionId()).isNotEqualTo(half);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void theCodeComesToNothingWithoutThePassword() {
        Person person = setUp(account(Role.LEADER));
        BrowserSession browser = new BrowserSession(baseUrl());

        assertThat(browser.location(browser.get("/login/code"))).isEqualTo("/login?expired");
        assertThat(browser.location(browser.form(
                        "/login",
                        "username=" + person.name() + "&code=" + Authenticator.code(person.secret(), 1) + "&_csrf="
                                + csrf(browser, "/login"))))
                .isEqualTo("/login?expired");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void aCodeIsAcceptedOnce() {
        Person person = setUp(account(Role.LEADER));
        String code = Authenticator.code(person.secret(), 1);
        BrowserSession first = half(person);
        BrowserSession second = half(person);

        assertThat(first.location(sendCode(first, code))).isEqualTo("/overview");
        assertThat(second.location(sendCode(second, code))).isEqualTo("/login/code?error");
    }

    /** The last code was accepted while the clock was a day ahead: 2,880 steps of half a minute. */
    @Test
    void aClockThatIsSetBackLocksNobodyOut() {
        Person person = setUp(account(Role.LEADER));
        jdbc.sql("update account_second_factor set last_step = last_step + 2880"
                        + " where account_id = (select id from account where username = ?)")
                .param(person.name())
                .update();
        String code = Authenticator.code(person.secret(), 1);
        BrowserSession first = half(person);
        BrowserSession second = half(person);

        assertThat(first.location(sendCode(first, code))).isEqualTo("/overview");
        assertThat(second.location(sendCode(second, code))).isEqualTo("/login/code?error");
    }

    @Test
    void aRecoveryCodeWorksOnceAndIsCounted() {
        Person person = setUp(account(Role.LEADER));
        assertThat(person.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        String code = person.recoveryCodes().get(3).toUpperCase(java.util.Locale.ROOT) + " ";
        BrowserSession first = half(person);
        BrowserSession second = half(person);

        assertThat(first.location(sendCode(first, code))).isEqualTo("/overview");
        assertThat(second.location(sendCode(second, code))).isEqualTo("/login/code?error");
        JsonNode state = json(first.get("/api/account/second-factor"));
        assertThat(state.get("recoveryCodesLeft").asInt()).isEqualTo(9);
        assertThat(jdbc.sql("select action from audit_entry where username = ? order by id")
                        .param(person.name())
                        .query(String.class)
                        .list())
                .contains("second-factor-set", "recovery-code-used", "sign-in-failed");
    }

    @Test
    void wrongCodesCountLikeWrongPasswordsAndThePasswordDoesNotClearThem() {
        Person person = setUp(account(Role.LEADER));
        String wrong = Authenticator.wrongCode(person.secret());
        BrowserSession browser = half(person);
        for (int i = 0; i < 4; i++) {
            sendCode(browser, wrong);
        }
        BrowserSession other = half(person);
        sendCode(other, wrong);
        // The fifth rest would be over after five seconds, which a slow machine may need for the rest of this.
        assertThat(jdbc.sql("update failed_sign_in set failures = 12 where username = ? and failures = 5")
                        .param(person.name())
                        .update())
                .isEqualTo(1);

        assertThat(browser.location(sendCode(browser, Authenticator.code(person.secret(), 1))))
                .isEqualTo("/login/code?error");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
        BrowserSession third = new BrowserSession(baseUrl());
        assertThat(third.location(third.signIn(person.name(), person.name()))).isEqualTo("/login?error");
    }

    @Test
    void aHalfSignInEndsWithTheAccount() {
        Person person = setUp(account(Role.LEADER));
        BrowserSession browser = half(person);
        jdbc.sql("update account set password_hash = ? where username = ?")
                .params("{bcrypt}$2a$10$another", person.name())
                .update();
        as("leader").delete("/api/account/sessions");

        assertThat(browser.location(sendCode(browser, person.recoveryCodes().get(0))))
                .isEqualTo("/login?expired");
    }

    @Test
    void programsUseACodeInsteadOfThePassword() {
        String name = account(Role.OFFICER);
        ServiceClient byPassword = ServiceClient.of(baseUrl(), name, name);
        assertThat(byPassword.get("/api/crs").statusCode()).isEqualTo(200);
        String token = json(byPassword.post(
                        "/api/account/tokens", "{\"currentPassword\":\"" + name + "\",\"name\":\"QGIS\"}"))
                .get("token")
                .asString();
        setUp(name);

        assertProblem(byPassword.get("/api/crs"), 401, "second-factor-by-page");
        assertThat(ServiceClient.of(baseUrl(), name, token).get("/api/crs").statusCode())
                .isEqualTo(200);
        // Whoever does not know the password does not learn that there is a second factor.
        assertProblem(ServiceClient.of(baseUrl(), name, "sai").get("/api/crs"), 401, "sign-in-needed");
    }

    @Test
    void takingItAwayNeedsThePasswordAndACode() {
        Person person = setUp(account(Role.LEADER));
        BrowserSession browser = signedIn(person);
        String path = "/api/account/second-factor";

        assertProblem(
                post(
                        browser,
                        path + "/removal",
                        both("sai", person.recoveryCodes().get(0))),
                422,
                "password-wrong");
        assertProblem(
                post(browser, path + "/removal", both(person.name(), Authenticator.wrongCode(person.secret()))),
                422,
                "second-factor-wrong");
        assertProblem(post(browser, path, "{\"currentPassword\":\"" + person.name() + "\"}"), 409, "second-factor-set");
        JsonNode codes = json(post(
                browser,
                path + "/recovery-codes",
                both(person.name(), person.recoveryCodes().get(1))));
        assertThat(codes.get("recoveryCodes")).hasSize(10);
        assertProblem(
                post(
                        browser,
                        path + "/removal",
                        both(person.name(), person.recoveryCodes().get(2))),
                422,
                "second-factor-wrong");
        assertThat(post(
                                browser,
                                path + "/removal",
                                both(person.name(), codes.at("/recoveryCodes/9").asString()))
                        .statusCode())
                .isEqualTo(204);

        assertThat(ServiceClient.of(baseUrl(), person.name(), person.name())
                        .get("/api/crs")
                        .statusCode())
                .isEqualTo(200);
        assertProblem(post(browser, path + "/removal", both(person.name(), "123456")), 409, "second-factor-not-set");
    }

    @Test
    void anAdministratorTakesAwayWhatWasOnALostTelephone() {
        Person lost = setUp(account(Role.OFFICER));
        BrowserSession thief = signedIn(lost);
        Person administrator = setUp(account(Role.ADMINISTRATOR));
        BrowserSession office = signedIn(administrator);
        String path = "/api/accounts/" + id(lost.name());
        assertThat(json(office.get(path)).get("secondFactor").asBoolean()).isTrue();

        assertProblem(as("leader").delete(path + "/second-factor"), 403, "right-missing");
        assertProblem(
                delete(office, "/api/accounts/" + id(administrator.name()) + "/second-factor"),
                409,
                "second-factor-own");
        assertThat(delete(office, path + "/second-factor").statusCode()).isEqualTo(204);

        assertThat(thief.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(json(office.get(path)).get("secondFactor").asBoolean()).isFalse();
        BrowserSession.signedIn(baseUrl(), lost.name());
        assertThat(jdbc.sql("select count(*) from account_recovery_code where account_id = ?")
                        .param(id(lost.name()))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aSecretThatWasNotConfirmedCountsForNothing() {
        String name = account(Role.LEADER);
        ServiceClient client = ServiceClient.of(baseUrl(), name, name);
        String secret = begin(client, name);

        assertProblem(
                client.post(
                        "/api/account/second-factor/confirmation",
                        "{\"code\":\"" + Authenticator.wrongCode(secret) + "\"}"),
                422,
                "second-factor-wrong");

        assertThat(client.get("/api/crs").statusCode()).isEqualTo(200);
        BrowserSession.signedIn(baseUrl(), name);
        // A new beginning replaces the secret from before.
        assertThat(begin(client, name)).isNotEqualTo(secret);
        assertProblem(
                client.post(
                        "/api/account/second-factor/confirmation",
                        "{\"code\":\"" + Authenticator.code(secret, 0) + "\"}"),
                422,
                "second-factor-wrong");
    }

    @Test
    void nothingOfItIsStoredAsItIs() {
        Person person = setUp(account(Role.LEADER));

        assertThat(jdbc.sql("select secret from account_second_factor where account_id = ?")
                        .param(id(person.name()))
                        .query(String.class)
                        .single())
                .startsWith("aes-gcm:");
        assertThat(jdbc.sql("select code_hash from account_recovery_code where account_id = ?")
                        .param(id(person.name()))
                        .query(String.class)
                        .list())
                .hasSize(10)
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    /** As after a restore with another key: nobody is let in by accident, and nobody is locked out for good. */
    @Test
    void aSecretThatCannotBeOpenedAcceptsNoCodeButRecoveryCodesStillWork() {
        Person person = setUp(account(Role.LEADER));
        Person other = setUp(account(Role.LEADER));
        jdbc.sql(
                        "update account_second_factor set secret = (select secret from account_second_factor where account_id = ?)"
                                + " where account_id = ?")
                .params(id(other.name()), id(person.name()))
                .update();
        BrowserSession browser = half(person);

        for (Person each : List.of(person, other)) {
            assertThat(browser.location(sendCode(browser, Authenticator.code(each.secret(), 1))))
                    .isEqualTo("/login/code?error");
        }
        assertThat(browser.location(sendCode(browser, person.recoveryCodes().get(0))))
                .isEqualTo("/overview");
    }

    private Person setUp(String name) {
        ServiceClient client = ServiceClient.of(baseUrl(), name, name);
        String secret = begin(client, name);
        HttpResponse<String> confirmed = client.post(
                "/api/account/second-factor/confirmation", "{\"code\":\"" + Authenticator.code(secret, 0) + "\"}");
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        List<String> codes = new ArrayList<>();
        json(confirmed).get("recoveryCodes").forEach(code -> codes.add(code.asString()));
        return new Person(name, secret, codes);
    }

    private String begin(ServiceClient client, String name) {
        HttpResponse<String> begun =
                client.post("/api/account/second-factor", "{\"currentPassword\":\"" + name + "\"}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return json(begun).get("secret").asString();
    }

    private BrowserSession half(Person person) {
        BrowserSession browser = new BrowserSession(baseUrl());
        assertThat(browser.location(browser.signIn(person.name(), person.name())))
                .isEqualTo("/login/code");
        return browser;
    }

    private BrowserSession signedIn(Person person) {
        BrowserSession browser = half(person);
        assertThat(browser.location(sendCode(browser, Authenticator.code(person.secret(), 1))))
                .isIn("/", "/overview");
        return browser;
    }

    private static HttpResponse<String> sendCode(BrowserSession browser, String code) {
        return browser.form("/login", "code=" + BrowserSession.encode(code) + "&_csrf=" + csrf(browser, "/login/code"));
    }

    private static String csrf(BrowserSession browser, String page) {
        Matcher token = TOKEN.matcher(browser.get(page).body());
        assertThat(token.find()).as(page).isTrue();
        return BrowserSession.encode(token.group(1));
    }

    private static HttpResponse<String> post(BrowserSession browser, String path, String body) {
        return browser.post(path, body, header(browser));
    }

    private static HttpResponse<String> delete(BrowserSession browser, String path) {
        return browser.delete(path, header(browser));
    }

    private static String[] header(BrowserSession browser) {
        JsonNode csrf = json(browser.get("/api/session")).get("csrf");
        return new String[] {
            csrf.get("headerName").asString(), csrf.get("token").asString()
        };
    }

    private static String both(String password, String code) {
        return "{\"currentPassword\":\"" + password + "\",\"code\":\"" + code + "\"}";
    }

    private long id(String name) {
        return jdbc.sql("select id from account where username = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private String account(Role role) {
        String name = "guest-" + UUID.randomUUID();
        accounts.create(new NewAccount(name, name, name, role, Set.of(), List.of(), false, false, false));
        return name;
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String key) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("type").asString()).endsWith(key);
    }
}
