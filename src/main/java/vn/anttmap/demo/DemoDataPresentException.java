package vn.anttmap.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** {@code anttmap.demo=false} was asked for on a database that holds the demonstration and its known passwords. */
final class DemoDataPresentException extends IllegalStateException {

    static final String COMMAND = "java -jar antt-map-0.1.0.jar --anttmap.demo-remove=true";

    DemoDataPresentException() {
        super("this database holds demonstration data and accounts");
    }

    /** Prints what to do instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<DemoDataPresentException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, DemoDataPresentException cause) {
            return new FailureAnalysis(
                    "anttmap.demo=false, but this database holds demonstration data and accounts whose passwords are"
                            + " known.",
                    "Remove them once with:\n\n    " + COMMAND + "\n\nor start on another, empty database.",
                    cause);
        }
    }
}
