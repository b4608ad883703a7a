package vn.anttmap.ogcapi.tiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Keeps what was worked out until a change touches it. A change does not drop anything: it calls in question, and what was
 * called in question is worked out again when it is next asked for. Each is worked out once however many ask for it.
 *
 * @param <K> names it
 * @param <V> what was worked out
 */
final class RenewedCache<K, V> {

    private static final int CHANGES_REMEMBERED = 2_000;

    private final Cache<K, Entry<V>> entries;
    private final ConcurrentMap<K, CompletableFuture<V>> running = new ConcurrentHashMap<>();
    private final Deque<Change<K, V>> changes = new ArrayDeque<>();
    private final AtomicLong workedOut = new AtomicLong();
    private long changeCount;

    private static final class Entry<V> {
        private final V value;
        private volatile boolean questioned;

        Entry(V value) {
            this.value = value;
        }
    }

    private record Change<K, V>(long number, BiPredicate<K, V> touches) {}

    /** @param mostWeight what all values may weigh together; those not asked for longest go first */
    RenewedCache(long mostWeight, ToIntFunction<V> weight) {
        this.entries = Caffeine.newBuilder()
                .maximumWeight(mostWeight)
                .weigher((K key, Entry<V> entry) -> weight.applyAsInt(entry.value))
                .build();
    }

    V get(K key, Supplier<V> work) {
        Entry<V> kept = entries.getIfPresent(key);
        if (kept != null && !kept.questioned) {
            return kept.value;
        }
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> others = running.putIfAbsent(key, mine);
        if (others != null) {
            return result(others);
        }
        try {
            mine.complete(workOut(key, work));
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            running.remove(key, mine);
        }
        return result(mine);
    }

    private V workOut(K key, Supplier<V> work) {
        long begun = changesSoFar();
        workedOut.incrementAndGet();
        Entry<V> entry = new Entry<>(work.get());
        entries.put(key, entry);
        // What changed meanwhile may be missing in it. Kept first and looked at then, so that no change falls between.
        if (touchedSince(begun, key, entry.value)) {
            entry.questioned = true;
        }
        return entry.value;
    }

    private static <V> V result(CompletableFuture<V> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private synchronized long changesSoFar() {
        return changeCount;
    }

    private synchronized boolean touchedSince(long number, K key, V value) {
        if (!changes.isEmpty() && changes.peekFirst().number() > number + 1) {
            return true;
        }
        return changes.stream()
                .filter(change -> change.number() > number)
                .anyMatch(change -> change.touches().test(key, value));
    }

    /** Calls in question all that a change touches. */
    void question(BiPredicate<K, V> touches) {
        synchronized (this) {
            changes.addLast(new Change<>(++changeCount, touches));
            if (changes.size() > CHANGES_REMEMBERED) {
                changes.removeFirst();
            }
        }
        entries.asMap().forEach((key, entry) -> {
            if (!entry.questioned && touches.test(key, entry.value)) {
                entry.questioned = true;
            }
        });
    }

    /** How often something was worked out so far. */
    long workedOut() {
        return workedOut.get();
    }
}
