package vn.anttmap.access;

/** An account changed its own password. Published inside the writing transaction. */
public record PasswordChanged(String username, Role role) {}
