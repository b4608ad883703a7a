package vn.anttmap.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looks at each request and its answer for those who watch; changes neither. */
final class AccessWatchFilter extends OncePerRequestFilter {

    private final PlainSecrets plainSecrets;
    private final RefusedAccess refused;

    AccessWatchFilter(PlainSecrets plainSecrets, RefusedAccess refused) {
        this.plainSecrets = plainSecrets;
        this.refused = refused;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        plainSecrets.look(request);
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
            refused.tell(request);
        }
    }
}
