package vn.anttmap.access;

import org.springframework.stereotype.Component;

/** How many sign-ins were refused lately; whose, only the trail tells. */
@Component
public class SignInFailures {

    private final FailedSignIns failures;

    SignInFailures(FailedSignIns failures) {
        this.failures = failures;
    }

    /**
     * Of the last hour.
     *
     * @param failures wrong passwords of names that have not signed in since
     * @param names how many names
     * @param resting how many of them have to wait at this moment
     */
    public record Lately(int failures, int names, int resting) {}

    public Lately lately() {
        return failures.lately();
    }
}
