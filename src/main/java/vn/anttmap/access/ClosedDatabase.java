package vn.anttmap.access;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Lets the pool drop connections to an embedded database that has closed itself, as H2 does when its file cannot be written:
 * they call themselves valid for ever, while a new one opens the file again. The pool makes it by its name in the settings.
 */
public final class ClosedDatabase implements SQLExceptionOverride {

    /** Codes of {@code org.h2.api.ErrorCode}: the file cannot be written or read, the database is closed or closing. */
    private static final Set<Integer> H2_CODES = Set.of(90028, 90030, 90031, 90098, 90121);

    @java.lang.Override
    public Override adjudicate(SQLException problem) {
        return H2_CODES.contains(problem.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
