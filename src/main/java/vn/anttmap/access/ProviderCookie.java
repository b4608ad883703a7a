package vn.anttmap.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * What a browser carries for this service between two requests of a sign-in by the provider: sealed (AES-256-GCM), so that it
 * is neither read nor changed on the way, under a key that every node makes from the client's secret. Nothing is stored.
 */
final class ProviderCookie {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Browsers keep no more of one cookie than 4,096 bytes, name and attributes among them. */
    private static final int LONGEST = 3_800;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String name;
    private final String path;
    private final Duration lasts;
    private final SecretKeySpec key;
    private final boolean alwaysSecure;
    private final Clock clock;

    ProviderCookie(String name, String path, Duration lasts, String clientSecret, boolean alwaysSecure, Clock clock) {
        this.name = name;
        this.path = path;
        this.lasts = lasts;
        this.key = new SecretKeySpec(mac(clientSecret, "cookie " + name), "AES");
        this.alwaysSecure = alwaysSecure;
        this.clock = clock;
    }

    /** Too long a text is not kept, and the one from before goes. */
    void give(String text, HttpServletRequest request, HttpServletResponse response) {
        String sealed = seal(text);
        set(
                sealed.length() > LONGEST ? "" : sealed,
                sealed.length() > LONGEST ? Duration.ZERO : lasts,
                request,
                response);
    }

    /** What was given to this browser, unless it is too old. */
    Optional<String> read(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? Optional.empty() : open(cookie.getValue());
    }

    void takeBack(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, name) != null) {
            set("", Duration.ZERO, request, response);
        }
    }

    private void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path(request.getContextPath() + path)
                        .httpOnly(true)
                        .secure(alwaysSecure || request.isSecure())
                        // The provider leads back from its own site, by an address in the browser: strict would be
                        // lost.
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }

    private String seal(String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] clear = text.getBytes(StandardCharsets.UTF_8);
        byte[] dated = ByteBuffer.allocate(Long.BYTES + clear.length)
                .putLong(clock.instant().getEpochSecond())
                .put(clear)
                .array();
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(dated);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM belongs to every Java platform", e);
        }
    }

    private Optional<String> open(String value) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(value);
            if (all.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] nonce = java.util.Arrays.copyOf(all, NONCE_BYTES);
            ByteBuffer dated = ByteBuffer.wrap(
                    cipher(Cipher.DECRYPT_MODE, nonce).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
            Instant given = Instant.ofEpochSecond(dated.getLong());
            return given.plus(lasts).isAfter(clock.instant())
                    ? Optional.of(StandardCharsets.UTF_8.decode(dated).toString())
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException forgedOrOfAnotherKey) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] mac(String secret, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(("ANTT Map " + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 belongs to every Java platform", e);
        }
    }
}
