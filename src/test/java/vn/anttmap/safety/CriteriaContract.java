package vn.anttmap.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;

/** Criteria are data: what holds for a year, and how an administrator keeps it. Domain note, sections 1.2 and 1.3. */
abstract class CriteriaContract extends DemoServiceContract {

    private static final String FOURTH = "/api/settings/criteria/TT124-2021/residential-area/4.4";
    private static final String LOCAL = "/api/settings/criteria/TT124-2021/residential-area/CB-1";

    @AfterEach
    void asDelivered() {
        jdbc.sql("delete from criterion_history where id >= 100 or changeset_id >"
                        + " (select max(h.changeset_id) from criterion_history h where h.id = 1)")
                .update();
        jdbc.sql("delete from criterion where id >= 100").update();
        jdbc.sql("""
                        update criterion set version = 0, verified = false,
                          text_vi = (select h.text_vi from criterion_history h where h.id = 18),
                          source = (select h.source from criterion_history h where h.id = 18)
                        where id = 18""").update();
    }

    @ParameterizedTest
    @CsvSource({
        "2019, TT23-2012, 5, 4",
        "2021, TT23-2012, 5, 4",
        "2022, TT124-2021, 10, 4",
        "2024, TT124-2021, 10, 4",
        "2025, TT124-2021-TT48-2025, 10, 4"
    })
    void aYearIsJudgedByTheSetOfItsFirstOfNovember(int year, String set, int forAreas, int forCommunes) {
        JsonNode found = ofYear(year);

        assertThat(found.get("code").asString()).isEqualTo(set);
        assertThat(codes(found, "residential-area")).hasSize(forAreas);
        assertThat(codes(found, "commune")).hasSize(forCommunes);
    }

    @Test
    void criteriaComeInTheOrderOfTheInstrument() {
        assertThat(codes(ofYear(2024), "residential-area"))
                .containsExactly("4.1", "4.2", "4.3a", "4.3b", "4.3c", "4.3d", "4.3đ", "4.3e", "4.4", "4.5");
    }

    @Test
    void whatWasNotReadInFullSaysSo() {
        JsonNode found = ofYear(2024);

        assertThat(criterion(found, "4.1").get("verified").asBoolean()).isTrue();
        assertThat(criterion(found, "4.4").get("verified").asBoolean()).isFalse();
        assertThat(criterion(found, "4.4").get("source").asString()).contains("Điều 4 khoản 4");
        assertThat(found.get("windowsVerified").asBoolean()).isTrue();
        assertThat(ofYear(2025).get("windowsVerified").asBoolean()).isFalse();
        assertThat(ofYear(2025)
                        .get("criteria")
                        .valueStream()
                        .filter(each -> each.get("verified").asBoolean()))
                .isEmpty();
    }

    @Test
    void anAdministratorMarksAWordingAsCheckedAndTheHistoryKeepsWhatWasDelivered() {
        String checked = body("Lời văn theo Thông tư", true);

        assertThat(as("admin").put(FOURTH, checked).statusCode()).isEqualTo(428);
        HttpResponse<String> stored = as("admin").put(FOURTH, checked, "If-Match", "\"0\"");
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        assertThat(stored.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(as("admin").put(FOURTH, checked).statusCode())
                .as("the same again")
                .isEqualTo(200);
        HttpResponse<String> stale = as("admin").put(FOURTH, body("Lời khác", true), "If-Match", "\"0\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).at("/current/text").asString()).isEqualTo("Lời văn theo Thông tư");

        assertThat(criterion(ofYear(2024), "4.4").get("text").asString()).isEqualTo("Lời văn theo Thông tư");
        JsonNode history = json(as("admin").get(FOURTH + "/history")).get("history");
        assertThat(history.size()).isEqualTo(2);
        assertThat(history.at("/0/changedBy").asString()).isEqualTo("system");
        assertThat(history.at("/0/criterion/text").asString()).startsWith("Kiềm chế, kéo giảm");
        assertThat(history.at("/1/changedBy").asString()).isEqualTo("admin");
    }

    @Test
    void aProvinceAddsACriterionAndRetiresIt() {
        String added = body("Có camera an ninh ở trục đường chính", true)
                .replace("\"provinceCode\":null", "\"provinceCode\":\"04\"")
                .replace("\"optional\":false", "\"optional\":true");

        assertThat(as("admin").put(LOCAL, added).statusCode()).isEqualTo(201);
        assertThat(codes(ofYear(2024), "residential-area")).endsWith("4.5", "CB-1");
        assertThat(criterion(ofYear(2024), "CB-1").get("provinceCode").asString())
                .isEqualTo("04");

        String retired = added.replace("\"active\":true", "\"active\":false");
        assertThat(as("admin").put(LOCAL, retired, "If-Match", "\"0\"").statusCode())
                .isEqualTo(200);
        assertThat(codes(ofYear(2024), "residential-area")).doesNotContain("CB-1");
        assertThat(values(json(as("admin").get("/api/settings/criteria")), "code"))
                .contains("CB-1");
    }

    @ParameterizedTest
    @CsvSource({"leader", "officer", "planner"})
    void nobodyElseChangesACriterion(String role) {
        assertThat(as(role).put(FOURTH, body("x", true), "If-Match", "\"0\"").statusCode())
                .isEqualTo(403);
        assertThat(as(role).put(LOCAL, body("x", true)).statusCode()).isEqualTo(403);
        assertThat(as(role).get(FOURTH + "/history").statusCode()).isEqualTo(403);
        assertThat(criterion(ofYear(2024), "4.4").get("version").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"text, 400", "judgedBy, 400", "verified, 400", "source, 400", "active, 400"})
    void whatIsMissingIsNamed(String field, int expected) {
        String body =
                body("x", true).replaceFirst("\"" + field + "\":(\"[^\"]*\"|true|false)", "\"" + field + "\":null");

        HttpResponse<String> answer = as("admin").put(LOCAL, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        assertThat(json(answer).get("parameter").asString()).isEqualTo(field);
    }

    @Test
    void aWrongSetSubjectOrProvinceIsRefused() {
        assertThat(as("admin")
                        .put("/api/settings/criteria/TT1/commune/1", body("x", true))
                        .statusCode())
                .isEqualTo(404);
        assertThat(as("admin")
                        .put("/api/settings/criteria/TT124-2021/people/1", body("x", true))
                        .statusCode())
                .isEqualTo(400);
        String abroad = body("x", true).replace("\"provinceCode\":null", "\"provinceCode\":\"4\"");
        assertThat(json(as("admin").put(LOCAL, abroad)).get("parameter").asString())
                .isEqualTo("provinceCode");
        assertThat(as("officer").get("/api/safety/1900/criteria").statusCode()).isEqualTo(400);
    }

    private JsonNode ofYear(int year) {
        return json(as("officer").get("/api/safety/" + year + "/criteria"));
    }

    private static List<String> codes(JsonNode set, String subject) {
        return set.get("criteria")
                .valueStream()
                .filter(each -> each.get("subject").asString().equals(subject))
                .map(each -> each.get("code").asString())
                .toList();
    }

    private static JsonNode criterion(JsonNode set, String code) {
        return set.get("criteria")
                .valueStream()
                .filter(each -> each.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String body(String text, boolean verified) {
        return "{\"text\":\"" + text + "\",\"judgedBy\":\"HINT\",\"provinceCode\":null,\"optional\":false,"
                + "\"points\":null,\"verified\":" + verified
                + ",\"source\":\"Thông tư 124/2021/TT-BCA, Điều 4 khoản 4\",\"active\":true}";
    }
}
