package vn.anttmap.access;

/** Somebody signed out. A session that ends by its age is not told. */
public record SignedOut(String username, Role role) {}
