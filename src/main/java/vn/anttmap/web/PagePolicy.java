package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.web.header.HeaderWriter;

/**
 * The content security policy: everything comes from this service, and the only inline script is the import map with
 * the request's own nonce.
 */
final class PagePolicy implements HeaderWriter {

    private static final String ATTRIBUTE = PagePolicy.class.getName() + ".nonce";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The nonce of this request, made on first use. */
    static String nonce(HttpServletRequest request) {
        String nonce = (String) request.getAttribute(ATTRIBUTE);
        if (nonce == null) {
            byte[] random = new byte[18];
            RANDOM.nextBytes(random);
            nonce = Base64.getEncoder().encodeToString(random);
            request.setAttribute(ATTRIBUTE, nonce);
        }
        return nonce;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        // Leaflet positions its elements by style attributes, hence 'unsafe-inline' for styles only.
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self' 'nonce-"
                        + nonce(request)
                        + "'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'");
    }
}
