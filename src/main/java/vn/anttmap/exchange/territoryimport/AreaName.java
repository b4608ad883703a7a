package vn.anttmap.exchange.territoryimport;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.territory.UnitKind;

/** What a residential area calls itself: its kind and its name, from one column or two. */
final class AreaName {

    private static final Map<String, UnitKind> KINDS = Map.ofEntries(
            Map.entry("thon", UnitKind.THON),
            Map.entry("xom", UnitKind.XOM),
            Map.entry("ban", UnitKind.BAN),
            Map.entry("lang", UnitKind.LANG),
            Map.entry("to dan pho", UnitKind.TO_DAN_PHO),
            Map.entry("tdp", UnitKind.TO_DAN_PHO),
            Map.entry("to", UnitKind.TO_DAN_PHO),
            Map.entry("khu pho", UnitKind.KHU_PHO),
            Map.entry("kp", UnitKind.KHU_PHO),
            Map.entry("khoi pho", UnitKind.KHOI_PHO),
            Map.entry("khoi", UnitKind.KHOI_PHO));

    private static final int MOST_WORDS = 3;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("(?i)^số (?=\\d)");

    private AreaName() {}

    /** @param name without the kind where the file had it in front */
    record Split(@Nullable UnitKind kind, String name) {

        String fullName(UnitKind known) {
            String label = known.label(java.util.Locale.forLanguageTag("vi"));
            return kind == null && VietnameseText.fold(name).startsWith(VietnameseText.fold(label) + " ")
                    ? name
                    : label + " " + name;
        }
    }

    static Optional<UnitKind> kind(String text) {
        return Optional.ofNullable(KINDS.get(VietnameseText.fold(text)));
    }

    /** "TDP số 3" is Tổ dân phố 3; a name of one word is never taken for a kind. */
    static Split split(String text) {
        String clean = SPACES.matcher(text.strip()).replaceAll(" ");
        String[] words = clean.split(" ");
        for (int count = Math.min(MOST_WORDS, words.length - 1); count > 0; count--) {
            String head = String.join(" ", java.util.Arrays.copyOf(words, count));
            UnitKind kind = kind(head).orElse(null);
            if (kind != null) {
                String rest = clean.substring(head.length()).strip();
                return new Split(kind, NUMBER.matcher(rest).replaceFirst(""));
            }
        }
        return new Split(null, clean);
    }
}
