package vn.anttmap.exchange.territoryimport;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.anttmap.geo.VietnameseText;

/**
 * Which column of the file holds what.
 *
 * @param columns index by meaning; a meaning without a column is left out
 * @param names of all columns, in the file's order
 * @param overruled meanings that a person decided
 */
record ColumnGuess(Map<Meaning, Integer> columns, List<String> names, Set<Meaning> overruled) {

    /** What a column can hold, with the names it goes by, without marks and blanks. */
    enum Meaning {
        NAME(
                "tendoan",
                "tenduong",
                "tenkdc",
                "tenthon",
                "tenxom",
                "tentdp",
                "tentodanpho",
                "tenkhupho",
                "tenkhu",
                "tenban",
                "ten",
                "khudancu",
                "fullname",
                "name",
                "diadanh",
                "thon",
                "kdc"),
        KIND("loaikdc", "loaihinh", "loai", "kieu", "kind", "type"),
        CODE("makdc", "mathon", "matdp", "ma", "code"),
        HOUSEHOLDS("soho", "sohogd", "ho", "hogiadinh", "households", "sohodan"),
        POPULATION("danso", "nhankhau", "sonhankhau", "sokhau", "songuoi", "population", "dan", "khau"),
        PREDECESSOR(
                "sapnhaptu", "hopnhattu", "thanhlaptu", "tachtu", "tencu", "truocday", "predecessor", "predecessors"),
        FROM("tudiem", "diemdau", "tu", "from"),
        TO("dendiem", "diemcuoi", "den", "to"),
        OWNER("dvquanly", "donviquanly", "tochuc", "tochucnhan", "quanly", "owner"),
        FOUNDED("ngaythanhlap", "thanhlap", "ngayralap", "founded", "foundedon");

        private final List<String> aliases;

        Meaning(String... aliases) {
            this.aliases = List.of(aliases);
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param meanings what columns of such a file can hold
     * @param chosen index by meaning as a person set it; −1 for none of the columns
     */
    static ColumnGuess of(List<String> names, Set<Meaning> meanings, Map<Meaning, Integer> chosen) {
        Map<Meaning, Integer> columns = new EnumMap<>(Meaning.class);
        Set<Integer> used = new HashSet<>(chosen.values());
        for (Meaning meaning : meanings) {
            Integer index = chosen.get(meaning);
            if (index == null) {
                index = find(names, meaning, used);
            }
            if (index >= 0 && index < names.size()) {
                columns.put(meaning, index);
                used.add(index);
            }
        }
        return new ColumnGuess(columns, names, chosen.keySet());
    }

    /** By the order of the names it goes by; a name that was cut at ten letters counts as well. */
    private static int find(List<String> names, Meaning meaning, Set<Integer> used) {
        List<String> folded = new ArrayList<>();
        names.forEach(name -> folded.add(VietnameseText.fold(name).replace(" ", "")));
        for (String alias : meaning.aliases) {
            for (int i = 0; i < folded.size(); i++) {
                boolean cut = folded.get(i).length() >= 9 && alias.startsWith(folded.get(i));
                if (!used.contains(i) && (folded.get(i).equals(VietnameseText.fold(alias)) || cut)) {
                    return i;
                }
            }
        }
        return -1;
    }
}
