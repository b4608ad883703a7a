package vn.anttmap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseTextTests {

    @ParameterizedTest
    @CsvSource({
        "Thị trấn  Quán Lào, thi tran quan lao",
        "Đàm Thuỷ, dam thuy",
        "Yên Định, yen dinh",
        "Tây Ninh, tay ninh",
        "Huyện Trà Lĩnh, huyen tra linh",
        "Bà Rịa - Vũng Tàu, ba ria vung tau",
        "'TP. Thanh Hóa', tp thanh hoa",
        "Quyên, quyen",
        "ƯỚC, uoc",
        "ĐẮK LẮK, dak lak"
    })
    void foldsToASearchKey(String name, String key) {
        assertThat(VietnameseText.fold(name)).isEqualTo(key);
        // The same letters typed as base letter and marks.
        assertThat(VietnameseText.fold(java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)))
                .isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "Quí Lộc, Quý Lộc",
        "Hoà, Hòa",
        "Đàm Thuỷ, Đàm Thủy",
        "Mỹ Lý, Mĩ Lí",
        "Quỳnh, Quình",
        "Khoẻ, Khỏe",
        "Ỷ Lan, Ỉ Lan"
    })
    void takesTwoSpellingsOfOneNameForTheSame(String one, String other) {
        assertThat(VietnameseText.fold(one)).isEqualTo(VietnameseText.fold(other));
    }

    @ParameterizedTest
    @CsvSource({"Tây, Tai", "Thủy, Thủi", "Mày, Mài"})
    void keepsNamesApartWhereYIsAnotherSound(String one, String other) {
        assertThat(VietnameseText.fold(one)).isNotEqualTo(VietnameseText.fold(other));
    }

    @Test
    void storesOneForm() {
        assertThat(VietnameseText.nfc("Ti\u0065\u0302\u0301ng")).isEqualTo("Tiếng");
    }

    @Test
    void sortsAsADictionaryDoes() {
        List<String> sorted = List.of(
                "An Giang",
                "Ăn",
                "Ân Thi",
                "Ba Bể",
                "Ba Đình",
                "Bà Rịa",
                "Ban",
                "Bản",
                "Bắc Kạn",
                "Cao Bằng",
                "Dân",
                "Dương",
                "Đa Lộc",
                "Đông Anh",
                "Em",
                "Êm",
                "Khu phố 1",
                "Khu phố 2",
                "Khu phố 10",
                "Ma",
                "Mà",
                "Mả",
                "Mã",
                "Má",
                "Mạ",
                "Ôn",
                "Ơn",
                "Ung",
                "Ưng",
                "Xã Định Long",
                "Ý Yên");
        List<String> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(VietnameseText.collator());
        assertThat(shuffled).containsExactlyElementsOf(sorted);
    }

    @Test
    void letsTheToneDecideOnlyAmongTheSameLetters() {
        // Letters first: "ma mi" before "ma na", although the first has the heavier tone.
        assertThat(VietnameseText.collator().compare("Mạ Mi", "Ma Na")).isNegative();
    }

    /** Texts that are taken as composed without asking: every character below U+0300 and of the Vietnamese block, in pairs. */
    @Test
    void whatIsTakenAsComposedIs() {
        StringBuilder letters = new StringBuilder();
        for (char letter = 1; letter < 0x300; letter++) {
            letters.append(letter);
        }
        for (char letter = 0x1EA0; letter <= 0x1EF9; letter++) {
            letters.append(letter);
        }
        for (int first = 0; first < letters.length(); first++) {
            StringBuilder pairs = new StringBuilder();
            for (int second = 0; second < letters.length(); second++) {
                pairs.append(letters.charAt(first)).append(letters.charAt(second));
            }
            assertThat(Normalizer.isNormalized(pairs, Normalizer.Form.NFC))
                    .as("with " + letters.charAt(first))
                    .isTrue();
        }
        assertThat(VietnameseText.nfc("Tra\u0300 Li\u0303nh")).isEqualTo("Trà Lĩnh");
    }
}
