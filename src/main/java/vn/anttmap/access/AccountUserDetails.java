package vn.anttmap.access;

import java.util.Optional;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class AccountUserDetails implements UserDetailsService {

    private final AccountRepository accounts;

    AccountUserDetails(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String username) {
        // PostgreSQL cannot even be asked for a name with a NUL character.
        return Optional.of(username)
                .filter(name -> name.indexOf('\0') < 0)
                .flatMap(accounts::findByUsername)
                .map(SignedInUser::new)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}
