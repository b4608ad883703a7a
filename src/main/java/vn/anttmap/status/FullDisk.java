package vn.anttmap.status;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** That the database could not write for want of room, wherever its disk is: a server's disk is none of this machine's. */
@Component
public class FullDisk {

    private static final Duration TOLD_FOR = Duration.ofHours(1);

    /** PostgreSQL's {@code disk_full}. */
    private static final String POSTGRESQL_STATE = "53100";

    /** As Linux and Windows say it; Java has no type for it. */
    private static final List<String> WORDS =
            List.of("no space left", "not enough space", "quota exceeded", "file too large");

    private final Clock clock;
    private volatile @Nullable Instant last;

    FullDisk(Clock clock) {
        this.clock = clock;
    }

    /** Whether this is the reason; then it is remembered for the status page. */
    public boolean isIn(Throwable problem) {
        boolean found = said(problem);
        if (found) {
            last = clock.instant();
        }
        return found;
    }

    /** When a write was refused for it, for as long as that is worth a look. */
    Optional<Instant> lately() {
        Instant moment = last;
        return Optional.ofNullable(moment)
                .filter(at -> at.isAfter(clock.instant().minus(TOLD_FOR)));
    }

    private static boolean said(Throwable problem) {
        int links = 0;
        for (Throwable link = problem; link != null && links < 30; link = link.getCause(), links++) {
            if (link instanceof SQLException sql && POSTGRESQL_STATE.equals(sql.getSQLState())) {
                return true;
            }
            if (link instanceof IOException io) {
                String text = String.valueOf(io.getMessage()).toLowerCase(Locale.ROOT);
                if (WORDS.stream().anyMatch(text::contains)) {
                    return true;
                }
            }
        }
        return false;
    }
}
