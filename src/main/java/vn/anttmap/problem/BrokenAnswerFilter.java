package vn.anttmap.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cuts the connection when a file, or a page of features, broke off after its first bytes. Were the failure handled inside, the answer would end
 * as if it were whole, and a table of half the rows has no mark by which a reader could tell.
 */
@Component
public class BrokenAnswerFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenAnswerFilter.class);

    private static final String BROKEN = BrokenAnswerFilter.class.getName();

    /** Remembers why the answer to this request broke off, of which some bytes have left. */
    public static void broken(HttpServletRequest request, Exception failure) {
        request.setAttribute(BROKEN, failure);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getAttribute(BROKEN) instanceof Exception failure) {
            if (failure instanceof ClientAbortException) {
                // A reader who leaves is no fault, and there is no connection left to cut.
                LOG.debug("the reader of {} left", request.getRequestURI());
                return;
            }
            LOG.warn("error {}: the answer to {} broke off", UUID.randomUUID(), request.getRequestURI(), failure);
            // Past every handler: the server closes the connection without the end of the answer.
            throw new IOException("the answer broke off", failure);
        }
    }
}
