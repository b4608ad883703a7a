package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.anttmap.status.StatusReport;
import vn.anttmap.status.StatusReport.State;

/** What the status page says of backups. */
class BackupPartTests {

    private static final Instant NOW = Instant.parse("2026-03-10T05:00:00Z");
    private static final Instant TONIGHT = Instant.parse("2026-03-10T18:30:00Z");

    private static StatusReport report(@Nullable Duration age, @Nullable Instant failedAt, @Nullable Instant dueAt) {
        BackupFile newest = age == null ? null : new BackupFile("a.zip", NOW.minus(age), 1_000);
        return BackupPart.report(new LastBackup(newest, null, false, failedAt, null, dueAt), NOW);
    }

    @Test
    void aScheduledArchiveOfLastNightIsAllRight() {
        StatusReport report = report(Duration.ofHours(10), null, TONIGHT);

        assertThat(report.state()).isEqualTo(State.OK);
        assertThat(report.lines()).extracting(StatusReport.Line::key).containsExactly("backup", "backup-due");
    }

    @Test
    void anArchiveThatIsOldAlthoughOneIsMadeEachDayIsAWarning() {
        assertThat(report(Duration.ofHours(48), null, TONIGHT).state()).isEqualTo(State.OK);
        assertThat(report(Duration.ofHours(49), null, TONIGHT).state()).isEqualTo(State.WARNING);
    }

    @Test
    void whoMakesThemByHandIsRemindedAfterAWeek() {
        assertThat(report(Duration.ofDays(8), null, null).state()).isEqualTo(State.OK);
        StatusReport late = report(Duration.ofDays(9), null, null);
        assertThat(late.state()).isEqualTo(State.NOTICE);
        assertThat(late.lines()).extracting(StatusReport.Line::key).containsExactly("backup", "backup-unscheduled");
    }

    @Test
    void aFailureIsAWarningHoweverNewTheLastWholeOneIs() {
        StatusReport report = report(Duration.ofHours(10), NOW.minusSeconds(60), TONIGHT);

        assertThat(report.state()).isEqualTo(State.WARNING);
        assertThat(report.lines())
                .extracting(StatusReport.Line::key)
                .containsExactly("backup", "backup-failed", "backup-due");
    }

    @Test
    void anArchiveOfAnotherNodeIsAllRightAndSaidToBeThere() {
        BackupFile newest = new BackupFile("a.zip", NOW.minusSeconds(3600), 1_000);

        StatusReport report = BackupPart.report(new LastBackup(newest, "node-a", false, null, null, TONIGHT), NOW);

        assertThat(report.state()).isEqualTo(State.OK);
        assertThat(report.lines().get(0).key()).isEqualTo("backup-elsewhere");
        assertThat(report.lines().get(0).values()).contains("node-a");
    }

    @Test
    void noneAtAllIsWorthALook() {
        assertThat(report(null, null, TONIGHT).state()).isEqualTo(State.NOTICE);
        assertThat(report(null, null, TONIGHT).lines())
                .extracting(StatusReport.Line::key)
                .containsExactly("backup-none", "backup-due");
    }
}
