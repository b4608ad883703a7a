package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.backup.Snapshot.Row;

/** What is looked at first, then stored as a whole and taken back as a whole: files of areas, tables, changes of boundaries. */
abstract class PlannedWork implements KilledWork {

    private final Supplier<Snapshot> snapshots;
    private final Set<String> known = new HashSet<>();

    private List<String> before = List.of();
    private List<String> stored = List.of();
    private List<String> takenBack = List.of();

    private Step done = Step.TAKEN_BACK;
    private @Nullable Step asked;
    private @Nullable JsonNode look;
    private List<String> left = new ArrayList<>();
    private boolean there;

    private enum Step {
        LOOKED_AT,
        STORED,
        TAKEN_BACK
    }

    PlannedWork(Supplier<Snapshot> snapshots) {
        this.snapshots = snapshots;
    }

    /** The table with what was looked at and decided. */
    abstract String table();

    /** Whether what will be stored is there for this row of {@link #table}. */
    abstract boolean hasPlan(Row row, Snapshot in);

    /** What the work changes, in words that are the same each time. */
    abstract List<String> picture(Snapshot of);

    abstract HttpResponse<String> look();

    abstract HttpResponse<String> commit(String id, JsonNode looked);

    abstract HttpResponse<String> takeBack(String id);

    abstract String id(JsonNode looked);

    /** That the trail has one entry for each decision. */
    abstract void checkTrail(Snapshot after, List<Row> rows);

    @Override
    public void rehearse() {
        step();
        before = picture(snapshots.get());
        step();
        stored = picture(snapshots.get());
        step();
        takenBack = picture(snapshots.get());
        assertThat(stored).isNotEqualTo(before).isNotEqualTo(takenBack);
    }

    @Override
    public void work() {
        try {
            while (true) {
                step();
            }
        } catch (UncheckedIOException killed) {
            // As expected.
        }
    }

    private void step() {
        switch (done) {
            case TAKEN_BACK -> {
                asked = Step.LOOKED_AT;
                look = answered(look());
                known.add(id(look));
            }
            case LOOKED_AT -> {
                asked = Step.STORED;
                answered(commit(id(looked()), looked()));
            }
            case STORED -> {
                asked = Step.TAKEN_BACK;
                answered(takeBack(id(looked())));
            }
        }
        done = asked;
        asked = null;
    }

    @Override
    public String check(Snapshot after) {
        List<Row> rows = after.rows(table());
        for (Row row : rows) {
            assertThat(hasPlan(row, after))
                    .as(name() + ": a plan as long as nothing is decided: " + row)
                    .isEqualTo(row.has("state", Step.LOOKED_AT));
        }
        checkTrail(after, rows);
        left = rows.stream()
                .filter(row -> row.has("state", Step.LOOKED_AT) && !known.contains(row.get("id")))
                .map(row -> row.get("id"))
                .toList();
        known.addAll(left);
        assertThat(left.size()).as(name() + ": plans nobody was told of").isLessThanOrEqualTo(1);
        if (asked == Step.LOOKED_AT || asked == null) {
            assertThat(left.isEmpty() || asked == Step.LOOKED_AT).isTrue();
            assertPicture(after, done == Step.STORED ? stored : done == Step.LOOKED_AT ? before : null);
            return told(!left.isEmpty());
        }
        assertThat(left).isEmpty();
        Row row = rows.stream()
                .filter(each -> each.has("id", id(looked())))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name() + ": what was looked at is gone"));
        Step is = Step.valueOf(row.get("state"));
        assertThat(is).as(name()).isIn(done, asked);
        assertPicture(after, is == Step.STORED ? stored : is == Step.LOOKED_AT ? before : takenBack);
        there = is == asked;
        return told(there);
    }

    private String told(boolean stored) {
        return name() + " " + (asked == null ? "idle" : asked.toString().toLowerCase(java.util.Locale.ROOT))
                + (stored ? " +" : " -");
    }

    /** @param expected null: as before the first or after the last time */
    private void assertPicture(Snapshot after, @Nullable List<String> expected) {
        List<String> picture = picture(after);
        if (expected != null) {
            assertThat(picture).as(name()).isEqualTo(expected);
        } else {
            assertThat(picture).as(name()).isIn(List.of(before, takenBack));
        }
    }

    /** The same request again, which is answered whether or not it was heard the first time; then to the end. */
    @Override
    public void goOn() {
        if (asked == Step.LOOKED_AT && !left.isEmpty()) {
            // As long as nobody was told of its number, it is found on the page of drafts only, and goes after a day.
            String draft = left.get(0);
            answered(commit(draft, looked()));
            answered(takeBack(draft));
            asked = null;
        }
        do {
            step();
        } while (done != Step.TAKEN_BACK);
    }

    private JsonNode looked() {
        if (look == null) {
            throw new IllegalStateException(name() + " was not rehearsed");
        }
        return look;
    }

    JsonNode answered(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(name() + ": " + answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
