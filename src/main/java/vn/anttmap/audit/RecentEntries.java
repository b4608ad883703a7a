package vn.anttmap.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What went into the trail a few minutes ago, so that the same account, from the same address, that is shown the same marks by
 * the same request again makes no second entry: a map asks for its tiles again with every step. Only what is committed is
 * remembered, and each node remembers its own.
 */
@Component
class RecentEntries {

    /** Some 20 MB at most, where no id is shared with a kept tile. */
    private static final int MOST_IDS = 400_000;

    private final boolean off;
    private final Cache<Known, Boolean> known;

    RecentEntries(AuditSettings settings) {
        Duration sameWithin = settings.sameWithin();
        this.off = sameWithin.isZero();
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(sameWithin)
                .maximumWeight(MOST_IDS)
                .<Known, Boolean>weigher(
                        (key, value) -> 10 + key.entry().incidentIds().size())
                .build();
    }

    private record Known(NewEntry entry, @Nullable String address) {}

    boolean holds(AuditTrail.Stamped entry) {
        return !off && known.getIfPresent(new Known(entry.entry(), entry.address())) != null;
    }

    /** @param entry committed */
    void remember(AuditTrail.Stamped entry) {
        if (!off) {
            known.put(new Known(entry.entry(), entry.address()), Boolean.TRUE);
        }
    }
}
