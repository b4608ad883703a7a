package vn.anttmap.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;

/**
 * The operator's identity provider. It is asked what it is when somebody wants to sign in by it, never at the start, so that
 * this service starts without it; nobody else is asked anything.
 */
final class Provider {

    /** Where it leads the browser back to. */
    static final String RETURN_PATH = "/login/return";

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final String METADATA_PATH = "/.well-known/openid-configuration";
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final int LARGEST_KEY_SET = 512 * 1024;

    /** How long its metadata are taken for true. */
    private static final Duration KNOWN = Duration.ofHours(1);

    /** Nobody waits for it again so soon after it was not there; else each who tries would hold a thread for seconds. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(3);

    private final ProviderSettings settings;
    private final Clock clock;
    private final RestClient http;
    private final RestClient tokenHttp;

    private @Nullable Known known;
    private long askAgainAt = System.nanoTime();
    private boolean answered = true;

    Provider(ProviderSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        ClientHttpRequestFactory requests = requests();
        this.http = RestClient.builder().requestFactory(requests).build();
        this.tokenHttp = RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> {
                    converters.addCustomConverter(new FormHttpMessageConverter());
                    converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /** @param check turns the code into a token, and checks that */
    record Known(ClientRegistration registration, OidcAuthorizationCodeAuthenticationProvider check) {

        /** Where somebody signs out of it, if it has such a place. */
        Optional<String> endSession() {
            return Optional.ofNullable(registration
                            .getProviderDetails()
                            .getConfigurationMetadata()
                            .get("end_session_endpoint"))
                    .map(Object::toString)
                    .filter(ProviderSettings::isSafe);
        }
    }

    /** @throws ProviderRefusedException if it is not known what it is, and it does not say */
    synchronized Known get() {
        long now = System.nanoTime();
        if (now - askAgainAt >= 0) {
            try {
                known = ask();
                askAgainAt = System.nanoTime() + KNOWN.toNanos();
                tell(true, "");
            } catch (RuntimeException e) {
                askAgainAt = System.nanoTime() + LEFT_ALONE.toNanos();
                tell(false, e.toString());
            }
        }
        // What was true an hour ago is so, most likely; the keys are fetched by themselves.
        if (known == null) {
            throw new ProviderRefusedException(ProviderRefusal.AWAY, "the provider does not say what it is");
        }
        return known;
    }

    /** What it knows of whoever has this access token. */
    Map<String, Object> userInfo(Known from, String accessToken) {
        String address =
                from.registration().getProviderDetails().getUserInfoEndpoint().getUri();
        if (address == null) {
            return Map.of();
        }
        Map<String, Object> claims = http.get()
                .uri(URI.create(address))
                .headers(headers -> headers.setBearerAuth(accessToken))
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        return claims == null ? Map.of() : claims;
    }

    private Known ask() {
        String issuer = settings.issuer();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        Map<String, Object> metadata = http.get()
                .uri(URI.create(base + METADATA_PATH))
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        if (metadata == null || !issuer.equals(metadata.get("issuer"))) {
            throw new IllegalStateException("its metadata are of another issuer than anttmap.access.oidc.issuer");
        }
        Stream.of("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint")
                .filter(metadata::containsKey)
                .filter(name -> !isSafeEndpoint(String.valueOf(metadata.get(name))))
                .forEach(name -> {
                    throw new IllegalStateException("its " + name + " is no https:// address");
                });
        ClientRegistration registration = ClientRegistrations.fromOidcConfiguration(metadata)
                .registrationId("provider")
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientName("provider")
                .scope(settings.scopes())
                .redirectUri("{baseUrl}" + RETURN_PATH)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
        return new Known(registration, check(registration));
    }

    /** Endpoints may have a query. */
    private static boolean isSafeEndpoint(String address) {
        int query = address.indexOf('?');
        return ProviderSettings.isSafe(query < 0 ? address : address.substring(0, query));
    }

    private OidcAuthorizationCodeAuthenticationProvider check(ClientRegistration registration) {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(tokenHttp);
        OidcAuthorizationCodeAuthenticationProvider check = new OidcAuthorizationCodeAuthenticationProvider(
                tokens, request -> new DefaultOidcUser(List.of(), request.getIdToken()));
        JwtDecoder decoder = decoder(registration);
        check.setJwtDecoderFactory(of -> decoder);
        return check;
    }

    /** Only what is signed with a key that the provider alone has: neither "none" nor the secret that both know. */
    private JwtDecoder decoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys(registration))
                .jwsAlgorithms(algorithms -> algorithms.addAll(Set.of(SignatureAlgorithm.values())))
                .build();
        OidcIdTokenValidator claims = new OidcIdTokenValidator(registration);
        claims.setClock(clock);
        claims.setClockSkew(settings.clockSkew());
        JwtTimestampValidator times = new JwtTimestampValidator(settings.clockSkew());
        times.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, claims));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    /** Fetched with the first token, and with one that is signed with a new key. */
    private static JWKSource<SecurityContext> keys(ClientRegistration registration) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(
                            URI.create(registration.getProviderDetails().getJwkSetUri())
                                    .toURL(),
                            new DefaultResourceRetriever(
                                    (int) CONNECT.toMillis(), (int) READ.toMillis(), LARGEST_KEY_SET))
                    .refreshAheadCache(false)
                    // Tokens come from the provider itself, so nobody can make this service ask for keys without end.
                    .rateLimited(false)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("its jwks_uri is no address", e);
        }
    }

    /** No redirect is followed: what the operator has named is asked, nothing else. */
    private static ClientHttpRequestFactory requests() {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        factory.setReadTimeout(READ);
        return factory;
    }

    private void tell(boolean answers, String why) {
        if (answers && !answered) {
            LOG.info("The identity provider {} answers again.", settings.issuer());
        } else if (!answers && answered) {
            LOG.warn(
                    "The identity provider {} cannot be used, passwords can: {}",
                    settings.issuer(),
                    ProviderSignIn.readable(why));
        }
        answered = answers;
    }
}
