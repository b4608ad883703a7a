package vn.anttmap.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as an administrator sees it.
 *
 * @param role in lower case
 * @param extraRights in lower case with hyphens
 * @param secondFactor whether one is set up
 * @param provider which person of the identity provider it is, or null
 * @param sessions where it is signed in through the page, the latest used first
 * @param tokens codes for programs that are neither over nor revoked
 * @param version as {@code If-Match} wants it
 */
record AccountListing(
        long id,
        String username,
        String displayName,
        String role,
        List<String> extraRights,
        List<NamedUnit> units,
        boolean wholeCountry,
        boolean enabled,
        boolean mustChangePassword,
        boolean demonstration,
        boolean secondFactor,
        ProviderLinking.@Nullable Linked provider,
        Instant createdAt,
        List<AccountSessions.Open> sessions,
        List<AccountTokens.Listed> tokens,
        String version) {

    /** A unit that the territory names, as of whatever day. */
    record NamedUnit(long id, String fullName) {}
}
