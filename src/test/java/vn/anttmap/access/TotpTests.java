package vn.anttmap.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the rows of SHA-1: time in seconds, step, code of eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59,0x0000000000000001,94287082",
        "1111111109,0x00000000023523EC,07081804",
        "1111111111,0x00000000023523ED,14050471",
        "1234567890,0x000000000273EF07,89005924",
        "2000000000,0x0000000003F940AA,69279037",
        "20000000000,0x0000000027BC86AA,65353130"
    })
    void makesTheCodesOfRfc6238(long seconds, String step, String code) {
        Instant time = Instant.ofEpochSecond(seconds);

        assertThat(Totp.step(time)).isEqualTo(Long.decode(step));
        assertThat(Totp.code(SECRET, Totp.step(time), 8)).isEqualTo(code);
        // Six digits are the last ones of eight: the number is taken modulo a power of ten.
        assertThat(Totp.code(SECRET, Totp.step(time), 6)).isEqualTo(code.substring(2));
        assertThat(Totp.find(SECRET, code.substring(2), time)).hasValue(Long.decode(step));
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({
        "0,755224",
        "1,287082",
        "2,359152",
        "3,969429",
        "4,338314",
        "5,254676",
        "6,287922",
        "7,162583",
        "8,399871",
        "9,520489"
    })
    void makesTheCodesOfRfc4226(long counter, String code) {
        assertThat(Totp.code(SECRET, counter, 6)).isEqualTo(code);
    }

    @Test
    void takesTheCodesOfOneStepAside() {
        Instant time = Instant.ofEpochSecond(5 * 30 + 7);

        assertThat(Totp.find(SECRET, "969429", time)).isEmpty();
        assertThat(Totp.find(SECRET, "338314", time)).hasValue(4);
        assertThat(Totp.find(SECRET, "254676", time)).hasValue(5);
        assertThat(Totp.find(SECRET, "287922", time)).hasValue(6);
        assertThat(Totp.find(SECRET, "162583", time)).isEmpty();
    }

    /** RFC 4648, section 10, without the padding. */
    @ParameterizedTest
    @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void writesBase32(String text, String base32) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }
}
