package vn.anttmap.exchange.territoryimport;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether letters can be Vietnamese: text read in the wrong way soon breaks the shape of the syllable. */
final class VietnameseSyllables {

    private static final Pattern SYLLABLE = Pattern.compile("(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
            + "(?:uyê|uya|uyu|uâ|uơ|uô|ưa|ươu|ươi|ươ|ưu|ưi|iêu|iê|ia|iu|yêu|yê|oai|oay|oan|oeo|oao|oa|oă|oe|oi|oo|"
            + "uây|uôi|uê|ua|ui|uy|ai|ay|ao|au|ây|âu|eo|êu|ôi|ơi|[aăâeêioôơuưy])"
            + "(?:ch|ng|nh|[cmnpt])?");
    private static final Pattern WORDS =
            Pattern.compile("[^\\p{L}\\p{M}\\uFFFD\\p{Sc}\\p{So}\\p{Sk}\\p{Cntrl}©®µ¶·¸¹º»¼½¾¿×÷°±²³´¡¢£¤¥¦§¨ª«¬¯]+");
    private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");

    private VietnameseSyllables() {}

    /**
     * @param good words with a letter beyond ASCII that can be Vietnamese
     * @param bad such words that cannot
     */
    record Count(int good, int bad) {

        Count plus(Count other) {
            return new Count(good + other.good, bad + other.bad);
        }

        /** Of all such words the share that can be Vietnamese; 1 where there are none. */
        double share() {
            return good + bad == 0 ? 1 : (double) good / (good + bad);
        }
    }

    static Count count(String text) {
        int good = 0;
        int bad = 0;
        for (String word : WORDS.split(text)) {
            if (word.chars().anyMatch(letter -> letter > 0x7F)) {
                if (possible(word)) {
                    good++;
                } else {
                    bad++;
                }
            }
        }
        return new Count(good, bad);
    }

    private static boolean possible(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        // A capital inside a word is what a wrong reading makes; words in capitals are left alone.
        boolean capitalInside = !word.equals(word.toUpperCase(Locale.ROOT))
                && word.substring(1).chars().anyMatch(Character::isUpperCase);
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
        long tones = TONES.matcher(decomposed).results().count();
        String letters = Normalizer.normalize(TONES.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC);
        return !capitalInside && tones <= 1 && SYLLABLE.matcher(letters).matches();
    }
}
