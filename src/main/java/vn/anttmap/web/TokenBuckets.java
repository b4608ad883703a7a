package vn.anttmap.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each caller: it holds so many, is filled at so many a second, and each request takes some. In the
 * memory of this node; a caller that was quiet until its bucket was full again is forgotten.
 */
final class TokenBuckets {

    private static final int MOST_CALLERS = 50_000;

    private final double perNano;
    private final int size;
    private final LongSupplier nanoTime;
    private final Cache<String, Bucket> buckets;

    private static final class Bucket {
        private double tokens;
        private long at;
    }

    /** @param perSecond more than 0 @param nanoTime as {@link System#nanoTime} */
    TokenBuckets(int perSecond, int size, LongSupplier nanoTime) {
        this.perNano = perSecond / 1e9;
        this.size = size;
        this.nanoTime = nanoTime;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(Duration.ofSeconds(size / perSecond + 1L))
                .ticker(nanoTime::getAsLong)
                .build();
    }

    /** Takes one token. @return 0, or in how many seconds there is one */
    int take(String caller) {
        Bucket bucket = filled(caller);
        synchronized (bucket) {
            if (bucket.tokens >= 1) {
                bucket.tokens--;
                return 0;
            }
            return seconds(bucket);
        }
    }

    /** Takes none. @return 0, or in how many seconds there is one */
    int wait(String caller) {
        Bucket bucket = filled(caller);
        synchronized (bucket) {
            return bucket.tokens >= 1 ? 0 : seconds(bucket);
        }
    }

    /** Takes as many as there are, up to this number, for what has been done already. */
    void charge(String caller, int tokens) {
        Bucket bucket = filled(caller);
        synchronized (bucket) {
            bucket.tokens = Math.max(0, bucket.tokens - tokens);
        }
    }

    private int seconds(Bucket bucket) {
        return (int) Math.max(1, Math.ceil((1 - bucket.tokens) / perNano / 1e9));
    }

    private Bucket filled(String caller) {
        Bucket bucket = buckets.get(caller, key -> {
            Bucket full = new Bucket();
            full.tokens = size;
            full.at = nanoTime.getAsLong();
            return full;
        });
        synchronized (bucket) {
            long now = nanoTime.getAsLong();
            bucket.tokens = Math.min(size, bucket.tokens + (now - bucket.at) * perNano);
            bucket.at = now;
        }
        return bucket;
    }
}
