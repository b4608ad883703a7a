package vn.anttmap.density.grid;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what takes long to make, up to a number of bytes; what was not asked for longest goes first. Who asks for what is
 * being made waits for it.
 */
final class KeptOnce<K, V> {

    private final long mostBytes;
    private final Map<K, Made<V>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<K, CompletableFuture<V>> beingMade = new HashMap<>();
    private long bytes;

    /** @param bytes that it holds, about; more than may be kept where it is for this question only */
    record Made<V>(V value, long bytes) {}

    KeptOnce(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** @param make what it throws, the caller gets, and whoever waited makes it himself */
    V get(K key, Supplier<Made<V>> make) {
        CompletableFuture<V> own = new CompletableFuture<>();
        while (true) {
            CompletableFuture<V> other;
            synchronized (this) {
                Made<V> found = kept.get(key);
                if (found != null) {
                    return found.value();
                }
                other = beingMade.putIfAbsent(key, own);
            }
            if (other == null) {
                return make(key, make, own);
            }
            try {
                return other.join();
            } catch (CompletionException failed) {
                // The one that made it failed; it may have been for a reason of its own.
            }
        }
    }

    private V make(K key, Supplier<Made<V>> make, CompletableFuture<V> own) {
        Made<V> made = null;
        try {
            made = make.get();
            return made.value();
        } finally {
            synchronized (this) {
                beingMade.remove(key);
                keep(key, made);
            }
            if (made == null) {
                own.completeExceptionally(new IllegalStateException("not made"));
            } else {
                own.complete(made.value());
            }
        }
    }

    private void keep(K key, @Nullable Made<V> made) {
        if (made == null || made.bytes() > mostBytes) {
            return;
        }
        kept.put(key, made);
        bytes += made.bytes();
        Iterator<Made<V>> oldest = kept.values().iterator();
        while (bytes > mostBytes) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
