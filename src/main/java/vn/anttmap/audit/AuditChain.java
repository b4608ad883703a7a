package vn.anttmap.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a batch becomes a hash. Each value is written as its length in bytes, a colon and itself in UTF-8, a missing one as
 * a dash, so that no two batches read the same; the whole goes through SHA-256.
 */
final class AuditChain {

    /** What stands as "the hash before" in the first seal. */
    static final String BEGINNING = "0".repeat(64);

    private AuditChain() {}

    /** An entry with the incidents it speaks of, in the order of their texts. */
    record Link(AuditEntry entry, List<UUID> subjects) {}

    static String hash(long sealId, String previousHash, Instant sealedAt, List<Link> links) {
        MessageDigest digest = sha256();
        add(digest, previousHash);
        add(digest, String.valueOf(sealId));
        add(digest, sealedAt.toString());
        add(digest, String.valueOf(links.size()));
        for (Link link : links) {
            AuditEntry entry = link.entry();
            add(digest, String.valueOf(entry.id()));
            add(digest, entry.at().toString());
            add(digest, entry.username());
            add(digest, entry.role());
            add(digest, entry.action());
            add(digest, entry.subjectKind());
            add(digest, entry.subjectId());
            add(digest, entry.count() == null ? null : String.valueOf(entry.count()));
            add(digest, entry.detail());
            add(digest, entry.address());
            add(digest, String.valueOf(link.subjects().size()));
            link.subjects().stream().map(UUID::toString).sorted().forEach(subject -> add(digest, subject));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, @Nullable String value) {
        if (value == null) {
            digest.update((byte) '-');
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every Java platform", e);
        }
    }
}
