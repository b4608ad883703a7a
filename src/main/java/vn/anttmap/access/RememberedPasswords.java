package vn.anttmap.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Remembers for a minute that a password matched a hash, because tools with HTTP Basic send it with every request and
 * bcrypt takes some 100 ms each time. Kept is only an HMAC under a key that lives in this process.
 */
@Component
class RememberedPasswords {

    private static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final int MOST_ENTRIES = 10_000;

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final SecretKeySpec key;
    private final Clock clock;

    private record Entry(String hash, byte[] mac, Instant until) {}

    RememberedPasswords(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    /** Whether this very password matched this very hash within the last minute. */
    boolean matched(String username, String password, String hash) {
        Entry entry = entries.get(username);
        return entry != null
                && entry.until().isAfter(clock.instant())
                && entry.hash().equals(hash)
                && MessageDigest.isEqual(entry.mac(), mac(password));
    }

    void remember(String username, String password, String hash) {
        if (entries.size() >= MOST_ENTRIES) {
            entries.clear();
        }
        entries.put(username, new Entry(hash, mac(password), clock.instant().plus(LIFETIME)));
    }

    void forget(String username) {
        entries.remove(username);
    }

    private byte[] mac(String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 belongs to every Java platform", e);
        }
    }
}
