package vn.anttmap.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountWritten.Change;

/** The second step of a sign-in through the page: a code, after the password was right. Wrong ones count like passwords. */
@Component
class SecondStep {

    private final SecondFactors factors;
    private final AccountStates states;
    private final FailedSignIns failures;
    private final FailedAddresses addresses;
    private final HalfSignIns halves;
    private final ApplicationEventPublisher events;

    SecondStep(
            SecondFactors factors,
            AccountStates states,
            FailedSignIns failures,
            FailedAddresses addresses,
            HalfSignIns halves,
            ApplicationEventPublisher events) {
        this.factors = factors;
        this.states = states;
        this.failures = failures;
        this.addresses = addresses;
        this.halves = halves;
        this.events = events;
    }

    /** @param request null where it is no page that asks @throws SecondFactorException if a code is still to come */
    void requireNoMore(SignedInUser user, String passwordHash, @Nullable HttpServletRequest request) {
        if (factors.asked(user.getUsername())) {
            throw new SecondFactorException(
                    request == null ? null : HalfSignIn.of(user.getUsername(), passwordHash, false));
        }
    }

    /** Who has signed in, and how the first step was done. */
    record Finished(SignedInUser user, SignInWay way) {}

    /** @return who has signed in with the code of this request */
    Finished finish(HttpServletRequest request, String code) {
        HalfSignIn half = halves.find(request)
                .orElseThrow(() -> new CredentialsExpiredException("the password has to be given first"));
        String username = half.username();
        String address = ClientAddress.ofRequest();
        if (failures.resting(username) || addresses.resting(address)) {
            throw new LockedException("too many failed sign-ins");
        }
        AccountStates.State state = states.find(username)
                .filter(AccountStates.State::enabled)
                .filter(found -> half.stillFits(found.passwordHash()))
                .orElseThrow(() -> new CredentialsExpiredException("the account is another one by now"));
        SecondFactors.Accepted accepted = factors.accept(state.view().id(), code);
        if (accepted == SecondFactors.Accepted.NOTHING) {
            failures.failed(username);
            addresses.failed(address);
            events.publishEvent(new SignInFailed(username, false));
            throw new BadCredentialsException("the code is wrong, or was used");
        }
        halves.forget(request);
        failures.forget(username);
        if (accepted == SecondFactors.Accepted.RECOVERY_CODE) {
            events.publishEvent(new AccountWritten(state.view(), username, Change.RECOVERY_CODE_USED, null));
        }
        return new Finished(new SignedInUser(state), half.byProvider() ? SignInWay.PROVIDER : SignInWay.PASSWORD);
    }
}
