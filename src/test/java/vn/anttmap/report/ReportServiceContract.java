package vn.anttmap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.testing.DemoServiceContract;

/** Reports as seen from outside. */
abstract class ReportServiceContract extends DemoServiceContract {

    private static final String PERIOD = "?from=2018-01-01&to=2019-08-15";

    @AfterEach
    void removeTheTexts() {
        for (String table : new String[] {"report_text_section", "report_text_version", "report_text"}) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document, PK",
        "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, PK",
        "pdf, application/pdf, %PDF"
    })
    void aFileHasItsTypeAndAVietnameseName(String ending, String type, String begins) {
        HttpResponse<byte[]> answer = as("leader").getBytes(town() + "." + ending + PERIOD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(answer.headers().firstValue("Content-Length")).contains(String.valueOf(answer.body().length));
        // "Báo cáo ANTT thị trấn Quán Lào, …" by RFC 5987.
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20ANTT%20th%E1%BB%8B%20tr%E1%BA%A5n")
                .endsWith("." + ending);
        assertThat(new String(answer.body(), 0, begins.length(), java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo(begins);
    }

    @Test
    void thePreviewSaysTheSame() {
        JsonNode report = json(as("planner").get(town() + ".json" + PERIOD));

        assertThat(report.get("area").get("fullName").asString()).isEqualTo("Thị trấn Quán Lào");
        assertThat(report.get("sections")).hasSize(9);
        assertThat(report.get("sections").get(0).get("sentences").toString()).contains("xảy ra 45 vụ việc");
        assertThat(report.get("sections")
                        .get(0)
                        .get("tables")
                        .get(0)
                        .get("rows")
                        .toString())
                .contains("\"number\":45");
        assertThat(report.get("restrictedLeftOut").asBoolean()).isTrue();
    }

    @Test
    void aReportThatTakesLongTellsEachStepAndThenSaysTheSame() {
        HttpResponse<String> answer = as("planner").get(town() + ".ndjson" + PERIOD);

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
        List<JsonNode> lines = lines(answer);
        assertThat(lines.subList(0, 10))
                .extracting(line -> line.path("working").asString() + " " + line.path("done") + "/" + line.path("of"))
                .containsExactly(
                        "movement 0/10",
                        "situation 1/10",
                        "leadership 2/10",
                        "outreach 3/10",
                        "tips 4/10",
                        "forces 5/10",
                        "safety-title 6/10",
                        "commendations 7/10",
                        "shortcomings 8/10",
                        "direction 9/10");
        assertThat(lines).hasSize(11);
        assertThat(lines.get(10).get("report")).isEqualTo(json(as("planner").get(town() + ".json" + PERIOD)));
    }

    @Test
    void aFileThatTakesLongComesWithItsNameInTheLastLine() {
        List<JsonNode> lines = lines(as("planner").get(town() + ".ndjson" + PERIOD + "&format=xlsx"));

        assertThat(lines.get(10).path("working").asString()).isEqualTo("file");
        JsonNode file = lines.get(11).get("file");
        assertThat(file.get("fileName").asString())
                .isEqualTo("Báo cáo ANTT thị trấn Quán Lào, 01-01-2018 – 15-8-2019.xlsx");
        assertThat(file.get("mediaType").asString()).endsWith("spreadsheetml.sheet");
        assertThat(Base64.getDecoder().decode(file.get("base64").asString())).startsWith('P', 'K');
    }

    @ParameterizedTest
    @CsvSource({"'&format=odt',404", "'&boundaryDay=gestern',400", "'&theme=density',400"})
    void aWrongQuestionIsRefusedBeforeTheFirstLine(String more, int expected) {
        HttpResponse<String> answer = as("planner").get(town() + ".ndjson" + PERIOD + more);

        assertThat(answer.statusCode()).isEqualTo(expected);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private static List<JsonNode> lines(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().map(JsonMapper.shared()::readTree).toList();
    }

    @ParameterizedTest
    @CsvSource({"leader,200,403", "officer,200,200", "planner,200,403", "admin,403,403"})
    void rolesReadAndWriteWhatTheyMay(String role, int read, int write) {
        for (String path : new String[] {".json", ".ndjson", ".docx", ".pdf", ".xlsx", "/texts", "/texts/history"}) {
            assertThat(as(role).getBytes(town() + path + PERIOD).statusCode())
                    .as(role + " " + path)
                    .isEqualTo(read);
        }
        assertThat(as(role).put(town() + "/texts" + PERIOD, "{\"texts\":{\"direction\":\"x\"}}")
                        .statusCode())
                .isEqualTo(write);
    }

    @Test
    void officersReachNoReportOfTheOtherPlace() {
        for (String path : new String[] {".json", ".ndjson", ".docx", "/texts", "/texts/history"}) {
            assertThat(as("officer-tra-linh").get(town() + path + PERIOD).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(as("officer-tra-linh")
                        .put(town() + "/texts" + PERIOD, "{\"texts\":{\"direction\":\"x\"}}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(anonymous().get(town() + ".docx" + PERIOD).statusCode()).isEqualTo(401);
    }

    @Test
    void textsTravelWithTheirVersion() {
        String path = town() + "/texts" + PERIOD;

        HttpResponse<String> none = as("officer").get(path);
        HttpResponse<String> first = as("officer").put(path, "{\"texts\":{\"direction\":\"một\"}}");
        HttpResponse<String> without = as("officer").put(path, "{\"texts\":{\"direction\":\"hai\"}}");
        HttpResponse<String> second =
                as("officer").put(path, "{\"texts\":{\"direction\":\"hai\"}}", "If-Match", "\"1\"");
        HttpResponse<String> stale = as("officer").put(path, "{\"texts\":{\"direction\":\"ba\"}}", "If-Match", "\"1\"");

        assertThat(none.headers().firstValue("ETag")).contains("\"0\"");
        assertThat(first.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(without.statusCode()).isEqualTo(428);
        assertThat(second.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).get("current").get("texts").get("direction").asString())
                .isEqualTo("hai");
        assertThat(json(as("leader").get(town() + "/texts/history" + PERIOD)).get("history"))
                .hasSize(2);
    }

    @Test
    void whatIsTakenAndWrittenIsOnRecord() {
        as("leader").getBytes(town() + ".pdf" + PERIOD);
        as("officer").put(town() + "/texts" + PERIOD, "{\"texts\":{\"direction\":\"một\"}}");

        String taken =
                as("admin").get("/api/audit?action=report-exported&limit=1").body();
        String written =
                as("admin").get("/api/audit?action=report-text-written&limit=1").body();

        assertThat(taken).contains("\"leader\"").contains("format=pdf; from=2018-01-01; to=2019-08-15");
        assertThat(written).contains("\"officer\"").contains("version=1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .odt?from=2018-01-01&to=2019-08-15           | 404 | docx
            .docx?from=2019-08-15&to=2018-01-01          | 400 | đổi lại
            .docx?from=2018-01-01                        | 400 | to
            .json?from=hôm-qua&to=2019-08-15             | 400 | 2019
            .docx?from=2018-01-01&to=2019-08-15&crs=4326 | 400 | boundaryDay
            """)
    void badInputIsExplained(String path, int status, String says) {
        HttpResponse<String> answer = as("leader").get(town() + path.replace("hôm-qua", "yesterday"));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).get("detail").asString()).contains(says);
    }

    private String town() {
        return "/api/reports/" + unitId("commune-15394-2019");
    }
}
