package vn.anttmap.ogcapi.tiles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.territory.Jurisdiction;
import vn.anttmap.territory.Road;
import vn.anttmap.territory.TerritoryShapes;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/**
 * Which unit stands for which areas or roads where these would be too small to draw. Every one of them is in exactly one
 * place, so that sums over all carriers are the sums over all members.
 *
 * @param carriers unit that stands for others, with the ids of these
 * @param alone members without a unit that could: they are drawn themselves
 */
record Totals(Map<Long, List<Long>> carriers, Set<Long> alone) {

    static Totals ofUnits(
            TerritoryShapes.View view,
            Collection<Unit> members,
            UnitLevel level,
            LocalDate day,
            Jurisdiction jurisdiction) {
        Builder totals = new Builder();
        for (Unit member : members) {
            Optional<Unit> carrier = above(view, member, level, day);
            if (carrier.isEmpty()) {
                carrier = at(view, level, middle(member.extent()), day);
            }
            totals.add(member.id(), carrier.filter(unit -> stands(view, unit, jurisdiction)));
        }
        return totals.build();
    }

    static Totals ofRoads(
            TerritoryShapes.View view,
            Collection<Road> members,
            UnitLevel level,
            LocalDate day,
            Jurisdiction jurisdiction) {
        Builder totals = new Builder();
        for (Road member : members) {
            totals.add(
                    member.id(),
                    at(view, level, member.middle(), day).filter(unit -> stands(view, unit, jurisdiction)));
        }
        return totals.build();
    }

    /** A unit has to be known to the account; the lines of provinces are public. */
    private static boolean stands(TerritoryShapes.View view, Unit unit, Jurisdiction jurisdiction) {
        return (unit.level() == UnitLevel.PROVINCE || jurisdiction.contains(unit.id()))
                && view.boundary(unit.id()).isPresent();
    }

    private static Optional<Unit> above(TerritoryShapes.View view, Unit member, UnitLevel level, LocalDate day) {
        Optional<Unit> here = Optional.of(member);
        while (here.isPresent() && here.get().level() != level) {
            Long parentId = here.get().parentId();
            here = parentId == null ? Optional.empty() : view.find(parentId);
        }
        return here.filter(unit -> unit.validity().contains(day));
    }

    private static Optional<Unit> at(TerritoryShapes.View view, UnitLevel level, @Nullable Point place, LocalDate day) {
        return place == null ? Optional.empty() : view.unitAt(level, place, day);
    }

    static @Nullable Point middle(@Nullable Extent extent) {
        if (extent == null) {
            return null;
        }
        Coordinate centre = extent.toEnvelope().centre();
        return Wgs84.point(centre.x, centre.y);
    }

    private static final class Builder {

        private final Map<Long, List<Long>> carriers = new HashMap<>();
        private final Set<Long> alone = new HashSet<>();

        void add(long member, Optional<Unit> carrier) {
            carrier.ifPresentOrElse(
                    unit -> carriers.computeIfAbsent(unit.id(), id -> new ArrayList<>())
                            .add(member),
                    () -> alone.add(member));
        }

        Totals build() {
            return new Totals(carriers, alone);
        }
    }
}
