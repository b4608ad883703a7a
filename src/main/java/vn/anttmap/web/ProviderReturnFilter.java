package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import vn.anttmap.access.ProviderSignIn;

/** Takes the browser back from the identity provider; from there on it is a sign-in like that by the form. */
final class ProviderReturnFilter extends AbstractAuthenticationProcessingFilter {

    private final ProviderSignIn provider;

    ProviderReturnFilter(ProviderSignIn provider) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, ProviderSignIn.RETURN_PATH));
        this.provider = provider;
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        return provider.finish(request, response);
    }
}
