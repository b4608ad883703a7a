package vn.anttmap.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks name and password, with throttled failures and a minute's memory of a match. */
@Component
class PasswordCheck implements AuthenticationProvider {

    private final UserDetailsService users;
    private final PasswordEncoder passwordEncoder;
    private final RememberedPasswords remembered;
    private final FailedSignIns failures;
    private final String hashOfNobody;

    PasswordCheck(
            UserDetailsService users,
            PasswordEncoder passwordEncoder,
            RememberedPasswords remembered,
            FailedSignIns failures) {
        this.users = users;
        this.passwordEncoder = passwordEncoder;
        this.remembered = remembered;
        this.failures = failures;
        this.hashOfNobody = java.util.Objects.requireNonNull(passwordEncoder.encode("nobody"));
    }

    @Override
    public Authentication authenticate(Authentication request) throws AuthenticationException {
        String username = request.getName();
        String password = String.valueOf(request.getCredentials());
        if (failures.resting(username)) {
            throw new LockedException("too many failed sign-ins");
        }
        UserDetails user = find(username);
        String hash = user == null ? hashOfNobody : String.valueOf(user.getPassword());
        // An unknown name costs as much time as a known one, so that names cannot be told apart by waiting.
        boolean matches = remembered.matched(username, password, hash) || passwordEncoder.matches(password, hash);
        if (user == null || !matches) {
            failures.failed(username);
            throw new BadCredentialsException("name or password is wrong");
        }
        if (!user.isEnabled()) {
            throw new DisabledException("the account is switched off");
        }
        failures.succeeded(username);
        remembered.remember(username, password, hash);
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        token.setDetails(request.getDetails());
        return token;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private @Nullable UserDetails find(String username) {
        try {
            return users.loadUserByUsername(username);
        } catch (UsernameNotFoundException e) {
            return null;
        }
    }
}
