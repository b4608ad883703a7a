package vn.anttmap.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.node.RecentReads;

/**
 * Slows down whoever tries many names from one place: an address has some failures free and wins one back every two minutes,
 * so an office behind one address waits two minutes at most. Kept in the database, for all nodes and over restarts, as the
 * time at which all failures will have been won back.
 */
@Component
class FailedAddresses {

    private static final Duration WON_BACK = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final RecentReads.Table<String, OffsetDateTime> clearAt;
    private final Duration free;
    private final Clock clock;

    FailedAddresses(JdbcClient jdbc, RecentReads recent, AccessSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.clearAt = recent.table();
        this.free = WON_BACK.multipliedBy(settings.failuresOfAddress());
        this.clock = clock;
    }

    /** @param address null for one that is not counted */
    boolean resting(@Nullable String address) {
        if (address == null || free.isZero()) {
            return false;
        }
        OffsetDateTime clear = clearAt.get(
                address,
                wanted -> jdbc.sql("select clear_at from failed_address where address = ?")
                        .param(wanted)
                        .query(OffsetDateTime.class)
                        .optional()
                        .orElse(OffsetDateTime.MIN));
        OffsetDateTime now = now();
        return clear != null && clear.isAfter(now.plus(free).minus(WON_BACK)) && !clear.isAfter(latest(now));
    }

    /** Stands whatever becomes of the work in which it happened. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void failed(@Nullable String address) {
        if (address == null || free.isZero()) {
            return;
        }
        OffsetDateTime now = now();
        jdbc.sql("delete from failed_address where clear_at < ?").param(now).update();
        if (count(address, now) == 0) {
            try {
                jdbc.sql("insert into failed_address (address, clear_at) values (?, ?)")
                        .params(address, now.plus(WON_BACK))
                        .update();
            } catch (DuplicateKeyException e) {
                // Somebody else guesses at the same time.
                count(address, now);
            }
        }
        clearAt.forget();
    }

    private int count(String address, OffsetDateTime now) {
        return jdbc.sql("update failed_address set clear_at = case when clear_at > ? then"
                        + " cast(? as timestamp with time zone) else greatest(clear_at, ?) end + interval '2' minute"
                        + " where address = ?")
                .params(latest(now), now, now, address)
                .update();
    }

    /** Later than failures can bring it, however many come at once: then the clock was set back since. */
    private OffsetDateTime latest(OffsetDateTime now) {
        return now.plus(free.multipliedBy(2)).plusHours(1);
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
