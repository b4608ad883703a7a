package vn.anttmap.access;

import org.jspecify.annotations.Nullable;

/**
 * Somebody came from the identity provider whom no account is linked to.
 *
 * @param subject what the provider calls the person for good
 * @param name what the person is called there, as far as it was told
 */
public record SignInWithoutAccount(String subject, @Nullable String name) {}
