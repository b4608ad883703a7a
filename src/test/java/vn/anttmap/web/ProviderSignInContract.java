package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Role;
import vn.anttmap.node.RecentReads;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.IdentityProvider;
import vn.anttmap.testing.ServiceClient;

/** Signing in by an identity provider: a real one, and one that an attacker has taken over. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "anttmap.demo=true",
            "anttmap.access.second-factor=administrators",
            "anttmap.access.oidc.client-id=" + IdentityProvider.CLIENT,
            "anttmap.access.oidc.client-secret=" + IdentityProvider.SECRET,
            "anttmap.access.oidc.name=Cổng tỉnh",
            "anttmap.access.oidc.link-by-name=true",
            "anttmap.access.oidc.passwords=unlinked",
            "anttmap.access.oidc.second-factor=claimed",
            "anttmap.access.oidc.sign-out-there=true"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
abstract class ProviderSignInContract extends DemoServiceContract {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    /** Started when the context asks for its address. */
    protected static IdentityProvider provider;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RecentReads recent;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        provider = IdentityProvider.start(IdentityProvider.freePort());
        properties.add("anttmap.access.oidc.issuer", provider::issuer);
    }

    @BeforeEach
    void isTrusted() {
        provider.trust(baseUrl());
        provider.forge(null);
    }

    @AfterAll
    void stop() {
        provider.close();
    }

    @Test
    void signsInWhomAnAdministratorHasLinked() {
        String name = account(Role.OFFICER, true);
        String person = person(Map.of("name", "Nguyễn Văn A"));
        BrowserSession office = administrator();
        JsonNode linked = json(link(office, name, subject(person)));
        assertThat(linked.at("/provider/subject").asString()).isEqualTo(subject(person));
        assertThat(linked.at("/provider/byName").asBoolean()).isFalse();
        BrowserSession browser = new BrowserSession(baseUrl());
        assertThat(browser.get("/login").body()).contains("Đăng nhập bằng Cổng tỉnh");
        browser.get("/?layer=communes", "Accept", "text/html");

        HttpResponse<String> left = browser.get("/login/provider?redirect_uri=https://evil.example/");
        Map<String, String> asked = query(left.headers().firstValue("Location").orElseThrow());
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", baseUrl() + "/login/return")
                .containsEntry("scope", "openid profile")
                .containsKeys("state", "nonce", "code_challenge");
        HttpResponse<String> back = browser.open(passThrough(browser, left, person));

        assertThat(browser.location(back)).contains("/?layer=communes");
        JsonNode session = json(browser.get("/api/session"));
        assertThat(session.get("username").asString()).isEqualTo(name);
        // Nobody has told this person the first password.
        assertThat(session.get("mustChangePassword").asBoolean()).isFalse();
        assertThat(browser.get("/api/crs").statusCode()).isEqualTo(200);
        assertThat(trail(name)).contains("signed-in by=provider");
        assertThat(trail(adminName)).anyMatch(entry -> entry.startsWith("provider-linked subject="));
    }

    @Test
    void whoIsLinkedToNobodyIsToldSoAndTheTrailHasThePerson() {
        String person = person(Map.of("name", "Trần Thị B"));

        BrowserSession browser = new BrowserSession(baseUrl());
        assertThat(signIn(browser, person)).isEqualTo("/login?provider=unlinked");

        assertThat(browser.get("/login?provider=unlinked").body())
                .contains("Chưa có tài khoản nào ở đây gắn với bạn tại Cổng tỉnh");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(jdbc.sql("select detail from audit_entry where action = 'sign-in-failed' order by id desc")
                        .query(String.class)
                        .list())
                .contains("cause=not-linked; subject=" + subject(person) + "; name=Tr%E1%BA%A7n%20Th%E1%BB%8B%20B");
    }

    /** Names are given anew, people are not: who has the name of somebody who left must not be that person here. */
    @Test
    void aNameLinksOnceAndNeverAnew() {
        String name = account(Role.OFFICER, false);
        String first = person(Map.of("preferred_username", name));
        String second = person(Map.of("preferred_username", name));

        assertThat(signIn(new BrowserSession(baseUrl()), first)).isEqualTo("/");
        assertThat(signIn(new BrowserSession(baseUrl()), second)).isEqualTo("/login?provider=unlinked");
        BrowserSession again = new BrowserSession(baseUrl());
        assertThat(signIn(again, first)).isEqualTo("/");
        BrowserSession office = administrator();
        assertThat(json(office.get(path(name))).at("/provider/byName").asBoolean())
                .isTrue();
        assertProblem(link(office, name, subject(second)), 409, "provider-link-present");
        assertThat(delete(office, path(name) + "/provider-link").statusCode()).isEqualTo(204);

        assertThat(again.get("/api/session").statusCode()).as("was signed in").isEqualTo(401);
        for (String each : List.of(first, second)) {
            assertThat(signIn(new BrowserSession(baseUrl()), each)).isEqualTo("/login?provider=unlinked");
        }
        assertThat(link(office, name, subject(second)).statusCode()).isEqualTo(200);
        assertThat(signIn(new BrowserSession(baseUrl()), second)).isEqualTo("/");
        assertThat(trail(name)).anyMatch(entry -> entry.startsWith("provider-linked by=name; subject="));
    }

    @Test
    void noNameMakesAnAdministratorOrSomebodyOfTheDemonstration() {
        String administrator = account(Role.ADMINISTRATOR, false);
        for (String name : List.of(administrator, "admin", "officer", "OFFICER", "")) {
            String person = person(Map.of("preferred_username", name, "amr", List.of("mfa")));
            assertThat(signIn(new BrowserSession(baseUrl()), person)).as(name).isEqualTo("/login?provider=unlinked");
        }
    }

    @Test
    void aSwitchedOffAccountStaysOutside() {
        String name = account(Role.OFFICER, false);
        String person = person(Map.of());
        linkPast(name, subject(person));
        BrowserSession browser = new BrowserSession(baseUrl());
        assertThat(signIn(browser, person)).isEqualTo("/");
        jdbc.sql("update account set enabled = false where username = ?")
                .param(name)
                .update();
        recent.changed();

        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(signIn(new BrowserSession(baseUrl()), person)).isEqualTo("/login?provider=off");
        assertThat(trail(name)).contains("sign-in-failed cause=switched-off");
    }

    /** However much it is used, and whatever the provider says: twelve hours. */
    @Test
    void endsWhenEverySignInEnds() {
        String name = account(Role.LEADER, false);
        String person = person(Map.of());
        linkPast(name, subject(person));
        BrowserSession browser = new BrowserSession(baseUrl());
        assertThat(signIn(browser, person)).isEqualTo("/overview");

        jdbc.sql(
                        "update account_session set begun_at = ? where account_id = (select id from account where username = ?)")
                .params(OffsetDateTime.now().minusHours(12).minusMinutes(1), name)
                .update();
        recent.changed();

        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    /** What a taken-over provider, or somebody on the way, might answer to a code. */
    enum Forged {
        OTHER_KEY,
        NO_SIGNATURE,
        SIGNED_WITH_THE_SHARED_SECRET,
        OTHER_ISSUER,
        OTHER_AUDIENCE,
        OTHER_NONCE,
        NO_NONCE,
        OVER,
        OF_TOMORROW,
        FOR_SOMEBODY_ELSE_TOO,
        NO_SUBJECT,
        NO_TOKEN
    }

    @ParameterizedTest
    @EnumSource(Forged.class)
    void aForgedTokenLetsNobodyIn(Forged how) throws JOSEException {
        String name = account(Role.OFFICER, false);
        String person = person(Map.of());
        linkPast(name, subject(person));
        BrowserSession browser = new BrowserSession(baseUrl());
        HttpResponse<String> left = browser.get("/login/provider");
        String nonce =
                query(left.headers().firstValue("Location").orElseThrow()).get("nonce");
        String back = passThrough(browser, left, person);
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = claims(person, nonce, now);
        switch (how) {
            case OTHER_ISSUER -> claims.issuer("http://localhost:1");
            case OTHER_AUDIENCE -> claims.audience("another-service");
            case OTHER_NONCE -> claims.claim("nonce", "of-another-sign-in");
            case NO_NONCE -> claims.claim("nonce", null);
            case OVER ->
                claims.issueTime(Date.from(now.minusSeconds(400))).expirationTime(Date.from(now.minusSeconds(75)));
            case OF_TOMORROW ->
                claims.issueTime(Date.from(now.plusSeconds(86_400))).expirationTime(Date.from(now.plusSeconds(86_700)));
            case FOR_SOMEBODY_ELSE_TOO -> claims.audience(List.of(IdentityProvider.CLIENT, "another"));
            case NO_SUBJECT -> claims.subject(null);
            default -> {}
        }
        String token =
                switch (how) {
                    case OTHER_KEY -> signed(claims, new RSASSASigner(IdentityProvider.newKey()), JWSAlgorithm.RS256);
                    case NO_SIGNATURE -> new PlainJWT(claims.build()).serialize();
                    case SIGNED_WITH_THE_SHARED_SECRET ->
                        signed(
                                claims,
                                new MACSigner(IdentityProvider.SECRET.getBytes(StandardCharsets.UTF_8)),
                                JWSAlgorithm.HS256);
                    default -> signed(claims, new RSASSASigner(provider.key()), JWSAlgorithm.RS256);
                };
        provider.forge(new IdentityProvider.Forgery(200, how == Forged.NO_TOKEN ? answer("") : answer(token)));

        assertThat(browser.location(browser.open(back))).isEqualTo("/login?provider=invalid");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    /** The same way with nothing wrong, and with a clock that is half a minute late or early. */
    @ParameterizedTest
    @CsvSource({"0, 300, /", "-400, -30, /", "30, 300, /"})
    void aTokenOfAnotherClockIsTaken(int issued, int ends, String to) throws JOSEException {
        String name = account(Role.OFFICER, false);
        String person = person(Map.of());
        linkPast(name, subject(person));
        BrowserSession browser = new BrowserSession(baseUrl());
        HttpResponse<String> left = browser.get("/login/provider");
        String nonce =
                query(left.headers().firstValue("Location").orElseThrow()).get("nonce");
        String back = passThrough(browser, left, person);
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = claims(person, nonce, now)
                .issueTime(Date.from(now.plusSeconds(issued)))
                .expirationTime(Date.from(now.plusSeconds(ends)));
        provider.forge(new IdentityProvider.Forgery(
                200, answer(signed(claims, new RSASSASigner(provider.key()), JWSAlgorithm.RS256))));

        assertThat(browser.location(browser.open(back))).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            503 | {}                          | away
            200 | <html>                      | invalid
            400 | {"error":"invalid_grant"}   | invalid
            """)
    void anAnswerThatIsNoneIsTold(int status, String body, String told) {
        String person = person(Map.of());
        BrowserSession browser = new BrowserSession(baseUrl());
        String back = passThrough(browser, browser.get("/login/provider"), person);
        provider.forge(new IdentityProvider.Forgery(status, body));

        assertThat(browser.location(browser.open(back))).isEqualTo("/login?provider=" + told);
        assertThat(browser.get("/login?provider=" + told).body()).contains("data-testid=\"login-provider-problem\"");
    }

    /** Whoever leads somebody else's browser back with an own code would sign it in as somebody else. */
    @Test
    void anAnswerNeedsTheBrowserThatAsked() {
        String name = account(Role.OFFICER, false);
        String person = person(Map.of());
        linkPast(name, subject(person));
        BrowserSession attacker = new BrowserSession(baseUrl());
        String back = passThrough(attacker, attacker.get("/login/provider"), person);
        BrowserSession victim = new BrowserSession(baseUrl());

        assertThat(victim.location(victim.open(back))).isEqualTo("/login?provider=expired");
        victim.get("/login/provider");
        assertThat(victim.location(victim.open(back))).isEqualTo("/login?provider=expired");
        assertThat(victim.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(attacker.location(attacker.open(back))).isEqualTo("/");
        assertThat(attacker.location(attacker.open(back))).as("again").isEqualTo("/login?provider=expired");
    }

    @ParameterizedTest
    @CsvSource({
        "error=access_denied, refused",
        "error=temporarily_unavailable, away",
        "code=1&iss=https://evil.example, invalid",
        "code=, invalid",
        "'', invalid"
    })
    void whatTheProviderRefusesIsTold(String answer, String told) {
        BrowserSession browser = new BrowserSession(baseUrl());
        HttpResponse<String> left = browser.get("/login/provider");
        String state =
                query(left.headers().firstValue("Location").orElseThrow()).get("state");

        assertThat(browser.location(browser.get("/login/return?state=" + BrowserSession.encode(state) + "&" + answer)))
                .isEqualTo("/login?provider=" + told);
        assertThat(browser.location(browser.get("/login/return"))).isEqualTo("/login?provider=expired");
    }

    @Test
    void theProvidersSecondFactorCountsWhereTheTokenSaysSo() {
        String name = account(Role.ADMINISTRATOR, false);
        String with = person(Map.of("amr", List.of("pwd", "mfa")));
        linkPast(name, subject(with));
        BrowserSession browser = new BrowserSession(baseUrl());
        assertThat(signIn(browser, with)).isEqualTo("/");
        assertThat(browser.get("/api/accounts").statusCode()).isEqualTo(200);

        provider.add(with, subject(with), Map.of("amr", List.of("pwd")));
        BrowserSession without = new BrowserSession(baseUrl());
        assertThat(signIn(without, with)).isEqualTo("/");
        assertProblem(without.get("/api/accounts"), 403, "second-factor-needed");
        // Once there is one of this service, it is asked for.
        String secret = setUpFactor(without, name);
        BrowserSession again = new BrowserSession(baseUrl());
        assertThat(signIn(again, with)).isEqualTo("/login/code");
        assertThat(again.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(again.location(again.form(
                        "/login", "code=" + Authenticator.code(secret, 1) + "&_csrf=" + csrf(again, "/login/code"))))
                .isEqualTo("/");
        assertThat(again.get("/api/accounts").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select sign_in_way from account_session where account_id = ? order by begun_at")
                        .param(id(name))
                        .query(String.class)
                        .list())
                .containsExactly("provider-with-factor", "provider", "provider");
    }

    /** Without a way past the provider: there a lost telephone or a person who has left is dealt with. */
    @Test
    void whoIsLinkedSignsInByTheProviderOnlyWhereThatIsSet() {
        String name = account(Role.OFFICER, false);
        BrowserSession browser = new BrowserSession(baseUrl());
        assertThat(browser.location(browser.signIn(name, name))).isEqualTo("/");
        linkPast(name, subject(person(Map.of())));
        recent.changed();

        BrowserSession after = new BrowserSession(baseUrl());
        assertThat(after.location(after.signIn(name, name))).isEqualTo("/login?provider=needed");
        assertThat(after.location(after.signIn(name, "sai"))).isEqualTo("/login?error");
        assertProblem(ServiceClient.of(baseUrl(), name, name).get("/api/crs"), 401, "sign-in-needed");
    }

    @Test
    void signingOutGoesOnAtTheProvider() {
        String name = account(Role.OFFICER, false);
        String person = person(Map.of());
        linkPast(name, subject(person));
        BrowserSession browser = new BrowserSession(baseUrl());
        assertThat(signIn(browser, person)).isEqualTo("/");
        // A link on another site signs nobody out there who is signed in here.
        assertThat(browser.location(browser.get("/login/provider/end"))).isEqualTo("/");
        String token = json(browser.get("/api/session")).at("/csrf/token").asString();

        assertThat(browser.location(browser.form("/logout", "_csrf=" + BrowserSession.encode(token))))
                .isEqualTo("/login?logout=there");
        assertThat(browser.get("/login?logout=there").body()).contains("id=\"sign-out-there\"");
        String there = browser.location(browser.get("/login/provider/end"));
        assertThat(there).startsWith(provider.issuer() + "/connect/logout?id_token_hint=");
        assertThat(browser.location(browser.open(there))).isEqualTo("/login?logout");
        HttpResponse<String> again = browser.get("/login/provider");
        assertThat(there(browser.open(again.headers().firstValue("Location").orElseThrow())))
                .as("asks for the password once more")
                .isEqualTo(provider.issuer() + "/login");
        assertThat(browser.location(browser.get("/login/provider/end"))).isEqualTo("/login?logout");
    }

    @Test
    void linkingIsRefusedWhereItWouldLetSomebodyElseIn() {
        BrowserSession office = administrator();
        String name = account(Role.OFFICER, false);
        String other = account(Role.OFFICER, false);
        String subject = UUID.randomUUID().toString();
        assertThat(link(office, name, subject).statusCode()).isEqualTo(200);
        assertThat(link(office, name, subject).statusCode()).as("the same").isEqualTo(200);

        assertProblem(link(office, other, subject), 409, "provider-link-taken");
        assertProblem(link(office, other, "có dấu cách"), 400, "provider-subject-invalid");
        assertProblem(put(office, path(other) + "/provider-link", "{}"), 400, "provider-subject-invalid");
        assertProblem(put(office, "/api/accounts/0/provider-link", "{\"subject\":\"x\"}"), 404, "account-not-found");
        // A computer that was left open must not become a way in for good.
        assertThat(delete(office, path(adminName) + "/provider-link").statusCode())
                .isEqualTo(204);
        office = administrator();
        jdbc.sql("delete from account_provider_link where account_id = ?")
                .param(id(adminName))
                .update();
        assertProblem(link(office, adminName, "of-an-attacker"), 422, "password-wrong");
        assertThat(put(
                                office,
                                path(adminName) + "/provider-link",
                                "{\"subject\":\"own\",\"currentPassword\":\"" + adminName + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nothingIsKeptBeforeTheSignIn() {
        int before = rows();
        BrowserSession browser = new BrowserSession(baseUrl());
        HttpResponse<String> left = browser.get("/login/provider");

        assertThat(rows()).isEqualTo(before);
        assertThat(left.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("ANTTMAP-ASKED=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax")
                        && cookie.contains("Path=/login;")
                        && cookie.contains("Max-Age=600"));
        assertThat(left.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action 'self';");
    }

    private int rows() {
        return jdbc.sql("select (select count(*) from account_session) + (select count(*) from half_sign_in)")
                .query(Integer.class)
                .single();
    }

    private String adminName = "";

    /** Comes by the provider, with a second factor there. */
    private BrowserSession administrator() {
        adminName = account(Role.ADMINISTRATOR, false);
        String person = person(Map.of("amr", List.of("mfa")));
        linkPast(adminName, subject(person));
        BrowserSession browser = new BrowserSession(baseUrl());
        assertThat(signIn(browser, person)).isEqualTo("/");
        return browser;
    }

    /** Goes to the provider and comes back. @return where that leads */
    protected String signIn(BrowserSession browser, String person) {
        String back = passThrough(browser, browser.get("/login/provider"), person);
        return browser.location(browser.open(back));
    }

    /** Signs in there. @return the address that leads back */
    protected static String passThrough(BrowserSession browser, HttpResponse<String> left, String person) {
        assertThat(left.statusCode()).as(left.body()).isEqualTo(302);
        String authorize = left.headers().firstValue("Location").orElseThrow();
        assertThat(authorize).startsWith(provider.issuer() + "/");
        String login = there(browser.open(authorize));
        Matcher token = TOKEN.matcher(browser.open(login).body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> signedIn = browser.formAt(
                login,
                "username=" + person + "&password=" + person + "&_csrf=" + BrowserSession.encode(token.group(1)));
        return there(browser.open(there(signedIn)));
    }

    /** Where an answer of the provider leads. */
    private static String there(HttpResponse<String> answer) {
        return URI.create(provider.issuer())
                .resolve(answer.headers().firstValue("Location").orElseThrow())
                .toString();
    }

    private String setUpFactor(BrowserSession browser, String password) {
        JsonNode begun = json(browser.post(
                "/api/account/second-factor", "{\"currentPassword\":\"" + password + "\"}", header(browser)));
        String secret = begun.get("secret").asString();
        assertThat(browser.post(
                                "/api/account/second-factor/confirmation",
                                "{\"code\":\"" + Authenticator.code(secret, 0) + "\"}",
                                header(browser))
                        .statusCode())
                .isEqualTo(200);
        return secret;
    }

    private static JWTClaimsSet.Builder claims(String person, String nonce, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .audience(IdentityProvider.CLIENT)
                .subject(subject(person))
                .claim("nonce", nonce)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    private static String answer(String idToken) {
        return "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":300"
                + (idToken.isEmpty() ? "" : ",\"id_token\":\"" + idToken + "\"") + "}";
    }

    private static String signed(JWTClaimsSet.Builder claims, JWSSigner signer, JWSAlgorithm algorithm)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID("the-key").build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    protected static Map<String, String> query(String address) {
        Map<String, String> found = new java.util.HashMap<>();
        for (String pair : URI.create(address).getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            found.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return found;
    }

    /** Somebody at the provider; the name there is also the password. */
    protected static String person(Map<String, Object> claims) {
        String name = "person-" + UUID.randomUUID();
        provider.add(name, subject(name), claims);
        return name;
    }

    protected static String subject(String person) {
        return "sub-of-" + person;
    }

    /** As if an administrator had done it long ago. */
    protected void linkPast(String name, String subject) {
        jdbc.sql("insert into account_provider_link (account_id, issuer, subject, by_name, changed_at)"
                        + " values (?, ?, ?, false, ?)")
                .params(id(name), provider.issuer(), subject, OffsetDateTime.now())
                .update();
    }

    private HttpResponse<String> link(BrowserSession office, String name, String subject) {
        return put(office, path(name) + "/provider-link", "{\"subject\":\"" + subject + "\"}");
    }

    private static HttpResponse<String> put(BrowserSession browser, String path, String body) {
        return browser.put(path, body, header(browser));
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

    private static String csrf(BrowserSession browser, String page) {
        Matcher token = TOKEN.matcher(browser.get(page).body());
        assertThat(token.find()).as(page).isTrue();
        return BrowserSession.encode(token.group(1));
    }

    private String path(String name) {
        return "/api/accounts/" + id(name);
    }

    private long id(String name) {
        return jdbc.sql("select id from account where username = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private List<String> trail(String username) {
        return jdbc.sql("select concat(action, ' ', detail) from audit_entry where username = ? order by id")
                .param(username)
                .query(String.class)
                .list();
    }

    /** Its name is its password. */
    protected String account(Role role, boolean mustChangePassword) {
        String name = "guest-" + UUID.randomUUID();
        accounts.create(new NewAccount(name, name, name, role, Set.of(), List.of(), false, mustChangePassword, false));
        return name;
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String key) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("type").asString()).endsWith(key);
    }
}
