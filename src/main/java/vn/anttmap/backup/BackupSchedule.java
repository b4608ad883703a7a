package vn.anttmap.backup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.anttmap.node.Installation;

/**
 * Makes the daily backup, and those that the command line asks for. A machine that was off at the time of day makes up for
 * it once it is on again. Of several nodes one makes it.
 */
@Component
class BackupSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackupSchedule.class);

    private static final Duration QUIET_AFTER_START = Duration.ofMinutes(3);
    private static final Duration AGAIN_AFTER_FAILURE = Duration.ofHours(1);
    private static final Duration SAID_EVERY = Duration.ofMinutes(10);

    private static final long EVERY_SECONDS = 2;
    private static final long STOPS_WITHIN_SECONDS = 60;

    private final Backups backups;
    private final Installation installation;
    private final DueBackup due;
    private final Clock clock;

    private @Nullable ScheduledExecutorService executor;
    private Instant notBefore = Instant.MAX;
    private Instant saidAt = Instant.EPOCH;

    BackupSchedule(Backups backups, Installation installation, DueBackup due, Clock clock) {
        this.backups = backups;
        this.installation = installation;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public void start() {
        backups.start();
        notBefore = clock.instant().plus(QUIET_AFTER_START);
        executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "backup");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        if (executor != null) {
            backups.stop();
            // Not interrupted: that would close the embedded database's file under it.
            executor.shutdown();
            try {
                executor.awaitTermination(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            executor = null;
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }

    private void look() {
        try {
            BackupRequest.take(backups.folder().path())
                    .ifPresent(request -> request.answer(() -> backups.makeUnasked("command line")));
            Instant now = clock.instant();
            if (notBefore.isAfter(now.plus(AGAIN_AFTER_FAILURE))) {
                // The clock was set back.
                notBefore = now;
            }
            if (!now.isBefore(saidAt.plus(SAID_EVERY)) || saidAt.isAfter(now)) {
                backups.say();
                saidAt = now;
            }
            makeWhatIsDue(now);
        } catch (RuntimeException e) {
            // Told where it happened; a schedule that throws is dropped.
            LOG.debug("backup", e);
        }
    }

    /** When the next one is due; null without a schedule. */
    static @Nullable Instant next(@Nullable LocalTime timeOfDay, Instant now) {
        if (timeOfDay == null) {
            return null;
        }
        ZonedDateTime today = now.atZone(BackupFolder.ZONE).with(timeOfDay);
        return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
    }

    /** Whether the newest archive is older than the last time of day that has passed. */
    static boolean missed(@Nullable LocalTime timeOfDay, Instant now, @Nullable Instant newest) {
        Instant next = next(timeOfDay, now);
        if (next == null) {
            return false;
        }
        Instant due = next.atZone(BackupFolder.ZONE).minusDays(1).toInstant();
        return newest == null || newest.isBefore(due);
    }

    private void makeWhatIsDue(Instant now) {
        if (!now.isBefore(notBefore) && !installation.demo()) {
            due.make(now, () -> notBefore = now.plus(AGAIN_AFTER_FAILURE));
        }
    }
}
