package vn.anttmap.access;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The account behind the present request, read afresh so that a withdrawn right ends at once. */
@Component
public class CurrentAccount {

    private final AccountRepository accounts;

    CurrentAccount(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** @throws AuthenticationCredentialsNotFoundException if nobody is signed in or the account is gone or off */
    @Transactional(readOnly = true)
    public AccountView get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        }
        return accounts.findByUsername(authentication.getName())
                .filter(Account::enabled)
                .map(Account::view)
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("the account is gone"));
    }
}
