package vn.anttmap.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.geo.WebMercator;
import vn.anttmap.testing.EventStream;
import vn.anttmap.testing.ReplicatedPostgis;
import vn.anttmap.testing.ServiceClient;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/**
 * Two nodes on one PostGIS that keeps PostgreSQL's defaults for durability, with a replica from which both read. {@code
 * -Dantt.nodes.seconds=120} marks for two minutes; the default is short.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesPostgisIT {

    private static final int OFFICERS = 10;
    private static final int SECONDS = Integer.getInteger("antt.nodes.seconds", 10);

    private ReplicatedPostgis pair;
    private TestDatabase database;
    private ServiceProcess one;
    private ServiceProcess two;

    @BeforeAll
    void startBoth() {
        pair = ReplicatedPostgis.start(true);
        database = pair.database();
        one = startNode();
        two = startNode();
    }

    private ServiceProcess startNode() {
        return ServiceProcess.on(database)
                .with("anttmap.demo", "true")
                .with("anttmap.replica.url", pair.replica().url())
                .with("anttmap.replica.longest-wait", "200ms")
                .with("anttmap.replica.retry-after", "1ms")
                .start();
    }

    @AfterAll
    void stopBoth() {
        one.close();
        two.close();
        pair.close();
    }

    @Test
    void aMarkOnOneNodeIsToldByBoth() {
        try (EventStream here = EventStream.open(one.baseUrl(), "leader", "leader");
                EventStream there = EventStream.open(two.baseUrl(), "leader", "leader")) {
            long slowest = 0;
            for (int i = 0; i < 10; i++) {
                UUID id = UUID.randomUUID();
                long begin = System.nanoTime();
                assertThat(officer(one).put(path(id), body(id)).statusCode()).isEqualTo(201);
                for (EventStream stream : List.of(here, there)) {
                    long nanos = stream.await(event -> event.data().contains(id.toString()))
                                    .nanos()
                            - begin;
                    slowest = Math.max(slowest, nanos);
                }
            }
            System.out.printf("live: slowest of 10 marks to two nodes %d ms%n", slowest / 1_000_000);
            assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(2));
        }
    }

    /** What was notified while a node's connection was away is lost, so its clients are told to load anew. */
    @Test
    void afterAGapTheClientsAreToldToLoadAnew() throws SQLException {
        try (EventStream there = EventStream.open(two.baseUrl(), "leader", "leader")) {
            query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'antt-map live'");

            there.await(event -> event.name().equals("resync"));
            UUID id = UUID.randomUUID();
            officer(one).put(path(id), body(id));
            there.await(event -> event.data().contains(id.toString()));
        }
    }

    /** Each node remembers the account for a moment; the answer to the change waits for the other one's to be over. */
    @Test
    void whatIsWithdrawnOnOneNodeIsOverOnTheOtherOnceThatIsAnswered() {
        ServiceClient admin = one.client("admin", "admin");
        JsonNode planner = null;
        for (JsonNode each :
                JsonMapper.shared().readTree(admin.get("/api/accounts").body()).get("accounts")) {
            planner = each.get("username").asString().equals("planner") ? each : planner;
        }
        String path = "/api/accounts/" + planner.get("id").asLong();
        List<String> units = new ArrayList<>();
        planner.get("units").forEach(unit -> units.add(unit.get("id").asString()));
        for (int round = 0; round < 6; round++) {
            boolean enabled = round % 2 == 1;
            for (ServiceProcess node : List.of(one, two)) {
                assertThat(node.client("planner", "planner").get("/api/crs").statusCode())
                        .isEqualTo(enabled ? 401 : 200);
            }
            String body = "{\"displayName\":\"Quy hoạch\",\"role\":\"planner\",\"extraRights\":[],\"unitIds\":" + units
                    + ",\"enabled\":" + enabled + "}";
            assertThat(admin.put(
                                    path,
                                    body,
                                    "If-Match",
                                    admin.get(path).headers().firstValue("ETag").orElseThrow())
                            .statusCode())
                    .isEqualTo(200);

            for (ServiceProcess node : List.of(two, one)) {
                assertThat(node.client("planner", "planner").get("/api/crs").statusCode())
                        .isEqualTo(enabled ? 200 : 401);
            }
        }
    }

    /** Each tile around, at both nodes, to the byte: those that change do, at either, and the others stay what they were. */
    @Test
    void aMarkOnOneNodeIsOnTheTilesOfBoth() {
        List<String> tiles = tilesAround();
        Map<String, String> before = tags(one, tiles);
        assertThat(tags(two, tiles)).isEqualTo(before);
        long slowest = 0;
        for (int step = 0; step < 3; step++) {
            UUID id = UUID.randomUUID();
            String body = body(id).replace("105.64806", "105.6" + (4806 + step));
            ServiceProcess writer = step % 2 == 0 ? one : two;
            long begin = System.nanoTime();
            assertThat(officer(writer).put(path(id), body).statusCode()).isEqualTo(201);
            Map<String, String> here = awaitChange(writer, tiles, before);
            Map<String, String> there = awaitChange(writer == one ? two : one, tiles, before);
            slowest = Math.max(slowest, System.nanoTime() - begin);

            assertThat(there).as("step " + step).isEqualTo(here);
            before = here;
        }
        System.out.printf("tiles: at both nodes at the latest after %d ms, asking included%n", slowest / 1_000_000);
    }

    /** Of the place of a mark: zooms with numbers, with single places, with areas and with their density. */
    private static List<String> tilesAround() {
        List<String> tiles = new ArrayList<>();
        for (String layer : List.of(
                "incidents/tiles?from=2020-08-01&to=2020-08-31",
                "residential-areas/density/tiles?from=2020-08-01&to=2020-08-31",
                "communes/density/tiles?from=2020-08-01&to=2020-08-31",
                "residential-areas/tiles?day=2020-08-31")) {
            for (int zoom : new int[] {6, 11, 14, 16}) {
                int row = (int) (WebMercator.y(19.97194) * (1 << zoom));
                int column = (int) (WebMercator.x(105.64806) * (1 << zoom));
                tiles.add("/ogc/collections/"
                        + layer.replace("tiles?", "tiles/WebMercatorQuad/" + zoom + "/" + row + "/" + column + "?"));
            }
        }
        return tiles;
    }

    /** Asks until the finest tile with single places is another one, and then for all. */
    private static Map<String, String> awaitChange(
            ServiceProcess node, List<String> tiles, Map<String, String> before) {
        String finest = tiles.get(3);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (tags(node, List.of(finest)).get(finest).equals(before.get(finest)) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return tags(node, tiles);
    }

    private static Map<String, String> tags(ServiceProcess node, List<String> tiles) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tile : tiles) {
            HttpResponse<byte[]> answer = officer(node).getBytes(tile);
            assertThat(answer.statusCode()).as(tile).isEqualTo(200);
            tags.put(
                    tile,
                    Arrays.hashCode(answer.body())
                            + answer.headers().firstValue("ETag").orElseThrow());
        }
        return tags;
    }

    /** What a balancer does that sends each request to the next node. */
    @Test
    void whoIsSignedInAtOneNodeIsSignedInAtAllAndEndsSignInsFromAnywhere() {
        SignedInBrowser phone = new SignedInBrowser(one.baseUrl(), "leader");
        SignedInBrowser desk = new SignedInBrowser(two.baseUrl(), "leader");
        for (ServiceProcess node : List.of(one, two, one, two)) {
            assertThat(phone.get(node.baseUrl(), "/api/session")).isEqualTo(200);
            assertThat(desk.get(node.baseUrl(), "/api/session")).isEqualTo(200);
        }
        // The token of one node's answer is good for the other.
        JsonNode session = JsonMapper.shared().readTree(desk.page(one.baseUrl(), "/api/session"));
        String token = session.get("csrf").get("token").asString();
        assertThat(desk.delete(two.baseUrl(), "/api/account/sessions", "made up"))
                .isEqualTo(403);
        assertThat(desk.delete(two.baseUrl(), "/api/account/sessions", token)).isEqualTo(204);

        assertThat(phone.get(one.baseUrl(), "/api/session")).isEqualTo(401);
        assertThat(phone.get(two.baseUrl(), "/api/session")).isEqualTo(401);
        assertThat(desk.get(one.baseUrl(), "/api/session")).isEqualTo(200);
    }

    /** Its file lies on the machine of one node; the other one says so instead of showing it as its own, or not at all. */
    @Test
    void aBackupOfOneNodeIsListedAtTheOtherAsThatNodes() {
        String name = JsonMapper.shared()
                .readTree(one.client("admin", "admin").post("/api/backups", "").body())
                .get("name")
                .asString();

        JsonNode here = JsonMapper.shared()
                .readTree(one.client("admin", "admin").get("/api/backups").body());
        JsonNode there = JsonMapper.shared()
                .readTree(two.client("admin", "admin").get("/api/backups").body());

        assertThat(here.get("backups").findValuesAsString("name")).contains(name);
        assertThat(here.get("elsewhere").findValuesAsString("name")).doesNotContain(name);
        assertThat(there.get("backups").findValuesAsString("name")).doesNotContain(name);
        JsonNode said = there.get("elsewhere").get(0);
        assertThat(said.get("file").get("name").asString()).isEqualTo(name);
        assertThat(said.get("machine").asString())
                .isEqualTo(here.get("machine").asString())
                .isNotEqualTo(there.get("machine").asString());
        assertThat(there.get("state").get("machine").asString())
                .isEqualTo(here.get("machine").asString());
    }

    @Test
    void theRestartOfANodeSignsNobodyOut() {
        SignedInBrowser browser = new SignedInBrowser(one.baseUrl(), "leader");

        one.restart();

        assertThat(browser.get(one.baseUrl(), "/api/session")).isEqualTo(200);
        assertThat(browser.get(two.baseUrl(), "/api/session")).isEqualTo(200);
    }

    /** A stream is not a request that is looked at again: the node asks before it tells of anything. */
    @Test
    void aStreamEndsWhenItsSignInIsEndedAtTheOtherNode() {
        SignedInBrowser phone = new SignedInBrowser(one.baseUrl(), "leader");
        SignedInBrowser desk = new SignedInBrowser(two.baseUrl(), "leader");
        try (EventStream stream = EventStream.openWith(one.baseUrl(), "Cookie", "ANTTMAP=" + phone.id())) {
            JsonNode session = JsonMapper.shared().readTree(desk.page(two.baseUrl(), "/api/session"));
            desk.delete(
                    two.baseUrl(),
                    "/api/account/sessions",
                    session.get("csrf").get("token").asString());
            UUID id = UUID.randomUUID();

            assertThat(officer(two).put(path(id), body(id)).statusCode()).isEqualTo(201);

            stream.awaitEnd();
            assertThat(stream.events()).noneMatch(event -> event.data().contains(id.toString()));
        }
    }

    /** The replica has what is written and does not show it; everybody sees it all the same, whoever wrote it where. */
    @Test
    void aReplicaThatLagsShowsNobodyAnythingOld() {
        List<CountedFigures> both = List.of(new CountedFigures(one), new CountedFigures(two));
        both.forEach(CountedFigures::awaitReplica);
        int marks = both.get(0).counted();
        pair.lag();
        for (ServiceProcess node : List.of(one, two)) {
            assertThat(officer(node)
                            .put(path(UUID.randomUUID()), body(UUID.randomUUID()))
                            .statusCode())
                    .isEqualTo(201);
            marks++;
            for (CountedFigures figures : both) {
                assertThat(figures.counted()).isEqualTo(marks);
                assertThat(figures.summed()).isEqualTo(marks);
                assertThat(figures.status()).isEqualTo("notice");
                assertThat(figures.readings("behind")).isPositive();
            }
        }

        pair.catchUp();
        for (CountedFigures figures : both) {
            figures.awaitReplica();
            assertThat(figures.counted()).isEqualTo(marks);
            assertThat(figures.summed()).isEqualTo(marks);
        }
    }

    /** The last of the class: of two nodes one is left, and of two servers the one that was the replica. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whenTheReplicaIsPromotedTheNodeGoesOnWithAllMarks() throws SQLException {
        CountedFigures figures = new CountedFigures(one);
        figures.awaitReplica();
        int before = figures.counted();
        pair.killPrimary();
        pair.promote();
        UUID id = UUID.randomUUID();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        int status;
        do {
            status = officer(one).put(path(id), body(id)).statusCode();
            assertThat(status).isIn(201, 503);
        } while (status != 201 && System.nanoTime() < end);

        assertThat(figures.counted()).isEqualTo(before + 1);
        assertThat(figures.summed()).isEqualTo(before + 1);
        assertThat(figures.readings("promoted")).isPositive();
        assertThat(figures.status()).isEqualTo("notice");
    }

    /** The killed node stays away. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void everyAcknowledgedMarkIsThereOnceAlthoughANodeIsKilled() throws Exception {
        Map<UUID, Boolean> acknowledged = new ConcurrentHashMap<>();
        AtomicLong attempts = new AtomicLong();
        AtomicInteger repeated = new AtomicInteger();
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        long strike = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos() / 2;
        ExecutorService officers = Executors.newFixedThreadPool(OFFICERS);
        List<Future<?>> working = new ArrayList<>();
        for (int i = 0; i < OFFICERS; i++) {
            boolean beginsAtTwo = i % 2 == 1;
            working.add(officers.submit(() -> {
                ServiceProcess mine = beginsAtTwo ? two : one;
                while (System.nanoTime() < end) {
                    UUID id = UUID.randomUUID();
                    boolean first = true;
                    while (true) {
                        attempts.incrementAndGet();
                        try {
                            int status = officer(mine).put(path(id), body(id)).statusCode();
                            if (status < 500) {
                                assertThat(status).isIn(first ? List.of(201) : List.of(200, 201));
                                acknowledged.put(id, true);
                                break;
                            }
                        } catch (UncheckedIOException killed) {
                            // What a proxy does: the next request goes to the other node, with the same id.
                            mine = one;
                        }
                        first = false;
                        repeated.incrementAndGet();
                        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                    }
                }
            }));
        }
        LockSupport.parkNanos(strike - System.nanoTime());
        two.kill9();
        for (Future<?> officer : working) {
            officer.get();
        }
        officers.shutdown();

        for (UUID id : acknowledged.keySet()) {
            HttpResponse<String> kept = officer(one).get(path(id));
            assertThat(kept.statusCode()).as("acknowledged mark " + id).isEqualTo(200);
            JsonNode mark = JsonMapper.shared().readTree(kept.body());
            assertThat(mark.get("note").asString()).isEqualTo("ghi " + id);
            assertThat(mark.get("version").asInt()).isZero();
        }
        String ours = "select count(*) from incident where note like 'ghi %' and created_by = 'officer' and id in"
                + " (select subject_id from audit_entry_subject)";
        long stored = query("select count(*) from incident where note like 'ghi %'");
        assertThat(query("select count(distinct note) from incident where note like 'ghi %'"))
                .isEqualTo(stored);
        assertThat(query("select count(*) from incident_history where note like 'ghi %'"))
                .isEqualTo(stored);
        assertThat(query(ours)).as("with an entry in the trail").isEqualTo(stored);
        assertThat(query("select count(*) from audit_entry where action = 'incident-created'"))
                .isEqualTo(stored);
        ServiceClient admin = one.client("admin", "admin");
        JsonNode verification = JsonMapper.shared()
                .readTree(admin.get("/api/audit/verification").body());
        assertThat(verification.get("intact").asBoolean())
                .as(verification.toString())
                .isTrue();
        System.out.printf(
                "two nodes: %d officers, %d s, one of two nodes killed half-way: %d marks acknowledged, all there once"
                        + " (%d requests, %d sent again); trail: %d entries under %d seals, intact%n",
                OFFICERS,
                SECONDS,
                acknowledged.size(),
                attempts.get(),
                repeated.get(),
                verification.get("entries").asLong(),
                verification.get("seals").asLong());
    }

    private static ServiceClient officer(ServiceProcess node) {
        return node.client("officer", "officer");
    }

    private static String path(UUID id) {
        return "/api/incidents/" + id;
    }

    private static String body(UUID id) {
        return "{\"longitude\":105.64806,\"latitude\":19.97194,\"occurredAt\":\"2020-08-03T02:00:00Z\","
                + "\"reportedAt\":\"2020-08-03T03:00:00Z\",\"category\":\"TTXH\",\"note\":\"ghi " + id + "\"}";
    }

    private long query(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() && sql.contains("count(") ? rows.getLong(1) : 0;
        }
    }
}
