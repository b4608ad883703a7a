package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;
import vn.anttmap.access.SignInCookie;

/**
 * The token against forged requests, made from the secret in the cookie (HMAC-SHA256): every node makes the same, nothing is
 * stored, and it ends with the sign-in. Another site can read neither.
 */
@Component
class FormTokens implements CsrfTokenRepository {

    private static final byte[] PURPOSE = "form token".getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = FormTokens.class.getName();

    private final SignInCookie cookie;

    FormTokens(SignInCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        String secret = cookie.read(request);
        return secret == null ? null : token(secret);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        String secret = SignInCookie.newSecret();
        request.setAttribute(SECRET, secret);
        return token(secret);
    }

    /** Null after sign-in and sign-out: there the cookie itself is renewed. */
    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(SECRET) instanceof String secret) {
            cookie.give(secret, request, response);
        }
    }

    private static CsrfToken token(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            String value = Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
            return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 belongs to every Java platform", e);
        }
    }
}
