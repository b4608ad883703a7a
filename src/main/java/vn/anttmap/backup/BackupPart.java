package vn.anttmap.backup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.anttmap.status.StatusPart;
import vn.anttmap.status.StatusReport;
import vn.anttmap.status.StatusReport.State;

/** When the newest archive was made, and whether the next one will be. */
@Component
class BackupPart implements StatusPart {

    /** A day's archive may be late by a day: the machine was off at night. */
    private static final Duration LATE_BY_SCHEDULE = Duration.ofDays(2);

    private static final Duration LATE_BY_HAND = Duration.ofDays(8);

    private final Backups backups;
    private final Clock clock;

    BackupPart(Backups backups, Clock clock) {
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "backup";
    }

    @Override
    public StatusReport report() {
        return report(backups.last(), clock.instant());
    }

    static StatusReport report(LastBackup last, Instant now) {
        StatusReport report = StatusReport.of(state(last, now));
        BackupFile newest = last.newest();
        String machine = last.machine();
        if (newest == null) {
            report = report.with("backup-none");
        } else if (machine == null) {
            report = report.with("backup", newest.takenAt(), DataSize.ofBytes(newest.bytes()));
        } else {
            report = report.with("backup-elsewhere", newest.takenAt(), DataSize.ofBytes(newest.bytes()), machine);
        }
        Instant failedAt = last.failedAt();
        if (failedAt != null) {
            report = report.with("backup-failed", failedAt);
        }
        Instant dueAt = last.dueAt();
        return dueAt == null ? report.with("backup-unscheduled") : report.with("backup-due", dueAt);
    }

    private static State state(LastBackup last, Instant now) {
        if (last.failedAt() != null) {
            return State.WARNING;
        }
        BackupFile newest = last.newest();
        if (newest == null) {
            return State.NOTICE;
        }
        Duration age = Duration.between(newest.takenAt(), now);
        if (last.dueAt() != null) {
            return age.compareTo(LATE_BY_SCHEDULE) > 0 ? State.WARNING : State.OK;
        }
        return age.compareTo(LATE_BY_HAND) > 0 ? State.NOTICE : State.OK;
    }
}
