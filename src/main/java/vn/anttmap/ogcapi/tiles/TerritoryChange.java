package vn.anttmap.ogcapi.tiles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.anttmap.geo.Extent;
import vn.anttmap.ogcapi.tiles.TileCollection.Theme;
import vn.anttmap.territory.Road;
import vn.anttmap.territory.TerritoryShapes.View;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.Validity;

/**
 * What differs between two revisions of the territory, and which tiles that can touch. Found by comparing, so that it does
 * not depend on who changed what on which node.
 */
final class TerritoryChange {

    /** Neighbouring roads within this distance can win or lose incidents. */
    private static final double ROADS_AROUND_DEGREES = 0.02;

    private final View before;
    private final View after;
    private final List<Pair<Unit>> units;
    private final List<Pair<Road>> roads;
    private final Set<Long> relatives;
    private final Map<Asked, Effect> effects = new ConcurrentHashMap<>();

    /** One thing in both revisions; null where it is not there. */
    private record Pair<T>(@Nullable T before, @Nullable T after) {

        T any() {
            return after != null ? after : Objects.requireNonNull(before);
        }
    }

    private record Asked(@Nullable LocalDate day, Sight sight) {}

    /**
     * What of it can be seen on one day by one sight.
     *
     * @param ids units that changed, came or went
     * @param above units that these lie in
     * @param extents of them by level
     */
    private record Effect(
            Set<Long> ids,
            Set<Long> above,
            Map<UnitLevel, List<Envelope>> extents,
            Set<Long> roadIds,
            List<Envelope> roadExtents) {

        boolean isEmpty() {
            return ids.isEmpty() && roadIds.isEmpty();
        }
    }

    TerritoryChange(View before, View after) {
        this.before = before;
        this.after = after;
        this.units = pairs(before.units(), after.units(), Unit::id);
        this.roads = pairs(before.roads(), after.roads(), Road::id);
        this.relatives = relatives();
    }

    private static <T> List<Pair<T>> pairs(Collection<T> before, Collection<T> after, Function<T, Long> id) {
        Map<Long, T> known = new HashMap<>();
        before.forEach(one -> known.put(id.apply(one), one));
        List<Pair<T>> pairs = new ArrayList<>();
        for (T now : after) {
            T then = known.remove(id.apply(now));
            if (!now.equals(then)) {
                pairs.add(new Pair<>(then, now));
            }
        }
        known.values().forEach(gone -> pairs.add(new Pair<>(gone, null)));
        return pairs;
    }

    /** Whether registers can have moved from one commune to another. */
    boolean ofCommunes() {
        return units.stream().anyMatch(pair -> pair.any().level() == UnitLevel.COMMUNE);
    }

    /** Units whose figures hang together with those of a changed one: its parts, and what it was and became. */
    private Set<Long> relatives() {
        Set<Long> changed = units.stream().map(pair -> pair.any().id()).collect(Collectors.toSet());
        Set<Long> found = new HashSet<>();
        for (View view : List.of(before, after)) {
            changed.stream().filter(id -> view.find(id).isPresent()).forEach(id -> found.addAll(view.lineage(id)));
        }
        for (View view : List.of(before, after)) {
            view.units().stream()
                    .filter(unit -> unit.parentId() != null && found.contains(unit.parentId()))
                    .map(Unit::id)
                    .toList()
                    .forEach(found::add);
        }
        return found;
    }

    /** Whether what was counted for a subject can differ. */
    boolean touches(TileKey.Subject subject) {
        return subject.theme() != Theme.PLAIN;
    }

    boolean touches(TileKey key, Tile tile) {
        TileKey.Subject subject = key.subject();
        Effect effect = effect(subject);
        return switch (subject.collection()) {
            case INCIDENTS -> ofCommunes() && !subject.sight().everything();
            case SECURITY_TEAMS -> !subject.sight().everything() && !effect.isEmpty();
            case ROAD_SEGMENTS -> touchesRoads(key, tile, effect);
            default -> touchesAreas(key, tile, effect);
        };
    }

    private boolean touchesAreas(TileKey key, Tile tile, Effect effect) {
        TileKey.Subject subject = key.subject();
        Envelope box = key.address().degrees(TileFrame.BUFFER);
        return holds(tile, effect.ids())
                || subject.theme() != Theme.PLAIN && holds(tile, relatives)
                || meets(
                        box, effect, Objects.requireNonNull(subject.collection().level()))
                || tile.totals()
                        && (holds(tile, effect.above())
                                || meets(box, effect, UnitLevel.COMMUNE)
                                || meets(box, effect, UnitLevel.PROVINCE));
    }

    private boolean touchesRoads(TileKey key, Tile tile, Effect effect) {
        Envelope box = key.address().degrees(TileFrame.BUFFER);
        return tile.totals()
                ? !effect.isEmpty()
                        && (holds(tile, effect.ids())
                                || holds(tile, effect.above())
                                || holds(tile, effect.roadIds())
                                || effect.roadExtents().stream().anyMatch(box::intersects)
                                || meets(box, effect, UnitLevel.COMMUNE)
                                || meets(box, effect, UnitLevel.PROVINCE))
                : holds(tile, effect.roadIds()) || effect.roadExtents().stream().anyMatch(box::intersects);
    }

    private static boolean meets(Envelope box, Effect effect, UnitLevel level) {
        return effect.extents().getOrDefault(level, List.of()).stream().anyMatch(box::intersects);
    }

