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
import vn.anttmap.access.SecondFactors;
import vn.anttmap.access.TokenUse;

/**
 * An account with a password that somebody else chose may only look at its session and change the password; one that needs
 * a second factor and has none may set it up besides.
 */
final class PasswordChangeFilter extends OncePerRequestFilter {

    private static final Set<String> STILL_OPEN = Set.of("/api/session", "/api/account/password");

    private static final String SECOND_FACTOR = "/api/account/second-factor";

    private final Accounts accounts;
    private final SecondFactors factors;
    private final ProblemWriter problems;

    PasswordChangeFilter(Accounts accounts, SecondFactors factors, ProblemWriter problems) {
        this.accounts = accounts;
        this.factors = factors;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return STILL_OPEN.contains(path)
                || path.startsWith("/actuator/health")
                || !path.startsWith("/api/") && !path.startsWith("/ogc") && !path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && accounts.mustChangePassword(authentication.getName())) {
            problems.write(request, response, 403, "password-change-needed");
            return;
        }
        if (authentication != null
                && !request.getServletPath().startsWith(SECOND_FACTOR)
                && !TokenUse.isBy(authentication)
                && factors.missing(authentication.getName())) {
            problems.write(request, response, 403, "second-factor-needed");
            return;
        }
        chain.doFilter(request, response);
    }
}
