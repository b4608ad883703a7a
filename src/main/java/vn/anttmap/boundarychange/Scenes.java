package vn.anttmap.boundarychange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.Extent;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryChanges;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Reads what stands before a change. */
@Component
class Scenes {

    private final Territory territory;
    private final TerritoryChanges changes;

    Scenes(Territory territory, TerritoryChanges changes) {
        this.territory = territory;
        this.changes = changes;
    }

    /**
     * The units that a wish names, their neighbours, and the residential areas of communes.
     *
     * @throws UserProblem of kind NOT_FOUND for a unit of others, and of kind INVALID where the units are not of one level
     *     or neither communes nor residential areas
     */
    Scene read(AccountView account, ChangeWish wish) {
        List<Unit> named = Stream.concat(wish.unitIds().stream(), Stream.ofNullable(wish.restTo()))
                .distinct()
                .map(id -> territory.get(account, id))
                .toList();
        UnitLevel level = named.get(0).level();
        if (level != UnitLevel.COMMUNE && level != UnitLevel.RESIDENTIAL_AREA
                || named.stream().anyMatch(unit -> unit.level() != level)) {
            throw UserProblem.of(Kind.INVALID, "boundary-level").at("unitIds", wish.unitIds());
        }
        wish.parts().stream()
                .map(ChangeWish.Part::parentId)
                .filter(java.util.Objects::nonNull)
                .forEach(id -> requireParent(above(account, id, named), level, wish));
        Envelope around = around(named, wish);
        Map<Long, Unit> units = new LinkedHashMap<>();
        named.forEach(unit -> units.put(unit.id(), unit));
        territory.listOn(account, level, wish.day()).stream()
                .filter(unit -> unit.validity().to() == null && near(unit, around))
                .forEach(unit -> units.putIfAbsent(unit.id(), unit));
        Map<Long, List<Standing>> children = new LinkedHashMap<>();
        if (level == UnitLevel.COMMUNE) {
            units.values().forEach(unit -> children.put(unit.id(), standing(account, goingOn(unit, wish))));
        }
        return new Scene(standing(account, units.values()), children, heirs(units.values(), wish));
    }

    /** Whoever may change a unit may name what is above it, without seeing all of that. */
    private Unit above(AccountView account, long id, List<Unit> named) {
        return named.stream()
                .flatMap(unit -> ancestors(unit).stream())
                .filter(unit -> unit.id() == id)
                .findFirst()
                .orElseGet(() -> territory.get(account, id));
    }

    private Map<Long, Long> heirs(Collection<Unit> units, ChangeWish wish) {
        Map<Long, Long> heirs = new HashMap<>();
        for (Unit unit : units) {
            Long parentId = unit.parentId();
            List<Unit> above = ancestors(unit);
            if (parentId != null && !above.get(0).validity().contains(wish.day())) {
                above.stream()
                        .filter(each -> each.validity().contains(wish.day()))
                        .findFirst()
                        .ifPresent(each -> heirs.put(parentId, each.id()));
            }
        }
        return heirs;
    }

    private List<Unit> ancestors(Unit unit) {
        List<Unit> above = new ArrayList<>();
        for (Optional<Unit> next = territory.parent(unit); next.isPresent(); next = territory.parent(next.get())) {
            above.add(next.get());
        }
        return above;
    }

    /** Boundaries of the units that they belong to. */
    List<MultiPolygon> parents(AccountView account, Collection<Standing> units) {
        List<Long> ids = units.stream()
                .map(standing -> standing.unit().parentId())
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
        return List.copyOf(changes.boundaries(account, ids).values());
    }

    private void requireParent(Unit parent, UnitLevel level, ChangeWish wish) {
        boolean fits = level == UnitLevel.COMMUNE
                ? parent.level() == UnitLevel.DISTRICT || parent.level() == UnitLevel.PROVINCE
                : parent.level() == UnitLevel.COMMUNE;
        if (!fits || !parent.validity().contains(wish.day())) {
            throw UserProblem.of(Kind.INVALID, "boundary-parent", parent.fullName())
                    .at("parentId", parent.id());
        }
    }

    /** Those that end or begin later, too: the planner has to say that they stand in the way. */
    private List<Unit> goingOn(Unit commune, ChangeWish wish) {
        return territory.children(commune.id()).stream()
                .filter(child -> child.level() == UnitLevel.RESIDENTIAL_AREA)
                .filter(child ->
                        child.validity().to() == null || child.validity().to().isAfter(wish.day()))
                .toList();
    }

    private List<Standing> standing(AccountView account, Collection<Unit> units) {
        Map<Long, MultiPolygon> boundaries =
                changes.boundaries(account, units.stream().map(Unit::id).toList());
        List<Standing> standing = new ArrayList<>();
        units.forEach(unit -> standing.add(new Standing(unit, boundaries.get(unit.id()))));
        return standing;
    }

    private static Envelope around(List<Unit> named, ChangeWish wish) {
        Envelope around = new Envelope();
        for (Unit unit : named) {
            Extent extent = unit.extent();
            if (extent != null) {
                around.expandToInclude(extent.toEnvelope());
            }
        }
        if (wish.geometry() != null) {
            around.expandToInclude(wish.geometry().getEnvelopeInternal());
        }
        return around;
    }

    private static boolean near(Unit unit, Envelope around) {
        Extent extent = unit.extent();
        return extent != null && extent.toEnvelope().intersects(around);
    }
}
