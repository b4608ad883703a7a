package vn.anttmap.incident;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import vn.anttmap.node.JobTurns;

/** Once a day, removes the notes whose time is over. Does nothing unless a time is set. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class NoteRetention {

    private static final Logger LOG = LoggerFactory.getLogger(NoteRetention.class);

    private final NoteRedaction redaction;
    private final IncidentSettings settings;
    private final JobTurns turns;
    private final Clock clock;

    NoteRetention(NoteRedaction redaction, IncidentSettings settings, JobTurns turns, Clock clock) {
        this.redaction = redaction;
        this.settings = settings;
        this.turns = turns;
        this.clock = clock;
    }

    /** At night in Vietnam, on one node. */
    @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Ho_Chi_Minh")
    void run() {
        int days = settings.noteRetentionDays();
        if (days == 0 || !turns.take("note-retention", Duration.ofHours(1))) {
            return;
        }
        int cleared = redaction.redactClosedBefore(
                clock.instant().minus(Duration.ofDays(days)), "Hết thời hạn giữ ghi chú: " + days + " ngày");
        LOG.info("notes of {} incidents removed: closed for more than {} days", cleared, days);
    }
}
