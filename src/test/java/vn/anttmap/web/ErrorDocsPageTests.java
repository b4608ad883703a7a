package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Role;
import vn.anttmap.testing.OnH2gis;

/** The link in a problem document leads somewhere, for everybody; and what tools ask leaves nothing behind. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@OnH2gis
class ErrorDocsPageTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Test
    void theTypeOfAProblemLeadsToItsExplanationWithoutSigningIn() {
        String type = JsonMapper.shared()
                .readTree(get("/api/session").body())
                .required("type")
                .asString();
        assertThat(type).isEqualTo("/docs/errors#sign-in-needed");

        HttpResponse<String> page = get(type.substring(0, type.indexOf('#')));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<section id=\"sign-in-needed\">");
    }

    @Test
    void speaksVietnameseUnlessEnglishIsAskedFor() {
        assertThat(get("/docs/errors").body()).contains("Các lỗi và cách xử lý").contains("Kinh độ và vĩ độ");
        assertThat(get("/docs/errors?lang=en").body())
                .contains("Errors and what to do")
                .contains("Longitude and latitude are swapped");
    }

    @Test
    void showsAnEllipsisWhereAMessageNamesAValue() {
        assertThat(get("/docs/errors?lang=en").body())
                .contains("The body is larger than … bytes.")
                .doesNotContain("{0}")
                .doesNotContain("{1}");
    }

    @Test
    void aRequestWithHttpBasicMakesNoSession() {
        accounts.create(new NewAccount(
                "tool", "a-tool-of-2019", "Tool", Role.PLANNER, Set.of(), List.of(), true, false, false));
        String credentials =
                Base64.getEncoder().encodeToString("tool:a-tool-of-2019".getBytes(StandardCharsets.US_ASCII));

        HttpResponse<String> systems = get("/api/crs", "Authorization", "Basic " + credentials);

        assertThat(systems.statusCode()).isEqualTo(200);
        assertThat(systems.headers().allValues("Set-Cookie")).isEmpty();
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
