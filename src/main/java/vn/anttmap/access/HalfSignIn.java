package vn.anttmap.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The password was right, and the second factor is still to come. It lies in the session and gives no authority.
 *
 * @param passwordMark of the password's hash: with a new password one begins anew
 */
public record HalfSignIn(String username, String passwordMark, Instant since) implements Serializable {

    /** Where the code is asked for. */
    public static final String PAGE = "/login/code";

    static final String PARAMETER = "code";

    private static final String ATTRIBUTE = "anttmap.halfSignIn";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static HalfSignIn of(String username, String passwordHash, Instant now) {
        return new HalfSignIn(username, Secrets.hash(passwordHash), now);
    }

    /** The code comes back to another session id than the one under which the password came. */
    void keepIn(HttpServletRequest request) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    /** The one of this session that is not too old, or null. */
    public static @Nullable HalfSignIn find(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(ATTRIBUTE) instanceof HalfSignIn half
                        && half.since().plus(PATIENCE).isAfter(now)
                ? half
                : null;
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    boolean stillFits(String passwordHash) {
        return passwordMark.equals(Secrets.hash(passwordHash));
    }
}
