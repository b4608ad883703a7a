package vn.anttmap.geo;

import org.jspecify.annotations.Nullable;

/**
 * What each letter of composed Vietnamese is without marks, looked up: a large file folds hundreds of thousands of names, and
 * four passes of patterns over each took as long as its geometry.
 */
final class FoldedLetters {

    private static final char GAP = ' ';

    /** No single letter: the text is folded the long way. */
    private static final char UNKNOWN = 0;

    private static final char FIRST_TONED = '\u1EA0';
    private static final char LAST_TONED = '\u1EF9';

    /** Up to Latin Extended-A, and ơ and ư. */
    private static final char[] LOW = table('\0', '\u01B1');

    private static final char[] TONED = table(FIRST_TONED, (char) (LAST_TONED + 1));

    private FoldedLetters() {}

    /** As {@link VietnameseText#foldAny}; null for a text with letters that are not looked up. */
    static @Nullable String fold(String text) {
        char[] words = new char[text.length()];
        int length = 0;
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char folded = folded(text.charAt(i));
            if (folded == UNKNOWN) {
                return null;
            }
            if (folded == GAP) {
                gap = length > 0;
            } else {
                if (gap) {
                    words[length++] = GAP;
                    gap = false;
                }
                words[length++] = folded;
            }
        }
        return new String(words, 0, length);
    }

    private static char folded(char letter) {
        if (letter < LOW.length) {
            return LOW[letter];
        }
        return letter >= FIRST_TONED && letter <= LAST_TONED ? TONED[letter - FIRST_TONED] : UNKNOWN;
    }

    private static char[] table(char from, char to) {
        char[] table = new char[to - from];
        for (char letter = from; letter < to; letter++) {
            String folded = VietnameseText.foldAny(String.valueOf(letter));
            // What is neither letter nor digit folds to nothing when it stands alone, and parts words.
            table[letter - from] = folded.isEmpty() ? GAP : folded.length() == 1 ? folded.charAt(0) : UNKNOWN;
        }
        return table;
    }
}
