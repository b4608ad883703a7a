package vn.anttmap.node;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Holds for a quarter of a second what every request asks of the database: who an account is, whether its sign-in stands,
 * which categories are hidden. Whoever changes such a thing says so ({@link #changed()}). This node forgets with the commit;
 * on PostgreSQL the answer to the change waits until no other node can still hold what was read before. So whatever is
 * acknowledged holds at the next request, on whichever node, though no message need arrive.
 *
 * <p>What was changed past the service, by a statement typed in, holds a quarter of a second later.
 */
@Component
public class RecentReads {

    static final Duration HELD = Duration.ofMillis(250);

    private static final int MOST_HELD = 20_000;

    private final AtomicLong changes = new AtomicLong();
    private final boolean otherNodes;

    public RecentReads(Installation installation) {
        // The embedded database is opened by one process only.
        this.otherNodes = !installation.embedded();
    }

    /** Things of one kind. Asked for in a transaction that may write, they are read afresh, and not held. */
    public final class Table<K, V> {

        private final Map<K, Held<V>> all = new ConcurrentHashMap<>();
        private final AtomicLong own = new AtomicLong();

        private Table() {}

        /** @param read asks the database; null is not held */
        public @Nullable V get(K key, Function<K, @Nullable V> read) {
            if (TransactionSynchronizationManager.isActualTransactionActive()
                    && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
                return read.apply(key);
            }
            Held<V> held = all.get(key);
            // First the number, then the time, then the reading: what changes meanwhile is never held as if it were
            // new.
            long number = number();
            long now = System.nanoTime();
            if (held != null && held.number() == number && now - held.sinceNanos() < HELD.toNanos()) {
                return held.value();
            }
            V value = read.apply(key);
            if (value != null) {
                if (all.size() >= MOST_HELD) {
                    all.clear();
                }
                all.put(key, new Held<>(value, now, number));
            } else {
                all.remove(key);
            }
            return value;
        }

        /** For what concerns this table only, and where other nodes may be late by the quarter of a second. */
        public void forget() {
            own.incrementAndGet();
        }

        private long number() {
            return changes.get() + own.get();
        }
    }

    /** @param number of changes that were known when it was read */
    private record Held<V>(V value, long sinceNanos, long number) {}

    public <K, V> Table<K, V> table() {
        return new Table<>();
    }

    /** To be called where something changes that is held here, in its transaction if there is one. */
    public void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            settle();
            return;
        }
        if (!TransactionSynchronizationManager.getSynchronizations().contains(settling)) {
            TransactionSynchronizationManager.registerSynchronization(settling);
        }
    }

    private final TransactionSynchronization settling = new TransactionSynchronization() {
        @Override
        public void afterCommit() {
            settle();
        }
    };

    private void settle() {
        changes.incrementAndGet();
        if (otherNodes) {
            long end = System.nanoTime() + HELD.toNanos();
            for (long left = HELD.toNanos(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }
}
