package vn.anttmap.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** How somebody has signed in through the page; an authority of the signed-in says it to whoever has to know. */
public enum SignInWay {
    PASSWORD,
    PROVIDER,
    /** The second factor was the provider's. */
    PROVIDER_WITH_FACTOR;

    private final GrantedAuthority authority = new SimpleGrantedAuthority("SIGNED_IN_BY_" + name());

    public static SignInWay of(@Nullable Authentication authentication) {
        if (authentication != null) {
            for (SignInWay way : List.of(PROVIDER, PROVIDER_WITH_FACTOR)) {
                if (authentication.getAuthorities().contains(way.authority)) {
                    return way;
                }
            }
        }
        return PASSWORD;
    }

    /** Of this request. */
    static SignInWay current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    public boolean byProvider() {
        return this != PASSWORD;
    }

    /** Those of the account, and this way if it is not by password. */
    public Collection<GrantedAuthority> with(Collection<? extends GrantedAuthority> ofAccount) {
        List<GrantedAuthority> all = new ArrayList<>(ofAccount);
        if (byProvider()) {
            all.add(authority);
        }
        return all;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static SignInWay ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
