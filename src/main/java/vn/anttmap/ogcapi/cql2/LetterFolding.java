package vn.anttmap.ogcapi.cql2;

import java.text.Normalizer;

/**
 * One letter for another: what {@code casei} and {@code accenti} do, in Java and, through {@code translate}, in both databases,
 * whose own {@code lower} and {@code unaccent} depend on their collations and extensions.
 *
 * <p>Covers Latin letters, thus all of Vietnamese in NFC. Unlike a search key of names
 * ({@link vn.anttmap.geo.VietnameseText#fold}) it keeps punctuation and does not exchange "i" and "y".
 *
 * @param from letters that are changed
 * @param to what each becomes, at the same index
 */
record LetterFolding(String from, String to) {

    /** Capitals become small letters. */
    static final LetterFolding CASE = letters(LetterFolding::lower);

    /** Marks go, "đ" becomes "d"; capitals stay. */
    static final LetterFolding ACCENT = letters(LetterFolding::plain);

    private interface Letter {
        char of(char letter);
    }

    String apply(String text) {
        StringBuilder folded = new StringBuilder(text);
        for (int i = 0; i < folded.length(); i++) {
            int found = from.indexOf(folded.charAt(i));
            if (found >= 0) {
                folded.setCharAt(i, to.charAt(found));
            }
        }
        return folded.toString();
    }

    private static LetterFolding letters(Letter folding) {
        StringBuilder from = new StringBuilder();
        StringBuilder to = new StringBuilder();
        for (char letter = 'A'; letter <= 0x1EF9; letter++) {
            if (letter == 0x250) {
                letter = 0x1E00;
            }
            char folded = folding.of(letter);
            if (folded != letter) {
                from.append(letter);
                to.append(folded);
            }
        }
        return new LetterFolding(from.toString(), to.toString());
    }

    private static char lower(char letter) {
        return Character.toLowerCase(letter);
    }

    private static char plain(char letter) {
        if (letter == 'đ') {
            return 'd';
        }
        if (letter == 'Đ') {
            return 'D';
        }
        char base = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                .charAt(0);
        return base < 0x80 ? base : letter;
    }
}
