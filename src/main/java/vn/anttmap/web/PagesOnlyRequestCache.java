package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/** Remembers in a cookie where to return after signing in, for pages only. */
final class PagesOnlyRequestCache extends CookieRequestCache {

    PagesOnlyRequestCache() {
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String accept = request.getHeader("Accept");
        boolean page = "GET".equals(request.getMethod())
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getServletPath().startsWith("/api/")
                && !request.getServletPath().startsWith("/ogc");
        if (page) {
            super.saveRequest(request, response);
        }
    }
}
