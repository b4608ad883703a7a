package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Role;
import vn.anttmap.node.RecentReads;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.ServiceClient;

/** Signing in by form and by Basic, and what must not work without it. */
abstract class SignInContract extends DemoServiceContract {

    @Autowired
    private Accounts accounts;

    @Autowired
    private RecentReads recent;

    @Autowired
    private ServletWebServerApplicationContext context;

    @Test
    void signsInByFormUnderANewSessionIdAndOutAgain() {
        BrowserSession browser = new BrowserSession(baseUrl());
        browser.get("/login");
        String idBefore = browser.sessionId();

        HttpResponse<String> answer = browser.signIn("officer", "officer");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(browser.location(answer)).isEqualTo("/");
        assertThat(browser.sessionId()).isNotEmpty().isNotEqualTo(idBefore);
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        JsonNode session = json(browser.get("/api/session"));
        assertThat(session.get("username").asString()).isEqualTo("officer");

        HttpResponse<String> out =
                browser.form("/logout", "_csrf=" + BrowserSession.encode(token(session)), "Accept", "text/html");
        assertThat(out.statusCode()).as(out.body()).isEqualTo(302);
        assertThat(browser.location(out)).isEqualTo("/login?logout");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    /** Who gave the session id to a victim must not share the session after the sign-in. */
    @Test
    void theSessionIdBeforeTheSignInOpensNothing() {
        BrowserSession browser = new BrowserSession(baseUrl());
        browser.get("/login");
        String idBefore = browser.sessionId();
        browser.signIn("officer", "officer");

        HttpResponse<String> answer = anonymous().get("/api/session", "Cookie", "ANTTMAP=" + idBefore);

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void theSessionCookieIsKeptFromScriptsAndOtherSites() {
        String cookie = new BrowserSession(baseUrl())
                .get("/login")
                .headers()
                .firstValue("Set-Cookie")
                .orElse("");

        assertThat(cookie).startsWith("ANTTMAP=").contains("HttpOnly", "SameSite=Lax");
    }

    /** Whoever reads the database can sign in as nobody: it has the SHA-256 of what the browser shows. */
    @Test
    void theDatabaseHasAHashOfTheSecretOnly() throws Exception {
        BrowserSession browser = BrowserSession.signedIn(baseUrl(), account(Role.OFFICER));
        byte[] sha256 =
                MessageDigest.getInstance("SHA-256").digest(browser.sessionId().getBytes(StandardCharsets.US_ASCII));

        List<String> hashes = jdbc.sql("select secret_hash from account_session where secret_hash is not null")
                .query(String.class)
                .list();

        assertThat(hashes).contains(HexFormat.of().formatHex(sha256)).doesNotContain(browser.sessionId());
        assertThat(anonymous()
                        .get("/api/session", "Cookie", "ANTTMAP=" + hashes.get(0))
                        .statusCode())
                .isEqualTo(401);
    }

    /** Each read of a signed-in person is a read of the database at most: twelve people looking on write nothing. */
    @Test
    void lookingOnWritesNothing() {
        String name = account(Role.LEADER);
        BrowserSession browser = BrowserSession.signedIn(baseUrl(), name);
        String state = "select concat(s.last_seen_at, '') from account_session s join account a on a.id = s.account_id"
                + " where a.username = ?";
        String before = jdbc.sql(state).param(name).query(String.class).single();

        for (int i = 0; i < 12; i++) {
            assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
        }

        assertThat(jdbc.sql(state).param(name).query(String.class).single()).isEqualTo(before);
    }

    @Test
    void anUnusedSignInEndsAfterTwelveHours() {
        String name = account(Role.LEADER);
        BrowserSession browser = BrowserSession.signedIn(baseUrl(), name);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
        String unusedFor = "update account_session set last_seen_at = ? where account_id ="
                + " (select id from account where username = ?)";
        // What was seen is noted every five minutes, so it may end by that much later, and never earlier.
        jdbc.sql(unusedFor).params(OffsetDateTime.now().minusHours(12), name).update();
        recent.changed();
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);

        jdbc.sql(unusedFor)
                .params(OffsetDateTime.now().minusHours(12).minusMinutes(6), name)
                .update();
        recent.changed();

        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    /** What one node keeps of a caller, another one does not know. */
    @Test
    void noSessionIsMadeInTheWebServer() {
        BrowserSession browser = new BrowserSession(baseUrl());
        browser.get("/", "Accept", "text/html");
        browser.signIn("officer", "wrong");
        browser.signIn("officer", "officer");
        browser.get("/");
        as("officer").get("/api/crs");

        Manager sessions = ((Context) ((TomcatWebServer) context.getWebServer())
                        .getTomcat()
                        .getHost()
                        .findChildren()[0])
                .getManager();
        assertThat(sessions.getActiveSessions()).isZero();
        assertThat(sessions.getSessionCounter()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"officer,wrong", "officer,''", "nobody,nobody", "'',''", "OFFICER,officer"})
    void refusesAWrongNameOrPassword(String username, String password) {
        BrowserSession browser = new BrowserSession(baseUrl());

        HttpResponse<String> answer = browser.signIn(username, password);

        assertThat(browser.location(answer)).isEqualTo("/login?error");
        assertThat(browser.get("/login?error").body()).contains("data-testid=\"login-error\"");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
        // Leaves no trace of failures on an account that other tests use.
        assertThat(as("officer").get("/api/crs").statusCode()).isEqualTo(200);
    }

    @Test
    void theFormNeedsItsToken() {
        BrowserSession browser = new BrowserSession(baseUrl());
        browser.get("/login");

        HttpResponse<String> answer = browser.form("/login", "username=officer&password=officer");

        assertThat(browser.location(answer)).isEqualTo("/login?expired");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/session", "/api/crs", "/api/incidents?from=2019-08-01"})
    void toolsSignInByBasicWithoutASession(String path) {
        HttpResponse<String> answer = as("officer").get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void toolsAreChallengedAndBrowsersAreNot() {
        assertThat(anonymous().get("/api/session").headers().firstValue("WWW-Authenticate"))
                .contains("Basic realm=\"ANTT Map\", charset=\"UTF-8\"");
        assertThat(ServiceClient.of(baseUrl(), "nobody-here", "x")
                        .get("/api/session")
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isPresent();
        assertThat(anonymous()
                        .get("/api/session", "Sec-Fetch-Site", "same-origin")
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isEmpty();
    }

    @Test
    void anAccountNameRestsAfterFiveFailures() throws InterruptedException {
        String name = account(Role.LEADER);
        ServiceClient wrong = ServiceClient.of(baseUrl(), name, "wrong");
        ServiceClient right = ServiceClient.of(baseUrl(), name, name);
        assertThat(right.get("/api/crs").statusCode()).isEqualTo(200);

        for (int failure = 1; failure <= 5; failure++) {
            assertThat(json(wrong.get("/api/crs")).get("title").asString()).isEqualTo("Cần đăng nhập");
        }
        Instant resting = Instant.now();
        HttpResponse<String> answer = right.get("/api/crs");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).get("title").asString()).isEqualTo("Tạm khóa đăng nhập");
        assertThat(afterSignIn(name, name)).isEqualTo("/login?error");
        assertThat(as("planner").get("/api/crs").statusCode()).as("others").isEqualTo(200);

        // The first rest takes 5 seconds.
        while (right.get("/api/crs").statusCode() != 200) {
            assertThat(Duration.between(resting, Instant.now())).isLessThan(Duration.ofSeconds(10));
            Thread.sleep(200);
        }
        assertThat(Duration.between(resting, Instant.now())).isGreaterThan(Duration.ofSeconds(3));
    }

    @Test
    void aChangedPasswordWorksAndTheOldOneStopsAtOnce() {
        String name = account(Role.OFFICER);
        ServiceClient old = ServiceClient.of(baseUrl(), name, name);
        assertThat(old.get("/api/crs").statusCode()).isEqualTo(200);

        HttpResponse<String> answer = old.post(
                "/api/account/password",
                "{\"currentPassword\":\"" + name + "\",\"newPassword\":\"bàn tre lũy thép 2026\"}");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(old.get("/api/crs").statusCode()).isEqualTo(401);
        assertThat(ServiceClient.of(baseUrl(), name, "bàn tre lũy thép 2026")
                        .get("/api/crs")
                        .statusCode())
                .isEqualTo(200);
        assertThat(afterSignIn(name, "bàn tre lũy thép 2026")).isEqualTo("/");
    }

    @Test
    void aLeaderBeginsWithTheOverviewAndAllOthersWithTheMap() {
        for (Role role : Role.values()) {
            String name = account(role);
            assertThat(afterSignIn(name, name)).as("%s", role).isEqualTo(role == Role.LEADER ? "/overview" : "/");
        }
    }

    @Test
    void aSwitchedOffAccountIsOutAtOnce() {
        String name = account(Role.OFFICER);
        BrowserSession browser = BrowserSession.signedIn(baseUrl(), name);
        jdbc.sql("update account set enabled = false where username = ?")
                .param(name)
                .update();
        recent.changed();

        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(ServiceClient.of(baseUrl(), name, name).get("/api/crs").statusCode())
                .isEqualTo(401);
    }

    @Test
    void passwordsAreStoredAsBcryptHashesOfTheirDigest() {
        List<String> hashes = jdbc.sql("select password_hash from account")
                .query(String.class)
                .list();

        assertThat(hashes).hasSizeGreaterThanOrEqualTo(5).allMatch(hash -> hash.matches("\\{(sha384-)?bcrypt}\\$2.*"));
        assertThat(jdbc.sql("select password_hash from account where username = 'leader'")
                        .query(String.class)
                        .single())
                .startsWith("{sha384-bcrypt}$2");
        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void theDemonstrationListensOnThisMachineOnly() {
        TomcatWebServer server = (TomcatWebServer) context.getWebServer();

        Object address = server.getTomcat().getConnector().getProperty("address");

        assertThat(address).isInstanceOf(InetAddress.class);
        assertThat(((InetAddress) address).isLoopbackAddress()).isTrue();
    }

    @Test
    void leadsBackToTheViewThatWasAskedFor() {
        BrowserSession browser = new BrowserSession(baseUrl());
        browser.get("/?layer=communes", "Accept", "text/html");

        assertThat(browser.location(browser.signIn("leader", "leader"))).contains("/?layer=communes");
    }

    private static String token(JsonNode session) {
        return session.get("csrf").get("token").asString();
    }

    private String afterSignIn(String name, String password) {
        BrowserSession browser = new BrowserSession(baseUrl());
        return browser.location(browser.signIn(name, password));
    }

    private String account(Role role) {
        String name = "guest-" + UUID.randomUUID();
        accounts.create(new NewAccount(name, name, name, role, Set.of(), List.of(), false, false, false));
        return name;
    }
}
