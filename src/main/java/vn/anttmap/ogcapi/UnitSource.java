package vn.anttmap.ogcapi;

import static vn.anttmap.ogcapi.Property.Type.BOOLEAN;
import static vn.anttmap.ogcapi.Property.Type.DATE;
import static vn.anttmap.ogcapi.Property.Type.INTEGER;
import static vn.anttmap.ogcapi.Property.Type.NUMBER;
import static vn.anttmap.ogcapi.Property.Type.STRING;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.Extent;
import vn.anttmap.territory.Population;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryItems;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitKind;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.VietnamTime;

/** Administrative units and residential areas, one feature for each legal state. */
@Component
class UnitSource extends MemorySource<Unit> {

    private final TerritoryItems items;
    private final Territory territory;
    private final Clock clock;
    private final List<Column<Unit>> columns;

    UnitSource(TerritoryItems items, Territory territory, Clock clock, PropertyQueryables queryables) {
        super(queryables);
        this.items = items;
        this.territory = territory;
        this.clock = clock;
        this.columns = columns();
    }

    @Override
    public List<CollectionId> collections() {
        return List.of(
                CollectionId.PROVINCES,
                CollectionId.DISTRICTS,
                CollectionId.COMMUNES,
                CollectionId.RESIDENTIAL_AREAS,
                CollectionId.VILLAGES,
                CollectionId.RESIDENTIAL_BLOCKS);
    }

    private List<Column<Unit>> columns() {
        List<Column<Unit>> all = new ArrayList<>();
        all.add(new Column<>(new Property("name", STRING, true, true), (unit, locale) -> unit.name()));
        all.add(new Column<>(new Property("fullName", STRING, true, true), (unit, locale) -> unit.fullName()));
        all.add(new Column<>(new Property("code", STRING, true, true), (unit, locale) -> unit.code()));
        all.add(new Column<>(
                new Property("kind", STRING, true, true),
                (unit, locale) -> unit.kind().key()));
        all.add(new Column<>(
                new Property("kindLabel", STRING, false, false),
                (unit, locale) -> unit.kind().label(locale)));
        all.add(new Column<>(new Property("parentId", INTEGER, true, true), (unit, locale) -> unit.parentId()));
        all.add(new Column<>(
                new Property("parentName", STRING, true, true), (unit, locale) -> territory.parentName(unit)));
        all.add(new Column<>(
                new Property("provinceCode", STRING, true, true),
                (unit, locale) -> territory
                        .ancestor(unit, UnitLevel.PROVINCE)
                        .map(Unit::code)
                        .orElse(null)));
        all.add(new Column<>(
                new Property("validFrom", DATE, true, true),
                (unit, locale) -> unit.validity().from()));
        all.add(new Column<>(
                new Property("validTo", DATE, true, true),
                (unit, locale) -> unit.validity().to()));
        all.add(new Column<>(new Property("areaSqKm", NUMBER, false, true), (unit, locale) -> unit.areaSqKm()));
        all.add(new Column<>(new Property("areaSource", STRING, true, true), (unit, locale) -> unit.areaSource()));
        all.add(new Column<>(
                new Property("population", INTEGER, false, true),
                (unit, locale) -> population(unit).map(Population::count).orElse(null)));
        all.add(new Column<>(
                new Property("populationYear", INTEGER, true, true),
                (unit, locale) -> population(unit).map(Population::year).orElse(null)));
        all.add(new Column<>(new Property("households", INTEGER, false, true), (unit, locale) -> unit.households()));
        all.add(new Column<>(new Property("key", STRING, true, true), (unit, locale) -> unit.key()));
        all.add(new Column<>(new Property("synthetic", BOOLEAN, true, true), (unit, locale) -> unit.synthetic()));
        return List.copyOf(all);
    }

    /** Of a state that has ended, that of its last year. */
    private Optional<Population> population(Unit unit) {
        LocalDate today = today();
        LocalDate end = unit.validity().to();
        LocalDate last = end != null && end.isBefore(today) ? end.minusDays(1) : today;
        return Optional.ofNullable(unit.populationFor(last.getYear()));
    }

    @Override
    List<Column<Unit>> columns(CollectionId collection) {
        return columns;
    }

    @Override
    public String geometryType(AccountView account, CollectionId collection) {
        return "polygon";
    }

    @Override
    List<Unit> list(
            AccountView account,
            CollectionId collection,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Envelope box,
            Locale locale) {
        return items.units(account, level(collection), from, to, box).stream()
                .filter(unit -> belongs(collection, unit.kind()))
                .toList();
    }

    @Override
    Optional<Unit> find(AccountView account, CollectionId collection, long id, Locale locale) {
        return items.findUnit(account, level(collection), id).filter(unit -> belongs(collection, unit.kind()));
    }

    /** There have been no districts since 1 July 2025: they are told as they were on the last day there were any. */
    @Override
    Period usual(AccountView account, CollectionId collection) {
        LocalDate today = today();
        if (collection != CollectionId.DISTRICTS
                || !list(account, collection, today, today, null, Locale.ROOT).isEmpty()) {
            return super.usual(account, collection);
        }
        return list(account, collection, null, today, null, Locale.ROOT).stream()
                .map(unit -> unit.validity().to())
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder())
                .map(end -> Period.of(end.minusDays(1)))
                .orElseGet(() -> super.usual(account, collection));
    }

    private static UnitLevel level(CollectionId collection) {
        return switch (collection) {
            case PROVINCES -> UnitLevel.PROVINCE;
            case DISTRICTS -> UnitLevel.DISTRICT;
            case COMMUNES -> UnitLevel.COMMUNE;
            default -> UnitLevel.RESIDENTIAL_AREA;
        };
    }

    private static boolean belongs(CollectionId collection, UnitKind kind) {
        return switch (collection) {
            case VILLAGES -> kind.village();
            case RESIDENTIAL_BLOCKS -> kind.block();
            default -> true;
        };
    }

    @Override
    long id(Unit unit) {
        return unit.id();
    }

    @Override
    @Nullable Geometry geometry(Unit unit) {
        return items.boundary(unit);
    }

    @Override
    @Nullable Extent extent(Unit unit) {
        return unit.extent();
    }

    @Override
    LocalDate today() {
        return VietnamTime.today(clock);
    }
}
