package vn.anttmap.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Where the form leads that has not signed anybody in, or not yet. The code comes by the same way as the password. */
@Component
public class SignInRefusal implements AuthenticationFailureHandler {

    private final HalfSignIns halves;

    SignInRefusal(HalfSignIns halves) {
        this.halves = halves;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(request.getContextPath() + next(request, response, failure));
    }

    private String next(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        if (failure instanceof SecondFactorException needed && needed.half() != null) {
            halves.keep(needed.half(), request, response);
            return HalfSignIn.PAGE;
        }
        if (failure instanceof ProviderRefusedException refused) {
            return "/login?" + ProviderRefusal.PARAMETER + "="
                    + refused.refusal().key();
        }
        if (failure instanceof CredentialsExpiredException) {
            return "/login?expired";
        }
        return request.getParameter(HalfSignIn.PARAMETER) == null ? "/login?error" : HalfSignIn.PAGE + "?error";
    }
}
