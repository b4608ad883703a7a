package vn.anttmap.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.anttmap.access.ProviderSignIn;
import vn.anttmap.status.FullDisk;

/**
 * Answers 503 where the database is away before any controller is at work, as when the account is looked up. Without it
 * the caller would be told of a fault of the service, and would not know that asking again helps.
 */
class DatabaseOutageFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseOutageFilter.class);

    private final ProblemWriter problems;
    private final FullDisk fullDisk;

    DatabaseOutageFilter(ProblemWriter problems, FullDisk fullDisk) {
        this.problems = problems;
        this.fullDisk = fullDisk;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (response.isCommitted() || !DatabaseOutage.isIn(e)) {
                throw e;
            }
            String errorId = ErrorId.next();
            DatabaseOutage.Told told = DatabaseOutage.told(e, fullDisk);
            LOG.warn(
                    "error {}, {} at {} {}: {}",
                    errorId,
                    told.key(),
                    request.getMethod(),
                    request.getRequestURI(),
                    e.toString());
            response.resetBuffer();
            if (request.getMethod().equals("POST") && request.getServletPath().equals("/login")
                    || request.getServletPath().equals(ProviderSignIn.RETURN_PATH)) {
                // The form is a page: its answer is read by a person.
                response.sendRedirect("/login?away");
                return;
            }
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(told.retryAfter()));
            problems.writeFault(request, response, 503, told.key(), errorId);
        }
    }
}
