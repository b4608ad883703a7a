package vn.anttmap.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * Passwords that are tried first: a word or two of a list with digits and signs round them, one's own name, rows of the
 * keyboard, runs and repetitions. Marks, capitals and digits in place of letters change nothing.
 */
final class CommonPasswords {

    private static final int FEW_LETTERS = 3;
    private static final int FEW_IN_A_ROW = 4;
    private static final int SHORTEST_WORD = 3;
    private static final Set<String> WORDS = read();

    private CommonPasswords() {}

    static boolean isCommon(String password, String username) {
        String folded = fold(password);
        if (folded.chars().distinct().count() <= FEW_LETTERS || isRun(folded)) {
            return true;
        }
        String whole = folded.replaceAll("[^a-z0-9]", "");
        String trimmed = whole.replaceAll("^[0-9]+|[0-9]+$", "");
        String inside = folded.replaceAll("^[^a-z]+|[^a-z]+$", "");
        String name = fold(username).replaceAll("[^a-z]", "");
        return consistsOfWords(whole, name)
                || consistsOfWords(trimmed, name)
                || consistsOfWords(inside.replaceAll("[^a-z]", ""), name)
                || consistsOfWords(letters(inside), name);
    }

    /** One word or two, or one again and again; up to four letters are no word at all. */
    private static boolean consistsOfWords(String text, String name) {
        String once = withoutRepetition(text);
        if (text.isEmpty()) {
            return false;
        }
        if (once.length() <= FEW_IN_A_ROW || isWord(once, name) || isRun(once)) {
            return true;
        }
        for (int cut = SHORTEST_WORD; cut <= once.length() - SHORTEST_WORD; cut++) {
            if (isWord(once.substring(0, cut), name) && isWord(once.substring(cut), name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(String text, String name) {
        return WORDS.contains(text) || text.length() >= SHORTEST_WORD && text.equals(name);
    }

    private static String withoutRepetition(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            if (text.length() % length == 0
                    && text.equals(text.substring(0, length).repeat(text.length() / length))) {
                return text.substring(0, length);
            }
        }
        return text;
    }

    /** Each letter or digit follows the one before it, as in 123456789012 or fedcba. */
    private static boolean isRun(String text) {
        return isRun(text, 1) || isRun(text, -1);
    }

    private static boolean isRun(String text, int step) {
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i - 1);
            char after = text.charAt(i);
            boolean round = Character.isDigit(before)
                    && Character.isDigit(after)
                    && Math.floorMod(before - '0' + step, 10) == after - '0';
            if (after - before != step && !round) {
                return false;
            }
        }
        return true;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "");
    }

    /** p@ssw0rd */
    private static String letters(String text) {
        String from = "@4310$57!";
        String to = "aaeiossti";
        StringBuilder letters = new StringBuilder();
        for (char each : text.toCharArray()) {
            int at = from.indexOf(each);
            char letter = at < 0 ? each : to.charAt(at);
            if (letter >= 'a' && letter <= 'z') {
                letters.append(letter);
            }
        }
        return letters.toString();
    }

    private static Set<String> read() {
        try {
            String text = new ClassPathResource("common-passwords.txt", CommonPasswords.class)
                    .getContentAsString(StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .filter(word -> word.length() >= SHORTEST_WORD)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
