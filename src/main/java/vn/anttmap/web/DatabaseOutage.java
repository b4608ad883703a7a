package vn.anttmap.web;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.hibernate.TransactionException;
import org.jspecify.annotations.Nullable;
import vn.anttmap.status.FullDisk;

/** Tells a database that is away for a moment, as during its own restart, from a fault of the service. */
final class DatabaseOutage {

    /** When a client may ask again; a restart of PostgreSQL with a short log takes about that long. */
    private static final int RETRY_AFTER_SECONDS = 2;

    /**
     * The server's disk is full, too many connections, and the server shuts down, has crashed or is starting.
     *
     * @see <a href="https://www.postgresql.org/docs/15/errcodes-appendix.html">PostgreSQL's codes</a>
     */
    private static final Set<String> POSTGRESQL_STATES = Set.of("53100", "53300", "57P01", "57P02", "57P03");

    /** H2: the database is closed, or its file cannot be written; codes of {@code org.h2.api.ErrorCode}. */
    private static final Set<Integer> H2_CODES = Set.of(90028, 90031, 90098, 90121);

    /** Somebody has to free room first. */
    private static final int RETRY_AFTER_FULL_SECONDS = 30;

    private DatabaseOutage() {}

    /**
     * What the caller is told.
     *
     * @param retryAfter seconds
     */
    record Told(String key, int retryAfter) {}

    /** That the disk is full, where it is, since waiting alone does not help then. */
    static Told told(Throwable problem, FullDisk fullDisk) {
        return fullDisk.isIn(problem)
                ? new Told("disk-full", RETRY_AFTER_FULL_SECONDS)
                : new Told("database-away", RETRY_AFTER_SECONDS);
    }

    /** Whether the connection to the database, and not a statement, is what failed. */
    static boolean isIn(@Nullable Throwable problem) {
        int links = 0;
        for (Throwable link = problem; link != null && links < 30; link = link.getCause(), links++) {
            // A transaction that can be neither committed nor rolled back has lost its connection.
            if (link instanceof TransactionException || (link instanceof SQLException sql && isOutage(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(SQLException problem) {
        String state = problem.getSQLState();
        return problem instanceof SQLTransientConnectionException
                || problem instanceof SQLNonTransientConnectionException
                || problem instanceof SQLRecoverableException
                || (state != null && (state.startsWith("08") || POSTGRESQL_STATES.contains(state)))
                || H2_CODES.contains(problem.getErrorCode());
    }
}
