package vn.anttmap.access;

/**
 * Somebody's password was right. For tools, which send it with every request, this is told when it is checked anew and not
 * known from the minute before.
 *
 * @param byPage through the sign-in page, not by HTTP Basic
 */
public record SignedIn(String username, Role role, boolean byPage) {}
