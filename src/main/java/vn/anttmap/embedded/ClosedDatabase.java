package vn.anttmap.embedded;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets the pool drop connections to an embedded database that has closed itself, as H2 does when its file cannot be written,
 * and counts that it happened for {@link ReopenedDatabase}. The pool makes it by its name in the settings.
 */
public final class ClosedDatabase implements SQLExceptionOverride {

    /** Codes of {@code org.h2.api.ErrorCode}: the file cannot be written or read, the database is closed or closing. */
    private static final Set<Integer> H2_CODES = Set.of(90028, 90030, 90031, 90098, 90121);

    /** Of all databases of the process: the pool does not say which one asks. Looking at one too many costs little. */
    private static final AtomicLong CLOSED = new AtomicLong();

    @java.lang.Override
    public Override adjudicate(SQLException problem) {
        if (!H2_CODES.contains(problem.getErrorCode())) {
            return Override.CONTINUE_EVICT;
        }
        CLOSED.incrementAndGet();
        return Override.MUST_EVICT;
    }

    /** How often it was met so far. */
    static long closed() {
        return CLOSED.get();
    }
}
