package vn.anttmap.geo;

import java.text.CollationKey;
import java.text.Collator;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/** How Vietnamese names are stored, searched and sorted. */
public final class VietnameseText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * Whether a database and a file can hold the text: no NUL character, which PostgreSQL refuses, and no half of a
     * surrogate pair, which has no UTF-8.
     */
    public static boolean storable(String text) {
        return text.codePoints()
                .noneMatch(letter ->
                        letter == 0 || letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE);
    }

    /**
     * A "y" that may be written "i" without changing the word: alone, after "qu", or after a consonant, and then only
     * with nothing or a plain consonant behind it. "Thủy" and "Tây" are other words than "Thủi" and "Tai".
     */
    private static final Pattern EXCHANGEABLE_Y = Pattern.compile("(?<=\\bqu|\\b|[bcdfghjklmnpqrstvxz])y(?![aeiou])");

    private VietnameseText() {}

    /** The one stored form, Unicode NFC: "ế" is one character, whatever keyboard it came from. */
    public static String nfc(String text) {
        return isComposed(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * Whether nothing can be composed for sure: below U+0300 and in Vietnamese's own block no character combines with the one
     * before it, nor has another form.
     */
    private static boolean isComposed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= 0x300 && (letter < 0x1EA0 || letter > 0x1EF9)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Search key: two spellings of a name that people take for the same give the same key.
     *
     * <p>Without marks (so that where the tone stands does not matter: "Hoà" and "Hòa"), "đ" as "d", lower case, "Quý"
     * as "Quí", punctuation and repeated spaces as one space: "Thị trấn Quán Lào" gives "thi tran quan lao". Different
     * names may share a key ("Bản", "Bàn"); show the name itself.
     *
     * @param text in any Unicode form
     * @return ASCII for Vietnamese text; may be empty
     */
    public static String fold(String text) {
        String quick = FoldedLetters.fold(text);
        String words = quick == null ? foldAny(text) : quick;
        return words.indexOf('y') < 0 ? words : EXCHANGEABLE_Y.matcher(words).replaceAll("i");
    }

    /** All of it but the "y", whatever characters there are. */
    static String foldAny(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        String plain = MARKS.matcher(decomposed)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
        return NOT_LETTER_OR_DIGIT.matcher(plain).replaceAll(" ").strip();
    }

    /**
     * Dictionary order, word by word: a ă â b c d đ e ê …, the tone deciding only between words of the same letters
     * (ngang, huyền, hỏi, ngã, sắc, nặng). Numbers count as numbers: "Khu phố 2" before "Khu phố 10".
     *
     * @return safe to share between threads; equal only for texts with the same NFC form
     */
    public static Comparator<String> collator() {
        return Order.INSTANCE;
    }

    private static final class Order implements Comparator<String> {

        private static final Order INSTANCE = new Order();
        private static final Pattern SPACES = Pattern.compile("\\s+");
        private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

        /** Java's Vietnamese rules; comparing changes a collator's state, so each call works on a copy. */
        private final Collator rules = Collator.getInstance(Locale.forLanguageTag("vi-VN"));

        private Order() {
            rules.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        }

        @Override
        public int compare(String left, String right) {
            String[] leftWords = SPACES.split(nfc(left).strip());
            String[] rightWords = SPACES.split(nfc(right).strip());
            Collator letters = (Collator) rules.clone();
            letters.setStrength(Collator.PRIMARY);
            Collator tones = (Collator) rules.clone();
            tones.setStrength(Collator.TERTIARY);
            // First by letters over the whole text, then by tones: "Bàn Cờ" stands before "Bản Bó" no more than "Ban
            // Co".
            int byLetters = compareWords(leftWords, rightWords, letters);
            if (byLetters != 0) {
                return byLetters;
            }
            int byTones = compareWords(leftWords, rightWords, tones);
            return byTones != 0 ? byTones : nfc(left).compareTo(nfc(right));
        }

        private static int compareWords(String[] left, String[] right, Collator collator) {
            for (int i = 0; i < Math.min(left.length, right.length); i++) {
                int order = compareWord(left[i], right[i], collator);
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(left.length, right.length);
        }

        private static int compareWord(String left, String right, Collator collator) {
            if (NUMBER.matcher(left).matches() && NUMBER.matcher(right).matches()) {
                return Long.compare(Long.parseLong(left), Long.parseLong(right));
            }
            CollationKey leftKey = collator.getCollationKey(left);
            return leftKey.compareTo(collator.getCollationKey(right));
        }
    }
}
