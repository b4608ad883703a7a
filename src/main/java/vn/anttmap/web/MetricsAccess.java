package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** The actuator, but for health, is the administrator's; metrics can also be read with the token of {@code anttmap.metrics.token}. */
final class MetricsAccess implements AuthorizationManager<RequestAuthorizationContext> {

    static final String METRICS = "/actuator/prometheus";

    private static final String BEARER = "Bearer ";

    private final String token;

    /** @param token empty for none */
    MetricsAccess(String token) {
        this.token = token;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        Authentication signedIn = authentication.get();
        boolean administrator = signedIn != null
                && signedIn.isAuthenticated()
                && signedIn.getAuthorities().stream()
                        .anyMatch(authority -> "ROLE_ADMINISTRATOR".equals(authority.getAuthority()));
        return new AuthorizationDecision(administrator || hasToken(context.getRequest()));
    }

    private boolean hasToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return !token.isEmpty()
                && METRICS.equals(request.getServletPath())
                && header != null
                && header.startsWith(BEARER)
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8));
    }
}
