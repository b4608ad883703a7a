package vn.anttmap.exchange.safetytable;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.anttmap.safety.YearTable;

/** The columns of the table, each with the value of a row: text, number, day or null. */
enum SafetyColumn {
    COMMUNE("commune", 28, row -> row.level().equals("commune") ? row.fullName() : row.parentName()),
    NAME("name", 28, YearTable.Row::fullName),
    KIND("kind", 16, YearTable.Row::kindLabel),
    STATUS("status", 16, YearTable.Row::status),
    HOUSEHOLDS_REGISTERED("households-registered", 12, YearTable.Row::householdsRegistered),
    HOUSEHOLDS_TOTAL("households-total", 12, YearTable.Row::householdsTotal),
    MISSING("missing", 60, row -> String.join("; ", row.missing())),
    LATE("late", 40, row -> {
        YearTable.Late late = row.late();
        return late == null ? null : late.text();
    }),
    STREAK("streak", 12, YearTable.Row::streak),
    RESOLUTION("resolution", 18, row -> row.papers().resolutionNumber()),
    MEETING("meeting", 14, row -> row.papers().meetingDate()),
    SUBMITTED("submitted", 14, row -> row.papers().submittedOn()),
    DECISION_NUMBER("decision-number", 18, row -> row.papers().decisionNumber()),
    DECISION_DATE("decision-date", 14, row -> row.papers().decisionDate()),
    CERTIFICATE("certificate", 18, row -> row.papers().certificateNumber()),
    DOCUMENTS("documents", 12, YearTable.Row::documents),
    SYNTHETIC("synthetic", 12, row -> row.synthetic() ? "x" : null),
    KEY("id", 12, YearTable.Row::id);

    private final String key;
    private final int widthCharacters;
    private final Function<YearTable.Row, @Nullable Object> value;

    SafetyColumn(String key, int widthCharacters, Function<YearTable.Row, @Nullable Object> value) {
        this.key = key;
        this.widthCharacters = widthCharacters;
        this.value = value;
    }

    /** Message with its heading. */
    String label() {
        return "label.safety-table." + key;
    }

    int widthCharacters() {
        return widthCharacters;
    }

    @Nullable Object of(YearTable.Row row) {
        return value.apply(row);
    }
}
