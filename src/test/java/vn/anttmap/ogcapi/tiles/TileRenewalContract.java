package vn.anttmap.ogcapi.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.JsonNode;
import vn.anttmap.geo.WebMercator;
import vn.anttmap.live.LiveGap;
import vn.anttmap.testing.DemoServiceContract;

/** A change renews the tiles that it touches, at once and no others. */
abstract class TileRenewalContract extends DemoServiceContract {

    private static final double LONGITUDE = 105.64806;
    private static final double LATITUDE = 19.97194;

    @Autowired
    private KeptTiles kept;

    @Autowired
    private ApplicationEventPublisher events;

    /**
     * Random changes, and after each of them every tile of a pyramid: what is given out a moment later is what would be
     * drawn from the database, to the byte, and little more was drawn anew than changed.
     */
    @Test
    void aChangeRenewsTheTilesThatItChangesAndNoOthers() throws InterruptedException {
        Random random = new Random(11);
        List<String> pyramid = pyramid();
        List<String> marks = new ArrayList<>();
        Map<String, String> before = new LinkedHashMap<>(tags("officer", pyramid));
        int changedInAll = 0;
        int drawnInAll = 0;
        for (int i = 0; i < 8; i++) {
            String edit = edit(i, random, marks);
            Thread.sleep(700);
            long drawn = kept.drawn();
            Map<String, String> after = tags("officer", pyramid);
            long drawnAnew = kept.drawn() - drawn;
            events.publishEvent(new LiveGap());
            Thread.sleep(300);

            Map<String, String> fromDatabase = tags("officer", pyramid);

            assertThat(after).as("after " + edit).isEqualTo(fromDatabase);
            Set<String> changed = changed(pyramid, before, after);
            assertThat(changed).as("changed by " + edit).isNotEmpty();
            assertThat(drawnAnew).as("drawn anew after " + edit).isGreaterThanOrEqualTo(changed.size());
            // Those that hold a unit that it had counted in before are looked at as well, and keep their tag.
            assertThat(drawnAnew).as("drawn anew after " + edit).isLessThanOrEqualTo(changed.size() + 40);
            changedInAll += changed.size();
            drawnInAll += (int) drawnAnew;
            before.putAll(after);
        }
        System.out.printf(
                "tiles: %d in the pyramid, %d changed, %d drawn anew in 8 edits%n",
                pyramid.size(), changedInAll, drawnInAll);
    }

    /** A planner draws an area in Tổ dân phố 3 of Hùng Quốc, and takes it back. */
    @Test
    void aDrawnAreaIsOnTheTilesThatItTouchesAndGoesWithoutATrace() throws InterruptedException {
        List<String> pyramid = new ArrayList<>();
        for (String layer : List.of("residential-areas", "communes")) {
            for (int zoom : new int[] {4, 9, 12, 14, 15}) {
                int row = (int) (WebMercator.y(22.8215) * (1 << zoom));
                int column = (int) (WebMercator.x(106.322) * (1 << zoom));
                for (int reach = -1; reach <= 1; reach++) {
                    pyramid.add("/ogc/collections/" + layer + "/tiles/WebMercatorQuad/" + zoom + "/" + row + "/"
                            + Math.max(0, column + reach) + "?day=2026-12-02");
                }
            }
        }
        Map<String, String> before = tags("planner", pyramid);
        String draft = "{\"kind\":\"thon\",\"name\":\"Ô\",\"day\":\"2026-12-01\",\"takeOverlaps\":true,\"geometry\":"
                + "{\"type\":\"Polygon\",\"coordinates\":[[[106.320,22.820],[106.324,22.820],[106.324,22.823],"
                + "[106.320,22.823],[106.320,22.820]]]}}";
        JsonNode look = json(as("planner").post("/api/drawings/residential-areas/look", draft));
        String id = UUID.randomUUID().toString();
        assertStatus(
                "save",
                as("planner")
                        .put(
                                "/api/drawings/residential-areas/" + id,
                                "{\"drawing\":" + draft + ",\"revision\":\""
                                        + look.get("revision").asString() + "\",\"remarks\":"
                                        + look.get("remarks").asInt() + ",\"reason\":\"QĐ 12\"}"),
                201);
        long drawn = kept.drawn();

        Map<String, String> after = tags("planner", pyramid);

        long drawnAnew = kept.drawn() - drawn;
        Set<String> changed = changed(pyramid, before, after);
        events.publishEvent(new LiveGap());
        Thread.sleep(300);
        assertThat(after).isEqualTo(tags("planner", pyramid));
        assertThat(changed).isNotEmpty().noneMatch(path -> path.contains("/communes/"));
        assertThat(drawnAnew).isBetween((long) changed.size(), changed.size() + 6L);
        assertStatus("back", as("planner").post("/api/drawings/" + id + "/take-back", ""), 200);
        assertThat(tags("planner", pyramid)).isEqualTo(before);
    }

