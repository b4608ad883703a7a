package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.anttmap.access.ProviderSignIn;
import vn.anttmap.access.SignInRefusal;

/** Leads the browser to the identity provider: to sign in, and to sign out. Its address is the operator's, never a caller's. */
@Controller
class ProviderController {

    private final ProviderSignIn provider;
    private final SignInRefusal refusal;
    private final SignIns signIns;

    ProviderController(ProviderSignIn provider, SignInRefusal refusal, SignIns signIns) {
        this.provider = provider;
        this.refusal = refusal;
        this.signIns = signIns;
    }

    @GetMapping(ProviderSignIn.PATH)
    void begin(HttpServletRequest request, HttpServletResponse response, Locale locale) throws IOException {
        requireOffered();
        try {
            response.sendRedirect(provider.begin(request, response, locale.getLanguage()));
        } catch (AuthenticationException away) {
            refusal.onAuthenticationFailure(request, response, away);
        }
    }

    /** Only after the sign-out here: no other site signs anybody out there by a link. */
    @GetMapping(ProviderSignIn.END_PATH)
    void end(HttpServletRequest request, HttpServletResponse response) throws IOException {
        requireOffered();
        if (signIns.stands(request)) {
            response.sendRedirect(request.getContextPath() + "/");
            return;
        }
        String baseUrl = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        response.sendRedirect(
                provider.signOutAddress(request, response, baseUrl).orElse(request.getContextPath() + "/login?logout"));
    }

    private void requireOffered() {
        if (!provider.offered()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
