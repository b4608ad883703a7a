package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountSessions;
import vn.anttmap.access.SignInCookie;
import vn.anttmap.access.SignInWay;

/**
 * Who a browser is signed in as, from the secret in its cookie and the database. It is looked up when the request asks who
 * is there, which files of the page do not; the account is as it is now, not as it was at the sign-in.
 */
@Component
class SignIns implements SecurityContextRepository {

    private final SignInCookie cookie;
    private final AccountSessions sessions;
    private final UserDetailsService users;

    SignIns(SignInCookie cookie, AccountSessions sessions, UserDetailsService users) {
        this.cookie = cookie;
        this.sessions = sessions;
        this.users = users;
    }

    /** Called late, by way of {@link #loadDeferredContext}, and once for a request. */
    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        HttpServletRequest request = holder.getRequest();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        find(request)
                .ifPresent(signIn -> user(signIn.username()).ifPresent(user -> {
                    request.setAttribute(AccountSessions.ATTRIBUTE, signIn.id());
                    context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            user, null, signIn.way().with(user.getAuthorities())));
                }));
        return context;
    }

    /** After a sign-in through the page, under a new secret; and after a sign-out. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        find(request).ifPresent(before -> sessions.end(before.id()));
        Authentication authentication = context.getAuthentication();
        if (authentication == null) {
            cookie.takeBack(request, response);
        } else {
            cookie.give(
                    sessions.begin(
                            authentication.getName(),
                            SignInWay.of(authentication),
                            request.getHeader(HttpHeaders.USER_AGENT)),
                    request,
                    response);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return cookie.read(request) != null;
    }

    /** Whether the request shows a sign-in that stands. */
    boolean stands(HttpServletRequest request) {
        return find(request).isPresent();
    }

    private Optional<AccountSessions.Standing> find(HttpServletRequest request) {
        return Optional.ofNullable(cookie.read(request)).flatMap(sessions::find);
    }

    private Optional<UserDetails> user(String username) {
        try {
            return Optional.of(users.loadUserByUsername(username)).filter(UserDetails::isEnabled);
        } catch (UsernameNotFoundException renamedOrRemoved) {
            return Optional.empty();
        }
    }
}
