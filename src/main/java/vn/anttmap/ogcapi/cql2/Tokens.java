package vn.anttmap.ogcapi.cql2;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.anttmap.geo.VietnameseText;

/** The words of a filter in CQL2 text, one at a time; each character is looked at once. */
final class Tokens {

    enum Kind {
        /** Unquoted; NFC. */
        WORD,
        /** A name in double quotes, without them; NFC. */
        NAME,
        /** In single quotes, without them, doubled ones as one. */
        TEXT,
        /** Without a sign. */
        NUMBER,
        SIGN,
        END
    }

    /** @param start index of the first character, from 0 */
    record Token(Kind kind, String text, int start) {

        /** For people, from 1. */
        String place() {
            return Integer.toString(start + 1);
        }

        boolean is(String word) {
            return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
        }

        String upper() {
            return text.toUpperCase(Locale.ROOT);
        }

        @Nullable String found() {
            return kind == Kind.END ? null : text;
        }
    }

    private final String source;
    private int at;
    private Token next;

    Tokens(String source) {
        this.source = source;
        this.next = read();
    }

    Token peek() {
        return next;
    }

    Token take() {
        Token taken = next;
        next = read();
        return taken;
    }

    /** Whether a bracket opens right behind the token that is next; a function is told from a property by it. */
    boolean opensBehindNext() {
        int i = at;
        while (i < source.length() && isSpace(source.charAt(i))) {
            i++;
        }
        return i < source.length() && source.charAt(i) == '(';
    }

    boolean takeIf(String word) {
        if (next.is(word)) {
            take();
            return true;
        }
        return false;
    }

    Token require(String word) {
        if (!next.is(word)) {
            throw unexpected(word);
        }
        return take();
    }

    Token require(Kind kind, String expected) {
        if (next.kind() != kind) {
            throw unexpected(expected);
        }
        return take();
    }

    RuntimeException unexpected(String expected) {
        return FilterProblems.unreadable(next.place(), expected, next.found());
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u00A0';
    }

    private Token read() {
        while (at < source.length() && isSpace(source.charAt(at))) {
            at++;
        }
        if (at == source.length()) {
            return new Token(Kind.END, "", at);
        }
        int start = at;
        int c = source.codePointAt(at);
        if (c == '\'' || c == '"') {
            return new Token(c == '"' ? Kind.NAME : Kind.TEXT, quoted((char) c), start);
        }
        if (isDigit(c) || c == '.' && at + 1 < source.length() && isDigit(source.charAt(at + 1))) {
            number();
            return new Token(Kind.NUMBER, source.substring(start, at), start);
        }
        if (Names.isStart(c)) {
            while (at < source.length() && Names.isPart(source.codePointAt(at))) {
                at += Character.charCount(source.codePointAt(at));
            }
            return new Token(Kind.WORD, VietnameseText.nfc(source.substring(start, at)), start);
        }
        at += source.startsWith("<>", at) || source.startsWith("<=", at) || source.startsWith(">=", at)
                ? 2
                : Character.charCount(c);
        return new Token(Kind.SIGN, source.substring(start, at), start);
    }

    private String quoted(char quote) {
        int start = at++;
        StringBuilder text = new StringBuilder();
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c != quote) {
                text.append(c);
            } else if (at < source.length() && source.charAt(at) == quote) {
                text.append(quote);
                at++;
            } else {
                return quote == '"' ? VietnameseText.nfc(text.toString()) : text.toString();
            }
        }
        throw FilterProblems.unreadable(
                Integer.toString(start + 1), "[closing-quote]", source.substring(start, Math.min(at, start + 41)));
    }

    private void number() {
        digits();
        if (at < source.length() && source.charAt(at) == '.') {
            at++;
            digits();
        }
        int exponent = at;
        if (exponent < source.length() && (source.charAt(exponent) == 'e' || source.charAt(exponent) == 'E')) {
            exponent++;
            if (exponent < source.length() && (source.charAt(exponent) == '+' || source.charAt(exponent) == '-')) {
                exponent++;
            }
            if (exponent < source.length() && isDigit(source.charAt(exponent))) {
                at = exponent;
                digits();
            }
        }
    }

    private void digits() {
        while (at < source.length() && isDigit(source.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
