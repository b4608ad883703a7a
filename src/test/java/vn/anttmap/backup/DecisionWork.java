package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.backup.Snapshot.Row;
import vn.anttmap.testing.ServiceClient;
import vn.anttmap.testing.ServiceProcess;

/**
 * The title of one area after another: registered, judged, assessed and sent in by an officer, decided by a leader, with
 * facts added to the decision until the service is killed.
 */
final class DecisionWork implements KilledWork {

    private static final List<Integer> YEARS = List.of(2023, 2024, 2025);

    private final ServiceProcess service;
    private final List<String> papers = new ArrayList<>();

    private String area = "";
    private int year;
    private long version;
    private int next;
    private boolean asked;

    DecisionWork(ServiceProcess service) {
        this.service = service;
    }

    @Override
    public String name() {
        return "decision";
    }

    @Override
    public void rehearse() {
        ServiceClient officer = officer();
        for (int each : YEARS) {
            JsonNode areas = JsonMapper.shared()
                    .readTree(officer.get("/api/safety/" + each).body())
                    .get("areas");
            areas.forEach(found -> {
                if (found.get("level").asString().equals("residential-area")
                        && found.get("status").asString().equals("not_registered")) {
                    papers.add(each + "/areas/" + found.get("id").asLong());
                }
            });
        }
        assertThat(papers).hasSizeGreaterThan(5);
        java.util.Collections.shuffle(papers, new java.util.Random(2023));
        open();
    }

    private void open() {
        if (papers.isEmpty()) {
            // All are decided: more facts for the last one.
            return;
        }
        String[] parts = papers.remove(0).split("/areas/");
        year = Integer.parseInt(parts[0]);
        area = parts[1];
        version = 0;
        next = 0;
    }

    @Override
    public void work() {
        try {
            while (true) {
                asked = true;
                acknowledge(send());
                asked = false;
            }
        } catch (UncheckedIOException killed) {
            // As expected.
        }
    }

    private void acknowledge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(next + ": " + answer.body()).isEqualTo(200);
        version++;
        next++;
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"" + version + "\"");
    }

    private HttpResponse<String> send() {
        String[] basedOn = {"If-Match", "\"" + version + "\""};
        String path = "/api/safety/" + year + "/areas/" + area;
        return switch (next) {
            case 0 ->
                officer()
                        .put(
                                path,
                                "{\"status\":\"registered\",\"resolutionNumber\":\"1-NQ/CB\",\"householdsTotal\":10,"
                                        + "\"householdsRegistered\":10}",
                                basedOn);
            case 1 -> judge("4.1", basedOn);
            case 2 -> judge("4.2", basedOn);
            case 3 ->
                officer()
                        .put(
                                path,
                                "{\"status\":\"self_assessed\",\"meetingDate\":\"" + year
                                        + "-11-03\",\"attendeesCount\":25}",
                                basedOn);
            case 4 -> officer().put(path, "{\"status\":\"under_review\"}", basedOn);
            case 5 ->
                leader().put(path, "{\"status\":\"not_recognised\",\"reasons\":\"chưa xét hết tiêu chí\"}", basedOn);
            default ->
                leader().put(
                                path,
                                "{\"status\":\"not_recognised\",\"decisionNumber\":\"" + next + "/QĐ-UBND\"}",
                                basedOn);
        };
    }

    private HttpResponse<String> judge(String code, String... basedOn) {
        return officer()
                .put(
                        "/api/safety/" + year + "/areas/" + area + "/criteria/" + code,
                        "{\"verdict\":\"met\",\"evidence\":\"biên bản\"}",
                        basedOn);
    }

    /** Of every year of every area: as many steps, judgements and entries of the trail as its version says. */
    @Override
    public String check(Snapshot after) {
        long found = 0;
        Map<String, List<Row>> stepsOf = by(after, "safety_assessment_step", "assessment_id");
        Map<String, List<Row>> judgementsOf = by(after, "criterion_judgement", "assessment_id");
        Map<String, List<Row>> basisOf = by(after, "decision_criterion", "step_id");
        for (Row assessment : after.rows("safety_assessment", row -> row.has("synthetic", false))) {
            List<Row> steps = stepsOf.getOrDefault(assessment.get("id"), List.of());
            List<Row> judgements = judgementsOf.getOrDefault(assessment.get("id"), List.of());
            String what = assessment.toString();
            assertThat(steps.size() + judgements.size()).as(what).isEqualTo((int) assessment.number("changes"));
            Row last = steps.stream()
                    .max(java.util.Comparator.comparingLong(row -> row.number("id")))
                    .orElseThrow(() -> new AssertionError(what + " without a step"));
            assertThat(last.get("status")).as(what).isEqualTo(assessment.get("status"));
            for (Row step : steps) {
                // Criteria of the set, as a decision keeps them, and none with another step.
                int kept = basisOf.getOrDefault(step.get("id"), List.of()).size();
                assertThat(kept > 5).as(what + " " + step).isEqualTo(step.has("status", "NOT_RECOGNISED"));
                assertThat(kept > 0).as(what + " " + step).isEqualTo(step.has("status", "NOT_RECOGNISED"));
            }
            String unit = assessment.get("unit_id");
            String inYear = "year=" + assessment.get("assessment_year") + ";";
            assertThat(trail(after, "status-recorded", unit, inYear)).as(what).isEqualTo(steps.size());
            assertThat(trail(after, "criterion-judged", unit, inYear)).as(what).isEqualTo(judgements.size());
            if (assessment.has("unit_id", area) && assessment.has("assessment_year", year)) {
                found = assessment.number("changes");
            }
        }
        assertThat(found).as("%s in %s", area, year).isBetween(version, asked ? version + 1 : version);
        return "decision, step " + next + (found > version ? " +" : " -");
    }

    /** Asked again, it is done or was done: then whoever asks is told that it has changed. */
    @Override
    public void goOn() {
        JsonNode now = JsonMapper.shared()
                .readTree(leader().get("/api/safety/" + year + "/areas/" + area).body());
        HttpResponse<String> again = send();
        if (now.get("version").asLong() > version) {
            assertThat(again.statusCode()).as(again.body()).isEqualTo(412);
            version++;
            next++;
        } else {
            acknowledge(again);
        }
        while (next < 6) {
            acknowledge(send());
        }
        asked = false;
        open();
    }

    private static long trail(Snapshot after, String action, String unit, String inYear) {
        return after.rows(
                        "audit_entry",
                        row -> row.has("action", action)
                                && row.has("subject_id", unit)
                                && row.get("detail").contains(inYear))
                .size();
    }

    private static Map<String, List<Row>> by(Snapshot after, String table, String column) {
        return after.rows(table).stream().collect(Collectors.groupingBy(row -> row.get(column)));
    }

    private ServiceClient officer() {
        return service.client("officer", "officer");
    }

    private ServiceClient leader() {
        return service.client("leader", "leader");
    }
}
