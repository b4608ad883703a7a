package vn.anttmap.access;

/**
 * Somebody's password was right. For tools, which send it with every request, this is told when it is checked anew and not
 * known from the minute before.
 *
 * @param by through the sign-in page, by HTTP Basic, or by the identity provider
 */
public record SignedIn(String username, Role role, By by) {

    /** The way in. */
    public enum By {
        PAGE,
        TOOL,
        PROVIDER
    }
}
