package vn.anttmap.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** What a request may do that came with a code for programs in place of the password. */
public final class TokenUse {

    static final String BY_TOKEN = "BY_TOKEN";
    static final String READ_ONLY = "BY_TOKEN_READ_ONLY";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private TokenUse() {}

    /**
     * @param method of HTTP @param path behind the context path
     * @return key of the problem, or null where the request may go on
     */
    public static @Nullable String refusal(Authentication authentication, String method, String path) {
        if (!has(authentication, BY_TOKEN)) {
            return null;
        }
        // Whoever finds a code must not make another one of it, or a password.
        if (path.startsWith("/api/account")) {
            return "token-not-for-accounts";
        }
        return has(authentication, READ_ONLY) && !READING.contains(method) ? "token-read-only" : null;
    }

    /** Whether it came with a code at all: one was made in a sign-in of the page. */
    public static boolean isBy(Authentication authentication) {
        return has(authentication, BY_TOKEN);
    }

    private static boolean has(Authentication authentication, String authority) {
        return authentication.getAuthorities().stream().anyMatch(each -> authority.equals(each.getAuthority()));
    }
}
