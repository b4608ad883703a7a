package vn.anttmap.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signing in by the operator's identity provider: OpenID Connect, authorization code with PKCE, state and nonce. What has to be
 * known when the browser comes back, perhaps to another node, is in a sealed cookie of ten minutes.
 */
@Component
public class ProviderSignIn {

    /** Where the browser leaves from, and where the provider leads it back to. */
    public static final String PATH = "/login/provider";

    public static final String RETURN_PATH = Provider.RETURN_PATH;

    /** Where somebody is led who has signed out here, to sign out there. */
    public static final String END_PATH = "/login/provider/end";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LONGEST_SUBJECT = 255;

    private final ProviderSettings settings;
    private final @Nullable Provider provider;
    private final ProviderAccounts accounts;
    private final ProviderCookie question;
    private final ProviderCookie hint;

    ProviderSignIn(
            ProviderSettings settings,
            AccessSettings access,
            ProviderAccounts accounts,
            @Value("${server.servlet.session.cookie.secure:false}") boolean alwaysSecure,
            Clock clock) {
        this.settings = settings;
        this.provider = settings.isSet() ? new Provider(settings, clock) : null;
        this.accounts = accounts;
        String secret = settings.isSet() ? settings.clientSecret() : Secrets.random();
        this.question = new ProviderCookie("ANTTMAP-ASKED", "/login", PATIENCE, secret, alwaysSecure, clock);
        this.hint = new ProviderCookie("ANTTMAP-THERE", END_PATH, access.longestSignIn(), secret, alwaysSecure, clock);
    }

    public boolean offered() {
        return provider != null;
    }

    /** What people call the provider. */
    public String name() {
        return settings.name();
    }

    /** @return where the browser has to go @throws AuthenticationException if the provider is away */
    public String begin(HttpServletRequest request, HttpServletResponse response, String language) {
        Provider.Known known = provider().get();
        DefaultOAuth2AuthorizationRequestResolver requests =
                new DefaultOAuth2AuthorizationRequestResolver(id -> known.registration(), PATH);
        requests.setAuthorizationRequestCustomizer(
                made -> made.additionalParameters(more -> more.put("ui_locales", language)));
        OAuth2AuthorizationRequest made = requests.resolve(request, "provider");
        question.give(Asked.of(made).text(), request, response);
        return made.getAuthorizationRequestUri();
    }

    /**
     * Who the provider says is there, as an account of this service.
     *
     * @throws AuthenticationException of whatever went wrong, or if the second factor is still to come
     */
    public Authentication finish(HttpServletRequest request, HttpServletResponse response) {
        Asked asked = question.read(request).flatMap(Asked::read).orElse(null);
        question.takeBack(request, response);
        if (asked == null || !asked.state().equals(request.getParameter(OAuth2ParameterNames.STATE))) {
            throw new ProviderRefusedException(ProviderRefusal.EXPIRED, "no question of this browser");
        }
        try {
            OAuth2LoginAuthenticationToken there = ask(request, asked);
            OidcUser person = (OidcUser) there.getPrincipal();
            if (settings.signOutThere()) {
                hint.give(person.getIdToken().getTokenValue(), request, response);
            }
            Map<String, Object> claims = person.getClaims();
            return accounts.signIn(new ProviderAccounts.Person(
                    settings.issuer(),
                    subject(person),
                    claims,
                    () -> userInfo(there.getAccessToken().getTokenValue(), person.getSubject())));
        } catch (ProviderRefusedException | SecondFactorException e) {
            throw e;
        } catch (AuthenticationException | RestClientException e) {
            throw refused(e);
        }
    }

    /** Where somebody goes to sign out there; empty where that is not wished for or not known. */
    public Optional<String> signOutAddress(HttpServletRequest request, HttpServletResponse response, String baseUrl) {
        Optional<String> token = offered() && settings.signOutThere() ? hint.read(request) : Optional.empty();
        hint.takeBack(request, response);
        try {
            return token.flatMap(idToken -> provider()
                    .get()
                    .endSession()
                    .map(end -> UriComponentsBuilder.fromUriString(end)
                            .queryParam("id_token_hint", encode(idToken))
                            .queryParam("client_id", encode(settings.clientId()))
                            .queryParam("post_logout_redirect_uri", encode(baseUrl + "/login?logout"))
                            .build(true)
                            .toUriString()));
        } catch (AuthenticationException away) {
            return Optional.empty();
        }
    }

    /** Whether signing out of this sign-in goes on at the provider. */
    public boolean goesOn(@Nullable Authentication authentication) {
        return offered()
                && settings.signOutThere()
                && SignInWay.of(authentication).byProvider();
    }

