package vn.anttmap.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.anttmap.access.Accounts;

/** An account with a password that somebody else chose may only look at its session and change the password. */
final class PasswordChangeFilter extends OncePerRequestFilter {

    private static final Set<String> STILL_OPEN = Set.of("/api/session", "/api/account/password");

    private final Accounts accounts;
    private final ProblemWriter problems;

    PasswordChangeFilter(Accounts accounts, ProblemWriter problems) {
        this.accounts = accounts;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return STILL_OPEN.contains(path) || !path.startsWith("/api/") && !path.startsWith("/ogc");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && accounts.mustChangePassword(authentication.getName())) {
            problems.write(request, response, 403, "password-change-needed");
            return;
        }
        chain.doFilter(request, response);
    }
}
