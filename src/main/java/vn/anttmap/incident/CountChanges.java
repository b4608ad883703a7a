package vn.anttmap.incident;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Which months of the register changed: written with the change itself, read by every node before it counts. */
@Component
class CountChanges {

    /** Longer than any transaction: a number not seen by then was rolled back. */
    static final Duration LONGEST_TRANSACTION = Duration.ofDays(1);

    static final Duration KEPT = Duration.ofDays(2);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    CountChanges(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param month null for all: what an operator writes who changed the register past the service */
    private record Change(long id, @Nullable YearMonth month, Instant changedAt) {}

    /**
     * To be called in the transaction that changes an incident, its placements or its roads; where the day itself changes,
     * for the day before and the day after.
     */
    void touch(LocalDate day) {
        insertOnce(YearMonth.from(day));
    }

    /** Whether the present transaction has changes that nobody else sees. */
    boolean touchedInThisTransaction() {
        return TransactionSynchronizationManager.hasResource(this);
    }

    private void insertOnce(YearMonth month) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            insert(month);
            return;
        }
        @SuppressWarnings("unchecked")
        Set<@Nullable YearMonth> touched =
                (Set<@Nullable YearMonth>) TransactionSynchronizationManager.getResource(this);
        if (touched == null) {
            touched = new HashSet<>();
            TransactionSynchronizationManager.bindResource(this, touched);
            TransactionSynchronizationManager.registerSynchronization(new Unbind(this, touched));
        }
        if (touched.add(month)) {
            insert(month);
        }
    }

    private void insert(YearMonth month) {
        jdbc.update(
                "insert into incident_count_change (month_begin, changed_at) values (?, ?)",
                month.atDay(1),
                Timestamp.from(clock.instant()));
    }

    /** A transaction inside another one has months of its own. */
    private record Unbind(Object key, Object touched) implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(key);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(key, touched);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(key);
        }
    }

    /** What one node has seen of the changes. */
    final class Reader {

        /** Of all changes up to this one it is known whether they took place. */
        private long settled;

        private final TreeMap<Long, Instant> seen = new TreeMap<>();
        private @Nullable Instant lastRead;

        /**
         * Reads the changes that were committed since the last call.
         *
         * @param changed told each month, null for all; once or more often, never while another thread is told
         */
        void read(Consumer<@Nullable YearMonth> changed) {
            long after;
            synchronized (this) {
                Instant now = clock.instant();
                if (lastRead != null && lastRead.plus(LONGEST_TRANSACTION).isBefore(now)) {
                    // Of so long ago, some may be forgotten already.
                    changed.accept(null);
                }
                lastRead = now;
                after = settled;
            }
            List<Change> changes = jdbc.query(
                    "select id, month_begin, changed_at from incident_count_change where id > ? order by id",
                    (row, number) -> {
                        LocalDate month = row.getObject("month_begin", LocalDate.class);
                        return new Change(
                                row.getLong("id"),
                                month == null ? null : YearMonth.from(month),
                                row.getTimestamp("changed_at").toInstant());
                    },
                    after);
            if (!changes.isEmpty()) {
                take(changes, changed);
            }
        }

        /** Numbers are given before a transaction ends, so a lower one may come to light after a higher one. */
        private synchronized void take(List<Change> changes, Consumer<@Nullable YearMonth> changed) {
            Instant settledBefore = clock.instant().minus(LONGEST_TRANSACTION);
            List<@Nullable YearMonth> months = new ArrayList<>();
            for (Change change : changes) {
                if (change.id() > settled && seen.putIfAbsent(change.id(), change.changedAt()) == null) {
                    months.add(change.month());
                }
            }
            while (!seen.isEmpty()
                    && (seen.firstKey() == settled + 1
                            || seen.firstEntry().getValue().isBefore(settledBefore))) {
                settled = seen.firstKey();
                seen.remove(settled);
            }
            new HashSet<>(months).forEach(changed);
        }
    }

    Reader reader() {
        return new Reader();
    }

    /** On several nodes it does no harm that each of them tries. */
    @Scheduled(initialDelayString = "PT12M", fixedDelayString = "PT6H")
    void sweep() {
        jdbc.update(
                "delete from incident_count_change where changed_at < ?",
                Timestamp.from(clock.instant().minus(KEPT)));
    }
}
