package vn.anttmap.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mậtkhẩu123456",
                "Mật khẩu 2026!",
                "MatKhau@123456",
                "anhyeuem1234567",
                "VietNam@2026@@",
                "congan@113113113",
                "ubnd@2026ubnd",
                "Thanh Hóa 36 36 36",
                "password1234",
                "P@ssw0rd2026!",
                "passwordpassword",
                "adminpassword1",
                "administrator",
                "qwertyuiop123",
                "1q2w3e4r5t6y",
                "1qaz2wsx3edc",
                "123456789012",
                "098765432109",
                "abcdefghijkl",
                "aaaaaaaaaaaa",
                "121212121212",
                "20262026202620262026",
                "a12345678901",
                "nguyen.van.an2026",
                "nguyenvanan@anttmap"
            })
    void refusesWhatIsTriedFirst(String password) {
        assertThat(CommonPasswords.isCommon(password, "nguyen.van.an")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mật khẩu của riêng tôi",
                "bốn con cò trên đồng",
                "k7mq-x2fd-9hpt-w3ra",
                "correct horse battery staple",
                "Chợ họp sáng thứ năm",
                "483920571846",
                "cây đa cũ 1987"
            })
    void takesWhatIsNot(String password) {
        assertThat(CommonPasswords.isCommon(password, "nguyen.van.an")).isFalse();
    }
}