    private static boolean holds(Tile tile, Set<Long> ids) {
        if (ids.isEmpty()) {
            return false;
        }
        for (long id : tile.featureIds()) {
            if (ids.contains(id)) {
                return true;
            }
        }
        return false;
    }

    private Effect effect(TileKey.Subject subject) {
        return effects.computeIfAbsent(new Asked(subject.day(), subject.sight()), this::work);
    }

    private Effect work(Asked asked) {
        Map<Long, Unit> seen = new HashMap<>();
        units.stream()
                .filter(pair -> differs(pair, asked.day(), Unit::validity, TerritoryChange::shown))
                .forEach(pair -> {
                    Optional.ofNullable(pair.before()).ifPresent(unit -> seen.put(unit.id(), unit));
                    Optional.ofNullable(pair.after()).ifPresent(unit -> seen.put(unit.id(), unit));
                });
        addThoseWhoseSightChanged(asked, seen);
        Set<Long> above = new HashSet<>();
        Map<UnitLevel, List<Envelope>> extents = new HashMap<>();
        for (Unit unit : seen.values()) {
            Extent extent = unit.extent();
            if (extent != null) {
                extents.computeIfAbsent(unit.level(), level -> new ArrayList<>())
                        .add(extent.toEnvelope());
            }
            addAbove(unit, asked.day(), above);
        }
        Set<Long> roadIds = new HashSet<>();
        List<Envelope> roadExtents = new ArrayList<>();
        roads.stream()
                .filter(pair -> differs(pair, asked.day(), Road::validity, road -> road))
                .forEach(pair -> addRoad(pair, asked.day(), roadIds, roadExtents, above));
        // Which account a road belongs to follows from the commune that it lies in.
        extents.getOrDefault(UnitLevel.COMMUNE, List.of()).forEach(extent -> {
            roadExtents.add(extent);
            addRoadsIn(extent, roadIds);
        });
        return new Effect(Set.copyOf(seen.keySet()), above, extents, roadIds, roadExtents);
    }

    private void addThoseWhoseSightChanged(Asked asked, Map<Long, Unit> seen) {
        if (asked.sight().everything()) {
            return;
        }
        Set<Long> then = asked.sight().jurisdiction(before).unitIds();
        Set<Long> now = asked.sight().jurisdiction(after).unitIds();
        now.stream()
                .filter(id -> !then.contains(id))
                .forEach(id -> after.find(id).ifPresent(unit -> seen.putIfAbsent(id, unit)));
        then.stream()
                .filter(id -> !now.contains(id))
                .forEach(id -> before.find(id).ifPresent(unit -> seen.putIfAbsent(id, unit)));
    }

    private void addAbove(Unit unit, @Nullable LocalDate day, Set<Long> above) {
        for (View view : List.of(before, after)) {
            Long parentId = unit.parentId();
            while (parentId != null && view.find(parentId).isPresent()) {
                above.add(parentId);
                parentId = view.find(parentId).orElseThrow().parentId();
            }
            addAt(view, Totals.middle(unit.extent()), day, above);
        }
    }

    private static void addAt(
            View view, org.locationtech.jts.geom.@Nullable Point place, @Nullable LocalDate day, Set<Long> above) {
        if (place != null && day != null) {
            view.unitAt(UnitLevel.COMMUNE, place, day).ifPresent(unit -> above.add(unit.id()));
            view.unitAt(UnitLevel.PROVINCE, place, day).ifPresent(unit -> above.add(unit.id()));
        }
    }

    private void addRoad(
            Pair<Road> pair, @Nullable LocalDate day, Set<Long> ids, List<Envelope> extents, Set<Long> above) {
        for (Road road : java.util.stream.Stream.of(pair.before(), pair.after())
                .filter(Objects::nonNull)
                .toList()) {
            ids.add(road.id());
            Envelope extent = road.extent().toEnvelope();
            extents.add(extent);
            Envelope around = new Envelope(extent);
            around.expandBy(ROADS_AROUND_DEGREES);
            addRoadsIn(around, ids);
            addAt(before, road.middle(), day, above);
            addAt(after, road.middle(), day, above);
        }
    }

    private void addRoadsIn(Envelope extent, Set<Long> ids) {
        before.coursesIn(extent).forEach(course -> ids.add(course.road().id()));
        after.coursesIn(extent).forEach(course -> ids.add(course.road().id()));
    }

    private static <T> boolean differs(
            Pair<T> pair, @Nullable LocalDate day, Function<T, Validity> validity, Function<T, Object> shown) {
        T then = on(pair.before(), day, validity);
        T now = on(pair.after(), day, validity);
        return then == null || now == null
                ? then != now
                : day == null || !shown.apply(then).equals(shown.apply(now));
    }

    private static <T> @Nullable T on(@Nullable T one, @Nullable LocalDate day, Function<T, Validity> validity) {
        return one == null || day != null && !validity.apply(one).contains(day) ? null : one;
    }

    /** What tiles tell of a unit, and what its figures rest on. */
    private static Object shown(Unit unit) {
        List<@Nullable Object> shown = new ArrayList<>();
        shown.add(unit.name());
        shown.add(unit.fullName());
        shown.add(unit.kind());
        shown.add(unit.code());
        shown.add(unit.parentId());
        shown.add(unit.areaSqKm());
        shown.add(unit.population());
        shown.add(unit.synthetic());
        shown.add(unit.extent());
        return shown;
    }
}
