package vn.anttmap.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/** A sign-in by the identity provider, or past it, came to nothing. */
final class ProviderRefusedException extends AuthenticationException {

    private final ProviderRefusal refusal;

    ProviderRefusedException(ProviderRefusal refusal, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.refusal = refusal;
    }

    ProviderRefusedException(ProviderRefusal refusal, String message) {
        this(refusal, message, null);
    }

    ProviderRefusal refusal() {
        return refusal;
    }
}
