package vn.anttmap.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.anttmap.access.AccountSessions;

/** A sign-in that was ended from elsewhere is over with its next request, on whatever node. */
final class EndedSignInFilter extends OncePerRequestFilter {

    private final AccountSessions sessions;

    EndedSignInFilter(AccountSessions sessions) {
        this.sessions = sessions;
    }

    /** Files of the page are open to all: no need to ask the database for each. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/js/")
                || path.startsWith("/css/")
                || path.startsWith("/icons/")
                || path.startsWith("/webjars/")
                || path.startsWith("/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(AccountSessions.ATTRIBUTE) instanceof UUID id
                && !sessions.stands(id)) {
            SecurityContextHolder.clearContext();
            session.invalidate();
        }
        chain.doFilter(request, response);
    }
}
