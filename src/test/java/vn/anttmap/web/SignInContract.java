package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.ServiceClient;

/** Signing in by form and by Basic, and what must not work without it. */
abstract class SignInContract extends DemoServiceContract {

    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

    @Autowired
    private Accounts accounts;

    @Autowired
    private ServletWebServerApplicationContext context;

    @Test
    void signsInByFormUnderANewSessionIdAndOutAgain() {
        BrowserSession browser = new BrowserSession(baseUrl());
        browser.get("/login");
        String idBefore = browser.sessionId();

        HttpResponse<String> answer = browser.signIn("officer", "officer");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).isEqualTo("/");
        assertThat(browser.sessionId()).isNotEmpty().isNotEqualTo(idBefore);
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        JsonNode session = json(browser.get("/api/session"));
        assertThat(session.get("username").asString()).isEqualTo("officer");

        HttpResponse<String> out =
                browser.form("/logout", "_csrf=" + BrowserSession.encode(token(session)), "Accept", "text/html");
        assertThat(out.statusCode()).as(out.body()).isEqualTo(302);
        assertThat(location(out)).isEqualTo("/login?logout");
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

    @ParameterizedTest
    @CsvSource({"officer,wrong", "officer,''", "nobody,nobody", "'',''", "OFFICER,officer"})
    void refusesAWrongNameOrPassword(String username, String password) {
        BrowserSession browser = new BrowserSession(baseUrl());

        HttpResponse<String> answer = browser.signIn(username, password);

        assertThat(location(answer)).isEqualTo("/login?error");
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

        assertThat(location(answer)).isEqualTo("/login?expired");
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
    void aSessionWritesOnlyWithItsToken() {
        BrowserSession browser = signedIn("officer");
        JsonNode csrf = json(browser.get("/api/session")).get("csrf");
        String header = csrf.get("headerName").asString();

        assertThat(browser.put(newIncident(), mark(IN_QUAN_LAO)).statusCode()).isEqualTo(403);
        assertThat(browser.put(newIncident(), mark(IN_QUAN_LAO), header, "made up")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.put(
                                newIncident(),
                                mark(IN_QUAN_LAO),
                                header,
                                csrf.get("token").asString(),
                                "Origin",
                                baseUrl(),
                                "Sec-Fetch-Site",
                                "same-origin")
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site,cross-site",
        "Origin,https://evil.example",
        "Origin,http://127.0.0.1:1",
        "Origin,null",
        "Origin,http://127.0.0.1.evil.example",
        "Origin,not an origin"
    })
    void anotherSiteWritesNothing(String header, String value) {
        String path = newIncident();
        BrowserSession browser = signedIn("officer");
        JsonNode csrf = json(browser.get("/api/session")).get("csrf");

        HttpResponse<String> withToken = browser.put(
                path,
                mark(IN_QUAN_LAO),
                csrf.get("headerName").asString(),
                csrf.get("token").asString(),
                header,
                value);
        HttpResponse<String> byBasic = as("officer").put(path, mark(IN_QUAN_LAO), header, value);
        HttpResponse<String> signIn = new BrowserSession(baseUrl()).signIn("officer", "officer", header, value);

        for (HttpResponse<String> answer : List.of(withToken, byBasic, signIn)) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(json(answer).get("title").asString()).isEqualTo("Yêu cầu từ trang khác");
        }
        assertThat(as("officer").get(path).statusCode()).isEqualTo(404);
    }

