package vn.anttmap.web;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on a telephone, written from RFC 6238 without the service's code. */
final class Authenticator {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Authenticator() {}

    /** @param secret in Base32, blanks allowed @param stepsLater 0 for the code that the app shows now */
    static String code(String secret, int stepsLater) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decode(secret), "HmacSHA1"));
            long step = Instant.now().getEpochSecond() / 30 + stepsLater;
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A code that is none of those near the present. */
    static String wrongCode(String secret) {
        for (int i = 0; ; i++) {
            String code = String.format(Locale.ROOT, "%06d", i);
            boolean near = false;
            for (int step = -3; step <= 3; step++) {
                near |= code(secret, step).equals(code);
            }
            if (!near) {
                return code;
            }
        }
    }

    private static byte[] decode(String secret) {
        StringBuilder bits = new StringBuilder();
        for (char letter : secret.replace(" ", "").toCharArray()) {
            bits.append(String.format("%5s", Integer.toBinaryString(BASE32.indexOf(letter)))
                    .replace(' ', '0'));
        }
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return bytes;
    }
}
