package vn.anttmap.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.territory.VietnamTime;
import vn.anttmap.testing.DemoServiceContract;

/** Windows and deadlines of a set are corrected by an administrator, and past days keep those of their time. */
abstract class AssessmentRulesContract extends DemoServiceContract {

    private static final String SET = "/api/settings/criteria/TT23-2012";
    private static final String WINDOWS = SET + "/windows";
    private static final String REGISTERED = SET + "/deadlines/registered";
    private static final String CALENDAR_YEAR = windows("01-01", "01-01");

    @AfterEach
    void asDelivered() {
        jdbc.sql("""
                        update criteria_set set windows_version = 0, area_window_start_month = 11,
                            area_window_start_day = 1, commune_window_start_month = 11, commune_window_start_day = 16,
                            windows_verified = false,
                            source = (select h.source from criteria_window_history h
                                      where h.set_code = 'TT23-2012' and h.version = 0)
                        where code = 'TT23-2012'""").update();
        jdbc.sql("""
                        update assessment_deadline set version = 0, due_month = 3, due_day = 31,
                            days_after_window = null, verified = false,
                            source = (select h.source from assessment_deadline_history h
                                      where h.set_code = 'TT23-2012' and h.status = 'REGISTERED' and h.version = 0)
                        where set_code = 'TT23-2012' and status = 'REGISTERED'""").update();
        jdbc.sql("delete from criteria_window_history where version > 0").update();
        jdbc.sql("delete from assessment_deadline_history where version > 0").update();
    }

    @Test
    void setsShowTheirWindowsAndDeadlinesAndWhatHasToBeChecked() {
        JsonNode set = set();

        assertThat(set.at("/windows/areaStart").asString()).isEqualTo("11-01");
        assertThat(set.at("/windows/communeStart").asString()).isEqualTo("11-16");
        assertThat(set.at("/windows/verified").asBoolean()).isFalse();
        assertThat(set.at("/deadlines/0/status").asString()).isEqualTo("registered");
        assertThat(set.at("/deadlines/0/day").asString()).isEqualTo("03-31");
        assertThat(set.at("/deadlines/1/status").asString()).isEqualTo("self_assessed");
        assertThat(set.at("/deadlines/1/daysAfterWindow").asInt()).isEqualTo(15);
    }

    /** The demo's register of the town covers 2018 from its first day, but not November 2017. */
    @Test
    void aCorrectedWindowMovesTheYearAndItsHintsFromNowOn() {
        LocalDate yesterday = VietnamTime.dayOf(Instant.now()).minusDays(1);
        String then = "/api/safety/2018?asOf=" + yesterday;
        String thenOfTheTown = "/api/safety/2018/areas/" + town() + "?asOf=" + yesterday;
        String before = as("leader").get(then).body();
        String beforeOfTheTown = as("leader").get(thenOfTheTown).body();
        assertThat(townIn2018().at("/hint/current/count").isNull()).isTrue();

        HttpResponse<String> stored = as("admin").put(WINDOWS, CALENDAR_YEAR, "If-Match", "\"0\"");

        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        assertThat(stored.headers().firstValue("ETag")).hasValue("\"1\"");
        JsonNode now = json(as("leader").get("/api/safety/2018"));
        assertThat(now.at("/windows/residentialArea/from").asString()).isEqualTo("2018-01-01");
        assertThat(now.at("/windows/residentialArea/to").asString()).isEqualTo("2018-12-31");
        assertThat(now.at("/windows/residentialArea/verified").asBoolean()).isTrue();
        assertThat(townIn2018().at("/hint/current/count").asInt()).isPositive();
        assertThat(json(as("leader").get("/api/safety/2023"))
                        .at("/windows/residentialArea/from")
                        .asString())
                .as("another set")
                .isEqualTo("2022-11-01");

        assertThat(as("leader").get(then).body()).isEqualTo(before);
        assertThat(as("leader").get(thenOfTheTown).body()).isEqualTo(beforeOfTheTown);
    }

    /** The town's window of 2018 ended on 15 November: 46 days later is 31 December. */
    @Test
    void aCorrectedDeadlineChangesWhatIsDueFromNowOn() {
        LocalDate yesterday = VietnamTime.dayOf(Instant.now()).minusDays(1);
        String year = "/api/safety/2018/areas/" + town();
        String before = as("leader").get(year + "?asOf=" + yesterday).body();

        assertStatus("named day", as("admin").put(REGISTERED, deadline("\"02-28\"", "null"), "If-Match", "\"0\""), 200);
        assertThat(json(as("leader").get(year)).at("/deadlines/0/due").asString())
                .isEqualTo("2018-02-28");
        assertThat(json(as("leader").get(year)).at("/deadlines/0/verified").asBoolean())
                .isTrue();
        assertStatus("counted days", as("admin").put(REGISTERED, deadline("null", "46"), "If-Match", "\"1\""), 200);
        assertThat(json(as("leader").get(year)).at("/deadlines/0/due").asString())
                .isEqualTo("2018-12-31");

        assertThat(as("leader").get(year + "?asOf=" + yesterday).body()).isEqualTo(before);
        JsonNode history = json(as("admin").get(REGISTERED + "/history")).get("history");
        assertThat(history.size()).isEqualTo(3);
        assertThat(history.at("/0/deadline/day").asString()).isEqualTo("03-31");
        assertThat(history.at("/1/deadline/day").asString()).isEqualTo("02-28");
        assertThat(history.at("/2/deadline/daysAfterWindow").asInt()).isEqualTo(46);
    }

