package vn.anttmap.ogcapi;

import static vn.anttmap.ogcapi.Property.Type.BOOLEAN;
import static vn.anttmap.ogcapi.Property.Type.DATE;
import static vn.anttmap.ogcapi.Property.Type.NUMBER;
import static vn.anttmap.ogcapi.Property.Type.STRING;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.Extent;
import vn.anttmap.territory.Road;
import vn.anttmap.territory.TerritoryItems;
import vn.anttmap.territory.VietnamTime;

/** Self-managed road segments. */
@Component
class RoadSource extends MemorySource<Road> {

    private static final List<Column<Road>> COLUMNS = List.of(
            new Column<>(new Property("name", STRING, true, true), (road, locale) -> road.name()),
            new Column<>(new Property("owner", STRING, true, true), (road, locale) -> road.owner()),
            new Column<>(new Property("fromDescription", STRING, true, true), (road, locale) -> road.fromDescription()),
            new Column<>(new Property("toDescription", STRING, true, true), (road, locale) -> road.toDescription()),
            new Column<>(
                    new Property("validFrom", DATE, true, true),
                    (road, locale) -> road.validity().from()),
            new Column<>(
                    new Property("validTo", DATE, true, true),
                    (road, locale) -> road.validity().to()),
            new Column<>(new Property("lengthKm", NUMBER, false, true), (road, locale) -> road.lengthKm()),
            new Column<>(new Property("key", STRING, true, true), (road, locale) -> road.key()),
            new Column<>(new Property("synthetic", BOOLEAN, true, true), (road, locale) -> road.synthetic()));

    private final TerritoryItems items;
    private final Clock clock;

    RoadSource(TerritoryItems items, Clock clock, PropertyQueryables queryables) {
        super(queryables);
        this.items = items;
        this.clock = clock;
    }

    @Override
    public List<CollectionId> collections() {
        return List.of(CollectionId.ROAD_SEGMENTS);
    }

    @Override
    List<Column<Road>> columns(CollectionId collection) {
        return COLUMNS;
    }

    @Override
    public String geometryType(AccountView account, CollectionId collection) {
        return "line";
    }

    @Override
    List<Road> list(
            AccountView account,
            CollectionId collection,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Envelope box,
            Locale locale) {
        return items.roads(account, from, to, box);
    }

    @Override
    Optional<Road> find(AccountView account, CollectionId collection, long id, Locale locale) {
        return items.findRoad(account, id);
    }

    @Override
    long id(Road road) {
        return road.id();
    }

    @Override
    @Nullable Geometry geometry(Road road) {
        return items.course(road);
    }

    @Override
    Extent extent(Road road) {
        return road.extent();
    }

    @Override
    LocalDate today() {
        return VietnamTime.today(clock);
    }
}
