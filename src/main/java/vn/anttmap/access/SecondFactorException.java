package vn.anttmap.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AccountStatusException;

/** The password was right and is not enough. */
public final class SecondFactorException extends AccountStatusException {

    private static final long serialVersionUID = 1;

    /** Null where no page can ask for the code. */
    private final @Nullable HalfSignIn half;

    SecondFactorException(@Nullable HalfSignIn half) {
        super("a second factor is needed");
        this.half = half;
    }

    @Nullable HalfSignIn half() {
        return half;
    }
}
