package vn.anttmap.backup;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.anttmap.node.JobTurns;

/** The archive of the day, made by one of the nodes, whichever comes first. */
@Component
class DueBackup {

    /** A node that dies over it loses its turn after so long; while it works it keeps the turn. */
    private static final Duration TURN = Duration.ofMinutes(10);

    private static final String JOB = "backup";

    private final Backups backups;
    private final JobTurns turns;

    DueBackup(Backups backups, JobTurns turns) {
        this.backups = backups;
        this.turns = turns;
    }

    /**
     * Makes it if it is missing and no other node is at it.
     *
     * @param beforeTrying is run before the work, which may fail
     */
    void make(Instant now, Runnable beforeTrying) {
        if (!missing(now) || !turns.take(JOB, TURN)) {
            return;
        }
        try {
            // Another node may have been done between the look and the turn.
            if (missing(now)) {
                beforeTrying.run();
                backups.makeDue(() -> turns.keep(JOB, TURN));
            }
        } finally {
            turns.leave(JOB);
        }
    }

    private boolean missing(Instant now) {
        BackupFile here = backups.newest();
        if (!BackupSchedule.missed(backups.timeOfDay(), now, here == null ? null : here.takenAt())) {
            return false;
        }
        MadeBackups.On newest = backups.newestAnywhere();
        return BackupSchedule.missed(
                backups.timeOfDay(), now, newest == null ? null : newest.file().takenAt());
    }
}
