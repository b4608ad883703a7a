package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.anttmap.incident.NoteRedaction.Extent.NOTE_ONLY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.node.JobTurns;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.testing.TestDraft;

/** A note that should not be there goes for good, and what went before it goes as well. */
@RecordApplicationEvents
abstract class NoteRedactionContract extends IncidentContract {

    private static final String SECRET = "Nguyễn Văn A";
    private static final String WHY = "tên người trong ghi chú";

    @Autowired
    IncidentHistory history;

    @Autowired
    NoteRedaction redaction;

    @Autowired
    JobTurns turns;

    @Autowired
    PhotoTable photos;

    @Autowired
    ApplicationEvents events;

    AccountView administrator;
    UUID id;
    TestDraft mark;

    @BeforeEach
    void aMarkWhoseNoteWasCorrected() {
        administrator = account("admin", Role.ADMINISTRATOR, java.util.Set.of());
        id = UUID.randomUUID();
        mark = TestDraft.at(inBlock1, "2021-03-01T08:00:00+07:00");
        put(mark.note(SECRET), null);
        put(mark.note(SECRET + " và B"), 0L);
    }

    @Test
    void anAdministratorRemovesTheNoteWithItsHistory() {
        redaction.redact(administrator, id, WHY, NOTE_ONLY);

        assertThat(notesOnRecord()).isZero();
        IncidentView read = register.get(officer, id, VI);
        assertThat(read.note()).isNull();
        assertThat(read.noteRedactedAt()).isEqualTo(read.changedAt()).isNotNull();
        assertThat(read.version()).isEqualTo(2);
        List<IncidentHistory.Entry> entries = history.of(officer, id, VI);
        assertThat(entries)
                .extracting(IncidentHistory.Entry::change)
                .containsExactly("created", "corrected", "redacted");
        assertThat(entries).extracting(entry -> entry.incident().note()).containsOnlyNulls();
        assertThat(entries.get(2).reason()).isEqualTo(WHY);
        assertThat(events.stream(IncidentWritten.class)
                        .filter(written -> written.change() == IncidentWritten.Change.REDACTED))
                .containsExactly(new IncidentWritten(
                        administrator, id, 2, IncidentWritten.Change.REDACTED, unit(NEW_TOWN), "TTXH", WHY));
    }

    @Test
    void aNoteThatIsOnlyInTheHistoryGoesAsWell() {
        put(mark, 1L);

        redaction.redact(administrator, id, WHY, NOTE_ONLY);

        assertThat(notesOnRecord()).isZero();
    }

    @Test
    void theReasonsOfEarlierChangesGoWhereThatIsAsked() {
        put(mark.note("hai xe").because("lời của " + SECRET), 1L);

        redaction.redact(administrator, id, WHY, NOTE_ONLY);
        assertThat(history.of(officer, id, VI))
                .extracting(IncidentHistory.Entry::reason)
                .containsExactly(null, null, "lời của " + SECRET, WHY);

        redaction.redact(administrator, id, "cả lý do", new NoteRedaction.Extent(true, false));
        assertThat(history.of(officer, id, VI))
                .extracting(IncidentHistory.Entry::reason)
                .containsExactly(null, null, null, null, "cả lý do");
    }

    @Test
    void aCorrectionOnItsWayCannotBringTheNoteBack() {
        redaction.redact(administrator, id, WHY, NOTE_ONLY);

        assertProblem(UserProblem.Kind.STALE, () -> put(mark.note(SECRET + " và C"), 1L));
        assertThat(notesOnRecord()).isZero();
    }

    @Test
    void photosStayUnlessTheyAreToGoAndTheAnswerSaysHowMany() {
        photo("a");
        photo("b");

        NoteRedaction.Redacted first = redaction.redact(administrator, id, WHY, NOTE_ONLY);
        assertThat(first)
                .isEqualTo(
                        new NoteRedaction.Redacted(register.get(officer, id, VI).noteRedactedAt(), 0, 2));

        register.withdraw(officer, id, 2L, VI);
        NoteRedaction.Redacted second = redaction.redact(administrator, id, WHY, new NoteRedaction.Extent(false, true));

        assertThat(second.photosRemoved()).isEqualTo(2);
        assertThat(second.photosLeft()).isZero();
        assertThat(photos.of(List.of(id))).isEmpty();
        assertThat(jdbc.queryForList(
                        "select distinct removed_by from incident_photo where incident_id = ? and content is null",
                        String.class,
                        id))
                .containsExactly(administrator.username());
        assertThat(events.stream(IncidentWritten.class)
                        .filter(written -> written.change() == IncidentWritten.Change.PHOTO_REMOVED))
                .hasSize(2);
    }

