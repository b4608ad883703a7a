package vn.anttmap.territory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;

/**
 * Units and roads of any days with their geometry as stored, for outputs that page through them. Everything comes from
 * memory; nothing is asked of the database but the revision.
 */
@Service
public class TerritoryItems {

    private final TerritoryIndexes indexes;
    private final Jurisdictions jurisdictions;

    TerritoryItems(TerritoryIndexes indexes, Jurisdictions jurisdictions) {
        this.indexes = indexes;
        this.jurisdictions = jurisdictions;
    }

    /**
     * States of units inside the account's territory that hold on any day of a period, by id. Provinces are public.
     *
     * @param from first day; null for open
     * @param to last day, included; null for open
     */
    public List<Unit> units(AccountView account, UnitLevel level, @Nullable LocalDate from, @Nullable LocalDate to) {
        return units(account, level, from, to, null);
    }

    /**
     * As {@link #units(AccountView, UnitLevel, LocalDate, LocalDate)}, in a box.
     *
     * @param box degrees; units whose box does not meet it are left out, those without a boundary are not; null for all
     */
    public List<Unit> units(
            AccountView account,
            UnitLevel level,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Envelope box) {
        Jurisdiction jurisdiction = allowed(account, level);
        TerritoryIndex index = indexes.recent();
        return (box == null ? index.units() : index.unitsIn(level, box))
                .stream()
                        .filter(unit -> unit.level() == level && unit.validity().overlaps(from, to))
                        .filter(unit -> level == UnitLevel.PROVINCE || jurisdiction.contains(unit.id()))
                        .sorted(Comparator.comparingLong(Unit::id))
                        .toList();
    }

    /** A state of a unit of any day; empty where there is none of that level inside the account's territory. */
    public Optional<Unit> findUnit(AccountView account, UnitLevel level, long id) {
        Jurisdiction jurisdiction = allowed(account, level);
        return indexes.recent()
                .find(id)
                .filter(unit -> unit.level() == level)
                .filter(unit -> level == UnitLevel.PROVINCE || jurisdiction.contains(id));
    }

    /**
     * Road segments that hold on any day of a period and belong to a commune of the account's territory on one of those
     * days, by id.
     *
     * @param from first day; null for open
     * @param to last day, included; null for open
     * @param box degrees; roads whose box does not meet it are left out; null for all
     */
    public List<Road> roads(
            AccountView account, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Envelope box) {
        account.require(Right.READ_MAP);
        TerritoryIndex index = indexes.recent();
        Jurisdiction jurisdiction = jurisdictions.of(account);
        Stream<Road> roads = box == null
                ? index.roads().stream()
                : index.coursesIn(box).stream().map(TerritoryShapes.Course::road);
        return roads.filter(road -> road.validity().overlaps(from, to))
                .filter(road -> sees(index, jurisdiction, road, from, to))
                .sorted(Comparator.comparingLong(Road::id))
                .toList();
    }

    /** A road segment of any day; empty where there is none inside the account's territory. */
    public Optional<Road> findRoad(AccountView account, long id) {
        account.require(Right.READ_MAP);
        TerritoryIndex index = indexes.recent();
        Jurisdiction jurisdiction = jurisdictions.of(account);
        return index.findRoad(id).filter(road -> sees(index, jurisdiction, road, null, null));
    }

    /** EPSG:4326, not to be changed; null where none is held. */
    public @Nullable Geometry boundary(Unit unit) {
        Optional<MultiPolygon> boundary = indexes.recent().boundary(unit.id());
        return boundary.orElse(null);
    }

    /** EPSG:4326, not to be changed; null where the road has gone in the meantime. */
    public @Nullable Geometry course(Road road) {
        Optional<MultiLineString> course = indexes.recent().course(road.id());
        return course.orElse(null);
    }

    /** Differs after every change of any boundary or road. */
    public long revision() {
        return indexes.recent().revision();
    }

    private Jurisdiction allowed(AccountView account, UnitLevel level) {
        if (level != UnitLevel.PROVINCE) {
            account.require(Right.READ_MAP);
        }
        return jurisdictions.of(account);
    }

    private static boolean sees(
            TerritoryIndex index,
            Jurisdiction jurisdiction,
            Road road,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        if (jurisdiction.wholeCountry()) {
            return true;
        }
        Validity validity = road.validity();
        LocalDate first = latest(from, validity.from());
        LocalDate last =
                earliest(to, validity.to() == null ? null : validity.to().minusDays(1));
        return index.covering(UnitLevel.COMMUNE, road.middle()).stream()
                .anyMatch(commune -> commune.validity().overlaps(first, last) && jurisdiction.contains(commune.id()));
    }

    private static @Nullable LocalDate latest(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    private static @Nullable LocalDate earliest(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