    private OAuth2LoginAuthenticationToken ask(HttpServletRequest request, Asked asked) {
        String error = request.getParameter(OAuth2ParameterNames.ERROR);
        String code = request.getParameter(OAuth2ParameterNames.CODE);
        String from = request.getParameter("iss");
        if (error != null) {
            boolean away = error.equals("temporarily_unavailable") || error.equals("server_error");
            LOG.info("The identity provider has refused a sign-in: {}", readable(error));
            throw new ProviderRefusedException(away ? ProviderRefusal.AWAY : ProviderRefusal.REFUSED, "refused there");
        }
        // RFC 9207: an answer of another issuer is told by its name.
        if (code == null || code.isBlank() || from != null && !from.equals(settings.issuer())) {
            throw new ProviderRefusedException(ProviderRefusal.INVALID, "no answer of this provider");
        }
        Provider.Known known = provider().get();
        OAuth2AuthorizationExchange exchange = new OAuth2AuthorizationExchange(
                asked.request(known),
                OAuth2AuthorizationResponse.success(code)
                        .state(asked.state())
                        .redirectUri(asked.redirectUri())
                        .build());
        return (OAuth2LoginAuthenticationToken) java.util.Objects.requireNonNull(
                known.check().authenticate(new OAuth2LoginAuthenticationToken(known.registration(), exchange)));
    }

    private static String subject(OidcUser person) {
        String subject = person.getSubject();
        if (!subject.matches("[\\x21-\\x7e]{1," + LONGEST_SUBJECT + "}")) {
            throw new ProviderRefusedException(ProviderRefusal.INVALID, "the subject is none");
        }
        return subject;
    }

    private Map<String, Object> userInfo(String accessToken, String subject) {
        Map<String, Object> claims = provider().userInfo(provider().get(), accessToken);
        // What was told of somebody else says nothing of this person.
        return subject.equals(claims.get("sub")) ? claims : Map.of();
    }

    private static ProviderRefusedException refused(RuntimeException e) {
        boolean away = false;
        Throwable link = e;
        for (int links = 0; link != null && links < 20; link = link.getCause(), links++) {
            away |= link instanceof IOException || link instanceof HttpServerErrorException;
        }
        // Not what it answered: that may be of a person.
        LOG.warn(
                "A sign-in by the identity provider failed: {}",
                e instanceof OAuth2AuthenticationException known
                                && !known.getError().getErrorCode().equals("invalid_token_response")
                        ? readable(String.valueOf(e.getMessage()))
                        : "it gave no token, " + e.getClass().getSimpleName());
        return new ProviderRefusedException(away ? ProviderRefusal.AWAY : ProviderRefusal.INVALID, "not trusted", e);
    }

    /** On one line, and no longer than one. */
    static String readable(String text) {
        String clean = text.replaceAll("\\p{C}", " ");
        return clean.length() > 300 ? clean.substring(0, 300) + "…" : clean;
    }

    private Provider provider() {
        if (provider == null) {
            throw new ProviderRefusedException(ProviderRefusal.AWAY, "no provider is set");
        }
        return provider;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** What was asked of the provider, as far as its answer is held against it. */
    private record Asked(String state, String nonce, String verifier, String redirectUri) {

        static Asked of(OAuth2AuthorizationRequest request) {
            return new Asked(
                    String.valueOf(request.getState()),
                    String.valueOf(request.<Object>getAttribute(OidcParameterNames.NONCE)),
                    String.valueOf(request.<Object>getAttribute(PkceParameterNames.CODE_VERIFIER)),
                    String.valueOf(request.getRedirectUri()));
        }

        String text() {
            return String.join("\n", state, nonce, verifier, redirectUri);
        }

        static Optional<Asked> read(String text) {
            List<String> parts = List.of(text.split("\n", -1));
            return parts.size() == 4
                    ? Optional.of(new Asked(parts.get(0), parts.get(1), parts.get(2), parts.get(3)))
                    : Optional.empty();
        }

        OAuth2AuthorizationRequest request(Provider.Known known) {
            return OAuth2AuthorizationRequest.authorizationCode()
                    .authorizationUri(known.registration().getProviderDetails().getAuthorizationUri())
                    .clientId(known.registration().getClientId())
                    .redirectUri(redirectUri)
                    .scopes(known.registration().getScopes())
                    .state(state)
                    .attributes(all -> {
                        all.put(OidcParameterNames.NONCE, nonce);
                        all.put(PkceParameterNames.CODE_VERIFIER, verifier);
                        all.put(
                                OAuth2ParameterNames.REGISTRATION_ID,
                                known.registration().getRegistrationId());
                    })
                    .build();
        }
    }
}
