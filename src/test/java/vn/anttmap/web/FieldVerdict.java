package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.testing.ServiceClient;

/** Holds what the service has against what is known of an incident: nothing lost, doubled or overwritten unseen. */
final class FieldVerdict {

    private FieldVerdict() {}

    /** @param steps what was done in the run, for the message of a failure */
    static void check(UUID id, FieldModel model, ServiceClient colleague, List<String> steps) {
        String path = "/api/incidents/" + id;
        var answer = colleague.get(path);
        String where = id + " after " + steps;
        boolean mayBeNowhere = model.promised.isEmpty() || !model.open();
        if (mayBeNowhere && answer.statusCode() == 404) {
            return;
        }
        assertThat(answer.statusCode()).as("lost: %s", where).isEqualTo(200);
        boolean withdrawn = read(answer.body()).path("withdrawn").asBoolean();
        assertThat(withdrawn || model.perhapsWithdrawn)
                .as("withdrawn: %s", where)
                .isEqualTo(!model.open());
        List<String> kept = new ArrayList<>();
        JsonNode history = read(colleague.get(path + "/history").body()).path("history");
        history.forEach(entry -> {
            if (!entry.path("change").asString().equals("withdrawn")) {
                kept.add(entry.path("incident").path("note").asString(""));
            }
        });
        assertThat(history.size() - kept.size()).as("withdrawn once: %s", where).isEqualTo(withdrawn ? 1 : 0);
        if (withdrawn && !model.perhapsShown && model.others.contains(kept.get(kept.size() - 1))) {
            assertThat(model.shown).as("withdrawn unseen: %s", where).contains(kept.get(kept.size() - 1));
        }
        assertThat(kept).as("a save made two versions: %s", where).doesNotHaveDuplicates();
        String last = model.last();
        // A correction that never went out gives way to a withdrawal.
        if (last != null && model.open() && !model.given.contains(last)) {
            // Where a tab died in the middle of a later save, that one may have taken the place of the promised
            // one.
            Set<String> possible = new HashSet<>(model.perhaps);
            possible.add(last);
            assertThat(kept).as("the last words are lost: %s", where).containsAnyElementsOf(possible);
        }
        for (String other : model.others) {
            assertThat(kept).as("the colleague's words are lost: %s", where).contains(other);
        }
        for (int i = 1; i < kept.size(); i++) {
            boolean over = model.others.contains(kept.get(i - 1)) && !model.others.contains(kept.get(i));
            if (over && !model.perhapsShown) {
                assertThat(model.shown).as("silently overwritten: %s", where).contains(kept.get(i - 1));
            }
        }
        Duration off = Duration.between(
                        model.markedAt,
                        Instant.parse(read(answer.body()).path("occurredAt").asString()))
                .abs();
        assertThat(off).as("time by the server's clock: %s", where).isLessThan(Duration.ofSeconds(130));
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
