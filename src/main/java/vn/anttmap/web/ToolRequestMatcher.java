package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests of tools such as QGIS, GDAL or curl: HTTP Basic, without a cookie of a sign-in and without the headers that browsers
 * add. Only these need no CSRF token, since no other site can make a browser send one.
 */
final class ToolRequestMatcher implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && authorization.toLowerCase(Locale.ROOT).startsWith("basic ")
                && request.getRequestedSessionId() == null
                && request.getHeader(HttpHeaders.ORIGIN) == null
                && request.getHeader("Sec-Fetch-Site") == null;
    }
}
