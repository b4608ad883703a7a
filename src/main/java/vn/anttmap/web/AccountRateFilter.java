package vn.anttmap.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** No account asks so much that nothing is left for the others. */
final class AccountRateFilter extends OncePerRequestFilter {

    private final RequestRates rates;
    private final ProblemWriter problems;

    AccountRateFilter(RequestRates rates, ProblemWriter problems) {
        this.rates = rates;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && !(authentication instanceof AnonymousAuthenticationToken)) {
            request.setAttribute(RequestRates.COUNTED, true);
            TokenBuckets accounts = rates.accounts();
            int wait = accounts == null || RequestRates.isFree(request) ? 0 : accounts.take(authentication.getName());
            if (wait > 0) {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
                problems.write(request, response, 429, "too-many-requests", wait);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
