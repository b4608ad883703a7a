package vn.anttmap.live;

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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A session made through the sign-in page with a demonstration account. */
final class SignedInBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final String baseUrl;

    SignedInBrowser(String baseUrl, String account) {
        this.baseUrl = baseUrl;
        assertThat(form("/login", "/login", "username=" + account + "&password=" + account))
                .isEqualTo(302);
    }

    String id() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("ANTTMAP"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** @param node any; a browser's cookie is the host's, whatever the port */
    int get(String node, String path) {
        return Integer.parseInt(
                send(HttpRequest.newBuilder(URI.create(node + path)).GET(), false));
    }

    String page(String node, String path) {
        return send(HttpRequest.newBuilder(URI.create(node + path)).GET(), true);
    }

    int delete(String node, String path, String csrfToken) {
        return Integer.parseInt(send(
                HttpRequest.newBuilder(URI.create(node + path))
                        .header("X-CSRF-TOKEN", csrfToken)
                        .DELETE(),
                false));
    }

    void signOut() {
        assertThat(form("/", "/logout", "")).isIn(204, 302);
    }

    private int form(String pageWithToken, String path, String content) {
        Matcher token = TOKEN.matcher(
                send(HttpRequest.newBuilder(URI.create(baseUrl + pageWithToken)).GET(), true));
        assertThat(token.find()).isTrue();
        String body = content + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        return Integer.parseInt(send(
                HttpRequest.newBuilder(URI.create(baseUrl + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)),
                false));
    }

    private String send(HttpRequest.Builder request, boolean wantsBody) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return wantsBody ? answer.body() : String.valueOf(answer.statusCode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
