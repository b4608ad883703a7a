package vn.anttmap.access;

import org.jspecify.annotations.Nullable;

/**
 * An account, its sign-ins or its codes were changed. Published inside the writing transaction.
 *
 * @param by who did it, perhaps the account itself
 * @param username whose account it is
 * @param detail the state after it, or what was ended; never a secret
 */
public record AccountWritten(
        AccountView by,
        String username,
        Change change,
        @Nullable String detail) {

    /** What was done. */
    public enum Change {
        CREATED,
        CHANGED,
        PASSWORD_RESET,
        SESSIONS_ENDED,
        TOKEN_CREATED,
        TOKEN_REVOKED,
        SECOND_FACTOR_SET,
        SECOND_FACTOR_REMOVED,
        SECOND_FACTOR_RESET,
        RECOVERY_CODES_MADE,
        RECOVERY_CODE_USED,
        PROVIDER_LINKED,
        PROVIDER_UNLINKED
    }
}
