package vn.anttmap.ogcapi.cql2;

import java.util.Locale;
import java.util.Set;

/** Identifiers of CQL2, and the words that are none unless quoted. */
final class Names {

    /** Words of the grammar that may stand where a property may; functions are told by the bracket behind them. */
    private static final Set<String> RESERVED =
            Set.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "TRUE", "FALSE");

    private Names() {}

    static boolean isReserved(String word) {
        return RESERVED.contains(word.toUpperCase(Locale.ROOT));
    }

    static boolean isIdentifier(String name) {
        return !name.isEmpty()
                && isStart(name.codePointAt(0))
                && name.codePoints().allMatch(Names::isPart);
    }

    /** As in the grammar, which takes them from XML's names. */
    static boolean isStart(int c) {
        return c == ':'
                || c == '_'
                || c >= 'A' && c <= 'Z'
                || c >= 'a' && c <= 'z'
                || c >= 0xC0 && c != 0xD7 && c != 0xF7 && isBeyondLatin1Start(c);
    }

    private static boolean isBeyondLatin1Start(int c) {
        return c <= 0x2FF
                || c >= 0x370 && c != 0x37E && c <= 0x1FFE
                || c >= 0x200C && c <= 0x200D
                || c >= 0x2070 && c <= 0x218F
                || c >= 0x2C00 && c <= 0x2FEF
                || c >= 0x3001 && c <= 0xD7FF
                || c >= 0xF900 && c <= 0xFDCF
                || c >= 0xFDF0 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0xEFFFF;
    }

    static boolean isPart(int c) {
        return isStart(c) || c == '.' || c >= '0' && c <= '9' || c >= 0x300 && c <= 0x36F || c == 0x203F || c == 0x2040;
    }
}
