package vn.anttmap.status;

import org.springframework.stereotype.Component;
import vn.anttmap.access.SignInFailures;

/** Names that somebody tries to guess passwords of. */
@Component
class SignInPart implements StatusPart {

    private final SignInFailures failures;

    SignInPart(SignInFailures failures) {
        this.failures = failures;
    }

    @Override
    public String key() {
        return "sign-ins";
    }

    @Override
    public StatusReport report() {
        SignInFailures.Lately lately = failures.lately();
        return StatusReport.of(lately.resting() > 0 ? StatusReport.State.NOTICE : StatusReport.State.OK)
                .with("sign-ins", lately.failures(), lately.names(), lately.resting());
    }
}
