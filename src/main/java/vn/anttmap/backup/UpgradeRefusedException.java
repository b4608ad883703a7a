package vn.anttmap.backup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The service does not start on this database: it is newer than the program, or could not be brought up to date. */
final class UpgradeRefusedException extends RuntimeException {

    private final String action;

    /** @param action what to do */
    UpgradeRefusedException(String message, String action) {
        super(message);
        this.action = action;
    }

    /** Prints what to do instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<UpgradeRefusedException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, UpgradeRefusedException cause) {
            return new FailureAnalysis(cause.getMessage(), cause.action, cause);
        }
    }
}
