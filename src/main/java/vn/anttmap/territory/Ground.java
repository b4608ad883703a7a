package vn.anttmap.territory;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a unit's territory comes to on a day, whenever the unit itself was valid: the unit while it lasts, else what
 * followed or preceded it, with all their parts.
 *
 * @param unit the unit that was asked for
 * @param unitIds units of the day, of all levels from the unit's own downwards
 * @param holders those of them in which incidents are counted: the communes, or the residential areas where less than a
 *     commune was asked for
 * @param registerIds the communes of any day that are, became or were those of {@code holders}; empty below a commune
 */
public record Ground(Unit unit, LocalDate day, Set<Long> unitIds, Set<Unit> holders, Set<Long> registerIds) {

    public Ground {
        unitIds = Set.copyOf(unitIds);
        holders = Set.copyOf(holders);
        registerIds = Set.copyOf(registerIds);
    }

    public boolean contains(long unitId) {
        return unitIds.contains(unitId);
    }

    public Set<Long> holderIds() {
        return holders.stream().map(Unit::id).collect(Collectors.toUnmodifiableSet());
    }

    static Ground of(TerritoryIndex index, Unit unit, LocalDate day) {
        Set<Unit> all = new LinkedHashSet<>();
        for (Unit standing : standingFor(index, unit, day, new HashSet<>())) {
            collectParts(index, standing, day, all);
        }
        UnitLevel level = unit.level() == UnitLevel.RESIDENTIAL_AREA ? UnitLevel.RESIDENTIAL_AREA : UnitLevel.COMMUNE;
        Set<Unit> holders = all.stream().filter(part -> part.level() == level).collect(Collectors.toSet());
        Set<Long> later = new HashSet<>();
        Set<Long> earlier = new HashSet<>();
        if (level == UnitLevel.COMMUNE) {
            holders.forEach(commune -> followForwards(index, commune, later));
            holders.forEach(commune -> followBackwards(index, commune, earlier));
        }
        later.addAll(earlier);
        return new Ground(unit, day, all.stream().map(Unit::id).collect(Collectors.toSet()), holders, later);
    }

    /** The units of the day that the unit is, became or was; a district that ended without a successor is its communes. */
    private static Set<Unit> standingFor(TerritoryIndex index, Unit unit, LocalDate day, Set<Long> asked) {
        if (!asked.add(unit.id())) {
            return Set.of();
        }
        if (unit.validity().contains(day)) {
            return Set.of(unit);
        }
        LocalDate end = unit.validity().to();
        boolean ended = end != null && !day.isBefore(end);
        List<TerritoryIndex.Link> links = (ended ? index.successors(unit.id()) : index.predecessors(unit.id()))
                .stream().filter(TerritoryIndex.Link::whole).toList();
        Set<Unit> found = new LinkedHashSet<>();
        links.forEach(link -> found.addAll(standingFor(index, link.unit(), day, asked)));
        if (links.isEmpty()) {
            index.children(unit.id()).forEach(part -> found.addAll(standingFor(index, part, day, asked)));
        }
        return found;
    }

    private static void collectParts(TerritoryIndex index, Unit unit, LocalDate day, Set<Unit> found) {
        if (found.add(unit)) {
            index.children(unit.id()).stream()
                    .filter(part -> part.validity().contains(day))
                    .forEach(part -> collectParts(index, part, day, found));
        }
    }

    private static void followForwards(TerritoryIndex index, Unit unit, Set<Long> found) {
        if (found.add(unit.id())) {
            index.successors(unit.id()).forEach(link -> followForwards(index, link.unit(), found));
        }
    }

    private static void followBackwards(TerritoryIndex index, Unit unit, Set<Long> found) {
        if (found.add(unit.id())) {
            index.predecessors(unit.id()).forEach(link -> followBackwards(index, link.unit(), found));
        }
    }
}
