package vn.anttmap.access;

import org.jspecify.annotations.Nullable;

/**
 * A sign-in was refused. Not told while a name rests after too many failures: nothing is checked then.
 *
 * @param username null where no account has the name that was given
 * @param switchedOff the password was right, and the account is off
 */
public record SignInFailed(@Nullable String username, boolean switchedOff) {}
