package vn.anttmap.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time passwords of <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a> as the apps on telephones make them:
 * HMAC-SHA-1, six digits, steps of 30 seconds.
 */
final class Totp {

    static final int DIGITS = 6;
    static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;

    /** A telephone's clock, and the time it takes to type. */
    private static final int STEPS_ASIDE = 1;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    /** RFC 4226, 5.3. */
    static String code(byte[] secret, long step, int digits) {
        byte[] counter = new byte[Long.BYTES];
        for (int i = 0; i < counter.length; i++) {
            counter[i] = (byte) (step >>> 8 * (counter.length - 1 - i));
        }
        byte[] hash = hmac(secret, counter);
        int offset = hash[hash.length - 1] & 0xf;
        int number = (hash[offset] & 0x7f) << 24
                | (hash[offset + 1] & 0xff) << 16
                | (hash[offset + 2] & 0xff) << 8
                | hash[offset + 3] & 0xff;
        int range = 1;
        for (int i = 0; i < digits; i++) {
            range *= 10;
        }
        return String.format(java.util.Locale.ROOT, "%0" + digits + "d", number % range);
    }

    /** The step near this time whose code this is. */
    static OptionalLong find(byte[] secret, String code, Instant time) {
        OptionalLong found = OptionalLong.empty();
        for (long step = step(time) - STEPS_ASIDE; step <= step(time) + STEPS_ASIDE; step++) {
            if (MessageDigest.isEqual(bytes(code(secret, step, DIGITS)), bytes(code))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 4648, 6, without the padding that apps do not take. */
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte each : bytes) {
            buffer = (buffer << 8 | each & 0xff) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(buffer >>> bits & 31));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt(buffer << 5 - bits & 31));
        }
        return text.toString();
    }

    private static byte[] hmac(byte[] secret, byte[] counter) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            return mac.doFinal(counter);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA1 belongs to every Java platform", e);
        }
    }
}
