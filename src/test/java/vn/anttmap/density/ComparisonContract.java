package vn.anttmap.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;

/** Two periods against each other, and an area drawn on the map. */
abstract class ComparisonContract extends DemoServiceContract {

    /** A square that holds the whole of thị trấn Quán Lào of 2018 and reaches into its neighbours. */
    private static final String AROUND_QUAN_LAO =
            "{\"type\":\"Polygon\",\"coordinates\":[[[105.60,19.94],[105.70,19.94],[105.70,20.01],[105.60,20.01],"
                    + "[105.60,19.94]]]}";

    @Test
    void theFirstHalfYearsOfTheTownAreComparedByAnExactTest() {
        JsonNode report = json(as("leader")
                .get("/api/density/communes/comparison?from=2019-01-01&to=2019-06-30&boundaryDay=2019-08-15"));

        assertThat(report.path("earlier").path("from").asString()).isEqualTo("2018-01-01");
        assertThat(report.path("later").path("days").asInt()).isEqualTo(181);
        JsonNode town = named(report, "Thị trấn Quán Lào");
        int later = town.path("later").asInt();
        int earlier = town.path("earlier").asInt();
        assertThat(later + earlier).isPositive();
        // Equal lengths: of all cases half are expected in either period; the tail of a fair coin, both sides.
        assertThat(town.path("p").asDouble()).isCloseTo(fairCoin(later, later + earlier), within(1e-9));
        assertThat(town.path("pCorrected").asDouble())
                .isGreaterThanOrEqualTo(town.path("p").asDouble());
    }

    @Test
    void whatTheRegisterDoesNotCoverIsNotCompared() {
        JsonNode report = json(as("leader").get("/api/density/communes/comparison?from=2018-01-01&to=2018-12-31"));

        // The town's register begins with 2018.
        JsonNode town = named(report, "Thị trấn Quán Lào");
        assertThat(town.path("change").asString()).isEqualTo("NOT_ENOUGH_DATA");
        assertThat(town.path("later").isNull()).isTrue();
        assertThat(town.path("p").isNull()).isTrue();
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        assertStatus(
                "earlier period backwards",
                as("leader")
                        .get("/api/density/communes/comparison?from=2019-01-01&to=2019-06-30"
                                + "&earlierFrom=2018-06-01&earlierTo=2018-01-01"),
                400);
    }

    @Test
    void anAreaDrawnAroundTheTownCountsItsExactPlacesAndSaysWhatIsLeftOut() {
        JsonNode answer = drawn("officer", AROUND_QUAN_LAO);

        int recorded = answer.path("recorded").asInt();
        assertThat(recorded).isPositive();
        // 45 incidents are on record in the town (report of 2019); what is known by the area only is left out.
        assertThat(recorded + answer.path("leftOut").asInt()).isEqualTo(45);
        assertThat(answer.path("communes").toString()).contains("Thị trấn Quán Lào");
        // The officer's territory is the town of 1.34 km² as measured; the square has 10.45 × 7.75 km.
        assertThat(answer.path("areaSqKm").asDouble()).isCloseTo(1.34, within(0.01));
        assertThat(answer.path("insideShare").asDouble()).isCloseTo(1.34 / 81, within(0.001));
        assertThat(answer.path("bySqKm").path("perYear").asDouble())
                .isCloseTo(recorded / answer.path("areaSqKm").asDouble() / (592 / 365.25), within(1e-6));
    }

