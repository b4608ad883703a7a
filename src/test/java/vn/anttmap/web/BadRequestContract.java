package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Requests that no page sends: too large, of another type or method, undecodable; steps and passwords out of order. */
abstract class BadRequestContract extends BadInputContract {

    private static final int TEN_MEGABYTES = 10_000_000;

    @ParameterizedTest
    @CsvSource({"text/plain", "application/x-www-form-urlencoded", "application/xml", "''"})
    void refusesAnotherContentType(String type) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).PUT(BodyPublishers.ofString(mark(IN_QUAN_LAO)));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }

        JsonNode problem = problem(send(request), 415);

        assertThat(text(problem, "detail")).contains("application/json");
    }

    @Test
    void refusesAnAnnouncedBodyOfTenMegabytes() {
        String head = "PUT " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + basic()
                + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " + TEN_MEGABYTES
                + "\r\n\r\n";

        assertThat(rawAnswer(head)).startsWith("HTTP/1.1 413").contains("application/problem+json", "262144");
    }

    /** A client that first sends everything and only then listens must get the answer too. */
    @Test
    void refusesASentBodyOfTenMegabytes() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(new byte[TEN_MEGABYTES])));

        assertThat(text(problem(answer, 413), "detail")).contains("262144");
    }

    @Test
    void refusesABodyOfTenMegabytesOfUnknownLength() throws IOException, InterruptedException {
        String body = mark(IN_QUAN_LAO).replace("}", ",\"note\":\"" + "x".repeat(TEN_MEGABYTES) + "\"}");
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)))));

        assertThat(text(problem(answer, 413), "detail")).contains("262144");
    }

    @Test
    void explainsParametersThatCannotBeDecoded() {
        String answer = rawAnswer("GET /api/incidents?cursor=%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
                + basic() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "%XX");
    }

    /** The server itself refuses such a path, before anything of this service sees it. */
    @Test
    void aPathWithANulCharacterIsRefusedWithoutInternals() {
        HttpResponse<String> answer = as("officer").get("/api/incidents/%00");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContainPattern(INTERNALS).doesNotContain("Tomcat");
    }

    @ParameterizedTest
    @CsvSource({"DELETE", "PATCH", "POST"})
    void refusesAMethodThatThePathDoesNotHave(String method) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString("{}")));

        problem(answer, 405);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET", "PUT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"status":"nope"}                                    | 400 | status | under_review
            {}                                                   | 400 | status | status
            {"status":"recognized"}                              | 400 | status | recognised
            {"status":"registered","decision":"1"}               | 400 | decision | decision
            {"status":"registered","note":"a\\u0000b"}           | 400 | note | ký tự
            {"status":"registered","decisionNumber":"a\\u0000b"} | 400 | decisionNumber | ký tự
            {"status":"under_review"}                            | 409 | status | Trình tự
            """)
    void explainsAWrongStep(String body, int status, String parameter, String says) {
        String area = "/api/safety/2015/areas/" + unitId("hamlet-15394-khu-pho-3-2019");

        JsonNode problem = problem(as("officer").put(area, body), status);

        assertThat(text(problem, "parameter")).isEqualTo(parameter);
        assertThat(text(problem, "detail")).contains(says);
    }

    @Test
    void refusesToAssessAnUnknownAreaOrADistrict() {
        problem(as("officer").put("/api/safety/2019/areas/999999", "{\"status\":\"registered\"}"), 404);
        long district = unitId("district-046");
        problem(as("officer-tra-linh").put("/api/safety/2019/areas/" + district, "{\"status\":\"registered\"}"), 422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                             | 400 | currentPassword
            {"currentPassword":"officer"}                                  | 400 | newPassword
            {"currentPassword":null,"newPassword":"long enough 1"}         | 400 | currentPassword
            {"currentPassword":"wrong","newPassword":"long enough 1"}      | 422 | currentPassword
            {"currentPassword":"officer","newPassword":"short"}            | 422 | newPassword
            {"currentPassword":"officer","newPassword":"cây đa cũ 1"}      | 422 | newPassword
            {"currentPassword":"officer","newPassword":"Mật khẩu 2026!"}   | 422 | newPassword
            {"currentPassword":"officer","newPassword":"{73 letters}"}     | 422 | newPassword
            """)
    void explainsAWrongPasswordChange(String body, int status, String parameter) {
        String sent = body.replace("{73 letters}", "p".repeat(73));

        assertThat(text(problem(as("officer").post("/api/account/password", sent), status), "parameter"))
                .isEqualTo(parameter);
        assertThat(as("officer").get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void takesNoNameWithANulCharacter() {
        String name = "offi\0cer";
        HttpResponse<String> answer =
                vn.anttmap.testing.ServiceClient.of(baseUrl(), name, name).get("/api/session");

        problem(answer, 401);
    }

    private HttpRequest.Builder request(String to) {
        return HttpRequest.newBuilder(URI.create(baseUrl() + to)).header("Authorization", basic());
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString("officer:officer".getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.build(), BodyHandlers.ofString());
    }

    /** Sends what no well-behaved client sends, and returns what comes back up to the end of the problem. */
    private String rawAnswer(String request) {
        URI service = URI.create(baseUrl());
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            StringBuilder answer = new StringBuilder();
            byte[] part = new byte[8_192];
            for (int length = 0; length >= 0 && !answer.toString().contains("}"); ) {
                length = socket.getInputStream().read(part);
                answer.append(new String(part, 0, Math.max(length, 0), StandardCharsets.UTF_8));
            }
            return answer.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
