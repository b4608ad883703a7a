package vn.anttmap.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.node.TrailOnly;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Searching the trail, newest first, in pages that do not shift when new entries come in. */
@Service
class AuditSearch {

    static final int LARGEST_PAGE = 500;

    private final AuditQueries queries;
    private final AuditTrail trail;

    AuditSearch(AuditQueries queries, AuditTrail trail) {
        this.queries = queries;
        this.trail = trail;
    }

    /** @param next where the following page begins, or null on the last page */
    record Page(List<AuditEntry> entries, @Nullable String next) {}

    /**
     * One page. Who searches the trail leaves an entry as well, one for each search.
     *
     * @param cursor {@code next} of the page before, or null
     */
    @Transactional
    public Page page(AccountView account, AuditFilter filter, @Nullable String cursor, int limit) {
        TrailOnly.declare();
        account.require(Right.ADMINISTER);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw UserProblem.of(Kind.INVALID, "number-out-of-range", "limit", 1, LARGEST_PAGE)
                    .at("limit", limit);
        }
        List<AuditEntry> found = queries.search(filter, decode(cursor), limit + 1);
        if (cursor == null) {
            trail.add(NewEntry.by(account, AuditAction.TRAIL_SEARCHED).detail(filter.describe()));
        }
        boolean more = found.size() > limit;
        List<AuditEntry> page = more ? found.subList(0, limit) : found;
        return new Page(page, more ? String.valueOf(page.get(limit - 1).id()) : null);
    }

    private static @Nullable Long decode(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw UserProblem.of(Kind.INVALID, "cursor-invalid").at("cursor", cursor);
        }
    }
}
