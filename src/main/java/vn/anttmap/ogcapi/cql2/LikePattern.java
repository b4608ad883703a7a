package vn.anttmap.ogcapi.cql2;

/** The pattern of {@code like}: {@code %} any letters, {@code _} one, a backslash takes the letter behind it as it is. */
final class LikePattern {

    private LikePattern() {}

    /**
     * The same pattern with no backslash but before {@code %}, {@code _} and a backslash: others are an error to H2, and one
     * at the end to both databases. Several {@code %} in a row become one.
     */
    static String normalised(String pattern, String place) {
        StringBuilder text = new StringBuilder();
        int percents = 0;
        boolean afterPercent = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%') {
                if (!afterPercent) {
                    text.append(c);
                    percents++;
                }
                afterPercent = true;
                continue;
            }
            afterPercent = false;
            if (c != '\\') {
                text.append(c);
                continue;
            }
            if (++i == pattern.length()) {
                throw FilterProblems.badValue(place, "pattern", pattern);
            }
            char escaped = pattern.charAt(i);
            if (escaped == '%' || escaped == '_' || escaped == '\\') {
                text.append('\\');
            }
            text.append(escaped);
        }
        if (percents > Budget.MAX_PERCENTS) {
            throw FilterProblems.badValue(place, "wildcards", pattern);
        }
        return text.toString();
    }

    /** By remembering the last {@code %} only: the product of the lengths at worst. */
    static boolean matches(String normalised, String text) {
        int inPattern = 0;
        int inText = 0;
        int afterPercent = -1;
        int resume = 0;
        while (true) {
            if (inPattern < normalised.length() && normalised.charAt(inPattern) == '%') {
                afterPercent = ++inPattern;
                resume = inText;
                continue;
            }
            if (inPattern == normalised.length() && inText == text.length()) {
                return true;
            }
            int step = inText < text.length() ? step(normalised, inPattern, text.charAt(inText)) : 0;
            if (step > 0) {
                inPattern += step;
                inText++;
            } else if (afterPercent >= 0 && resume < text.length()) {
                inPattern = afterPercent;
                inText = ++resume;
            } else {
                return false;
            }
        }
    }

    /** How many characters of the pattern stand for this letter; 0 where it is another. */
    private static int step(String normalised, int at, char letter) {
        if (at == normalised.length()) {
            return 0;
        }
        char c = normalised.charAt(at);
        if (c == '_') {
            return 1;
        }
        if (c == '\\') {
            return normalised.charAt(at + 1) == letter ? 2 : 0;
        }
        return c == letter ? 1 : 0;
    }
}
