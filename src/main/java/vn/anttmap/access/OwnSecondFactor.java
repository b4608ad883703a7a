package vn.anttmap.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountWritten.Change;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** What everybody does with the second factor of the own account. Each step that changes something asks for the password. */
@Service
class OwnSecondFactor {

    private final SecondFactors factors;
    private final CurrentPassword current;
    private final FailedSignIns failures;
    private final AccountSessions sessions;
    private final ApplicationEventPublisher events;

    OwnSecondFactor(
            SecondFactors factors,
            CurrentPassword current,
            FailedSignIns failures,
            AccountSessions sessions,
            ApplicationEventPublisher events) {
        this.factors = factors;
        this.current = current;
        this.failures = failures;
        this.sessions = sessions;
        this.events = events;
    }

    /** @param mode off, optional, administrators or all @param setAt null where none is set up */
    record State(String mode, boolean required, @Nullable Instant setAt, int recoveryCodesLeft) {}

    /** @param secret to be typed where the picture cannot be looked at @param qr the same for the app's camera */
    record Begun(String secret, String uri, QrCode qr) {}

    State state(AccountView account) {
        SecondFactors.Stored stored = factors.find(account.id()).orElse(null);
        return new State(
                AccountDraft.key(factors.mode()),
                factors.mode().requires(account.role()),
                stored == null ? null : stored.setAt(),
                stored == null ? 0 : stored.recoveryCodesLeft());
    }

    @Transactional
    Begun begin(AccountView account, String password) {
        requireOffered();
        current.require(account.username(), password);
        if (factors.find(account.id()).isPresent()) {
            throw UserProblem.of(Kind.CONFLICT, "second-factor-set");
        }
        byte[] secret = factors.begin(account.id());
        String uri = SecondFactors.uri(account.username(), secret);
        return new Begun(SecondFactors.readable(secret), uri, QrCode.of(uri));
    }

    /**
     * From now on the sign-in asks for it; wherever else the account is signed in, that ends.
     *
     * @param here the sign-in that asks, or null
     * @return recovery codes, told this once
     */
    @Transactional
    List<String> confirm(AccountView account, String code, @Nullable UUID here) {
        requireOffered();
        if (!factors.confirm(account.id(), code)) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "second-factor-wrong").at("code", null);
        }
        sessions.endAll(account.id(), here);
        tell(account, Change.SECOND_FACTOR_SET);
        return factors.newRecoveryCodes(account.id());
    }

    @Transactional
    List<String> newRecoveryCodes(AccountView account, String password, String code) {
        require(account, password, code);
        tell(account, Change.RECOVERY_CODES_MADE);
        return factors.newRecoveryCodes(account.id());
    }

    @Transactional
    void remove(AccountView account, String password, String code) {
        require(account, password, code);
        factors.remove(account.id());
        tell(account, Change.SECOND_FACTOR_REMOVED);
    }

    private void require(AccountView account, String password, String code) {
        requireOffered();
        current.require(account.username(), password);
        if (factors.find(account.id()).isEmpty()) {
            throw UserProblem.of(Kind.CONFLICT, "second-factor-not-set");
        }
        if (factors.accept(account.id(), code) == SecondFactors.Accepted.NOTHING) {
            failures.failed(account.username());
            throw UserProblem.of(Kind.UNPROCESSABLE, "second-factor-wrong").at("code", null);
        }
    }

    private void requireOffered() {
        if (!factors.offered()) {
            throw UserProblem.of(Kind.CONFLICT, "second-factor-off");
        }
    }

    private void tell(AccountView account, Change change) {
        events.publishEvent(new AccountWritten(account, account.username(), change, null));
    }
}
