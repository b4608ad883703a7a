package vn.anttmap.access;

/**
 * The password was right, and the second factor is still to come. It gives no authority.
 *
 * @param passwordMark of the password's hash: with a new password one begins anew
 */
public record HalfSignIn(String username, String passwordMark) {

    /** Where the code is asked for. */
    public static final String PAGE = "/login/code";

    static final String PARAMETER = "code";

    static HalfSignIn of(String username, String passwordHash) {
        return new HalfSignIn(username, Secrets.hash(passwordHash));
    }

    boolean stillFits(String passwordHash) {
        return passwordMark.equals(Secrets.hash(passwordHash));
    }
}
