package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.backup.Snapshot.Row;
import vn.anttmap.testing.ServiceProcess;

/** An officer who marks and corrects. */
final class MarkWork implements KilledWork {

    private final ServiceProcess service;
    /** What was acknowledged last of each mark: its version. */
    private final Map<String, Integer> acknowledged = new HashMap<>();

    private @Nullable String asked;
    private int attempted;

    MarkWork(ServiceProcess service) {
        this.service = service;
    }

    @Override
    public String name() {
        return "mark";
    }

    @Override
    public void work() {
        try {
            while (true) {
                String id = UUID.randomUUID().toString();
                send(id, 0, 201);
                send(id, 1, 200);
            }
        } catch (UncheckedIOException killed) {
            // As expected.
        }
    }

    private void send(String id, int version, int expected) {
        asked = id;
        attempted = version;
        String[] basedOn = version == 0 ? new String[0] : new String[] {"If-Match", "\"" + (version - 1) + "\""};
        HttpResponse<String> answer =
                service.client("officer", "officer").put("/api/incidents/" + id, body(id, version), basedOn);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        JsonNode mark = JsonMapper.shared().readTree(answer.body());
        assertThat(mark.get("version").asInt()).isEqualTo(version);
        acknowledged.put(id, version);
        asked = null;
    }

    /** Of every mark of all rounds: each state with its history, its places and its entry in the trail. */
    @Override
    public String check(Snapshot after) {
        Map<String, Row> marks = after.rows("incident", row -> row.get("note").startsWith("ghi ")).stream()
                .collect(Collectors.toMap(row -> row.get("id"), row -> row));
        Map<String, List<Row>> states = by(after.rows("incident_history"), "id");
        Map<String, List<Row>> places = by(after.rows("incident_placement"), "incident_id");
        Map<String, String> actions = new HashMap<>();
        after.rows("audit_entry", row -> row.get("action").startsWith("incident-"))
                .forEach(row -> actions.put(row.get("id"), row.get("action")));
        Map<String, List<Row>> trail = by(
                after.rows("audit_entry_subject", row -> !"incidents-shown".equals(actions.get(row.get("entry_id")))),
                "subject_id");
        marks.forEach((id, mark) -> {
            int version = Integer.parseInt(mark.get("version"));
            assertThat(states.get(id)).as("states of " + id).hasSize(version + 1);
            assertThat(states.get(id)).anyMatch(state -> state.has("note", mark.get("note")));
            assertThat(mark.get("note")).isEqualTo("ghi " + version + " " + letters(id));
            assertThat(places).as("places").containsKey(id);
            assertThat(trail.getOrDefault(id, List.of()).stream()
                            .filter(row -> actions.containsKey(row.get("entry_id"))))
                    .as("entries of " + id)
                    .hasSize(version + 1);
            int known = acknowledged.getOrDefault(id, -1);
            assertThat(version).isBetween(known, id.equals(asked) ? attempted : known);
        });
        assertThat(marks.keySet()).as("acknowledged").containsAll(acknowledged.keySet());
        Row last = asked == null ? null : marks.get(asked);
        return "mark" + (last != null && last.has("version", attempted) ? " +" : " -");
    }

    /** The same again is a mark once. */
    @Override
    public void goOn() {
        String id = asked;
        if (id == null) {
            return;
        }
        String[] basedOn = attempted == 0 ? new String[0] : new String[] {"If-Match", "\"" + (attempted - 1) + "\""};
        HttpResponse<String> again =
                service.client("officer", "officer").put("/api/incidents/" + id, body(id, attempted), basedOn);
        assertThat(again.statusCode()).as(again.body()).isIn(200, 201);
        assertThat(JsonMapper.shared().readTree(again.body()).get("version").asInt())
                .isEqualTo(attempted);
        acknowledged.put(id, attempted);
        asked = null;
    }

    private static Map<String, List<Row>> by(List<Row> rows, String column) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.get(column)));
    }

    /** Digits would look like somebody's number. */
    private static String letters(String id) {
        return id.replaceAll("[^a-f]", "");
    }

    private static String body(String id, int version) {
        return "{\"longitude\":105.64806,\"latitude\":19.97194,\"occurredAt\":\"2020-08-03T02:00:00Z\","
                + "\"category\":\"TTXH\",\"note\":\"ghi " + version + " " + letters(id) + "\"}";
    }
}