    @Test
    void theHistoryTellsWhoWhenAndWhy() {
        as("admin").put(WINDOWS, CALENDAR_YEAR, "If-Match", "\"0\"");

        JsonNode history = json(as("admin").get(WINDOWS + "/history")).get("history");

        assertThat(history.size()).isEqualTo(2);
        assertThat(history.at("/0/changedBy").asString()).isEqualTo("system");
        assertThat(history.at("/0/windows/areaStart").asString()).isEqualTo("11-01");
        assertThat(history.at("/1/changedBy").asString()).isEqualTo("admin");
        assertThat(history.at("/1/reason").asString()).isEqualTo("Đã có toàn văn");
        assertThat(history.at("/1/changedAt").asString()).isNotEmpty();
        assertThat(history.at("/1/windows/areaStart").asString()).isEqualTo("01-01");
        assertThat(as("admin").get("/api/audit?action=criterion-changed").body())
                .contains("TT23-2012 windows");
    }

    @Test
    void whoHasNotSeenThePresentStateIsRefused() {
        assertThat(as("admin").put(WINDOWS, CALENDAR_YEAR).statusCode()).isEqualTo(428);
        as("admin").put(WINDOWS, CALENDAR_YEAR, "If-Match", "\"0\"");
        assertThat(as("admin").put(WINDOWS, CALENDAR_YEAR).statusCode())
                .as("the same again")
                .isEqualTo(200);

        HttpResponse<String> stale = as("admin").put(WINDOWS, windows("12-01", "12-16"), "If-Match", "\"0\"");

        assertStatus("stale", stale, 412);
        assertThat(json(stale).at("/current/areaStart").asString()).isEqualTo("01-01");
        assertThat(json(stale).at("/current/version").asInt()).isEqualTo(1);
        as("admin").put(REGISTERED, deadline("\"02-28\"", "null"), "If-Match", "\"0\"");
        assertStatus("stale deadline", as("admin").put(REGISTERED, deadline("null", "3"), "If-Match", "\"0\""), 412);
    }

    @Test
    void communesBeforeTheirAreasAreOnlyWarnedAbout() {
        JsonNode stored = json(as("admin").put(WINDOWS, windows("11-16", "11-01"), "If-Match", "\"0\""));

        assertThat(stored.get("communeBeforeAreas").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"02-29", "02-30", "04-31", "13-01", "00-10", "1-1", "x"})
    void aDayThatNotEveryYearHasIsRefused(String day) {
        HttpResponse<String> answer = as("admin").put(WINDOWS, windows(day, "11-16"), "If-Match", "\"0\"");

        assertStatus(day, answer, 400);
        assertThat(json(answer).get("parameter").asString()).isEqualTo("areaStart");
        assertStatus(day, as("admin").put(REGISTERED, deadline("\"" + day + "\"", "null"), "If-Match", "\"0\""), 400);
    }

    @ParameterizedTest
    @CsvSource({"null, null", "'\"03-31\"', 15", "null, -1", "null, 367"})
    void aDeadlineIsADayOrACountOfDays(String day, String days) {
        assertStatus(day + " " + days, as("admin").put(REGISTERED, deadline(day, days), "If-Match", "\"0\""), 400);
    }

    @ParameterizedTest
    @CsvSource({"areaStart", "communeStart", "verified", "source", "reason"})
    void whatIsMissingIsNamed(String field) {
        String body = CALENDAR_YEAR.replaceFirst("\"" + field + "\":(\"[^\"]*\"|true)", "\"" + field + "\":null");

        HttpResponse<String> answer = as("admin").put(WINDOWS, body, "If-Match", "\"0\"");

        assertStatus(field, answer, 400);
        assertThat(json(answer).get("parameter").asString()).isEqualTo(field);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertStatus("set", as("admin").put("/api/settings/criteria/TT1/windows", CALENDAR_YEAR), 404);
        assertStatus("set", as("admin").get("/api/settings/criteria/TT1/windows/history"), 404);
        assertStatus("step", as("admin").put(SET + "/deadlines/recognised", deadline("null", "3")), 404);
        assertStatus("step", as("admin").put(SET + "/deadlines/done", deadline("null", "3")), 400);
    }

    @ParameterizedTest
    @CsvSource({"leader", "officer", "planner"})
    void nobodyElseCorrectsThem(String role) {
        assertStatus(role, as(role).put(WINDOWS, CALENDAR_YEAR, "If-Match", "\"0\""), 403);
        assertStatus(role, as(role).put(REGISTERED, deadline("null", "3"), "If-Match", "\"0\""), 403);
        assertStatus(role, as(role).get(WINDOWS + "/history"), 403);
        assertStatus(role, as(role).get(REGISTERED + "/history"), 403);
        assertThat(set().at("/windows/version").asInt()).isZero();
    }

    private JsonNode set() {
        return json(as("admin").get("/api/settings/criteria"))
                .get("sets")
                .valueStream()
                .filter(set -> set.get("code").asString().equals("TT23-2012"))
                .findFirst()
                .orElseThrow();
    }

    private long town() {
        return unitId("commune-15394-2019");
    }

    private JsonNode townIn2018() {
        long id = town();
        return json(as("leader").get("/api/safety/2018"))
                .get("areas")
                .valueStream()
                .filter(area -> area.get("id").asLong() == id)
                .findFirst()
                .orElseThrow();
    }

    private static String windows(String areaStart, String communeStart) {
        return "{\"areaStart\":\"" + areaStart + "\",\"communeStart\":\"" + communeStart
                + "\",\"verified\":true,\"source\":\"Thông tư 23/2012/TT-BCA, Điều 7\",\"reason\":\"Đã có toàn văn\"}";
    }

    private static String deadline(String day, String days) {
        return "{\"day\":" + day + ",\"daysAfterWindow\":" + days
                + ",\"verified\":true,\"source\":\"Thông tư 23/2012/TT-BCA\",\"reason\":\"Đã có toàn văn\"}";
    }
}
