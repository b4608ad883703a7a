package vn.anttmap.territory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Questions about units and roads that need no boundary from the database. */
@Service
public class Territory {

    private static final double FARTHEST_LOOKED_AT_METERS = 50_000;

    private final TerritoryIndexes indexes;
    private final Jurisdictions jurisdictions;
    private final TerritorialUnitRepository units;

    Territory(TerritoryIndexes indexes, Jurisdictions jurisdictions, TerritorialUnitRepository units) {
        this.indexes = indexes;
        this.jurisdictions = jurisdictions;
        this.units = units;
    }

    /** Differs after every change of any boundary or road. */
    public long revision() {
        return indexes.current().revision();
    }

    public Optional<Unit> find(long id) {
        return indexes.recent().find(id);
    }

    /** @throws UserProblem of kind NOT_FOUND if there is no such unit or the account may not see it */
    public Unit get(AccountView account, long id) {
        return find(id).filter(unit -> jurisdictions.of(account).contains(id))
                .orElseThrow(
                        () -> UserProblem.of(Kind.NOT_FOUND, "unit-unknown", id).at("id", id));
    }

    /**
     * What a unit's territory comes to on a day.
     *
     * @param unitId a unit of any level and day
     * @throws UserProblem of kind NOT_FOUND if there is no such unit or the account may not see it
     */
    public Ground ground(AccountView account, long unitId, LocalDate day) {
        return Ground.of(indexes.recent(), get(account, unitId), day);
    }

    public Optional<Road> findRoad(long id) {
        return indexes.recent().findRoad(id);
    }

    /** The unit that a unit belongs to. */
    public Optional<Unit> parent(Unit unit) {
        Long parentId = unit.parentId();
        return parentId == null ? Optional.empty() : find(parentId);
    }

    /** Full name of the unit that a unit belongs to; null at the top. */
    public @Nullable String parentName(Unit unit) {
        return parent(unit).map(Unit::fullName).orElse(null);
    }

    /** The unit itself or the one above it that has the level; none where a level is missing, as districts since 2025. */
    public Optional<Unit> ancestor(Unit unit, UnitLevel level) {
        Optional<Unit> here = Optional.of(unit);
        while (here.isPresent() && here.get().level() != level) {
            here = parent(here.get());
        }
        return here;
    }

    /** Units of a level on a day within the account's territory, by key. */
    public List<Unit> listOn(AccountView account, UnitLevel level, LocalDate day) {
        Jurisdiction jurisdiction = jurisdictions.of(account);
        return indexes.recent().units().stream()
                .filter(unit -> unit.level() == level && unit.validity().contains(day))
                .filter(unit -> jurisdiction.contains(unit.id()))
                .sorted(Comparator.comparing(Unit::key))
                .toList();
    }

    /** The provinces of a day, for every account: their lines are public. */
    public List<Unit> provincesOn(LocalDate day) {
        return indexes.recent().units().stream()
                .filter(unit ->
                        unit.level() == UnitLevel.PROVINCE && unit.validity().contains(day))
                .sorted(Comparator.comparing(Unit::key))
                .toList();
    }

    /** EPSG:4326, not to be changed: the outline of the province that a unit belongs to. Province lines are public. */
    public Optional<MultiPolygon> provinceOutline(Unit unit) {
        return ancestor(unit, UnitLevel.PROVINCE)
                .flatMap(province -> indexes.recent().boundary(province.id()));
    }

    /** Roads of a day any part of which can be in the account's territory: those whose middle lies in one of its communes. */
    public List<Road> listRoadsOn(AccountView account, LocalDate day) {
        return indexes.recent().roads().stream()
                .filter(road -> road.validity().contains(day))
                .filter(road -> seesRoad(account, road, day))
                .sorted(Comparator.comparing(Road::key))
                .toList();
    }

    /** Those of them that belong to a commune of the ground; a ground smaller than a commune has none. */
    public List<Road> listRoadsOn(AccountView account, @Nullable Ground within, LocalDate day) {
        return listRoadsOn(account, day).stream()
                .filter(road -> within == null
                        || communeOfRoad(road, day)
                                .filter(commune -> within.contains(commune.id()))
                                .isPresent())
                .toList();
    }

    /** The commune that a road belongs to on a day: the one its middle lies in. */
    public Optional<Unit> communeOfRoad(Road road, LocalDate day) {
        return unitAt(UnitLevel.COMMUNE, road.middle(), day);
    }

