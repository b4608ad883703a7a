package vn.anttmap.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How secrets of second factors lie in the database: under AES-256-GCM with the key of the settings, bound to their account,
 * or in the clear where there is none.
 */
final class SecretSeal {

    private static final String SEALED = "aes-gcm:";
    private static final String CLEAR = "clear:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final @Nullable SecretKeySpec key;

    /** @param key 64 hexadecimal digits, or empty */
    SecretSeal(String key) {
        this.key = key.isEmpty() ? null : new SecretKeySpec(HexFormat.of().parseHex(key), "AES");
    }

    String seal(byte[] secret, long accountId) {
        if (key == null) {
            return CLEAR + Base64.getEncoder().encodeToString(secret);
        }
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, accountId).doFinal(secret);
            byte[] all = new byte[nonce.length + sealed.length];
            System.arraycopy(nonce, 0, all, 0, nonce.length);
            System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
            return SEALED + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM belongs to every Java platform", e);
        }
    }

    /** @throws IllegalStateException if it was sealed with another key than that of the settings, or for another account */
    byte[] open(String stored, long accountId) {
        if (stored.startsWith(CLEAR)) {
            return Base64.getDecoder().decode(stored.substring(CLEAR.length()));
        }
        if (key == null) {
            throw new IllegalStateException(
                    "anttmap.access.second-factor-key is not set, but secrets are sealed with one");
        }
        byte[] all = Base64.getDecoder().decode(stored.substring(SEALED.length()));
        byte[] nonce = java.util.Arrays.copyOf(all, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, accountId)
                    .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("anttmap.access.second-factor-key is not the one of the stored secret", e);
        }
    }

    /** Whether it lies there as it would be stored today: a key may have been set since. */
    boolean upToDate(String stored) {
        return stored.startsWith(key == null ? CLEAR : SEALED);
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, long accountId)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("account " + accountId).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
