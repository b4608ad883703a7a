package vn.anttmap.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.testing.ServiceProcess;

/** What a node says of the month in which the marks of {@link TwoNodesPostgisIT} lie, and where it read that. */
record CountedFigures(ServiceProcess node) {

    private static final String MONTH = "from=2020-08-01&to=2020-08-31";

    /** From the months in memory. */
    int counted() {
        return json("officer", "/api/density/communes?" + MONTH).get("total").asInt();
    }

    /** From the tables. */
    int summed() {
        return json("officer", "/api/incidents/summary?" + MONTH).get("count").asInt();
    }

    /** How many readings ended so, as the metrics say. */
    long readings(String outcome) {
        String metrics =
                node.client("admin", "admin").get("/actuator/prometheus").body();
        Matcher line = Pattern.compile("anttmap_replica_readings_total\\{outcome=\"" + outcome + "\"\\} ([0-9.E]+)")
                .matcher(metrics);
        assertThat(line.find()).as(outcome + " among the metrics").isTrue();
        return (long) Double.parseDouble(line.group(1));
    }

    /** What the status page says of the replica. */
    String status() {
        for (JsonNode part : json("admin", "/api/status").get("parts")) {
            if (part.get("key").asString().equals("replica")) {
                return part.get("state").asString();
            }
        }
        throw new AssertionError("no replica on the status page");
    }

    /** Asks until the replica answers again. */
    void awaitReplica() {
        long before = readings("reading");
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        do {
            summed();
        } while (readings("reading") == before && System.nanoTime() < end);
        assertThat(readings("reading")).isGreaterThan(before);
    }

    private JsonNode json(String account, String path) {
        return JsonMapper.shared()
                .readTree(node.client(account, account).get(path).body());
    }
}
