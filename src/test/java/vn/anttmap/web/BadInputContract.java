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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;

/** Whatever is sent, the answer is a problem document that says what to do, and nothing is stored. */
abstract class BadInputContract extends DemoServiceContract {

    private static final int TEN_MEGABYTES = 10_000_000;

    /** What must never leave the service: class names, traces, SQL. */
    private static final Pattern INTERNALS = Pattern.compile(
            "(?i)exception|\\bat [a-z.]+\\(|java\\.|vn\\.anttmap|springframework|jackson|hibernate|jdbc|select |insert |sqlstate");

    private String path = "";
    private int incidentsBefore;

    @BeforeEach
    void rememberTheRegister() {
        path = newIncident();
        incidentsBefore = incidents();
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(incidents()).isEqualTo(incidentsBefore);
        assertThat(as("officer").get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # what is wrong       | body, {ok} being the valid rest                                           | parameter | received | says
            outside Vietnam       | {"longitude":2.35,"latitude":48.85,{ok}}                                  | longitude | 2.35 | 102
            latitude outside      | {"longitude":105.6,"latitude":30.0,{ok}}                                  | latitude  | 30.0 | 24
            swapped axes          | {"longitude":19.97194,"latitude":105.64806,{ok}}                          | longitude | 19.97194 | đổi chỗ
            no longitude          | {"latitude":19.97194,{ok}}                                                | longitude | | longitude
            no latitude           | {"longitude":105.64806,{ok}}                                              | latitude  | | latitude
            infinite              | {"longitude":1e400,"latitude":19.97,{ok}}                                 | longitude | Infinity | 102
            not a number          | {"longitude":"NaN","latitude":19.97,{ok}}                                 | longitude | NaN | 102
            word for a number     | {"longitude":"east","latitude":19.97,{ok}}                                | longitude | east | số
            object for a number   | {"longitude":{},"latitude":19.97,{ok}}                                    | longitude | | số
            no category           | {{place},"occurredAt":"2019-08-01T02:00:00Z"}                             | category  | | category
            unknown category      | {{place},"occurredAt":"2019-08-01T02:00:00Z","category":"NOPE"}           | category  | NOPE | TTXH
            restricted category   | {{place},"occurredAt":"2019-08-01T02:00:00Z","category":"ANBG"}           | category  | ANBG | TTXH
            no time               | {{place},"category":"TTXH"}                                               | occurredAt | | occurredAt
            time in words         | {{place},"category":"TTXH","occurredAt":"yesterday"}                      | occurredAt | yesterday | 2019-08-15T07:30:00Z
            time without zone     | {{place},"category":"TTXH","occurredAt":"2019-08-01T02:00:00"}            | occurredAt | 2019-08-01T02:00:00 | 2019-08-15T07:30:00Z
            too early             | {{place},"category":"TTXH","occurredAt":"1905-01-01T00:00:00Z"}           | occurredAt | 1905-01-01T00:00:00Z | 1975
            ends before it begins | {{place},{ok},"occurredUntil":"2019-07-01T02:00:00Z"}                     | occurredUntil | 2019-07-01T02:00:00Z | sau
            reported in antiquity | {{place},{ok},"reportedAt":"-200000-01-01T00:00:00Z"}                     | reportedAt | -200000-01-01T00:00:00Z | 1975
            reported in future    | {{place},{ok},"reportedAt":"2999-01-01T00:00:00Z"}                        | reportedAt | 2999-01-01T00:00:00Z | sau
            other scale           | {{place},{ok},"severity":"CAP_I"}                                         | severity  | CAP_I | IT_NGHIEM_TRONG
            unknown accuracy      | {{place},{ok},"placeAccuracy":"roughly"}                                  | placeAccuracy | roughly | exact, street, area, unknown
            number for a choice   | {{place},{ok},"placeAccuracy":0}                                          | placeAccuracy | 0 | exact, street, area, unknown
            unknown handling      | {{place},{ok},"handlingLevel":"world"}                                    | handlingLevel | world | commune, district, province
            word for a yes        | {{place},{ok},"majorCase":"perhaps"}                                      | majorCase | perhaps | true, false
            negative count        | {{place},{ok},"dead":-1}                                                  | dead | -1 | 0
            broken count          | {{place},{ok},"personsInvolved":1.7}                                      | personsInvolved | 1.7 | số
            huge count            | {{place},{ok},"injured":99999999999}                                      | injured | | số
            many people           | {{place},{ok},"injured":10001}                                            | injured | 10001 | 10000
            negative damage       | {{place},{ok},"damageDong":-5}                                            | damageDong | -5 | 0
            NUL in the note       | {{place},{ok},"note":"a\\u0000b"}                                         | note | | ký tự
            half a letter         | {{place},{ok},"note":"a\\ud83d"}                                          | note | | ký tự
            unknown field         | {{place},{ok},"suspect":"x"}                                              | suspect | | suspect
            field twice           | {{place},{ok},"category":"KHAC"}                                          | | | JSON
            broken JSON           | {{place},{ok}                                                             | | | JSON
            no JSON               | longitude=105                                                             | | | JSON
            bare NaN              | {"longitude":NaN,"latitude":19.97,{ok}}                                   | | | JSON
            list                  | []                                                                        | | | JSON
            null                  | null                                                                      | | | JSON
            """)
    void explainsAWrongBody(String what, String body, String parameter, String received, String says) {
        String sent = body.replace("{ok}", "\"occurredAt\":\"2019-08-01T02:00:00Z\",\"category\":\"TTXH\"")
                .replace("{place}", IN_QUAN_LAO);

        JsonNode problem = problem(as("officer").put(path, sent), 400);

        assertThat(text(problem, "parameter")).isEqualTo(parameter);
        assertThat(text(problem, "received")).isEqualTo(received);
        assertThat(problem.get("detail").asString()).contains(says);
    }

    @Test
    void refusesTheFuture() {
        String tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).toString();
        String body = mark(IN_QUAN_LAO).replace("2020-08-03T02:00:00Z", tomorrow);

        JsonNode problem = problem(as("officer").put(path, body), 400);

        assertThat(text(problem, "parameter")).isEqualTo("occurredAt");
        assertThat(text(problem, "title")).isEqualTo("Thời điểm ở tương lai");
    }

    @Test
    void refusesADistrictPoliceThatNoLongerExists() {
        String body =
                mark(IN_QUAN_LAO).replace("2020-08-03", "2025-03-01").replace("}", ",\"handlingLevel\":\"district\"}");

        assertThat(text(problem(as("officer").put(path, body), 400), "parameter"))
                .isEqualTo("handlingLevel");
    }

    @Test
    void takesANoteOfTwoThousandLettersButNotOneMore() {
        String body = mark(IN_QUAN_LAO).replace("}", ",\"note\":\"" + "ệ".repeat(2001) + "\"}");

        JsonNode problem = problem(as("officer").put(path, body), 400);

        assertThat(text(problem, "parameter")).isEqualTo("note");
        assertThat(text(problem, "detail")).contains("2000");
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"abc", "\"1.5\"", "*", "\"1\", \"2\"", "\"99999999999999999999\""})
    void refusesAVersionThatIsNone(String version) {
        JsonNode problem = problem(as("officer").put(path, mark(IN_QUAN_LAO), "If-Match", version), 400);

        assertThat(text(problem, "parameter")).isEqualTo("If-Match");
        assertThat(text(problem, "received")).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", "1-1-1-1-1", "a81e7d8c-d6b1-3ba4-a3d9-e4faf80529a"})
    void refusesAnIdentifierThatIsNone(String id) {
        HttpResponse<String> answer = as("officer").put("/api/incidents/" + id, mark(IN_QUAN_LAO));

        problem(answer, 400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # path                                                                     | status | parameter | says
            /api/density/communes?from=2019-01-01                                      | 400 | to | to
            /api/density/communes?from=15/8/2019&to=2019-08-15                         | 400 | from | 2019-08-15
            /api/density/communes?from=2019-02-30&to=2019-08-15                        | 400 | from | có thật
            /api/density/communes?from=2018-01-01&to=%2B999999999-12-31                | 400 | to | 2019-08-15
            /api/density/communes?from=2019-08-16&to=2019-08-15                        | 400 | from | đổi lại
            /api/density/communes?from=2018-01-01&to=2019-08-15&boundaryDay=today      | 400 | boundaryDay | 2019-08-15
            /api/density/communes?from=2018-01-01&to=2019-08-15&category=NOPE          | 400 | category | TTXH
            /api/density/communes?from=2018-01-01&to=2019-08-15&category=ANBG          | 400 | category | TTXH
            /api/density/communes?from=2018-01-01&to=2019-08-15&severity=NOPE          | 400 | severity | CAP_I
            /api/density/communes?from=2018-01-01&to=2019-08-15&category=TTXH&severity=CAP_I | 400 | severity | IT_NGHIEM_TRONG
            /api/density/communes?from=2018-01-01&to=2019-08-15&area=5                 | 400 | area | boundaryDay
            /api/density/communes?from=2018-01-01&from=2018-02-01&to=2019-08-15        | 400 | from | một lần
            /api/density/hamlets?from=2018-01-01&to=2019-08-15                         | 404 | level | residential-areas
            /api/incidents?from=-999999999-01-01                                       | 400 | from | 2019-08-15
            /api/incidents?from=2019-08-16&to=2019-08-15                               | 400 | from | đổi lại
            /api/incidents?category=%00                                                | 400 | category | TTXH
            /api/incidents?severity=%00                                                | 400 | severity | CAP_I
            /api/incidents?bbox=1,2,3                                                  | 400 | bbox | tây,nam,đông,bắc
            /api/incidents?bbox=106,20,105,19                                          | 400 | bbox | tây,nam,đông,bắc
            /api/incidents?bbox=NaN,19,106,20                                          | 400 | bbox | tây,nam,đông,bắc
            /api/incidents?bbox=1e400,19,106,20                                        | 400 | bbox | tây,nam,đông,bắc
            /api/incidents?areaId=first                                                | 400 | areaId | số
            /api/incidents?areaId=99999999999999999999                                 | 400 | areaId | số
            /api/incidents?areaId=999999                                               | 404 | | 999999
            /api/incidents?mine=perhaps                                                | 400 | mine | true, false
            /api/incidents?limit=0                                                     | 400 | limit | 1000
            /api/incidents?limit=1001                                                  | 400 | limit | 1000
            /api/incidents?cursor=AAAA                                                 | 400 | cursor | next
            /api/incidents?cursor=%00                                                  | 400 | cursor | next
            /api/incidents?q=1                                                         | 400 | q | cursor
            /api/incidents?boundaryDay=today&nearBorder=perhaps                        | 400 | nearBorder | true, false
            /api/incidents?within=1&boundaryDay=                                       | 400 | boundaryDay | 2019-08-15
            /api/incidents?state=RECEIVED                                              | 400 | state | received
            /api/incidents/summary?majorCase=perhaps                                   | 400 | majorCase | true, false
            /api/incidents/summary?limit=1                                             | 400 | limit | category
            /api/incidents/comparison?from=2019-01-01                                  | 400 | to | to
            /api/incidents/comparison?from=2018-01-01&to=2019-08-15&within=first       | 400 | within | số
            /api/features/hamlets                                                      | 404 | collectionId | villages
            /api/features/communes?day=x                                               | 400 | day | 2019-08-15
            /api/features/communes?bbox=x                                              | 400 | bbox | tây,nam,đông,bắc
            /api/territory/search                                                      | 400 | q | q
            /api/territory/units/999999                                                | 404 | | 999999
            /api/territory/units/first                                                 | 400 | id | số
            /api/territory/locate?longitude=1&latitude=20                              | 400 | longitude | 102
            /api/territory/locate?longitude=105&latitude=50                            | 400 | latitude | 24
            /api/territory/locate?longitude=NaN&latitude=20                            | 400 | longitude | 102
            /api/coordinates?crs=EPSG:5897&x=1&y=1                                     | 422 | | Việt Nam
            /api/coordinates?crs=EPSG:5897&x=NaN&y=1                                   | 422 | | Việt Nam
            /api/coordinates?crs=EPSG:5897                                             | 400 | x | x, y
            /api/coordinates?crs=EPSG:1&x=1&y=1                                        | 400 | crs | /api/crs
            /api/safety/1999                                                           | 400 | year | 2008
            /api/safety/last                                                           | 400 | year | số
            /api/safety/2019?boundaryDay=x                                             | 400 | boundaryDay | 2019-08-15
            /api/exports/communes.gpkg                                                 | 404 | file | shp.zip
            /api/exports/communes                                                      | 404 | file | shp.zip
            /api/exports/hamlets.shp.zip                                               | 404 | collectionId | villages
            /api/exports/communes.shp.zip?crs=EPSG:1                                   | 400 | crs | EPSG:9210
            /api/exports/communes.shp.zip?crs=%00                                      | 400 | crs | EPSG:9210
            /api/exports/communes.shp.zip?from=2019-08-16                              | 400 | to | to
            /api/exports/communes.shp.zip?from=2019-08-16&to=2019-08-15                | 400 | from | đổi lại
            /api/exports/communes.shp.zip?bbox=x                                       | 400 | bbox | tây,nam,đông,bắc
            /api/exports/communes.shp.zip?year=1999                                    | 400 | year | 2008
            /api/exports/communes.shp.zip?boundaryday=2019-01-01                       | 400 | boundaryday | boundaryDay
            /api/nothing                                                               | 404 | | đường dẫn
            /api//session                                                              | 400 | | swagger-ui
            /api/session;a=b                                                           | 400 | | swagger-ui
            """)
    void explainsAWrongQuestion(String question, int status, String parameter, String says) {
        JsonNode problem = problem(as("officer").get(question), status);

        if (parameter != null) {
            assertThat(text(problem, "parameter")).isEqualTo(parameter);
        }
        assertThat(problem.get("detail").asString()).contains(says);
    }

    /** Spring would fill a parameter that is not there from a header of its name. */
    @Test
    void takesNoParameterFromAHeader() {
        String incidents = "/api/incidents?from=2018-01-01&to=2019-08-15&limit=1";

        assertThat(as("officer")
                        .get(incidents, "Category", "TNGT", "State", "nonsense")
                        .body())
                .isEqualTo(as("officer").get(incidents).body());
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

    @Test
    void anAnswerInAnotherFormIsRefused() {
        problem(as("officer").get("/api/crs", "Accept", "application/xml"), 406);
    }

    @Test
    void speaksTheCallersLanguage() {
        String question = "/api/density/communes?from=2019-08-16&to=2019-08-15";

        assertThat(text(problem(as("officer").get(question), 400), "title")).isEqualTo("Khoảng thời gian ngược");
        assertThat(text(problem(as("officer").get(question, "Accept-Language", "en-US,en;q=0.9"), 400), "title"))
                .isEqualTo("Period runs backwards");
        assertThat(text(problem(as("officer").get(question, "Accept-Language", "fr"), 400), "title"))
                .isEqualTo("Khoảng thời gian ngược");
        assertThat(text(problem(anonymous().get("/api/session", "Accept-Language", "en"), 401), "title"))
                .isEqualTo("Sign-in needed");
    }

    private int incidents() {
        return jdbc.sql("select count(*) from incident").query(Integer.class).single();
    }

    private static String text(JsonNode problem, String member) {
        JsonNode value = problem.get(member);
        return value == null || value.isNull() ? null : value.asString();
    }

    /** The problem document of an answer, checked for what every one of them must have and must not have. */
    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        for (String member : new String[] {"type", "title", "detail", "instance"}) {
            assertThat(text(problem, member)).as(member).isNotBlank();
        }
        assertThat(text(problem, "type")).startsWith("/docs/errors#");
        assertThat(answer.body()).doesNotContainPattern(INTERNALS);
        return problem;
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
