package vn.anttmap.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords of any length. bcrypt takes 72 bytes, which 64 letters with Vietnamese marks exceed, so it gets SHA-384 of
 * the password, written as 64 characters of Base64. The same letter with its marks set apart, as some keyboards send it, is the
 * same password (Unicode's form C).
 */
public final class LongPasswords implements PasswordEncoder {

    /** Stands in braces before each hash that is made here. */
    public static final String ID = "sha384-bcrypt";

    private final PasswordEncoder bcrypt = new BCryptPasswordEncoder();

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return password == null ? null : bcrypt.encode(shortened(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return password != null && hash != null && bcrypt.matches(shortened(password), hash);
    }

    private static String shortened(CharSequence password) {
        byte[] text = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-384").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-384", e);
        }
    }
}
