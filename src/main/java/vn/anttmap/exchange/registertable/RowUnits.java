package vn.anttmap.exchange.registertable;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Finds the unit of a row by name or code: a commune or residential area of the account on the entry's first day. */
record RowUnits(Territory territory, AccountView account) {

    /** @throws UserProblem that says what is wrong; its parameter is the key of the {@link RegisterColumn} at fault */
    Unit find(RegisterCells cells, LocalDate day) {
        List<Unit> communes = territory.listOn(account, UnitLevel.COMMUNE, day);
        if (cells.has(RegisterColumn.COMMUNE)) {
            String asked = cells.text(RegisterColumn.COMMUNE);
            communes = communes.stream().filter(unit -> isNamed(unit, asked)).toList();
            if (communes.isEmpty()) {
                throw UserProblem.of(Kind.INVALID, "table-unit-unknown", asked).at(RegisterColumn.COMMUNE, asked);
            }
        }
        if (cells.has(RegisterColumn.UNIT)) {
            return named(cells.text(RegisterColumn.UNIT), communes, day);
        }
        if (communes.size() != 1) {
            throw UserProblem.of(Kind.INVALID, "table-unit-missing").at(RegisterColumn.UNIT, null);
        }
        return communes.get(0);
    }

    private Unit named(String asked, List<Unit> communes, LocalDate day) {
        Stream<Unit> areas = territory.listOn(account, UnitLevel.RESIDENTIAL_AREA, day).stream()
                .filter(area -> territory
                        .ancestor(area, UnitLevel.COMMUNE)
                        .filter(communes::contains)
                        .isPresent());
        List<Unit> found = Stream.concat(communes.stream(), areas)
                .filter(unit -> isNamed(unit, asked))
                .toList();
        if (found.isEmpty()) {
            throw UserProblem.of(Kind.INVALID, "table-unit-unknown", asked).at(RegisterColumn.UNIT, asked);
        }
        if (found.size() > 1) {
            throw UserProblem.of(Kind.INVALID, "table-unit-ambiguous", asked, found.size())
                    .at(RegisterColumn.UNIT, asked);
        }
        return found.get(0);
    }

    /** "Khu phố 2", "khu pho 2" and the unit's own code name it; so does "2" never, which could be anything. */
    private static boolean isNamed(Unit unit, String asked) {
        String folded = VietnameseText.fold(asked);
        return !folded.isEmpty()
                && (folded.equals(unit.nameFolded())
                        || asked.equals(unit.code())
                        || (folded.length() > 2 && folded.equals(VietnameseText.fold(unit.name()))));
    }
}
