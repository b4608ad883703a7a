package vn.anttmap.access;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Checks name and password, with throttled failures and a minute's memory of a match. */
@Component
class PasswordCheck implements AuthenticationProvider {

    private static final String SIGN_IN_PAGE = "/login";

    private final UserDetailsService users;
    private final PasswordEncoder passwordEncoder;
    private final RememberedPasswords remembered;
    private final FailedSignIns failures;
    private final ApplicationEventPublisher events;
    private final String hashOfNobody;

    PasswordCheck(
            UserDetailsService users,
            PasswordEncoder passwordEncoder,
            RememberedPasswords remembered,
            FailedSignIns failures,
            ApplicationEventPublisher events) {
        this.users = users;
        this.passwordEncoder = passwordEncoder;
        this.remembered = remembered;
        this.failures = failures;
        this.events = events;
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
        boolean known = remembered.matched(username, password, hash);
        boolean matches = known || passwordEncoder.matches(password, hash);
        if (user == null || !matches) {
            failures.failed(username);
            events.publishEvent(new SignInFailed(user == null ? null : user.getUsername(), false));
            throw new BadCredentialsException("name or password is wrong");
        }
        if (!user.isEnabled()) {
            events.publishEvent(new SignInFailed(user.getUsername(), true));
            throw new DisabledException("the account is switched off");
        }
        failures.succeeded(username);
        remembered.remember(username, password, hash);
        tell(user, known);
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        token.setDetails(request.getDetails());
        return token;
    }

    private void tell(UserDetails user, boolean known) {
        boolean byPage = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getRequest().getServletPath().equals(SIGN_IN_PAGE);
        if (byPage || !known) {
            events.publishEvent(new SignedIn(user.getUsername(), ((SignedInUser) user).role(), byPage));
        }
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
