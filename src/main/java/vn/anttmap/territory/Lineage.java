package vn.anttmap.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/**
 * A unit with what it was before and became after, and the units above them: for each day and level at most one, as a
 * point would have. Where a unit was split or merged, the part that the point lies in or is nearest to is followed; a unit
 * that gave away a part of its ground is followed as itself, but with a residential area that went over with that part.
 */
final class Lineage {

    private static final double NEAR_METERS = 5_000;

    private final TerritoryIndex index;
    private final Point point;

    Lineage(TerritoryIndex index, Point point) {
        this.index = index;
        this.point = point;
    }

    /** All levels from the unit's own upwards. */
    List<Unit> of(Unit unit) {
        List<Unit> all = new ArrayList<>(chain(unit, Set.of()));
        List<Unit> below = List.copyOf(all);
        for (Optional<Unit> above = parent(unit); above.isPresent(); above = parent(above.get())) {
            Set<Long> parents = new HashSet<>();
            below.stream().map(Unit::parentId).forEach(parents::add);
            below = chain(above.get(), parents);
            all.addAll(below);
        }
        return all;
    }

    private Optional<Unit> parent(Unit unit) {
        Long parentId = unit.parentId();
        return parentId == null ? Optional.empty() : index.find(parentId);
    }

    /** @param preferred units that a part of the lineage belongs to */
    private List<Unit> chain(Unit start, Set<Long> preferred) {
        List<Unit> kept = new ArrayList<>(List.of(start));
        follow(start, index::successors, preferred, kept);
        follow(start, index::predecessors, preferred, kept);
        return kept;
    }

    private void follow(
            Unit start, Function<Long, List<TerritoryIndex.Link>> next, Set<Long> preferred, List<Unit> kept) {
        for (Unit unit = start; unit != null; ) {
            unit = best(
                    next.apply(unit.id()).stream()
                            .filter(link -> link.whole()
                                    || preferred.contains(link.unit().id()))
                            .filter(link -> link.unit().level() == start.level())
                            .filter(link -> kept.stream().noneMatch(one -> overlap(one, link.unit())))
                            .toList(),
                    preferred);
            if (unit != null) {
                kept.add(unit);
            }
        }
    }

    /** What goes on as the same unit is followed before what was divided from it, wherever the point lies. */
    private @Nullable Unit best(List<TerritoryIndex.Link> candidates, Set<Long> preferred) {
        if (candidates.size() < 2) {
            return candidates.isEmpty() ? null : candidates.get(0).unit();
        }
        UnitLevel level = candidates.get(0).unit().level();
        List<Long> nearest = index.unitsNear(level, point, NEAR_METERS).stream()
                .map(near -> near.unit().id())
                .toList();
        return candidates.stream()
                .min(Comparator.comparing((TerritoryIndex.Link link) ->
                                !preferred.contains(link.unit().id()))
                        .thenComparing(link -> !link.same())
                        .thenComparing(link -> rank(nearest, link.unit().id()))
                        .thenComparing(link -> link.unit().key()))
                .map(TerritoryIndex.Link::unit)
                .orElseThrow();
    }

    private static int rank(List<Long> nearest, long id) {
        int place = nearest.indexOf(id);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private static boolean overlap(Unit a, Unit b) {
        return !endsBefore(a.validity(), b.validity()) && !endsBefore(b.validity(), a.validity());
    }

    private static boolean endsBefore(Validity a, Validity b) {
        LocalDate end = a.to();
        LocalDate begin = b.from();
        return end != null && begin != null && !begin.isBefore(end);
    }
}
