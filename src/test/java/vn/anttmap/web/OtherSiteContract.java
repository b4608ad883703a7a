package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;

/** What another site can make a signed-in browser do: nothing. */
abstract class OtherSiteContract extends DemoServiceContract {

    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

    @Test
    void aSessionWritesOnlyWithItsToken() {
        BrowserSession browser = BrowserSession.signedIn(baseUrl(), "officer");
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
        BrowserSession browser = BrowserSession.signedIn(baseUrl(), "officer");
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
    void onlyScriptsOfTheServiceRunOnItsPages() {
        BrowserSession browser = BrowserSession.signedIn(baseUrl(), "leader");
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

        String location = browser.location(browser.signIn("leader", "leader"));

        assertThat(location.replace(baseUrl(), "")).matches("/([^/\\\\].*)?");
    }

    @Test
    void parametersOfTheFormDoNotChooseWhereItLeads() {
        BrowserSession browser = new BrowserSession(baseUrl());
        browser.get("/login?continue=https://evil.example/&redirect=https://evil.example/");

        String location = browser.location(browser.signIn("leader", "leader", "Referer", "https://evil.example/"));

        assertThat(location).isEqualTo("/overview");
    }
}