    @Test
    void inhabitantsOfADrawnAreaAreEstimatedByItsShareOfEachResidentialArea() {
        JsonNode whole = drawn("officer", AROUND_QUAN_LAO);
        // Census of 2009: 3,160 people in the town; its five areas hold shares of them that are made up.
        assertThat(whole.path("population").path("inhabitants").asDouble()).isCloseTo(3_160, within(0.5));
        assertThat(whole.path("population").path("firstYear").asInt()).isEqualTo(2009);
        assertThat(whole.path("population").path("lastYear").asInt()).isEqualTo(2009);
        assertThat(whole.path("population").path("synthetic").asBoolean()).isTrue();
        assertThat(whole.path("populationMissing")).isEmpty();
        assertThat(whole.path("by1000").path("perYear").asDouble())
                .isCloseTo(whole.path("recorded").asInt() / 3.160 / (592 / 365.25), within(0.001));

        // Two halves of the square hold together what the whole does.
        double west = people(105.60, 105.6475);
        double east = people(105.6475, 105.70);
        assertThat(west).isPositive();
        assertThat(east).isPositive();
        assertThat(west + east).isCloseTo(3_160, within(0.5));
    }

    private double people(double west, double east) {
        String half =
                "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,19.94],[%2$s,19.94],[%2$s,20.01],[%1$s,20.01],[%1$s,19.94]]]}"
                        .formatted(west, east);
        return drawn("officer", half).path("population").path("inhabitants").asDouble();
    }

    @Test
    void aDrawnAreaIsForThoseWhoSeeSinglePlaces() {
        assertThat(drawnStatus("leader", AROUND_QUAN_LAO)).isEqualTo(403);
        assertThat(drawnStatus("admin", AROUND_QUAN_LAO)).isEqualTo(403);
        assertThat(drawnStatus("planner", AROUND_QUAN_LAO)).isEqualTo(200);
        assertThat(json(as("leader").post("/api/density/drawn-area", body(AROUND_QUAN_LAO)))
                        .path("levels")
                        .get(0)
                        .asString())
                .isEqualTo("residential-areas");
    }

    @Test
    void whatIsNoAreaOrElsewhereIsRefusedWithAReason() {
        assertThat(drawnStatus("officer", "{\"type\":\"Point\",\"coordinates\":[105.6,19.9]}"))
                .isEqualTo(400);
        // Latitude first.
        assertThat(drawnStatus(
                        "officer",
                        "{\"type\":\"Polygon\",\"coordinates\":[[[19.9,105.6],[19.9,105.7],[20,105.7],[19.9,105.6]]]}"))
                .isEqualTo(400);
        // A bow tie.
        assertThat(drawnStatus(
                        "officer",
                        "{\"type\":\"Polygon\",\"coordinates\":[[[105.6,19.9],[105.7,20],[105.7,19.9],[105.6,20],"
                                + "[105.6,19.9]]]}"))
                .isEqualTo(400);
        // In Cà Mau.
        assertThat(drawnStatus(
                        "officer", "{\"type\":\"Polygon\",\"coordinates\":[[[105,9],[105.1,9],[105.1,9.1],[105,9]]]}"))
                .isEqualTo(422);
    }

    private int drawnStatus(String account, String geometry) {
        return as(account).post("/api/density/drawn-area", body(geometry)).statusCode();
    }

    private JsonNode drawn(String account, String geometry) {
        var answer = as(account).post("/api/density/drawn-area", body(geometry));
        assertStatus("drawn area", answer, 200);
        return json(answer);
    }

    private static String body(String geometry) {
        return "{\"geometry\":" + geometry + ",\"from\":\"2018-01-01\",\"to\":\"2019-08-15\"}";
    }

    private static JsonNode named(JsonNode report, String fullName) {
        return StreamSupport.stream(report.path("areas").spliterator(), false)
                .filter(area -> area.path("fullName").asString().equals(fullName))
                .findFirst()
                .orElseThrow();
    }

    /** Probability of a split at least as uneven as this one, by adding up binomial coefficients. */
    private static double fairCoin(int heads, int tosses) {
        int far = Math.max(heads, tosses - heads);
        double tail = 0;
        for (int i = far; i <= tosses; i++) {
            double ways = 1;
            for (int k = 0; k < i; k++) {
                ways = ways * (tosses - k) / (k + 1);
            }
            tail += ways * Math.pow(0.5, tosses);
        }
        return Math.min(1, 2 * tail);
    }
}
