package vn.anttmap.territory;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import vn.anttmap.geo.VietnameseText;

/** Finds units by name, without regard to diacritics, or by code. */
final class UnitSearch {

    private static final int MOST_FOUND = 50;

    private UnitSearch() {}

    /** @param seen whether whoever asks may see the unit @return largest first */
    static List<Unit> find(Collection<Unit> units, String text, LocalDate day, Predicate<Unit> seen) {
        String folded = VietnameseText.fold(text);
        if (folded.isBlank()) {
            return List.of();
        }
        List<String> words = Arrays.asList(folded.split(" "));
        return units.stream()
                .filter(unit -> unit.validity().contains(day) && seen.test(unit))
                .filter(unit -> folded.equals(unit.code()) || words.stream().allMatch(unit.nameFolded()::contains))
                .sorted(Comparator.comparing(Unit::level)
                        .thenComparing(unit -> !unit.nameFolded().endsWith(folded))
                        .thenComparing(Unit::fullName, VietnameseText.collator())
                        .thenComparing(Unit::key))
                .limit(MOST_FOUND)
                .toList();
    }
}
