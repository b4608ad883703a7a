package vn.anttmap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Looking letters up gives what taking them apart gives. */
class FoldedLettersTests {

    private static final String LETTERS =
            "aAbBcCdDđĐeEhHiIlLnNoOqQuUyY áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ"
                    + "ÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ0123456789 .,-/()'ß²½İıŀſ\t";

    @Test
    void everyLetterThatIsLookedUpAloneAndBetweenOthers() {
        for (char letter = 0; letter < 0x2100; letter++) {
            for (String text : new String[] {"" + letter, "a" + letter + "b", " " + letter + letter + "1 "}) {
                String quick = FoldedLetters.fold(text);
                if (quick != null) {
                    assertThat(quick).as(Integer.toHexString(letter)).isEqualTo(VietnameseText.foldAny(text));
                }
            }
        }
    }

    @Test
    void tenThousandTextsOfVietnameseLetters() {
        Random random = new Random(1258);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(25); length > 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            assertThat(FoldedLetters.fold(text.toString())).isEqualTo(VietnameseText.foldAny(text.toString()));
        }
    }

    @Test
    void whatIsNotComposedIsLeftToTheLongWay() {
        // "ế" as "ê" with a combining acute.
        assertThat(FoldedLetters.fold("ê\u0301")).isNull();
        assertThat(VietnameseText.fold("Quyê\u0301t")).isEqualTo("quyet");
    }
}
