package vn.anttmap.ogcapi.tiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import vn.anttmap.ogcapi.tiles.TileKey.Subject;
import vn.anttmap.territory.Jurisdiction;
import vn.anttmap.territory.Road;
import vn.anttmap.territory.TerritoryShapes;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Draws areas and roads, from memory. */
@Component
class AreaTiles {

    /** A tile that would be larger is drawn with the units above. */
    static final int LARGEST_TILE_BYTES = 300_000;

    private static final int TOTALS_KEPT = 64;

    private final Cache<TotalsKey, Totals> totals =
            Caffeine.newBuilder().maximumSize(TOTALS_KEPT).build();

    private final Cache<SightKey, Jurisdiction> jurisdictions =
            Caffeine.newBuilder().maximumSize(TOTALS_KEPT).build();

    private record SightKey(long revision, Sight sight) {}

    private record TotalsKey(long revision, TileCollection collection, UnitLevel level, LocalDate day, Sight sight) {}

    Tile draw(TerritoryShapes.View view, TileKey key, Figures figures) {
        List<@Nullable UnitLevel> detail =
                key.subject().collection().detail(key.address().zoom());
        for (int i = 0; ; i++) {
            UnitLevel level = detail.get(i);
            Drawing drawing = new Drawing(view, key, figures);
            boolean fits = level == null ? drawing.own() : drawing.totals(level);
            if (fits || i == detail.size() - 1) {
                return drawing.tile(level != null);
            }
        }
    }

    /** One tile in the making. */
    private final class Drawing {

        private final TerritoryShapes.View view;
        private final Subject subject;
        private final TileCollection collection;
        private final Figures figures;
        private final Jurisdiction jurisdiction;
        private final TileFrame frame;
        private final Envelope box;
        private final MvtLayer layer;
        private final LongStream.Builder ids = LongStream.builder();

        Drawing(TerritoryShapes.View view, TileKey key, Figures figures) {
            this.view = view;
            this.subject = key.subject();
            this.collection = subject.collection();
            this.figures = figures;
            this.jurisdiction = jurisdictions.get(
                    new SightKey(view.revision(), subject.sight()),
                    asked -> asked.sight().jurisdiction(view));
            this.frame = new TileFrame(key.address());
            this.box = frame.degrees();
            this.layer = new MvtLayer(collection.key());
        }

        Tile tile(boolean withTotals) {
            return Tile.of(layer.tile(), ids.build().sorted().toArray(), withTotals, List.of());
        }

        /** Each for itself. @return false where that became too much */
        boolean own() {
            return collection.level() == null ? ownRoads() : ownAreas();
        }

        private boolean ownAreas() {
            List<TerritoryShapes.Area> found = view.areasIn(Objects.requireNonNull(collection.level()), box).stream()
                    .filter(area -> shows(area.unit()))
                    .sorted(Comparator.comparingLong(area -> area.unit().id()))
                    .toList();
            for (TerritoryShapes.Area area : found) {
                if (!add(area)) {
                    return false;
                }
            }
            return true;
        }

        private boolean add(TerritoryShapes.Area area) {
            MvtGeometry shape = frame.polygons(area.boundary());
            if (shape != null) {
                Map<String, @Nullable Object> attributes = names(area.unit());
                figures.describe(subject.theme(), area.unit().id(), attributes);
                put(area.unit().id(), shape, attributes);
            }
            return layer.size() <= LARGEST_TILE_BYTES;
        }

        private boolean ownRoads() {
            List<TerritoryShapes.Course> found = view.coursesIn(box).stream()
                    .filter(course -> shows(course.road()))
                    .sorted(Comparator.comparingLong(course -> course.road().id()))
                    .toList();
            for (TerritoryShapes.Course course : found) {
                add(course);
                if (layer.size() > LARGEST_TILE_BYTES) {
                    return false;
                }
            }
            return true;
        }

        private void add(TerritoryShapes.Course course) {
            MvtGeometry shape = frame.lines(course.line());
            if (shape != null) {
                Road road = course.road();
                Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
                attributes.put("id", road.id());
                attributes.put("name", road.name());
                attributes.put("owner", road.owner());
                attributes.put("lengthKm", road.lengthKm());
                attributes.put("synthetic", road.synthetic());
                figures.describe(subject.theme(), road.id(), attributes);
                put(road.id(), shape, attributes);
            }
        }

        /** Units of a level for what lies in them. @return false where that became too much */
        boolean totals(UnitLevel level) {
            Totals all = totals.get(
                    new TotalsKey(view.revision(), collection, level, figures.day(), subject.sight()),
                    key -> members(level));
            List<TerritoryShapes.Area> found = view.areasIn(level, box).stream()
                    .filter(area -> all.carriers().containsKey(area.unit().id()))
                    .sorted(Comparator.comparingLong(area -> area.unit().id()))
                    .toList();
            for (TerritoryShapes.Area area : found) {
                MvtGeometry shape = frame.polygons(area.boundary());
                if (shape != null) {
                    Map<String, @Nullable Object> attributes = names(area.unit());
                    figures.describeTotal(
                            subject.theme(),
                            Objects.requireNonNull(
                                    all.carriers().get(area.unit().id())),
                            attributes);
                    put(area.unit().id(), shape, attributes);
                }
            }
            if (!all.alone().isEmpty()) {
                addAlone(all);
            }
            return layer.size() <= LARGEST_TILE_BYTES;
        }

        private void addAlone(Totals all) {
            if (collection.level() == null) {
                view.coursesIn(box).stream()
                        .filter(course -> all.alone().contains(course.road().id()))
                        .sorted(Comparator.comparingLong(course -> course.road().id()))
                        .forEach(this::add);
            } else {
                view.areasIn(Objects.requireNonNull(collection.level()), box).stream()
                        .filter(area -> all.alone().contains(area.unit().id()))
                        .sorted(Comparator.comparingLong(area -> area.unit().id()))
                        .forEach(this::add);
            }
        }

        private Totals members(UnitLevel level) {
            return collection.level() == null
                    ? Totals.ofRoads(
                            view,
                            view.roads().stream().filter(this::shows).toList(),
                            level,
                            figures.day(),
                            jurisdiction)
                    : Totals.ofUnits(
                            view,
                            view.units().stream()
                                    .filter(unit -> unit.level() == collection.level())
                                    .filter(this::shows)
                                    .toList(),
                            level,
                            figures.day(),
                            jurisdiction);
        }

        private void put(long id, MvtGeometry shape, Map<String, @Nullable Object> attributes) {
            layer.add(id, shape, attributes);
            ids.add(id);
        }

        private boolean shows(Unit unit) {
            return unit.validity().contains(figures.day())
                    && collection.includes(unit.kind())
                    && jurisdiction.contains(unit.id());
        }

        private boolean shows(Road road) {
            return road.validity().contains(figures.day())
                    && (jurisdiction.wholeCountry() || view.contains(jurisdiction, road, figures.day()));
        }
    }

    private static Map<String, @Nullable Object> names(Unit unit) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("id", unit.id());
        attributes.put("name", unit.name());
        attributes.put("fullName", unit.fullName());
        attributes.put("level", unit.level().key());
        attributes.put("kind", unit.kind().key());
        attributes.put("code", unit.code());
        attributes.put("areaSqKm", unit.areaSqKm());
        attributes.put("synthetic", unit.synthetic());
        return attributes;
    }
}
