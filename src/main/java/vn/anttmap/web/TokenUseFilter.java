package vn.anttmap.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.anttmap.access.TokenUse;

/** A code for programs does less than the password. */
final class TokenUseFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;

    TokenUseFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        String refusal = authentication == null
                ? null
                : TokenUse.refusal(authentication, request.getMethod(), request.getServletPath());
        if (refusal != null) {
            problems.write(request, response, 403, refusal);
            return;
        }
        chain.doFilter(request, response);
    }
}
