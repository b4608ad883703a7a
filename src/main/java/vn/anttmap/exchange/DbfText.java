package vn.anttmap.exchange;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.anttmap.geo.VietnameseText;

/** Text of a limited number of bytes. */
final class DbfText {

    /** A letter with all its marks, as a reader sees it (extended grapheme cluster, UAX 29). */
    private static final Pattern LETTER = Pattern.compile("\\X");

    /** Line breaks and NUL end a field in some readers. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    /** @param cut whether letters at the end had to be left out */
    record Cut(byte[] utf8, boolean cut) {}

    private DbfText() {}

    /**
     * The longest beginning of a text that fits, ending between two letters: never inside a letter's bytes, nor between
     * a letter and its mark.
     *
     * @return UTF-8 of the NFC form, without surrounding spaces; control characters become one space
     */
    static Cut cut(String text, int maxBytes) {
        String composed = VietnameseText.nfc(text);
        String clean = (hasControl(composed) ? CONTROL.matcher(composed).replaceAll(" ") : composed).strip();
        byte[] whole = clean.getBytes(StandardCharsets.UTF_8);
        if (whole.length <= maxBytes) {
            return new Cut(whole, false);
        }
        int end = 0;
        int bytes = 0;
        Matcher letters = LETTER.matcher(clean);
        while (letters.find()) {
            bytes += letters.group().getBytes(StandardCharsets.UTF_8).length;
            if (bytes > maxBytes) {
                break;
            }
            end = letters.end();
        }
        return new Cut(clean.substring(0, end).stripTrailing().getBytes(StandardCharsets.UTF_8), true);
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            // Cntrl of java.util.regex is ASCII's.
            if (letter < ' ' || letter == 0x7F) {
                return true;
            }
        }
        return false;
    }
}
