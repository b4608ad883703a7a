package vn.anttmap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretSealTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private final SecretSeal sealed = new SecretSeal("00112233445566778899aabbccddeeff".repeat(2));
    private final SecretSeal other = new SecretSeal("ff112233445566778899aabbccddeeff".repeat(2));
    private final SecretSeal clear = new SecretSeal("");

    @Test
    void opensWhatItSealed() {
        assertThat(sealed.open(sealed.seal(SECRET, 7), 7)).isEqualTo(SECRET);
        assertThat(clear.open(clear.seal(SECRET, 7), 7)).isEqualTo(SECRET);
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        assertThat(sealed.seal(SECRET, 7)).startsWith("aes-gcm:").isNotEqualTo(sealed.seal(SECRET, 7));
    }

    @Test
    void opensNeitherWithAnotherKeyNorForAnotherAccountNorWhatWasAltered() {
        String stored = sealed.seal(SECRET, 7);
        String altered = stored.substring(0, 20) + (stored.charAt(20) == 'A' ? 'B' : 'A') + stored.substring(21);

        assertThatIllegalStateException().isThrownBy(() -> other.open(stored, 7));
        assertThatIllegalStateException().isThrownBy(() -> clear.open(stored, 7));
        assertThatIllegalStateException().isThrownBy(() -> sealed.open(stored, 8));
        assertThatIllegalStateException().isThrownBy(() -> sealed.open(altered, 7));
    }

    @Test
    void readsWhatWasStoredBeforeThereWasAKey() {
        String stored = clear.seal(SECRET, 7);

        assertThat(sealed.open(stored, 7)).isEqualTo(SECRET);
        assertThat(sealed.upToDate(stored)).isFalse();
    }
}
