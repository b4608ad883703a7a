package vn.anttmap.exchange.territoryimport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import vn.anttmap.exchange.territoryimport.Area.Status;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.incident.MovedBoundaries.Move;

/**
 * What a file would do to the numbers of incidents: how many each touched area has now and would have, and which move. An
 * area is the same before and after where the file says what becomes of it.
 */
final class CountEffect {

    /** @param before null for an area that begins; @param after null for one that ends */
    record AreaCount(
            String name, @Nullable Integer before, @Nullable Integer after) {}

    /** @param from null where they count in no area; @param to null where they would count in none */
    record MoveCount(@Nullable String from, @Nullable String to, int count) {}

    /** @param moving incidents that would count elsewhere, the sum of the moves */
    record Effect(int moving, List<AreaCount> areas, List<MoveCount> moves) {

        static final Effect NONE = new Effect(0, List.of(), List.of());
    }

    private record Begun(Object key, IndexedPointInAreaLocator ground) {}

    private final Map<Object, Area> areas = new HashMap<>();
    private final Map<Long, Area> before = new HashMap<>();
    private final STRtree begins = new STRtree();
    private final org.locationtech.jts.geom.Envelope touched = new org.locationtech.jts.geom.Envelope();

    CountEffect(List<Area> all) {
        for (Area area : all) {
            boolean moves = area.status == Status.ADDED
                    || area.status == Status.ENDED
                    || area.status == Status.CHANGED && area.differences.contains("boundary");
            if (moves) {
                add(area);
            }
        }
    }

    private void add(Area area) {
        Object key = area.before == null ? "new " + area.number : Long.valueOf(area.before.id());
        areas.put(key, area);
        if (area.before != null) {
            before.put(area.before.id(), area);
            Extent extent = area.before.extent();
            if (extent != null) {
                touched.expandToInclude(extent.toEnvelope());
            }
        }
        if (area.geometry != null) {
            touched.expandToInclude(area.geometry.getEnvelopeInternal());
            if (area.status != Status.ENDED) {
                begins.insert(
                        area.geometry.getEnvelopeInternal(),
                        new Begun(key, new IndexedPointInAreaLocator(area.geometry)));
            }
        }
    }

    /** All ground that changes hands; null where there is none. */
    @Nullable Extent extent() {
        return touched.isNull()
                ? null
                : new Extent(touched.getMinX(), touched.getMinY(), touched.getMaxX(), touched.getMaxY());
    }

    java.util.Set<Long> unitIds() {
        return before.keySet();
    }

    /** @param now the area that the place lies in now; stays where nothing becomes of it */
    @Nullable Object after(Point place, @Nullable Long now) {
        if (now != null && !before.containsKey(now)) {
            return now;
        }
        @SuppressWarnings("unchecked")
        List<Begun> near = begins.query(place.getEnvelopeInternal());
        return near.stream()
                .filter(begun -> begun.ground().locate(place.getCoordinate()) != Location.EXTERIOR)
                .map(Begun::key)
                .min(Comparator.comparing(String::valueOf))
                .orElse(null);
    }

    @Nullable Object kept(Long unitId) {
        Area area = before.get(unitId);
        return area != null && area.status == Status.ENDED ? null : unitId;
    }

    /** @param moves of the incidents in {@link #extent()}; @param names of areas that nothing becomes of */
    Effect of(Map<Move, Integer> moves, java.util.function.Function<Long, String> names) {
        if (moves.isEmpty()) {
            return Effect.NONE;
        }
        Map<Object, Integer> now = new HashMap<>();
        Map<Object, Integer> then = new HashMap<>();
        List<MoveCount> told = new ArrayList<>();
        int moving = 0;
        for (Map.Entry<Move, Integer> entry : moves.entrySet()) {
            Move move = entry.getKey();
            if (move.from() != null) {
                now.merge(move.from(), entry.getValue(), Integer::sum);
            }
            if (move.to() != null) {
                then.merge(move.to(), entry.getValue(), Integer::sum);
            }
            if (!Objects.equals(move.from(), move.to())) {
                moving += entry.getValue();
                told.add(
                        new MoveCount(name(move.from(), false, names), name(move.to(), true, names), entry.getValue()));
            }
        }
        List<AreaCount> counts = new ArrayList<>();
        areas.forEach((key, area) -> counts.add(new AreaCount(
                area.status == Status.ENDED && area.before != null ? area.before.fullName() : area.fullName(),
                area.before == null ? null : now.getOrDefault(key, 0),
                area.status == Status.ENDED ? null : then.getOrDefault(key, 0))));
        counts.removeIf(count -> Objects.equals(count.before(), count.after())
                || count.before() == null && Objects.equals(count.after(), 0)
                || count.after() == null && Objects.equals(count.before(), 0));
        counts.sort(Comparator.comparing(AreaCount::name, VietnameseText.collator()));
        told.sort(Comparator.comparingInt(MoveCount::count).reversed().thenComparing(String::valueOf));
        return new Effect(moving, counts, told);
    }

    private @Nullable String name(
            @Nullable Object key, boolean after, java.util.function.Function<Long, String> names) {
        if (key == null) {
            return null;
        }
        Area area = areas.get(key);
        if (area == null) {
            return names.apply((Long) key);
        }
        return area.before != null && (!after || area.status == Status.ENDED)
                ? area.before.fullName()
                : area.fullName();
    }
}
