package vn.anttmap.territory;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.access.UnitNames;

/** Names of units for those who keep the accounts: they have no territory of their own. */
@Component
class AccountUnitNames implements UnitNames {

    private final TerritoryIndexes indexes;
    private final Clock clock;

    AccountUnitNames(TerritoryIndexes indexes, Clock clock) {
        this.indexes = indexes;
        this.clock = clock;
    }

    @Override
    public Optional<String> fullName(long unitId) {
        return indexes.current().find(unitId).map(Unit::fullName);
    }

    @Override
    public List<Found> search(String text) {
        TerritoryIndex index = indexes.current();
        return UnitSearch.find(index.units(), text, VietnamTime.today(clock), unit -> true).stream()
                .map(unit -> new Found(unit.id(), unit.fullName(), parentName(index, unit), unit.code()))
                .toList();
    }

    private static @Nullable String parentName(TerritoryIndex index, Unit unit) {
        return unit.parentId() == null
                ? null
                : index.find(unit.parentId()).map(Unit::fullName).orElse(null);
    }
}
