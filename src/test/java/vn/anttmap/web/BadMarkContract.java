package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A mark that says something impossible or cannot be read. */
abstract class BadMarkContract extends BadInputContract {

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
}
