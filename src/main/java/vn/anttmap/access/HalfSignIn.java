package vn.anttmap.access;

/**
 * The password was right, or the provider has said who it is, and the second factor is still to come. It gives no authority.
 *
 * @param passwordMark of the password's hash: with a new password one begins anew
 * @param byProvider the first step was the identity provider
 */
public record HalfSignIn(String username, String passwordMark, boolean byProvider) {

    /** Where the code is asked for. */
    public static final String PAGE = "/login/code";

    static final String PARAMETER = "code";

    static HalfSignIn of(String username, String passwordHash, boolean byProvider) {
        return new HalfSignIn(username, Secrets.hash(passwordHash), byProvider);
    }

    boolean stillFits(String passwordHash) {
        return passwordMark.equals(Secrets.hash(passwordHash));
    }
}
