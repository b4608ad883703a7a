package vn.anttmap.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Where the form leads that has not signed anybody in, or not yet. The code comes by the same way as the password. */
public final class SignInRefusal implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(request.getContextPath() + next(request, failure));
    }

    private static String next(HttpServletRequest request, AuthenticationException failure) {
        if (failure instanceof SecondFactorException needed && needed.half() != null) {
            needed.half().keepIn(request);
            return HalfSignIn.PAGE;
        }
        if (failure instanceof CredentialsExpiredException) {
            return "/login?expired";
        }
        return request.getParameter(HalfSignIn.PARAMETER) == null ? "/login?error" : HalfSignIn.PAGE + "?error";
    }
}
