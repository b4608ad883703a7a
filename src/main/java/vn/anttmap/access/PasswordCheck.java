package vn.anttmap.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Checks name and password, with throttled failures and a minute's memory of a match. Programs may send one of the account's
 * codes in place of the password.
 */
@Component
class PasswordCheck implements AuthenticationProvider {

    private static final String SIGN_IN_PAGE = "/login";

    private final UserDetailsService users;
    private final PasswordEncoder passwordEncoder;
    private final RememberedPasswords remembered;
    private final FailedSignIns failures;
    private final FailedAddresses addresses;
    private final AccountTokens tokens;
    private final SecondStep secondStep;
    private final ProviderUse providerUse;
    private final ApplicationEventPublisher events;
    private final String hashOfNobody;

    PasswordCheck(
            UserDetailsService users,
            PasswordEncoder passwordEncoder,
            RememberedPasswords remembered,
            FailedSignIns failures,
            FailedAddresses addresses,
            AccountTokens tokens,
            SecondStep secondStep,
            ProviderUse providerUse,
            ApplicationEventPublisher events) {
        this.users = users;
        this.passwordEncoder = passwordEncoder;
        this.remembered = remembered;
        this.failures = failures;
        this.addresses = addresses;
        this.tokens = tokens;
        this.secondStep = secondStep;
        this.providerUse = providerUse;
        this.events = events;
        this.hashOfNobody = java.util.Objects.requireNonNull(passwordEncoder.encode("nobody"));
    }

    @Override
    public Authentication authenticate(Authentication request) throws AuthenticationException {
        HttpServletRequest page = page();
        String code = page == null ? null : page.getParameter(HalfSignIn.PARAMETER);
        if (page != null && code != null) {
            SecondStep.Finished finished = secondStep.finish(page, code);
            SignedInUser user = finished.user();
            events.publishEvent(new SignedIn(
                    user.getUsername(),
                    user.role(),
                    finished.way().byProvider() ? SignedIn.By.PROVIDER : SignedIn.By.PAGE));
            return authenticated(request, user, finished.way().with(user.getAuthorities()));
        }
        String username = request.getName();
        String password = String.valueOf(request.getCredentials());
        if (password.startsWith(Secrets.TOKEN_MARK) && page == null) {
            return byToken(request, username, password);
        }
        if (failures.resting(username)) {
            throw new LockedException("too many failed sign-ins");
        }
        UserDetails user = find(username);
        String hash = user == null ? hashOfNobody : String.valueOf(user.getPassword());
        boolean known = remembered.matched(username, password, hash);
        if (!known && addresses.resting(ClientAddress.ofRequest())) {
            throw new LockedException("too many failed sign-ins from there");
        }
        // An unknown name costs as much time as a known one, so that names cannot be told apart by waiting.
        boolean matches = known || passwordEncoder.matches(password, hash);
        if (user == null || !matches) {
            throw wrong(username, user);
        }
        requireEnabled(user);
        providerUse.requirePasswordAllowed(username);
        remembered.remember(username, password, hash);
        // Before the failures are forgotten: who has the password must not guess the code with a new count each time.
        secondStep.requireNoMore((SignedInUser) user, hash, page);
        if (!known) {
            failures.forget(username);
        }
        tell(user, known);
        return authenticated(request, user, user.getAuthorities());
    }

    /** A code is no password for people: it opens no page, and nobody guesses 256 bits. */
    private Authentication byToken(Authentication request, String username, String token) {
        UserDetails user = find(username);
        AccountTokens.Fitting fitting =
                user == null ? null : tokens.find(username, token).orElse(null);
        if (user == null || fitting == null) {
            // A right code is let in all the same; wrong ones fill neither the trail nor the count without end.
            if (failures.resting(username) || addresses.resting(ClientAddress.ofRequest())) {
                throw new LockedException("too many failed sign-ins");
            }
            throw wrong(username, user);
        }
        requireEnabled(user);
        String id = fitting.id().toString();
        boolean known = remembered.matched(username, token, id);
        remembered.remember(username, token, id);
        tell(user, known);
        List<GrantedAuthority> authorities = new ArrayList<>(user.getAuthorities());
        authorities.add(new SimpleGrantedAuthority(TokenUse.BY_TOKEN));
        if (!fitting.mayWrite()) {
            authorities.add(new SimpleGrantedAuthority(TokenUse.READ_ONLY));
        }
        return authenticated(request, user, authorities);
    }

    private static Authentication authenticated(
            Authentication request, UserDetails user, Collection<? extends GrantedAuthority> authorities) {
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(user, null, authorities);
        token.setDetails(request.getDetails());
        return token;
    }

    private AuthenticationException wrong(String username, @Nullable UserDetails user) {
        failures.failed(username);
        addresses.failed(ClientAddress.ofRequest());
        events.publishEvent(new SignInFailed(user == null ? null : user.getUsername(), false));
        return new BadCredentialsException("name or password is wrong");
    }

    private void requireEnabled(UserDetails user) {
        if (!user.isEnabled()) {
            events.publishEvent(new SignInFailed(user.getUsername(), true));
            throw new DisabledException("the account is switched off");
        }
    }

    private void tell(UserDetails user, boolean known) {
        boolean byPage = page() != null;
        if (byPage || !known) {
            events.publishEvent(new SignedIn(
                    user.getUsername(), ((SignedInUser) user).role(), byPage ? SignedIn.By.PAGE : SignedIn.By.TOOL));
        }
    }

    /** The request, if it is the sign-in page's. */
    private static @Nullable HttpServletRequest page() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                        && attributes.getRequest().getServletPath().equals(SIGN_IN_PAGE)
                ? attributes.getRequest()
                : null;
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
