package vn.anttmap.access;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

@Service
class AccountUserDetails implements UserDetailsService {

    private final AccountStates accounts;

    AccountUserDetails(AccountStates accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        return accounts.find(username)
                .map(SignedInUser::new)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}
