package vn.anttmap.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongPasswordsTests {

    private final LongPasswords passwords = new LongPasswords();

    @Test
    void lettersBehindTheSeventySecondByteCount() {
        String long1 = "ệ".repeat(63) + "a";
        String long2 = "ệ".repeat(63) + "b";

        String hash = passwords.encode(long1);

        assertThat(passwords.matches(long1, hash)).isTrue();
        assertThat(passwords.matches(long2, hash)).isFalse();
    }

    /** ế as one character, and as e with two marks behind it. */
    @Test
    void theSameLetterWithItsMarksSetApartIsTheSamePassword() {
        String hash = passwords.encode("mật khẩu bi\u1ebfn mất");

        assertThat(passwords.matches("mật khẩu bie\u0302\u0301n mất", hash)).isTrue();
        assertThat(passwords.matches("mật khẩu bi\u00ean mất", hash)).isFalse();
    }

    @Test
    void eachHashHasItsOwnSalt() {
        assertThat(passwords.encode("mười hai chữ")).isNotEqualTo(passwords.encode("mười hai chữ"));
    }

    @Test
    void nothingMatchesNoHash() {
        assertThat(passwords.matches("mười hai chữ", null)).isFalse();
        assertThat(passwords.matches("mười hai chữ", "")).isFalse();
        assertThat(passwords.matches(null, passwords.encode("x"))).isFalse();
    }
}
