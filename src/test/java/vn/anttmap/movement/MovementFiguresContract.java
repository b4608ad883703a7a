package vn.anttmap.movement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;

/** What the registers come to, against the two reports of 2019 that the demonstration data carry. */
abstract class MovementFiguresContract extends DemoServiceContract {

    @Test
    void theYear2018OfTraLinhIsWhatItsReportSays() {
        JsonNode figures = figures("leader", "district-046", "2018-01-01", "2018-12-31");

        assertThat(figures.at("/outreach/0/countingWord").asString()).isEqualTo("cuộc");
        assertAmount(figures.at("/outreach/0/sessions"), 38, false);
        assertAmount(figures.at("/outreach/0/attendances"), 1500, true);
        assertThat(figures.at("/outreach/1/countingWord").asString()).isEqualTo("đợt");
        assertAmount(figures.at("/outreach/1/sessions"), 156, false);
        assertAmount(figures.at("/outreach/1/attendances"), 5500, true);
        assertAmount(figures.at("/tips/tips"), 300, true);
        assertAmount(figures.at("/tips/valuable"), 270, false);
        assertThat(figures.get("drives").size()).isZero();
        assertAmount(figures.at("/drivesAhead/0/contentCount"), 7, false);
        assertThat(figures.at("/committees/0/kind").asString()).isEqualTo("bcd-138");
        assertThat(figures.get("notSplit").asInt()).isZero();
    }

    @Test
    void halfAYearSaysThatYearlyFiguresCannotBeSplit() {
        JsonNode figures = figures("leader", "district-046", "2018-01-01", "2018-06-30");

        assertThat(figures.get("outreach").size()).isZero();
        assertThat(figures.get("tips").isNull()).isTrue();
        assertThat(figures.get("notSplit").asInt()).isEqualTo(3);
    }

    @Test
    void quanLaoHasTheModelsTheCommitteesAndTheBasisThatItsReportNames() {
        JsonNode figures = figures("leader", "commune-15394-2019", "2018-01-01", "2019-08-15");

        assertThat(values(figures.get("models"), "kind"))
                .containsExactlyInAnyOrder(
                        "khu-dan-cu-an-toan", "doan-duong-tu-quan", "to-cuu-ho-cuu-nan", "doi-thanh-nien-xung-kich");
        assertThat(figures.at("/models/0/founded").asInt()).isZero();
        assertThat(figures.at("/models/1/founded").asInt()).isOne();
        assertThat(values(figures.get("committees"), "kind")).containsExactlyInAnyOrder("bcd-138", "bcd-antt");
        assertThat(values(figures.get("basisDocuments"), "title")).contains("Đề án 375");
        assertThat(figures.at("/events/0/kind").asString()).isEqualTo("ngay-hoi-toan-dan");
        assertThat(values(figures.get("commendations"), "recipient"))
                .containsExactlyInAnyOrder("collective", "individual");
        assertThat(figures.at("/commendations/0/awards").isNull()).isTrue();
    }

    @Test
    void whatWasRecordedForTheOldTownCountsInTheTownThatFollowedIt() {
        JsonNode figures = figures("leader", "commune-15469-2020", "2018-01-01", "2020-12-31");

        assertThat(values(figures.get("basisDocuments"), "title")).contains("Đề án 375");
        assertThat(figures.at("/events/0/kind").asString()).isEqualTo("ngay-hoi-toan-dan");
    }

    @Test
    void theOtherDistrictsOfficerIsToldNothing() {
        long district = unitId("district-046");

        assertThat(as("officer")
                        .get("/api/movement/figures?from=2018-01-01&to=2018-12-31&within=" + district)
                        .statusCode())
                .isEqualTo(404);
        assertThat(as("admin")
                        .get("/api/movement/figures?from=2018-01-01&to=2018-12-31&within=" + district)
                        .statusCode())
                .isEqualTo(403);
    }

    private JsonNode figures(String account, String unitKey, String from, String to) {
        return json(as(account).get("/api/movement/figures?from=" + from + "&to=" + to + "&within=" + unitId(unitKey)));
    }

    private static void assertAmount(JsonNode amount, int value, boolean moreThan) {
        assertThat(amount.get("value").asInt()).isEqualTo(value);
        assertThat(amount.get("moreThan").asBoolean()).isEqualTo(moreThan);
    }
}