    private void photo(String sha256) {
        byte[] picture = {1, 2, 3};
        photos.insert(new IncidentPhoto(UUID.randomUUID(), 4, 3), id, picture, sha256, "officer", Instant.now());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void nobodyElseMayRemoveIt(Role role) {
        AccountView other = account("other", role, java.util.Set.of(), OLD_TOWN);

        assertProblem(UserProblem.Kind.FORBIDDEN, () -> redaction.redact(other, id, WHY, NOTE_ONLY));
        assertThat(notesOnRecord()).isEqualTo(3);
    }

    @Test
    void aReasonIsNeededAndAnIncident() {
        assertProblem(UserProblem.Kind.INVALID, () -> redaction.redact(administrator, id, " ", NOTE_ONLY));
        assertProblem(
                UserProblem.Kind.NOT_FOUND, () -> redaction.redact(administrator, UUID.randomUUID(), WHY, NOTE_ONLY));
        assertThat(notesOnRecord()).isEqualTo(3);
    }

    @Test
    void notesOfWhatIsClosedOrWithdrawnLongEnoughGo() {
        UUID open = id;
        put(mark.note(SECRET), 1L);
        UUID closed = mark(mark.note(SECRET).state(IncidentState.RESOLVED));
        UUID withdrawn = mark(mark.note(SECRET));
        register.withdraw(officer, withdrawn, 0L, VI);
        UUID reopened = mark(mark.note(SECRET).state(IncidentState.NOT_A_CASE));
        TestDraft again = mark.note(SECRET).state(IncidentState.VERIFYING);
        register.put(officer, reopened, again.because("xem lại").draft(), 0L, VI);

        assertThat(redaction.redactClosedBefore(Instant.now().minus(Duration.ofDays(1)), WHY))
                .isZero();
        int cleared = redaction.redactClosedBefore(Instant.now().plus(Duration.ofDays(1)), WHY);

        assertThat(cleared).isEqualTo(2);
        assertThat(List.of(notesOf(closed), notesOf(withdrawn))).containsExactly(0, 0);
        assertThat(List.of(notesOf(open), notesOf(reopened))).doesNotContain(0);
        assertThat(history.of(officer, closed, VI))
                .extracting(IncidentHistory.Entry::change)
                .containsExactly("created", "redacted");
        assertThat(redaction.redactClosedBefore(Instant.now().plus(Duration.ofDays(1)), WHY))
                .as("nothing is left to do")
                .isZero();
    }

    @Test
    void theTimeThatIsSetDecidesAndZeroKeepsAll() {
        UUID closed = mark(mark.note(SECRET).state(IncidentState.RESOLVED));
        Clock inTenDays = Clock.fixed(Instant.now().plus(Duration.ofDays(10)), ZoneOffset.UTC);

        new NoteRetention(redaction, new IncidentSettings(1_000, 30, 200, 24, 0, false), turns, inTenDays).run();
        new NoteRetention(redaction, new IncidentSettings(1_000, 30, 200, 24, 11, false), turns, inTenDays).run();
        assertThat(notesOf(closed)).isEqualTo(2);

        new NoteRetention(redaction, new IncidentSettings(1_000, 30, 200, 24, 9, false), turns, inTenDays).run();
        assertThat(notesOf(closed)).isZero();
        assertThat(history.of(officer, closed, VI).get(1).reason()).isEqualTo("Hết thời hạn giữ ghi chú: 9 ngày");
    }

    private void put(TestDraft draft, Long basedOn) {
        register.put(officer, id, draft.draft(), basedOn, VI);
    }

    private int notesOnRecord() {
        return notesOf(id);
    }

    /** Notes of the incident in the register and in its history, as the tables hold them. */
    private int notesOf(UUID incident) {
        return jdbc.queryForObject(
                "select (select count(note) from incident where id = ?)"
                        + " + (select count(note) from incident_history where id = ?)",
                Integer.class,
                incident,
                incident);
    }
}