    /** The unit of a level that a point lies in on a day; on a shared border exactly one. */
    public Optional<Unit> unitAt(UnitLevel level, Point point, LocalDate day) {
        return indexes.recent().covering(level, point).stream()
                .filter(unit -> unit.validity().contains(day))
                .findFirst();
    }

    /** To be called before a place is resolved for good: boundaries that another node changed are read now. */
    public void refresh() {
        indexes.current();
    }

    /** Every unit state of the level, of any day, that a point lies in; for each day at most one. */
    public List<Unit> unitsAt(UnitLevel level, Point point) {
        return indexes.recent().covering(level, point);
    }

    /**
     * A unit with what it was before and became after, and the units above them: for each day and level at most one.
     *
     * @param point decides which part is followed where a unit was split or merged
     */
    public List<Unit> lineage(Unit unit, Point point) {
        return new Lineage(indexes.recent(), point).of(unit);
    }

    /** Roads of any day within the distance, nearest first. */
    public List<NearRoad> roadsNear(Point point, double meters) {
        return indexes.recent().roadsNear(point, meters);
    }

    /**
     * A point that stands for the whole unit: inside it, and well away from its border where its shape allows.
     *
     * @return EPSG:4326; empty for a unit without a boundary
     */
    public Optional<Point> pointInside(Unit unit) {
        return units.findById(unit.id())
                .map(TerritorialUnit::boundary)
                .map(boundary -> Wgs84.point(
                        boundary.getInteriorPoint().getX(),
                        boundary.getInteriorPoint().getY()));
    }

    /** The account's commune nearest to a point on a day, within the distance; itself where the point is inside. */
    public Optional<Unit> nearestCommune(AccountView account, Point point, LocalDate day, double meters) {
        return near(account, point, day, meters).map(TerritoryIndex.NearUnit::unit);
    }

    /** What lies at a point on a day; units and roads outside the account's territory are not told. */
    public Location locate(AccountView account, Point point, LocalDate day, double roadMeters) {
        Jurisdiction jurisdiction = jurisdictions.of(account);
        Optional<Unit> commune = unitAt(UnitLevel.COMMUNE, point, day);
        boolean inside =
                commune.filter(unit -> jurisdiction.contains(unit.id())).isPresent();
        double outside = inside
                ? 0
                : near(account, point, day, FARTHEST_LOOKED_AT_METERS)
                        .map(TerritoryIndex.NearUnit::distanceMeters)
                        .orElse(Double.POSITIVE_INFINITY);
        return new Location(
                day,
                commune.filter(unit -> inside).map(Unit::ref).orElse(null),
                unitAt(UnitLevel.RESIDENTIAL_AREA, point, day)
                        .filter(unit -> jurisdiction.contains(unit.id()))
                        .map(Unit::ref)
                        .orElse(null),
                roadsNear(point, roadMeters).stream()
                        .filter(near -> near.road().validity().contains(day))
                        .filter(near -> seesRoad(account, near.road(), day))
                        .findFirst()
                        .orElse(null),
                inside,
                outside);
    }

    /** Units whose name (without diacritics) or code matches, largest first. */
    public List<Unit> search(AccountView account, String query, LocalDate day) {
        Jurisdiction jurisdiction = jurisdictions.of(account);
        return UnitSearch.find(indexes.recent().units(), query, day, unit -> jurisdiction.contains(unit.id()));
    }

    /** A unit that precedes or follows another, and how. */
    public record Related(Unit unit, String change) {}

    public List<Related> predecessors(long id) {
        return related(indexes.recent().predecessors(id));
    }

    public List<Related> successors(long id) {
        return related(indexes.recent().successors(id));
    }

    public Collection<Unit> children(long id) {
        return indexes.recent().children(id);
    }

    private boolean seesRoad(AccountView account, Road road, LocalDate day) {
        return communeOfRoad(road, day)
                .filter(commune -> jurisdictions.of(account).contains(commune.id()))
                .isPresent();
    }

    private Optional<TerritoryIndex.NearUnit> near(AccountView account, Point point, LocalDate day, double meters) {
        Jurisdiction jurisdiction = jurisdictions.of(account);
        return indexes.recent().unitsNear(UnitLevel.COMMUNE, point, meters).stream()
                .filter(near -> near.unit().validity().contains(day)
                        && jurisdiction.contains(near.unit().id()))
                .findFirst();
    }

    private static List<Related> related(List<TerritoryIndex.Link> links) {
        return links.stream()
                .map(link -> new Related(link.unit(), link.change()))
                .sorted(Comparator.comparing(entry -> entry.unit().key()))
                .toList();
    }
}
