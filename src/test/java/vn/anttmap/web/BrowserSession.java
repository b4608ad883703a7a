package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser does to sign in: cookies, the form with its token, no redirect followed unseen. */
final class BrowserSession {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final String baseUrl;

    BrowserSession(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Signed in with an account whose password is its name. */
    static BrowserSession signedIn(String baseUrl, String name) {
        BrowserSession browser = new BrowserSession(baseUrl);
        assertThat(browser.location(browser.signIn(name, name))).isIn("/", "/overview");
        return browser;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** At whatever address, as where another service leads. */
    HttpResponse<String> open(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    HttpResponse<String> formAt(String address, String content) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(content)));
    }

    HttpResponse<String> put(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> delete(String path, String... headers) {
        return send(request(path, headers).DELETE());
    }

    /** Opens the sign-in page and sends its form. */
    HttpResponse<String> signIn(String username, String password, String... headers) {
        String page = get("/login").body();
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new AssertionError("the sign-in page has no token: " + page);
        }
        return form(
                "/login",
                "username=" + encode(username) + "&password=" + encode(password) + "&_csrf=" + encode(token.group(1)),
                headers);
    }

    HttpResponse<String> form(String path, String content, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(content)));
    }

    /** Where an answer leads, without the address of the service. */
    String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none").replace(baseUrl, "");
    }

    String sessionId() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("ANTTMAP"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
