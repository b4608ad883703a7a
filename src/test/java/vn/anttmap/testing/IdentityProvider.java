package vn.anttmap.testing;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/**
 * A real identity provider, Spring Authorization Server, in a web server of its own. Whoever is in {@link #people} signs in
 * there with the own name as password.
 */
public final class IdentityProvider implements AutoCloseable {

    public static final String CLIENT = "antt-map";
    public static final String SECRET = "khong-ai-doan-duoc-bi-mat-nay-2026";

    /** What the provider calls somebody for good, and what else its tokens say. */
    public record Person(String subject, Map<String, Object> claims) {}

    private final Tomcat tomcat = new Tomcat();
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Set<String> services = ConcurrentHashMap.newKeySet();
    private final RSAKey key = newKey();
    private final int port;

    /** What an attacker who sits in its place answers to a code. */
    public record Forgery(int status, String body) {}

    private volatile @Nullable Forgery forgery;

    private IdentityProvider(int port) {
        this.port = port;
    }

    public static int freePort() {
        return FreePort.find();
    }

    /** @param port of this machine, that its issuer names */
    public static IdentityProvider start(int port) {
        IdentityProvider provider = new IdentityProvider(port);
        provider.launch();
        return provider;
    }

    /** The key with which it signs. */
    public RSAKey key() {
        return key;
    }

    /** From now on this is what it answers to a code; null for its own answer. */
    public void forge(@Nullable Forgery answer) {
        forgery = answer;
    }

    public String issuer() {
        return "http://localhost:" + port;
    }

    /** @param claims besides the subject */
    public void add(String name, String subject, Map<String, Object> claims) {
        people.put(name, new Person(subject, Map.copyOf(claims)));
    }

    /** A service that it leads back to. */
    public void trust(String service) {
        services.add(service);
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    private void launch() {
        try {
            Path folder = TestFolders.create("provider-");
            tomcat.setBaseDir(folder.toString());
            tomcat.setPort(port);
            tomcat.setHostname("localhost");
            Context web = tomcat.addContext(
                    "", Files.createDirectories(folder.resolve("web")).toString());
            web.setSessionCookieName("PROVIDER");
            AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
            spring.addBeanFactoryPostProcessor(
                    factory -> factory.registerSingleton("identityProvider", IdentityProvider.this));
            spring.register(Rules.class);
            web.addServletContainerInitializer(
                    (classes, servlets) -> servlets.addFilter("attacker", attacker())
                            .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/oauth2/token"),
                    null);
            web.addServletContainerInitializer(
                    (classes, servlets) -> {
                        spring.setServletContext(servlets);
                        spring.refresh();
                        servlets.addFilter("rules", new DelegatingFilterProxy("springSecurityFilterChain", spring))
                                .addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
                    },
                    null);
            Tomcat.addServlet(web, "none", new NoPage()).setLoadOnStartup(1);
            web.addServletMappingDecoded("/", "none");
            tomcat.getConnector();
            tomcat.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    private Filter attacker() {
        return (request, response, chain) -> {
            Forgery forged = forgery;
            if (forged == null) {
                chain.doFilter(request, response);
                return;
            }
            ((HttpServletResponse) response).setStatus(forged.status());
            response.setContentType("application/json");
            response.getWriter().write(forged.body());
        };
    }

    public static RSAKey newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey((RSAPrivateKey) pair.getPrivate())
                    .keyID("the-key")
                    .build();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("RSA belongs to every Java platform", e);
        }
    }

    private static final class NoPage extends jakarta.servlet.http.HttpServlet {
        private static final long serialVersionUID = 1;
    }

    /** What it is made of; not found by the service's own search for components. */
    @EnableWebSecurity
    static class Rules {

        private final IdentityProvider provider;

        Rules(IdentityProvider provider) {
            this.provider = provider;
        }

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) throws Exception {
            http.oauth2AuthorizationServer(server -> {
                        http.securityMatcher(server.getEndpointsMatcher());
                        server.oidc(Customizer.withDefaults());
                    })
                    .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                    .exceptionHandling(handling ->
                            handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")));
            return http.build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain signIn(HttpSecurity http) throws Exception {
            http.authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults());
            return http.build();
        }

        @Bean
        UserDetailsService users() {
            return name -> {
                if (!provider.people.containsKey(name)) {
                    throw new UsernameNotFoundException(name);
                }
                return User.withUsername(name).password("{noop}" + name).build();
            };
        }

        /** As it is when it is asked for: services come when the provider runs already. */
        @Bean
        RegisteredClientRepository clients() {
            return new RegisteredClientRepository() {
                @Override
                public void save(RegisteredClient client) {
                    // It would store the secret's hash by another algorithm; it is made anew each time.
                }

                @Override
                public RegisteredClient findById(String id) {
                    return client();
                }

                @Override
                public @Nullable RegisteredClient findByClientId(String clientId) {
                    return clientId.equals(CLIENT) ? client() : null;
                }
            };
        }

        private RegisteredClient client() {
            RegisteredClient.Builder client = RegisteredClient.withId("1")
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .scope("openid")
                    .scope("profile")
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build());
            provider.services.forEach(service ->
                    client.redirectUri(service + "/login/return").postLogoutRedirectUri(service + "/login?logout"));
            return client.build();
        }

        /** Also in the answer of the place where people are described: it shows what the token said. */
        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return context -> {
                Person person = provider.people.get(context.getPrincipal().getName());
                context.getClaims().claims(all -> {
                    all.put("sub", person.subject());
                    all.putAll(person.claims());
                });
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() {
            return new ImmutableJWKSet<>(new JWKSet(provider.key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return NimbusJwtDecoder.withJwkSource(keys).build();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder()
                    .issuer(provider.issuer())
                    .build();
        }
    }
}
