package vn.anttmap.ogcapi.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.OnH2gis;

/**
 * What an account without the right to exact places learns where small numbers are withheld: the demonstration's leader,
 * who tries features, tiles, counts, extents and files, and what follows from two or three answers.
 */
@OnH2gis
@TestPropertySource(properties = "anttmap.privacy.smallest-count=" + GuardedFiguresTests.SMALLEST)
class GuardedFiguresTests extends DemoServiceContract {

    static final int SMALLEST = 5;

    private static final int QUESTIONS = Integer.getInteger("antt.privacy.questions", 120);
    private static final int COMBINATIONS = 500;
    private final Map<String, Long> keys = new HashMap<>();

    private static final String QUARTER = "from=2019-01-01&to=2019-03-31";

    @Test
    void whateverIsNoFigureOfAWholePeriodIsRefused() {
        for (String path : List.of(
                "/api/incidents",
                QUAN_LAO_INCIDENT,
                "/api/incidents/summary?" + QUARTER,
                "/api/incidents/comparison?" + QUARTER,
                "/ogc/collections/incidents",
                "/ogc/collections/incidents/items",
                "/ogc/collections/incidents/items/" + QUAN_LAO_INCIDENT.substring(15),
                "/ogc/collections/incidents/queryables",
                "/ogc/collections/incidents/tiles/WebMercatorQuad/0/0/0",
                "/api/exports/incidents.csv?" + QUARTER,
                "/api/exports/incidents.geojson",
                "/api/density/road-segments?" + QUARTER,
                "/api/density/residential-areas?" + QUARTER + "&category=TTXH",
                "/api/density/residential-areas?" + QUARTER + "&boundaryDay=2018-01-01",
                "/api/density/grid?cellMeters=250&" + QUARTER,
                "/api/reports/" + town() + ".json?" + QUARTER)) {
            int status = as("leader").get(path).statusCode();
            assertThat(status).as(path).isIn(400, 403, 404);
        }
        HttpResponse<String> free = as("leader").get("/api/density/communes?from=2019-01-02&to=2019-03-31");
        assertStatus("free period", free, 400);
        assertThat(json(free).get("type").asString()).endsWith("#period-guarded");
        assertThat(as("leader").get("/ogc/collections").body()).doesNotContain("collections/incidents");
        assertStatus("statuses", as("leader").get("/api/safety/2019"), 200);
        // Whoever may see each place gets every number.
        assertStatus(
                "planner with places", as("planner").get("/api/density/communes?from=2019-01-02&to=2019-01-03"), 200);
    }

    private long town() {
        return jdbc.sql("select min(id) from territorial_unit where full_name = 'Thị trấn Quán Lào'")
                .query(Long.class)
                .single();
    }

