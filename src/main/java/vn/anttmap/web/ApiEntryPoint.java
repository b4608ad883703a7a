package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import vn.anttmap.access.SecondFactorException;

/** Answers unauthenticated calls of the interface with a problem. Browsers get no Basic challenge, tools do. */
@Component
class ApiEntryPoint implements AuthenticationEntryPoint {

    private final ProblemWriter problems;

    ApiEntryPoint(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean browser = request.getHeader("Sec-Fetch-Site") != null || request.getHeader("Sec-Fetch-Mode") != null;
        if (!browser) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"ANTT Map\", charset=\"UTF-8\"");
        }
        problems.write(request, response, 401, key(failure));
    }

    private static String key(AuthenticationException failure) {
        if (failure instanceof SecondFactorException) {
            return "second-factor-by-page";
        }
        return failure instanceof LockedException ? "sign-in-resting" : "sign-in-needed";
    }
}