    /** A browser that remembers Basic credentials adds them by itself: then a token is needed as well. */
    @Test
    void basicFromABrowserWritesNothingWithoutAToken() {
        String path = newIncident();

        HttpResponse<String> answer = as("officer").put(path, mark(IN_QUAN_LAO), "Sec-Fetch-Site", "same-origin");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(as("officer").get(path).statusCode()).isEqualTo(404);
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
        assertThat(location(new BrowserSession(baseUrl()).signIn(name, name))).isEqualTo("/login?error");
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
                "/api/account/password", "{\"currentPassword\":\"" + name + "\",\"newPassword\":\"Bản đồ 2026\"}");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(old.get("/api/crs").statusCode()).isEqualTo(401);
        assertThat(ServiceClient.of(baseUrl(), name, "Bản đồ 2026")
                        .get("/api/crs")
                        .statusCode())
                .isEqualTo(200);
        assertThat(location(new BrowserSession(baseUrl()).signIn(name, "Bản đồ 2026")))
                .isEqualTo("/");
    }

    @Test
    void aSwitchedOffAccountIsOutAtOnce() {
        String name = account(Role.LEADER);
        BrowserSession browser = signedIn(name);
        jdbc.sql("update account set enabled = false where username = ?")
                .param(name)
                .update();

        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(ServiceClient.of(baseUrl(), name, name).get("/api/crs").statusCode())
                .isEqualTo(401);
    }

    @Test
    void passwordsAreStoredAsBcryptHashes() {
        List<String> hashes = jdbc.sql("select password_hash from account")
                .query(String.class)
                .list();

        assertThat(hashes).hasSizeGreaterThanOrEqualTo(5).allMatch(hash -> hash.startsWith("{bcrypt}$2"));
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
    void onlyScriptsOfTheServiceRunOnItsPages() {
        BrowserSession browser = signedIn("leader");
        HttpResponse<String> page = browser.get("/");
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        Matcher nonce = NONCE.matcher(policy);

        assertThat(nonce.find()).isTrue();
        assertThat(policy).contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'");
        assertThat(policy.replaceAll("style-src[^;]*", "")).doesNotContain("unsafe", "http:", "https:", "*");
        String inline = page.body().replaceAll("(?s)<script[^>]* src=[^>]*>", "");
        assertThat(inline.split("<script", -1))
                .as("one inline script, the import map")
                .hasSize(2);
        assertThat(inline).contains("nonce=\"" + nonce.group(1) + "\"");

        Matcher next = NONCE.matcher(
                browser.get("/").headers().firstValue("Content-Security-Policy").orElse(""));
        assertThat(next.find()).isTrue();
        assertThat(next.group(1)).isNotEqualTo(nonce.group(1));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?next=https://evil.example/",
                "/%5Cevil.example",
                "/%2Fevil.example",
                "//evil.example/",
                "/;//evil.example"
            })
    void signingInLeadsToThisServiceOnly(String wanted) {
        BrowserSession browser = new BrowserSession(baseUrl());
        browser.get(wanted, "Accept", "text/html");

        String location = location(browser.signIn("leader", "leader"));

        assertThat(location.replace(baseUrl(), "")).matches("/([^/\\\\].*)?");
    }

    @Test
    void parametersOfTheFormDoNotChooseWhereItLeads() {
        BrowserSession browser = new BrowserSession(baseUrl());
        browser.get("/login?continue=https://evil.example/&redirect=https://evil.example/");

        String location = location(browser.signIn("leader", "leader", "Referer", "https://evil.example/"));

        assertThat(location).isEqualTo("/");
    }

    @Test
    void leadsBackToTheViewThatWasAskedFor() {
        BrowserSession browser = new BrowserSession(baseUrl());
        browser.get("/?layer=communes", "Accept", "text/html");

        assertThat(location(browser.signIn("leader", "leader"))).contains("/?layer=communes");
    }

    private BrowserSession signedIn(String name) {
        BrowserSession browser = new BrowserSession(baseUrl());
        assertThat(location(browser.signIn(name, name))).isEqualTo("/");
        return browser;
    }

    private static String token(JsonNode session) {
        return session.get("csrf").get("token").asString();
    }

    /** Where an answer leads, without the address of the service. */
    private String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none").replace(baseUrl(), "");
    }

    private String account(Role role) {
        String name = "guest-" + UUID.randomUUID();
        accounts.create(new NewAccount(name, name, name, role, Set.of(), List.of(), false, false, false));
        return name;
    }
}
