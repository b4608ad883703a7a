package vn.anttmap.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The secret that a browser shows: before the sign-in what the form's token is made from, afterwards the sign-in as well. It
 * goes with the browser. Nothing else is kept for one caller; there are no sessions of the servlet container.
 */
@Component
public class SignInCookie {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String GIVEN = SignInCookie.class.getName();

    private final String name;
    private final String sameSite;
    private final boolean alwaysSecure;

    SignInCookie(
            @Value("${server.servlet.session.cookie.name}") String name,
            @Value("${server.servlet.session.cookie.same-site}") String sameSite,
            @Value("${server.servlet.session.cookie.secure:false}") boolean alwaysSecure) {
        this.name = name;
        this.sameSite = sameSite.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sameSite.substring(1);
        this.alwaysSecure = alwaysSecure;
    }

    /** The secret of this request: the one given with its answer, else the one it came with. */
    public @Nullable String read(HttpServletRequest request) {
        if (request.getAttribute(GIVEN) instanceof String given) {
            return given;
        }
        Cookie cookie = WebUtils.getCookie(request, name(request));
        return cookie != null && SECRET.matcher(cookie.getValue()).matches() ? cookie.getValue() : null;
    }

    /** What nobody guesses: 43 characters that fit into a cookie. */
    public static String newSecret() {
        return Secrets.random();
    }

    /** A new one, that nothing is known of yet. */
    public String give(HttpServletRequest request, HttpServletResponse response) {
        String secret = newSecret();
        give(secret, request, response);
        return secret;
    }

    public void give(String secret, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(GIVEN, secret);
        set(secret, null, request, response);
    }

    public void takeBack(HttpServletRequest request, HttpServletResponse response) {
        request.removeAttribute(GIVEN);
        if (WebUtils.getCookie(request, name(request)) != null) {
            set("", Duration.ZERO, request, response);
        }
    }

    /** By HTTPS one that browsers take from this very address only, neither from one beside it nor by HTTP (RFC 6265bis). */
    private String name(HttpServletRequest request) {
        return isSecure(request) && request.getContextPath().isEmpty() ? "__Host-" + name : name;
    }

    private boolean isSecure(HttpServletRequest request) {
        return alwaysSecure || request.isSecure();
    }

    private void set(String value, @Nullable Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie.ResponseCookieBuilder cookie = ResponseCookie.from(name(request), value)
                .path(request.getContextPath() + "/")
                .httpOnly(true)
                .secure(isSecure(request))
                .sameSite(sameSite);
        if (age != null) {
            cookie.maxAge(age);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
