package vn.anttmap.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a sign-in by the identity provider came to nothing, as the sign-in page tells it. */
public enum ProviderRefusal {
    /** It does not answer, or says that it cannot at the moment. */
    AWAY,
    /** It has refused, or the person has turned back. */
    REFUSED,
    /** What it answered is not what this service can trust. */
    INVALID,
    /** The answer belongs to no question of this browser, or to one too old. */
    EXPIRED,
    /** Nobody here is linked to that person. */
    UNLINKED,
    /** The account is switched off. */
    OFF,
    /** The password was right, but this account signs in by the provider only. */
    NEEDED;

    /** Of the address of the sign-in page. */
    public static final String PARAMETER = "provider";

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ProviderRefusal> of(@Nullable String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
