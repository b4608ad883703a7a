package vn.anttmap.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Vietnamese unless the caller chose English: by {@code ?lang=}, by the cookie that it left, or by Accept-Language. */
final class ClientLanguage {

    static final String PARAMETER = "lang";
    static final String COOKIE = "ANTTMAP_LANG";
    static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");
    static final Locale ENGLISH = Locale.forLanguageTag("en-GB");

    private ClientLanguage() {}

    static Locale of(HttpServletRequest request) {
        String chosen = asked(request.getQueryString());
        if (chosen != null) {
            return byTag(chosen);
        }
        // The page sends its own language with each call; a link opened elsewhere falls back on the cookie.
        // It is null where the server refuses a path before it has looked at it.
        String path = request.getServletPath();
        boolean called = path != null && path.startsWith("/api/");
        if (called && request.getHeader("Accept-Language") != null) {
            return byTag(request.getHeader("Accept-Language"));
        }
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (COOKIE.equals(cookie.getName())) {
                    return byTag(cookie.getValue());
                }
            }
        }
        return VIETNAMESE;
    }

    /** Not by getParameter: that would read a form, whose size may be the very thing that is refused. */
    private static @Nullable String asked(@Nullable String query) {
        if (query == null) {
            return null;
        }
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(PARAMETER + "="))
                .map(pair -> pair.substring(PARAMETER.length() + 1))
                .findFirst()
                .orElse(null);
    }

    private static Locale byTag(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("en") ? ENGLISH : VIETNAMESE;
    }
}
