package vn.anttmap.exchange.territoryimport;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.territory.UnitKind;

/** What a commune calls itself: "Thị trấn Quán Lào" is a thị trấn named Quán Lào. */
final class CommuneName {

    static final List<UnitKind> KINDS = List.of(UnitKind.XA, UnitKind.PHUONG, UnitKind.THI_TRAN, UnitKind.DAC_KHU);

    private static final Map<String, UnitKind> BY_NAME = Map.ofEntries(
            Map.entry("xa", UnitKind.XA),
            Map.entry("commune", UnitKind.XA),
            Map.entry("phuong", UnitKind.PHUONG),
            Map.entry("ward", UnitKind.PHUONG),
            Map.entry("thi tran", UnitKind.THI_TRAN),
            Map.entry("tt", UnitKind.THI_TRAN),
            Map.entry("town", UnitKind.THI_TRAN),
            Map.entry("dac khu", UnitKind.DAC_KHU));

    private static final int MOST_WORDS = 2;

    private CommuneName() {}

    static Optional<UnitKind> kind(String text) {
        return Optional.ofNullable(
                BY_NAME.get(VietnameseText.fold(text.replace('_', ' ')).strip()));
    }

    /** A name of one word is never taken for a kind. */
    static AreaName.Split split(String text) {
        String[] words = text.strip().split("\\s+");
        for (int count = Math.min(MOST_WORDS, words.length - 1); count > 0; count--) {
            Optional<UnitKind> kind = kind(String.join(" ", Arrays.copyOf(words, count)));
            if (kind.isPresent()) {
                return new AreaName.Split(kind.get(), String.join(" ", Arrays.copyOfRange(words, count, words.length)));
            }
        }
        return new AreaName.Split(null, String.join(" ", words));
    }
}
