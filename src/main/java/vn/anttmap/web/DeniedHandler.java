package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * What a refused request is told. The CSRF token is looked at before the sign-in: where that is over,
 * it is the sign-in that is missing, and the page can ask for it and go on, instead of "not allowed".
 */
final class DeniedHandler implements AccessDeniedHandler {

    private final ApiEntryPoint apiEntryPoint;
    private final ProblemWriter problems;

    DeniedHandler(ApiEntryPoint apiEntryPoint, ProblemWriter problems) {
        this.apiEntryPoint = apiEntryPoint;
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        String path = request.getServletPath();
        boolean token = denied instanceof CsrfException;
        if (token && (path.equals("/login") || path.equals("/logout"))) {
            response.sendRedirect(request.getContextPath() + "/login?expired");
        } else if (token && isWithoutAccount(request)) {
            apiEntryPoint.commence(
                    request, response, new InsufficientAuthenticationException("The session has ended."));
        } else {
            problems.write(request, response, 403, "access-denied");
        }
    }

    /** HTTP Basic is read after the token is, so its header stands for the account here. */
    private static boolean isWithoutAccount(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() == null
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }
}
