package vn.anttmap.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.node.RecentReads;

/**
 * Slows guessing down: after five failures an account name rests for a growing time, a quarter of an hour at most. Kept in the
 * database: neither a restart nor another node is a way round.
 */
@Component
class FailedSignIns {

    private static final int FREE_FAILURES = 5;
    private static final Duration LONGEST_REST = Duration.ofMinutes(15);
    private static final int LONGEST_NAME = 60;

    private final JdbcClient jdbc;
    private final RecentReads.Table<String, Instant> rests;
    private final Clock clock;

    FailedSignIns(JdbcClient jdbc, RecentReads recent, Clock clock) {
        this.jdbc = jdbc;
        this.rests = recent.table();
        this.clock = clock;
    }

    boolean resting(String username) {
        Instant until = rests.get(key(username), this::restsUntil);
        return until != null && rests(until, clock.instant());
    }

    private Instant restsUntil(String key) {
        return jdbc.sql("select failures, last_at from failed_sign_in where username = ?")
                .param(key)
                .query((row, number) -> restsUntil(
                        row.getInt("failures"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(Instant.MIN);
    }

    /** Stands whatever becomes of the work in which it happened. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void failed(String username) {
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from failed_sign_in where last_at < ?")
                .param(now.minus(LONGEST_REST.multipliedBy(4)))
                .update();
        if (count(username, now) == 0) {
            try {
                jdbc.sql("insert into failed_sign_in (username, failures, last_at) values (?, 1, ?)")
                        .params(key(username), now)
                        .update();
            } catch (DuplicateKeyException e) {
                // Somebody else guesses at the same time.
                count(username, now);
            }
        }
        rests.forget();
    }

    private int count(String username, OffsetDateTime now) {
        return jdbc.sql("update failed_sign_in set failures = failures + 1, last_at = ? where username = ?")
                .params(now, key(username))
                .update();
    }

    /** The right password was given, or a new one. */
    void forget(String username) {
        boolean failed = jdbc.sql("select count(*) from failed_sign_in where username = ?")
                        .param(key(username))
                        .query(Integer.class)
                        .single()
                > 0;
        // Signing in writes nothing where nothing went wrong before.
        if (failed) {
            jdbc.sql("delete from failed_sign_in where username = ?")
                    .param(key(username))
                    .update();
            rests.forget();
        }
    }

    SignInFailures.Lately lately() {
        Instant now = clock.instant();
        List<Instant> rests = new ArrayList<>();
        int[] sum = {0};
        jdbc.sql("select failures, last_at from failed_sign_in where last_at > ?")
                .param(now.minus(LONGEST_REST.multipliedBy(4)).atOffset(ZoneOffset.UTC))
                .query(row -> {
                    sum[0] += row.getInt("failures");
                    rests.add(restsUntil(
                            row.getInt("failures"),
                            row.getObject("last_at", OffsetDateTime.class).toInstant()));
                });
        return new SignInFailures.Lately(sum[0], rests.size(), (int)
                rests.stream().filter(until -> rests(until, now)).count());
    }

    /** Nobody rests longer than the longest: then the clock was set back since, and would keep everybody out for a day. */
    private static boolean rests(Instant until, Instant now) {
        return until.isAfter(now) && !until.isAfter(now.plus(LONGEST_REST));
    }

    private static Instant restsUntil(int count, Instant last) {
        if (count < FREE_FAILURES) {
            return Instant.MIN;
        }
        long seconds = Math.min(LONGEST_REST.toSeconds(), 5L << Math.min(count - FREE_FAILURES, 20));
        return last.plusSeconds(seconds);
    }

    /** PostgreSQL takes no NUL, and no name is longer. */
    private static String key(String username) {
        String name = username.replace("\0", "");
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
