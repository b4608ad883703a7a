package vn.anttmap.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * Leads back to where somebody wanted to go before signing in. Who wanted nothing but to come in gets the first page of
 * the role: a leader the overview, all others the map.
 */
final class FirstPageHandler extends SavedRequestAwareAuthenticationSuccessHandler {

    private final RequestCache requests;

    FirstPageHandler(RequestCache requests) {
        this.requests = requests;
        setRequestCache(requests);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (isLeader(authentication) && wantedNothingElse(requests.getRequest(request, response))) {
            requests.removeRequest(request, response);
            clearAuthenticationAttributes(request);
            getRedirectStrategy().sendRedirect(request, response, "/overview");
        } else {
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }

    private static boolean isLeader(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .anyMatch(authority -> "ROLE_LEADER".equals(authority.getAuthority()));
    }

    /** The bare address of the service. */
    private static boolean wantedNothingElse(@Nullable SavedRequest saved) {
        if (saved == null) {
            return true;
        }
        URI wanted = URI.create(saved.getRedirectUrl());
        return ("/".equals(wanted.getPath()) || wanted.getPath().isEmpty()) && wanted.getQuery() == null;
    }
}
