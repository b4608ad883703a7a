package vn.anttmap.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.node.TrailOnly;

/** Works the chain of seals out again from the entries, and finds the first batch that is not as it was sealed. */
@Service
class AuditVerification {

    private static final int SEALS_AT_ONCE = 100;

    private final AuditQueries queries;
    private final AuditTrail trail;

    AuditVerification(AuditQueries queries, AuditTrail trail) {
        this.queries = queries;
        this.trail = trail;
    }

    /** Why a batch is broken. */
    enum Reason {
        /** Entries were altered, removed or added, or the seal itself was altered. */
        CONTENT,
        /** It does not follow from the seal before it. */
        LINK,
        /** A seal is missing. */
        MISSING
    }

    /** @param reason {@code content}, {@code link} or {@code missing} */
    record Broken(long seal, long firstEntry, long lastEntry, Instant sealedAt, String reason) {}

    record Newest(long seal, long lastEntry, String hash, Instant sealedAt) {}

    /**
     * @param seals how many there are
     * @param entries how many entries lie under an unbroken seal
     * @param unsealed how many wait for their seal: those of the last seconds
     */
    record Result(
            boolean intact,
            long seals,
            long entries,
            long unsealed,
            @Nullable Broken firstBroken,
            @Nullable Newest newest) {}

    @Transactional
    public Result verify(AccountView account) {
        TrailOnly.declare();
        account.require(Right.ADMINISTER);
        Result result = verify();
        trail.add(NewEntry.by(account, AuditAction.TRAIL_VERIFIED)
                .count(result.entries())
                .detail(result.intact() ? "intact=yes" : "intact=no"));
        return result;
    }

    private Result verify() {
        long previousId = 0;
        long previousEnd = Long.MIN_VALUE;
        String previousHash = AuditChain.BEGINNING;
        long entries = 0;
        for (List<AuditSeal> seals = queries.sealsAfter(0, SEALS_AT_ONCE);
                !seals.isEmpty();
                seals = queries.sealsAfter(previousId, SEALS_AT_ONCE)) {
            for (AuditSeal seal : seals) {
                Reason reason = reason(seal, previousId, previousEnd, previousHash);
                if (reason != null) {
                    return result(entries, broken(seal, reason));
                }
                entries += seal.count();
                previousId = seal.id();
                previousEnd = seal.lastEntry();
                previousHash = seal.hash();
            }
        }
        return result(entries, null);
    }

    private @Nullable Reason reason(AuditSeal seal, long previousId, long previousEnd, String previousHash) {
        if (seal.id() != previousId + 1) {
            return Reason.MISSING;
        }
        if (!seal.previousHash().equals(previousHash)) {
            return Reason.LINK;
        }
        // One more than there may be shows that something was added; a count gone wrong must not fill the memory.
        int most = (int) Math.min(Math.max(seal.count(), 0), 20_000) + 1;
        List<AuditChain.Link> links = queries.links(previousEnd, seal.lastEntry(), most);
        boolean same = links.size() == seal.count()
                && !links.isEmpty()
                && links.get(0).entry().id() == seal.firstEntry()
                && links.get(links.size() - 1).entry().id() == seal.lastEntry()
                && AuditChain.hash(seal.id(), previousHash, seal.sealedAt(), links)
                        .equals(seal.hash());
        return same ? null : Reason.CONTENT;
    }

    private static Broken broken(AuditSeal seal, Reason reason) {
        return new Broken(
                seal.id(),
                seal.firstEntry(),
                seal.lastEntry(),
                seal.sealedAt(),
                reason.name().toLowerCase(Locale.ROOT));
    }

    private Result result(long entries, @Nullable Broken firstBroken) {
        AuditSeal newest = queries.newestSeal().orElse(null);
        return new Result(
                firstBroken == null,
                newest == null ? 0 : newest.id(),
                entries,
                queries.entriesAfter(newest == null ? Long.MIN_VALUE : newest.lastEntry()),
                firstBroken,
                newest == null ? null : new Newest(newest.id(), newest.lastEntry(), newest.hash(), newest.sealedAt()));
    }
}