    private static Set<String> changed(List<String> paths, Map<String, String> before, Map<String, String> after) {
        return paths.stream()
                .filter(path -> !before.get(path).equals(after.get(path)))
                .collect(Collectors.toSet());
    }

    private String edit(int number, Random random, List<String> marks) {
        double longitude = LONGITUDE + 0.004 * (random.nextDouble() - 0.5);
        double latitude = LATITUDE + 0.004 * (random.nextDouble() - 0.5);
        String place = "{\"longitude\":" + longitude + ",\"latitude\":" + latitude;
        switch (number % 4) {
            case 0 -> {
                String path = newIncident();
                assertStatus(
                        "mark",
                        as("officer")
                                .put(
                                        path,
                                        place + ",\"occurredAt\":\"2016-03-0" + (number + 1)
                                                + "T02:00:00Z\",\"category\":\"TTXH\"}"),
                        201);
                marks.add(path);
                return "a mark";
            }
            case 1 -> {
                assertStatus(
                        "move",
                        as("officer")
                                .put(
                                        marks.get(marks.size() - 1),
                                        place + ",\"occurredAt\":\"2016-04-01T02:00:00Z\",\"category\":\"TTXH\"}",
                                        "If-Match",
                                        "\"0\""),
                        200);
                return "a move";
            }
            case 2 -> {
                long area = jdbc.sql(
                                "select id from territorial_unit where level = 'RESIDENTIAL_AREA' and parent_id = ? order by id")
                        .param(unitId("commune-15394-2019"))
                        .query(Long.class)
                        .list()
                        .get(number / 4);
                assertStatus(
                        "status",
                        as("officer").put("/api/safety/2016/areas/" + area, "{\"status\":\"registered\"}"),
                        200);
                return "a status";
            }
            default -> {
                assertStatus(
                        "withdraw",
                        as("officer").post(marks.get(marks.size() - 1) + "/withdraw", "{}", "If-Match", "\"1\""),
                        200);
                return "a withdrawal";
            }
        }
    }

    private static List<String> pyramid() {
        Map<String, String> layers = new LinkedHashMap<>();
        layers.put("incidents", "from=2016-01-01&to=2016-12-31");
        layers.put("residential-areas/density", "from=2016-01-01&to=2016-12-31&boundaryDay=2019-08-15");
        layers.put("communes/density", "from=2016-01-01&to=2016-12-31&boundaryDay=2019-08-15");
        layers.put("road-segments/density", "from=2016-01-01&to=2016-12-31&boundaryDay=2019-08-15");
        layers.put("residential-areas/status", "year=2016&boundaryDay=2019-08-15");
        layers.put("residential-areas", "day=2019-08-15");
        layers.put("provinces", "day=2019-08-15");
        List<String> pyramid = new ArrayList<>();
        layers.forEach((layer, query) -> {
            for (int zoom : new int[] {4, 8, 11, 13, 14}) {
                int reach = zoom < 11 ? 0 : 1;
                for (int row = row(zoom) - reach; row <= row(zoom) + reach; row++) {
                    for (int column = column(zoom) - reach; column <= column(zoom) + reach; column++) {
                        pyramid.add("/ogc/collections/" + layer + "/tiles/WebMercatorQuad/" + zoom + "/" + row + "/"
                                + column + "?" + query);
                    }
                }
            }
        });
        return pyramid;
    }

    private Map<String, String> tags(String account, List<String> paths) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String path : paths) {
            HttpResponse<byte[]> answer = as(account).getBytes(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            tags.put(
                    path,
                    Arrays.hashCode(answer.body())
                            + answer.headers().firstValue("ETag").orElseThrow());
        }
        return tags;
    }

    private static int row(int zoom) {
        return (int) (WebMercator.y(LATITUDE) * (1 << zoom));
    }

    private static int column(int zoom) {
        return (int) (WebMercator.x(LONGITUDE) * (1 << zoom));
    }
}
