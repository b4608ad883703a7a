package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;
import vn.anttmap.testing.TestPhoto;

/** Photos through the whole service, on one where they are switched on. */
class PhotoBrowserTests extends MapTest {

    private static ServiceProcess withPhotos;

    @BeforeAll
    static void start() {
        withPhotos = ServiceProcess.on(TestDatabase.newH2gis())
                .with("anttmap.demo", "true")
                .with("anttmap.incident.photos", "true")
                .start();
    }

    @AfterAll
    static void stop() {
        withPhotos.close();
    }

    @Override
    ServiceProcess service() {
        return withPhotos;
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "PHONE")
    void anOfficerAddsLooksAtAndRemovesAPhoto(Screen screen) {
        UUID id = mark();
        MapPage map = signIn(screen, "officer", "/?selected=incident:" + id);

        choose(map, TestPhoto.fromCamera(TestPhoto.picture(800, 600), 1));
        assertThat(map.find("photo")).hasCount(1);
        choose(map, TestPhoto.fromCamera(TestPhoto.picture(1000, 600), 6));

        assertThat(map.find("photo")).hasCount(2);
        assertThat(map.find("photo").nth(1).locator("img")).hasJSProperty("complete", true);
        assertThat(map.find("photo").nth(1).locator("img")).hasJSProperty("naturalWidth", 600);
        map.find("incident-photos").scrollIntoViewIfNeeded();
        browser.screenshot(map.page(), "officer-photos-" + screen);
        map.find("photo-remove").first().click();
        map.find("photo-confirm").click();
        assertThat(map.find("photo")).hasCount(1);
        assertThat(ask("officer", "/api/incidents/" + id).path("photos")).hasSize(1);
    }

    @Test
    void aFileThatIsNoPhotoIsRefusedInWords() {
        expectConsoleError("status of 422");
        MapPage map = signIn(Screen.PHONE, "officer", "/?selected=incident:" + mark());

        choose(map, "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));

        assertThat(map.find("incident-photos").locator(".notice-error")).containsText("không phải ảnh JPEG hoặc PNG");
    }

    @Test
    void largeBodiesPassForPhotosOnlyAndUpToALimit() {
        String path = "/api/incidents/" + mark();
        byte[] large = TestPhoto.encode(TestPhoto.noise(1200, 1200), "png");
        assertThat(large.length).isBetween(1_000_000, 10_000_000);

        assertThat(upload("officer", path + "/photos", large).statusCode()).isEqualTo(201);
        assertThat(upload("officer", path + "/photos", large).statusCode()).isEqualTo(200);
        assertThat(upload("officer", path + "/withdraw", large).statusCode()).isEqualTo(413);
        assertThat(upload("leader", path + "/photos", large).statusCode()).isEqualTo(403);
        HttpResponse<String> tooLarge = upload("officer", path + "/photos", new byte[10 * 1024 * 1024 + 1]);
        assertThat(tooLarge.statusCode()).isEqualTo(422);
        assertThat(tooLarge.body()).contains("photo-too-large");
        HttpResponse<String> farTooLarge = upload("officer", path + "/photos", new byte[12 * 1024 * 1024]);
        assertThat(farTooLarge.statusCode()).isEqualTo(413);
        assertThat(farTooLarge.body()).contains("file-too-large");
    }

    @Test
    void aPictureGoesOutAsAPictureAndIntoNoCache() {
        String path = "/api/incidents/" + mark() + "/photos";
        upload("officer", path, TestPhoto.encode(TestPhoto.picture(64, 64), "png"));
        JsonNode photo =
                ask("officer", path.replace("/photos", "")).path("photos").get(0);
        String address = path + "/" + photo.path("id").asString();

        HttpResponse<byte[]> answer = service().client("officer", "officer").getBytes(address);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(service().client("leader", "leader").get(address).statusCode())
                .isEqualTo(403);
        assertThat(service().client("planner", "planner").get(address).statusCode())
                .isEqualTo(403);
        assertThat(service()
                        .client("officer-tra-linh", "officer-tra-linh")
                        .get(address)
                        .statusCode())
                .isEqualTo(404);
        assertThat(service().anonymous().get(address).statusCode()).isEqualTo(401);
    }

    private static void choose(MapPage map, byte[] file) {
        map.find("photo-file").setInputFiles(new FilePayload("anh.jpg", "image/jpeg", file));
    }

    private UUID mark() {
        UUID id = UUID.randomUUID();
        String body = "{\"longitude\":105.6475,\"latitude\":19.9755,\"occurredAt\":\"2019-08-10T07:30:00Z\","
                + "\"category\":\"TTXH\"}";
        assertThat(service()
                        .client("officer", "officer")
                        .put("/api/incidents/" + id, body)
                        .statusCode())
                .isEqualTo(201);
        return id;
    }

    /** A tool that sends one file. */
    private HttpResponse<String> upload(String account, String path, byte[] file) {
        return upload(service(), account, path, file);
    }

    /** An officer's photo of an incident, on a service with photos. */
    static void addPhoto(ServiceProcess service, String incidentPath) {
        byte[] picture = TestPhoto.encode(TestPhoto.picture(64, 64), "png");
        assertThat(upload(service, "officer", incidentPath + "/photos", picture).statusCode())
                .isEqualTo(201);
    }

    private static HttpResponse<String> upload(ServiceProcess service, String account, String path, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII));
        String basic =
                Base64.getEncoder().encodeToString((account + ":" + account).getBytes(StandardCharsets.US_ASCII));
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.baseUrl() + path))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
