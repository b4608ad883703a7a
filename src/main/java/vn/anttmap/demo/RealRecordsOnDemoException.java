package vn.anttmap.demo;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The demonstration cannot be removed without what others recorded for its units. Nothing was removed. */
final class RealRecordsOnDemoException extends IllegalStateException {

    RealRecordsOnDemoException(List<String> hanging) {
        super("real records hang on units of the demonstration: " + String.join("; ", hanging));
    }

    /** Prints what to do instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<RealRecordsOnDemoException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, RealRecordsOnDemoException cause) {
            return new FailureAnalysis(
                    "anttmap.demo-remove=true, but " + cause.getMessage() + ". Nothing was removed.",
                    "Start without anttmap.demo-remove, and withdraw these records or record them for a real unit. Or"
                            + " start on another, empty database.",
                    cause);
        }
    }
}