    /** Answers of random questions, and the sums and differences of two and three of them. */
    @Test
    void neitherAnAnswerNorWhatFollowsFromSeveralIsSmall() {
        Random random = new Random(7_32);
        jdbc.sql("select unit_key, id from territorial_unit")
                .query((row, number) -> keys.put(row.getString(1), row.getLong(2)))
                .list();
        Map<String, Map<Long, Integer>> shown = new HashMap<>();
        int refused = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            LocalDate from = random.nextInt(4) > 0
                    ? LocalDate.of(2018, 1, 1).plusMonths(3L * random.nextInt(7))
                    : LocalDate.of(2018, 1, 1).plusDays(random.nextInt(600));
            LocalDate to = random.nextInt(4) > 0 ? from.plusMonths(3).minusDays(1) : from.plusDays(random.nextInt(400));
            String period = "from=" + from + "&to=" + to;
            String level = random.nextBoolean() ? "communes" : "residential-areas";
            Map<Long, Integer> figures = ask(random.nextInt(3), level, period);
            if (figures == null) {
                refused++;
                continue;
            }
            // An answered period is one of those that lie side by side: no two overlap.
            assertThat(from.getDayOfMonth() == 1 && from.getMonthValue() % 3 == 1)
                    .isTrue();
            assertThat(to).isEqualTo(from.plusMonths(3).minusDays(1));
            figures.forEach((id, count) -> {
                assertThat(count == 0 || count >= SMALLEST)
                        .as("%s %s", id, period)
                        .isTrue();
                Integer before = shown.computeIfAbsent(from + "/" + to, key -> new HashMap<>())
                        .put(id, count);
                assertThat(before == null || before.equals(count)).isTrue();
            });
        }
        assertThat(refused).isPositive();
        assertThat(shown).hasSizeGreaterThan(3);
        assertThat(shown.values().stream().flatMap(all -> all.values().stream()))
                .anyMatch(count -> count > 0);
        shown.forEach((period, figures) -> combine(random, period, figures));
    }

    /** From a layer's figures, its tile, or its file. @return null where it was refused */
    private @Nullable Map<Long, Integer> ask(int output, String level, String period) {
        Map<Long, Integer> found = new HashMap<>();
        if (output == 0) {
            HttpResponse<String> answer = as("leader").get("/api/density/" + level + "?" + period);
            if (answer.statusCode() != 200) {
                return null;
            }
            JsonNode report = json(answer);
            int sum = 0;
            for (JsonNode area : report.get("areas")) {
                assertThat(area.get("withheld").asBoolean()
                                && !area.get("count").isNull())
                        .isFalse();
                sum += area.get("recorded").asInt();
                if (!area.get("withheld").asBoolean()) {
                    found.put(area.get("id").asLong(), area.get("recorded").asInt());
                }
            }
            assertThat(sum).isLessThanOrEqualTo(report.get("total").asInt());
        } else if (output == 1) {
            HttpResponse<byte[]> answer = as("leader")
                    .getBytes("/ogc/collections/" + level + "/density/tiles/WebMercatorQuad/11/908/1625?" + period);
            if (answer.statusCode() != 200) {
                return null;
            }
            for (DecodedTile.Feature feature : DecodedTile.of(answer.body()).features()) {
                if (feature.attributes().get("withheld") == null) {
                    found.put((Long) feature.attributes().get("id"), number(feature, "recorded"));
                }
            }
        } else {
            HttpResponse<String> answer = as("leader").get("/api/exports/" + level + ".geojson?" + period);
            if (answer.statusCode() != 200) {
                return null;
            }
            for (JsonNode feature : json(answer).get("features")) {
                JsonNode count = feature.get("properties").get("SO_VU");
                if (!count.isNull()) {
                    found.put(keys.get(feature.get("properties").get("KHOA").asString()), count.asInt());
                }
            }
        }
        return found;
    }

    private static int number(DecodedTile.Feature feature, String name) {
        return ((Number) feature.attributes().get(name)).intValue();
    }

    /** What is left of a commune without one, two or all of its shown areas, and areas added up. */
    private void combine(Random random, String period, Map<Long, Integer> shown) {
        Map<Long, Long> parents = new HashMap<>();
        jdbc.sql(
                        "select id, parent_id from territorial_unit where level = 'RESIDENTIAL_AREA' and parent_id is not null")
                .query((row, number) -> parents.put(row.getLong(1), row.getLong(2)))
                .list();
        for (long commune : new HashSet<>(parents.values())) {
            if (!shown.containsKey(commune)) {
                continue;
            }
            List<Long> areas = new ArrayList<>();
            parents.forEach((area, parent) -> {
                if (parent == commune && shown.containsKey(area)) {
                    areas.add(area);
                }
            });
            notSmall(period, shown.get(commune) - sum(shown, new HashSet<>(areas)));
            for (int i = 0; i < COMBINATIONS && !areas.isEmpty(); i++) {
                Set<Long> some = new HashSet<>();
                for (int n = 0; n < 1 + random.nextInt(3); n++) {
                    some.add(areas.get(random.nextInt(areas.size())));
                }
                notSmall(period, sum(shown, some));
                notSmall(period, shown.get(commune) - sum(shown, some));
            }
        }
    }

    private static int sum(Map<Long, Integer> shown, Set<Long> ids) {
        return ids.stream().mapToInt(shown::get).sum();
    }

    private static void notSmall(String period, int number) {
        if (number != 0 && number < SMALLEST) {
            throw new AssertionError(period + ": " + number);
        }
    }
}
