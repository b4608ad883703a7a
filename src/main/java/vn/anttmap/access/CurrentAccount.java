package vn.anttmap.access;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.anttmap.node.RecentReads;

/** The account behind the present request, as {@link RecentReads} knows it: a withdrawn right ends at once. */
@Component
public class CurrentAccount {

    private final AccountStates accounts;

    CurrentAccount(AccountStates accounts) {
        this.accounts = accounts;
    }

    /** @throws AuthenticationCredentialsNotFoundException if nobody is signed in or the account is gone or off */
    public AccountView get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        }
        return accounts.find(authentication.getName())
                .filter(AccountStates.State::enabled)
                .map(AccountStates.State::view)
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("the account is gone"));
    }
}
