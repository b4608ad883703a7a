package vn.anttmap.access;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The identity provider (OpenID Connect) by which people may sign in; none while the issuer is empty.
 *
 * @param issuer as the provider's metadata spell it, letter by letter
 * @param name what people call it, on the button
 * @param scopes that are asked for; {@code openid} among them
 * @param nameClaim what has to be equal to the account's name, where accounts are linked by name
 * @param linkByName whether an account that never was linked is at the first sign-in of somebody with its name
 * @param passwords who may sign in with a password as well
 * @param secondFactor whether the provider's counts
 * @param secondFactorValues of {@code amr} or {@code acr} that say there was one
 * @param signOutThere whether signing out here leads to signing out there
 * @param clockSkew by which its clock and this one may differ
 */
@Validated
@ConfigurationProperties("anttmap.access.oidc")
record ProviderSettings(
        @NotNull String issuer,
        @NotNull String clientId,
        @NotNull String clientSecret,
        @NotBlank @Size(max = 60) String name,
        @NotEmpty List<@NotBlank String> scopes,
        @NotBlank String nameClaim,
        boolean linkByName,
        @NotNull Passwords passwords,
        @NotNull Factor secondFactor,
        List<String> secondFactorValues,
        boolean signOutThere,
        @DurationMin(seconds = 0) @DurationMax(minutes = 5) Duration clockSkew) {

    /** Cookies are sealed under it, so it must not be one that can be guessed. */
    private static final int SHORTEST_SECRET = 16;

    enum Passwords {
        /** Everybody. */
        ALL,
        /** Accounts that are not linked. */
        UNLINKED
    }

    enum Factor {
        /** This service asks for its own, as after a password. */
        OWN,
        /** Whoever comes from the provider has shown one. */
        PROVIDER,
        /** Where the token says so. */
        CLAIMED
    }

    boolean isSet() {
        return !issuer.isEmpty();
    }

    @AssertTrue(message = "issuer must be an https:// address (http:// on this machine only), without ? and #")
    boolean isIssuerUsable() {
        return !isSet() || isSafe(issuer);
    }

    @AssertTrue(message = "client-id, and a client-secret of 16 characters or more, are needed with an issuer") boolean isClientComplete() {
        return !isSet() || !clientId.isBlank() && clientSecret.length() >= SHORTEST_SECRET;
    }

    @AssertTrue(message = "scopes must have openid among them") boolean isOpenIdAskedFor() {
        return scopes.contains("openid");
    }

    @AssertTrue(message = "second-factor-values are needed with second-factor=claimed") boolean isFactorNamed() {
        return secondFactor != Factor.CLAIMED || !secondFactorValues.isEmpty();
    }

    /** What is fetched from there decides who is let in, so nobody on the way may change it. */
    static boolean isSafe(String address) {
        try {
            URI uri = URI.create(address);
            String host = uri.getHost();
            return host != null
                    && uri.getFragment() == null
                    && uri.getQuery() == null
                    && uri.getUserInfo() == null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && isThisMachine(host));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static boolean isThisMachine(String host) {
        return List.of("localhost", "127.0.0.1", "[::1]").contains(host.toLowerCase(Locale.ROOT));
    }
}
