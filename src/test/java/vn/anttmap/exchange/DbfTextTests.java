package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbfTextTests {

    @ParameterizedTest(name = "{0} in {1} bytes")
    @CsvSource({
        // "ế" and "ộ" take three bytes in UTF-8, "á", "à" and "đ" two.
        "Tiếng, 7, Tiếng, false",
        "Tiếng, 6, Tiến, true",
        "Tiếng, 5, Tiế, true",
        "Tiếng, 4, Ti, true",
        "Tiếng, 3, Ti, true",
        "Quán Lào, 10, Quán Lào, false",
        "Quán Lào, 6, Quán, true",
        "đđ, 3, đ, true",
        "ộ, 2, '', true",
        "'', 5, '', false"
    })
    void endsBetweenTwoLetters(String text, int maxBytes, String expected, boolean cut) {
        assertCut(text, maxBytes, expected, cut);
        // The same, typed as base letters and marks, is stored in the short form.
        assertCut(Normalizer.normalize(text, Normalizer.Form.NFD), maxBytes, expected, cut);
    }

    @Test
    void keepsAMarkThatHasNoShortFormWithItsLetter() {
        // "x" and U+0301 stay two characters in NFC: one and two bytes.
        assertCut("ax\u0301b", 5, "ax\u0301b", false);
        assertCut("ax\u0301b", 4, "ax\u0301", true);
        assertCut("ax\u0301b", 3, "a", true);
        assertCut("ax\u0301b", 2, "a", true);
    }

    @Test
    void keepsCharactersBeyondTheFirstPlaneWhole() {
        assertCut("a\uD83D\uDE00b", 4, "a", true);
        assertCut("a\uD83D\uDE00b", 5, "a\uD83D\uDE00", true);
    }

    @Test
    void writesLineBreaksAsSpaces() {
        assertCut("một\r\nhai\0ba\t", 50, "một hai ba", false);
    }

    @Property
    void givesABeginningOfTheTextThatFits(@ForAll String text, @ForAll @IntRange(min = 1, max = 254) int maxBytes) {
        DbfText.Cut cut = DbfText.cut(text, maxBytes);
        String whole = new String(DbfText.cut(text, Integer.MAX_VALUE).utf8(), StandardCharsets.UTF_8);
        assertThat(cut.utf8().length).isLessThanOrEqualTo(maxBytes);
        assertThat(whole).startsWith(new String(cut.utf8(), StandardCharsets.UTF_8));
    }

    /**
     * Vietnamese letters with their marks, composed and not, beside others, cut at every width; fixed seed. The number of
     * texts is {@code -Dantt.dbf.texts}; 1,000,000 take about half a minute.
     */
    @Test
    void neverCutsALetterOfRandomVietnameseTexts() {
        int texts = Integer.getInteger("antt.dbf.texts", 20_000);
        String bases = "aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐbcdghklmnpqrstvxBCDGHKLMNPQRSTVX 0123456789,.-/()";
        String marks = "\u0300\u0301\u0303\u0309\u0323";
        Random random = new Random(42);
        for (int i = 0; i < texts; i++) {
            StringBuilder text = new StringBuilder();
            int letters = 1 + random.nextInt(40);
            for (int j = 0; j < letters; j++) {
                char base = bases.charAt(random.nextInt(bases.length()));
                text.append(base);
                if (Character.isLetter(base) && random.nextInt(3) == 0) {
                    text.append(marks.charAt(random.nextInt(marks.length())));
                }
            }
            Normalizer.Form form = random.nextBoolean() ? Normalizer.Form.NFC : Normalizer.Form.NFD;
            int width = 1 + random.nextInt(60);
            assertWholeLetters(Normalizer.normalize(text, form), width);
        }
    }

    /** Strict decoding; what was cut off must not begin with a mark. */
    private static void assertWholeLetters(String text, int width) {
        DbfText.Cut cut = DbfText.cut(text, width);
        String whole = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        try {
            String kept = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(cut.utf8()))
                    .toString();
            boolean right = cut.utf8().length <= width && whole.startsWith(kept);
            String rest = right ? whole.substring(kept.length()) : "";
            boolean letterCut = !rest.isEmpty() && Character.getType(rest.charAt(0)) == Character.NON_SPACING_MARK;
            if (!right || letterCut || cut.cut() == rest.isEmpty()) {
                throw new AssertionError("\"" + text + "\" in " + width + " bytes became \"" + kept + "\"");
            }
        } catch (CharacterCodingException e) {
            throw new AssertionError("\"" + text + "\" in " + width + " bytes is no UTF-8", e);
        }
    }

    private static void assertCut(String text, int maxBytes, String expected, boolean cut) {
        DbfText.Cut result = DbfText.cut(text, maxBytes);
        assertThat(new String(result.utf8(), StandardCharsets.UTF_8)).isEqualTo(expected);
        assertThat(result.cut()).isEqualTo(cut);
    }
}
